"""How alike figures are: which of the library may state the same fact as one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from math import inf, log, sqrt
from typing import NamedTuple

from tui.documents import Document
from tui.facts.comparable import is_span
from tui.facts.evidence import Kept, can_be_same, kept, least_points, probability, without_words
from tui.facts.fact import Fact
from tui.facts.topics import Topics
from tui.facts.words import CLAUSE, NOUN, REST, lead_of, of_document, spelling

#: What a word counts by how near it stands (docs/compare.md has how all these were measured).
_WEIGHT = {NOUN: 1.0, CLAUSE: 0.8, REST: 0.25}
#: The power of rarity: words that are in most of the figures of one subject still count.
_RARITY = 0.9
#: Kinds whose unit counts like a word of the noun: there are many, and each says something.
_UNIT_SAYS = frozenset(["measure", "duration", "money"])
#: How alike two figures must be to be shown as rivals.
ALIKE = 0.06
_LIKELY = 0.5
#: A word in more figures of one block than this finds none of them: it is in all of them anyhow.
_COMMON = 500
#: Besides those of kindred documents so many are looked at whose words are the most alike.
_BY_WORDS = 40
#: Words that are said of what figures have in common.
_MOST_TOLD = 3
#: What a document says to be the same (`links`) is as alike as can be.
TOLD = 1.0


class Rival(NamedTuple):
    """A fact that may be the same as another one, how alike they are, and the words of both."""

    fact: Fact
    score: float
    words: frozenset[str]

    @property
    def is_likely(self) -> bool:
        """Whether it is more likely the same fact than not; of such, four in five are."""
        return self.score >= _LIKELY


class Likeness:
    """The figures of a library by what they are of. `add` documents, then `weigh`, then ask."""

    def __init__(self) -> None:
        self._kept: list[Kept] = []
        self._numbers: dict[tuple[str, int], int] = {}
        #: For each block and document, and for each block and word, the numbers of the facts.
        self._homes: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._seen_in: dict[str, int] = defaultdict(int)
        self._rare: dict[str, float] = {}
        self._norms: list[float] = []
        self._topics = Topics()

    def add(self, document: Document) -> None:
        """Take in the figures of a document, which must have been found."""
        self._topics.add(document.name, lead_of(document.text))
        for number, said in enumerate(of_document(document.text, document.figures)):
            figure = document.figures[number]
            if is_span(document.text, figure):
                continue
            found = kept(Fact(document, number, figure), said)
            if found is not None:
                self._topics.add(document.name, said.words)
                self._keep(found)

    def _keep(self, found: Kept) -> None:
        fact, said = found.fact, found.said
        if fact.figure.kind in _UNIT_SAYS:
            said.words[found.block] = NOUN
        number = len(self._kept)
        self._kept.append(found)
        self._numbers[fact.document.name, fact.number] = number
        self._homes[found.block, fact.document.name].append(number)
        places = self._places[found.block]
        for word in found.said.words:
            places[word].append(number)
            self._seen_in[word] += 1

    def weigh(self) -> None:
        """Work out how rare every word is; to be done after documents were added."""
        count = len(self._kept)
        seen = self._seen_in.items()
        self._rare = {word: log(1 + count / times) ** _RARITY for word, times in seen}
        self._topics.weigh()
        self._norms = [self._norm(kept.said.words) or 1.0 for kept in self._kept]

    def _norm(self, words: dict[str, int]) -> float:
        rare = self._rare
        return sqrt(sum((rare[word] * _WEIGHT[near]) ** 2 for word, near in words.items()))

    def __len__(self) -> int:
        return len(self._kept)

    def fact(self, number: int) -> Fact:
        """The fact of that number; they are numbered in the order in which they were added."""
        return self._kept[number].fact

    def knows(self, fact: Fact) -> bool:
        """Whether a fact can be compared with others at all."""
        return self._number(fact) is not None

    def _number(self, fact: Fact) -> int | None:
        return self._numbers.get((fact.document.name, fact.number))

    def score(self, first: Fact, second: Fact) -> float:
        """How alike two facts are, 0 to 1; 0 where they cannot be the same."""
        one, other = self._number(first), self._number(second)
        return 0.0 if one is None or other is None else self.likeness(one, other)

    def rivals(self, fact: Fact, at_least: float = ALIKE) -> list[Rival]:
        """The facts that may be the same: those of other documents first, the most alike first."""
        number = self._number(fact)
        if number is None:
            return []
        ours = self._kept[number].said.words.keys()
        found = [
            Rival(self._kept[other].fact, score, frozenset(ours & self._kept[other].said.words))
            for other, score in self.nearest(number, at_least)
        ]
        return sorted(found, key=lambda rival: rival.fact.document is fact.document)

    def nearest(self, number: int, at_least: float) -> list[tuple[int, float]]:
        """The numbers of the facts that are so much alike, with how much, the most alike first."""
        kins = self._topics.nearest(self._kept[number].fact.document.name)
        least = least_points(at_least)
        others = self._candidates(number, kins)
        scored = ((other, self._alike(number, other, kins, least)) for other in others)
        found = [(other, score) for other, score in scored if score >= at_least]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def likeness(self, number: int, other: int) -> float:
        """How alike two facts are, by their numbers."""
        return self._alike(number, other, {}, -inf)

    def in_common(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """Words that more than half of some facts have, as written, the most telling first.

        Those of the noun and the subject of the first, which are said anyhow, are left out.
        """
        told: dict[str, float] = defaultdict(float)
        seen: dict[str, int] = defaultdict(int)
        for number in numbers:
            for word, near in self._kept[number].said.words.items():
                told[word] += self._rare[word] * _WEIGHT[near]
                seen[word] += 1
        first = self._kept[numbers[0]].said.words
        words = [word for word in told if 2 * seen[word] > len(numbers) and first.get(word) != NOUN]
        chosen = nlargest(_MOST_TOLD, words, key=lambda word: (told[word], word))
        written = (self._written(numbers, word) for word in chosen)
        return tuple(word for word in written if word)

    def _written(self, numbers: Sequence[int], word: str) -> str | None:
        """A word as one of the facts writes it, in small letters if any does: headlines do not."""
        spelled = [spelling(self._kept[number].fact, word) for number in numbers]
        return min(filter(None, spelled), key=lambda each: not each.islower(), default=None)

    def _alike(self, number: int, other: int, kins: dict[str, float], least: float) -> float:
        """How alike two facts are; 0 where all but their words gives fewer points than `least`."""
        first, second = self._kept[number], self._kept[other]
        if not can_be_same(first, second):
            return 0.0
        ours, theirs = first.fact.document, second.fact.document
        if ours is theirs and _is_told(first.fact, second.fact):
            return TOLD
        kin = kins.get(theirs.name)
        if kin is None:
            kin = self._topics.of(ours.name, theirs.name)
        points = without_words(first, second, kin)
        return probability(points, self._cosine(number, other)) if points >= least else 0.0

    def _cosine(self, number: int, other: int) -> float:
        ours, theirs = self._kept[number].said.words, self._kept[other].said.words
        dot = 0.0
        for word in ours.keys() & theirs.keys():
            dot += _WEIGHT[ours[word]] * _WEIGHT[theirs[word]] * self._rare[word] ** 2
        return dot / (self._norms[number] * self._norms[other])

    def _candidates(self, number: int, kins: dict[str, float]) -> list[int]:
        """The facts of the block in kindred documents, and those with the most words in common."""
        asked = self._kept[number]
        found: set[int] = set()
        for document in kins:
            found.update(self._homes.get((asked.block, document), ()))
        places, norms = self._places[asked.block], self._norms
        dots: dict[int, float] = defaultdict(float)
        for word, near in asked.said.words.items():
            if len(places[word]) <= _COMMON:
                weight = _WEIGHT[near] * self._rare[word] ** 2
                for other in places[word]:
                    dots[other] += weight
        found.update(nlargest(_BY_WORDS, dots, key=lambda each: (dots[each] / norms[each], each)))
        found.discard(number)
        return sorted(found)


def _is_told(first: Fact, second: Fact) -> bool:
    """Whether the document itself says that two of its figures are the same, elsewhere again."""
    there, back = ("same", second.figure.start), ("same", first.figure.start)
    return there in first.figure.links or back in second.figure.links
