"""Asks a query of one figure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.search.asking.asked import Asked, InText
from tui.search.asking.on_note import NOTE_FIELDS, name_contains, note_satisfies
from tui.search.asking.on_text import Words, holds, holds_every_word, words_of
from tui.search.language import nodes
from tui.search.numbers import UNITS
from tui.text import days

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure
    from tui.search.records import NoteText


class AskedFigure(Asked):
    """A figure with its sentence and the note on it, if there is one.

    Words must be in the sentence, the unit or the subject; those after `note:`, tags and verdicts
    are the note's.
    """

    def __init__(self, figure: Figure, document: Document, note: NoteText | None = None) -> None:
        self._figure, self._document, self._note = figure, document, note
        self.document_name = document.name

    def has_words(self, node: InText) -> bool:
        figure = self._figure
        if isinstance(node, nodes.Word):
            if node.text[0] == "@":
                return (figure.date or "").startswith(node.text[1:])
            if holds(node, _beside(figure.unit, figure.subject)):
                return True
        return holds(node, words_of(self._document.text[slice(*figure.sentence)]))

    def has_within(self, node: nodes.Within) -> bool:
        if node.kind == "fact":
            return self.has_words(node.words)
        return self._note is not None and holds(node.words, words_of(self._note.text))

    def is_of_kind(self, kinds: nodes.Kinds) -> bool:
        noted = "note" in kinds.hits and self._note is not None
        return noted or "fact" in kinds.hits or self._figure.kind in kinds.figures

    def has_field(self, field: nodes.Field) -> bool:
        if field.name in NOTE_FIELDS:
            return note_satisfies(self._note, field)
        if field.name == "doc":
            return name_contains(self.document_name, field)
        if field.name == "title":
            text = self._document.title
        else:
            text = (self._figure.unit if field.name == "unit" else self._figure.subject) or ""
        words = words_of(text)
        return bool(words.all) and holds_every_word(field, words)

    def has_value(self, node: nodes.Amounts | nodes.Dates) -> bool:
        if isinstance(node, nodes.Amounts):
            return _within(node, self._figure)
        return _on_days(node, self._figure)


@lru_cache(maxsize=1 << 12)
def _beside(unit: str | None, subject: str | None) -> Words:
    """The terms of a unit and a subject."""
    return words_of(f"{unit or ''} {subject or ''}")


def _within(amounts: nodes.Amounts, figure: Figure) -> bool:
    if amounts.or_days and _on_days(nodes.Dates(*amounts.or_days), figure):
        return True
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    if low is None or high is None:
        return False
    if amounts.low is not None and not (
        high >= amounts.low if amounts.with_low else high > amounts.low
    ):
        return False
    if amounts.high is not None and not (
        low <= amounts.high if amounts.with_high else low < amounts.high
    ):
        return False
    unit = (figure.unit or "").lower()
    return not amounts.unit or amounts.unit.lower() in (unit, UNITS.get(unit, "").lower())


def _on_days(dates: nodes.Dates, figure: Figure) -> bool:
    covered = days(figure.date) or days(figure.period)
    if covered is None:
        return False
    return (dates.first is None or covered.first >= dates.first) and (
        dates.last is None or covered.last <= dates.last
    )
