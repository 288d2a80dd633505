"""Compiled patterns kept from one start to the next, as Python keeps compiled modules.

To compile the 130 patterns that a first look at five articles needs takes 28 ms, of 160 between a
bare Textual application and the desk with its figures; to make them of their code takes 0.6 ms.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from array import array
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tui import files, patterns
from tui.errors import FactdeskError

#: Patterns kept. The program has some hundred; more are left over from other versions of it.
MOST = 1_000
_LIMIT = 16 * 1024 * 1024
#: A unit of code takes four bytes in every Python.
_UNIT = "I"

#: What comes of code that is none, or of a Python that has not the parts used here.
_UNUSABLE = (
    ImportError, AttributeError, LookupError, OverflowError, RuntimeError, TypeError, ValueError,
)  # fmt: skip

Source = str | bytes
Key = tuple[Source, int]


class Code(NamedTuple):
    """What a pattern is compiled to: all that Python's engine needs to make it again."""

    flags: int
    groups: int
    names: dict[str, int]
    units: array[int]


class PatternCache:
    """The file `patterns-...` in `folder`, one for each version of Python.

    What it holds can be lost at any time: a file that is broken or cannot be written is ignored.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"patterns-{sys.hexversion:x}"
        self._known = self._read()
        self._new: dict[Key, Code] = {}

    def compile(self, source: Source, flags: int) -> re.Pattern[Any]:
        """As `re.compile`, which is asked only if the pattern is not known or Python is another.

        The parts of Python that are used here are private: those of 3.11 to 3.13 are known.
        """
        try:
            key = (source, int(flags))
            code = self._known.get(key)
            if code is None:
                code = self._new[key] = _code(source, flags)
            return _made(source, code)
        except _UNUSABLE:
            self._known.pop((source, int(flags)), None)
            self._new.pop((source, int(flags)), None)
            return re.compile(source, flags)

    def save(self) -> None:
        """Write what has been compiled since the last time, if anything, in one step."""
        if not self._new:
            return
        # Another thread may be compiling.
        new, self._new = self._new, {}
        self._known = {**(self._known if len(self._known) < MOST else {}), **new}
        temporary = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(_packed(self._known))
            temporary.replace(self._path)

    def _read(self) -> dict[Key, Code]:
        try:
            return _unpacked(files.read_bytes(self._path, limit=_LIMIT))
        except (FactdeskError, ValueError, TypeError, AttributeError, RecursionError):
            return {}


_cache: PatternCache | None = None


def start() -> None:
    """Compile patterns by way of the cache from now on."""
    global _cache
    _cache = PatternCache(files.cache_folder())
    patterns.compiler = _cache.compile


def save() -> None:
    """Write what has been compiled since the start, if that goes by way of the cache."""
    if _cache is not None:
        _cache.save()


def _code(source: Source, flags: int) -> Code:
    """What `re.compile` works out."""
    parsed = import_module("re._parser").parse(source, flags)
    units = import_module("re._compiler")._code(parsed, flags)
    state = parsed.state
    return Code(
        int(flags) | state.flags, state.groups - 1, dict(state.groupdict), array(_UNIT, units)
    )


def _made(source: Source, code: Code) -> re.Pattern[Any]:
    """The pattern of its code, which the engine checks."""
    names: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        names[number] = name
    made: re.Pattern[Any] = import_module("_sre").compile(
        source, code.flags, code.units.tolist(), code.groups, code.names, tuple(names)
    )
    return made


def _packed(known: dict[Key, Code]) -> bytes:
    """A line of JSON about each pattern, then the code of all."""
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


def _unpacked(data: bytes) -> dict[Key, Code]:
    """The patterns that `_packed` has packed; raises errors of several kinds if it did not."""
    about, _, packed = data.partition(b"\n")
    units = array(_UNIT)
    units.frombytes(packed)
    known, at = dict[Key, Code](), 0
    for words, is_text, wanted, flags, groups, names, size in json.loads(about):
        source = words if is_text else words.encode("latin-1")
        known[source, wanted] = Code(flags, groups, names, units[at : at + size])
        at += size
    if at != len(units):
        raise ValueError("code is missing, or too much of it is there")
    return known
