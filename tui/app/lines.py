"""The line pane: rows drawn one by one as they come into view.

The one widget of our own that the reader and every list share. A pane of Textual's own takes 15 s
to open 10 MB (TextArea) and 72 s to open a list of a million rows (OptionList); this one draws
the 40 rows that are seen and keeps them until something changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app import keys
from tui.app.drawn import Drawn
from tui.app.paint import Ink
from tui.text import spell

if TYPE_CHECKING:
    from tui.app.count import Count

#: Rows kept: some screens of the largest terminal.
_KEPT = 1_000
THUMB = "▐"


class LinePane(Drawn, ScrollView, can_focus=True, inherit_bindings=False):
    """A pane of `rows` rows, each made by `draw`. Subclasses say what a row is."""

    BINDINGS = keys.bindings("pane")

    #: The number that is typed before a key, on a screen that takes one.
    count: Count | None = None

    # As every widget has it, but without laying out the whole screen when it changes (15 ms).
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, ink: Ink, *, id: str | None = None) -> None:
        super().__init__(ink, id=id)
        self._strips: LRUCache[tuple[int, bool], Strip] = LRUCache(_KEPT)
        self._made: dict[tuple[object, ...], Strip] = {}
        #: The cells of a row and the rows in view; Textual works them out anew at every question.
        self.columns = 0
        self.lines = 0
        self._is_drawing = False
        # As of the frame that is being drawn: the first row in view, and where the thumb is.
        self._top_row, self._thumb = 0, range(0)

    # What a subclass gives --------------------------------------------------------------------

    @property
    def rows(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def draw(self, y: int, width: int) -> list[Segment]:
        """The row `y` in exactly `width` cells."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """Move the cursor `by` rows."""
        raise NotImplementedError

    def leap(self, by: int) -> None:
        """Move view and cursor together by `by` rows."""
        raise NotImplementedError

    def go(self, to_end: bool) -> None:
        """Move the cursor to the first row or to the last."""
        raise NotImplementedError

    def choose(self) -> None:
        """Open what the cursor is on."""

    def reshape(self) -> None:
        """Fit what is shown to another size; nothing need be done for most."""

    # Drawing ----------------------------------------------------------------------------------

    @property
    def ground(self) -> Style:
        """What lies under the text."""
        return self.ink.ground

    def render_line(self, y: int) -> Strip:
        """The strip at `y` rows below the top of the view (the line API of Textual)."""
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
            self._strips[row, has_thumb] = strip
        return strip

    def strip(self, segments: Sequence[Segment], width: int) -> Strip:
        """As ever; a row that looks like one drawn before is that strip again.

        Textual keeps with a strip what it sends to the terminal: half of what a row costs.
        """
        key = (width, self.ink, *self.get_line_filters(), *segments)
        strip = self._made.get(key)
        if strip is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            strip = self._made[key] = super().strip(segments, width)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a part of the view, as Textual asks for them once a frame."""
        self._is_drawing = True
        self._fit()
        self._is_drawing = False
        self._top_row, self._thumb = self.scroll_offset.y, self._find_thumb()
        return super().render_lines(crop)

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Fit what is shown to the size; a first frame can come before the news of its size."""
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
        """Draw these rows again, or all of them."""
        if not rows:
            self._strips.clear()
            if not self._is_drawing:
                self.refresh()
            return
        for row in rows:
            self._strips.discard((row, False))
            self._strips.discard((row, True))
            if not self._is_drawing:
                self.refresh(Region(0, row - self.scroll_offset.y, self.columns + 2, 1))

    def forget_unseen(self) -> None:
        """Drop the rows that are kept though they are out of view."""
        seen = range(self.scroll_offset.y, self.scroll_offset.y + self.lines)
        for kept in list(self._strips.keys()):
            if kept[0] not in seen:
                self._strips.discard(kept)

    def measure(self) -> None:
        """Tell Textual how many rows there are; call it when that has changed."""
        self.virtual_size = Size(max(self.columns, 1), self.rows)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what has come into view (Textual calls this).

        Its own also moves a scrollbar that is never shown, which lays out the screen (1 ms).
        """
        if round(old_value) != round(new_value):
            self.refresh()

    def watch_virtual_size(self) -> None:
        """Keep the place within another number of rows (Textual calls this)."""
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    # No pane looks otherwise in focus, the heading says it; so nothing is styled or drawn anew, as
    # every widget of Textual's is when the focus comes and goes (8 ms for two panes).

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Leave the styles as they are."""

    def on_focus(self, event: events.Focus) -> None:
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old style (Textual calls this)."""
        super().notify_style_update()
        self._strips.clear()

    def scroll_row(self, y: int) -> None:
        """Bring row `y` to the top of the view at once, as far as the text allows."""
        self.scroll_to(y=max(0, y), animate=False, immediate=True, force=True)

    @property
    def page(self) -> int:
        """The rows of one page, less one that stays in sight."""
        return max(1, self.lines - 1)

    # The scrollbar -----------------------------------------------------------------------------

    # Drawn with the rows: Textual's own is a widget with a column of its own to draw, and makes
    # every frame touch every row of the pane.

    def _find_thumb(self) -> range:
        """The rows of the view where the scrollbar shows how far it has come."""
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
        """The number typed before the key (`5j`); 1 without one."""
        return self.count.take() if self.count else 1
