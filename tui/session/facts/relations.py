"""How two figures relate, as a sign and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, NamedTuple

from tui.facts import is_comparable
from tui.session.notes.verdicts import Symbol
from tui.wording import plural

if TYPE_CHECKING:
    from tui.facts import Fact, Relation, Rival
    from tui.figures import Figure


class RelationLabel(NamedTuple):
    """A relation for display: a sign of one cell with its colour, and words."""

    symbol: Symbol
    words: str


#: By the names of relations, those that need attention first.
_LABELS = {
    "differ": RelationLabel(Symbol("≠", "error"), "differ"),
    "period open": RelationLabel(Symbol("?", "note"), "differ, period open"),
    "other period": RelationLabel(Symbol("◷", "accent"), "other period"),
    "hedged": RelationLabel(Symbol("≈", "success"), "within the hedge"),
    "agree": RelationLabel(Symbol("=", "success"), "agree"),
}


def relation_label(relation: Relation) -> RelationLabel:
    """A relation for display, with the difference of the second value from the first.

    >>> from tui.facts import Relation
    >>> relation_label(Relation("differ", Decimal("69.9732")))
    RelationLabel(symbol=Symbol(sign='≠', colour='error'), words='differ by +69.97 %')
    >>> relation_label(Relation("agree", Decimal(0))).words
    'agree'
    >>> relation_label(Relation("period open", None)).words
    'differ, period open'
    """
    symbol, words = _LABELS[relation.name]
    if difference := difference_words(relation):
        by = " by" if words == "differ" else ","
        words = f"{words}{by} {difference}"
    return RelationLabel(symbol, words)


class Tally(NamedTuple):
    """How many of the likely rivals of a figure stand in each relation to it: those in other
    documents, and those in its own."""

    others: Counter[str]
    here: Counter[str]

    @property
    def signs(self) -> str:
        """The counts by the signs of the relations.

        >>> Tally(Counter(agree=1, differ=2), Counter(agree=3)).signs
        '≠ 2  = 1  here = 3'
        """
        here = f"here {_counts(self.here)}" if self.here else ""
        return "  ".join(filter(None, (_counts(self.others), here)))

    @property
    def words(self) -> str:
        """The counts in words.

        >>> Tally(Counter(agree=1, differ=2), Counter(agree=3)).words
        '2 differ; 1 agree; in this document 3 agree'
        """
        here = [f"in this document {_count_words(self.here)}"] if self.here else []
        return "; ".join([*filter(None, [_count_words(self.others)]), *here])


def tally(asked: Fact, rivals: Iterable[Rival]) -> Tally:
    """Count how the likely rivals of a figure relate to it."""
    from tui.facts import relation_names

    found = Tally(Counter(), Counter())
    likely = [rival.fact for rival in rivals if rival.is_likely]
    for fact, name in zip(likely, relation_names(asked, likely), strict=True):
        counts = found.here if fact.document is asked.document else found.others
        counts[name] += 1
    return found


def _counts(counts: Counter[str]) -> str:
    named = ((label.symbol.sign, counts[name]) for name, label in _LABELS.items())
    return "  ".join(f"{sign} {count:,}" for sign, count in named if count)


def _count_words(counts: Counter[str]) -> str:
    named = ((label.words, counts[name]) for name, label in _LABELS.items())
    return "; ".join(f"{count:,} {words}" for words, count in named if count)


def relation_symbol(name: str) -> Symbol:
    """The sign for the name of a relation."""
    return _LABELS[name].symbol


def relation_name(name: str) -> str:
    """The words for the name of a relation.

    >>> relation_name("hedged")
    'within the hedge'
    """
    return _LABELS[name].words


def difference_words(relation: Relation) -> str:
    """The difference of the second value from the first, to two decimals; "" if they are equal.

    >>> from tui.facts import Relation
    >>> [difference_words(Relation("differ", Decimal(by))) for by in ("69.9732", "-50", "0.001")]
    ['+69.97 %', '-50 %', '+0.01 % or less']
    >>> difference_words(Relation("differ", Decimal("12.6"), "pp"))
    '+12.6 pp'
    """
    if not relation.by:
        return ""
    is_large = abs(relation.by) >= 10**20  # has more digits than can be rounded
    rounded = relation.by if is_large else relation.by.quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    if not rounded:
        return f"{'+' if relation.by > 0 else '-'}0.01 {relation.unit} or less"
    plain = f"{rounded:+,f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return f"{plain} {relation.unit}"


def subject_of(facts: tuple[Fact, ...]) -> str:
    """The first subject that the figures of a group state, or ""."""
    return next((fact.figure.subject for fact in facts if fact.figure.subject), "")


def comparison_subject(figure: Figure) -> str:
    """What a figure is compared with, in a sentence; or why it is not compared.

    >>> from tui.figures import extract
    >>> text = "Up 5%, 12 firms paid $3 million in 2021, 30 miles away."
    >>> [comparison_subject(figure) for figure in extract(text)]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['Asked for: percentages.', 'Asked for: counts of firms.',
     'Asked for: amounts in USD.', 'A date is not compared: it states no amount.',
     'Asked for: measures in miles.']
    """
    if not is_comparable(figure):
        return f"A {figure.kind} {_WHY_NOT.get(figure.kind, _NO_AMOUNT)}."
    unit = figure.unit or figure.subject or "the same"
    if figure.kind == "count":
        return f"Asked for: counts of {unit}."
    if figure.kind == "percent":
        return "Asked for: percentages."
    kind = "amount" if figure.kind == "money" else figure.kind
    return f"Asked for: {kind}s in {unit if figure.kind == 'money' else plural(unit)}."


_NO_AMOUNT = "is not compared: it states no amount"
_WHY_NOT = {
    "count": "of one is not compared: hardly anybody has counted it",
    "malformed": "number is not compared: it has no value",
}
