"""Topic similarity of documents: the cosine of their TF-IDF vectors, of the words around
figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from math import log, sqrt

#: Cosine below which two documents are unrelated; from which they are about one subject, which of
#: a few hundred news stories one pair in a hundred reaches, and all pairs about one event; and from
#: which they are about one event.
_UNRELATED, _SAME_SUBJECT, _SAME_EVENT = 0.025, 0.10, 0.30
#: How many related documents are searched for rivals, and how similar they must be at least.
_MAX_RELATED_DOCUMENTS, _MIN_RELATED = 60, 0.3
#: Words in more documents than this are not used to find related ones: too frequent to tell.
_COMMON = 100


class Topics:
    """The documents of a library as bags of words. Call `add` for each, then `compute_weights`,
    then query."""

    def __init__(self) -> None:
        self._words: dict[str, set[str]] = {}
        self._postings: dict[str, list[str]] = {}
        self._rarity: dict[str, float] = {}
        self._norms: dict[str, float] = {}
        self._known: dict[tuple[str, str], float] = {}
        self._nearest: dict[str, dict[str, float]] = {}

    def add(self, document: str, words: Iterable[str]) -> None:
        """Adds words to a document."""
        self._words.setdefault(document, set()).update(words)

    def compute_weights(self) -> None:
        """Computes the weight (squared inverse document frequency) of every word."""
        places: dict[str, list[str]] = defaultdict(list)
        for name, words in self._words.items():
            for word in words:
                places[word].append(name)
        count = len(self._words)
        self._postings = dict(places)
        self._rarity = {word: log(1 + count / len(at)) ** 2 for word, at in places.items()}
        self._norms = {
            name: sqrt(sum(self._rarity[word] for word in words)) or 1.0
            for name, words in self._words.items()
        }
        self._known.clear()
        self._nearest.clear()

    def similarity(self, first: str, second: str) -> float:
        """How much two documents, by their names, share a topic: 0 (unrelated) to 1 (the same
        subject) to 2 (the same event).

        >>> topics = Topics()
        >>> topics.add("a", ["fraud", "telecom"])
        >>> topics.add("b", ["fraud", "arrest"])
        >>> topics.add("c", ["flood", "river"])
        >>> topics.compute_weights()
        >>> topics.similarity("a", "b"), topics.similarity("a", "c"), topics.nearest("a")
        (2.0, 0.0, {'a': 2.0, 'b': 2.0})
        """
        if first == second:
            return 2.0
        pair = (first, second) if first < second else (second, first)
        found = self._known.get(pair)
        if found is None:
            shared = sum(self._rarity[word] for word in self._words[first] & self._words[second])
            near = shared / (self._norms[first] * self._norms[second])
            found = _part(near, _UNRELATED, _SAME_SUBJECT) + _part(near, _SAME_SUBJECT, _SAME_EVENT)
            self._known[pair] = found
        return found

    def nearest(self, document: str) -> dict[str, float]:
        """The related documents and their similarity, including the document itself."""
        found = self._nearest.get(document)
        if found is None:
            shared: dict[str, float] = defaultdict(float)
            for word in self._words[document]:
                places = self._postings[word]
                if len(places) <= _COMMON:
                    weight = self._rarity[word]
                    for name in places:
                        shared[name] += weight
            norms = self._norms
            near = nlargest(
                _MAX_RELATED_DOCUMENTS, shared, key=lambda name: (shared[name] / norms[name], name)
            )
            found = {
                name: topic
                for name in sorted(near)
                if (topic := self.similarity(document, name)) >= _MIN_RELATED
            }
            self._nearest[document] = found
        return found


def _part(value: float, low: float, high: float) -> float:
    """How much of the way from `low` to `high` a value is, 0 to 1."""
    return max(0.0, min(1.0, (value - low) / (high - low)))
