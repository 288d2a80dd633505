"""Finding files: what is opened, and what lies in folders below it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FactdeskError, Problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: In folders, files whose names end so are taken, if nothing else is asked for.
ENDINGS = (".txt", ".md")

_DIGITS = re.compile(r"([0-9]+)")


class Found(NamedTuple):
    """A file, or a folder that could not be looked into: then `problem` says why."""

    path: Path
    #: Relative to what was opened, with `/`; unique among all that was found.
    name: str
    problem: Problem | None = None


def find(
    paths: Sequence[Path], exclude: Sequence[str] = (), endings: Sequence[str] = ENDINGS
) -> Iterator[Found]:
    """All documents at `paths`, in the order given, folders in natural order of names.

    In folders only files whose names end in one of `endings`, without hidden files and folders
    and without what `exclude` matches (patterns of a .gitignore, relative to the opened folder).
    A file named itself is always taken. Nothing is found twice. Raises `FactdeskError` at once
    for a path that does not exist or a pattern that is none.
    """
    return Finder(exclude, endings).find(paths)


def natural(name: str) -> tuple[tuple[int, str | int], ...]:
    """A key that sorts names as people do: `a2` before `a10`.

    >>> sorted(["a10", "B1", "a2", "a"], key=natural)
    ['a', 'a2', 'a10', 'B1']
    """
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts if part)


class Finder:
    """Finds files as `find` does, and remembers them: asked again it gives only what is new."""

    def __init__(self, exclude: Sequence[str] = (), endings: Sequence[str] = ENDINGS) -> None:
        self._excluded = _excluding(exclude)
        self._endings = tuple(ending.lower() for ending in endings)
        self._names: set[str] = set()
        self._files: set[str] = set()
        self._folders: set[tuple[int, int]] = set()

    def find(self, paths: Sequence[Path]) -> Iterator[Found]:
        """What is at `paths` and was not found before; one walk must be over before the next.

        Raises `FactdeskError` at once for a path that does not exist.
        """
        for path in paths:
            try:
                path.stat()
            except (FileNotFoundError, NotADirectoryError) as error:
                raise FactdeskError("no such file or folder", where=str(path)) from error
            except ValueError as error:
                raise FactdeskError(f"not a path ({error})", where=repr(str(path))) from error
            except OSError:
                continue  # It is there, and why it cannot be read is said when it is read.
        return self._run(paths)

    def forget(self, found: Found) -> None:
        """Find this again when asked again: it could not be read."""
        self._names.discard(found.name)
        self._files.discard(os.path.realpath(found.path))

    def _run(self, paths: Sequence[Path]) -> Iterator[Found]:
        self._folders.clear()
        for path in paths:
            if _is_folder(path):
                yield from self._folder(path)
            elif self._is_new(path):
                yield Found(path, self._name(path.name, path))

    def _folder(self, top: Path) -> Iterator[Found]:
        """Depth first, with a stack of our own: folders may be nested deeper than calls may."""
        stack = [iter([("", top)])]
        while stack:
            for name, path in stack[-1]:
                if name and not _is_folder(path):
                    if self._is_new(path):
                        yield Found(path, self._name(name, top / name))
                    continue
                try:
                    entries = self._entries(name, path)
                except OSError as error:
                    reason = (error.strerror or str(error)).lower()
                    problem = Problem(f"folder cannot be read ({reason})", where=str(path))
                    yield Found(path, name or path.name, problem)
                    continue
                stack.append(iter(entries))
                break
            else:
                stack.pop()

    def _entries(self, name: str, folder: Path) -> list[tuple[str, Path]]:
        """What to look at in a folder: names from the top, and paths. None if it was met before."""
        found = folder.stat()
        identity = (found.st_dev, found.st_ino)
        if found.st_ino and identity in self._folders:
            return []
        self._folders.add(identity)
        with os.scandir(folder) as scanned:
            entries = [
                (entry.name, _is_folder(entry))
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

    def _is_new(self, path: Path) -> bool:
        real = os.path.realpath(path)
        if real in self._files:
            return False
        self._files.add(real)
        return True

    def _name(self, name: str, path: Path) -> str:
        """`name`, with as many of the folders above in front as make it unique."""
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


def _is_folder(entry: Path | os.DirEntry[str]) -> bool:
    """Whether it is one; what may not even be asked is not, and says why when it is read."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _excluding(patterns: Sequence[str]) -> GitIgnoreSpec | None:
    if not patterns:
        return None
    # Takes 35 ms to import: only those who exclude something pay for it.
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise FactdeskError(
            f"not a pattern ({error})",
            where="documents.exclude",
            remedy="write it as in .gitignore",
        ) from error
