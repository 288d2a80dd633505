"""A widget that draws its rows whole, its edge included, so that Textual adds nothing to them.

Textual lays borders, padding, opacity and filters over every row of a widget in every frame: 0.1 ms
a row, 5 ms of the 10 that a page of the reader took. The rows of these widgets need none of it.
"""

from collections.abc import Sequence
from typing import Any, Literal, Self

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.app.paint import Ink
from tui.text import spell

#: The line between two panes, and the one between a list and what lies below it.
UPRIGHT, LEVEL = "│", "─"

#: At which side a widget draws the line that parts it from its neighbour.
Edge = Literal["left", "right"]


class Drawn(Widget):
    """A widget without borders and padding; `row` gives each of its rows in full."""

    edge: Edge | None = None

    def __init__(self, ink: Ink, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.ink = ink
        self._kept: dict[int, Strip] = {}
        self._columns = 0

    def row(self, y: int, width: int) -> list[Segment]:
        """Row `y` of the widget in exactly `width` cells, which leave room for the edge."""
        raise NotImplementedError

    def set_ink(self, ink: Ink) -> None:
        """Draw in the styles of another theme from now on."""
        self.ink = ink
        self.refresh()

    def refresh(self, *regions: Region, **how: Any) -> Self:
        """Draw the widget again."""
        self._kept.clear()
        return super().refresh(*regions, **how)

    def render_line(self, y: int) -> Strip:
        """Row `y` as a strip, made once until the next refresh."""
        strip = self._kept.get(y)
        if strip is None:
            width = self._columns - (self.edge is not None)
            strip = self._kept[y] = self.strip(self.row(y, width), width)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a part of the widget, as Textual asks for them once a frame."""
        # Without border and padding this is its size, which Textual works out in 20 us each time.
        columns = self.outer_size.width
        if columns != self._columns:
            self._columns = columns
            self._kept.clear()
        strips = [self.render_line(y) for y in crop.line_range]
        left, right = crop.column_span
        if (left, right) != (0, columns):
            strips = [strip.crop(left, right) for strip in strips]
        return strips

    def strip(self, segments: Sequence[Segment], width: int) -> Strip:
        """A row of `width` cells with its edge, in the colours that the terminal has.

        Filters are Textual's way to `NO_COLOR` and to the terminal's own colours; they come before
        the strip is made, since each strip brings seven caches with it.
        """
        row = [segment for segment in segments if segment.text]
        if self.edge is not None:
            edge = Segment(spell(UPRIGHT), self.ink.surface + self.ink.border)
            row.insert(0 if self.edge == "left" else len(row), edge)
            width += 1
        for line_filter in self.get_line_filters():
            row = line_filter.apply(row, self.ink.background)
        return Strip(row, width)
