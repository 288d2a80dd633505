"""A cache on disk for compiled regular expressions, like Python's cache of compiled modules.

Opening five articles needs 130 patterns. Compiling them takes 28 ms of the 160 ms by which the
desk starts slower than an empty Textual application; building them from cached code takes 0.6 ms.
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
from array import array
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tui import files, patterns
from tui.errors import FactdeskError

#: More patterns than this in the file come from older versions: it is started afresh. The program
#: has a few hundred.
MAX_PATTERNS = 1_000
#: A larger file is not read.
_LIMIT = 16 * 1024 * 1024
#: The type code of an `array` of the engine's code units: four bytes each in every Python.
_UNIT = "I"

#: Raised for invalid code, and by versions of Python that lack the private parts used here.
_UNUSABLE = (
    ImportError, AttributeError, LookupError, OverflowError, RuntimeError, TypeError, ValueError,
)  # fmt: skip

Source = str | bytes
Key = tuple[Source, int]


class Code(NamedTuple):
    """A compiled pattern: the arguments from which Python's engine builds it."""

    flags: int
    groups: int
    names: dict[str, int]
    units: array[int]


class PatternCache:
    """The file `patterns-...` in `folder`, one for each version of Python.

    The file may be deleted at any time. If it is damaged or cannot be written, that is ignored.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"patterns-{sys.hexversion:x}"
        self._known = self._read()
        self._new: dict[Key, Code] = {}

    def compile(self, source: Source, flags: int) -> re.Pattern[Any]:
        """Like `re.compile`, but uses the cached code if there is any.

        This relies on private parts of Python, as they are in 3.11 to 3.13. If they are missing
        or reject the code, the pattern is compiled as usual.
        """
        try:
            key = (source, int(flags))
            code = self._known.get(key)
            if code is None:
                code = self._new[key] = _compile(source, flags)
            return _rebuild(source, code)
        except _UNUSABLE:
            self._known.pop((source, int(flags)), None)
            self._new.pop((source, int(flags)), None)
            return re.compile(source, flags)

    def save(self) -> None:
        """Atomically write the file, if anything has been compiled since the last time."""
        if not self._new:
            return
        # Take the new ones in one step: another thread may be adding to them.
        new, self._new = self._new, {}
        self._known = {**(self._known if len(self._known) < MAX_PATTERNS else {}), **new}
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            files.write_atomically(self._path, _serialize(self._known))

    def _read(self) -> dict[Key, Code]:
        try:
            return _deserialize(files.read_bytes(self._path, limit=_LIMIT))
        except (FactdeskError, ValueError, TypeError, AttributeError, RecursionError):
            return {}


_cache: PatternCache | None = None


def start() -> None:
    """Let `patterns` compile through the cache from now on."""
    global _cache
    _cache = PatternCache(files.cache_folder())
    patterns.compiler = _cache.compile


def save() -> None:
    """Save the cache; does nothing before `start`."""
    if _cache is not None:
        _cache.save()


def _compile(source: Source, flags: int) -> Code:
    """The code that `re.compile` would produce."""
    parsed = import_module("re._parser").parse(source, flags)
    units = import_module("re._compiler")._code(parsed, flags)
    state = parsed.state
    return Code(
        int(flags) | state.flags, state.groups - 1, dict(state.groupdict), array(_UNIT, units)
    )


def _rebuild(source: Source, code: Code) -> re.Pattern[Any]:
    """Build a pattern from its code. The engine validates the code and may raise."""
    names: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        names[number] = name
    made: re.Pattern[Any] = import_module("_sre").compile(
        source, code.flags, code.units.tolist(), code.groups, code.names, tuple(names)
    )
    return made


def _serialize(known: dict[Key, Code]) -> bytes:
    """One line of JSON that describes all patterns, then the code of all of them in that order."""
    about = [
        (
            source if isinstance(source, str) else source.decode("latin-1"),
            isinstance(source, str),
            flags,
            *code[:3],
            len(code.units),
        )
        for (source, flags), code in known.items()
    ]
    units = b"".join(code.units.tobytes() for code in known.values())
    return json.dumps(about).encode("ascii") + b"\n" + units


def _deserialize(data: bytes) -> dict[Key, Code]:
    """The inverse of `_serialize`; raises `ValueError`, `TypeError` or others for other data."""
    about, _, packed = data.partition(b"\n")
    units = array(_UNIT)
    units.frombytes(packed)
    known, at = dict[Key, Code](), 0
    for words, is_text, wanted, flags, groups, names, size in json.loads(about):
        source = words if is_text else words.encode("latin-1")
        known[source, wanted] = Code(flags, groups, names, units[at : at + size])
        at += size
    if at != len(units):
        raise ValueError("the code is longer or shorter than described")
    return known
