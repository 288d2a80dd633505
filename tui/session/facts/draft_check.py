"""The check of a document: how each of its figures stands among those of all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.facts import Fact, facts
from tui.session.facts.standings import NOT_COMPARED, STATES, UNLIKELY, Standing, standing

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure
    from tui.session.facts.rival_finder import RivalFinder

#: The orders of the figures, the first one at the start.
CHECK_ORDERS = ("standing", "place")
_RANKS = {state: rank for rank, state in enumerate(STATES)}


class DraftCheck:
    """What is known of the figures of the document that was checked last, and how they are
    listed."""

    def __init__(self, finder: RivalFinder) -> None:
        self._finder = finder
        self.document: Document | None = None
        self._figures: list[Figure] = []
        self._facts: list[Fact] = []
        #: What is known so far, by the number of the figure; from which version of the comparison.
        self._standings: dict[int, Standing] = {}
        self._fresh: set[int] = set()
        self._version = -1
        #: One of `CHECK_ORDERS`; and the only state that is listed, or "" for all.
        self.order, self.only = CHECK_ORDERS[0], ""
        #: The number of the figure that the cursor is on.
        self.here: int | None = None

    def turn_to(self, document: Document) -> bool:
        """Check this document; False if it is checked already, and its figures are the same."""
        if document is self.document and document.figures is self._figures:
            return False
        self.document, self._figures = document, document.figures
        self._facts = list(facts([document]))
        self._standings, self._fresh = {}, set()
        self.only, self.here = "", None
        return True

    # How they stand ---------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._figures)

    @property
    def facts(self) -> Sequence[Fact]:
        """All figures of the document."""
        return self._facts

    def standing(self, number: int) -> Standing | None:
        """How a figure stands; None if that is not known yet."""
        return self._standings.get(number)

    def missing(self) -> list[int]:
        """The numbers of the figures that are to be compared, for the first time or again."""
        if self._version != self._finder.version:
            self._version, self._fresh = self._finder.version, set()
        return [number for number in range(len(self)) if number not in self._fresh]

    def relate(
        self, numbers: Iterable[int], is_over: Callable[[], bool]
    ) -> Iterator[tuple[int, Standing]]:
        """Compare these figures: 3 ms for each, 11 in a large library. For a thread: it changes
        nothing, and ends once `is_over` returns True."""
        # Bound now, since another document may be checked meanwhile.
        return _related(self._finder, [self._facts[number] for number in numbers], is_over)

    def take(self, found: Iterable[tuple[int, Standing]]) -> None:
        """Take in what `relate` has found."""
        for number, one in found:
            self._standings[number] = one
            self._fresh.add(number)

    def counts(self) -> Counter[str]:
        """How many figures stand in each of `STATES`, of those that are known."""
        return Counter(one.state for one in self._standings.values())

    # How they are listed ----------------------------------------------------------------------

    def listed(self, kept: Sequence[int]) -> list[int]:
        """Those of these figures that are to be listed, in the order in which they are.

        Among those without a likely rival, the likeliest one comes first: a contradiction that the
        comparison does not dare to call one is there.
        """
        if self.only:
            kept = [number for number in kept if self._state(number) == self.only]
        if self.order == "place":
            return list(kept)
        return sorted(kept, key=self._urgency)

    def _urgency(self, number: int) -> tuple[int, float]:
        """What the figures are sorted by, the most urgent first."""
        one = self._standings.get(number)
        if one is None:
            return len(_RANKS), 0.0
        likelihood = one.rival.score if one.rival and one.state == UNLIKELY else 0.0
        return _RANKS[one.state], -likelihood

    def _state(self, number: int) -> str:
        one = self._standings.get(number)
        return one.state if one else ""

    def next_order(self) -> None:
        """List them in the next order."""
        self.order = CHECK_ORDERS[(CHECK_ORDERS.index(self.order) + 1) % len(CHECK_ORDERS)]

    def next_only(self) -> None:
        """List those of the next state that any figure has; after the last one all of them."""
        there = self.counts()
        states = ["", *(state for state in STATES if there[state])]
        at = states.index(self.only) if self.only in states else 0
        self.only = states[(at + 1) % len(states)]


def _related(
    finder: RivalFinder, asked: Iterable[Fact], is_over: Callable[[], bool]
) -> Iterator[tuple[int, Standing]]:
    for fact in asked:
        if is_over():
            return
        is_compared = finder.compares(fact)
        stands = standing(fact, finder.rivals(fact)) if is_compared else Standing(NOT_COMPARED)
        yield fact.number, stands
