"""The features of a figure that comparisons need."""

from __future__ import annotations

from math import inf, log10
from typing import NamedTuple

from tui.facts.comparable import block, head_noun
from tui.facts.fact import Fact
from tui.facts.relations import bounds, last_digit_value
from tui.facts.words import ContextWords
from tui.patterns import pattern

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
