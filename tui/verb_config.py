"""What `factdesk config` and `factdesk themes` print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui import config, files, theme
from tui.output import print_json, say
from tui.text import safe

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Say where the settings lie, what is in force, or what is wrong with them."""
    return {"path": _path, "show": _show, "check": _check}[options.part](options)


def _path(_options: Namespace) -> int:
    """Every file that is read, in the order in which they lie over each other."""
    for path in config.sources():
        missing = "" if path.is_file() else "  (there is none)"
        print(safe(str(path)) + missing)
    return 0


def _show(_options: Namespace) -> int:
    """The settings in force, as a configuration could say them."""
    settings, problems = config.load()
    for group in settings._fields:
        print(f"[{group}]")
        values = settings.keys if group == "keys" else getattr(settings, group)._asdict()
        for key, value in values.items():
            print(f"{key} = {_toml(value)}")
        print()
    for problem in problems:
        say(str(problem))
    return 0


def _toml(value: object) -> str:
    """A value as TOML writes it; texts and lists of texts are written as in JSON."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _check(_options: Namespace) -> int:
    """Everything that is wrong with the settings and the theme that they name, one a line."""
    settings, problems = config.load()
    problems += theme.load(settings.theme.name)[1]
    for problem in problems:
        print(safe(str(problem)))
    if not problems:
        say("nothing is wrong with the settings")
    return 1 if problems else 0


def list_themes(options: Namespace) -> int:
    """Every theme there is; what is wrong with one's own is said."""
    settings, _ = config.load()
    status = 0
    for name in theme.names():
        found, problems = theme.load(name)
        path = found.files[0]
        if options.json:
            print_json({"name": name, "dark": found.dark, "path": str(path), **found.colours})
        else:
            mark = "*" if name == settings.theme.name else " "
            whose = "  yours" if path.parent != files.shipped("themes") else ""
            print(f"{mark} {safe(name):<20} {'dark' if found.dark else 'light':<5}{whose}".rstrip())
        for problem in problems:
            say(str(problem))
            status = 1
    return status
