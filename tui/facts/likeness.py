"""How alike figures are: which of the library may state the same fact as one of them."""

from __future__ import annotations

from collections import defaultdict
from math import log, sqrt
from typing import NamedTuple

from tui.documents import Document
from tui.facts.comparable import EVENTS, block, can_stand_for, head, is_open, is_span
from tui.facts.fact import Fact
from tui.facts.relations import ends, relation
from tui.facts.topics import Topics
from tui.facts.words import CLAUSE, NOUN, REST, Said, of_document

#: What a word counts by how near it stands (docs/compare.md has how all these were measured).
_WEIGHT = {NOUN: 1.0, CLAUSE: 0.8, REST: 0.25}
#: The power of rarity: words that are in most of the figures of one subject still count.
_RARITY = 0.9
#: Kinds whose unit counts like a word of the noun: there are many, and each says something.
_UNIT_SAYS = frozenset(["measure", "duration", "money"])
#: How alike two figures must be to be shown as rivals.
ALIKE = 0.15
#: What the same value adds to likeness, for each digit of it up to so many.
_DIGIT, _OWN_DIGIT, _MOST_DIGITS = 0.04, 0.08, 5
#: What is left of likeness where one says the opposite of the other, and where one document gives
#: two values: it seldom contradicts itself.
_OPPOSED, _OWN = 0.5, 0.4
#: What is left where one value is so many times the other: 21 are hardly the same as 373,000.
_FAR, _TIMES = 0.5, 30
#: What is left where one is a change and the other none: "up 28.5 %" and a share of 28.5 %.
_CHANGE = 0.5
#: Words of opposite meaning, as stems: two figures that hold one each are seldom the same fact.
_OPPOSITES = (
    ("domestic", "oversea"),
    ("domestic", "foreign"),
    ("import", "export"),
    ("urban", "rural"),
    ("arriv", "departur"),
    ("femal", "mal"),
    ("women", "men"),
    ("girl", "boi"),
)
#: A word in more figures of one block than this finds none of them: it is in all of them anyhow.
_COMMON = 2_000
#: Below this figures are not alike whatever else is the same.
_NOTHING = 0.08
#: What a document says to be the same (`links`) is as alike as can be.
TOLD = 1.0


class Rival(NamedTuple):
    """A fact that may be the same as another one, how alike they are, and the words of both."""

    fact: Fact
    score: float
    words: frozenset[str]


class _Kept(NamedTuple):
    """A fact that can be compared: its block, the head of its noun, and its words."""

    fact: Fact
    block: str
    head: str
    #: The larger end of its value, in the unit of its dimension.
    size: float
    said: Said


class _Asked(NamedTuple):
    """A fact that others are compared with: what its words weigh, and which speak against it."""

    number: int
    kept: _Kept
    weights: dict[str, float]
    norm: float
    against: frozenset[str]


