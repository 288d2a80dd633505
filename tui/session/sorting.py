"""The sort orders of the two lists of the desk, and their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.documents import Document, natural
from tui.figures import KINDS, Figure

if TYPE_CHECKING:
    from tui.session.session import Session


class SortKey(NamedTuple):
    """What a list is sorted by; the name of the order, and of the opposite order."""

    by: str
    words: str
    opposite: str


#: The natural orders of the lists, which headings do not mention.
OWN = ("folder", "text")

ORDERS_OF: dict[str, tuple[SortKey, ...]] = {
    "documents": (
        SortKey("folder", "as in the folder", "last first"),
        SortKey("date", "newest first", "oldest first"),
        SortKey("title", "A to Z", "Z to A"),
        SortKey("figures", "most figures", "fewest figures"),
        SortKey("notes", "most notes", "fewest notes"),
        SortKey("unread", "unread first", "read first"),
    ),
    "figures": (
        SortKey("text", "as in the text", "last first"),
        SortKey("value", "largest first", "smallest first"),
    ),
}


class SortOrder(NamedTuple):
    """The sort order of a list, possibly reversed."""

    order: SortKey
    backwards: bool = False

    @classmethod
    def of(cls, listed: str, remembered: str) -> SortOrder:
        """The order of the list called `listed`, parsed from its stored form: `date`, or `-date`.

        >>> SortOrder.of("documents", "-date").words, SortOrder.of("documents", "shoe size").words
        ('oldest first', 'as in the folder')
        """
        by, orders = remembered.removeprefix("-"), ORDERS_OF[listed]
        known = [order for order in orders if order.by == by]
        return cls((known or orders)[0], bool(known) and remembered != by)

    @property
    def remembered(self) -> str:
        """The stored form; "" for the natural order."""
        return "" if self.is_plain else "-" * self.backwards + self.order.by

    @property
    def is_plain(self) -> bool:
        """Whether it is the natural order."""
        return self.order.by in OWN and not self.backwards

    @property
    def words(self) -> str:
        """The order in words."""
        return self.order.opposite if self.backwards else self.order.words

    def next(self, listed: str, by: int) -> SortOrder:
        """The order `by` steps further in the list of orders, wrapping around."""
        orders = ORDERS_OF[listed]
        return SortOrder(orders[(orders.index(self.order) + by) % len(orders)])

    def turned(self) -> SortOrder:
        """The opposite order."""
        return self._replace(backwards=not self.backwards)


def document_order(sorting: SortOrder, session: Session) -> Callable[[], list[int]]:
    """A function that returns the indexes of the documents in an order; it can be called in a
    thread.

    Documents for which the key is unknown (no date, figures not extracted yet) come last in both
    directions.
    """
    documents, memory = list(session.library), session.memory
    counts = dict(session.all_marks.counts)
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


def figure_order(sorting: SortOrder, figures: Sequence[Figure]) -> list[int]:
    """Indexes of figures in an order; by value they are grouped by kind and unit, with the largest
    value or latest date first."""
    if sorting.order.by == "text":
        return _as_they_are(len(figures), sorting.backwards)
    numbers = _sorted([_value(figure) for figure in figures], not sorting.backwards)
    groups = [(KINDS.index(figure.kind), (figure.unit or "").casefold()) for figure in figures]
    return sorted(numbers, key=groups.__getitem__)


def _as_they_are(count: int, backwards: bool) -> list[int]:
    return list(range(count))[:: -1 if backwards else 1]


def _sorted(values: Sequence[Any], descending: bool) -> list[int]:
    """Indexes of values in order; those that are None come last, in their original order."""
    known = [number for number, value in enumerate(values) if value is not None]
    known.sort(key=values.__getitem__, reverse=descending)
    return known + [number for number, value in enumerate(values) if value is None]


def _day(dated: str | None) -> str | None:
    """A sort key for a date: unknown months and days come first; None without a year.

    >>> _day("2022-XX-XX"), _day("XXXX-05-27")
    ('2022-00-00', None)
    """
    return None if dated is None or dated.startswith("X") else dated.replace("X", "0")


def _value(figure: Figure) -> tuple[Decimal, str] | None:
    """A sort key for a figure: its value or the upper end of a range, and its date; None without
    either."""
    bounds = (figure.value, figure.high, figure.low)
    value = next((bound for bound in bounds if bound is not None), None)
    day = (figure.date or "").replace("X", "0")
    return (value or Decimal(0), day) if value is not None or day else None
