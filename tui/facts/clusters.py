"""Facts of a library in groups: those of one group may all be the same fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar

from tui.facts.fact import Fact
from tui.facts.likeness import TOLD, Likeness
from tui.facts.relations import RELATIONS, relation

#: How alike figures must be on the average to be in one group, and how alike every two of them.
TOGETHER, EVERY = 0.28, 0.16
#: Members of a group that others are compared with; of more, so many that lie evenly.
_ASKED = 12
#: Members of a group whose pairs are all looked at for how they stand.
_RELATED = 100

#: The numbers of facts of which their document says that they are the same: they count as one.
_Point = tuple[int, ...]
_Member = TypeVar("_Member")
#: How alike two facts are, the one with the smaller number first.
_Scores = dict[tuple[int, int], float]


class RivalGroup(NamedTuple):
    """Facts that may be the same, in the order of the library, and how they stand."""

    facts: tuple[Fact, ...]
    #: The one of `RELATIONS` that comes first among all pairs.
    relation: str
    #: How alike they are on the average.
    likeness: float
    #: The words that most of them have, the most telling first.
    words: tuple[str, ...]


def rival_groups(likeness: Likeness) -> list[RivalGroup]:
    """The groups of all facts, those that differ first, the most alike first.

    The most alike pairs are joined first, and two groups only if their members are alike on the
    average and no two are unlike: a chain of likenesses makes no group.
    """
    scores = dict(_pairs(likeness))
    pairs = sorted((-score, *pair) for pair, score in scores.items() if score >= TOGETHER)
    point_of = _points(len(likeness), pairs)
    home = {point: [point] for point in point_of}
    for _, first, second in pairs:
        one, other = home[point_of[first]], home[point_of[second]]
        if one is not other and _belong(scores, one, other):
            one.extend(other)
            for point in other:
                home[point] = one
    members = (sorted(number for point in points for number in point)
               for first, points in home.items() if first is points[0])  # fmt: skip
    found = [_group(likeness, scores, each) for each in members if each[1:]]
    return sorted(found, key=lambda group: (RELATIONS.index(group.relation), -group.likeness))


def _pairs(likeness: Likeness) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs of facts that may be in one group, with how alike they are."""
    for number in range(len(likeness)):
        for other, score in likeness.nearest(number, EVERY):
            yield (min(number, other), max(number, other)), score


def _points(count: int, pairs: list[tuple[float, int, int]]) -> list[_Point]:
    """For each fact those that are told to be the same as it, itself among them."""
    points: list[_Point] = [(number,) for number in range(count)]
    for score, first, second in pairs:
        if -score == TOLD and points[first] is not points[second]:
            together = (*points[first], *points[second])
            for number in together:
                points[number] = together
    return points


def _belong(scores: _Scores, one: list[_Point], other: list[_Point]) -> bool:
    found = [
        max(_score(scores, a, b) for a in _some(first) for b in _some(second))
        for first in _some(one)
        for second in _some(other)
    ]
    return min(found) >= EVERY and sum(found) >= TOGETHER * len(found)


def _score(scores: _Scores, first: int, second: int) -> float:
    return scores.get((first, second) if first < second else (second, first), 0.0)


def _some(members: Sequence[_Member]) -> Sequence[_Member]:
    return members[:: -(-len(members) // _ASKED)]


def _group(likeness: Likeness, scores: _Scores, members: list[int]) -> RivalGroup:
    pairs = list(combinations(members[:_RELATED], 2))
    facts = {number: likeness.fact(number) for number in members}
    named = {relation(facts[first], facts[second]).name for first, second in pairs}
    mean = sum(_score(scores, first, second) for first, second in pairs) / len(pairs)
    return RivalGroup(
        tuple(facts.values()), min(named, key=RELATIONS.index), mean, likeness.in_common(members)
    )
