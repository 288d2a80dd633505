"""The themes: what each colour is for, and which file says what it is.

A theme is one file of flat keys, `themes/NAME.toml`. Its colours are checked here, because a bad
one would pass Textual's registration and end the program later.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tui import files, toml
from tui.errors import FactdeskError, Problem

#: Every colour of a theme and what it is for. Text colours are read on the grounds.
GROUNDS: dict[str, str] = {
    "background": "the ground of the reader",
    "surface": "the ground of panels and dialogs",
    "cursor": "the ground of the row the cursor is on",
    "selection": "the ground of selected text",
    "hit": "the ground of a place that was found",
    "hit-current": "the ground of the place that was found and is gone to",
}
LINES: dict[str, str] = {
    "border": "the border of a pane",
    "focus": "the border of the pane that has the focus",
}
TEXTS: dict[str, str] = {
    "text": "what is read",
    "muted": "page furniture, counts, dates of documents",
    "title": "titles of documents and panes",
    "accent": "keys in the footer, the bar of the cursor",
    "count": "figures that count things",
    "money": "amounts of money",
    "percent": "percentages",
    "measure": "lengths, weights and other measures",
    "duration": "spans of time",
    "date": "dates",
    "other": "times of day, ordinals, ratios, scores",
    "malformed": "figures that are written wrongly",
    "note": "the sign of a note",
    "error": "what went wrong",
    "success": "what went well",
}
KEYS: tuple[str, ...] = (*GROUNDS, *LINES, *TEXTS)

#: What stands in for a colour that a theme does not say, by whether the theme is dark.
DEFAULTS: dict[bool, str] = {True: "dusk", False: "paper"}

_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")

#: The terminal's own colours, as Textual spells them.
ANSI: tuple[str, ...] = (
    "ansi_default",
    *(f"ansi_{hue}" for hue in _HUES),
    *(f"ansi_bright_{hue}" for hue in _HUES),
)


class Theme(NamedTuple):
    """A theme in which every colour of `KEYS` is one that can be drawn: `#rrggbb` or of `ANSI`."""

    name: str
    dark: bool
    colours: Mapping[str, str]


def names() -> list[str]:
    """The names of all themes, the shipped and the user's, in alphabetical order."""
    return sorted({**_files(_shipped()), **_files(_own())})


def load(name: str) -> tuple[Theme, list[Problem]]:
    """The theme of that name and everything that is wrong with it; never raises.

    A colour that is missing or wrong is taken from the shipped theme of that name, else from the
    shipped theme of the same darkness; a file that is no TOML falls back to that as a whole.
    """
    shipped, own = _files(_shipped()), _files(_own())
    path = own.get(name) or shipped.get(name)
    if path is None:
        what = f"no theme is called {toml.shown(name)}"
        return _standing_in(DEFAULTS[True]), [Problem(what, remedy=toml.nearest(name, names()))]
    below = shipped.get(name) if name in own else None
    try:
        sheet = toml.read(path)
    except FactdeskError as error:
        base = _standing_in(name if below else DEFAULTS[True])
        return base._replace(name=name), [error.problem]
    colours, problems = _colours(sheet)
    dark = sheet.values.get("dark")
    if isinstance(dark, bool):
        base_name = name if below else DEFAULTS[dark]
    else:
        base_name = name if below else DEFAULTS[True]
        if "dark" in sheet.values or not below:
            what = "'dark' must be true or false"
            problems.append(Problem(what, sheet.where("dark"), "true when the background is dark"))
    if len(colours) < len(KEYS) or not isinstance(dark, bool):
        base = _standing_in(base_name)
        colours = {**base.colours, **colours}
        dark = dark if isinstance(dark, bool) else base.dark
    return Theme(name, dark, colours), problems


def is_colour(value: object) -> bool:
    """Whether a theme may say it: `#rrggbb`, or one of the terminal's own colours.

    >>> [is_colour(value) for value in ("#1b1d23", "ansi_bright_red", "ansi_default")]
    [True, True, True]
    >>> [is_colour(value) for value in ("#fff", "red", "#12345g", "1b1d23", 7)]
    [False, False, False, False, False]
    """
    if not isinstance(value, str):
        return False
    hexadecimal = len(value) == 7 and value[0] == "#" and set(value[1:]) <= _HEXADECIMAL
    return hexadecimal or value in ANSI


_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


def _colours(sheet: toml.Sheet) -> tuple[dict[str, str], list[Problem]]:
    """The colours of a theme's file that can be drawn, and what is wrong with the rest."""
    colours: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in sheet.values.items():
        if key not in KEYS:
            if key != "dark":
                what = f"no colour is called {toml.shown(key)}"
                problems.append(Problem(what, sheet.where(key), toml.nearest(key, KEYS)))
        elif is_colour(value):
            colours[key] = value
        else:
            what = f"'{key}' is no colour: {toml.shown(value)}"
            remedy = "write #rrggbb, or a colour of the terminal such as ansi_bright_red"
            problems.append(Problem(what, sheet.where(key), remedy))
    return colours, problems


def _standing_in(name: str) -> Theme:
    """A shipped theme without a word; what even that does not say is left to the terminal."""
    colours = dict.fromkeys(KEYS, ANSI[0])
    try:
        sheet = toml.read(_shipped() / f"{name}.toml")
    except FactdeskError:
        return Theme(name, name != DEFAULTS[False], colours)
    return Theme(name, sheet.values.get("dark") is not False, {**colours, **_colours(sheet)[0]})


def _shipped() -> Path:
    return files.shipped("themes")


def _own() -> Path:
    return files.config_folder() / "themes"


def _files(folder: Path) -> dict[str, Path]:
    """The themes of a folder by name; none if it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            found = [entry.name for entry in entries]
    except OSError:
        return {}
    return {
        name[: -len(".toml")]: folder / name
        for name in found
        if name.endswith(".toml") and not name.startswith(".")
    }
