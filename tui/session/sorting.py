"""The orders of the two lists of the desk: what each sorts by, and what its heading says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.documents import Document, natural
from tui.figures import KINDS, Figure

if TYPE_CHECKING:
    from tui.session.session import Session


class Order(NamedTuple):
    """What a list is sorted by; what is said of it, and of the opposite order."""

    by: str
    words: str
    opposite: str


#: The orders that things have by themselves, the first of each; no heading speaks of them.
OWN = ("folder", "text")

ORDERS_OF: dict[str, tuple[Order, ...]] = {
    "documents": (
        Order("folder", "as in the folder", "last first"),
        Order("date", "newest first", "oldest first"),
        Order("title", "A to Z", "Z to A"),
        Order("figures", "most figures", "fewest figures"),
        Order("notes", "most notes", "fewest notes"),
        Order("unread", "unread first", "read first"),
    ),
    "figures": (
        Order("text", "as in the text", "last first"),
        Order("value", "largest first", "smallest first"),
    ),
}


class Sorting(NamedTuple):
    """The order of a list as it was chosen, or the opposite of it."""

    order: Order
    backwards: bool = False

    @classmethod
    def of(cls, listed: str, remembered: str) -> Sorting:
        """The order of the list called `listed` as it is remembered: `date`, or `-date`.

        >>> Sorting.of("documents", "-date").words, Sorting.of("documents", "shoe size").words
        ('oldest first', 'as in the folder')
        """
        by, orders = remembered.removeprefix("-"), ORDERS_OF[listed]
        known = [order for order in orders if order.by == by]
        return cls((known or orders)[0], bool(known) and remembered != by)

    @property
    def remembered(self) -> str:
        """How it is remembered; empty for the natural order."""
        return "" if self.is_plain else "-" * self.backwards + self.order.by

    @property
    def is_plain(self) -> bool:
        """Whether it is the natural order."""
        return self.order.by in OWN and not self.backwards

    @property
    def words(self) -> str:
        """The order in words."""
        return self.order.opposite if self.backwards else self.order.words

    def next(self, listed: str, by: int) -> Sorting:
        """The order `by` further on of those that the list has, round the end."""
        orders = ORDERS_OF[listed]
        return Sorting(orders[(orders.index(self.order) + by) % len(orders)])

    def turned(self) -> Sorting:
        """The opposite order."""
        return self._replace(backwards=not self.backwards)


def document_order(sorting: Sorting, session: Session) -> Callable[[], list[int]]:
    """What gives the numbers of the documents in an order; it may be called in a thread.

    Those of which it is not known (no date, figures not found yet) come last either way.
    """
    documents, counts, memory = list(session.library), dict(session.note_counts), session.memory
    keys: Mapping[str, Callable[[Document], Any]] = {
        "date": lambda document: _day(document.dated),
        "title": lambda document: natural(document.title),
        "figures": lambda document: len(document.figures) if document.is_extracted else None,
        "notes": lambda document: counts.get(document.name, 0),
        "unread": lambda document: memory.place(document) is None,
    }
    key = keys.get(sorting.order.by)
    if key is None:
        return lambda: _as_they_are(len(documents), sorting.backwards)
    # The most, the newest and the unread come first, but A before Z.
    descending = sorting.backwards == (sorting.order.by == "title")
    return lambda: _sorted([key(document) for document in documents], descending)


def figure_order(sorting: Sorting, figures: Sequence[Figure]) -> list[int]:
    """The numbers of figures in an order: by value those of a kind together, and those of a unit;
    among them the largest first, of dates the latest."""
    if sorting.order.by == "text":
        return _as_they_are(len(figures), sorting.backwards)
    numbers = _sorted([_value(figure) for figure in figures], not sorting.backwards)
    groups = [(KINDS.index(figure.kind), (figure.unit or "").casefold()) for figure in figures]
    return sorted(numbers, key=groups.__getitem__)


def _as_they_are(count: int, backwards: bool) -> list[int]:
    return list(range(count))[:: -1 if backwards else 1]


def _sorted(values: Sequence[Any], descending: bool) -> list[int]:
    """The numbers of values in their order, those that are None at the end as they come."""
    known = [number for number, value in enumerate(values) if value is not None]
    known.sort(key=values.__getitem__, reverse=descending)
    return known + [number for number, value in enumerate(values) if value is None]


def _day(dated: str | None) -> str | None:
    """A date as it is sorted: unknown months and days before the first; None without a year.

    >>> _day("2022-XX-XX"), _day("XXXX-05-27")
    ('2022-00-00', None)
    """
    return None if dated is None or dated.startswith("X") else dated.replace("X", "0")


def _value(figure: Figure) -> tuple[Decimal, str] | None:
    """What a figure is sorted by: its value, the greater end of a range, the day of a date."""
    value = figure.value if figure.value is not None else figure.high or figure.low
    day = (figure.date or "").replace("X", "0")
    return (value or Decimal(0), day) if value is not None or day else None
