"""Highlighting: finds the words of a text that match a query, and in a mistyped word the
letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from tui.search.answering import match
from tui.search.language.nodes import All, Either, Exact, Node, Phrase, Word
from tui.search.language.query import Query
from tui.search.records import Correction
from tui.search.words import TOKEN, fold, terms

_KEPT = 4096
MAX_MARKED_LENGTH = 20_000


def merge_spans(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, with those that touch or overlap merged.

    >>> merge_spans([(4, 6), (0, 2), (2, 3)])
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
    """Highlights texts for one query; if two words match a token, the better match decides."""

    def __init__(self, query: Query) -> None:
        self._marked: dict[str, list[tuple[int, int]]] = {}
        self._words: list[Word] = []
        self._exact: list[Exact] = []
        self._take(query.root)
        texts = [word.text for word in self._words]
        self._whole = {exact.text for exact in self._exact if exact.where == "word"}
        for left, right in pairwise(texts):
            if left.isalpha() and right.isalpha():
                self._whole.add(left + right)
        self._pieces = [exact for exact in self._exact if exact.where != "word"]
        long = (text for text in texts if len(text) >= match.MIN_SPLIT_LENGTH and text.isalpha())
        self._halves = frozenset(half for text in long for half in _halves(text))
        self._grades = [_grades(word) for word in self._words]

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The spans to highlight, sorted and disjoint; only the first `MAX_MARKED_LENGTH` code
        points are searched."""
        marked, found = self._marked, list[tuple[int, int]]()
        for at, token in _tokens(text):
            letters = marked.get(token)
            if letters is None:
                letters = self._letters_cached(token)
            if letters:
                found += [(start + at, end + at) for start, end in letters]
        return merge_spans(found)

    def corrections(self, text: str) -> tuple[Correction, ...]:
        """The words of a text that match only as corrections of mistyped words of the query."""
        found = {term.text for _, token in _tokens(text) for term in _terms(token)}
        if not found:  # the text may have gone since it was found
            return ()
        corrections = []
        for word in self._words:
            answers = _grades(word)
            grades = [(answers[term], term) for term in found]
            best, term = max(grades, key=lambda graded: (graded[0].quality, graded[1]))
            if best.how == "typo" and best.quality >= match.MIN_QUALITY:
                corrections.append(Correction(word.text, term))
        return tuple(corrections)

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

    def _letters_cached(self, token: str) -> list[tuple[int, int]]:
        """The letters of a token to highlight; computed once for each distinct token."""
        if len(self._marked) > _KEPT:
            self._marked.clear()
        found = self._marked[token] = self._letters(token)
        return found

    def _letters(self, token: str) -> list[tuple[int, int]]:
        """The letters of a token to highlight: of each term in it, or of the term that is all of
        it, whichever matches better."""
        if not self._may_answer(token):
            return self._split_letters(token)
        cut = _terms(token)
        answers = [self._answer(term.text) for term in cut]
        if not any(answers):
            return self._split_letters(token)
        folded, places = _folded(token)
        best, found, at = 0.0, list[tuple[int, int]](), 0
        for term, answer in zip(cut, answers, strict=True):
            start = folded.find(term.text, 0 if term.extra else at)
            if start >= 0 and not term.extra:
                at = start + len(term.text)
            if answer is None or (term.extra and answer[0] <= best):
                continue
            quality, spans = answer
            if start < 0:
                return [(0, len(token))]
            if term.extra:
                found = []
            best = max(best, quality)
            found += [(places[start + a], places[start + b - 1] + 1) for a, b in spans if a < b]
        return sorted(found) or self._split_letters(token)

    def _may_answer(self, token: str) -> bool:
        """Whether any term of a token matches anything; most do not, and all that a letter marks
        takes 0.50 ms instead of 0.65 if they are told apart first."""
        if self._pieces:
            return True
        for term in _term_texts(token):
            if term in self._whole:
                return True
            for grades in self._grades:
                if grades[term] is not match.NOTHING:
                    return True
        return False

    def _answer(self, term: str) -> tuple[float, list[tuple[int, int]]] | None:
        """The quality and the letters of a term for the word it matches best, or None."""
        if term in self._whole:
            return match.EXACT, [(0, len(term))]
        for exact in self._pieces:
            if span := _exact_letters(exact, term):
                return match.EXACT, [span]
        best, answered = match.NOTHING, None
        for grades in self._grades:
            grade = grades[term]
            if grade is not match.NOTHING and grade.quality > best.quality:
                best, answered = grade, grades
        if answered is None or best.quality < match.MIN_QUALITY:
            return None
        if best.how in ("exact", "stem"):
            return best.quality, [(0, len(term))]
        return best.quality, match.matched_letters(answered.word.text, term, best.how)

    def _split_letters(self, token: str) -> list[tuple[int, int]]:
        """The whole of a token that is a prefix or suffix of a word typed without its space."""
        return [(0, len(token))] if self._halves and fold(token) in self._halves else []


class Grades(dict[str, match.Grade]):
    """The grades of terms for one word of a query, computed once for each term."""

    def __init__(self, word: Word) -> None:
        super().__init__()
        self.word = word

    def __missing__(self, term: str) -> match.Grade:
        if len(self) > _KEPT:
            self.clear()
        grade = self[term] = self._grade(term)
        return grade

    def _grade(self, term: str) -> match.Grade:
        word = self.word
        if term in word.also:
            return match.Grade(match.EXACT, "exact")
        if not word.text.isalpha() and word.text != term:
            begins = word.half_typed and term.startswith(word.text)
            return match.Grade(match.PREFIX, "prefix") if begins else match.NOTHING
        return match.grade(word.text, term, word.half_typed)


# A keystroke changes only the last word of a query, and the same words occur in every sentence:
# what depends on a token only, or on a token and a word, is cached across queries.
_terms = lru_cache(maxsize=1 << 14)(terms)
_term_texts = lru_cache(maxsize=1 << 14)(lambda token: tuple([term.text for term in terms(token)]))
_grades = lru_cache(maxsize=32)(Grades)


@lru_cache(maxsize=64)  # a text may have 3,000 tokens
def _tokens(text: str) -> tuple[tuple[int, str], ...]:
    """The tokens of a text, each with its start; most hits of a letter are those of the one before
    (0.5 of 1.4 ms that a letter took)."""
    found = TOKEN.finditer(text, 0, MAX_MARKED_LENGTH)
    return tuple((token.start(), token[0]) for token in found)


def _halves(text: str) -> Iterator[str]:
    """The prefixes and suffixes of a word that may be one of two words typed as one.

    >>> sorted(_halves("telecom"))
    ['com', 'ecom', 'tel', 'tele']
    """
    for size in range(match.MIN_SPLIT_PART, len(text) - match.MIN_SPLIT_PART + 1):
        yield text[:size]
        yield text[-size:]


def _exact_letters(exact: Exact, term: str) -> tuple[int, int] | None:
    at = {
        "start": 0 if term.startswith(exact.text) else -1,
        "end": len(term) - len(exact.text) if term.endswith(exact.text) else -1,
        "part": term.find(exact.text),
    }[exact.where]
    return (at, at + len(exact.text)) if at >= 0 else None


def _folded(token: str) -> tuple[str, list[int]]:
    """A token folded, and for each character of it the index of the original one."""
    if token.isascii():
        return token.lower(), list(range(len(token)))
    pieces, places = [], []
    for place, sign in enumerate(token):
        piece = fold(sign)
        pieces.append(piece)
        places += [place] * len(piece)
    return "".join(pieces), places
