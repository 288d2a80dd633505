"""Text as it is read: made safe to show, measured, wrapped, cut into sentences.

Pure functions on `str`; offsets are code points and never change. What is costly to import is
loaded when it is first asked for.
"""

from typing import TYPE_CHECKING

from tui.text.safe import safe

if TYPE_CHECKING:
    from tui.text.cells import cells, offset_at_cell
    from tui.text.chrome import chrome
    from tui.text.layout import Layout, Row
    from tui.text.lines import line_starts
    from tui.text.sentences import sentences

__all__ = [
    "Layout",
    "Row",
    "cells",
    "chrome",
    "line_starts",
    "offset_at_cell",
    "safe",
    "sentences",
]

_HOMES = {
    "Layout": "layout",
    "Row": "layout",
    "cells": "cells",
    "chrome": "chrome",
    "line_starts": "lines",
    "offset_at_cell": "cells",
    "sentences": "sentences",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"tui.text.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
