"""The table of facts as requested, and as computed for display."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from tui.facts import GROUPINGS, ORDERS, Fact, Group, Scale, Table

if TYPE_CHECKING:
    from tui.session.notes.marks import Marks

#: Orders that start with the largest value or the latest date.
_LARGEST_FIRST = ("value", "period")
#: The content of a row: a fact, or the heading of a group.
TableRow = Fact | Group


class TableOptions(NamedTuple):
    """How the table is filtered, sorted and grouped."""

    #: The filter, as typed.
    typed: str = ""
    #: One of `ORDERS`, and whether it is reversed.
    order: str = ORDERS[0]
    backwards: bool = False
    #: One of `GROUPINGS`, or "" for no groups.
    grouping: str = ""
    #: The keys of the groups whose facts are shown.
    opened: frozenset[str] = frozenset()
    #: Whether each value is plotted as a bar.
    plotted: bool = False

    @property
    def descending(self) -> bool:
        """Whether the largest value comes first."""
        return self.backwards != (self.order in _LARGEST_FIRST)

    def is_arranged_otherwise(self, before: TableOptions) -> bool:
        """Whether order or grouping differ, so that the view should start at the top again."""
        same_order = (self.order, self.backwards) == (before.order, before.backwards)
        return not same_order or self.grouping not in ("", before.grouping)

    def sorted_by(self, order: str) -> TableOptions:
        """The same sorted by `order`, or reversed if it is in that order already."""
        return self._replace(order=order, backwards=order == self.order and not self.backwards)

    def sorted_next(self) -> TableOptions:
        """The same in the next order."""
        return self._replace(order=_after(self.order, ORDERS), backwards=False)

    def grouped_next(self) -> TableOptions:
        """The same with the next grouping, all groups closed."""
        grouping = _after(self.grouping, ("", *GROUPINGS))
        return self._replace(grouping=grouping, opened=frozenset())

    def toggled(self, group: Group) -> TableOptions:
        """The same with a group opened or closed."""
        return self._replace(opened=self.opened ^ {group.key})


class TableView(NamedTuple):
    """The rows of the table: numbers of facts, or -1 - i for the heading of group i."""

    options: TableOptions = TableOptions()
    table: Table = Table(())
    rows: Sequence[int] = ()
    groups: Sequence[Group] = ()
    #: How many facts match the filter.
    kept: int = 0
    #: The scale of each unit, if values are plotted.
    scales: Mapping[str, Scale] = {}
    #: The located notes, by document name.
    marks: Mapping[str, Marks] = {}
    #: The number of documents whose figures are not extracted yet.
    unknown: int = 0
    #: The share of the table that has been filtered, 0 to 1.
    share: float = 1.0

    def row(self, place: int) -> TableRow:
        """The fact or group in a row."""
        number = self.rows[place]
        return self.table.facts[number] if number >= 0 else self.groups[-1 - number]

    def facts(self) -> list[Fact]:
        """All facts that match the filter, in this order, those of closed groups too."""
        grouped = (number for group in self.groups for number in group.numbers)
        numbers = grouped if self.options.grouping else self.rows
        return [self.table.facts[number] for number in numbers]

    def place(self, here: TableRow | None) -> int | None:
        """The row of a fact, or of the closed group that contains it, or of a group; None if it is
        gone."""
        if isinstance(here, Fact):
            number = self.table.number(here.document.name, here.figure.start)
        else:
            number = self._head(here.key) if here else None
        if number is None:
            return None
        with suppress(ValueError):
            return self.rows.index(number)
        closed = (-1 - at for at, group in enumerate(self.groups) if number in group.numbers)
        head = next(closed, None)
        return None if head is None else self.rows.index(head)

    def _head(self, key: str) -> int | None:
        return next((-1 - at for at, group in enumerate(self.groups) if group.key == key), None)


def _after(name: str, names: Sequence[str]) -> str:
    return names[(names.index(name) + 1) % len(names)]
