"""How the figures of other documents stand to one figure: contradict it, agree, or are silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.facts import RELATIONS, relation
from tui.session.relations import Tally, relation_name, relation_symbol, tally
from tui.session.verdicts import Symbol

if TYPE_CHECKING:
    from tui.facts import Fact, Rival

#: Another figure of the same document differs, and none of another document.
DIFFERS_HERE = "differ here"
#: No other document states the figure; it is of a kind that is never compared.
ALONE, NOT_COMPARED = "alone", "not compared"
#: How a figure stands, those that need attention first: the first of `RELATIONS` that any likely
#: rival in another document has.
STATES = (RELATIONS[0], DIFFERS_HERE, *RELATIONS[1:], ALONE, NOT_COMPARED)
_UNSIGNED = Symbol("", "muted")


class Standing(NamedTuple):
    """How a figure stands among those of all documents."""

    #: One of `STATES`.
    state: str
    tally: Tally = Tally(Counter(), Counter())
    #: The most similar of the likely rivals that decide on the state.
    rival: Rival | None = None


def standing(fact: Fact, rivals: Sequence[Rival]) -> Standing:
    """How a figure that can be compared stands; `rivals` as `RivalFinder.rivals` returns them.

    Only likely rivals count, as in the heading of the comparison.
    """
    counted = tally(fact, rivals)
    state = next((name for name in RELATIONS if counted.others[name]), ALONE)
    is_here = state != RELATIONS[0] and counted.here[RELATIONS[0]] > 0
    name = RELATIONS[0] if is_here else state
    likely = (rival for rival in rivals if rival.is_likely)
    deciding = (
        rival
        for rival in likely
        if (rival.fact.document is fact.document) == is_here
        and relation(fact, rival.fact).name == name
    )
    return Standing(DIFFERS_HERE if is_here else state, counted, next(deciding, None))


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
    return {DIFFERS_HERE: "differ in this document", ALONE: "nowhere else"}.get(state, state)


def nothing_differs(counts: Mapping[str, int], name: str) -> str:
    """A sentence for a document whose figures no other document contradicts.

    >>> nothing_differs({"agree": 14, "alone": 9, "not compared": 2}, "draft.md")
    'No other document contradicts a figure of draft.md: 14 agree, 9 nowhere else, 2 not compared.'
    >>> nothing_differs({}, "draft.md")
    'No other document contradicts a figure of draft.md.'
    """
    rest = ", ".join(
        f"{counts[state]:,} {state_words(state)}" for state in STATES if counts.get(state)
    )
    return f"No other document contradicts a figure of {name}{': ' if rest else ''}{rest}."
