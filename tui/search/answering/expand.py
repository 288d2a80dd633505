"""Query expansion: finds the terms a word of a query may match, and grades each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.answering import match
from tui.search.index.arrays import first_occurrences, is_member, sorted_unique
from tui.search.index.lexicon import Ids
from tui.search.index.segment import EXTRA, Segment
from tui.search.language.nodes import Word
from tui.search.language.query import Group

#: Terms kept for a word; among equal qualities, the most frequent ones.
MAX_TERMS = 160
MAX_SPLITS = 3
MAX_CHECKED = 20_000
#: The shortest part of a word that itself occurs: storagebucket, next to storage bucket.
MIN_SPLIT_PART_OF_KNOWN = 4
#: A term this many times more frequent than the typed word is taken for the word that was meant.
LIKELY_TYPO_RATIO = 50
_KEPT = 2048
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: Factor for guesses if the word itself occurs: "cases" rarely means bases.
GUESS_FACTOR = 0.8
MIN_OCCURRENCES = 3
#: Terms that are worse than the best by no more than this count for how rare a word is.
SAME_QUALITY = 0.05

Qualities = npt.NDArray[np.float32]


class SplitWord(NamedTuple):
    """Two words typed as one: the term `first`, then any term from `low` up to `high` (excluded).
    `units` are those that hold them next to each other."""

    first: int
    low: int
    high: int
    units: Ids


class Expansion(NamedTuple):
    """Terms with their qualities, best first, and the ways to split the word in two."""

    terms: Ids
    qualities: Qualities
    splits: tuple[SplitWord, ...]
    #: The number of units that hold the best terms.
    frequency: int
    #: The term that is this word and its neighbour joined, typed with a space between; or -1.
    joined: int = -1


class Expander:
    """Expands words within one segment; caches the results for the next keystroke."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._cache: dict[tuple[Group, str], Expansion] = {}

    def expand(self, group: Group, joined: str = "") -> Expansion:
        """The expansion of a group. `joined`: another term that matches it, the word typed with a
        space in it."""
        key = (group, joined)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) >= _KEPT:
                self._cache.clear()
            found = self._cache[key] = self._expand(group, joined)
        return found

    def _expand(self, group: Group, joined: str) -> Expansion:
        parts: list[tuple[Ids, Qualities]] = []
        splits: list[SplitWord] = []
        for word in group:
            parts += self._terms(word)
            splits += self._splits(word)
        whole = self._segment.lexicon.id(joined) if joined else -1
        if whole >= 0:
            parts.append(_with_quality([whole], match.JOINED))
        terms = np.concatenate([part[0] for part in parts]) if parts else _nothing()[0]
        qualities = np.concatenate([part[1] for part in parts]) if parts else _nothing()[1]
        frequencies = self._segment.frequency(terms)
        order = np.lexsort((terms, -frequencies, -qualities))
        order = order[first_occurrences(terms[order])][:MAX_TERMS]
        terms, qualities = terms[order], qualities[order]
        best = qualities >= qualities[:1] - SAME_QUALITY
        frequency = int(frequencies[order][best].sum())
        frequency = max([frequency, *(len(each.units) for each in splits)])
        return Expansion(terms, qualities, tuple(splits), frequency, whole)

    def _terms(self, word: Word) -> list[tuple[Ids, Qualities]]:
        lexicon = self._segment.lexicon
        text = word.text
        known = [number for term in (text, *word.also) if (number := lexicon.id(term)) >= 0]
        found = [_with_quality(known, match.OTHER_SPELLING)]
        if (number := lexicon.id(text)) >= 0:
            found.append(_with_quality([number], match.EXACT))
        first, last = lexicon.with_prefix(text)
        begun: Ids = np.arange(first, last, dtype=np.int32)
        if text[0] == "@":
            return [_with_quality(begun, match.EXACT)]
        if word.half_typed:
            found.append(_with_quality(self._frequent(begun), match.PREFIX))
        if not text.isalpha():
            return found
        seen = int(self._segment.frequency(np.array(known, dtype=np.int32)).sum())
        # In a large corpus every typo occurs once or twice.
        occurs = seen >= min(MIN_OCCURRENCES, 1 + len(self._segment) // 20_000)
        guess = GUESS_FACTOR if occurs else 1.0
        if len(text) >= match.MIN_STEMMED_LENGTH:
            found.append(_with_quality(lexicon.with_stem(text), match.STEM))
        if len(text) > 2 and not word.half_typed:
            shorter = begun[lexicon.sizes(begun) - len(text.encode()) <= match.MAX_SUFFIX_LENGTH]
            found.append(_with_quality(shorter, match.BEGINNING * guess))
        terms, qualities = self._with_typos(word)
        likely = self._segment.frequency(terms) >= LIKELY_TYPO_RATIO * seen
        found.append((terms, np.where(likely, qualities, qualities * np.float32(guess))))
        if len(text) >= match.MIN_FRAGMENT_LENGTH:
            inner = self._frequent(lexicon.containing_inner(text))
            found.append(_with_quality(inner, match.FRAGMENT * guess))
        return found

    def _with_typos(self, word: Word) -> tuple[Ids, Qualities]:
        allowed = match.typos_allowed(word.text)
        if not allowed:
            return _nothing()
        lexicon = self._segment.lexicon
        near = lexicon.near(word.text, allowed)
        if word.half_typed and len(word.text) < match.MIN_LENGTH_FOR_TWO_TYPOS:
            begun = self._frequent(lexicon.with_any_prefix(_one_typo_corrections(word.text)))
            near = sorted_unique(np.concatenate((near, begun)))
        terms, qualities = [], []
        for number in near.tolist():
            grade = match.grade(word.text, lexicon.term(number), word.half_typed)
            if grade.how == "typo" and grade.quality >= match.MIN_QUALITY:
                terms.append(number)
                qualities.append(grade.quality)
        return np.array(terms, dtype=np.int32), np.array(qualities, dtype=np.float32)

    def _frequent(self, terms: Ids) -> Ids:
        """The most frequent terms, at most `MAX_TERMS`."""
        if len(terms) <= MAX_TERMS:
            return terms
        frequencies = self._segment.frequency(terms)
        return terms[np.argsort(-frequencies, kind="stable")[:MAX_TERMS]]

    def _splits(self, word: Word) -> list[SplitWord]:
        """Two words of the documents that stand beside each other and were typed as one."""
        text, lexicon = word.text, self._segment.lexicon
        shortest = match.MIN_SPLIT_PART if lexicon.id(text) < 0 else MIN_SPLIT_PART_OF_KNOWN
        if len(text) < match.MIN_SPLIT_LENGTH or not text.isalpha():
            return []
        found = []
        for cut in range(shortest, len(text) - shortest + 1):
            first = lexicon.id(text[:cut])
            if first < 0:
                continue
            if word.half_typed:
                low, high = lexicon.with_prefix(text[cut:])
            else:
                low = lexicon.id(text[cut:])
                high = low + 1
            if 0 <= low < high:
                units = self._adjacent(first, low, high)
                if len(units):
                    found.append(SplitWord(first, low, high, units))
        found.sort(key=lambda split: -len(split.units))
        return found[:MAX_SPLITS]

    def _adjacent(self, first: int, low: int, high: int) -> Ids:
        """The units in which one term is directly followed by a term of a range."""
        segment = self._segment
        left = segment.units_of(first)
        offsets = segment.posting_offsets
        right = segment.postings[offsets[low] : min(offsets[high], offsets[low] + MAX_CHECKED * 8)]
        if high - low > 1:
            right = sorted_unique(right)
        if len(left) > len(right):
            left, right = right, left
        both = left[is_member(left, right)]
        tokens, owners = segment.tokens_of(both[:MAX_CHECKED])
        plain = tokens < EXTRA
        tokens, owners = tokens[plain], owners[plain]
        hit = (tokens[:-1] == first) & (tokens[1:] >= low) & (tokens[1:] < high)
        hit &= owners[:-1] == owners[1:]
        found: Ids = both[sorted_unique(owners[:-1][hit])]
        return found


def _nothing() -> tuple[Ids, Qualities]:
    return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32)


def _with_quality(terms: Ids | list[int], quality: float) -> tuple[Ids, Qualities]:
    found = np.asarray(terms, dtype=np.int32)
    return found, np.full(len(found), quality, dtype=np.float32)


def _one_typo_corrections(word: str) -> list[str]:
    """All words one edit away that keep the first letter; none edited at the end, where a
    half-typed word may continue in any way."""
    mended = set[str]()
    for place in range(1, len(word)):
        head, tail = word[:place], word[place:]
        mended.update(head + letter + tail for letter in _LETTERS)
        if len(tail) > 1:
            mended.add(head + tail[1:])
            mended.add(head + tail[1] + tail[0] + tail[2:])
            mended.update(head + letter + tail[1:] for letter in _LETTERS)
    mended.discard(word)
    return sorted(mended)
