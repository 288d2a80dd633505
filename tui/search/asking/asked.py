"""Asks a query of one thing, without an index: of a figure, a document or a note.

The index ranks, and drops what hardly matches; here every word and every condition must hold.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.search.language import nodes

#: What is matched against the words of a text.
InText = nodes.Word | nodes.Exact | nodes.Phrase
#: The fields of figures.
_FIGURE_FIELDS = ("unit", "subject")


class Asked:
    """One thing that a query is asked of. It walks the tree; a subclass answers the conditions."""

    #: The name of its document.
    document_name: str

    def satisfies(self, node: nodes.Node) -> bool:
        """Whether a node matches."""
        return _ANSWERS[type(node)](self, node)

    def satisfies_all(self, conditions: tuple[nodes.Node, ...]) -> bool:
        """Whether all nodes match."""
        return all(map(self.satisfies, conditions))

    def has_words(self, node: InText) -> bool:
        """Whether it has a word or phrase."""
        raise NotImplementedError

    def has_within(self, node: nodes.Within) -> bool:
        """Whether its note, or the sentence of a figure, has a word or phrase."""
        raise NotImplementedError

    def is_of_kind(self, kinds: nodes.Kinds) -> bool:
        """Whether it is, or has, a hit or a figure of these kinds."""
        raise NotImplementedError

    def has_field(self, field: nodes.Field) -> bool:
        """Whether a condition on a field holds."""
        raise NotImplementedError

    def has_value(self, node: nodes.Amounts | nodes.Dates) -> bool:
        """Whether it is, or has, a figure with such a value or date."""
        raise NotImplementedError


#: How each node is answered; a chain of `isinstance` took 1 us of 3 for each note.
_ANSWERS: dict[type, Callable[..., bool]] = {
    nodes.Word: lambda asked, node: asked.has_words(node),
    nodes.Exact: lambda asked, node: asked.has_words(node),
    nodes.Phrase: lambda asked, node: asked.has_words(node),
    nodes.Within: lambda asked, node: asked.has_within(node),
    nodes.All: lambda asked, node: asked.satisfies_all(node.nodes),
    nodes.Either: lambda asked, node: any(map(asked.satisfies, node.nodes)),
    nodes.Not: lambda asked, node: not asked.satisfies(node.node),
    nodes.InDocuments: lambda asked, node: asked.document_name in node.documents,
    nodes.Kinds: lambda asked, node: asked.is_of_kind(node),
    nodes.Field: lambda asked, node: asked.has_field(node),
    nodes.Amounts: lambda asked, node: asked.has_value(node),
    nodes.Dates: lambda asked, node: asked.has_value(node),
}


def is_on_figures(node: nodes.Node) -> bool:
    """Whether a condition is one on figures; several must hold for the same figure."""
    if isinstance(node, nodes.Kinds):
        return bool(node.figures) and not node.hits
    if isinstance(node, nodes.Field):
        return node.name in _FIGURE_FIELDS
    return isinstance(node, nodes.Amounts | nodes.Dates)


def planned(node: nodes.Node) -> nodes.Node:
    """The tree as it is asked: words beside `note:` or `fact:` are those of one, and the cheapest
    conditions come first. Words read the whole sentence (20 us); a field or an amount takes a tenth
    of that and may decide.
    """
    return _planned(node, "")


def _planned(node: nodes.Node, kind: str) -> nodes.Node:
    if isinstance(node, InText):
        return nodes.Within(kind, node) if kind else node
    if isinstance(node, nodes.Not):
        return node._replace(node=_planned(node.node, ""))
    if not isinstance(node, nodes.All | nodes.Either):
        return node
    kind = _kind_asked_for(node) if isinstance(node, nodes.All) else ""
    parts = sorted((_planned(child, kind) for child in node.nodes), key=_reads_words)
    return parts[0] if len(parts) == 1 else node._replace(nodes=tuple(parts))


def _kind_asked_for(node: nodes.All) -> str:
    """ "note" or "fact" if words must be in one, by a node beside them; else ""."""
    alone = [each.hits for each in node.nodes if isinstance(each, nodes.Kinds)]
    return next((kind for kind in ("note", "fact") if {kind} in alone), "")


def _reads_words(node: nodes.Node) -> bool:
    return any(isinstance(each, InText | nodes.Within) for each in nodes.walk(node))
