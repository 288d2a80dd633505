"""The file format of a segment: a header with the offsets of its arrays, then the arrays, mapped.

Opening such a file copies nothing: the system loads the pages that a search touches, and frees
their memory when it is needed elsewhere.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.index.facts import Facts
from tui.search.index.lexicon import Lexicon
from tui.search.index.segment import Segment

_MAGIC = b"factdesk"
_ALIGNED = 64
#: Bytes before the header: the magic number, and the header's length.
_BEGINNING = 16


class DamagedError(Exception):
    """A file of the index is not what was written; it must be rebuilt."""


class Checksum(NamedTuple):
    """The expected size of a file in bytes, and the sum of its 64-bit words (42 ms for 260 MB,
    where crc32 takes 130)."""

    size: int
    total: int


def write(path: Path, segment: Segment) -> Checksum:
    """Writes a segment atomically to a new file, and returns its checksum."""
    groups = {"": segment.arrays, "lexicon": segment.lexicon.arrays, "facts": segment.facts.arrays}
    arrays = {
        f"{group}.{name}": np.ascontiguousarray(array)
        for group, columns in groups.items()
        for name, array in columns.items()
    }
    at, table = 0, list[tuple[str, str, int, int]]()
    for name, array in arrays.items():
        table.append((name, array.dtype.str, len(array), at))
        at = _up(at + array.nbytes)
    header = json.dumps(
        {
            "names": segment.names,
            "kinds": segment.facts.kind_names,
            "measures": segment.facts.unit_names,
            "arrays": table,
        }
    ).encode("ascii")
    first = _up(_BEGINNING + len(header))
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(_MAGIC + len(header).to_bytes(8, "little") + header)
        for (_, _, _, start), array in zip(table, arrays.values(), strict=True):
            file.seek(first + start)
            file.write(array.data)
        file.truncate(first + at)
    checksum = _checksum_of(_bytes(part))
    part.replace(path)
    return checksum


def read(path: Path, checksum: Checksum) -> Segment:
    """The segment in a file. Raises `DamagedError` if its checksum differs, `OSError` if it cannot
    be opened."""
    try:
        data = _bytes(path)
    except ValueError as error:  # an empty file cannot be mapped
        raise DamagedError(str(path)) from error
    if _checksum_of(data) != checksum:
        raise DamagedError(str(path))
    length = int.from_bytes(data[len(_MAGIC) : _BEGINNING].tobytes(), "little")
    header = json.loads(data[_BEGINNING : _BEGINNING + length].tobytes())
    first = _up(_BEGINNING + length)
    groups: dict[str, dict[str, npt.NDArray[Any]]] = {"": {}, "lexicon": {}, "facts": {}}
    for name, kind, count, at in header["arrays"]:
        group, _, column = name.partition(".")
        dtype = np.dtype(kind)
        stretch = data[first + at : first + at + count * dtype.itemsize]
        groups[group][column] = stretch.view(dtype)
    facts = Facts(groups["facts"], header["kinds"], header["measures"])
    return Segment(groups[""], Lexicon(groups["lexicon"]), facts, header["names"])


def _bytes(path: Path) -> npt.NDArray[np.uint8]:
    return np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))


def _checksum_of(data: npt.NDArray[np.uint8]) -> Checksum:
    words = data[: len(data) // 8 * 8].view(np.uint64)
    return Checksum(len(data), int(np.add.reduce(words)))


def _up(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
