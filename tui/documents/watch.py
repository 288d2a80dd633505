"""Watches the files of documents for changes since they were read."""

from __future__ import annotations

from collections.abc import Sequence

from tui.documents.document import CHANGED, GONE, SAME, Document
from tui.documents.found import Found
from tui.documents.library import read
from tui.errors import FactdeskError
from tui.files import Stamp, stamp

#: Files checked per call, which takes 1.4 ms; of more, the others are checked by later calls.
AT_ONCE = 500


class Watch:
    """Checks the files of documents periodically; reads a file only if its stamp has changed.

    Not safe to use from two threads at once.
    """

    def __init__(self) -> None:
        self._seen: dict[str, Stamp | None] = {}
        self._turn = 0

    def check(self, documents: Sequence[Document], first: Document | None = None) -> dict[str, str]:
        """The changed states of some of the documents, by name; `first` is always checked."""
        if not documents:
            return {}
        self._turn %= len(documents)
        some = list(documents[self._turn : self._turn + AT_ONCE])
        self._turn += AT_ONCE
        return self.check_all(some if first is None else [first, *some])

    def check_all(self, documents: Sequence[Document]) -> dict[str, str]:
        """The changed states of all these documents, by name."""
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
        return CHANGED  # reading it again will report the reason
    return SAME if text == document.text else CHANGED
