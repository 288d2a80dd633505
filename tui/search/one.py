"""A query asked of one figure: the same language, without an index."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.search import match
from tui.search.nodes import (
    All,
    Amounts,
    Dates,
    Either,
    Exact,
    Field,
    Kinds,
    Node,
    Not,
    Phrase,
    Word,
)
from tui.search.numbers import UNITS, days
from tui.search.words import TOKEN, fold, terms

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure


def matches(node: Node, figure: Figure, document: Document) -> bool:
    """Whether a figure satisfies a node; words are looked for in its sentence, its unit and its
    subject, with the typos a search would forgive."""
    if isinstance(node, All):
        return all(matches(child, figure, document) for child in node.nodes)
    if isinstance(node, Either):
        return any(matches(child, figure, document) for child in node.nodes)
    if isinstance(node, Not):
        return not matches(node.node, figure, document)
    if isinstance(node, Amounts):
        return _within(node, figure)
    if isinstance(node, Dates):
        return _on_days(node, figure)
    if isinstance(node, Kinds):
        return "fact" in node.hits or figure.kind in node.figures
    if isinstance(node, Field):
        return _field(node, figure, document)
    sentence = _Words(document.text[slice(*figure.sentence)])
    if isinstance(node, Word):
        if node.text[0] == "@":
            return (figure.date or "").startswith(node.text[1:])
        around = _Words(f"{figure.unit or ''} {figure.subject or ''}")
        return _holds(node, sentence.all) or _holds(node, around.all)
    if isinstance(node, Exact):
        return _exact(node, sentence)
    return _phrase(node, sentence.places)


class _Words:
    """The terms of a text: all of them, and one for each place."""

    def __init__(self, text: str) -> None:
        self.all, self.places = _terms_of(text)


@lru_cache(maxsize=512)
def _terms_of(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    found = [term for token in TOKEN.findall(text) for term in terms(token)]
    places = tuple(term.text for term in found if not term.extra)
    joined = (left + right for left, right in pairwise(places) if left.isalpha())
    return frozenset([*(term.text for term in found), *joined]), places


def _holds(word: Word, held: frozenset[str]) -> bool:
    if word.text in held or not held.isdisjoint(word.also):
        return True
    if not word.text.isalpha():
        return word.half_typed and any(term.startswith(word.text) for term in held)
    return any(
        match.grade(word.text, term, word.half_typed).quality >= match.FRAGMENT for term in held
    )


def _exact(exact: Exact, sentence: _Words) -> bool:
    if exact.where == "word":
        return exact.text in sentence.all
    if exact.where == "part":
        return any(exact.text in term for term in sentence.all)
    if not sentence.places:
        return False
    if exact.where == "start":
        return sentence.places[0].startswith(exact.text)
    return sentence.places[-1].endswith(exact.text)


def _phrase(phrase: Phrase, places: tuple[str, ...]) -> bool:
    size = len(phrase.words)
    if phrase.within is None:
        wanted = phrase.words[:-1]
        for at in range(len(places) - size + 1):
            last = places[at + size - 1]
            ends = last.startswith if phrase.half_typed else last.__eq__
            if places[at : at + size - 1] == wanted and ends(phrase.words[-1]):
                return True
        return False
    reach = phrase.within + size
    return any(
        set(phrase.words) <= set(places[at : at + reach])
        for at, term in enumerate(places)
        if term in phrase.words
    )


def _within(amounts: Amounts, figure: Figure) -> bool:
    if amounts.or_days and _on_days(Dates(*amounts.or_days), figure):
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


def _on_days(dates: Dates, figure: Figure) -> bool:
    covered = days(figure.date) or days(figure.period)
    if covered is None:
        return False
    return (dates.first is None or covered.first >= dates.first) and (
        dates.last is None or covered.last <= dates.last
    )


def _field(field: Field, figure: Figure, document: Document) -> bool:
    if field.name == "doc":
        return all(word in fold(document.name) for word in field.words)
    text = {
        "title": document.title,
        "unit": figure.unit,
        "subject": figure.subject,
    }.get(field.name)
    held = _Words(text or "").all
    return bool(held) and all(_holds(Word(word, half_typed=True), held) for word in field.words)
