"""Asks a query of a whole document; the list of documents is filtered by it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.search.asking.asked import Asked, InText, is_on_figures
from tui.search.asking.on_figure import AskedFigure
from tui.search.asking.on_note import NOTE_FIELDS, name_contains, note_satisfies
from tui.search.asking.on_text import Words, holds, holds_every_word, words_of
from tui.search.language import nodes
from tui.search.records import UNCHECKED

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.search.records import NoteText


class AskedDocument(Asked):
    """A document with its notes and the figures extracted so far.

    Words must be in its title or name, numbers and days there or in its figures, words after
    `note:` and `fact:` in its notes and in the sentences of its figures. All conditions on figures
    must hold for the same figure. A negated condition means that no figure satisfies it.
    """

    def __init__(self, document: Document, notes: Sequence[NoteText]) -> None:
        self._document, self._notes = document, notes
        self._figures = document.figures if document.is_extracted else ()
        self.document_name = document.name

    def satisfies_all(self, conditions: tuple[nodes.Node, ...]) -> bool:
        on_figures, others = list[nodes.Node](), list[nodes.Node]()
        for node in conditions:
            in_fact = isinstance(node, nodes.Within) and node.kind == "fact"
            (on_figures if in_fact or is_on_figures(node) else others).append(node)
        if on_figures and not self._has_figure(*on_figures):
            return False
        return super().satisfies_all(tuple(others))

    def has_words(self, node: InText) -> bool:
        named = _name_words(f"{self._document.title}  {self.document_name}")
        return holds(node, named) or self._has_number(node)

    def has_within(self, node: nodes.Within) -> bool:
        if node.kind == "fact":
            return self._has_figure(node)
        return any(holds(node.words, words_of(note.text)) for note in self._notes)

    def is_of_kind(self, kinds: nodes.Kinds) -> bool:
        if is_on_figures(kinds):
            return self._has_figure(kinds)
        return kinds.hits != {"note"} or bool(self._notes)

    def has_field(self, field: nodes.Field) -> bool:
        if is_on_figures(field):
            return self._has_figure(field)
        if field.name == "verdict" and not self._notes:
            return all(UNCHECKED.startswith(word) for word in field.words)
        if field.name in NOTE_FIELDS:
            return any(note_satisfies(note, field) for note in self._notes)
        if field.name == "doc":
            return name_contains(self.document_name, field)
        return holds_every_word(field, _name_words(self._document.title))

    def has_value(self, node: nodes.Amounts | nodes.Dates) -> bool:
        return self._has_figure(node)

    def _has_figure(self, *conditions: nodes.Node) -> bool:
        """Whether one of its figures satisfies all of these."""
        asked = (AskedFigure(figure, self._document) for figure in self._figures)
        return any(all(map(figure.satisfies, conditions)) for figure in asked)

    def _has_number(self, node: InText) -> bool:
        """Whether a word is a number or day, and a figure of the document has it."""
        if not isinstance(node, nodes.Word) or node.text.isalpha():
            return False
        if node.text[0] == "@":
            return self._has_figure(node)
        return any(holds(node, words_of(figure.text)) for figure in self._figures)


@lru_cache(maxsize=1 << 14)
def _name_words(name: str) -> Words:
    """The words of a title or a name; cached, since filtering a list needs them at every key."""
    return words_of(name)
