"""Text as it is read: made safe to show, measured, wrapped, cut into sentences.

Pure functions on `str`; offsets are code points and never change. What is costly to import is
loaded when it is first asked for.
"""

import sys
from types import ModuleType
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


class _Face(ModuleType):
    """Keeps `cells` a function: Python would bind the module of that name once it is loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
