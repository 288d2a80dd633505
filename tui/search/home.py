"""Where an index lies on disk: files of segments that never change, and one small file, replaced
at one blow, that says which of them count.

What is not named there is not there: a program that is killed leaves at most a file too many,
which the next one to write deletes. Nothing here is the only copy of anything: whatever is not as
it was written, or was written by another version, is built anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import NamedTuple, Protocol
from zlib import crc32

from tui import __version__, files
from tui.errors import FactdeskError
from tui.search.segment import Segment
from tui.search.segment_file import DamagedError, Seal, read, write

LAYOUT = 1
"""The number of the layout of the records; `tests/search/test_layout.py` has what it stands for."""
FORMAT = f"factdesk index {LAYOUT}, {__version__}"
"""Another one: build anew. Another version may also find figures and words differently."""
SETTLED = 2_000_000_000
"""Nanoseconds after which the time of a file tells whether it was changed once more."""
_ENDING = ".segment"

Stamp = tuple[int, int, int]
"""Size, and the times of the last change to the bytes and to the file, in nanoseconds."""


class Source(Protocol):
    """What can be kept on disk: a document or a file that was found, with a name and a path."""

    @property
    def name(self) -> str: ...

    @property
    def path(self) -> Path | None: ...


class Entry(NamedTuple):
    """A document as it was when it was indexed. Without a stamp only its text tells whether it is
    still the same."""

    name: str
    path: str
    stamp: Stamp | None
    sha256: str


class Piece(NamedTuple):
    """A file with a segment, and its documents; None for those that were taken out."""

    file: str
    seal: Seal
    entries: tuple[Entry | None, ...]


class Stored(NamedTuple):
    """A piece and the segment in it."""

    piece: Piece
    segment: Segment


class Home:
    """The folder of one index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._manifest = folder / "manifest"

    @classmethod
    def of(cls, sources: Iterable[Source]) -> Home:
        """The home of what was opened: the same for the same folders, whatever is in them now."""
        roots = set()
        for source in sources:
            if source.path is not None:
                path, tail = absolute(source.path).as_posix(), "/" + source.name
                inside = path.endswith(tail)
                roots.add(path.removesuffix(tail) if inside else path.rpartition("/")[0])
        key = sha256("\n".join(sorted(roots)).encode("utf-8", "surrogatepass")).hexdigest()
        return cls(files.cache_folder() / "index" / key[:16])

    def mark(self) -> Stamp | None:
        """Differs when another generation was written; None if there is none."""
        return stamp(self._manifest, settled=False)

    def open(self, known: Mapping[str, Segment] | None = None) -> list[Stored] | None:
        """What counts now; None if there is nothing, or it cannot be trusted.

        `known`: segments that are open already, by their files.
        """
        for _ in range(5):
            before = self.mark()
            pieces = self._pieces()
            if pieces is None:
                return None
            try:
                return [
                    Stored(
                        piece,
                        (known or {}).get(piece.file) or read(self.folder / piece.file, piece.seal),
                    )
                    for piece in pieces
                ]
            except DamagedError:
                return None
            except OSError:
                if self.mark() == before:
                    return None
        return None

    def store(self, segment: Segment) -> tuple[str, Seal]:
        """Writes a segment; it counts only when `commit` names it."""
        with _told(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            file = f"{time_ns():x}{_ENDING}"
            return file, write(self.folder / file, segment)

    def commit(self, pieces: Sequence[Piece]) -> None:
        """From now on these count and no others; deletes what no longer does."""
        body = json.dumps([FORMAT, pieces])
        part = self._manifest.with_name("manifest.part")
        with _told(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="ascii") as file:
                file.write(f"{crc32(body.encode('ascii')):08x}\n{body}")
            part.replace(self._manifest)
            self._sweep({piece.file for piece in pieces})

    def _sweep(self, kept: set[str]) -> None:
        for path in self.folder.glob(f"*{_ENDING}*"):
            if path.name not in kept:
                try:
                    path.unlink()
                except OSError:
                    continue  # Windows keeps what somebody has mapped; the next sweep has it.

    def _pieces(self) -> list[Piece] | None:
        try:
            written = files.read_bytes(self._manifest)
        except FactdeskError:
            return None
        total, _, body = written.partition(b"\n")
        if total != b"%08x" % crc32(body):
            return None
        kept = json.loads(body)
        if kept[:1] != [FORMAT]:
            return None
        return [
            Piece(
                file,
                Seal(*seal),
                tuple(
                    entry and Entry(entry[0], entry[1], entry[2] and tuple(entry[2]), entry[3])
                    for entry in entries
                ),
            )
            for file, seal, entries in kept[1]
        ]


def absolute(path: Path) -> Path:
    """A path that means the same wherever the program is started."""
    return Path(os.path.normpath(path.absolute()))


def stamp(path: Path | str, *, settled: bool = True) -> Stamp | None:
    """What tells a file from what it was; None if it is gone or (`settled`) was changed just now,
    and might be changed again without a trace."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    if settled and abs(time_ns() - found.st_mtime_ns) < SETTLED:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Makes an error of the system one of our own."""
    try:
        yield
    except OSError as error:
        raise FactdeskError(
            f"the index cannot be written ({(error.strerror or str(error)).lower()})",
            where=str(folder),
            remedy="without it everything is indexed in memory",
        ) from error
