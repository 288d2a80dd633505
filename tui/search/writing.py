"""Brings an index on disk up to date, and builds it: what one program at a time does.

Documents are taken in in ever larger lots, and each lot counts as soon as it is written: others
search what is there already, and whoever goes on after a kill goes on from there.
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
from tui.errors import FactdeskError
from tui.search.cleanup import LOCK, sweep
from tui.search.collect import Collector
from tui.search.home import Entry, Home, Piece, absolute, stamp
from tui.search.merge import Places
from tui.search.parts import Part, few, joined, without
from tui.search.segment import Segment
from tui.search.segment_file import Seal

IN_MEMORY = 50_000
"""So many passages are indexed in memory faster than they are worth a file (2 s of CPU)."""
BEAT = 0.2
"""Seconds between words about how far it is, and between looks at a lock."""


def refresh(home: Home, sources: Sequence[Found], in_memory: int = IN_MEMORY) -> Iterator[str]:
    """Makes the index in `home` one of `sources`, in this order; gives words about how far it is.
    Of what else is there, only documents whose files are gone are taken out.

    Waits while another program writes there. Writes nothing for at most `in_memory` passages, if
    nothing is there yet. May be left, or killed, at any moment. Raises `FactdeskError` if the
    folder cannot be written.
    """
    from filelock import FileLock, Timeout

    if home.mark() is None and _is_little(sources, in_memory):
        return
    try:
        home.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(home.folder / LOCK))
        while True:
            try:
                lock.acquire(timeout=0)
                break
            except Timeout:
                yield "Another factdesk is building the index …"
                sleep(BEAT)
    except OSError as error:
        raise FactdeskError(
            f"the index cannot be locked ({(error.strerror or str(error)).lower()})",
            where=str(home.folder),
        ) from error
    try:
        yield from _Writer(home, sources).run(in_memory)
    finally:
        lock.release()
    sweep(home.folder)


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
    """One refreshing of one home."""

    def __init__(self, home: Home, sources: Sequence[Found]) -> None:
        self._home = home
        self._sources = sources
        self._places = {source.name: place for place, source in enumerate(sources)}
        self._parts: list[Part] = []
        self._entries: dict[str, Entry] = {}
        self._files: dict[Segment, tuple[str, Seal]] = {}
        self._new: set[Segment] = set()
        self._is_changed = False

    def run(self, in_memory: int) -> Iterator[str]:
        """Opens, reads what is new, writes."""
        self._open()
        collector, lot, entries = Collector(), in_memory, list[Entry]()
        told, count = 0.0, len(self._sources)
        for number, source in enumerate(self._sources):
            if monotonic() - told > BEAT:
                yield f"Indexing: {number:,} of {count:,} documents …"
                told = monotonic()
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
            collector.document(document)
            entries.append(entry)
            if len(collector) > lot:
                self._take(collector, entries)
                self._commit()
                collector, entries, lot = Collector(), [], lot * 2
        if entries:
            self._take(collector, entries)
        if len(self._parts) > 1:
            yield "Putting the index together …"
            self._join()
        self._commit()

    def _open(self) -> None:
        """Takes over what counts. Files that are no source now stay: two programs may have opened
        more and less of one folder."""
        for piece, segment in self._home.open() or []:
            self._files[segment] = piece.file, piece.seal
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

    def _take(self, collector: Collector, entries: Sequence[Entry]) -> None:
        segment = collector.segment()
        self._new.add(segment)
        self._forget({entry.name for entry in entries})
        self._entries |= {entry.name: entry for entry in entries}
        self._parts.append(Part.of(segment, self._placed(segment.names)))
        self._is_changed = True

    def _join(self) -> None:
        """Makes one segment of what is mostly new, and few of what has changed a little."""
        new = sum(part.size for part in self._parts if part.segment in self._new)
        total = sum(part.size for part in self._parts)
        parts = [joined(self._parts)] if new * 2 > total else list(few(self._parts))
        self._is_changed |= any(part.segment not in self._files for part in parts)
        self._parts = parts

    def _commit(self) -> None:
        pieces = []
        for part in self._parts:
            segment = part.segment
            if segment not in self._files:
                self._files[segment] = self._home.store(segment)
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
            self._home.commit(pieces)
            self._is_changed = False


def main() -> None:
    """What runs in a process of its own: the folder and the sources come on stdin, the words go to
    stdout line by line; those of an error come last, with exit status 2."""
    folder, in_memory, sources = json.loads(sys.stdin.buffer.read())
    found = [Found(Path(path), name) for name, path in sources]
    try:
        for words in refresh(Home(Path(folder)), found, in_memory):
            print(words, flush=True)
    except FactdeskError as error:
        print(error, flush=True)
        sys.exit(2)
    except (BrokenPipeError, KeyboardInterrupt):
        sys.exit(130)
