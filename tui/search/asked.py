"""Asks a query of one thing, without an index: of a figure, a document or a note.

The index ranks, and drops what hardly matches; here every word and every condition must hold.
"""

from __future__ import annotations

from tui.search import nodes

#: What is matched against the words of a text.
InText = nodes.Word | nodes.Exact | nodes.Phrase
#: The fields of figures.
_FIGURE_FIELDS = ("unit", "subject")


class Asked:
    """One thing that a query is asked of. It walks the tree; a subclass answers the conditions.

    In brackets with `note:` or `fact:`, words are those of a note or a fact.
    """

    #: The name of its document.
    document_name: str

    def satisfies(self, node: nodes.Node) -> bool:
        """Whether a node matches."""
        if isinstance(node, InText):
            return self.has_words(node, "")
        if isinstance(node, nodes.All):
            return self.satisfies_all(node.nodes)
        if isinstance(node, nodes.Either):
            return any(map(self.satisfies, node.nodes))
        if isinstance(node, nodes.Not):
            return not self.satisfies(node.node)
        if isinstance(node, nodes.InDocuments):
            return self.document_name in node.documents
        if isinstance(node, nodes.Kinds):
            return self.is_of_kind(node)
        if isinstance(node, nodes.Field):
            return self.has_field(node)
        return self.has_value(node)

    def satisfies_all(self, conditions: tuple[nodes.Node, ...]) -> bool:
        """Whether all nodes match."""
        kind = kind_asked_for(conditions)
        return all(
            self.has_words(node, kind) if isinstance(node, InText) else self.satisfies(node)
            for node in conditions
        )

    def has_words(self, node: InText, kind: str) -> bool:
        """Whether it has a word or phrase; `kind` is "note" or "fact" if it must be in one."""
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


def kind_asked_for(conditions: tuple[nodes.Node, ...]) -> str:
    """ "note" or "fact" if words must be in one, by a node beside them; else "".

    >>> kind_asked_for((nodes.Kinds(frozenset({"note"}), frozenset()), nodes.Word("two")))
    'note'
    """
    for node in conditions:
        if isinstance(node, nodes.Kinds) and len(node.hits) == 1:
            (kind,) = node.hits
            if kind in ("note", "fact"):
                return kind
    return ""


def is_on_figures(node: nodes.Node) -> bool:
    """Whether a condition is one on figures; several must hold for the same figure."""
    if isinstance(node, nodes.Kinds):
        return bool(node.figures) and not node.hits
    if isinstance(node, nodes.Field):
        return node.name in _FIGURE_FIELDS
    return isinstance(node, nodes.Amounts | nodes.Dates)


def cheapest_first(node: nodes.Node) -> nodes.Node:
    """The same node with the cheapest conditions first: words read the whole sentence (20 us), a
    field or an amount takes a tenth of that and may decide."""
    if isinstance(node, nodes.All | nodes.Either):
        parts = sorted(map(cheapest_first, node.nodes), key=_reads_words)
        return node._replace(nodes=tuple(parts))
    return node


def _reads_words(node: nodes.Node) -> bool:
    return any(isinstance(each, InText) for each in nodes.walk(node))
