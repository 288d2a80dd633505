"""A query, ready to be asked: of the index, or of one figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from tui.search.known import NOTHING, Known
from tui.search.nodes import All, Condition, Either, Field, Kinds, Node, Not, Word
from tui.search.syntax import Reader

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure
    from tui.search.records import NoteText

MOST_PLANS = 8
"""Alternatives of a query that are searched: each costs as much as a query."""

Group = tuple[Word, ...]
"""Words of which one is wanted: `a | b`; most groups hold one."""


class Plan(NamedTuple):
    """One way to satisfy a query: groups as far as they can be found, conditions strictly."""

    groups: tuple[Group, ...]
    conditions: tuple[Condition, ...]

    def kinds(self) -> frozenset[str] | None:
        """The kinds of hits the plan is limited to, or None."""
        limits = [each for each in self.conditions if isinstance(each, Kinds)]
        if not limits:
            return None
        kept: frozenset[str] | None = None
        for limit in limits:
            hits = limit.hits | ({"fact"} if limit.figures else frozenset())
            kept = hits if kept is None else kept & hits
        return kept


class Query:
    """A query that was read: `problem` says why a part of it was not understood, or is None."""

    def __init__(self, text: str, known: Known = NOTHING) -> None:
        reader = Reader(text, known)
        self.text = text
        self.root: All = reader.root
        self.problem: str | None = reader.problem
        plans = _plans(reader.root)
        if len(plans) > MOST_PLANS:
            self.problem = self.problem or (
                f"too many alternatives: the first {MOST_PLANS} of {len(plans)} are searched"
            )
        self.plans: tuple[Plan, ...] = tuple(map(_each_once, plans[:MOST_PLANS]))

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return any(plan.groups or plan.conditions for plan in self.plans)

    @property
    def asks_for_notes(self) -> bool:
        """Whether notes decide on anything: their tags, their verdicts, their words."""
        return _asks_for_notes(self.root)

    def matches_figure(
        self, figure: Figure, document: Document, note: NoteText | None = None
    ) -> bool:
        """Whether a figure, with its sentence and the note on it, satisfies the query; every word
        is wanted."""
        from tui.search.on_figure import matches

        return matches(self._of_figures, figure, document, note)

    @cached_property
    def _of_figures(self) -> Node:
        from tui.search.on_figure import cheapest_first

        return cheapest_first(self.root)

    def matches_document(self, document: Document, notes: Sequence[NoteText] = ()) -> bool:
        """Whether a document satisfies the query: by its title, its name, the figures found so
        far, and the notes on it."""
        from tui.search.on_document import Whole, satisfies

        figures = document.figures if document.is_extracted else ()
        return satisfies(self.root, Whole(document, figures, notes))


def parse(query: str, known: Known = NOTHING) -> Query:
    """Reads a query; never raises. `known`: what `@name` and `is:unread` mean.

    >>> parse("telecom frad").problem is None, parse("kind:colour").problem is None
    (True, False)
    """
    return Query(query, known)


def _asks_for_notes(node: Node) -> bool:
    if isinstance(node, All | Either):
        return any(map(_asks_for_notes, node.nodes))
    if isinstance(node, Not):
        return _asks_for_notes(node.node)
    if isinstance(node, Kinds):
        return "note" in node.hits
    return isinstance(node, Field) and node.name in ("tag", "verdict")


def _each_once(plan: Plan) -> Plan:
    """A plan without what it says twice: a word that is typed again asks for nothing more."""
    groups = {tuple((word.text, word.also) for word in group): group for group in plan.groups}
    return Plan(tuple(groups.values()), tuple(dict.fromkeys(plan.conditions)))


def _plans(node: Node) -> list[Plan]:
    """The node as alternatives, each a plain list of words and conditions; at most a few more
    than are searched, however many there are."""
    if isinstance(node, Word):
        return [Plan(((node,),), ())]
    if isinstance(node, All):
        return _product(_plans(child) for child in node.nodes)
    if isinstance(node, Either):
        words = [child for child in node.nodes if isinstance(child, Word)]
        if len(words) == len(node.nodes):
            return [Plan((tuple(dict.fromkeys(words)),), ())]
        return [plan for child in node.nodes for plan in _plans(child)]
    return [Plan((), (node,))]


def _product(parts: Iterable[list[Plan]]) -> list[Plan]:
    found = [Plan((), ())]
    for part in parts:
        pairs = product(found, part[: MOST_PLANS + 1])
        found = [
            Plan(left.groups + right.groups, left.conditions + right.conditions)
            for left, right in pairs
        ][: MOST_PLANS * 4]
    return found
