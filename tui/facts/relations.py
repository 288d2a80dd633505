"""How the values of two figures that may be the same fact relate: agree, differ, other period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple, TypeVar

from tui.facts.conversions import measured
from tui.facts.fact import Fact
from tui.facts.periods import PeriodMatch, compare_periods
from tui.figures import Figure

#: The relations, those that need attention first.
RELATIONS = ("differ", "period open", "other period", "hedged", "agree")

#: The largest relative error that counts as rounding: "1 million" is no rounding of 1.4 million.
ROUNDED = Decimal("0.05")
#: A whole number counts as rounded if it ends in at least this many zeros.
_ZEROS = 3
#: The relative tolerance of a hedge: "over 300" may be up to 375, "about 300" 270 to 330.
_BOUND, _ABOUT = Decimal("0.25"), Decimal("0.10")

#: The lower and upper bound of a figure, in the base unit of its dimension.
Bounds = tuple[Decimal, Decimal]
#: A bound, exact or as a float.
_Number = TypeVar("_Number", float, Decimal)


class Relation(NamedTuple):
    """One of `RELATIONS`, and the difference of the values.

    `by` is how far the second value is above the first (negative: below), in percent of it, or for
    two percentages in percentage points (`pp`); None if either is a range, or the first is 0.
    """

    name: str
    by: Decimal | None
    unit: str = "%"


def relation(first: Fact, second: Fact) -> Relation:
    """How the second fact relates to the first.

    `agree`: equal, or one is the other rounded. `hedged`: they differ by no more than a hedge or a
    vague number allows ("over 300" and 312, "dozens" and 31). `other period`: both have a period,
    and these are different. `period open`: they differ, and only one has a period, or its year is
    unknown. `differ`: they differ, and both have the same period or none.
    """
    one, other = bounds(first.figure), bounds(second.figure)
    by, unit = _difference(first.figure, one, other)
    return Relation(_name(first, one, second, other), by, unit)


def relation_names(first: Fact, others: Iterable[Fact]) -> Iterator[str]:
    """The names of the relations of other facts to the first, without what tells how far apart
    they are, which takes as long again."""
    one: Bounds | None = None
    for second in others:
        one = one or bounds(first.figure)  # only what has others has bounds
        yield _name(first, one, second, bounds(second.figure))


def _name(first: Fact, one: Bounds, second: Fact, other: Bounds) -> str:
    when = compare_periods(
        first.figure.period, second.figure.period, first.document is second.document
    )
    if when is PeriodMatch.OTHER:
        return "other period"
    if _agree(first.figure, one, second.figure, other):
        return "agree"
    if _hedge_allows(first.figure, one, other) or _hedge_allows(second.figure, other, one):
        return "hedged"
    return "period open" if when is PeriodMatch.OPEN else "differ"


def bounds(figure: Figure) -> Bounds:
    """The lower and upper bound of a figure, in the base unit of its dimension."""
    assert figure.low is not None
    assert figure.high is not None
    factor = _factor(figure)
    return figure.low * factor, figure.high * factor


def _factor(figure: Figure) -> Decimal:
    """How many base units of its dimension the unit of a figure is."""
    is_measured = figure.kind in ("measure", "duration")
    return measured(figure.unit or "")[1] if is_measured else Decimal(1)


def _difference(first: Figure, one: Bounds, other: Bounds) -> tuple[Decimal | None, str]:
    """The difference of the second value from the first, and its unit."""
    (low, high), (other_low, other_high) = one, other
    is_range = low != high or other_low != other_high
    if first.unit in ("percent", "percentage point"):
        return (None if is_range else other_low - low), "pp"
    return (None if is_range or not low else (other_low - low) / abs(low) * 100), "%"


def _agree(first: Figure, one: Bounds, second: Figure, other: Bounds) -> bool:
    """Whether both state the same, except for rounding."""
    if one == other:
        return True
    if one[0] != one[1] or other[0] != other[1]:
        any_vague = is_vague(*one) or is_vague(*other)
        return not any_vague and max(one[0], other[0]) <= min(one[1], other[1])
    return _is_rounded(first, one[0], other[0]) or _is_rounded(second, other[0], one[0])


def is_vague(low: _Number, high: _Number) -> bool:
    """Whether a range is so wide that it holds almost anything.

    >>> is_vague(12, 120), is_vague(30, 40), is_vague(-5, -3)
    (True, False, False)
    """
    return high - low > abs(low)


def _is_rounded(figure: Figure, value: Decimal, exact: Decimal) -> bool:
    """Whether a value is `exact`, rounded to the last digit written."""
    apart = abs(value - exact)
    # The relative error first: it is cheaper, and most values are far apart.
    return apart <= abs(exact) * ROUNDED and apart <= last_digit_value(figure) / 2


def last_digit_value(figure: Figure) -> Decimal:
    """The value of one unit in the last digit of a figure; 0 if the figure counts as exact.

    >>> from tui.figures import extract
    >>> list(map(last_digit_value, extract("1.9 million cats, 37,000 dogs, 340 cows, 28.5%, 7 km")))
    [Decimal('1E+5'), Decimal('1E+3'), Decimal('0'), Decimal('0.1'), Decimal('1000')]
    """
    assert figure.low is not None
    exponent = figure.low.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # no figure is infinite
    if 0 <= exponent < _ZEROS and figure.kind in ("count", "money"):
        return Decimal(0)
    digit = Decimal(1).scaleb(min(exponent, 0) if exponent < _ZEROS else exponent)
    return digit * _factor(figure)


def _hedge_allows(hedged: Figure, own: Bounds, other: Bounds) -> bool:
    """Whether the hedge of a figure allows the value of another."""
    low, high = own
    if hedged.bound == "more":
        high += abs(high) * _BOUND
    elif hedged.bound == "less":
        low -= abs(low) * _BOUND
    elif hedged.bound == "approx":
        low, high = low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    return low <= other[1] and other[0] <= high
