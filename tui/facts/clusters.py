"""Clusters the facts of a library into groups that may all be the same fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar

from tui.facts.fact import Fact
from tui.facts.relations import RELATIONS, relation
from tui.facts.similarity import STATED_SAME, Similarity

#: The minimum similarity within a group: on average, and of every pair.
MIN_MEAN, MIN_PAIR = 0.28, 0.10
#: How many members of a group are compared; of larger groups an even sample.
_SAMPLE_SIZE = 12
#: How many members of a group are compared pairwise for their relation.
_MAX_RELATED = 100

#: The numbers of facts that their document states to be the same; clustered as one point.
_Point = tuple[int, ...]
_Member = TypeVar("_Member")
#: The similarity of pairs of facts, the smaller number first.
_Scores = dict[tuple[int, int], float]


class RivalGroup(NamedTuple):
    """Facts that may be the same, in the order of the library, and how they relate."""

    facts: tuple[Fact, ...]
    #: The most urgent of `RELATIONS` among all pairs.
    relation: str
    #: Their mean similarity.
    similarity: float
    #: The words that most of them share, the most distinctive first.
    words: tuple[str, ...]


def rival_groups(similarity: Similarity) -> list[RivalGroup]:
    """The groups of all facts; by relation, those that differ first, then by similarity.

    Agglomerative clustering: the most similar pairs are merged first, and two groups only if their
    members are similar on average and no pair is dissimilar, so that chains do not form groups.
    """
    scores = dict(_pairs(similarity))
    pairs = sorted((-score, *pair) for pair, score in scores.items() if score >= MIN_MEAN)
    point_of = _points(len(similarity), pairs)
    home = {point: [point] for point in point_of}
    for _, first, second in pairs:
        one, other = home[point_of[first]], home[point_of[second]]
        if one is not other and _can_merge(scores, one, other):
            one.extend(other)
            for point in other:
                home[point] = one
    members = (sorted(number for point in points for number in point)
               for first, points in home.items() if first is points[0])  # fmt: skip
    found = [_group(similarity, scores, each) for each in members if each[1:]]
    return sorted(found, key=lambda group: (RELATIONS.index(group.relation), -group.similarity))


def _pairs(similarity: Similarity) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs of facts that may be in one group, with their similarity."""
    for number in range(len(similarity)):
        for other, score in similarity.nearest(number, MIN_PAIR):
            yield (min(number, other), max(number, other)), score


def _points(count: int, pairs: list[tuple[float, int, int]]) -> list[_Point]:
    """For each fact the point it belongs to: itself, and the facts stated to be the same."""
    points: list[_Point] = [(number,) for number in range(count)]
    for score, first, second in pairs:
        if -score == STATED_SAME and points[first] is not points[second]:
            together = (*points[first], *points[second])
            for number in together:
                points[number] = together
    return points


def _can_merge(scores: _Scores, one: list[_Point], other: list[_Point]) -> bool:
    found = [
        max(_score(scores, a, b) for a in _sample(first) for b in _sample(second))
        for first in _sample(one)
        for second in _sample(other)
    ]
    return min(found) >= MIN_PAIR and sum(found) >= MIN_MEAN * len(found)


def _score(scores: _Scores, first: int, second: int) -> float:
    return scores.get((first, second) if first < second else (second, first), 0.0)


def _sample(members: Sequence[_Member]) -> Sequence[_Member]:
    return members[:: -(-len(members) // _SAMPLE_SIZE)]


def _group(similarity: Similarity, scores: _Scores, members: list[int]) -> RivalGroup:
    pairs = list(combinations(members[:_MAX_RELATED], 2))
    facts = {number: similarity.fact(number) for number in members}
    named = {relation(facts[first], facts[second]).name for first, second in pairs}
    mean = sum(_score(scores, first, second) for first, second in pairs) / len(pairs)
    return RivalGroup(
        tuple(facts.values()),
        min(named, key=RELATIONS.index),
        mean,
        similarity.shared_words(members),
    )
