"""How much two documents are about the same thing, by the words around their figures."""

from __future__ import annotations

from collections.abc import Iterable
from math import log, sqrt

#: Two documents so alike (cosine of their words) are about one subject: of a few hundred news
#: stories one pair in a hundred is, and all pairs about one event are.
_KIN = 0.10
#: What is left of the likeness of figures in documents that have nothing in common.
_STRANGE = 0.25


class Topics:
    """The documents of a library by their words; `add` to each, then `weigh`, then ask."""

    def __init__(self) -> None:
        self._words: dict[str, set[str]] = {}
        self._rare: dict[str, float] = {}
        self._norms: dict[str, float] = {}
        self._known: dict[tuple[str, str], float] = {}

    def add(self, document: str, words: Iterable[str]) -> None:
        """Let a document have these words too."""
        self._words.setdefault(document, set()).update(words)

    def weigh(self) -> None:
        """Work out how rare every word is among the documents."""
        seen: dict[str, int] = {}
        for words in self._words.values():
            for word in words:
                seen[word] = seen.get(word, 0) + 1
        count = len(self._words)
        self._rare = {word: log(1 + count / times) ** 2 for word, times in seen.items()}
        self._norms = {
            name: sqrt(sum(self._rare[word] for word in words)) or 1.0
            for name, words in self._words.items()
        }
        self._known.clear()

    def of(self, first: str, second: str) -> float:
        """What likeness of figures in two documents counts, by their names: 0.25 to 1.

        >>> topics = Topics()
        >>> topics.add("a", ["fraud", "telecom"])
        >>> topics.add("b", ["fraud", "arrest"])
        >>> topics.add("c", ["flood", "river"])
        >>> topics.weigh()
        >>> topics.of("a", "b"), topics.of("a", "c")
        (1.0, 0.25)
        """
        pair = (first, second) if first < second else (second, first)
        found = self._known.get(pair)
        if found is None:
            shared = sum(self._rare[word] for word in self._words[first] & self._words[second])
            near = shared / (self._norms[first] * self._norms[second])
            found = self._known[pair] = max(_STRANGE, min(1.0, near / _KIN))
        return found
