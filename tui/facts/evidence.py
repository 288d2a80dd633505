"""Scores the evidence that two figures state the same fact, as a logistic regression."""

from __future__ import annotations

from math import exp, inf, log, log10
from typing import NamedTuple

from tui.facts.comparable import NounMatch, block, compare_nouns, head_noun
from tui.facts.fact import Fact
from tui.facts.relations import ROUNDED, bounds, last_digit_value
from tui.facts.words import ContextWords
from tui.patterns import pattern

# The coefficients of a logistic regression, fitted to pairs labelled by hand (docs/compare.md):
# the sum of all points is the logarithm of the odds.
_START = -9.3
#: For word similarity 1, and for topic similarity 1.
_WORDS, _SAME_TOPIC = 4.6, 4.9
_OTHER_NOUN = -2.3
_SAME_OUTCOME, _OTHER_OUTCOME = 2.5, -0.3
#: For the same value and for each of its digits; for a rounded one; for values within `_NEAR`
#: powers of ten, decreasing linearly with their distance; for each power of ten beyond the first.
_EQUAL, _DIGIT, _ROUNDED = 1.3, 0.8, 2.0
_CLOSE, _NEAR = 2.5, 0.3
_FAR, _FROM, _FARTHEST = -0.9, 1.0, 3.0
#: The largest distance, in powers of ten, that rounding can explain.
_ROUNDS = 0.03
#: If only one is a change; if only one is the base of a comparison; if they are per different
#: things ("per share"); if they have opposite words.
_CHANGE, _BASE, _PER, _OPPOSED = -0.8, -2.0, -1.0, -0.9
#: Different values in one document, which seldom contradicts itself.
_OWN_DIFFER = -1.6

#: Words before the base of a comparison: "up from about 20".
_BEFORE_BASE = pattern(
    r"\b(?:from|versus|vs\.?|against|compared (?:to|with))"
    r"(?: (?:about|around|nearly|some|over|just|only|more|than|a|the|an))*[ ]\Z"
)
_MAX_CONTEXT = 40
#: Words of opposite meaning, as stems.
_OPPOSITES = (
    ("domestic", "oversea"),
    ("domestic", "foreign"),
    ("import", "export"),
    ("urban", "rural"),
    ("arriv", "departur"),
    ("femal", "mal"),
    ("women", "men"),
    ("girl", "boi"),
)
#: For each digit beyond the second of values that differ as by a slip of the pen. Fitted to the 57
#: pairs of three or four digits that differ in one place, with all else as it is.
_SLIP, _FEW_DIGITS = 1.2, 2
_MAX_DIGITS = 5


class ComparableFact(NamedTuple):
    """A fact with the features that comparisons need."""

    fact: Fact
    #: See `comparable.block`; only figures of the same block are compared.
    block: str
    #: The key of the counted noun; "" if there is none.
    head_noun: str
    #: What an amount of money is per: "share" in "dollars per share".
    per: str
    #: Both bounds and the value of the last digit, in the base unit of the dimension.
    low: float
    high: float
    last_digit_value: float
    #: The decimal logarithm of the upper bound.
    size: float
    #: The significant digits of the value, at most `_MAX_DIGITS` of them.
    digits: str
    #: "up" or "down" if it is a change, else None.
    change: str | None
    #: Whether it is the base of a comparison: "up from 20".
    is_base: bool
    #: The opposites of its words.
    opposites: frozenset[str]
    context: ContextWords


def comparable_fact(fact: Fact, context: ContextWords) -> ComparableFact | None:
    """A fact with its features; None if it is never compared."""
    figure, name = fact.figure, block(fact.figure)
    if name is None or figure.low is None:
        return None
    unit = figure.unit or ""
    low, high = bounds(figure)
    words = context.words
    before = fact.document.text[max(0, figure.start - _MAX_CONTEXT) : figure.start]
    return ComparableFact(
        fact,
        name,
        head_noun(unit) if figure.kind == "count" else "",
        unit.partition(" per ")[2] if figure.kind == "money" else "",
        float(low),
        float(high),
        float(last_digit_value(figure)),
        log10(size) if 0 < (size := abs(float(high))) < inf else 0.0,
        "".join(map(str, figure.low.normalize().as_tuple().digits))[:_MAX_DIGITS],
        figure.change,
        _BEFORE_BASE.search(before) is not None,
        frozenset(pair[word == pair[0]] for pair in _OPPOSITES for word in pair if word in words),
        context,
    )


