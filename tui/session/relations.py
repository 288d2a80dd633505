"""How one figure stands to another, in words and with a sign."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.facts import Fact, Relation


class Stand(NamedTuple):
    """A relation as it is shown: a sign of one cell, words, and the colour both are drawn in."""

    sign: str
    words: str
    colour: str


_STANDS = {
    "agree": Stand("=", "agree", "success"),
    "hedged": Stand("≈", "within the hedge", "success"),
    "other period": Stand("◷", "other period", "accent"),
    "period open": Stand("?", "differ, period open", "note"),
    "differ": Stand("≠", "differ", "error"),
}


def stand(relation: Relation) -> Stand:
    """A relation with how far the second value is above the first, where they are not equal.

    >>> from tui.facts import Relation
    >>> stand(Relation("differ", Decimal("69.9732")))
    Stand(sign='≠', words='differ by +69.97 %', colour='error')
    >>> stand(Relation("agree", Decimal(0))).words, stand(Relation("period open", None)).words
    ('agree', 'differ, period open')
    """
    sign, words, colour = _STANDS[relation.name]
    if relation.percent:
        by = " by" if words == "differ" else ","
        words = f"{words}{by} {percent_words(relation.percent)}"
    return Stand(sign, words, colour)


def relation_name(name: str) -> str:
    """The words of a relation by its name.

    >>> relation_name("hedged")
    'within the hedge'
    """
    return _STANDS[name].words


def percent_words(percent: Decimal) -> str:
    """A difference in percent with its sign, to two decimals.

    >>> [percent_words(Decimal(each)) for each in ("69.9732", "-50", "0.001")]
    ['+69.97 %', '-50 %', '+0.01 % or less']
    """
    rounded = percent.quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    if not rounded:
        return f"{'+' if percent > 0 else '-'}0.01 % or less"
    plain = f"{rounded:+,f}"
    return plain.rstrip("0").rstrip(".") + " %"


def subject_of(facts: tuple[Fact, ...]) -> str:
    """What figures of one group are of: the first subject that is said."""
    return next((fact.figure.subject for fact in facts if fact.figure.subject), "")
