"""A base widget that draws complete rows itself, for speed.

Textual applies borders, padding, opacity and filters to every row of a widget in every frame: 0.1
ms for each, 5 of the 10 ms for a page of the reader. These widgets need none of that.
"""

from collections.abc import Sequence
from typing import Any, Literal, Self

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.app.paint import Ink
from tui.text import spell

#: The vertical line between panes, and the line between a list and the detail below it.
UPRIGHT, LEVEL = "│", "─"

#: The side at which the widget draws the line to its neighbour.
Edge = Literal["left", "right"]


class LaidOutOnce:
    """Mixin for widgets: a layout, which finds out the size of what is in them, causes no other.

    Not a widget itself, since Textual takes default styles from the first base only.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


def is_announced(widget: Widget) -> bool:
    """Tell the screen at once that a widget must be drawn, or laid out; False if it cannot be told.

    Textual's widgets wait until they have no other messages, and then send one: two messages for
    each widget that a key changes, and one more round of the event loop.
    """
    if widget._refresh_styles_required or widget._next_callbacks or not widget.is_attached:
        return False
    screen = widget.screen
    if screen not in screen._compositor:  # it was not laid out yet
        return False
    if widget._layout_required or widget._scroll_required:
        widget._check_refresh()
    elif widget._repaint_required:
        widget._repaint_required = False
        if widget.display:
            screen._dirty_widgets.add(widget)
            screen.check_idle()
    else:
        return False
    return True


class RowWidget(LaidOutOnce, Widget):
    """A widget without borders and padding; `row` returns complete rows."""

    edge: Edge | None = None

    def __init__(self, ink: Ink, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.ink = ink
        self._kept: dict[int, Strip] = {}
        self._columns = 0

    def row(self, y: int, width: int) -> list[Segment]:
        """Row `y` of the widget in exactly `width` cells, without the edge."""
        raise NotImplementedError

    def set_ink(self, ink: Ink) -> None:
        """Use the styles of another theme."""
        self.ink = ink
        self.refresh()

    def refresh(self, *regions: Region, **how: Any) -> Self:
        """Draw the widget again."""
        self._kept.clear()
        return super().refresh(*regions, **how)

    def check_idle(self) -> None:
        """See what is to be done (called by Textual after each change)."""
        if not is_announced(self):
            super().check_idle()

    def render_line(self, y: int) -> Strip:
        """Row `y` as a strip, cached until the next refresh."""
        strip = self._kept.get(y)
        if strip is None:
            width = self._columns - (self.edge is not None)
            strip = self._kept[y] = self.strip(self.row(y, width), width)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region of the widget (called by Textual once a frame)."""
        # Without border and padding this equals its size, which Textual computes in 20 us each
        # time.
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
        """A row of `width` cells with its edge, in colours that the terminal supports.

        Textual's filters for `NO_COLOR` and terminal colours are applied before the strip is
        created, since every strip comes with seven caches.
        """
        row = [segment for segment in segments if segment.text]
        if self.edge is not None:
            edge = Segment(spell(UPRIGHT), self.ink.surface + self.ink.border)
            row.insert(0 if self.edge == "left" else len(row), edge)
            width += 1
        for line_filter in self.get_line_filters():
            row = line_filter.apply(row, self.ink.background)
        return Strip(row, width)
