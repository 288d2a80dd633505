"""Evaluates a query on one figure, without an index."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.search import match, nodes
from tui.search.clauses import terms_of
from tui.search.numbers import UNITS, days
from tui.search.words import TOKEN, fold, terms

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure
    from tui.search.records import NoteText

NOTE_FIELDS = ("tag", "verdict")
#: The verdict of what has none yet.
UNCHECKED = "unchecked"


def matches(
    node: nodes.Node, figure: Figure, document: Document, note: NoteText | None = None
) -> bool:
    """Whether a figure satisfies a node. Words are matched, as fuzzily as in a search, in its
    sentence, unit and subject, those after `note:` in its note; so are tags and verdicts."""
    if isinstance(node, nodes.All):
        return _all_match(node, figure, document, note)
    if isinstance(node, nodes.Either):
        return any(matches(child, figure, document, note) for child in node.nodes)
    if isinstance(node, nodes.Not):
        return not matches(node.node, figure, document, note)
    if isinstance(node, nodes.InDocuments):
        return document.name in node.documents
    if isinstance(node, nodes.Amounts):
        return _within(node, figure)
    if isinstance(node, nodes.Dates):
        return _on_days(node, figure)
    if isinstance(node, nodes.Kinds):
        noted = "note" in node.hits and note is not None
        return noted or "fact" in node.hits or figure.kind in node.figures
    if isinstance(node, nodes.Field):
        if node.name in NOTE_FIELDS:
            return note_satisfies(note, node)
        return _field(node, figure, document)
    if isinstance(node, nodes.Word) and node.text[0] == "@":
        return (figure.date or "").startswith(node.text[1:])
    sentence = Words(document.text[slice(*figure.sentence)])
    if isinstance(node, nodes.Word):
        return holds(node, sentence.all) or holds(node, _beside(figure.unit, figure.subject))
    return matches_literally(node, sentence)


def _all_match(node: nodes.All, figure: Figure, document: Document, note: NoteText | None) -> bool:
    of_note = any(isinstance(each, nodes.Kinds) and each.hits == {"note"} for each in node.nodes)
    in_note = Words(note.text) if of_note and note else None
    return all(
        holds_node(child, in_note)
        if in_note and isinstance(child, nodes.Word | nodes.Exact | nodes.Phrase)
        else matches(child, figure, document, note)
        for child in node.nodes
    )


def cheapest_first(node: nodes.Node) -> nodes.Node:
    """The same node with the cheapest conditions first: words read the whole sentence (20 us), a
    field or an amount takes a tenth of that and may decide."""
    if isinstance(node, nodes.All | nodes.Either):
        parts = sorted(map(cheapest_first, node.nodes), key=_reads_sentence)
        return node._replace(nodes=tuple(parts))
    return node


def _reads_sentence(node: nodes.Node) -> bool:
    if isinstance(node, nodes.All | nodes.Either):
        return any(map(_reads_sentence, node.nodes))
    if isinstance(node, nodes.Not):
        return _reads_sentence(node.node)
    return isinstance(node, nodes.Word | nodes.Exact | nodes.Phrase)


def note_satisfies(note: NoteText | None, field: nodes.Field) -> bool:
    """Whether a note has the tags or the verdict of a field. No note, or a note without a verdict,
    counts as `unchecked`."""
    if field.name == "tag":
        held = terms_of(" ".join(note.tags)) if note else ()
    else:
        held = terms_of((note.verdict if note else None) or UNCHECKED)
    return all(any(term.startswith(word) for term in held) for word in field.words)


def name_contains(field: nodes.Field, document: Document) -> bool:
    """Whether a document's name contains the value of `doc:`, literally."""
    name = fold(document.name)
    return all(word in name for word in field.words)


class Words:
    """The terms of a text: `all` of them, and in `places` the one at each position."""

    def __init__(self, text: str) -> None:
        self.all, self.places = _terms_of(text)


@lru_cache(maxsize=512)
def _terms_of(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    places: list[str] = []
    found: list[str] = []
    for token in TOKEN.findall(text):
        own, extra = _terms_of_token(token)
        places += own
        found += extra
    joined = [left + right for left, right in pairwise(places) if left.isalpha()]
    return frozenset([*places, *found, *joined]), tuple(places)


@lru_cache(maxsize=1 << 15)
def _terms_of_token(token: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The terms of a token that have their own position, and the extra ones."""
    found = terms(token)
    return tuple(t.text for t in found if not t.extra), tuple(t.text for t in found if t.extra)


@lru_cache(maxsize=1 << 12)
def _beside(unit: str | None, subject: str | None) -> frozenset[str]:
    """The terms of a unit and a subject."""
    return Words(f"{unit or ''} {subject or ''}").all


@lru_cache(maxsize=8)
def _graded(_word: str, _half_typed: bool) -> tuple[set[str], set[str]]:
    """The terms known to match a word of a query, and those known not to: a grade takes 2 us, and a
    hundred thousand sentences share the same few thousand terms."""
    return set(), set()


def holds(word: nodes.Word, held: frozenset[str]) -> bool:
    """Whether one of some terms matches a word, as fuzzily as in a search."""
    if word.text in held or not held.isdisjoint(word.also):
        return True
    if not word.text.isalpha():
        return word.half_typed and any(term.startswith(word.text) for term in held)
    answering, others = _graded(word.text, word.half_typed)
    if not answering.isdisjoint(held):
        return True
    for term in held - others:
        is_answer = match.grade(word.text, term, word.half_typed).quality >= match.FRAGMENT
        (answering if is_answer else others).add(term)
        if is_answer:
            return True
    return False


def holds_node(node: nodes.Word | nodes.Exact | nodes.Phrase, words: Words) -> bool:
    """Whether a text contains a word, as fuzzily as in a search, or what is matched literally."""
    return (
        holds(node, words.all) if isinstance(node, nodes.Word) else matches_literally(node, words)
    )


def matches_literally(node: nodes.Exact | nodes.Phrase, words: Words) -> bool:
    """Whether a text contains a word or a phrase, matched literally."""
    return _exact(node, words) if isinstance(node, nodes.Exact) else _phrase(node, words.places)


def _exact(exact: nodes.Exact, sentence: Words) -> bool:
    if exact.where == "word":
        return exact.text in sentence.all
    if exact.where == "part":
        return any(exact.text in term for term in sentence.all)
    if not sentence.places:
        return False
    if exact.where == "start":
        return sentence.places[0].startswith(exact.text)
    return sentence.places[-1].endswith(exact.text)


def _phrase(phrase: nodes.Phrase, places: tuple[str, ...]) -> bool:
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


def _field(field: nodes.Field, figure: Figure, document: Document) -> bool:
    if field.name == "doc":
        return name_contains(field, document)
    text = {
        "title": document.title,
        "unit": figure.unit,
        "subject": figure.subject,
    }.get(field.name)
    held = Words(text or "").all
    return bool(held) and all(
        holds(nodes.Word(word, half_typed=True), held) for word in field.words
    )
