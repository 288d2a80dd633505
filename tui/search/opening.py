"""Opens an index: in memory where there is little, else from the disk, where another process
builds it while what is there already is searched.

The documents at hand decide, not the files of the index: a document is searched from the disk only
while its text is the one that was indexed; what is new or changed is indexed in memory until the
other process has written it down.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

import tui
from tui.documents import Document, Found
from tui.documents import read as read_document
from tui.errors import FactdeskError
from tui.search.cleanup import hold
from tui.search.collect import Collector
from tui.search.home import Entry, Home, absolute, stamp
from tui.search.index import Index
from tui.search.parts import Part
from tui.search.records import NoteText
from tui.search.segment import Segment
from tui.search.writing import IN_MEMORY

_KEPT = 64
"""Documents kept that were read again for the words of their hits."""


def open_index(sources: Iterable[Document | Found], notes: Iterable[NoteText] = ()) -> Index:
    """The index of documents, or of files that are read only when their words are shown; complete
    when it returns. Takes from the disk what is there and up to date, and writes nothing."""
    index, view = Index(), _View(list(sources))
    index.replace_notes(notes)
    view.show(index, view.missing())
    return index


def glance(documents: Sequence[Document], in_memory: int | None = None) -> Index | None:
    """What can be searched before any figure is found, without notes: what is there on the disk, or
    up to `in_memory` passages with the figures that are found already; None if that is nothing."""
    index, view = Index(), _View(documents)
    if not view.is_empty:
        view.show(index, [])
    elif _are_few(documents, IN_MEMORY if in_memory is None else in_memory):
        view.show(index, documents, facts=False)
    else:
        return None
    return index


def grow(
    documents: Sequence[Document],
    notes: Iterable[NoteText] = (),
    in_memory: int | None = None,
) -> Iterator[tuple[Index | None, str]]:
    """Gives an index as soon as something can be searched, and again (the same one) whenever it
    finds more; and words about what is still being done, empty at the end.

    Up to `in_memory` passages (`IN_MEMORY` if none is said) it is made in memory, once, and
    nothing is written. Above that another process keeps it on disk, for the next time as well;
    leaving the loop stops that process. Where it cannot, everything is indexed in memory after
    all.
    """
    most = IN_MEMORY if in_memory is None else in_memory
    index, view = Index(), _View(documents)
    index.replace_notes(notes)
    missing = view.missing()
    if not _are_few(missing, most):
        view.show(index, [])
        yield (None if view.is_empty else index), "Indexing …"
    elif view.is_empty or not (missing or view.is_overfull):
        view.show(index, missing)
        yield index, ""
        return
    else:
        view.show(index, missing)
        yield index, "Indexing …"
    for words in view.refreshed(most):
        if view.is_behind:
            view.look()
            missing = view.missing()
            view.show(index, missing if _are_few(missing, most) else [])
            yield index, words
        else:
            yield None, words
    view.look()
    view.show(index, view.missing())
    yield index, ""


class Kept(NamedTuple):
    """What lies on the disk: its folder, how many of the documents are there as they are now, their
    units, bytes of all files, and segments."""

    folder: Path
    documents: int
    units: int
    size: int
    segments: int


def kept(sources: Iterable[Document | Found]) -> Kept | None:
    """What lies on the disk of some documents or files; None if nothing does."""
    view = _View(list(sources))
    return None if view.is_empty else view.kept()


class _View:
    """What lies on the disk of some documents, in their order."""

    def __init__(self, sources: Sequence[Document | Found]) -> None:
        self._sources = {source.name: source for source in sources}
        self._places = {name: place for place, name in enumerate(self._sources)}
        # The disk has the figures of all kinds, for whoever leaves out others or none.
        self._left_out = frozenset[str]().union(
            *(source.leave_out for source in sources if isinstance(source, Document))
        )
        self._shelf = Shelf(self._sources)
        self._home = Home.of(self._sources.values())
        self._open: dict[str, Segment] = {}
        self._parts: dict[str, Part] = {}
        self._shown: set[str] = set()
        self._mark = self._home.mark()
        #: Whether documents whose files are gone lie there.
        self.is_overfull = False
        self.look()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is on the disk."""
        return not self._parts

    @property
    def is_behind(self) -> bool:
        """Whether another generation was written since the last look."""
        return self._home.mark() != self._mark

    def look(self) -> None:
        """Takes over what counts on the disk now."""
        hold(self._home.folder)
        self._mark = self._home.mark()
        if self._mark is None:
            return
        stored = self._home.open(self._open)
        if stored is None:
            return
        parts, self._shown, self.is_overfull = dict[str, Part](), set(), False
        for piece, segment in stored:
            places = np.full(len(segment.names), -1, dtype=np.int64)
            for number, entry in enumerate(piece.entries):
                if entry is None:
                    continue
                if self._is_current(entry):
                    places[number] = self._places[entry.name]
                    self._shown.add(entry.name)
                else:
                    self.is_overfull |= stamp(entry.path, settled=False) is None
            known = self._parts.get(piece.file)
            parts[piece.file] = (
                known.at(places) if known else Part.of(segment.without(self._left_out), places)
            )
        self._parts = parts
        self._open = {file: part.segment for file, part in parts.items()}

    def kept(self) -> Kept:
        """Numbers about what is on the disk."""
        folder, parts = self._home.folder, self._parts.values()
        size = sum(path.stat().st_size for path in folder.iterdir())
        return Kept(folder, len(self._shown), sum(part.size for part in parts), size, len(parts))

    def missing(self) -> list[Document]:
        """The documents that are not on the disk as they are now, in order; files that cannot be
        read are left out."""
        found = (self._shelf.get(name) for name in self._sources if name not in self._shown)
        return [document for document in found if document is not None]

    def show(self, index: Index, documents: Sequence[Document], *, facts: bool = True) -> None:
        """Lets an index search what is on the disk, and these documents in memory."""
        parts = [part for part in self._parts.values() if part.size]
        if documents:
            collector = Collector()
            for document in documents:
                collector.document(document, facts=facts)
            places = [self._places[document.name] for document in documents]
            parts.append(Part.of(collector.segment(), np.array(places, dtype=np.int64)))
        index.stand_on(parts, self._shelf)

    def refreshed(self, in_memory: int) -> Iterator[str]:
        """Lets another process bring the disk up to date; gives its words."""
        sources = [
            (source.name, str(absolute(source.path)))
            for source in self._sources.values()
            if source.path is not None
        ]
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(
                [str(Path(tui.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
            ).rstrip(os.pathsep),
            "PYTHONIOENCODING": "utf-8",
        }
        # -P: no module that lies in the folder of the documents is taken for one of Python's.
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", "-c", "from tui.search.writing import main; main()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        except OSError:
            return  # Nothing is refreshed, and what is missing is indexed in memory.
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(
                json.dumps([str(self._home.folder), in_memory, sources]).encode("ascii")
            )
            process.stdin.close()
            for line in process.stdout:
                yield line.decode("utf-8", "replace").strip()
        except BrokenPipeError:
            return  # It has ended before it has read what to do: nothing is refreshed.
        finally:
            process.kill()
            process.stdout.close()
            process.wait()

    def _is_current(self, entry: Entry) -> bool:
        source = self._sources.get(entry.name)
        if source is None or source.path is None or str(absolute(source.path)) != entry.path:
            return False
        if isinstance(source, Document):
            # The periods on the disk are those of the date that the page says.
            return source.sha256 == entry.sha256 and not source.is_dated_by_hand
        if entry.stamp is not None and stamp(entry.path, settled=False) == entry.stamp:
            return True
        document = self._shelf.get(entry.name)
        return document is not None and document.sha256 == entry.sha256


class Shelf(Mapping[str, Document]):
    """Documents by name; one of which only the file was found is read when it is asked for."""

    def __init__(self, sources: Mapping[str, Document | Found]) -> None:
        self._sources = sources
        self._read: dict[str, Document] = {}

    def __getitem__(self, name: str) -> Document:
        source = self._sources[name]
        if isinstance(source, Document):
            return source
        found = self._read.pop(name, None)
        if found is None:
            try:
                found = read_document(source)
            except FactdeskError as error:
                raise KeyError(name) from error
            while len(self._read) >= _KEPT:
                self._read.pop(next(iter(self._read)), None)
        self._read[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def _are_few(documents: Iterable[Document], most: int) -> bool:
    """Whether they have at most so many passages."""
    count = 0
    for document in documents:
        count += len(document.passages)
        if count > most:
            return False
    return True
