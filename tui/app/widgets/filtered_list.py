"""A list that can be filtered and sorted."""

from bisect import bisect_left
from collections.abc import Sequence

from tui.app.widgets.rows import Rows


class FilteredList(Rows):
    """Items keep their numbers when filtered; the cursor is a row of the visible list."""

    #: The text of an empty list, and of a list without matches.
    NOTHING: tuple[str, ...] = ("Nothing here.",)
    NONE_LEFT: tuple[str, ...] = ("Nothing here has that.", "{desk.escape} shows all again")

    #: The numbers of the visible items in order; None for all.
    shown: list[int] | None = None
    #: The numbers of the items as sorted; None for their natural order.
    order: list[int] | None = None
    #: The position of each item in the sorted order.
    _ranks: Sequence[int] = ()

    @property
    def total(self) -> int:
        """The number of all items."""
        raise NotImplementedError

    def when_empty(self) -> tuple[str, ...]:
        return self.NOTHING if self.shown is None or not self.total else self.NONE_LEFT

    @property
    def length(self) -> int:
        return self.total if self.shown is None else len(self.shown)

    def keep(self, shown: list[int] | None, here: int) -> None:
        """Show only these items, with the cursor on the item `here` or the next visible one."""
        shown = shown if shown is None or self.order is None else sorted(shown, key=self.rank)
        if shown != self.shown:
            self.shown = shown
            self.reset(self.place_of(here))

    def put_in_order(self, order: list[int] | None) -> None:
        """Sort the items in this order, keeping the cursor on its item; later items follow."""
        if order == self.order:
            return
        here = self.item(self.cursor) if self.length else 0
        self.order = order
        self._ranks = ranks = [0] * len(order or ())
        for rank, number in enumerate(order or ()):
            ranks[number] = rank
        if self.shown is not None:
            self.shown = sorted(self.shown, key=self.rank)
        self.reset(self.place_of(here))

    def rank(self, number: int) -> int:
        """The position of an item in the sorted, unfiltered list."""
        return self._ranks[number] if 0 <= number < len(self._ranks) else number

    def item(self, place: int) -> int:
        if self.shown is not None:
            return self.shown[place]
        return self.order[place] if self.order is not None and place < len(self.order) else place

    def place_of(self, number: int) -> int:
        """The row of an item; if it is hidden, of the next visible one."""
        return max(0, min(self._first_from(number), self.length - 1))

    def point_at(self, number: int) -> None:
        """Move the cursor to an item, or to the next visible one."""
        self.point(self.place_of(number))

    def redraw_items(self, *numbers: int) -> None:
        """Redraw these items, if visible."""
        places = [place for number in numbers if (place := self._shown_at(number)) is not None]
        if places:
            self.redraw(*(row for place in places for row in self._rows_of(place)))

    def _first_from(self, number: int) -> int:
        """The row of an item or of the next visible one; one past the last row if there is none."""
        rank = self.rank(number)
        return rank if self.shown is None else bisect_left(self.shown, rank, key=self.rank)

    def _shown_at(self, number: int) -> int | None:
        if not self.length:
            return None
        place = self.place_of(number)
        return place if self.item(place) == number else None
