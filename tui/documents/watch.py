"""What has become of the files of documents since they were read."""

from __future__ import annotations

from collections.abc import Sequence

from tui.documents.document import CHANGED, GONE, SAME, Document
from tui.documents.found import Found
from tui.documents.library import read
from tui.errors import FactdeskError
from tui.files import Stamp, stamp

#: Files looked at in one go, which costs 1.4 ms; of more the others have their turn later.
AT_ONCE = 500


class Watch:
    """Looks at the files of documents again and again; one is read only if it was written.

    Two threads must not look at the same time.
    """

    def __init__(self) -> None:
        self._seen: dict[str, Stamp] = {}
        self._turn = 0

    def look(self, documents: Sequence[Document], first: Document | None = None) -> dict[str, str]:
        """What has become of some of the documents, of `first` in any case, by their names; those
        of which nothing new is known are left out."""
        if not documents:
            return {}
        self._turn %= len(documents)
        some = list(documents[self._turn : self._turn + AT_ONCE])
        self._turn += AT_ONCE
        return self.look_at(some if first is None else [first, *some])

    def look_at(self, documents: Sequence[Document]) -> dict[str, str]:
        """The same of all these documents."""
        found = {}
        for document in documents:
            if document.path is None or document.stamp is None:
                continue
            now = stamp(document.path)
            if now != self._seen.get(document.name, document.stamp):
                self._seen[document.name] = now
                found[document.name] = GONE if now is None else _compared(document)
        return found


def _compared(document: Document) -> str:
    assert document.path is not None
    try:
        text = read(Found(document.path, document.name)).text
    except FactdeskError:
        return CHANGED  # Why it cannot be read is said when it is read again.
    return SAME if text == document.text else CHANGED
