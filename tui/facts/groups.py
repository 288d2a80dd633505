"""Groups the facts of a table by unit or by subject."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.facts.scale import Spread, extent
from tui.facts.table import Table, subject_key, unit_key

_KEYS = {"unit": unit_key, "subject": subject_key}
#: What facts can be grouped by.
GROUPINGS: tuple[str, ...] = tuple(_KEYS)

#: Kinds of figures whose values are amounts; an ordinal (a third, a fifth) is not.
_MEASURING = frozenset({"count", "money", "percent", "measure", "duration"})


class Group(NamedTuple):
    """Facts with the same unit or the same subject."""

    #: What they have in common, in lower case; identifies the group.
    key: str
    #: The same as the first fact writes it; for figures without a unit their kind in brackets,
    #: for those without a subject "".
    name: str
    #: Their numbers in the table, in the order in which they were passed.
    numbers: list[int]
    #: How many documents they come from.
    documents: int
    #: The unit that all their values share, as the first fact writes it, or None.
    unit: str | None
    #: The spread of their values if they share a unit, or None.
    spread: Spread | None


def grouped(table: Table, numbers: Iterable[int], by: str) -> list[Group]:
    """Groups facts by "unit" or "subject"; the largest group first, facts without a subject last.

    Figures without a unit, such as dates, are grouped by their kind.
    """
    key_of = _KEYS[by]
    members: dict[str, list[int]] = {}
    for number in numbers:
        members.setdefault(key_of(table.facts[number].figure), []).append(number)
    groups = [_group(table, key, found, by) for key, found in members.items()]
    return sorted(groups, key=lambda group: (not group.key, -len(group.numbers), group.key))


def _group(table: Table, key: str, numbers: list[int], by: str) -> Group:
    figure = table.facts[min(numbers)].figure
    name = figure.unit or f"({figure.kind})" if by == "unit" else figure.subject or ""
    facts = [table.facts[number] for number in numbers]
    documents = len({id(fact.document) for fact in facts})
    measuring = [fact.figure for fact in facts if fact.figure.kind in _MEASURING]
    values = [both for figure in measuring if (both := extent(figure))]
    if not values or len({unit_key(figure) for figure in measuring}) > 1:
        return Group(key, name, numbers, documents, None, None)
    return Group(key, name, numbers, documents, measuring[0].unit, Spread.of(values))