def can_be_same(first: ComparableFact, second: ComparableFact) -> bool:
    """Whether two facts can be the same at all. Two figures in one sentence cannot."""
    one, other = first.fact, second.fact
    if first.block != second.block or (
        one.document is other.document and one.figure.sentence == other.figure.sentence
    ):
        return False
    return first.change == second.change or None in (first.change, second.change)


def points_without_words(first: ComparableFact, second: ComparableFact, topic: float) -> float:
    """The points for everything but word similarity."""
    points = _START + _SAME_TOPIC * topic + _value_points(first, second)
    if compare_nouns(first.head_noun, second.head_noun) is NounMatch.OTHER:
        points += _OTHER_NOUN
    outcome, other = first.context.outcome, second.context.outcome
    if outcome and other:
        points += _SAME_OUTCOME if outcome == other else _OTHER_OUTCOME
    if (first.change is None) != (second.change is None):
        points += _CHANGE
    if first.is_base != second.is_base:
        points += _BASE
    if first.per != second.per:
        points += _PER
    if first.opposites and not first.opposites.isdisjoint(second.context.words):
        points += _OPPOSED
    return points


def probability(points: float, cosine: float) -> float:
    """The probability that two figures state the same fact, given their points and word
    similarity."""
    return 1 / (1 + exp(-points - _WORDS * cosine))


def min_points(at_least: float) -> float:
    """The points below which no word similarity reaches this probability."""
    return log(at_least / (1 - at_least)) - _WORDS


def _value_points(first: ComparableFact, second: ComparableFact) -> float:
    """The points for the values: the same 44.58 billion twice is no coincidence, 2 twice may be."""
    if first.low == second.low and first.high == second.high:
        return _CLOSE + _EQUAL + _DIGIT * min(len(first.digits), len(second.digits))
    apart = abs(first.size - second.size)
    if _agree(first, second, apart):
        return _CLOSE + _ROUNDED
    points = _OWN_DIFFER if first.fact.document is second.fact.document else 0.0
    if apart < _NEAR:
        points += _CLOSE * (1 - apart / _NEAR)
    count = len(first.digits)
    if _FEW_DIGITS < count == len(second.digits) and is_slip(first.digits, second.digits):
        points += _SLIP * (count - _FEW_DIGITS)
        if first.digits == second.digits:  # only the scale differs
            return points
    return points + _FAR * max(0.0, min(apart, _FARTHEST) - _FROM)


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers of as many digits differ as by a slip of the pen: in one place, in two
    neighbours that are exchanged, or in scale only.

    >>> [is_slip("634", other) for other in ("643", "654", "634", "463")]
    [True, True, True, False]
    """
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) != 2:
        return len(places) < 2
    first, last = places
    return last == first + 1 and one[first] + one[last] == other[last] + other[first]


def _agree(first: ComparableFact, second: ComparableFact, apart: float) -> bool:
    """Whether the values are equal except for rounding, or one lies in the range of the other."""
    if first.low == first.high and second.low == second.high:
        if apart > _ROUNDS:
            return False
        gap, larger = abs(first.high - second.high), max(abs(first.high), abs(second.high))
        return (
            gap <= max(first.last_digit_value, second.last_digit_value) / 2
            and gap <= float(ROUNDED) * larger
        )
    is_wide = first.high > 2 * first.low or second.high > 2 * second.low
    # A wide range such as "dozens" would agree with almost anything.
    return not is_wide and max(first.low, second.low) <= min(first.high, second.high)
