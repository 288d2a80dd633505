"""Themes: the purpose of each colour, and the files that define themes.

A theme is a file `themes/NAME.toml` with flat keys, optionally a `[palette]` of named colours, and
optionally another theme that it `inherits` from. Colours are checked here, because Textual would
accept an invalid one and crash later.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tui import files, toml
from tui.errors import FactdeskError, Problem

#: Every colour of a theme and its purpose: backgrounds, lines, and text on those backgrounds.
GROUNDS: dict[str, str] = {
    "background": "the background of the reader",
    "surface": "the background of panels and dialogs",
    "cursor": "the background of the row under the cursor",
    "selection": "the background of selected text",
    "hit": "the background of a match",
    "hit-current": "the background of the current match",
}
LINES: dict[str, str] = {
    "border": "the border of a pane",
    "focus": "the border of the pane that has the focus",
}
TEXTS: dict[str, str] = {
    "text": "the text of documents and lists",
    "muted": "page furniture, counts, dates of documents",
    "title": "titles of documents and panes",
    "accent": "keys in the footer, the bar at the cursor",
    "count": "figures that count things",
    "money": "amounts of money",
    "percent": "percentages",
    "measure": "lengths, weights and other measures",
    "duration": "durations",
    "date": "dates",
    "other": "times of day, ordinals, ratios, scores",
    "malformed": "malformed figures",
    "note": "the sign of a note",
    "error": "errors",
    "success": "success",
}
KEYS: tuple[str, ...] = (*GROUNDS, *LINES, *TEXTS)

#: The shipped themes that provide missing colours, by whether the theme is dark.
DEFAULTS: dict[bool, str] = {True: "dusk", False: "paper"}

#: The theme for terminals with at most 16 colours.
SIXTEEN = "terminal"

_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")

#: The terminal's own colours, as Textual names them.
ANSI: tuple[str, ...] = (
    "ansi_default",
    *(f"ansi_{hue}" for hue in _HUES),
    *(f"ansi_bright_{hue}" for hue in _HUES),
)

#: Instead of a background colour: swaps text and background.
REVERSE = "reverse"
REVERSIBLE = ("cursor", "selection", "hit", "hit-current")

#: The keys of a theme other than its colours.
_SAYS = ("dark", "inherits", "palette")

#: The maximum length of a chain of themes that inherit from each other.
_DEEPEST = 8

_REMEDY = "write #rrggbb, or a colour of the terminal such as ansi_bright_red"


class Theme(NamedTuple):
    """A theme with a valid colour for each of `KEYS`.

    That is `#rrggbb`, one of `ANSI`, or for those in `REVERSIBLE` also `REVERSE`. `files` are those
    that it was read from, the theme's own first; it must be reloaded when one of them changes.
    """

    name: str
    dark: bool
    colours: Mapping[str, str]
    files: tuple[Path, ...] = ()


def names() -> list[str]:
    """The names of all themes, shipped and the user's, sorted."""
    return sorted({**_files(_shipped()), **_files(_own())})


def is_own(name: str) -> bool:
    """Whether the user's own folder has a file for this theme."""
    return name in _files(_own())


def load(name: str) -> tuple[Theme, list[Problem]]:
    """A theme by name, and all problems with it; never raises.

    Missing and invalid colours come from the theme that it inherits from, else from the shipped
    theme of the same name, else from the default for dark or light; a file that is not TOML is
    ignored.
    """
    problems: list[Problem] = []
    first = _path(name)
    if first is None:
        what = f"no theme is called {toml.shown(name)}"
        problems.append(Problem(what, remedy=toml.nearest(name, names())))
        name = DEFAULTS[True]
        first = _shipped() / f"{name}.toml"
    chain, paths = _chain(name, first, problems)
    dark = _darkness(chain, problems)
    colours = _colours(chain, problems)
    if len(colours) < len(KEYS):
        below = _colours(_read(_shipped() / f"{DEFAULTS[dark]}.toml", []), [])
        colours = {**dict.fromkeys(KEYS, ANSI[0]), **below, **colours}
    return Theme(name, dark, colours, tuple(paths)), problems


