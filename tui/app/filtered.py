"""A list that shows all of its items, or those that a filter leaves, in one order or another."""

from bisect import bisect_left
from collections.abc import Sequence

from tui.app.rows import Rows


class FilteredList(Rows):
    """Items keep their numbers whatever is left out; the cursor is a place among those shown."""

    #: What is said where there is nothing to list, and where a filter leaves nothing of it.
    NOTHING: tuple[str, ...] = ("Nothing here.",)
    NONE_LEFT: tuple[str, ...] = ("Nothing here has that.", "{desk.escape} shows all again")

    #: The numbers of the items that are shown, as they are listed; None for all of them.
    kept: list[int] | None = None
    #: The numbers of the first items in the order they are listed in; None for their own.
    order: list[int] | None = None
    #: The place of each number in `order`.
    _ranks: Sequence[int] = ()

    @property
    def total(self) -> int:
        """How many items there are, shown or not."""
        raise NotImplementedError

    def when_empty(self) -> tuple[str, ...]:
        return self.NOTHING if self.kept is None or not self.total else self.NONE_LEFT

    @property
    def length(self) -> int:
        return self.total if self.kept is None else len(self.kept)

    def keep(self, kept: list[int] | None, here: int) -> None:
        """Show these items alone, the cursor on the item `here` or the next that is shown."""
        kept = kept if kept is None or self.order is None else sorted(kept, key=self.rank)
        if kept != self.kept:
            self.kept = kept
            self.reset(self.place_of(here))

    def put_in_order(self, order: list[int] | None) -> None:
        """List the items in this order, the cursor staying on its item; later ones come behind."""
        if order == self.order:
            return
        here = self.item(self.cursor) if self.length else 0
        self.order = order
        self._ranks = ranks = [0] * len(order or ())
        for rank, number in enumerate(order or ()):
            ranks[number] = rank
        if self.kept is not None:
            self.kept = sorted(self.kept, key=self.rank)
        self.reset(self.place_of(here))

    def rank(self, number: int) -> int:
        """The place that an item has among all."""
        return self._ranks[number] if 0 <= number < len(self._ranks) else number

    def item(self, place: int) -> int:
        if self.kept is not None:
            return self.kept[place]
        return self.order[place] if self.order is not None and place < len(self.order) else place

    def place_of(self, number: int) -> int:
        """The place of an item; of one that is left out, that of the next which is shown."""
        return max(0, min(self._first_from(number), self.length - 1))

    def point_at(self, number: int) -> None:
        """Put the cursor on an item by its number, or on the next that is shown."""
        self.point(self.place_of(number))

    def redraw_items(self, *numbers: int) -> None:
        """Draw these items again, as far as they are shown."""
        places = [place for number in numbers if (place := self._shown_at(number)) is not None]
        if places:
            self.redraw(*(row for place in places for row in self._rows_of(place)))

    def _first_from(self, number: int) -> int:
        """The place of an item, or that of the next shown, which may be behind the last place."""
        rank = self.rank(number)
        return rank if self.kept is None else bisect_left(self.kept, rank, key=self.rank)

    def _shown_at(self, number: int) -> int | None:
        if not self.length:
            return None
        place = self.place_of(number)
        return place if self.item(place) == number else None
