"""The settings: what the shipped `config.toml` says, overlaid by what the user's own says.

Both files go through the same checks. What is wrong becomes one `Problem` a piece, and the rest
of the file still counts.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tui import files, toml
from tui.errors import FactdeskError, Problem
from tui.keys import SHIPPED, rebound


class Documents(NamedTuple):
    """Which documents are opened."""

    exclude: tuple[str, ...] = ()


class Reading(NamedTuple):
    """How text is laid out; `width` in terminal cells."""

    width: int = 80


class Notes(NamedTuple):
    """The words a reader may pass judgement with, in the order in which they are offered."""

    verdicts: tuple[str, ...] = (
        "supported",
        "disputed",
        "needs context",
        "wrong",
        "unverifiable",
    )


class Theme(NamedTuple):
    """The theme to start with."""

    name: str = "dusk"


class Settings(NamedTuple):
    """What is in force. `keys` holds every action's id; an action without a key has `()`."""

    documents: Documents = Documents()
    reading: Reading = Reading()
    notes: Notes = Notes()
    theme: Theme = Theme()
    keys: Mapping[str, tuple[str, ...]] = SHIPPED


#: No list of problems is longer: a file of garbage is no reading matter.
MOST_PROBLEMS = 50


def load(user: Path | None = None) -> tuple[Settings, list[Problem]]:
    """The settings in force and everything that is wrong with them; never raises.

    `user` is the file that overlays the shipped one: by default `config.toml` in the user's
    config folder. It may be missing.
    """
    settings = Settings()
    problems: list[Problem] = []
    shipped = files.shipped("config.toml")
    for path in (shipped, user or files.config_folder() / "config.toml"):
        try:
            sheet = toml.read(path)
        except FactdeskError as error:
            if path is shipped or not isinstance(error.__cause__, FileNotFoundError):
                problems.append(error.problem)
            continue
        settings, wrong = _overlaid(settings, sheet)
        problems += wrong
    if len(problems) > MOST_PROBLEMS:
        more = len(problems) - MOST_PROBLEMS + 1
        problems[MOST_PROBLEMS - 1 :] = [Problem(f"and {more} more problems", str(path))]
    return settings, problems


def _overlaid(settings: Settings, sheet: toml.Sheet) -> tuple[Settings, list[Problem]]:
    """`settings` with everything of `sheet` that passes its check, and what does not."""
    problems: list[Problem] = []

    def wrong(what: str, remedy: str, *key: str) -> None:
        problems.append(Problem(what, sheet.where(*key), remedy))

    for group, values in sheet.values.items():
        if group not in Settings._fields:
            what = f"unknown group {toml.shown(group)}"
            wrong(what, toml.nearest(group, Settings._fields), group)
        elif not isinstance(values, dict):
            wrong(f"'{group}' is a group of settings", f"write [{group}] above them", group)
        elif group == "keys":
            keys, clashes = rebound(settings.keys, values, sheet)
            settings = settings._replace(keys=keys)
            problems += clashes
        else:
            record = getattr(settings, group)
            for key, value in values.items():
                if key not in record._fields:
                    what = f"unknown setting {toml.shown(f'{group}.{key}')}"
                    wrong(what, toml.nearest(key, record._fields), group, key)
                    continue
                try:
                    record = record._replace(**{key: CHECKS[f"{group}.{key}"](value)})
                except _WrongError as error:
                    wrong(f"'{group}.{key}' {error.what}", error.remedy, group, key)
            settings = settings._replace(**{group: record})
    return settings, problems


class _WrongError(Exception):
    """Why a value cannot be taken: what it must be, and what to do."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def _whole(low: int, high: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise _WrongError(
                f"must be a whole number, not {toml.shown(value)}", f"{low} to {high}"
            )
        if not low <= value <= high:
            raise _WrongError(f"is out of range: {toml.shown(value)}", f"{low} to {high}")
        return value

    return check


def _words(least: int, most: int, longest: int) -> Callable[[object], tuple[str, ...]]:
    """A list of `least` to `most` different texts of at most `longest` characters."""

    def check(value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise _WrongError(
                f"must be a list of texts, not {toml.shown(value)}", 'as in ["one", "two"]'
            )
        if not least <= len(value) <= most:
            raise _WrongError(f"must have {least} to {most} entries, not {len(value)}")
        for item in value:
            if not item.strip() or not item.isprintable() or len(item) > longest:
                raise _WrongError(
                    f"has an entry that cannot be used: {toml.shown(item)}",
                    f"1 to {longest} printable characters",
                )
        if len(set(value)) < len(value):
            raise _WrongError("says the same twice", "name each once")
        return tuple(value)

    return check


def _theme(value: object) -> str:
    from tui.theme import names

    if not isinstance(value, str):
        raise _WrongError(f"must be the name of a theme, not {toml.shown(value)}", 'as in "dusk"')
    known = names()
    if value not in known:
        raise _WrongError(f"is no theme there is: {toml.shown(value)}", toml.nearest(value, known))
    return value


#: What each setting must be; `config.toml` says the same in words.
CHECKS: dict[str, Callable[[object], object]] = {
    "documents.exclude": _words(0, 1000, 1000),
    "reading.width": _whole(30, 200),
    "notes.verdicts": _words(1, 9, 24),
    "theme.name": _theme,
}
