"""The line pane: a scrollable widget that draws rows one by one as they come into view.

It is the base of the reader and all lists. Textual's own widgets take 15 s to open 10 MB (TextArea)
and 72 s for a list of a million rows (OptionList); this one draws only the 40 visible rows, and
caches them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app import keys
from tui.app.paint import Ink
from tui.app.widgets.row_widget import RowWidget
from tui.text import spell

if TYPE_CHECKING:
    from tui.app.widgets.count import Count

#: The number of cached rows: several screens of the largest terminal.
_KEPT = 1_000
THUMB = "▐"


class LinePane(RowWidget, ScrollView, can_focus=True, inherit_bindings=False):
    """A pane of `rows` rows, each drawn by `draw`, which subclasses implement."""

    BINDINGS = keys.bindings("pane")

    #: The count typed before a key, on screens that support it.
    count: Count | None = None

    def __init__(self, ink: Ink, *, id: str | None = None) -> None:
        super().__init__(ink, id=id)
        # Textual's LRUCache takes 3 us for each row that is drawn.
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._made: dict[tuple[object, ...], Strip] = {}
        #: The width of a row and the height of the viewport, cached since Textual computes them
        #: each time.
        self.columns = 0
        self.lines = 0
        self._is_drawing = False
        # For the current frame: the first visible row, and the rows of the scrollbar's thumb.
        self._top_row, self._thumb = 0, range(0)

    # For subclasses -----------------------------------------------------------------------------

    @property
    def rows(self) -> int:
        """The number of rows."""
        raise NotImplementedError

    def draw(self, y: int, width: int) -> list[Segment]:
        """Row `y` in exactly `width` cells."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """Move the cursor `by` rows."""
        raise NotImplementedError

    def leap(self, by: int) -> None:
        """Move the viewport and the cursor `by` rows."""
        raise NotImplementedError

    def go(self, to_end: bool) -> None:
        """Move the cursor to the first or the last row."""
        raise NotImplementedError

    def choose(self) -> None:
        """Open the item at the cursor."""

    def reshape(self) -> None:
        """Adapt to another size; most subclasses need not."""

    def tell(self, message: Message) -> None:
        """Send a message to the screen, which handles all that panes say.

        On its way through what lies between, and on to the application, it would take 0.3 ms.
        """
        if self.is_attached:
            self.screen.post_message(message.stop())

    # Drawing ----------------------------------------------------------------------------------

    @property
    def ground(self) -> Style:
        """The background style."""
        return self.ink.ground

    def render_line(self, y: int) -> Strip:
        """The strip at `y` rows below the top of the viewport (Textual's line API)."""
        row, has_thumb = y + self._top_row, y in self._thumb
        strip = self._strips.get((row, has_thumb))
        if strip is None:
            bar = Segment(spell(THUMB) if has_thumb else " ", self.ground + self.ink.border)
            drawn = (
                self.draw(row, self.columns)
                if row < self.rows
                else [Segment(" " * self.columns, self.ground)]
            )
            strip = self.strip([*drawn, bar], self.columns + 1)
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            self._strips[row, has_thumb] = strip
        return strip

    def strip(self, segments: Sequence[Segment], width: int) -> Strip:
        """A strip; reuses the one of an identical row.

        Textual caches with a strip what it sends to the terminal, half of the cost of a row.
        """
        key = (width, self.ink, *self.get_line_filters(), *segments)
        strip = self._made.get(key)
        if strip is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            strip = self._made[key] = super().strip(segments, width)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region of the viewport (called by Textual once a frame)."""
        self._is_drawing = True
        self._fit()
        self._is_drawing = False
        self._top_row, self._thumb = self.scroll_offset.y, self._find_thumb()
        return super().render_lines(crop)

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Adapt to the size, since the first frame may come before the resize event."""
        width, height = self.outer_size
        columns = max(0, width - (1 if self.edge is None else 2))
        if (columns, height) != (self.columns, self.lines):
            if columns != self.columns:
                self._strips.clear()
            self.columns, self.lines = columns, height
            self.measure()
            self.reshape()

    def set_ink(self, ink: Ink) -> None:
        self.ink = ink
        self._made.clear()
        self.redraw()

    def redraw(self, *rows: int) -> None:
        """Redraw some rows, or all."""
        if not rows:
            self._strips.clear()
            if not self._is_drawing:
                self.refresh()
            return
        for row in rows:
            self._strips.pop((row, False), None)
            self._strips.pop((row, True), None)
            if not self._is_drawing:
                self.refresh(Region(0, row - self.scroll_offset.y, self.columns + 2, 1))

    def forget_unseen(self) -> None:
        """Drop cached rows that are out of view."""
        seen = range(self.scroll_offset.y, self.scroll_offset.y + self.lines)
        self._strips = {at: strip for at, strip in self._strips.items() if at[0] in seen}

    def measure(self) -> None:
        """Update Textual's virtual size; call it when the number of rows has changed."""
        self.virtual_size = Size(max(self.columns, 1), self.rows)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Redraw after scrolling (called by Textual).

        Textual's own method also moves a scrollbar that is never shown, which lays out the screen
        (1 ms).
        """
        if round(old_value) != round(new_value):
            self.refresh()

    def watch_virtual_size(self) -> None:
        """Keep the place when the number of rows changes (called by Textual)."""
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    # Panes look the same with and without focus, which the heading shows; so nothing is restyled or
    # redrawn, as Textual would (8 ms for two panes).

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Skip restyling."""

    def on_focus(self, event: events.Focus) -> None:
        event.prevent_default()
        self.has_focus = True
        self.tell(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False
        self.tell(events.DescendantBlur(self))

    def notify_style_update(self) -> None:
        """Drop rows drawn in the old style (called by Textual)."""
        super().notify_style_update()
        self._strips.clear()

    def scroll_row(self, y: int) -> None:
        """Scroll row `y` to the top of the viewport, as far as possible, without animation."""
        self.scroll_to(y=max(0, y), animate=False, immediate=True, force=True)

    @property
    def page(self) -> int:
        """The number of rows to scroll by a page: one stays in view."""
        return max(1, self.lines - 1)

    # The scrollbar -----------------------------------------------------------------------------

    # The scrollbar is drawn with the rows: Textual's is a widget of its own, and makes every frame
    # redraw every row of the pane.

    def _find_thumb(self) -> range:
        """The rows of the scrollbar's thumb."""
        rows, lines = self.rows, self.lines
        if rows <= lines:
            return range(0)
        size = max(1, lines * lines // rows)
        top = min(self.scroll_offset.y * (lines - size) // (rows - lines), lines - size)
        return range(top, top + size)

    def is_on_bar(self, event: events.MouseEvent) -> bool:
        """Whether the mouse is on the scrollbar."""
        column = event.x - (self.edge == "left")
        return column >= self.columns and self.rows > self.lines

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if self.is_on_bar(event):
            self.capture_mouse()
            self._drag(event.y)
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self._drag(event.y)

    def on_mouse_up(self) -> None:
        self.release_mouse()

    def _drag(self, y: int) -> None:
        self.scroll_row((self.rows - self.lines) * y // max(1, self.lines - 1))

    # Keys -------------------------------------------------------------------------------------

    def action_cursor_down(self) -> None:
        self.step(self._count())

    def action_cursor_up(self) -> None:
        self.step(-self._count())

    def action_half_down(self) -> None:
        self.leap(max(1, self.lines // 2) * self._count())

    def action_half_up(self) -> None:
        self.leap(-max(1, self.lines // 2) * self._count())

    def action_page_down(self) -> None:
        self.leap(self.page * self._count())

    def action_page_up(self) -> None:
        self.leap(-self.page * self._count())

    def action_go_top(self) -> None:
        self.go(to_end=False)

    def action_go_end(self) -> None:
        self.go(to_end=True)

    def action_row_open(self) -> None:
        self.choose()

    def _count(self) -> int:
        """The count typed before the key (`5j`); 1 without one."""
        return self.count.take() if self.count else 1
