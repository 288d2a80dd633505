"""How much two documents are about the same thing, by the words around their figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from math import log, sqrt

#: Two documents so alike (cosine of their words) are about one subject, those that are less than
#: the second alike are strangers: of a few hundred news stories one pair in a hundred is kin, and
#: all pairs about one event are.
_KIN, _STRANGE = 0.10, 0.025
#: So many documents, and no less kin, are looked at for what may be the same in them.
_NEAREST, _KINDRED = 60, 0.3
#: A word of more documents than this finds none of them: it is in all of them anyhow.
_COMMON = 100


class Topics:
    """The documents of a library by their words; `add` to each, then `weigh`, then ask."""

    def __init__(self) -> None:
        self._words: dict[str, set[str]] = {}
        self._places: dict[str, list[str]] = {}
        self._rare: dict[str, float] = {}
        self._norms: dict[str, float] = {}
        self._known: dict[tuple[str, str], float] = {}
        self._nearest: dict[str, dict[str, float]] = {}

    def add(self, document: str, words: Iterable[str]) -> None:
        """Let a document have these words too."""
        self._words.setdefault(document, set()).update(words)

    def weigh(self) -> None:
        """Work out how rare every word is among the documents."""
        places: dict[str, list[str]] = defaultdict(list)
        for name, words in self._words.items():
            for word in words:
                places[word].append(name)
        count = len(self._words)
        self._places = dict(places)
        self._rare = {word: log(1 + count / len(at)) ** 2 for word, at in places.items()}
        self._norms = {
            name: sqrt(sum(self._rare[word] for word in words)) or 1.0
            for name, words in self._words.items()
        }
        self._known.clear()
        self._nearest.clear()

    def of(self, first: str, second: str) -> float:
        """How much two documents, by their names, are about one event: 0 to 1.

        >>> topics = Topics()
        >>> topics.add("a", ["fraud", "telecom"])
        >>> topics.add("b", ["fraud", "arrest"])
        >>> topics.add("c", ["flood", "river"])
        >>> topics.weigh()
        >>> topics.of("a", "b"), topics.of("a", "c"), topics.nearest("a")
        (1.0, 0.0, {'a': 1.0, 'b': 1.0})
        """
        if first == second:
            return 1.0
        pair = (first, second) if first < second else (second, first)
        found = self._known.get(pair)
        if found is None:
            shared = sum(self._rare[word] for word in self._words[first] & self._words[second])
            near = shared / (self._norms[first] * self._norms[second])
            found = max(0.0, min(1.0, (near - _STRANGE) / (_KIN - _STRANGE)))
            self._known[pair] = found
        return found

    def nearest(self, document: str) -> dict[str, float]:
        """The documents that are not strangers to one, itself among them."""
        found = self._nearest.get(document)
        if found is None:
            shared: dict[str, float] = defaultdict(float)
            for word in self._words[document]:
                places = self._places[word]
                if len(places) <= _COMMON:
                    weight = self._rare[word]
                    for name in places:
                        shared[name] += weight
            norms = self._norms
            near = nlargest(_NEAREST, shared, key=lambda name: (shared[name] / norms[name], name))
            found = {
                name: kin for name in sorted(near) if (kin := self.of(document, name)) >= _KINDRED
            }
            self._nearest[document] = found
        return found
