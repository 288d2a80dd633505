"""What speaks for and against two figures being of the same thing, and how much each counts."""

from __future__ import annotations

from math import exp, inf, log, log10
from typing import NamedTuple

from tui.facts.comparable import NounFit, block, head, nouns_fit
from tui.facts.fact import Fact
from tui.facts.relations import ROUNDED, ends, step
from tui.facts.words import Said
from tui.patterns import pattern

# The points for each, as a logistic regression gave them on pairs answered by hand (docs/compare.md
# has the answers): their sum is the logarithm of the odds.
_START = -9.3
#: For all words in common, and for documents about one event.
_WORDS, _KIN = 4.6, 4.9
_OTHER_NOUN = -2.3
_SAME_FATE, _OTHER_FATE = 2.5, -0.3
#: For the same value and for each digit of it; for one that is rounded; for the same but for 0.3 of
#: a power of ten, falling from there to nothing; for each power of ten beyond the first.
_EQUAL, _DIGIT, _ROUNDED = 1.3, 0.8, 2.0
_CLOSE, _NEAR = 2.5, 0.3
_FAR, _FROM, _FARTHEST = -0.9, 1.0, 3.0
#: Powers of ten beyond which no rounding goes.
_ROUNDS = 0.03
#: Where one is a change and the other none; where one is what another value is compared with;
#: where one is by something ("per share"); where one has the opposite of a word of the other.
_CHANGE, _BASE, _PER, _OPPOSED = -0.8, -2.0, -1.0, -0.9
#: A document seldom contradicts itself.
_OWN_DIFFER = -1.6

#: What stands before the value that another one is compared with: "up from about 20".
_BEFORE_BASE = pattern(
    r"\b(?:from|versus|vs\.?|against|compared (?:to|with))"
    r"(?: (?:about|around|nearly|some|over|just|only|more|than|a|the|an))*[ ]\Z"
)
_LONGEST = 40
#: Words of opposite meaning, as stems: two figures that hold one each are seldom the same fact.
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
_MOST_DIGITS = 5


class Kept(NamedTuple):
    """A fact that can be compared, with all that is asked of it."""

    fact: Fact
    #: Only figures of one block are compared.
    block: str
    #: The key of the counted noun; "" where none is said.
    head: str
    #: What money is counted by: "share" of "dollars per share".
    per: str
    #: Both ends and the last written digit, in the unit of the dimension.
    low: float
    high: float
    step: float
    #: The power of ten of the larger end.
    size: float
    #: How many digits the value has.
    digits: int
    #: Whether it is a change, up or down.
    change: str | None
    #: Whether another value is compared with it.
    is_base: bool
    #: The words that are opposite to one of its own.
    against: frozenset[str]
    said: Said


def kept(fact: Fact, said: Said) -> Kept | None:
    """A fact with all that is asked of it; None for one that is never compared."""
    figure, name = fact.figure, block(fact.figure)
    if name is None or figure.low is None:
        return None
    unit = figure.unit or ""
    low, high = ends(figure)
    words = said.words
    before = fact.document.text[max(0, figure.start - _LONGEST) : figure.start]
    return Kept(
        fact,
        name,
        head(unit) if figure.kind == "count" else "",
        unit.partition(" per ")[2] if figure.kind == "money" else "",
        float(low),
        float(high),
        float(step(figure)),
        log10(size) if 0 < (size := abs(float(high))) < inf else 0.0,
        min(len(figure.low.normalize().as_tuple().digits), _MOST_DIGITS),
        figure.change,
        _BEFORE_BASE.search(before) is not None,
        frozenset(pair[word == pair[0]] for pair in _OPPOSITES for word in pair if word in words),
        said,
    )


def can_be_same(first: Kept, second: Kept) -> bool:
    """Whether nothing speaks against it: who names two figures in a sentence means two things."""
    one, other = first.fact, second.fact
    if first.block != second.block or (
        one.document is other.document and one.figure.sentence == other.figure.sentence
    ):
        return False
    if one.figure.kind == "count":
        return True
    return first.change == second.change or None in (first.change, second.change)


def without_words(first: Kept, second: Kept, kin: float) -> float:
    """The points of all but the words in common; `kin`: how much the documents are of one event."""
    points = _START + _KIN * kin + _of_values(first, second)
    if nouns_fit(first.head, second.head) is NounFit.OTHER:
        points += _OTHER_NOUN
    fate, other = first.said.fate, second.said.fate
    if fate and other:
        points += _SAME_FATE if fate == other else _OTHER_FATE
    if (first.change is None) != (second.change is None):
        points += _CHANGE
    if first.is_base != second.is_base:
        points += _BASE
    if first.per != second.per:
        points += _PER
    if first.against and not first.against.isdisjoint(second.said.words):
        points += _OPPOSED
    return points


def probability(points: float, cosine: float) -> float:
    """How probable it is that both are of the same thing, with the cosine of their words."""
    return 1 / (1 + exp(-points - _WORDS * cosine))


def least_points(at_least: float) -> float:
    """The points of all but the words below which no words make it as probable as that."""
    return log(at_least / (1 - at_least)) - _WORDS


def _of_values(first: Kept, second: Kept) -> float:
    """What the values say for it: the same 44.58 billion twice is no chance, 2 twice is."""
    if first.low == second.low and first.high == second.high:
        return _CLOSE + _EQUAL + _DIGIT * min(first.digits, second.digits)
    apart = abs(first.size - second.size)
    if _agree(first, second, apart):
        return _CLOSE + _ROUNDED
    points = _OWN_DIFFER if first.fact.document is second.fact.document else 0.0
    if apart < _NEAR:
        points += _CLOSE * (1 - apart / _NEAR)
    return points + _FAR * max(0.0, min(apart, _FARTHEST) - _FROM)


def _agree(first: Kept, second: Kept, apart: float) -> bool:
    """Whether the values are the same but for rounding, or one lies in the range of the other."""
    if first.low == first.high and second.low == second.high:
        if apart > _ROUNDS:
            return False
        gap, larger = abs(first.high - second.high), max(abs(first.high), abs(second.high))
        return gap <= max(first.step, second.step) / 2 and gap <= float(ROUNDED) * larger
    is_wide = first.high > 2 * first.low or second.high > 2 * second.low
    # "Dozens" would agree with too much.
    return not is_wide and max(first.low, second.low) <= min(first.high, second.high)
