"""The cursor: an offset in the open document, and possibly a focused figure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure

_start, _end = attrgetter("start"), attrgetter("end")


class Cursor:
    """A position in a document, with movement from figure to figure."""

    def __init__(self) -> None:
        self.document: Document | None = None
        self.offset = 0
        #: Index of the focused figure in `document.figures`, or None.
        self.figure: int | None = None

    def move(self, offset: int) -> None:
        """Move the cursor to an offset, which is clamped to the text; no figure stays focused."""
        assert self.document is not None
        self.offset = max(0, min(offset, len(self.document.text)))
        self.figure = None

    def focus_figure(self, number: int) -> Figure:
        """Focus a figure by its index, and move the cursor to it."""
        assert self.document is not None
        figure = self.document.figures[number]
        self.move(figure.start)
        self.figure = number
        return figure

    def focus_figure_at(self, offset: int) -> Figure | None:
        """Focus the figure that starts at `offset`; None if there is none."""
        figures = self.document.figures if self.document else []
        number = bisect_left(figures, offset, key=_start)
        if number < len(figures) and figures[number].start == offset:
            return self.focus_figure(number)
        return None

    def step_figure(self, by: int) -> Figure | None:
        """Focus the figure `by` steps from the cursor; None at the end of the text."""
        if not self.document or not self.document.figures:
            return None
        figures = self.document.figures
        if self.figure is not None:
            number = self.figure + by
        elif by > 0:
            number = bisect_left(figures, self.offset, key=_start) + by - 1
        else:
            number = bisect_left(figures, self.offset, key=_start) + by
        number = max(0, min(number, len(figures) - 1))
        if number == self.figure or (figures[number].start < self.offset) == (by > 0):
            return None
        return self.focus_figure(number)

    def nearest_figure(self) -> int | None:
        """Index of the focused figure, else of the one under the cursor or the next."""
        if self.figure is not None or not self.document or not self.document.figures:
            return self.figure
        figures = self.document.figures
        return min(bisect_right(figures, self.offset, key=_end), len(figures) - 1)
