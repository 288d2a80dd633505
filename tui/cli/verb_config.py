"""`factdesk config`: prints where the settings are, what they are, or what is wrong with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui import config, theme
from tui.cli.output import say
from tui.text import safe

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Print where the settings are, what they are, or what is wrong with them."""
    return {"path": _path, "show": _show, "check": _check}[options.part](options)


def _path(_options: SimpleNamespace) -> int:
    """Every file that is read, in order; later ones override earlier ones."""
    for path in config.sources():
        missing = "" if path.is_file() else "  (missing)"
        print(safe(str(path)) + missing)
    return 0


def _show(_options: SimpleNamespace) -> int:
    """The effective settings, as a configuration file."""
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
    """A value as TOML; strings and lists of strings have the same form as in JSON."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _check(_options: SimpleNamespace) -> int:
    """Every problem with the settings and with the theme that they name, one a line."""
    settings, problems = config.load()
    problems += theme.load(settings.theme.name)[1]
    for problem in problems:
        print(safe(str(problem)))
    if not problems:
        say("nothing is wrong with the settings")
    return 1 if problems else 0
