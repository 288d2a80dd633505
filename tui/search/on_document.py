"""Evaluates a query on a whole document, without an index; the list of documents is filtered by
it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.search import nodes
from tui.search.on_figure import (
    NOTE_FIELDS,
    UNCHECKED,
    Words,
    holds,
    holds_node,
    matches,
    name_contains,
    note_satisfies,
)

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure
    from tui.search.records import NoteText

_OF_FIGURES = ("unit", "subject")


class Whole(NamedTuple):
    """A document with its notes and the figures extracted so far."""

    document: Document
    figures: Sequence[Figure]
    notes: Sequence[NoteText]


def satisfies(node: nodes.Node, whole: Whole) -> bool:
    """Whether a document satisfies a node.

    Words are matched in its title and name, numbers and days in its figures too, words after
    `note:` and `fact:` in its notes and the sentences of its figures. All conditions on figures
    must hold for the same figure. A negated condition means that no figure satisfies it.
    """
    if not isinstance(node, nodes.All):
        return _satisfies(node, whole, nodes.Kinds(frozenset(), frozenset()))
    limit = next(
        (each for each in node.nodes if isinstance(each, nodes.Kinds) and each.hits),
        nodes.Kinds(frozenset(), frozenset()),
    )
    on_figures = [each for each in node.nodes if _is_on_figures(each, limit)]
    if on_figures and not any(
        all(matches(each, figure, whole.document) for each in on_figures)
        for figure in whole.figures
    ):
        return False
    return all(_satisfies(each, whole, limit) for each in node.nodes if each not in on_figures)


def _is_on_figures(node: nodes.Node, limit: nodes.Kinds) -> bool:
    if isinstance(node, nodes.Kinds):
        return bool(node.figures) and not node.hits
    if isinstance(node, nodes.Field):
        return node.name in _OF_FIGURES
    if isinstance(node, nodes.Word | nodes.Exact | nodes.Phrase):
        return limit.hits == {"fact"}
    return isinstance(node, nodes.Amounts | nodes.Dates)


def _satisfies(node: nodes.Node, whole: Whole, limit: nodes.Kinds) -> bool:
    if isinstance(node, nodes.All):
        return satisfies(node, whole)
    if isinstance(node, nodes.Either):
        return any(satisfies(nodes.All((child,)), whole) for child in node.nodes)
    if isinstance(node, nodes.Not):
        return not satisfies(nodes.All((node.node,)), whole)
    if isinstance(node, nodes.InDocuments):
        return whole.document.name in node.documents
    if isinstance(node, nodes.Kinds):
        return node.hits != {"note"} or bool(whole.notes)
    if isinstance(node, nodes.Field):
        return _field(node, whole)
    if isinstance(node, nodes.Word | nodes.Exact | nodes.Phrase):
        if limit.hits == {"note"}:
            return any(holds_node(node, Words(note.text)) for note in whole.notes)
        return holds_node(node, _named(whole.document)) or _is_number_in(node, whole)
    return any(matches(node, figure, whole.document) for figure in whole.figures)


def _is_number_in(node: nodes.Node, whole: Whole) -> bool:
    """Whether a word is a number or day, and a figure of the document has it."""
    if not isinstance(node, nodes.Word) or node.text.isalpha():
        return False
    if node.text[0] == "@":
        return any(matches(node, figure, whole.document) for figure in whole.figures)
    return any(holds(node, Words(figure.text).all) for figure in whole.figures)


def _field(field: nodes.Field, whole: Whole) -> bool:
    if field.name in NOTE_FIELDS:
        if field.name == "verdict" and not whole.notes:
            return all(UNCHECKED.startswith(word) for word in field.words)
        return any(note_satisfies(note, field) for note in whole.notes)
    if field.name == "doc":
        return name_contains(field, whole.document)
    words = _words_of(whole.document.title)
    return all(holds(nodes.Word(word, half_typed=True), words.all) for word in field.words)


def _named(document: Document) -> Words:
    return _words_of(f"{document.title}  {document.name}")


@lru_cache(maxsize=1 << 14)
def _words_of(name: str) -> Words:
    """The words of a title or a name; cached, since filtering a list needs them at every key."""
    return Words(name)
