"""Asks a query of one note; the list of notes is filtered by it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.search.asking.asked import Asked, InText
from tui.search.asking.on_text import Words, holds, holds_every_word, words_of
from tui.search.language import nodes
from tui.search.language.clauses import begin_terms, terms_of
from tui.search.records import UNCHECKED
from tui.search.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.records import NoteText

#: The fields of notes that every search has.
NOTE_FIELDS = ("tag", "verdict")


class AskedNote(Asked):
    """A note as the list of notes shows it.

    `title` is its document's, `beside` what else is known of it: its quote, a corrected value.
    `values` are those of the fields that only that list has. Words must be in any of its texts,
    those after `note:` in its own.
    """

    def __init__(
        self, note: NoteText, title: str, beside: str, values: dict[str, Sequence[str]]
    ) -> None:
        self._note, self._title, self._beside, self._values = note, title, beside, values
        self.document_name = note.document

    @cached_property
    def _words(self) -> Words:
        note = self._note
        said = (note.text, self._beside, *note.tags, note.verdict or UNCHECKED)
        return words_of("\n".join((*said, self._title, note.document)))

    def prepare(self) -> None:
        """Cut it into words now, and not when it is asked first."""
        _ = self._words

    def has_words(self, node: InText) -> bool:
        if isinstance(node, nodes.Word) and node.text[0] == "@":
            node = nodes.Phrase(terms_of(node.text[1:]))
        return holds(node, self._words)

    def has_within(self, node: nodes.Within) -> bool:
        return node.kind == "note" and holds(node.words, words_of(self._note.text))

    def is_of_kind(self, kinds: nodes.Kinds) -> bool:
        return "note" in kinds.hits

    def has_field(self, field: nodes.Field) -> bool:
        if field.name in self._values:
            return any(value.startswith(field.words[0]) for value in self._values[field.name])
        if field.name in NOTE_FIELDS:
            return note_satisfies(self._note, field)
        if field.name == "doc":
            return name_contains(self.document_name, field)
        return field.name == "title" and holds_every_word(field, words_of(self._title))

    def has_value(self, node: nodes.Amounts | nodes.Dates) -> bool:
        return False


def note_satisfies(note: NoteText | None, field: nodes.Field) -> bool:
    """Whether a note has the tags or the verdict of a field. No note, or a note without a verdict,
    counts as `unchecked`."""
    if field.name == "tag":
        held = terms_of(" ".join(note.tags)) if note else ()
    else:
        held = terms_of((note.verdict if note else None) or UNCHECKED)
    return begin_terms(field.words, held)


def name_contains(name: str, field: nodes.Field) -> bool:
    """Whether a document's name contains the value of `doc:`, literally."""
    folded = fold(name)
    return all(word in folded for word in field.words)
