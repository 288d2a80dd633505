"""Candidates from the postings, then every candidate weighed word by word.

The order of ranking: words matched, typos, proximity and order, field, exactness; ties go by
the order of documents, so that a list does not jump while one types.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.arrays import distinct
from tui.search.expand import Expansion
from tui.search.lexicon import Ids
from tui.search.match import JOINED, OTHER_WRITING, PREFIX
from tui.search.records import KINDS
from tui.search.segment import EXTRA, TERM, Mask, Segment

MOST_POSTINGS = 150_000
MOST_CANDIDATES = 600
NEAR = 0.08
IN_ORDER = 0.03
EXACTNESS = 0.01
FIELD = {"title": 0.03, "fact": 0.02, "note": 0.01, "passage": 0.0}

Floats = npt.NDArray[np.float32]
FIELDS = np.array([FIELD[kind] for kind in KINDS], dtype=np.float32)


def candidates(
    segment: Segment, groups: list[Expansion], weights: Floats, allowed: Mask | None
) -> tuple[Ids, bool]:
    """The units worth weighing, in order, and whether some were left out."""
    total = np.zeros(len(segment), dtype=np.float32)
    quality = np.empty(len(segment), dtype=np.float32)
    left, more, reached = MOST_POSTINGS, False, [segment.posted[:0]]
    order = sorted(
        range(len(groups)), key=lambda number: (_postings(segment, groups[number]), number)
    )
    for number in order:
        units, qualities = _posted(segment, groups[number], left)
        if not len(units):
            continue
        left -= len(units)
        reached.append(units)
        quality[units] = qualities
        total[units] += weights[number] * quality[units]
        if left <= 0:
            more = True
            break
    found = _in_order(reached, total)
    if allowed is not None:
        found = found[allowed[found]]
    if len(found) > MOST_CANDIDATES:
        more = True
        totals = total[found]
        least = np.partition(totals, -MOST_CANDIDATES)[-MOST_CANDIDATES]
        above = found[totals > least]
        level = found[totals == least][: MOST_CANDIDATES - len(above)]
        found = np.sort(np.concatenate((above, level)))
    return found, more


def _in_order(reached: list[Ids], total: Floats) -> Ids:
    """The units reached, each once: a few are sorted, for many the totals are swept (at a million
    units 1 ms; looking for floats that are not zero takes 4)."""
    if sum(map(len, reached)) < len(total) // 32:
        return distinct(np.concatenate(reached))
    return np.flatnonzero(total > 0).astype(np.int32)


def _postings(segment: Segment, group: Expansion) -> int:
    return int(segment.frequency(group.terms).sum()) + sum(len(each.units) for each in group.parted)


def _posted(segment: Segment, group: Expansion, most: int) -> tuple[Ids, Floats]:
    """The units of a group with the quality of each; a unit's best quality comes last."""
    lists: list[Ids] = []
    qualities: list[float] = []
    for parted in group.parted:
        lists.append(parted.units)
        qualities.append(JOINED)
    for term, quality in zip(group.terms.tolist(), group.qualities.tolist(), strict=True):
        lists.append(segment.units_of(term))
        qualities.append(quality)
    sizes = np.fromiter(map(len, lists), dtype=np.int64, count=len(lists))
    order = np.argsort(-np.array(qualities), kind="stable")
    reached = np.cumsum(sizes[order])
    kept = order[: int(np.searchsorted(reached, most)) + 1][::-1]
    if not len(kept):
        return segment.posted[:0], np.empty(0, dtype=np.float32)
    cut = [lists[number][:most] for number in kept.tolist()]
    values = np.repeat(
        np.array([qualities[number] for number in kept.tolist()], dtype=np.float32),
        [len(units) for units in cut],
    )
    return np.concatenate(cut), values


def weigh(
    segment: Segment, groups: list[Expansion], weights: Floats, units: Ids
) -> tuple[Floats, Mask]:
    """The score of each unit, and whether it holds every word as typed (or its beginning)."""
    count, width = len(units), len(groups)
    tokens, owners = segment.tokens_of(units)
    plain = tokens < EXTRA
    places = np.cumsum(plain, dtype=np.int64)
    hits = _hits(segment, groups, tokens & np.uint32(TERM), owners, plain)
    best = np.zeros(count * width, dtype=np.float32)
    np.maximum.at(best, owners[hits.token] * width + hits.group, hits.quality)
    table = best.reshape(count, width)
    _count_once(groups, hits, owners, table)
    share = weights / max(float(weights.sum()), 1e-9)
    scores = table @ share
    if width > 1 and len(hits.token):
        near, ordered = _closeness(hits, places, owners, count, width)
        scores += NEAR * near + IN_ORDER * ordered
    sizes = np.bincount(owners, weights=plain, minlength=count)
    held = np.count_nonzero(table, axis=1)
    scores += FIELDS[segment.unit_kind[units]]
    scores += (EXACTNESS * np.minimum(held / np.maximum(sizes, 1), 1.0)).astype(np.float32)
    return scores.astype(np.float32), np.asarray((table >= PREFIX).all(axis=1))


