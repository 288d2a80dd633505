"""A parsed query, expanded into plans, ready to run on the index or on a single figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from tui.search.language.nodes import All, Condition, Either, Field, Kinds, Node, Word, walk
from tui.search.language.syntax import QueryParser
from tui.search.query_context import EMPTY, QueryContext

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure
    from tui.search.asking.on_note import AskedNote
    from tui.search.records import NoteText

#: Alternatives of a query that are searched; each costs as much as a query of its own.
MAX_PLANS = 8

#: Words of which one must match, as in `a | b`; most groups hold one word.
Group = tuple[Word, ...]


class Plan(NamedTuple):
    """One way to satisfy a query: groups match as far as possible, conditions strictly."""

    groups: tuple[Group, ...]
    conditions: tuple[Condition, ...]

    def kinds(self) -> frozenset[str] | None:
        """The kinds of hits this plan is limited to, or None."""
        limits = [each for each in self.conditions if isinstance(each, Kinds)]
        if not limits:
            return None
        kept: frozenset[str] | None = None
        for limit in limits:
            hits = limit.hits | ({"fact"} if limit.figures else frozenset())
            kept = hits if kept is None else kept & hits
        return kept


class Query:
    """A parsed query. `problem` says why part of it was not understood, or is None."""

    def __init__(self, text: str, context: QueryContext = EMPTY) -> None:
        parser = QueryParser(text, context)
        self.text = text
        self.root: All = parser.root
        self.problem: str | None = parser.problem
        plans = _plans(parser.root)
        if len(plans) > MAX_PLANS:
            self.problem = self.problem or (
                f"too many alternatives: the first {MAX_PLANS} of {len(plans)} are searched"
            )
        self.plans: tuple[Plan, ...] = tuple(map(_deduplicated, plans[:MAX_PLANS]))

    def __bool__(self) -> bool:
        """Whether there is anything to search for."""
        return any(plan.groups or plan.conditions for plan in self.plans)

    @property
    def asks_for_notes(self) -> bool:
        """Whether any condition depends on notes: their tags, verdicts or words."""
        return any(map(_is_on_notes, walk(self.root)))

    @property
    def asks_for_figures(self) -> bool:
        """Whether any condition is one on figures: their value, date, kind, unit or subject."""
        from tui.search.asking.asked import is_on_figures

        return any(map(is_on_figures, walk(self.root)))

    def asks_for(self, field: str, value: str) -> bool:
        """Whether a field must, or may, have this value."""
        return _asks_for(self.root, field, value)

    def matches_figure(
        self, figure: Figure, document: Document, note: NoteText | None = None
    ) -> bool:
        """Whether a figure, with its sentence and its note, satisfies the query. Every word must
        match."""
        from tui.search.asking.on_figure import AskedFigure

        return AskedFigure(figure, document, note).satisfies(self._planned)

    def matches_document(self, document: Document, notes: Sequence[NoteText] = ()) -> bool:
        """Whether a document satisfies the query by its title, name, notes, and the figures
        extracted so far."""
        from tui.search.asking.on_document import AskedDocument

        return AskedDocument(document, notes).satisfies(self._planned)

    def matches_note(self, note: AskedNote) -> bool:
        """Whether a note satisfies the query, by its own words and those of its quote."""
        return note.satisfies(self._planned)

    @cached_property
    def _planned(self) -> Node:
        from tui.search.asking.asked import planned

        return planned(self.root)


def parse(query: str, context: QueryContext = EMPTY) -> Query:
    """Parses a query; never raises. `context`: what `@name` and `is:unread` refer to.

    >>> parse("telecom frad").problem is None, parse("kind:colour").problem is None
    (True, False)
    """
    return Query(query, context)


def _is_on_notes(node: Node) -> bool:
    if isinstance(node, Kinds):
        return "note" in node.hits
    return isinstance(node, Field) and node.name in ("tag", "verdict")


def _asks_for(node: Node, field: str, value: str) -> bool:
    if isinstance(node, All | Either):
        return any(_asks_for(child, field, value) for child in node.nodes)
    return isinstance(node, Field) and node.name == field and value.startswith(node.words)


def _deduplicated(plan: Plan) -> Plan:
    """The plan without repeated words and conditions."""
    groups = {tuple((word.text, word.also) for word in group): group for group in plan.groups}
    return Plan(tuple(groups.values()), tuple(dict.fromkeys(plan.conditions)))


def _plans(node: Node) -> list[Plan]:
    """The node as alternative plans. The number is bounded, slightly above `MAX_PLANS`."""
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
        pairs = product(found, part[: MAX_PLANS + 1])
        found = [
            Plan(left.groups + right.groups, left.conditions + right.conditions)
            for left, right in pairs
        ][: MAX_PLANS * 4]
    return found
