"""What to mark in a text: the words, and in a mistyped word the letters, a query accounts for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from tui.search import match
from tui.search.nodes import All, Either, Exact, Node, Phrase, Word
from tui.search.query import Query
from tui.search.records import Correction
from tui.search.words import TOKEN, fold, terms

_KEPT = 4096
LONGEST_MARKED = 20_000


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order; those that touch or overlap are one.

    >>> joined([(4, 6), (0, 2), (2, 3)])
    [(0, 3), (4, 6)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and found[-1][1] >= start:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


class Marker:
    """Marks texts for one query; of two words that match a token the better one decides."""

    def __init__(self, query: Query) -> None:
        self._marked: dict[str, list[tuple[int, int]]] = {}
        self._words: list[Word] = []
        self._exact: list[Exact] = []
        self._take(query.root)
        texts = [word.text for word in self._words]
        for left, right in pairwise(texts):
            if left.isalpha() and right.isalpha():
                self._exact.append(Exact(left + right, "word"))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Spans to mark, in order, none touching another; of a text that is longer than any
        sentence only the beginning is looked at."""
        return joined(
            (start + token.start(), end + token.start())
            for token in TOKEN.finditer(text, 0, LONGEST_MARKED)
            for start, end in self._of(token[0])
        )

    def corrections(self, text: str) -> tuple[Correction, ...]:
        """The words of a text that were taken for mistyped words of the query."""
        found = []
        held = {
            term.text for token in TOKEN.findall(text, 0, LONGEST_MARKED) for term in terms(token)
        }
        for word in self._words:
            if word.text in held or not word.text.isalpha() or not held.isdisjoint(word.also):
                continue
            grades = [(_grade(word, term), term) for term in held]
            best, term = max(grades, key=lambda graded: (graded[0].quality, graded[1]))
            if best.how == "typo" and best.quality >= match.LEAST:
                found.append(Correction(word.text, term))
        return tuple(found)

    def _take(self, node: Node) -> None:
        if isinstance(node, All | Either):
            for child in node.nodes:
                self._take(child)
        elif isinstance(node, Word):
            self._words.append(node)
        elif isinstance(node, Exact):
            self._exact.append(node)
        elif isinstance(node, Phrase):
            last = len(node.words) - 1
            for number, word in enumerate(node.words):
                half = node.half_typed and number == last
                self._exact.append(Exact(word, "start" if half else "word"))

    def _of(self, token: str) -> list[tuple[int, int]]:
        """The letters of a raw token to mark; each token is looked at once."""
        found = self._marked.get(token)
        if found is None:
            if len(self._marked) > _KEPT:
                self._marked.clear()
            found = self._marked[token] = self._letters(token)
        return found

    def _letters(self, token: str) -> list[tuple[int, int]]:
        """The letters of a raw token to mark: of each term in it, or of the term that is all of
        it, whichever answers better."""
        answers = [(term, *self._answer(term.text)) for term in _terms(token)]
        if not any(spans for _, _, spans in answers):
            return self._parted(token)
        folded, places = _folded(token)
        best, found, at = 0.0, list[tuple[int, int]](), 0
        for term, quality, spans in answers:
            start = folded.find(term.text, 0 if term.extra else at)
            if start >= 0 and not term.extra:
                at = start + len(term.text)
            if not spans or (term.extra and quality <= best):
                continue
            if start < 0:
                return [(0, len(token))]
            if term.extra:
                found = []
            best = max(best, quality)
            found += [(places[start + a], places[start + b - 1] + 1) for a, b in spans if a < b]
        return sorted(found) or self._parted(token)

    def _answer(self, term: str) -> tuple[float, list[tuple[int, int]]]:
        """The quality and the letters of a term for the word that it answers best."""
        for exact in self._exact:
            if span := _exact_letters(exact, term):
                return match.EXACT, [span]
        graded = [(_grade(word, term), word) for word in self._words]
        best, word = max(graded, key=lambda pair: pair[0].quality, default=(match.NOTHING, None))
        if word is None or best.quality < match.LEAST:
            return 0.0, []
        if best.how in ("exact", "stem"):
            return best.quality, [(0, len(term))]
        return best.quality, match.matched_letters(word.text, term, best.how)

    def _parted(self, token: str) -> list[tuple[int, int]]:
        """A token that is the beginning or the end of a word typed without its space."""
        folded = fold(token)
        if len(folded) < 3:
            return []
        for word in self._words:
            longer = len(word.text) > len(folded) + 2 and word.text.isalpha()
            if longer and (word.text.startswith(folded) or word.text.endswith(folded)):
                return [(0, len(token))]
        return []


# The same words stand in the sentences of every query: what does not hang on it is kept.
_terms = lru_cache(maxsize=1 << 14)(terms)


@lru_cache(maxsize=1 << 14)
def _grade(word: Word, term: str) -> match.Grade:
    if term in word.also:
        return match.Grade(match.EXACT, "exact")
    if not word.text.isalpha() and word.text != term:
        begins = word.half_typed and term.startswith(word.text)
        return match.Grade(match.PREFIX, "prefix") if begins else match.NOTHING
    return match.grade(word.text, term, word.half_typed)


def _exact_letters(exact: Exact, term: str) -> tuple[int, int] | None:
    if exact.where == "word":
        return (0, len(term)) if exact.text == term else None
    at = {
        "start": 0 if term.startswith(exact.text) else -1,
        "end": len(term) - len(exact.text) if term.endswith(exact.text) else -1,
        "part": term.find(exact.text),
    }[exact.where]
    return (at, at + len(exact.text)) if at >= 0 else None


def _folded(token: str) -> tuple[str, list[int]]:
    """A token folded, and for each of its signs the place it came from."""
    if token.isascii():
        return token.lower(), list(range(len(token)))
    pieces, places = [], []
    for place, sign in enumerate(token):
        piece = fold(sign)
        pieces.append(piece)
        places += [place] * len(piece)
    return "".join(pieces), places
