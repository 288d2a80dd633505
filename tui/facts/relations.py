"""How two figures that may be the same fact stand to each other."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tui.facts.conversions import measured
from tui.facts.fact import Fact
from tui.facts.periods import Fit, fit
from tui.figures import Figure

#: The relations, those that a reader must look at first.
RELATIONS = ("differ", "period open", "other period", "hedged", "agree")

#: Rounding is taken for no more than this part of a value: "1 million" is no rounding of 1.4.
ROUNDED = Decimal("0.05")
#: A whole number is taken as rounded where it ends in so many zeros.
_ZEROS = 3
#: How far beyond itself, as a part of its value, a hedge reaches: "over 300" may be 370, "about
#: 300" is 270 to 330.
_BOUND, _ABOUT = Decimal("0.25"), Decimal("0.10")


class Relation(NamedTuple):
    """What can be said of two figures: one of `RELATIONS`, and how far they differ.

    `by` is how far the second is above the first (below: negative), in percent of it, or of two
    percentages in points (`pp`); None where either is a range, or the first 0.
    """

    name: str
    by: Decimal | None
    unit: str = "%"


def relation(first: Fact, second: Fact) -> Relation:
    """How the second fact stands to the first.

    `agree`: equal, or one is the other rounded. `hedged`: they differ by no more than a hedge
    allows ("over 300" and 312). `other period`: both say when, and it is not the same time.
    `period open`: they differ, and only one says when, or not with the year. `differ`: they differ
    though the time is the same or neither says one.
    """
    by, unit = _difference(first.figure, second.figure)
    when = fit(first.figure.period, second.figure.period, first.document is second.document)
    if when is Fit.OTHER:
        return Relation("other period", by, unit)
    if _agree(first.figure, second.figure):
        return Relation("agree", by, unit)
    if _allowed(first.figure, second.figure) or _allowed(second.figure, first.figure):
        return Relation("hedged", by, unit)
    return Relation("period open" if when is Fit.OPEN else "differ", by, unit)


def ends(figure: Figure) -> tuple[Decimal, Decimal]:
    """Both ends of what a figure says, in the unit of its dimension."""
    assert figure.low is not None
    assert figure.high is not None
    factor = Decimal(1)
    if figure.kind in ("measure", "duration"):
        factor = measured(figure.unit or "")[1]
    return figure.low * factor, figure.high * factor


def _difference(first: Figure, second: Figure) -> tuple[Decimal | None, str]:
    """How far the second is above the first, and in what."""
    (low, high), (other_low, other_high) = ends(first), ends(second)
    is_range = low != high or other_low != other_high
    if first.unit in ("percent", "percentage point"):
        return (None if is_range else other_low - low), "pp"
    return (None if is_range or not low else (other_low - low) / abs(low) * 100), "%"


def _agree(first: Figure, second: Figure) -> bool:
    """Whether both say the same, but for rounding."""
    one, other = ends(first), ends(second)
    if one == other:
        return True
    if one[0] != one[1] or other[0] != other[1]:
        return max(one[0], other[0]) <= min(one[1], other[1])
    return _is_rounded(first, one[0], other[0]) or _is_rounded(second, other[0], one[0])


def _is_rounded(figure: Figure, value: Decimal, exact: Decimal) -> bool:
    """Whether a value is `exact` rounded to the last digit that is written of it."""
    rounding = step(figure)
    return abs(value - exact) <= rounding / 2 and abs(value - exact) <= abs(exact) * ROUNDED


def step(figure: Figure) -> Decimal:
    """What one in the last written digit of a figure is worth; 0 where it is taken as exact.

    >>> from tui.figures import extract
    >>> [step(f) for f in extract("1.9 million cats, 373,000 dogs, 340 cows, 28.5% and 7 km")]
    [Decimal('1E+5'), Decimal('1E+3'), Decimal('0'), Decimal('0.1'), Decimal('1000')]
    """
    value = ends(figure)[0]
    number = figure.low if figure.low is not None else value
    unit = value / number if number else Decimal(1)
    digits = number.normalize()
    exponent = digits.as_tuple().exponent
    if not isinstance(exponent, int):
        return Decimal(0)
    if 0 <= exponent < _ZEROS and figure.kind in ("count", "money"):
        return Decimal(0)
    return Decimal(1).scaleb(min(exponent, 0) if exponent < _ZEROS else exponent) * unit


def _allowed(hedged: Figure, other: Figure) -> bool:
    """Whether the hedge of a figure allows the value of another."""
    (low, high), (other_low, other_high) = ends(hedged), ends(other)
    if hedged.bound == "more":
        low, high = low, high + abs(high) * _BOUND
    elif hedged.bound == "less":
        low, high = low - abs(low) * _BOUND, high
    elif hedged.bound == "approx":
        low, high = low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    return low <= other_high and other_low <= high