def _count_once(
    groups: list[Expansion],
    hits: _Hits,
    owners: npt.NDArray[np.int64],
    table: Floats,
) -> None:
    """Takes from `table` what one word of a passage answers twice: "depth dep" wants two words."""
    terms = np.concatenate([group.terms for group in groups])
    if len(distinct(terms)) == len(terms):
        return
    for one, other in combinations(range(len(groups)), 2):
        if groups[one].joined == groups[other].joined >= 0:
            continue
        if not len(np.intersect1d(groups[one].terms, groups[other].terms, assume_unique=True)):
            continue
        tokens = distinct(hits.token[(hits.group == one) | (hits.group == other)])
        alone = np.bincount(owners[tokens], minlength=len(table)) == 1
        twice = np.flatnonzero(alone & (table[:, one] > 0) & (table[:, other] > 0))
        weaker = np.where(table[twice, one] < table[twice, other], one, other)
        table[twice, weaker] = 0


class _Hits(NamedTuple):
    """Tokens that answer a group: the token's place, the group, the quality; by place."""

    token: npt.NDArray[np.int64]
    group: npt.NDArray[np.int64]
    quality: Floats


def _hits(
    segment: Segment,
    groups: list[Expansion],
    terms: npt.NDArray[np.uint32],
    owners: npt.NDArray[np.int64],
    plain: Mask,
) -> _Hits:
    tokens, numbers, qualities = [], [], []
    marked = np.zeros(len(segment.lexicon), dtype=np.int32)
    for group in groups:
        marked[group.terms] = 1
    places = np.flatnonzero(marked[terms])
    meant = terms[places]
    for group in groups:
        marked[group.terms] = 0
    for number, group in enumerate(groups):
        if len(group.terms):
            marked[group.terms] = np.arange(1, len(group.terms) + 1, dtype=np.int32)
            slots = marked[meant]
            marked[group.terms] = 0
            chosen = np.flatnonzero(slots)
            tokens.append(places[chosen])
            numbers.append(np.full(len(chosen), number))
            literal = np.where(plain[places[chosen]], np.float32(1), np.float32(OTHER_WRITING))
            qualities.append(group.qualities[slots[chosen] - 1] * literal)
        for parted in group.parted:
            inner = np.flatnonzero(plain)
            ahead, behind = terms[inner[:-1]], terms[inner[1:]]
            hit = (ahead == parted.first) & (behind >= parted.low) & (behind < parted.high)
            hit &= owners[inner[:-1]] == owners[inner[1:]]
            found = inner[:-1][hit]
            tokens.append(found)
            numbers.append(np.full(len(found), number))
            qualities.append(np.full(len(found), JOINED, dtype=np.float32))
    if not tokens:
        return _Hits(places[:0], places[:0], np.empty(0, dtype=np.float32))
    token, group_numbers = np.concatenate(tokens), np.concatenate(numbers)
    order = np.lexsort((group_numbers, token))
    return _Hits(token[order], group_numbers[order], np.concatenate(qualities)[order])


def _closeness(
    hits: _Hits,
    places: npt.NDArray[np.int64],
    owners: npt.NDArray[np.int64],
    count: int,
    width: int,
) -> tuple[Floats, Floats]:
    """How near each unit's words stand to a word of another group, and how many stand in order."""
    owner, place = owners[hits.token], places[hits.token]
    ahead, behind = hits.group[:-1], hits.group[1:]
    pair = np.flatnonzero((owner[:-1] == owner[1:]) & (ahead != behind))
    gap = np.maximum(place[1:][pair] - place[:-1][pair], 1)
    worth = (np.minimum(hits.quality[:-1][pair], hits.quality[1:][pair]) / gap).astype(np.float32)
    close = np.zeros(count * width, dtype=np.float32)
    np.maximum.at(close, owner[:-1][pair] * width + ahead[pair], worth)
    np.maximum.at(close, owner[:-1][pair] * width + behind[pair], worth)
    following = pair[behind[pair] == ahead[pair] + 1]
    ordered = np.zeros(count * width, dtype=np.float32)
    ordered[owner[:-1][following] * width + ahead[following]] = 1.0
    return (
        close.reshape(count, width).mean(axis=1),
        ordered.reshape(count, width).sum(axis=1) / (width - 1),
    )
