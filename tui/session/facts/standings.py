"""How the figures of other documents stand to one figure: contradict it, agree, or are silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.facts import RELATIONS, relation, unit_key
from tui.session.facts.relations import (
    Tally,
    difference_words,
    relation_name,
    relation_symbol,
    tally,
)
from tui.session.notes.verdicts import Symbol
from tui.wording import date_words, labelled

if TYPE_CHECKING:
    from tui.facts import Fact, Relation, Rival

#: Another figure of the same document differs, and none of another document.
DIFFERS_HERE = "differ here"
#: It has rivals in other documents, but none that is likely; it has none; it is of a kind that is
#: never compared.
UNLIKELY, ALONE, NOT_COMPARED = "unlikely", "alone", "not compared"
#: How a figure stands, those that need attention first: contradicted, then confirmed by nobody,
#: then confirmed. A relation stands for the first of `RELATIONS` that any likely rival elsewhere
#: has.
STATES = (
    "differ", DIFFERS_HERE, "period open", "other period", UNLIKELY, ALONE, "hedged", "agree",
    NOT_COMPARED,
)  # fmt: skip
_WORDS = {
    DIFFERS_HERE: "differ in this document",
    UNLIKELY: "none likely",
    ALONE: "nowhere else",
}
_UNSIGNED = Symbol("", "muted")


class Standing(NamedTuple):
    """How a figure stands among those of all documents."""

    #: One of `STATES`.
    state: str
    tally: Tally = Tally(Counter(), Counter())
    #: The most similar of the rivals that decide on the state, and how it relates; if none is
    #: likely, of those in the same unit.
    rival: Rival | None = None
    relation: Relation | None = None


def standing(fact: Fact, rivals: Sequence[Rival]) -> Standing:
    """How a figure that can be compared stands; `rivals` as `RivalFinder.rivals` returns them.

    Only likely rivals count, as in the heading of the comparison.
    """
    counted = tally(fact, rivals)
    others = [rival for rival in rivals if rival.fact.document is not fact.document]
    name = next((name for name in RELATIONS if counted.others[name]), "")
    if name != RELATIONS[0] and counted.here[RELATIONS[0]]:
        here = [rival for rival in rivals if rival.fact.document is fact.document]
        return Standing(DIFFERS_HERE, counted, *_first(fact, here, RELATIONS[0]))
    if name:
        return Standing(name, counted, *_first(fact, others, name))
    if not others:
        return Standing(ALONE, counted)
    unit = unit_key(fact.figure)
    same = (rival for rival in others if unit_key(rival.fact.figure) == unit)
    shown = next(same, others[0])
    return Standing(UNLIKELY, counted, shown, relation(fact, shown.fact))


def _first(fact: Fact, rivals: Iterable[Rival], name: str) -> tuple[Rival, Relation]:
    """The most similar of these that is likely and has this relation."""
    likely = ((rival, relation(fact, rival.fact)) for rival in rivals if rival.is_likely)
    return next(pair for pair in likely if pair[1].name == name)


def state_symbol(state: str) -> Symbol:
    """The sign of a state; "" where there is nothing to compare with."""
    if state == DIFFERS_HERE:
        return relation_symbol(RELATIONS[0])
    return relation_symbol(state) if state in RELATIONS else _UNSIGNED


def state_words(state: str) -> str:
    """A state in words.

    >>> [state_words(state) for state in ("differ", "differ here", "hedged", "alone")]
    ['differ', 'differ in this document', 'within the hedge', 'nowhere else']
    """
    if state in RELATIONS:
        return relation_name(state)
    return _WORDS.get(state, state)


def standing_signs(standing: Standing) -> str:
    """How many figures relate to one how, by signs, or why none does.

    >>> standing_signs(Standing("alone", Tally(Counter(), Counter(agree=2))))
    'nowhere else  here = 2'
    """
    is_counted = standing.tally.others or standing.state == DIFFERS_HERE
    words = "" if is_counted else state_words(standing.state)
    return f"{words}  {standing.tally.signs}".strip()


def standing_words(standing: Standing) -> str:
    """The same in words.

    >>> standing_words(Standing("unlikely", Tally(Counter(), Counter(agree=2))))
    'none likely; in this document 2 agree'
    """
    words = "" if standing.tally.others else state_words(standing.state)
    return "; ".join(filter(None, (words, standing.tally.words)))


def deciding_words(standing: Standing) -> tuple[str, str]:
    """The figure that decides, and what tells it apart: its period, or how far its value is from
    the other one; "" where there is none."""
    if standing.rival is None or standing.relation is None:
        return "", ""
    figure = standing.rival.fact.figure
    if standing.state in ("period open", "other period"):
        return labelled(figure), date_words(figure.period) if figure.period else "no period"
    return labelled(figure), difference_words(standing.relation)


def nothing_differs(counts: Mapping[str, int], name: str) -> str:
    """A sentence for a document whose figures no other document contradicts, not even if a period
    that is open were the same.

    >>> nothing_differs({"agree": 14, "alone": 9, "not compared": 2}, "draft.md")
    'No other document contradicts a figure of draft.md: 9 nowhere else, 14 agree, 2 not compared.'
    >>> nothing_differs({}, "draft.md")
    'No other document contradicts a figure of draft.md.'
    """
    rest = ", ".join(
        f"{counts[state]:,} {state_words(state)}" for state in STATES if counts.get(state)
    )
    return f"No other document contradicts a figure of {name}{': ' if rest else ''}{rest}."
