"""An index on disk: a folder of immutable segment files, and a manifest that lists the valid ones.

The manifest is replaced atomically, and a file that it does not list does not count: a program that
is killed leaves at most a superfluous file, which the next writer deletes. The folder is only a
cache: anything damaged, or written by another version, is rebuilt.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import NamedTuple, Protocol
from zlib import crc32

from tui import __version__, files
from tui.errors import FactdeskError, reason
from tui.search.disk.segment_file import Checksum, DamagedError, read, write
from tui.search.index.segment import Segment

#: The version of the file layout, which `tests/search/test_layout.py` pins.
LAYOUT = 2
#: An index with another format is rebuilt; another program version may extract or tokenize
#: differently.
FORMAT = f"factdesk index {LAYOUT}, {__version__}"
#: Nanoseconds since its last change after which a file's timestamp reliably shows another change.
SETTLING_TIME = 2_000_000_000
_ENDING = ".segment"

#: Size in bytes, and the times of the last content and metadata changes, in nanoseconds. Without
#: the inode: a network file system may number its files anew whenever it is mounted.
Stamp = tuple[int, int, int]


class Source(Protocol):
    """What can be indexed on disk: a `Document` or a `Found` file."""

    @property
    def name(self) -> str: ...

    @property
    def path(self) -> Path | None: ...


class Entry(NamedTuple):
    """A document as it was when it was indexed. If it has no stamp, only its checksum tells whether
    it has changed."""

    name: str
    path: str
    stamp: Stamp | None
    sha256: str


class Piece(NamedTuple):
    """A segment file and its documents; None for those that were removed."""

    file: str
    checksum: Checksum
    entries: tuple[Entry | None, ...]


class Stored(NamedTuple):
    """A piece, and the segment read from it."""

    piece: Piece
    segment: Segment


class IndexFolder:
    """The folder of one index."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._manifest = path / "manifest"

    @classmethod
    def for_sources(cls, sources: Iterable[Source]) -> IndexFolder:
        """The folder for what was opened; it depends on the folders opened only, not on their
        files."""
        roots = set()
        for source in sources:
            if source.path is not None:
                path, tail = files.absolute(source.path).as_posix(), "/" + source.name
                inside = path.endswith(tail)
                roots.add(path.removesuffix(tail) if inside else path.rpartition("/")[0])
        key = sha256("\n".join(sorted(roots)).encode("utf-8", "surrogatepass")).hexdigest()
        return cls(files.cache_folder() / "index" / key[:16])

    def generation(self) -> Stamp | None:
        """A stamp that changes whenever the manifest is replaced; None if there is no index."""
        return stamp(self._manifest, settled=False)

    def open(self, known: Mapping[str, Segment] | None = None) -> list[Stored] | None:
        """The segments listed now; None if there is no index, or it is damaged.

        `known`: segments that are open already, by file name.
        """
        for _ in range(5):
            before = self.generation()
            pieces = self._pieces()
            if pieces is None:
                return None
            try:
                return [
                    Stored(
                        piece,
                        (known or {}).get(piece.file)
                        or read(self.path / piece.file, piece.checksum),
                    )
                    for piece in pieces
                ]
            except DamagedError:
                return None
            except OSError:
                if self.generation() == before:
                    return None
        return None

    def store(self, segment: Segment) -> tuple[str, Checksum]:
        """Writes a segment; it becomes valid when `commit` lists it."""
        with self._tidied_after_errors():
            self.path.mkdir(parents=True, exist_ok=True)
            file = f"{time_ns():x}{_ENDING}"
            return file, write(self.path / file, segment)

    def commit(self, pieces: Sequence[Piece]) -> None:
        """Atomically makes these the valid segments, and deletes all other files."""
        body = json.dumps([FORMAT, pieces]).encode("ascii")
        with self._tidied_after_errors():
            self.path.mkdir(parents=True, exist_ok=True)
            files.write_atomically(self._manifest, b"%08x\n%b" % (crc32(body), body))
            self._delete_unlisted(pieces)

    def _delete_unlisted(self, pieces: Iterable[Piece]) -> None:
        kept = {piece.file for piece in pieces}
        unfinished = self.path.glob(f".*.{self._manifest.name}")
        for path in (*self.path.glob(f"*{_ENDING}*"), *unfinished):
            if path.name not in kept:
                # Windows keeps mapped files; the next commit deletes them.
                with suppress(OSError):
                    path.unlink()

    @contextmanager
    def _tidied_after_errors(self) -> Iterator[None]:
        """Deletes what cannot be used if the system refuses to write, since the disk may be full,
        and raises `FactdeskError`."""
        try:
            yield
        except OSError as error:
            self._delete_unlisted(self._pieces() or [])
            raise FactdeskError(
                f"the index cannot be written ({reason(error)})",
                where=str(self.path),
                remedy="without it everything is indexed in memory",
            ) from error

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
                Checksum(*checksum),
                tuple(
                    entry and Entry(entry[0], entry[1], entry[2] and tuple(entry[2]), entry[3])
                    for entry in entries
                ),
            )
            for file, checksum, entries in kept[1]
        ]


def stamp(path: Path | str, *, settled: bool = True) -> Stamp | None:
    """The stamp of a file. None if it is gone or, with `settled`, was changed just now, so that
    another change might leave the same stamp."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    if settled and abs(time_ns() - found.st_mtime_ns) < SETTLING_TIME:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns
