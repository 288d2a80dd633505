"""Text for display and analysis: safe text, cell widths, wrapping, sentences, dates.

Pure functions on `str`; offsets are code points. Expensive modules are imported on first use.
"""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
from tui.text.safe_text import safe
from tui.text.signs import ASCII, is_ascii, is_plain, spell, use_ascii

if TYPE_CHECKING:
    from tui.text.cell_width import cells, offset_at_cell
    from tui.text.escaping import displayable, markdown, markdown_code, spreadsheet_cell
    from tui.text.furniture import chrome, is_chrome
    from tui.text.layout import Layout, Row
    from tui.text.lines import filled_lines, line_starts
    from tui.text.sentence_spans import sentences
    from tui.text.stems import stem

__all__ = [
    "ASCII",
    "Layout",
    "Row",
    "cells",
    "chrome",
    "displayable",
    "filled_lines",
    "is_ascii",
    "is_chrome",
    "is_plain",
    "line_starts",
    "markdown",
    "markdown_code",
    "offset_at_cell",
    "safe",
    "sentences",
    "spell",
    "spreadsheet_cell",
    "stem",
    "use_ascii",
]

_LATER = {
    "Layout": "layout",
    "Row": "layout",
    "cells": "cell_width",
    "chrome": "furniture",
    "displayable": "escaping",
    "filled_lines": "lines",
    "is_chrome": "furniture",
    "line_starts": "lines",
    "markdown": "escaping",
    "markdown_code": "escaping",
    "offset_at_cell": "cell_width",
    "sentences": "sentence_spans",
    "spreadsheet_cell": "escaping",
    "stem": "stems",
}

if not TYPE_CHECKING:  # else any name would be one of this package
    __getattr__ = lazy_names(__name__, _LATER)
