"""The files behind the documents: what has become of them, and what they say when read again."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tui.documents import CHANGED, GONE, Document, Found, Intake, Library, Watch
from tui.errors import FactdeskError, Problem

if TYPE_CHECKING:
    from tui.session.trail import Place


class Again(NamedTuple):
    """What was read again: documents that have changed, each with the offset at which the reader's
    place is now, if the reader is there; what is new; what cannot be read; and whose file is gone.
    """

    changed: list[tuple[Document, int | None]]
    new: list[Document | Problem]
    problems: list[Problem]
    gone: list[str]


class Disk:
    """Watches the files of a library; it is looked at and read in threads, one at a time."""

    def __init__(self, library: Library, intake: Intake) -> None:
        self._library, self._intake = library, intake
        self._watch, self._lock = Watch(), Lock()

    def look(self, first: Document | None) -> dict[str, str]:
        """What has become of some files since the last look, that of `first` in any case."""
        with self._lock:
            return self._watch.look(list(self._library), first)

    def read_again(self, known: Mapping[str, str], place: Place | None) -> Again:
        """Read every file that has changed, as is `known` or seen now, and what is new in the
        folders that are open."""
        again = Again([], [], [], [])
        with self._lock:
            documents = list(self._library)
            states = {**known, **self._watch.look_at(documents)}
            for document in documents:
                state = states.get(document.name)
                if state == GONE:
                    again.gone.append(document.name)
                elif state == CHANGED and document.path is not None:
                    try:
                        new = self._intake.read(Found(document.path, document.name))
                    except FactdeskError as error:
                        again.problems.append(error.problem)
                        continue
                    is_open = place is not None and place.document == document.name
                    offset = same_place(document, new, place.offset) if is_open and place else None
                    again.changed.append((new, offset))
            again.new.extend(self._intake.load_new())
        return again


def same_place(old: Document, new: Document, offset: int) -> int:
    """Where the words at an offset stand after the text has changed, found as notes are; else the
    same offset. Takes 20 ms per MB."""
    from tui.session.passage import passage_at

    passage = passage_at(old.text, offset)
    if passage is not None:
        from tui.notes import find_anchor, make_anchor

        found = find_anchor(new.text, make_anchor(old.text, *passage, sha256=old.sha256))
        if found.start is not None and found.end is not None:
            return min(max(found.start, found.start + offset - passage[0]), found.end)
    return min(offset, len(new.text))
