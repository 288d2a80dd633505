"""Builds and updates an index on disk; one process at a time does this.

Documents are added in batches of doubling size, and each batch is valid as soon as it is written:
other processes can search it, and after a kill the next writer continues from there.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep

import numpy as np

from tui.documents import Found
from tui.documents import read as read_document
from tui.errors import FactdeskError, Problem, reason
from tui.files import absolute
from tui.search.disk.cleanup import LOCK, delete_unused
from tui.search.disk.index_folder import Entry, IndexFolder, Piece, stamp
from tui.search.disk.segment_file import Checksum
from tui.search.index.merge import Places
from tui.search.index.parts import Part, compacted, merged_part, without
from tui.search.index.segment import Segment
from tui.search.index.segment_builder import SegmentBuilder

#: Up to this many passages an index is built in memory (2 s of CPU), and not written to disk.
MAX_IN_MEMORY = 50_000
#: Seconds between progress messages, and between attempts to take the lock.
PROGRESS_INTERVAL = 0.2


def refresh(
    index_folder: IndexFolder, sources: Sequence[Found], in_memory: int = MAX_IN_MEMORY
) -> Iterator[str | Problem]:
    """Makes the index in `index_folder` one of `sources`, in this order; yields progress messages,
    and the problems of documents that had to be left out. Of the other documents in it, only those
    whose files are gone are removed.

    Waits while another process writes. Writes nothing for at most `in_memory` passages, if there is
    no index yet. May be closed, or killed, at any moment. Raises `FactdeskError` if the folder
    cannot be written.
    """
    from filelock import FileLock, Timeout

    if index_folder.generation() is None and _is_little(sources, in_memory):
        return
    try:
        index_folder.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(index_folder.path / LOCK))
        while True:
            try:
                lock.acquire(timeout=0)
                break
            except Timeout:
                yield "Another factdesk is building the index …"
                sleep(PROGRESS_INTERVAL)
    except OSError as error:
        raise FactdeskError(
            f"the index cannot be locked ({reason(error)})",
            where=str(index_folder.path),
        ) from error
    try:
        yield from _Writer(index_folder, sources).run(in_memory)
    finally:
        lock.release()
    delete_unused(index_folder.path)


def _is_little(sources: Sequence[Found], in_memory: int) -> bool:
    count = 0
    for source in sources:
        try:
            count += len(read_document(source).passages)
        except FactdeskError:
            continue
        if count > in_memory:
            return False
    return True


class _Writer:
    """A single update of one index folder."""

    def __init__(self, index_folder: IndexFolder, sources: Sequence[Found]) -> None:
        self._index_folder = index_folder
        self._sources = sources
        self._places = {source.name: place for place, source in enumerate(sources)}
        self._parts: list[Part] = []
        self._entries: dict[str, Entry] = {}
        self._files: dict[Segment, tuple[str, Checksum]] = {}
        self._new: set[Segment] = set()
        self._is_changed = False

    def run(self, in_memory: int) -> Iterator[str | Problem]:
        """Adds what is new or changed, merges segments, commits."""
        self._open()
        builder, lot, entries = SegmentBuilder(), in_memory, list[Entry]()
        last_progress, count = 0.0, len(self._sources)
        for number, source in enumerate(self._sources):
            if monotonic() - last_progress > PROGRESS_INTERVAL:
                yield f"Indexing: {number:,} of {count:,} documents …"
                last_progress = monotonic()
            path = str(absolute(source.path))
            known, now = self._entries.get(source.name), stamp(path)
            if known and known.path == path and now and known.stamp == now:
                continue
            try:
                document = read_document(source)
            except FactdeskError:
                self._forget({source.name})
                continue
            entry = Entry(source.name, path, now, document.sha256)
            if known and known.sha256 == entry.sha256:
                self._is_changed |= known != entry
                self._entries[source.name] = entry
                continue
            if not builder.document(document):
                self._forget({source.name})
                yield from document.problems
                continue
            entries.append(entry)
            if len(builder) > lot:
                self._take(builder, entries)
                self._commit()
                builder, entries, lot = SegmentBuilder(), [], lot * 2
        if entries:
            self._take(builder, entries)
        if len(self._parts) > 1:
            yield "Putting the index together …"
            self._join()
        self._commit()

    def _open(self) -> None:
        """Opens what is there. Entries that are not among the sources stay: two programs may have
        opened different parts of one folder."""
        for piece, segment in self._index_folder.open() or []:
            self._files[segment] = piece.file, piece.checksum
            for entry in filter(None, piece.entries):
                self._entries[entry.name] = entry
                if entry.name not in self._places and stamp(entry.path, settled=False):
                    self._places[entry.name] = len(self._places)
            here = [entry.name if entry else "" for entry in piece.entries]
            self._parts.append(Part.of(segment, self._placed(here)))
        self._forget(self._entries.keys() - self._places.keys())

    def _placed(self, names: Sequence[str]) -> Places:
        return np.array([self._places.get(name, -1) for name in names], dtype=np.int64)

    def _forget(self, names: set[str]) -> None:
        for name in names & self._entries.keys():
            del self._entries[name]
            self._is_changed = True
        self._parts = without(self._parts, names)

    def _take(self, builder: SegmentBuilder, entries: Sequence[Entry]) -> None:
        segment = builder.segment()
        self._new.add(segment)
        self._forget({entry.name for entry in entries})
        self._entries |= {entry.name: entry for entry in entries}
        self._parts.append(Part.of(segment, self._placed(segment.names)))
        self._is_changed = True

    def _join(self) -> None:
        """Merges everything if most of it is new; else only small segments."""
        new = sum(part.size for part in self._parts if part.segment in self._new)
        total = sum(part.size for part in self._parts)
        parts = [merged_part(self._parts)] if new * 2 > total else list(compacted(self._parts))
        self._is_changed |= any(part.segment not in self._files for part in parts)
        self._parts = parts

    def _commit(self) -> None:
        pieces = []
        for part in self._parts:
            segment = part.segment
            if segment not in self._files:
                self._files[segment] = self._index_folder.store(segment)
            pieces.append(
                Piece(
                    *self._files[segment],
                    tuple(
                        self._entries[name] if place >= 0 else None
                        for name, place in zip(segment.names, part.places.tolist(), strict=True)
                    ),
                )
            )
        if self._is_changed:
            self._index_folder.commit(pieces)
            self._is_changed = False


def main() -> None:
    """The second process: reads the folder and the sources from stdin, prints progress messages to
    stdout, one per line. An error message comes last, with exit status 2."""
    folder, in_memory, sources = json.loads(sys.stdin.buffer.read())
    found = [Found(Path(path), name) for name, path in sources]
    try:
        for words in refresh(IndexFolder(Path(folder)), found, in_memory):
            if isinstance(words, str):  # the first process finds the problems itself
                print(words, flush=True)
    except FactdeskError as error:
        print(error, flush=True)
        sys.exit(2)
    except (BrokenPipeError, KeyboardInterrupt):
        sys.exit(130)