def is_colour(value: object) -> bool:
    """Whether a theme may use it: `#rrggbb`, or one of the terminal's own colours.

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


# Which files a theme is made of ---------------------------------------------------------------


def _chain(name: str, path: Path, problems: list[Problem]) -> tuple[list[toml.Sheet], list[Path]]:
    """The sheets of a theme and those it inherits from, its own first; and all files involved."""
    chain: list[toml.Sheet] = []
    paths = [path]
    for path in paths:
        sheets = _read(path, problems)
        chain += sheets
        above = _inherited(name, path, sheets[0] if sheets else None, problems)
        if above is None:
            continue
        name, following = above
        if following in paths or len(paths) == _DEEPEST:
            what = f"it inherits from {name!r}, in a cycle or a chain that is too long"
            problems.append(Problem(what, chain[-1].where("inherits"), "inherit from another"))
        else:
            paths.append(following)
    return chain, paths


def _inherited(
    name: str, path: Path, sheet: toml.Sheet | None, problems: list[Problem]
) -> tuple[str, Path] | None:
    """The name and file of the theme below the one with this name, read from `path`; or None."""
    shipped = _shipped() / path.name
    below = (name, shipped) if path != shipped and shipped.exists() else None
    wanted = sheet.values.get("inherits") if sheet else None
    if sheet is None or "inherits" not in sheet.values or (below and wanted == name):
        return below
    found = _path(wanted) if isinstance(wanted, str) else None
    if found is None:
        what = f"'inherits' names an unknown theme: {toml.shown(wanted)}"
        remedy = toml.nearest(wanted, names()) if isinstance(wanted, str) else ""
        problems.append(Problem(what, sheet.where("inherits"), remedy))
        return below
    return str(wanted), found


def _read(path: Path, problems: list[Problem]) -> list[toml.Sheet]:
    """The sheet of a file, if it can be read."""
    try:
        return [toml.read(path)]
    except FactdeskError as error:
        problems.append(error.problem)
        return []


def _darkness(chain: list[toml.Sheet], problems: list[Problem]) -> bool:
    """Whether a theme is dark, according to the first sheet that sets it."""
    for sheet in chain:
        dark = sheet.values.get("dark")
        if isinstance(dark, bool):
            return dark
        if "dark" in sheet.values or sheet is chain[-1]:
            what = "'dark' must be true or false"
            remedy = "true when the background is dark"
            problems.append(Problem(what, sheet.where("dark"), remedy))
    return True


# Which colours they say -----------------------------------------------------------------------


def _colours(chain: list[toml.Sheet], problems: list[Problem]) -> dict[str, str]:
    """The colours of `KEYS`, each from the first sheet with a valid one."""
    palette: dict[str, str] = {}
    for sheet in chain:
        palette = {**_palette(sheet, problems), **palette}
    found: dict[str, str] = {}
    for sheet in chain:
        for key, value in _colours_of(sheet, palette, problems):
            found.setdefault(key, value)
    return found


def _palette(sheet: toml.Sheet, problems: list[Problem]) -> dict[str, str]:
    """The valid colours in a sheet's palette, by name."""
    values = sheet.values.get("palette", {})
    if not isinstance(values, dict):
        what = "'palette' must be a table"
        problems.append(
            Problem(what, sheet.where("palette"), "write [palette] on a line of its own")
        )
        return {}
    found = {}
    for name, value in values.items():
        if is_colour(value):
            found[name] = value
        else:
            what = f"'palette.{name}' is not a colour: {toml.shown(value)}"
            problems.append(Problem(what, sheet.where("palette", name), _REMEDY))
    return found


def _colours_of(
    sheet: toml.Sheet, palette: Mapping[str, str], problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    """The valid colours of one sheet; reports the others."""
    for key, value in sheet.values.items():
        if key in _SAYS:
            continue
        colour = palette.get(value, value) if isinstance(value, str) else value
        if key not in KEYS:
            what = f"no colour is called {toml.shown(key)}"
            remedy = toml.nearest(key, (*KEYS, *_SAYS))
            problems.append(Problem(what, sheet.where(key), remedy))
        elif is_colour(colour) or (colour == REVERSE and key in REVERSIBLE):
            yield key, colour
        else:
            what = f"'{key}' is not a colour: {toml.shown(value)}"
            meant = toml.nearest(value, palette) if palette and isinstance(value, str) else ""
            problems.append(Problem(what, sheet.where(key), meant or _REMEDY))


# Where they lie -------------------------------------------------------------------------------


def _path(name: str) -> Path | None:
    """The file of a theme; the user's own takes precedence over the shipped one."""
    return _files(_own()).get(name) or _files(_shipped()).get(name)


def _shipped() -> Path:
    return files.shipped("themes")


def _own() -> Path:
    return files.config_folder() / "themes"


def _files(folder: Path) -> dict[str, Path]:
    """The themes in a folder by name; none if it cannot be listed."""
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
