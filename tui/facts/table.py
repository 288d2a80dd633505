"""All facts as a table that can be sorted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tui.facts.fact import Fact
from tui.facts.scale import extent
from tui.figures import KINDS

if TYPE_CHECKING:
    from tui.figures import Figure

_RANK = {kind: number for number, kind in enumerate(KINDS)}
#: Quarters and halves of a year, with their first month.
_PARTS = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10", "H1": "01", "H2": "07"}

#: A sort key in two parts. The first always sorts ascending, only the second is reversed for a
#: descending order. Second parts are comparable whatever their first parts are.
Key = tuple[Any, Any]


def unit_key(figure: Figure) -> str:
    """A key for figures whose values can be compared: the unit in lower case or, without a unit,
    the kind.

    >>> from tui.figures import extract
    >>> [unit_key(figure) for figure in extract("In 2021, 5 million yuan went to 300 Dockers.")]
    ['=date', 'cny', 'dockers']
    """
    return _folded(figure.unit) if figure.unit else f"={figure.kind}"


def subject_key(figure: Figure) -> str:
    """The subject in lower case; "" if there is none."""
    return _folded(figure.subject) if figure.subject else ""


@lru_cache(maxsize=1 << 14)
def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _by_value(fact: Fact) -> Key:
    figure = fact.figure
    both = extent(figure)
    if both is not None:
        return (0, _RANK.get(figure.kind, 0), unit_key(figure)), (0, both)
    if figure.date:
        return (0, _RANK.get(figure.kind, 0), unit_key(figure)), (1, _first_day(figure.date))
    return (1, 0, ""), (2,)


def _by_unit(fact: Fact) -> Key:
    figure = fact.figure
    return (0, _folded(figure.unit)) if figure.unit else (1, "")


def _by_subject(fact: Fact) -> Key:
    subject = subject_key(fact.figure)
    return (0, subject) if subject else (1, "")


def _by_period(fact: Fact) -> Key:
    period = fact.figure.period or fact.figure.date
    return _first_day(period) if period else (2, "")


def _by_document(fact: Fact) -> Key:
    return 0, _folded(fact.document.title)


@lru_cache(maxsize=1 << 14)
def _first_day(period: str) -> tuple[int, str]:
    """A sort key for periods by their first day; periods of an unknown year come last.

    >>> sorted(["2021-04-15", "XXXX-05", "2021-Q2", "202X", "../2020-06", "2021"], key=_first_day)
    ['202X', '../2020-06', '2021', '2021-Q2', '2021-04-15', 'XXXX-05']
    """
    first, _, last = period.partition("/")
    year, *rest = (last if first == ".." else first).split("-")
    days = [_PARTS.get(part, part) for part in rest]
    is_known = year[:1].isdigit()
    return (0 if is_known else 1), "-".join([year.replace("X", "0"), *days])


_KEYS: dict[str, Callable[[Fact], Key]] = {
    "value": _by_value,
    "unit": _by_unit,
    "subject": _by_subject,
    "period": _by_period,
    "document": _by_document,
}

#: The orders of a table. "place": the order of documents, and of figures in the text. "value": by
#: kind in the order of `KINDS`, then unit, then value; facts without a value come last.
ORDERS: tuple[str, ...] = ("place", *_KEYS)


class Table:
    """An immutable list of facts, which are referred to by their index; safe to use from any
    thread."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self._first: dict[str, int] = {}
        self._keys: dict[str, tuple[list[Any], list[Any]]] = {}
        before = None
        for number, fact in enumerate(facts):
            if fact.document is not before:
                before = fact.document
                self._first[before.name] = number

    def __len__(self) -> int:
        return len(self.facts)

    def number(self, name: str, start: int) -> int | None:
        """The number of the fact of a document that starts at `start`, else of the next one there,
        else of the last one; None if the document has no facts."""
        first = self._first.get(name)
        if first is None:
            return None
        document = self.facts[first].document
        last = bisect_left(self.facts, True, first, key=lambda fact: fact.document is not document)
        number = bisect_left(self.facts, start, first, last, key=lambda fact: fact.figure.start)
        return min(number, last - 1)

    def sort(
        self, numbers: Iterable[int], order: str, *, descending: bool = False
    ) -> Sequence[int]:
        """The given facts, which must be in the order of place, sorted by one of `ORDERS`.

        Equal facts stay in the order of place. Facts without a value, subject or period come last
        in both directions.
        """
        if order == "place":
            in_place = numbers if isinstance(numbers, range) else list(numbers)
            return in_place[::-1] if descending else in_place
        firsts, seconds = self._keys_of(order)
        by_second = sorted(numbers, key=seconds.__getitem__, reverse=descending)
        return sorted(by_second, key=firsts.__getitem__)

    def _keys_of(self, order: str) -> tuple[list[Any], list[Any]]:
        """The sort keys of all facts, computed once: with 100,000 facts that takes as long as
        sorting."""
        if order not in self._keys:
            made = [_KEYS[order](fact) for fact in self.facts]
            self._keys[order] = [first for first, _ in made], [second for _, second in made]
        return self._keys[order]
