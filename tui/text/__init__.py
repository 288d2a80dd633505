"""Text for display and analysis: safe text, cell widths, wrapping, sentences, dates.

Pure functions on `str`; offsets are code points. Expensive modules are imported on first use.
"""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
from tui.text.safe_text import safe
from tui.text.signs import ASCII, is_ascii, shows_only_ascii, spell, use_ascii

if TYPE_CHECKING:
    from tui.text.cell_width import cells, offset_at_cell
    from tui.text.day_ranges import Days, days
    from tui.text.escaping import displayable, markdown, markdown_code, spreadsheet_cell
    from tui.text.furniture import chrome, is_chrome
    from tui.text.layout import Layout
    from tui.text.lines import filled_lines, line_starts
    from tui.text.sentence_spans import sentences
    from tui.text.stems import stem

__all__ = [
    "ASCII",
    "Days",
    "Layout",
    "cells",
    "chrome",
    "days",
    "displayable",
    "filled_lines",
    "is_ascii",
    "is_chrome",
    "line_starts",
    "markdown",
    "markdown_code",
    "offset_at_cell",
    "safe",
    "sentences",
    "shows_only_ascii",
    "spell",
    "spreadsheet_cell",
    "stem",
    "use_ascii",
]

#: The names that are imported on first use, by module.
_LATER = {
    "cell_width": "cells offset_at_cell",
    "day_ranges": "Days days",
    "escaping": "displayable markdown markdown_code spreadsheet_cell",
    "furniture": "chrome is_chrome",
    "layout": "Layout",
    "lines": "filled_lines line_starts",
    "sentence_spans": "sentences",
    "stems": "stem",
}

if not TYPE_CHECKING:  # else any name would be one of this package
    __getattr__ = lazy_names(__name__, _LATER)
