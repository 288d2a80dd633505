"""The settings: loads and checks the configuration files, and merges them.

In this order: the shipped `config.toml`, the user's own file, the file that `--config` names, the
one that `FACTDESK_CONFIG` names, the flags of the command line. Each invalid value becomes a
`Problem`, and the rest of the file still counts. No other file is ever read, so none that came with
documents.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tui import files, toml
from tui.checks import Check, Folder, Named, Some, Switch, Whole, Words, WrongError
from tui.errors import FactdeskError, Problem
from tui.keys import SHIPPED, rebound


class Documents(NamedTuple):
    """Which files are opened in a folder."""

    exclude: tuple[str, ...] = ()
    endings: tuple[str, ...] = (".txt", ".md")


class Reading(NamedTuple):
    """How text is displayed; `width` in terminal cells."""

    width: int = 80
    ascii: bool = False
    mouse: bool = True


class Figures(NamedTuple):
    """Which kinds of figures are left out."""

    leave_out: tuple[str, ...] = ()


class Search(NamedTuple):
    """The number of hits and of remembered queries; the number of passages from which the index is
    on disk."""

    hits: int = 200
    history: int = 200
    on_disk: int = 50_000


class Notes(NamedTuple):
    """The verdicts to choose from, in order; the folder for new notes."""

    verdicts: tuple[str, ...] = (
        "supported",
        "disputed",
        "needs context",
        "wrong",
        "unverifiable",
    )
    folder: str = ""


class Theme(NamedTuple):
    """The theme to start with."""

    name: str = "dusk"


class Settings(NamedTuple):
    """All settings. `keys` has every action's id; `()` for an action without a key."""

    documents: Documents = Documents()
    reading: Reading = Reading()
    figures: Figures = Figures()
    search: Search = Search()
    notes: Notes = Notes()
    theme: Theme = Theme()
    keys: Mapping[str, tuple[str, ...]] = SHIPPED


def _themes() -> list[str]:
    from tui.theme import names

    return names()


#: The kinds of figures, as in `tui.figures.KINDS`.
KINDS = (
    *("count", "money", "percent", "measure", "duration", "ratio"),
    *("ordinal", "score", "date", "time", "malformed"),
)

#: The check of each setting; `config.toml` describes them in words.
CHECKS: dict[str, Check] = {
    "documents.exclude": Words(0, 1000, 1000),
    "documents.endings": Words(1, 50, 20),
    "reading.width": Whole(30, 200),
    "reading.ascii": Switch(),
    "reading.mouse": Switch(),
    "figures.leave_out": Some("kind of figure", KINDS),
    "search.hits": Whole(10, 1000),
    "search.history": Whole(0, 1000),
    "search.on_disk": Whole(1_000, 10_000_000),
    "notes.verdicts": Words(1, 9, 24),
    "notes.folder": Folder(),
    "theme.name": Named("theme", _themes, 'as in "dusk"'),
}

#: The maximum number of problems to report.
MAX_PROBLEMS = 50


#: The flags of the command line that override a setting.
FLAGS = {"--theme": "theme.name", "--width": "reading.width", "--ascii": "reading.ascii"}


class Line(NamedTuple):
    """The settings given on the command line: a file, and values by flag."""

    file: Path | None = None
    flags: Mapping[str, object] = {}


_line = Line()


def follow(line: Line) -> None:
    """Make every later `load` include the settings from the command line.

    Raises `FactdeskError` for an invalid value.
    """
    global _line
    for flag, value in line.flags.items():
        try:
            CHECKS[FLAGS[flag]](value)
        except WrongError as error:
            raise FactdeskError(f"{flag} {error.what}", remedy=error.remedy) from None
    _line = line


def is_flag(name: str) -> bool:
    """Whether a flag of the command line overrides this setting."""
    return any(FLAGS[flag] == name for flag in _line.flags)


def sources() -> list[Path]:
    """The files that are read, in order; the shipped one and the user's own come first."""
    named = (_line.file, os.environ.get("FACTDESK_CONFIG") or None)
    return [
        files.shipped("config.toml"),
        files.config_folder() / "config.toml",
        *(Path(path) for path in named if path is not None),
    ]


def load(file: Path | None = None) -> tuple[Settings, list[Problem]]:
    """The effective settings, and all problems with them; never raises.

    With `file` only that file overrides the shipped one. The user's own file may be missing.
    """
    settings = Settings()
    problems: list[Problem] = []
    own = files.config_folder() / "config.toml"
    for path in sources() if file is None else [files.shipped("config.toml"), file]:
        try:
            sheet = toml.read(path)
        except FactdeskError as error:
            if path != own or not isinstance(error.__cause__, FileNotFoundError):
                problems.append(error.problem)
            continue
        settings, wrong = _overlaid(settings, sheet)
        problems += wrong
    if len(problems) > MAX_PROBLEMS:
        more = len(problems) - MAX_PROBLEMS + 1
        problems[MAX_PROBLEMS - 1 :] = [Problem(f"and {more} more problems", str(path))]
    if file is None:
        for flag, value in _line.flags.items():
            settings = _with(settings, FLAGS[flag], value)
    return settings, problems


def _with(settings: Settings, name: str, value: object) -> Settings:
    """The settings with one of them changed."""
    group, _, key = name.partition(".")
    return settings._replace(**{group: getattr(settings, group)._replace(**{key: value})})


def _overlaid(settings: Settings, sheet: toml.Sheet) -> tuple[Settings, list[Problem]]:
    """`settings` overridden by the valid values of `sheet`, and the problems with the others."""
    problems: list[Problem] = []

    def wrong(what: str, remedy: str, *key: str) -> None:
        problems.append(Problem(what, sheet.where(*key), remedy))

    for group, values in sheet.values.items():
        if group not in Settings._fields:
            what = f"unknown group {toml.shown(group)}"
            wrong(what, toml.nearest(group, Settings._fields), group)
        elif not isinstance(values, dict):
            wrong(f"'{group}' must be a table", f"write [{group}] on a line of its own", group)
        elif group == "keys":
            keys, clashes = rebound(settings.keys, values, sheet)
            settings = settings._replace(keys=keys)
            problems += clashes
        else:
            known = getattr(settings, group)._fields
            for key, value in values.items():
                name = f"{group}.{key}"
                if key not in known:
                    what = f"unknown setting {toml.shown(name)}"
                    wrong(what, toml.nearest(key, known), group, key)
                    continue
                try:
                    settings = _with(settings, name, CHECKS[name](value))
                except WrongError as error:
                    wrong(f"'{name}' {error.what}", error.remedy, group, key)
    return settings, problems
