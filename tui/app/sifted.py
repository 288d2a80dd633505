"""A list that shows all of its items, or those that a filter leaves."""

from bisect import bisect_left

from tui.app.rows import Rows


class Sifted(Rows):
    """Items keep their numbers whatever is left out; the cursor is a place among those shown."""

    #: What is said where there is nothing to list, and where a filter leaves nothing of it.
    NOTHING: tuple[str, ...] = ("Nothing here.",)
    NONE_LEFT: tuple[str, ...] = ("Nothing here has that.", "{desk.escape} shows all again")

    #: The numbers of the items that are shown, in order; None for all of them.
    kept: list[int] | None = None

    @property
    def total(self) -> int:
        """How many items there are, shown or not."""
        raise NotImplementedError

    @property
    def EMPTY(self) -> tuple[str, ...]:  # type: ignore[override]  # noqa: N802
        return self.NOTHING if self.kept is None or not self.total else self.NONE_LEFT

    @property
    def length(self) -> int:
        return self.total if self.kept is None else len(self.kept)

    def keep(self, kept: list[int] | None, here: int) -> None:
        """Show these items alone, the cursor on the item `here` or the next that is shown."""
        if kept != self.kept:
            self.kept = kept
            self.reset(self.place_of(here))

    def item(self, place: int) -> int:
        return place if self.kept is None else self.kept[place]

    def place_of(self, number: int) -> int:
        """The place of an item; of one that is left out, that of the next which is shown."""
        if self.kept is None:
            return number
        return max(0, min(bisect_left(self.kept, number), len(self.kept) - 1))

    def point_at(self, number: int) -> None:
        """Put the cursor on an item by its number, or on the next that is shown."""
        self.point(self.place_of(number))

    def redraw_items(self, *numbers: int) -> None:
        """Draw these items again, as far as they are shown."""
        places = [place for number in numbers if (place := self._shown_at(number)) is not None]
        if places:
            self.redraw(*(row for place in places for row in self._rows_of(place)))

    def _shown_at(self, number: int) -> int | None:
        if not self.length:
            return None
        place = self.place_of(number)
        return place if self.item(place) == number else None
