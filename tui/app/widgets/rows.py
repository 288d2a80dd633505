"""A list: items with the same number of rows each, one of them under the cursor."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from tui.app import keys
from tui.app.paint import CURSOR_BAR, Part, line
from tui.app.widgets.line_pane import LinePane


class OfItem(Message):
    """What happened to an item of a list, by its number."""

    # A dataclass takes 0.4 ms of each start.
    def __init__(self, rows: "Rows", number: int) -> None:
        super().__init__()
        self.rows, self.number = rows, number

    @property
    def control(self) -> "Rows":
        return self.rows


class Rows(LinePane):
    """A list of any length; a million items open as fast as ten."""

    #: The number of rows of an item.
    per_item = 1
    #: The text of an empty list, with `{row.open}` for the key of an action.
    empty: tuple[str, ...] = ("Nothing here.",)

    class Moved(OfItem):
        """The reader moved the cursor to an item."""

    class Opened(OfItem):
        """An item was opened with `enter` or a click."""

    cursor = 0

    # What a subclass gives --------------------------------------------------------------------

    @property
    def length(self) -> int:
        """The number of items."""
        raise NotImplementedError

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        """Row `part` (from 0) of an item; `here`: the cursor is on it."""
        raise NotImplementedError

    def when_empty(self) -> tuple[str, ...]:
        """The rows of an empty list."""
        return self.empty

    def bar_and_ground(self, here: bool) -> tuple[Part, Style]:
        """The bar at the left of an item's rows, and their background."""
        if here:
            return (CURSOR_BAR, self.ink.bar), self.ground + self.ink.cursor
        return (" ", self.ink.bar), self.ground

    # Where items are -------------------------------------------------------------------------

    def item(self, place: int) -> int:
        """The number of the item in a row of the list; they differ if the list is filtered."""
        return place

    def first_row(self, number: int) -> int:
        """The first row of an item."""
        return number * self.per_item

    def item_at(self, y: int) -> tuple[int, int]:
        """The item in a row, and which of its rows it is (from 0; negative: above it)."""
        return divmod(y, self.per_item)

    # The line pane ----------------------------------------------------------------------------

    @property
    def ground(self) -> Style:
        return self.ink.surface

    @property
    def rows(self) -> int:
        return self.length * self.per_item or len(self.when_empty())

    def draw(self, y: int, width: int) -> list[Segment]:
        if not self.length:
            words = keys.said(self, self.when_empty()[y])
            return line([(f" {words}", self.ink.muted)], width, self.ground)
        place, part = self.item_at(y)
        return self.draw_item(self.item(place), part, width, place == self.cursor)

    def reset(self, cursor: int = 0) -> None:
        """Redraw the items after they have changed."""
        self.cursor = max(0, min(cursor, self.length - 1))
        self.measure()
        self.redraw()
        self.reveal()

    def point(self, number: int) -> None:
        """Move the cursor to an item without posting a message."""
        number = max(0, min(number, self.length - 1))
        if number != self.cursor:
            before, self.cursor = self.cursor, number
            self.redraw(*self._rows_of(before), *self._rows_of(number))
        self.reveal()

    def reveal(self) -> None:
        """Scroll as little as necessary to show the whole item under the cursor."""
        first = self.first_row(self.cursor)
        top, height = self.scroll_offset.y, self.lines
        if height <= 0:
            return
        if first < top:
            self.scroll_row(first)
        elif first + self.per_item > top + height:
            self.scroll_row(first + self.per_item - height)

    def step(self, by: int) -> None:
        self._move(self.cursor + by)

    def leap(self, by: int) -> None:
        items = max(1, abs(by) // self.per_item)
        self._move(self.cursor + (items if by > 0 else -items))

    def go(self, to_end: bool) -> None:
        self._move(self.length - 1 if to_end else 0)

    def choose(self) -> None:
        if self.length:
            self.tell(self.Opened(self, self.item(self.cursor)))

    def on_click(self, event: events.Click) -> None:
        number, part = self.item_at(event.y + self.scroll_offset.y)
        if number < self.length and part >= 0 and not self.is_on_bar(event):
            self._move(number)
            self.choose()

    def reshape(self) -> None:
        self.reveal()

    def _move(self, number: int) -> None:
        before = self.cursor
        self.point(number)
        if self.cursor != before and self.length:
            self.tell(self.Moved(self, self.item(self.cursor)))

    def _rows_of(self, number: int) -> range:
        first = self.first_row(number)
        return range(first, first + self.per_item)
