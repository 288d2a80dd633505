"""What the reader wants to see of the table of facts, and what there is to see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from tui.facts import GROUPINGS, ORDERS, Fact, Group, Scale, Table, unit_key

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.session.marks import Marks

#: Orders that begin with the largest value, the latest day.
_LARGEST_FIRST = ("value", "period")
#: A row of the table, whatever becomes of the others: a fact, or the head of a group.
Here = Fact | Group


class Wish(NamedTuple):
    """What the reader wants to see."""

    #: What the table is filtered by, as typed.
    typed: str = ""
    #: One of `ORDERS`, and whether it is turned round.
    order: str = ORDERS[0]
    backwards: bool = False
    #: What the rows are grouped by, one of `GROUPINGS`; empty for no groups.
    grouping: str = ""
    #: The keys of the groups whose facts are shown.
    opened: frozenset[str] = frozenset()
    #: Whether a bar is drawn for each value.
    plotted: bool = False

    @property
    def descending(self) -> bool:
        """Whether the largest comes first, as in the list of figures unless reversed."""
        return self.backwards != (self.order in _LARGEST_FIRST)

    def is_arranged_otherwise(self, before: Wish) -> bool:
        """Whether one wants to see what comes first now: in another order, in other groups."""
        same_order = (self.order, self.backwards) == (before.order, before.backwards)
        return not same_order or self.grouping not in ("", before.grouping)

    def sorted_by(self, order: str) -> Wish:
        """The same in this order, or reversed if it is in this order already."""
        return self._replace(order=order, backwards=order == self.order and not self.backwards)

    def sorted_next(self) -> Wish:
        """The same in the next order."""
        return self._replace(order=_after(self.order, ORDERS), backwards=False)

    def grouped_next(self) -> Wish:
        """The same in the next grouping, every group closed."""
        grouping = _after(self.grouping, ("", *GROUPINGS))
        return self._replace(grouping=grouping, opened=frozenset())

    def toggled(self, group: Group) -> Wish:
        """The same with a group opened, or closed if it was open."""
        return self._replace(opened=self.opened ^ {group.key})


class View(NamedTuple):
    """The rows of a table: numbers of facts, or -1 for the head of the first group, and so on."""

    wish: Wish = Wish()
    table: Table = Table(())
    rows: Sequence[int] = ()
    groups: Sequence[Group] = ()
    #: How many facts the filter keeps.
    kept: int = 0
    #: The scales of the units, if bars are wanted.
    scales: Mapping[str, Scale] = {}
    #: Where notes stand, by the names of the documents that have some.
    marks: Mapping[str, Marks] = {}
    #: Documents whose figures are not found yet.
    unknown: int = 0
    #: How much of the table the filter has gone through, up to 1.
    share: float = 1.0

    def row(self, place: int) -> Here:
        """The fact or the group at a place."""
        number = self.rows[place]
        return self.table.facts[number] if number >= 0 else self.groups[-1 - number]

    def place(self, here: Here | None) -> int | None:
        """The place of a fact, or of the closed group it is in, or of a group; None if it is not
        there any more."""
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

    def scale(self, figure: Figure) -> Scale | None:
        """The scale on which the value of a figure is drawn, with all others of its unit."""
        return self.scales.get(unit_key(figure))

    def _head(self, key: str) -> int | None:
        return next((-1 - at for at, group in enumerate(self.groups) if group.key == key), None)


def _after(name: str, names: Sequence[str]) -> str:
    return names[(names.index(name) + 1) % len(names)]
