"""Which terms of the documents a word of a query may mean, and how well each answers it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search import match
from tui.search.arrays import distinct, first_places, held
from tui.search.lexicon import Ids
from tui.search.nodes import Word
from tui.search.query import Group
from tui.search.segment import EXTRA, Segment

MOST_TERMS = 160
"""Terms kept for a word; of equal quality the frequent ones."""
MOST_PARTED = 3
MOST_CHECKED = 20_000
SHORTEST_PARTED = 6
SHORTEST_PART = 3
SHORTEST_PART_OF_KNOWN = 4
"""Of a word that is known itself: storagebucket, beside storage bucket."""
SLIP = 50
"""A word that is so many times rarer than what it may be a slip for is taken for one as well."""
_KEPT = 2048
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
BESIDE_EXACT = 0.8
"""What guesses are worth when the word itself occurs: "cases" rarely means bases."""
ENOUGH = 3

Qualities = npt.NDArray[np.float32]


class Parted(NamedTuple):
    """A word typed without the space in it: term `first`, then a term from `low` up to `high`."""

    first: int
    low: int
    high: int
    units: Ids


class Expansion(NamedTuple):
    """Terms with their qualities, best first; and the ways to part the word in two."""

    terms: Ids
    qualities: Qualities
    parted: tuple[Parted, ...]
    frequency: int
    """In how many units the best terms stand."""
    joined: int = -1
    """The term that is this word and a neighbour, typed with a space between, or -1."""


class Expander:
    """Expands words against one segment; keeps what it found, for the next key pressed."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._kept: dict[tuple[Group, str], Expansion] = {}

    def expand(self, group: Group, joined: str = "") -> Expansion:
        """`joined` is another term that answers the group: the word typed with a space in it."""
        key = (group, joined)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = self._expand(group, joined)
        return found

    def _expand(self, group: Group, joined: str) -> Expansion:
        parts: list[tuple[Ids, Qualities]] = []
        parted: list[Parted] = []
        for word in group:
            parts += self._terms(word)
            parted += self._part(word)
        whole = self._segment.lexicon.id(joined) if joined else -1
        if whole >= 0:
            parts.append(_all_alike([whole], match.JOINED))
        terms = np.concatenate([part[0] for part in parts]) if parts else _nothing()[0]
        qualities = np.concatenate([part[1] for part in parts]) if parts else _nothing()[1]
        frequencies = self._segment.frequency(terms)
        order = np.lexsort((terms, -frequencies, -qualities))
        order = order[first_places(terms[order])][:MOST_TERMS]
        terms, qualities = terms[order], qualities[order]
        best = qualities >= qualities[0] - 0.05 if len(terms) else np.empty(0, dtype=np.bool_)
        frequency = int(frequencies[order][best].sum())
        frequency = max([frequency, *(len(each.units) for each in parted)])
        return Expansion(terms, qualities, tuple(parted), frequency, whole)

    def _terms(self, word: Word) -> list[tuple[Ids, Qualities]]:
        lexicon = self._segment.lexicon
        text = word.text
        known = [number for term in (text, *word.also) if (number := lexicon.id(term)) >= 0]
        found = [_all_alike(known, match.OTHER_WRITING)]
        if (number := lexicon.id(text)) >= 0:
            found.append(_all_alike([number], match.EXACT))
        first, last = lexicon.beginning(text)
        begun: Ids = np.arange(first, last, dtype=np.int32)
        if text[0] == "@":
            return [_all_alike(begun, match.EXACT)]
        if word.half_typed:
            found.append(_all_alike(self._frequent(begun), match.PREFIX))
        if not text.isalpha():
            return found
        seen = int(self._segment.frequency(np.array(known, dtype=np.int32)).sum())
        # In a large corpus every slip occurs once or twice.
        occurs = seen >= min(ENOUGH, 1 + len(self._segment) // 20_000)
        guess = BESIDE_EXACT if occurs else 1.0
        if len(text) >= match.SHORTEST_STEMMED:
            found.append(_all_alike(lexicon.with_stem(text), match.STEM))
        if len(text) > 2 and not word.half_typed:
            shorter = begun[lexicon.sizes(begun) - len(text.encode()) <= match.LONGEST_REST]
            found.append(_all_alike(shorter, match.BEGINNING * guess))
        terms, qualities = self._with_typos(word)
        meant = self._segment.frequency(terms) >= SLIP * seen
        found.append((terms, np.where(meant, qualities, qualities * np.float32(guess))))
        if len(text) >= match.SHORTEST_FRAGMENT:
            inner = self._frequent(lexicon.inside(text))
            found.append(_all_alike(inner, match.FRAGMENT * guess))
        return found

    def _with_typos(self, word: Word) -> tuple[Ids, Qualities]:
        allowed = match.typos_allowed(word.text)
        if not allowed:
            return _nothing()
        lexicon = self._segment.lexicon
        near = lexicon.near(word.text, allowed)
        if word.half_typed and len(word.text) < match.SHORTEST_FOR_TWO:
            begun = self._frequent(lexicon.beginnings(_one_typo(word.text)))
            near = distinct(np.concatenate((near, begun)))
        terms, qualities = [], []
        for number in near.tolist():
            grade = match.grade(word.text, lexicon.term(number), word.half_typed)
            if grade.how == "typo" and grade.quality >= match.LEAST:
                terms.append(number)
                qualities.append(grade.quality)
        return np.array(terms, dtype=np.int32), np.array(qualities, dtype=np.float32)

    def _frequent(self, terms: Ids) -> Ids:
        """The terms that stand in most units, where there are too many."""
        if len(terms) <= MOST_TERMS:
            return terms
        frequencies = self._segment.frequency(terms)
        return terms[np.argsort(-frequencies, kind="stable")[:MOST_TERMS]]

    def _part(self, word: Word) -> list[Parted]:
        """Two words of the documents that stand beside each other and were typed as one."""
        text, lexicon = word.text, self._segment.lexicon
        shortest = SHORTEST_PART if lexicon.id(text) < 0 else SHORTEST_PART_OF_KNOWN
        if len(text) < SHORTEST_PARTED or not text.isalpha():
            return []
        found = []
        for cut in range(shortest, len(text) - shortest + 1):
            first = lexicon.id(text[:cut])
            if first < 0:
                continue
            if word.half_typed:
                low, high = lexicon.beginning(text[cut:])
            else:
                low = lexicon.id(text[cut:])
                high = low + 1
            if 0 <= low < high:
                units = self._beside(first, low, high)
                if len(units):
                    found.append(Parted(first, low, high, units))
        found.sort(key=lambda parted: -len(parted.units))
        return found[:MOST_PARTED]

    def _beside(self, first: int, low: int, high: int) -> Ids:
        """The units in which a term is followed by a term of a range."""
        segment = self._segment
        ahead = segment.units_of(first)
        offsets = segment.post_offsets
        behind = segment.posted[offsets[low] : min(offsets[high], offsets[low] + MOST_CHECKED * 8)]
        if high - low > 1:
            behind = distinct(behind)
        if len(ahead) > len(behind):
            ahead, behind = behind, ahead
        both = ahead[held(ahead, behind)]
        tokens, owners = segment.tokens_of(both[:MOST_CHECKED])
        plain = tokens < EXTRA
        tokens, owners = tokens[plain], owners[plain]
        hit = (tokens[:-1] == first) & (tokens[1:] >= low) & (tokens[1:] < high)
        hit &= owners[:-1] == owners[1:]
        found: Ids = both[distinct(owners[:-1][hit])]
        return found


def _nothing() -> tuple[Ids, Qualities]:
    return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32)


def _all_alike(terms: Ids | list[int], quality: float) -> tuple[Ids, Qualities]:
    found = np.asarray(terms, dtype=np.int32)
    return found, np.full(len(found), quality, dtype=np.float32)


def _one_typo(word: str) -> list[str]:
    """The word with one slip mended in every way, its first letter taken as right; not at its end,
    where a longer word may go on as it likes."""
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
