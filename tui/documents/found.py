"""Finds the files to open, in folders and their subfolders."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Sequence
from copy import copy
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FactdeskError, Problem, reason
from tui.files import Stamp, is_folder, stamp

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: The default endings of the files that are opened in folders.
ENDINGS = (".txt", ".md")

_DIGITS = re.compile(r"([0-9]+)")


class Found(NamedTuple):
    """A file; or a folder that could not be read, with the reason in `problem`."""

    path: Path
    #: Path relative to what was opened, with `/`; unique.
    name: str
    problem: Problem | None = None


def find(
    paths: Sequence[Path], exclude: Sequence[str] = (), endings: Sequence[str] = ENDINGS
) -> Iterator[Found]:
    """All documents at `paths`, in the order given, folders in natural order of names.

    In folders only files whose names end in one of `endings` are found, without hidden files and
    folders, and without matches of `exclude` (.gitignore patterns, relative to the opened folder).
    A file given directly is always found. Nothing is found twice. Raises `FactdeskError` at once
    for a path that does not exist or an invalid pattern.
    """
    return Finder(exclude, endings).find(paths)


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts names naturally: `a2` before `a10`.

    >>> sorted(["a10", "B1", "a2", "a"], key=natural)
    ['a', 'a2', 'a10', 'B1']
    """
    return tuple(map(_part, filter(None, _DIGITS.split(name.casefold()))))


def _part(part: str) -> tuple[int, int, str]:
    """Numbers come first, by length and digits: `int` refuses `²` and 5,000 digits."""
    if "0" <= part[0] <= "9":
        digits = part.lstrip("0")
        return 0, len(digits), digits
    return 1, 0, part


class Finder:
    """Finds files as `find` does, and remembers them: repeated calls return only new ones.

    Safe to use from several threads.
    """

    def __init__(self, exclude: Sequence[str] = (), endings: Sequence[str] = ENDINGS) -> None:
        self._excluded = _excluding(exclude)
        self._endings = tuple(ending.lower() for ending in endings)
        self._names: set[str] = set()
        self._files: set[str] = set()
        self._refused: set[str] = set()
        self._lock = Lock()
        # The folders that were searched, with their stamps; and the last result of `peek`.
        self._walked: dict[Path, Stamp | None] = {}
        self._peeked: list[Found] = []

    def find(self, paths: Sequence[Path]) -> Iterator[Found]:
        """The files at `paths` that were not found before.

        Raises `FactdeskError` at once for a path that does not exist.
        """
        for path in paths:
            try:
                path.stat()
            except (FileNotFoundError, NotADirectoryError) as error:
                raise FactdeskError("no such file or folder", where=str(path)) from error
            except ValueError as error:
                raise FactdeskError(f"not a path ({error})", where=repr(str(path))) from error
            except OSError as error:
                if error.errno == errno.ENAMETOOLONG:
                    what = "not a path (file name too long)"
                    raise FactdeskError(what, where=f"{str(path)[:80]}…") from error
                continue  # It exists; reading it will report the reason.
        return self._run(paths)

    def forget(self, found: Found) -> None:
        """Forget a file that could not be read, so that it is found again."""
        real = os.path.realpath(found.path)
        with self._lock:
            self._names.discard(found.name)
            self._files.discard(real)
            self._refused.add(real)

    def peek(self, paths: Sequence[Path]) -> list[Found]:
        """What `find` would return now, except unreadable files, without marking it as found.

        Searches the folders only if one of them has changed since the last call.
        """
        with self._lock:
            walked, known = dict(self._walked), self._files | self._refused
        if any(stamp(folder) != written for folder, written in walked.items()):
            twin = copy(self)
            twin._names, twin._files, twin._walked = set(), set(known), {}
            self._peeked = [found for found in twin._run(paths) if found.problem is None]
            self._walked = twin._walked
        self._peeked = [one for one in self._peeked if os.path.realpath(one.path) not in known]
        return self._peeked

    def _run(self, paths: Sequence[Path]) -> Iterator[Found]:
        met = set[tuple[int, int]]()
        for path in paths:
            if is_folder(path):
                yield from self._folder(path, met)
            elif (found := self._new(path.name, path)) is not None:
                yield found

    def _folder(self, top: Path, met: set[tuple[int, int]]) -> Iterator[Found]:
        """Depth first, with an explicit stack, since folders may be nested deeper than Python's
        call stack."""
        stack = [iter([("", top)])]
        while stack:
            for name, path in stack[-1]:
                if name and not is_folder(path):
                    if (new := self._new(name, top / name)) is not None:
                        yield new
                    continue
                try:
                    entries = self._entries(name, path, met)
                except OSError as error:
                    what = f"folder cannot be read ({reason(error)})"
                    problem = Problem(what, where=str(path))
                    yield Found(path, name or path.name, problem)
                    continue
                stack.append(iter(entries))
                break
            else:
                stack.pop()

    def _entries(
        self, name: str, folder: Path, met: set[tuple[int, int]]
    ) -> list[tuple[str, Path]]:
        """The entries of a folder, as names relative to the top, and paths; none if it was visited
        before."""
        found, written = folder.stat(), stamp(folder)
        identity = (found.st_dev, found.st_ino)
        if found.st_ino and identity in met:
            return []
        met.add(identity)
        self._walked[folder] = written
        with os.scandir(folder) as scanned:
            entries = [
                (entry.name, is_folder(entry))
                for entry in scanned
                if not entry.name.startswith(".")
            ]
        entries.sort(key=lambda entry: (natural(entry[0]), entry[0]))
        prefix = f"{name}/" if name else ""
        return [
            (prefix + entry, folder / entry)
            for entry, is_folder in entries
            if (is_folder or entry.lower().endswith(self._endings))
            and not self._is_excluded(prefix + entry, is_folder)
        ]

    def _is_excluded(self, name: str, is_folder: bool) -> bool:
        if self._excluded is None:
            return False
        return self._excluded.match_file(f"{name}/" if is_folder else name)

    def _new(self, name: str, path: Path) -> Found | None:
        """A file with a unique name; None if it was found before."""
        real = os.path.realpath(path)
        with self._lock:
            if real in self._files:
                return None
            self._files.add(real)
            return Found(path, self._name(name, path))

    def _name(self, name: str, path: Path) -> str:
        """`name`, prefixed with as many parent folders as make it unique."""
        above = [part for part in path.absolute().parent.parts if part != path.anchor]
        above = above[: len(above) - name.count("/")]
        unique = name
        while unique in self._names and above:
            unique = f"{above.pop()}/{unique}"
        number = 2
        while unique in self._names:
            unique = f"{name} ({number})"
            number += 1
        self._names.add(unique)
        return unique


def _excluding(patterns: Sequence[str]) -> GitIgnoreSpec | None:
    if not patterns:
        return None
    # Takes 35 ms to import, so only if something is excluded.
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise FactdeskError(
            f"not a pattern ({error})",
            where="documents.exclude",
            remedy="write it as in .gitignore",
        ) from error