class Likeness:
    """The figures of a library by what they are of. `add` documents, then `weigh`, then ask."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []
        self._numbers: dict[tuple[str, int], int] = {}
        self._starts: dict[tuple[str, int], int] = {}
        #: For each block and word the numbers of the facts that have it.
        self._places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._seen_in: dict[str, int] = defaultdict(int)
        self._rare: dict[str, float] = {}
        self._norms: list[float] = []
        self._asked: _Asked | None = None
        self._topics = Topics()

    def add(self, document: Document) -> None:
        """Take in the figures of a document, which must have been found."""
        for number, words in enumerate(of_document(document.text, document.figures)):
            figure = document.figures[number]
            name = block(figure)
            if name is not None and not is_span(document.text, figure):
                self._keep(Fact(document, number, figure), name, words)

    def _keep(self, fact: Fact, name: str, words: Said) -> None:
        if fact.figure.kind in _UNIT_SAYS:
            words = Said((*words.words, name), words.near + bytes([NOUN]))
        noun = fact.figure.unit or fact.figure.subject or ""
        number, size = len(self._kept), abs(float(ends(fact.figure)[1]))
        self._kept.append(_Kept(fact, name, head(noun), size, words))
        self._numbers[fact.document.name, fact.number] = number
        self._starts[fact.document.name, fact.figure.start] = number
        self._topics.add(fact.document.name, words.words)
        places = self._places[name]
        for word in words.words:
            places[word].append(number)
            self._seen_in[word] += 1

    def weigh(self) -> None:
        """Work out how rare every word is; to be done after documents were added."""
        count, self._asked = len(self._kept), None
        seen = self._seen_in.items()
        self._rare = {word: log(1 + count / times) ** _RARITY for word, times in seen}
        self._topics.weigh()
        self._norms = [
            sqrt(sum(weight * weight for weight in self._weights(kept.said).values())) or 1.0
            for kept in self._kept
        ]

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
        """How alike two facts are, 0 to a little over 1; 0 where they cannot be the same."""
        one, other = self._number(first), self._number(second)
        return 0.0 if one is None or other is None else self.likeness(one, other)

    def rivals(self, fact: Fact, at_least: float = ALIKE) -> list[Rival]:
        """The facts that may be the same: those of other documents first, the most alike first."""
        number = self._number(fact)
        if number is None:
            return []
        ours = frozenset(self._kept[number].said.words)
        found = [
            Rival(self._kept[other].fact, score, ours & frozenset(self._kept[other].said.words))
            for other, score in self.nearest(number, at_least)
        ]
        return sorted(found, key=lambda rival: rival.fact.document is fact.document)

    def nearest(
        self, number: int, at_least: float, most: int | None = None
    ) -> list[tuple[int, float]]:
        """The numbers of the facts that are most alike, with how alike they are."""
        asked = self._ask(number)
        scored = ((other, self._alike(asked, other)) for other in self._candidates(asked))
        found = [(other, score) for other, score in scored if score >= at_least]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:most]

    def likeness(self, number: int, other: int) -> float:
        """How alike two facts are, by their numbers."""
        return self._alike(self._ask(number), other)

    def _ask(self, number: int) -> _Asked:
        if self._asked is None or self._asked.number != number:
            kept = self._kept[number]
            weights = self._weights(kept.said)
            against = frozenset(
                word for pair in _OPPOSITES for word in pair if pair[word == pair[0]] in weights
            )
            self._asked = _Asked(number, kept, weights, self._norms[number], against)
        return self._asked

    def _alike(self, asked: _Asked, number: int) -> float:
        first, second = asked.kept, self._kept[number]
        if not _can_be_same(first, second):
            return 0.0
        is_own = first.fact.document is second.fact.document
        ours, rare = asked.weights, self._rare
        dot = 0.0
        for word, near in zip(second.said.words, second.said.near, strict=True):
            if word in ours:
                dot += ours[word] * rare[word] * _WEIGHT[near]
        score = dot / (asked.norm * self._norms[number])
        if score < _NOTHING:
            return score
        if is_own and _is_told(first.fact, second.fact):
            return TOLD
        if asked.against and not asked.against.isdisjoint(second.said.words):
            score *= _OPPOSED
        if (first.fact.figure.change is None) != (second.fact.figure.change is None):
            score *= _CHANGE
        if is_own and relation(first.fact, second.fact).name not in ("agree", "hedged"):
            score *= _OWN
        if first.size * _TIMES < second.size or second.size * _TIMES < first.size:
            score *= _FAR
        if not is_own:
            score *= self._topics.of(first.fact.document.name, second.fact.document.name)
        return score + _same_digits(first.fact, second.fact)

    def _weights(self, words: Said) -> dict[str, float]:
        rare = self._rare
        return {
            word: rare[word] * _WEIGHT[near]
            for word, near in zip(words.words, words.near, strict=True)
        }

    def _candidates(self, asked: _Asked) -> list[int]:
        """The facts of the block that share a word which says enough and is not in too many."""
        places = self._places[asked.kept.block]
        found: set[int] = set()
        left = asked.norm**2
        for word, weight in sorted(asked.weights.items(), key=lambda pair: -pair[1]):
            if left < (_NOTHING * asked.norm) ** 2:
                break  # facts that share only this word and those behind it are not alike
            if len(places[word]) <= _COMMON:
                found.update(places[word])
            left -= weight * weight
        fact = asked.kept.fact
        for relation_, start in fact.figure.links:
            if relation_ == "same":
                found.update(self._starting(fact.document.name, start))
        found.discard(asked.number)
        return sorted(found)

    def _starting(self, name: str, start: int) -> list[int]:
        """The number of the fact of a document that begins there, if it can be compared."""
        number = self._starts.get((name, start))
        return [] if number is None else [number]


def _can_be_same(first: _Kept, second: _Kept) -> bool:
    """Whether nothing speaks against it: who names two figures in a sentence means two things."""
    one, other = first.fact, second.fact
    if first.block != second.block or (
        one.document is other.document and one.figure.sentence == other.figure.sentence
    ):
        return False
    if one.figure.kind != "count":
        directions = {one.figure.change, other.figure.change}
        return len(directions) == 1 or None in directions
    return (
        can_stand_for(first.head, second.head)
        or _is_event_of(first, second)
        or _is_event_of(second, first)
    )


def _is_event_of(event: _Kept, people: _Kept) -> bool:
    """Whether one counts an event and the other people to whom it happened."""
    return (
        event.head in EVENTS
        and is_open(people.head)
        and any(
            word == event.head and near > REST
            for word, near in zip(people.said.words, people.said.near, strict=True)
        )
    )


def _is_told(first: Fact, second: Fact) -> bool:
    """Whether the document itself says that two of its figures are the same, elsewhere again."""
    there, back = ("same", second.figure.start), ("same", first.figure.start)
    return there in first.figure.links or back in second.figure.links


def _same_digits(first: Fact, second: Fact) -> float:
    """What equal values say for it: 1,357 twice is no chance, 2 twice is."""
    value = first.figure.value
    if value is None or value != second.figure.value:
        return 0.0
    digits = min(len(value.normalize().as_tuple().digits), _MOST_DIGITS)
    return digits * (_OWN_DIGIT if first.document is second.document else _DIGIT)
