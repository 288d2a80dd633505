"""`factdesk themes`: lists the themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import config, files, theme
from tui.cli.output import print_json, say
from tui.text import safe

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Print all themes, and the problems with the user's own."""
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
