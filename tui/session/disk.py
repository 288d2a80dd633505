"""Watches the files of open documents, and reads them again when they have changed."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tui.documents import CHANGED, GONE, Document, Found, Intake, Library, Watch
from tui.errors import FactdeskError, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.trail import Place

#: Characters around a changed region that are searched too, and the size above which none are.
_CONTEXT, _MAX_LENGTH = 2_000, 4_000_000


class DiskChanges(NamedTuple):
    """The result of reading again: changed documents, each with the offset to which the cursor
    moves (or None); new documents; files that cannot be read; names of documents whose file is
    gone."""

    changed: list[tuple[Document, int | None]]
    new: list[Document | Problem]
    problems: list[Problem]
    gone: list[str]


class Disk:
    """Watches the files of a library, and reads them again; thread-safe."""

    def __init__(self, library: Library, intake: Intake) -> None:
        self._library, self._intake = library, intake
        self._watch, self._lock = Watch(), Lock()

    def check(self, first: Document | None) -> dict[str, str]:
        """Changes of some files since the last check, by name; the file of `first` is always
        checked."""
        with self._lock:
            return self._watch.check(list(self._library), first)

    def find_new_files(self) -> list[Path]:
        """New files in the open folders."""
        return self._intake.peek()

    def read_again(self, known: Mapping[str, str], place: Place | None) -> DiskChanges:
        """Reads every file that has changed, according to `known` or a check now, or whose figures
        were not all found, and new files in the open folders."""
        again = DiskChanges([], [], [], [])
        with self._lock:
            documents = list(self._library)
            states = {**known, **self._watch.check_all(documents)}
            for document in documents:
                state = states.get(document.name)
                if state == GONE:
                    again.gone.append(document.name)
                elif state == CHANGED or document.is_stopped:
                    self._read(document, place, again)
            again.new.extend(self._intake.load_new())
        return again

    def _read(self, document: Document, place: Place | None, again: DiskChanges) -> None:
        assert document.path is not None
        try:
            new = self._intake.read(Found(document.path, document.name))
        except FactdeskError as error:
            again.problems.append(error.problem)
            return
        offset = None
        if place is not None and place.document == document.name:
            offset = same_place(document.text, new.text, place.offset)
        again.changed.append((new, offset))


def same_place(old: str, new: str, offset: int) -> int:
    """Maps an offset to a changed text; the same offset if its words are gone.

    Before and after the changed region this is exact, and takes 50 ms for 10 MB. Inside it the
    passage is found like the anchor of a note, which takes 0.3 s per MB.
    """
    ahead = _alike(old, new)
    behind = _alike(old[ahead:][::-1], new[ahead:][::-1])
    if offset < ahead:
        return offset
    if offset >= len(old) - behind:
        return offset + len(new) - len(old)
    begin = max(0, ahead - _CONTEXT)
    was, now = (text[begin : len(text) - behind + _CONTEXT] for text in (old, new))
    return begin + _found(was, now, offset - begin)


def _found(old: str, new: str, offset: int) -> int:
    from tui.session.passage import passage_at

    passage = passage_at(old, offset)
    if passage is not None and len(old) + len(new) <= _MAX_LENGTH:
        from tui.notes import find_anchor, make_anchor

        found = find_anchor(new, make_anchor(old, *passage))
        if found.start is not None and found.end is not None:
            return min(max(found.start, found.start + offset - passage[0]), found.end)
    return min(offset, len(new))


def _alike(one: str, other: str) -> int:
    """Length of the common prefix of two texts.

    >>> _alike("gulls and terns", "gulls or terns"), _alike("", "a"), _alike("aa", "aaa")
    (6, 0, 2)
    """
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
