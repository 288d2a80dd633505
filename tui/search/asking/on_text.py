"""Whether a text holds what a query asks for: words, as fuzzily as in a search, and phrases."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui.search.answering import match
from tui.search.language import nodes
from tui.search.words import TOKEN, terms


class Words(NamedTuple):
    """The terms of a text: `all` of them, and in `places` the one at each position."""

    all: frozenset[str]
    places: tuple[str, ...]


@lru_cache(maxsize=512)
def words_of(text: str) -> Words:
    """The terms of a text."""
    places: list[str] = []
    extra: list[str] = []
    for token in TOKEN.findall(text):
        own, others = _terms_of_token(token)
        places += own
        extra += others
    return Words(frozenset([*places, *extra]), tuple(places))


@lru_cache(maxsize=1 << 15)
def _terms_of_token(token: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The terms of a token that have their own position, and the extra ones."""
    found = terms(token)
    return tuple(t.text for t in found if not t.extra), tuple(t.text for t in found if t.extra)


def holds(node: nodes.Word | nodes.Exact | nodes.Phrase, words: Words) -> bool:
    """Whether a text contains a word, as fuzzily as in a search, or what is matched literally."""
    if isinstance(node, nodes.Word):
        return _word(node, words)
    return _exact(node, words) if isinstance(node, nodes.Exact) else _phrase(node, words.places)


def holds_every_word(field: nodes.Field, words: Words) -> bool:
    """Whether a text contains each word of a field."""
    return all(_word(nodes.Word(word, half_typed=True), words) for word in field.words)


@lru_cache(maxsize=8)
def _graded(_word: str, _half_typed: bool) -> tuple[set[str], set[str]]:
    """The terms known to match a word of a query, and those known not to: a grade takes 2 us, and a
    hundred thousand sentences share the same few thousand terms."""
    return set(), set()


def _word(word: nodes.Word, words: Words) -> bool:
    held = words.all
    if word.text in held or not held.isdisjoint(word.also):
        return True
    if not word.text.isalpha():
        return word.half_typed and any(term.startswith(word.text) for term in held)
    answering, others = _graded(word.text, word.half_typed)
    if not answering.isdisjoint(held):
        return True
    if not held <= others:
        for term in held - others:
            is_answer = match.grade(word.text, term, word.half_typed).quality >= match.FRAGMENT
            (answering if is_answer else others).add(term)
            if is_answer:
                return True
    return len(word.text) >= match.MIN_SPLIT_LENGTH and _is_split(word, words)


def _is_split(word: nodes.Word, words: Words) -> bool:
    """Whether a word was typed with a space too few: the text has it as two words."""
    text, shortest = word.text, match.MIN_SPLIT_PART
    for cut in range(shortest, len(text) - shortest + 1):
        if text[:cut] in words.all and any(
            left == text[:cut] and _is_end(text[cut:], right, word.half_typed)
            for left, right in pairwise(words.places)
        ):
            return True
    return False


def _is_end(typed: str, term: str, half_typed: bool) -> bool:
    return term.startswith(typed) if half_typed else term == typed


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
            if places[at : at + size - 1] == wanted and _is_end(
                phrase.words[-1], places[at + size - 1], phrase.half_typed
            ):
                return True
        return False
    reach = phrase.within + size
    return any(
        set(phrase.words) <= set(places[at : at + reach])
        for at, term in enumerate(places)
        if term in phrase.words
    )
