"""Paths as they are typed: parsing, listing and completion."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from tui.documents import natural
from tui.errors import FactdeskError, Problem, reason
from tui.files import is_folder
from tui.toml import nearest


class Entry(NamedTuple):
    """An entry of a folder: its name, and whether it is a folder."""

    name: str
    is_folder: bool

    @property
    def shown(self) -> str:
        """The name as typed, with a `/` after a folder."""
        return self.name + "/" * self.is_folder


def parse_path(typed: str) -> Path:
    """The path that was typed, or pasted in quotes; `~` is the home folder.

    Raises `FactdeskError` if that home folder does not exist.

    >>> parse_path(" 'my reports/a.txt' ").as_posix()
    'my reports/a.txt'
    """
    plain = typed.strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "'\"":
        plain = plain[1:-1]
    try:
        return Path(plain).expanduser()
    except RuntimeError as error:
        raise FactdeskError("no such home folder", where=plain) from error


def split_path(typed: str) -> tuple[str, str]:
    """A typed path as the folder, with its `/`, and the start of a name in it.

    >>> split_path("~/reports/an"), split_path("an"), split_path("~")
    (('~/reports/', 'an'), ('', 'an'), ('~/', ''))
    """
    if typed.strip() == "~":
        return "~/", ""
    folder, slash, begun = typed.lstrip().rpartition("/")
    return folder + slash, begun


def list_entries(folder: Path) -> list[Entry]:
    """The entries of a folder, folders first; raises `FactdeskError` if it cannot be read."""
    try:
        with os.scandir(folder) as scanned:
            found = [Entry(entry.name, is_folder(entry)) for entry in scanned]
    except (OSError, ValueError) as error:
        what = f"the folder cannot be read ({reason(error)})"
        raise FactdeskError(what, where=str(folder)) from error
    return sorted(found, key=lambda entry: (not entry.is_folder, natural(entry.name), entry.name))


def matching_entries(begun: str, there: Iterable[Entry], endings: Sequence[str]) -> list[Entry]:
    """The entries whose names start with `begun`, ignoring case.

    Hidden entries match only if `begun` starts with a dot, files without one of `endings` only if
    it is not empty.
    """
    wanted, taken = begun.casefold(), tuple(ending.lower() for ending in endings)
    return [
        entry
        for entry in there
        if entry.name.casefold().startswith(wanted)
        and (entry.name[0] != "." or begun.startswith("."))
        and (begun or entry.is_folder or entry.name.lower().endswith(taken))
    ]


def missing_part(path: Path) -> Problem | None:
    """What is missing of a path, and the most similar name that is there; None if it exists."""
    missing, there = "", path.absolute()
    while not os.path.lexists(there) and there != there.parent:
        missing, there = there.name, there.parent
    if not missing:
        return None
    if not there.is_dir():
        return Problem(f"{there.name!r} is a file, so {missing!r} cannot be in it", str(there))
    try:
        names = [entry.name for entry in list_entries(there)]
    except FactdeskError as error:
        return error.problem
    what = f"there is no {missing!r} in this folder" if names else "this folder is empty"
    return Problem(what, str(there), nearest(missing, names))


def complete_name(begun: str, among: Sequence[Entry]) -> str:
    """The longest common completion of a name; a single folder with its `/`.

    >>> among = [Entry("Reports 2021", True), Entry("reports 2022", True)]
    >>> complete_name("rep", among), complete_name("rep", among[:1]), complete_name("x", [])
    ('Reports 202', 'Reports 2021/', 'x')
    """
    if len(among) < 2:
        return among[0].shown if among else begun
    alike = among[0].name
    for entry in among:
        pairs = zip(alike, entry.name, strict=False)
        alike = "".join(
            a for a, _ in takewhile(lambda pair: pair[0].lower() == pair[1].lower(), pairs)
        )
    return alike if len(alike) >= len(begun) else begun
