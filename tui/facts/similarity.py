"""Similarity of figures: which figures of the library may state the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from math import inf, log, sqrt
from typing import NamedTuple

from tui.documents import Document
from tui.facts.coincidence import Coincidence
from tui.facts.comparable import is_time_span
from tui.facts.evidence import (
    agrees,
    can_be_same,
    min_points,
    points_without_words,
    probability,
)
from tui.facts.fact import Fact
from tui.facts.features import ComparableFact, comparable_fact
from tui.facts.topics import Topics
from tui.facts.words import CLAUSE, NOUN, REST, UNMARKED, context_of_document, lead_words, spelling

#: The weight of a word by its distance from the figure (docs/compare.md says how it was measured).
_WEIGHT = {NOUN: 1.0, CLAUSE: 0.8, REST: 0.25}
#: Exponent of the inverse document frequency; below 1, so that frequent words still count.
_RARITY = 0.9
#: Kinds whose unit counts like a word of the noun: it tells figures apart.
_UNIT_SAYS = frozenset(["measure", "duration", "money"])
#: Similarity from which two figures are shown as rivals.
MIN_SIMILARITY = 0.04
_LIKELY = 0.5
#: Probabilities above this have the odds of this.
_SURE = 0.9999
#: Words in more figures of a block than this are not used to find candidates.
_COMMON = 500
#: How many candidates by words are scored, in addition to all facts of related documents.
_MAX_BY_WORDS = 40
#: How many shared words name a group.
_MAX_SHARED_WORDS = 3
#: The similarity of figures that their document states to be the same (`links`).
STATED_SAME = 1.0


class Rival(NamedTuple):
    """A fact that may be the same as another one, their similarity, and the words they share."""

    fact: Fact
    score: float
    words: frozenset[str]

    @property
    def is_likely(self) -> bool:
        """Whether it is probably the same fact; four in five are whose values agree, and half of
        those that differ."""
        return self.score >= _LIKELY


class Similarity:
    """Compares the figures of a library.

    `Similarity.of` makes a complete one. To build it step by step, call `add` for each document,
    then `compute_weights`, then query.
    """

    def __init__(self) -> None:
        self._comparables: list[ComparableFact] = []
        self._numbers: dict[tuple[str, int], int] = {}
        #: The numbers of facts by block and document, and by block and word (an inverted index).
        self._by_document: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._postings: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._seen_in: dict[str, int] = defaultdict(int)
        #: The weight of each word, and its square.
        self._rarity: dict[str, float] = {}
        self._squares: dict[str, float] = {}
        self._norms: list[float] = []
        self._topics = Topics()
        self._coincidence = Coincidence()

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Similarity:
        """The figures of these documents; extracts them if necessary."""
        similarity = cls()
        for document in documents:
            similarity.add(document)
        similarity.compute_weights()
        return similarity

    def add(self, document: Document) -> None:
        """Adds the figures of a document; extracts them if necessary."""
        self._topics.add(document.name, lead_words(document.text))
        for number, context in enumerate(context_of_document(document.text, document.figures)):
            figure = document.figures[number]
            if is_time_span(document.text, figure):
                continue
            found = comparable_fact(Fact(document, number, figure), context)
            if found is not None:
                self._topics.add(document.name, context.words)
                self._keep(found)

    def _keep(self, found: ComparableFact) -> None:
        fact, context = found.fact, found.context
        if fact.figure.kind in _UNIT_SAYS:
            context.words[found.block] = NOUN
        number = len(self._comparables)
        self._comparables.append(found)
        self._numbers[fact.document.name, fact.number] = number
        self._coincidence.add(found)
        self._by_document[found.block, fact.document.name].append(number)
        places = self._postings[found.block]
        for word in found.context.words:
            places[word].append(number)
            self._seen_in[word] += 1

    def compute_weights(self) -> None:
        """Computes the weight of every word; call it after adding documents."""
        count = len(self._comparables)
        seen = self._seen_in.items()
        self._rarity = {word: log(1 + count / times) ** _RARITY for word, times in seen}
        self._squares = {word: rare**2 for word, rare in self._rarity.items()}
        self._topics.compute_weights()
        self._norms = [self._norm(each.context.words) or 1.0 for each in self._comparables]

    def _norm(self, words: dict[str, int]) -> float:
        rare = self._rarity
        return sqrt(sum((rare[word] * _WEIGHT[near]) ** 2 for word, near in words.items()))

    def __len__(self) -> int:
        return len(self._comparables)

    def __contains__(self, fact: Fact) -> bool:
        return self._number(fact) is not None

    def fact(self, number: int) -> Fact:
        """The fact with a number; facts are numbered in the order in which they were added."""
        return self._comparables[number].fact

    def _number(self, fact: Fact) -> int | None:
        return self._numbers.get((fact.document.name, fact.number))

    def score(self, first: Fact, second: Fact) -> float:
        """The similarity of two facts, 0 to 1; 0 if they cannot be the same."""
        one, other = self._number(first), self._number(second)
        return 0.0 if one is None or other is None else self.similarity(one, other)

    def rivals(self, fact: Fact, at_least: float = MIN_SIMILARITY) -> list[Rival]:
        """The facts that may be the same: those of other documents first, then by similarity."""
        number = self._number(fact)
        if number is None:
            return []
        ours = self._comparables[number].context.words.keys()
        found = [
            Rival(
                self._comparables[other].fact,
                score,
                frozenset(ours & self._comparables[other].context.words),
            )
            for other, score in self._shared_odds(number, self.nearest(number, at_least))
        ]
        return sorted(found, key=lambda each: (each.fact.document is fact.document, -each.score))

    def _shared_odds(
        self, number: int, found: list[tuple[int, float]]
    ) -> Iterator[tuple[int, float]]:
        """Lets values that differ share the odds of their document, with each other and with those
        that agree: a report that says 31, and 2 of something else, does not contradict 31. Of the
        differing ones called likely that makes 52 of 100 right instead of 34."""
        asked = self._comparables[number]
        odds: dict[str, dict[tuple[float, float], float]] = defaultdict(dict)
        for other, score in found:
            each = self._comparables[other]
            values, value = odds[each.fact.document.name], (each.low, each.high)
            values[value] = max(values.get(value, 0.0), _odds(score))
        for other, score in found:
            each = self._comparables[other]
            if not agrees(asked, each):
                values = odds[each.fact.document.name]
                rest = sum(values.values()) - values[each.low, each.high]
                score = _odds(score) / (1 + _odds(score) + rest)
            yield other, score

    def nearest(self, number: int, at_least: float) -> list[tuple[int, float]]:
        """The numbers of the facts with at least this similarity, and their similarity, highest
        first."""
        topics = self._topics.nearest(self._comparables[number].fact.document.name)
        least = min_points(at_least)
        others = self._candidates(number, topics)
        scored = ((other, self._alike(number, other, topics, least)) for other in others)
        found = [(other, score) for other, score in scored if score >= at_least]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def similarity(self, number: int, other: int) -> float:
        """The similarity of two facts, by their numbers."""
        return self._alike(number, other, {}, -inf)

    def shared_words(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """Up to three words that more than half of some facts share, as written, the most
        distinctive first.

        The words of the first fact's noun and subject, which are shown anyway, are left out.
        """
        weights: dict[str, float] = defaultdict(float)
        seen: dict[str, int] = defaultdict(int)
        for number in numbers:
            for word, near in self._comparables[number].context.words.items():
                weights[word] += self._rarity[word] * _WEIGHT[near]
                seen[word] += 1
        first = self._comparables[numbers[0]].context.words
        words = [
            word for word in weights if 2 * seen[word] > len(numbers) and first.get(word) != NOUN
        ]
        chosen = nlargest(_MAX_SHARED_WORDS, words, key=lambda word: (weights[word], word))
        written = (self._written(numbers, word) for word in chosen)
        return tuple(word for word in written if word and word.lower() not in UNMARKED)

    def _written(self, numbers: Sequence[int], word: str) -> str | None:
        """A word as one of the facts writes it; in lower case if any does, since headlines
        capitalise."""
        spelled = [spelling(self._comparables[number].fact, word) for number in numbers]
        return min(filter(None, spelled), key=lambda each: not each.islower(), default=None)

    def _alike(self, number: int, other: int, topics: dict[str, float], least: float) -> float:
        """The similarity of two facts; 0 if their points without words are below `least`."""
        first, second = self._comparables[number], self._comparables[other]
        if not can_be_same(first, second):
            return 0.0
        ours, theirs = first.fact.document, second.fact.document
        if ours is theirs and _is_stated_same(first.fact, second.fact):
            return STATED_SAME
        topic = topics.get(theirs.name)
        if topic is None:
            topic = self._topics.similarity(ours.name, theirs.name)
        points = points_without_words(first, second, topic, self._coincidence)
        return probability(points, self._cosine(number, other)) if points >= least else 0.0

    def _cosine(self, number: int, other: int) -> float:
        comparables, weight, squares = self._comparables, _WEIGHT, self._squares
        ours, theirs = comparables[number].context.words, comparables[other].context.words
        dot = 0.0
        for word in ours.keys() & theirs.keys():
            dot += weight[ours[word]] * weight[theirs[word]] * squares[word]
        return dot / (self._norms[number] * self._norms[other])

    def _candidates(self, number: int, topics: dict[str, float]) -> list[int]:
        """The facts of the same block in related documents, and those that share the most words."""
        asked = self._comparables[number]
        found: set[int] = set()
        for document in topics:
            found.update(self._by_document.get((asked.block, document), ()))
        places, norms = self._postings[asked.block], self._norms
        dots: dict[int, float] = defaultdict(float)
        for word, near in asked.context.words.items():
            if len(places[word]) <= _COMMON:
                weight = _WEIGHT[near] * self._squares[word]
                for other in places[word]:
                    dots[other] += weight
        found.update(
            nlargest(_MAX_BY_WORDS, dots, key=lambda each: (dots[each] / norms[each], each))
        )
        found.discard(number)
        return sorted(found)


def _odds(score: float) -> float:
    return score / (1 - min(score, _SURE))


def _is_stated_same(first: Fact, second: Fact) -> bool:
    """Whether the document itself states that two of its figures are the same."""
    there, back = ("same", second.figure.start), ("same", first.figure.start)
    return there in first.figure.links or back in second.figure.links
