"""Opens an index: in memory if it is small, else from disk, where a second process builds it.

Meanwhile what is on disk already can be searched. The documents at hand take precedence over the
files of the index: a document is searched on disk only if its text is the one that was indexed; new
and changed ones are indexed in memory until the second process has written them.
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
from tui.files import absolute
from tui.search.disk.cleanup import mark_in_use, size
from tui.search.disk.index_folder import Entry, IndexFolder, stamp
from tui.search.disk.writing import MAX_IN_MEMORY
from tui.search.index.index import Index
from tui.search.index.parts import Part
from tui.search.index.segment import Segment
from tui.search.index.segment_builder import SegmentBuilder
from tui.search.records import NoteText

#: Documents kept in memory that were read again to show the words of their hits.
_MAX_CACHED = 64


def open_index(sources: Iterable[Document | Found], notes: Iterable[NoteText] = ()) -> Index:
    """A complete index of documents, or of files that are read only when their words are shown.
    Uses what is on disk and current; writes nothing."""
    index, disk = Index(), _DiskIndex(list(sources))
    index.replace_notes(notes)
    disk.apply_to(index, disk.missing())
    return index


def quick_index(documents: Sequence[Document], in_memory: int | None = None) -> Index | None:
    """An index that is ready before any figure is extracted, without notes: what is on disk or, for
    up to `in_memory` passages, titles and passages with the figures extracted so far. None if there
    is neither."""
    index, disk = Index(), _DiskIndex(documents)
    if not disk.is_empty:
        disk.apply_to(index, [])
    elif _are_few(documents, MAX_IN_MEMORY if in_memory is None else in_memory):
        disk.apply_to(index, documents, facts=False)
    else:
        return None
    return index


def build_progressively(
    documents: Sequence[Document],
    notes: Iterable[NoteText] = (),
    in_memory: int | None = None,
) -> Iterator[tuple[Index | None, str]]:
    """Yields an index as soon as something can be searched, and again (the same object) whenever it
    covers more, each time with a progress message, which is empty at the end.

    Up to `in_memory` passages (default `MAX_IN_MEMORY`) it is built in memory, and nothing is
    written. Above that a second process writes it to disk; closing the iterator stops that process.
    If the process fails, everything is indexed in memory.
    """
    most = MAX_IN_MEMORY if in_memory is None else in_memory
    index, disk = Index(), _DiskIndex(documents)
    index.replace_notes(notes)
    missing = disk.missing()
    if not _are_few(missing, most):
        disk.apply_to(index, [])
        yield (None if disk.is_empty else index), "Indexing …"
    elif disk.is_empty or not (missing or disk.has_deleted):
        disk.apply_to(index, missing)
        yield index, ""
        return
    else:
        disk.apply_to(index, missing)
        yield index, "Indexing …"
    for words in disk.refreshed(most):
        if disk.is_outdated:
            disk.reload()
            missing = disk.missing()
            disk.apply_to(index, missing if _are_few(missing, most) else [])
            yield index, words
        else:
            yield None, words
    disk.reload()
    disk.apply_to(index, disk.missing())
    yield index, ""


class DiskIndexInfo(NamedTuple):
    """An index on disk: its folder, the number of documents that are current, their units, the size
    of all files in bytes, and the number of segments."""

    folder: Path
    documents: int
    units: int
    size: int
    segments: int


def disk_index_info(sources: Iterable[Document | Found]) -> DiskIndexInfo | None:
    """The index on disk of some documents or files; None if there is none."""
    disk = _DiskIndex(list(sources))
    return None if disk.is_empty else disk.info()


class _DiskIndex:
    """The index on disk of some sources, as far as it is current."""

    def __init__(self, sources: Sequence[Document | Found]) -> None:
        self._sources = {source.name: source for source in sources}
        self._places = {name: place for place, name in enumerate(self._sources)}
        # The disk has the figures of all kinds, for whoever leaves out others or none.
        self._left_out = frozenset[str]().union(
            *(source.leave_out for source in sources if isinstance(source, Document))
        )
        self._lazy_documents = LazyDocuments(self._sources)
        self._index_folder = IndexFolder.for_sources(self._sources.values())
        self._open: dict[str, Segment] = {}
        self._parts: dict[str, Part] = {}
        self._current: set[str] = set()
        self._generation = self._index_folder.generation()
        #: Whether it holds documents whose files are gone.
        self.has_deleted = False
        self.reload()

    @property
    def is_empty(self) -> bool:
        """Whether no source is on disk."""
        return not self._parts

    @property
    def is_outdated(self) -> bool:
        """Whether the manifest was replaced since the last `reload`."""
        return self._index_folder.generation() != self._generation

    def reload(self) -> None:
        """Reads the manifest, and opens the segments that are new."""
        mark_in_use(self._index_folder.path)
        self._generation = self._index_folder.generation()
        if self._generation is None:
            return
        stored = self._index_folder.open(self._open)
        if stored is None:
            return
        parts, self._current, self.has_deleted = dict[str, Part](), set(), False
        for piece, segment in stored:
            places = np.full(len(segment.names), -1, dtype=np.int64)
            for number, entry in enumerate(piece.entries):
                if entry is None:
                    continue
                if self._is_current(entry):
                    places[number] = self._places[entry.name]
                    self._current.add(entry.name)
                else:
                    self.has_deleted |= stamp(entry.path, settled=False) is None
            known = self._parts.get(piece.file)
            parts[piece.file] = (
                known.at(places) if known else Part.of(segment.without(self._left_out), places)
            )
        self._parts = parts
        self._open = {file: part.segment for file, part in parts.items()}

    def info(self) -> DiskIndexInfo:
        """Numbers about what is on disk."""
        folder, parts = self._index_folder.path, self._parts.values()
        units = sum(part.size for part in parts)
        return DiskIndexInfo(folder, len(self._current), units, size(folder), len(parts))

    def missing(self) -> list[Document]:
        """The documents that are not on disk, or not as they are now, in order; unreadable files
        are left out."""
        found = (
            self._lazy_documents.get(name) for name in self._sources if name not in self._current
        )
        return [document for document in found if document is not None]

    def apply_to(self, index: Index, documents: Sequence[Document], *, facts: bool = True) -> None:
        """Makes an index search what is on disk, and `documents` in memory."""
        parts = [part for part in self._parts.values() if part.size]
        if documents:
            builder = SegmentBuilder()
            for document in documents:
                builder.document(document, facts=facts)
            places = [self._places[name] for name in builder.names]
            parts.append(Part.of(builder.segment(), np.array(places, dtype=np.int64)))
        index.use_parts(parts, self._lazy_documents)

    def refreshed(self, in_memory: int) -> Iterator[str]:
        """Runs a second process that brings the disk up to date; yields its progress messages."""
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
        # -P: modules in the current folder, which may be one of documents, are not imported.
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", "-c", "from tui.search.disk.writing import main; main()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        except OSError:
            return  # The caller then indexes in memory what is missing.
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(
                json.dumps([str(self._index_folder.path), in_memory, sources]).encode("ascii")
            )
            process.stdin.close()
            for line in process.stdout:
                yield line.decode("utf-8", "replace").strip()
        except BrokenPipeError:
            return  # The process ended before it read its input: nothing is refreshed.
        finally:
            process.kill()
            process.stdout.close()
            process.wait()

    def _is_current(self, entry: Entry) -> bool:
        source = self._sources.get(entry.name)
        if source is None or source.path is None or str(absolute(source.path)) != entry.path:
            return False
        if isinstance(source, Document):
            # On disk, periods are resolved against the date stated in the text.
            return source.sha256 == entry.sha256 and not source.is_dated_by_hand
        if entry.stamp is not None and stamp(entry.path, settled=False) == entry.stamp:
            return True
        document = self._lazy_documents.get(entry.name)
        return document is not None and document.sha256 == entry.sha256


class LazyDocuments(Mapping[str, Document]):
    """Documents by name; those of which only the file is known are read when they are accessed."""

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
            while len(self._read) >= _MAX_CACHED:
                self._read.pop(next(iter(self._read)), None)
        self._read[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def _are_few(documents: Iterable[Document], most: int) -> bool:
    """Whether the documents have at most `most` passages in total."""
    count = 0
    for document in documents:
        count += len(document.passages)
        if count > most:
            return False
    return True
