"""Scores the evidence that two figures state the same fact, as two logistic regressions: one for
values that agree, which may be a coincidence, and one for values that differ."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from tui.facts.comparable import NounMatch, compare_nouns
from tui.facts.features import ComparableFact
from tui.facts.relations import ROUNDED, is_vague

if TYPE_CHECKING:
    from tui.facts.coincidence import Coincidence

#: For word similarity 1.
_WORDS = 4.6


class _Points(NamedTuple):
    """The points for each piece of evidence: their sum is the logarithm of the odds."""

    start: float
    #: For each factor of 2.7 by which the library is larger than usual (`Coincidence.crowd`).
    crowd: float
    #: Documents about one subject, and beyond that about one event (`Topics.similarity`).
    subject: float
    event: float
    other_noun: float
    #: Those counted met the same outcome, or another one.
    same_outcome: float
    other_outcome: float
    #: If only one is a change; if only one is the base of a comparison; if they are per different
    #: things ("per share"); if they have opposite words.
    change: float
    base: float
    per: float
    opposed: float


# The coefficients were fitted to pairs labelled by hand (docs/compare.md). Apart they are right
# where values agree for 82 of 100 pairs called likely, with one set of points for all for 44.
_AGREEING = _Points(-6.4, -0.8, 4.7, 1.3, -1.5, 0.2, -0.9, -0.5, -0.6, -0.1, -0.9)
_DIFFERING = _Points(-9.3, -0.4, 4.9, 0.0, -2.3, 2.5, -0.3, -0.8, -2.0, -1.0, -0.9)

#: For equal values, for each of their digits, and for their surprise (`Coincidence.surprise`).
_EQUAL, _DIGIT, _SURPRISE = -3.3, 0.85, 0.7
#: For values within `_NEAR` powers of ten, decreasing linearly with their distance; for each power
#: of ten beyond the first.
_CLOSE, _NEAR = 2.5, 0.3
_FAR, _FROM, _FARTHEST = -0.9, 1.0, 3.0
#: The largest distance, in powers of ten, that rounding can explain.
_ROUNDS = 0.03
#: Different values in one document, which seldom contradicts itself.
_OWN_DIFFER = -1.6
#: For each digit beyond the second of values that differ as by a slip of the pen. Fitted to 57
#: pairs of three or four digits that differ in one place, with all else as it is.
_SLIP, _FEW_DIGITS = 1.2, 2


def can_be_same(first: ComparableFact, second: ComparableFact) -> bool:
    """Whether two facts can be the same at all. Two figures in one sentence cannot."""
    one, other = first.fact, second.fact
    if first.block != second.block or (
        one.document is other.document and one.figure.sentence == other.figure.sentence
    ):
        return False
    return first.change == second.change or None in (first.change, second.change)


def points_without_words(
    first: ComparableFact, second: ComparableFact, topic: float, coincidence: Coincidence
) -> float:
    """The points for everything but word similarity; `topic` as `Topics.similarity` returns it."""
    if agrees(first, second):
        each, points = _AGREEING, 0.0
        if _is_equal(first, second):
            digits = min(len(first.digits), len(second.digits))
            points = _EQUAL + _DIGIT * digits + _SURPRISE * coincidence.surprise(first)
    else:
        each, points = _DIFFERING, _distance_points(first, second)
    points += each.start + each.crowd * coincidence.crowd
    points += each.subject * min(topic, 1.0) + each.event * max(0.0, topic - 1.0)
    if compare_nouns(first.head_noun, second.head_noun) is NounMatch.OTHER:
        points += each.other_noun
    outcome, other = first.context.outcome, second.context.outcome
    if outcome and other:
        points += each.same_outcome if outcome == other else each.other_outcome
    if (first.change is None) != (second.change is None):
        points += each.change
    if first.is_base != second.is_base:
        points += each.base
    if first.per != second.per:
        points += each.per
    if first.opposites and not first.opposites.isdisjoint(second.context.words):
        points += each.opposed
    return points


def probability(points: float, cosine: float) -> float:
    """The probability that two figures state the same fact, given their points and word
    similarity."""
    return 1 / (1 + exp(-points - _WORDS * cosine))


def min_points(at_least: float) -> float:
    """The points below which no word similarity reaches this probability."""
    return log(at_least / (1 - at_least)) - _WORDS


def agrees(first: ComparableFact, second: ComparableFact) -> bool:
    """Whether the values are equal, but for rounding, or one lies in the range of the other."""
    if _is_equal(first, second):
        return True
    if first.low == first.high and second.low == second.high:
        if abs(first.size - second.size) > _ROUNDS:
            return False
        gap, larger = abs(first.high - second.high), max(abs(first.high), abs(second.high))
        return (
            gap <= max(first.last_digit_value, second.last_digit_value) / 2
            and gap <= float(ROUNDED) * larger
        )
    if is_vague(first.low, first.high) or is_vague(second.low, second.high):
        return False
    return max(first.low, second.low) <= min(first.high, second.high)


def _is_equal(first: ComparableFact, second: ComparableFact) -> bool:
    return first.low == second.low and first.high == second.high


def _distance_points(first: ComparableFact, second: ComparableFact) -> float:
    """The points for values that differ, by how far and in what way."""
    apart = abs(first.size - second.size)
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
