"""Ranking: finds candidates in the posting lists, then scores each token by token.

In order of weight: words matched, typos, proximity and order, field, exactness. Ties are broken by
the order of documents, so that the list stays stable while you type.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.answering.expand import Expansion
from tui.search.answering.match import JOINED, OTHER_SPELLING, PREFIX
from tui.search.index.arrays import sorted_unique
from tui.search.index.lexicon import Ids
from tui.search.index.segment import EXTRA, TERM, Mask, Segment
from tui.search.records import KINDS

MAX_POSTINGS = 150_000
MAX_CANDIDATES = 600
PROXIMITY = 0.08
WORD_ORDER = 0.03
EXACTNESS = 0.01
FIELD = {"title": 0.03, "fact": 0.02, "note": 0.01, "passage": 0.0}

Floats = npt.NDArray[np.float32]
FIELDS = np.array([FIELD[kind] for kind in KINDS], dtype=np.float32)


def candidates(
    segment: Segment, groups: list[Expansion], weights: Floats, allowed: Mask | None
) -> tuple[Ids, bool]:
    """The units worth scoring, sorted, and whether some were left out."""
    total = np.zeros(len(segment), dtype=np.float32)
    quality = np.empty(len(segment), dtype=np.float32)
    left, more, reached = MAX_POSTINGS, False, [segment.postings[:0]]
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
    found = _reached_units(reached, total)
    if allowed is not None:
        found = found[allowed[found]]
    if len(found) > MAX_CANDIDATES:
        more = True
        totals = total[found]
        least = np.partition(totals, -MAX_CANDIDATES)[-MAX_CANDIDATES]
        above = found[totals > least]
        level = found[totals == least][: MAX_CANDIDATES - len(above)]
        found = np.sort(np.concatenate((above, level)))
    return found, more


def _reached_units(reached: list[Ids], total: Floats) -> Ids:
    """The units found, sorted and unique. A few are sorted; for many the totals are scanned (1 ms
    for a million units, where searching floats for nonzero takes 4)."""
    if sum(map(len, reached)) < len(total) // 32:
        return sorted_unique(np.concatenate(reached))
    return np.flatnonzero(total > 0).astype(np.int32)


def _postings(segment: Segment, group: Expansion) -> int:
    return int(segment.frequency(group.terms).sum()) + sum(len(each.units) for each in group.splits)


def _posted(segment: Segment, group: Expansion, most: int) -> tuple[Ids, Floats]:
    """The units of a group with their qualities, at most about `most`; each unit's best quality
    comes last."""
    lists: list[Ids] = []
    qualities: list[float] = []
    for split in group.splits:
        lists.append(split.units)
        qualities.append(JOINED)
    for term, quality in zip(group.terms.tolist(), group.qualities.tolist(), strict=True):
        lists.append(segment.units_of(term))
        qualities.append(quality)
    sizes = np.fromiter(map(len, lists), dtype=np.int64, count=len(lists))
    order = np.argsort(-np.array(qualities), kind="stable")
    reached = np.cumsum(sizes[order])
    kept = order[: int(np.searchsorted(reached, most)) + 1][::-1]
    if not len(kept):
        return segment.postings[:0], np.empty(0, dtype=np.float32)
    cut = [lists[number][:most] for number in kept.tolist()]
    values = np.repeat(
        np.array([qualities[number] for number in kept.tolist()], dtype=np.float32),
        [len(units) for units in cut],
    )
    return np.concatenate(cut), values


def score_units(
    segment: Segment, groups: list[Expansion], weights: Floats, units: Ids
) -> tuple[Floats, Mask]:
    """The score of each unit, and whether it holds every word as typed, or a word that starts with
    it."""
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
        near, ordered = _proximity(hits, places, owners, count, width)
        scores += PROXIMITY * near + WORD_ORDER * ordered
    sizes = np.bincount(owners, weights=plain, minlength=count)
    answered = np.count_nonzero(table, axis=1)
    scores += FIELDS[segment.unit_kind[units]]
    scores += (EXACTNESS * np.minimum(answered / np.maximum(sizes, 1), 1.0)).astype(np.float32)
    return scores.astype(np.float32), np.asarray((table >= PREFIX).all(axis=1))


def _count_once(
    groups: list[Expansion],
    hits: _Hits,
    owners: npt.NDArray[np.int64],
    table: Floats,
) -> None:
    """Clears in `table` the weaker match where one word of a passage matches two words of the
    query: "depth dep" needs two words."""
    terms = np.concatenate([group.terms for group in groups])
    if len(sorted_unique(terms)) == len(terms):
        return
    for one, other in combinations(range(len(groups)), 2):
        if groups[one].joined == groups[other].joined >= 0:
            continue
        if not len(np.intersect1d(groups[one].terms, groups[other].terms, assume_unique=True)):
            continue
        tokens = sorted_unique(hits.token[(hits.group == one) | (hits.group == other)])
        alone = np.bincount(owners[tokens], minlength=len(table)) == 1
        twice = np.flatnonzero(alone & (table[:, one] > 0) & (table[:, other] > 0))
        weaker = np.where(table[twice, one] < table[twice, other], one, other)
        table[twice, weaker] = 0


class _Hits(NamedTuple):
    """Tokens that match a group: index of the token, number of the group, quality; sorted by
    token."""

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
    answering = terms[places]
    for group in groups:
        marked[group.terms] = 0
    for number, group in enumerate(groups):
        if len(group.terms):
            marked[group.terms] = np.arange(1, len(group.terms) + 1, dtype=np.int32)
            slots = marked[answering]
            marked[group.terms] = 0
            chosen = np.flatnonzero(slots)
            tokens.append(places[chosen])
            numbers.append(np.full(len(chosen), number))
            literal = np.where(plain[places[chosen]], np.float32(1), np.float32(OTHER_SPELLING))
            qualities.append(group.qualities[slots[chosen] - 1] * literal)
        for split in group.splits:
            inner = np.flatnonzero(plain)
            left, right = terms[inner[:-1]], terms[inner[1:]]
            hit = (left == split.first) & (right >= split.low) & (right < split.high)
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


def _proximity(
    hits: _Hits,
    places: npt.NDArray[np.int64],
    owners: npt.NDArray[np.int64],
    count: int,
    width: int,
) -> tuple[Floats, Floats]:
    """How close each unit's matches are to matches of another group, and the share that is in
    order."""
    owner, place = owners[hits.token], places[hits.token]
    left, right = hits.group[:-1], hits.group[1:]
    pair = np.flatnonzero((owner[:-1] == owner[1:]) & (left != right))
    gap = np.maximum(place[1:][pair] - place[:-1][pair], 1)
    worth = (np.minimum(hits.quality[:-1][pair], hits.quality[1:][pair]) / gap).astype(np.float32)
    close = np.zeros(count * width, dtype=np.float32)
    np.maximum.at(close, owner[:-1][pair] * width + left[pair], worth)
    np.maximum.at(close, owner[:-1][pair] * width + right[pair], worth)
    following = pair[right[pair] == left[pair] + 1]
    ordered = np.zeros(count * width, dtype=np.float32)
    ordered[owner[:-1][following] * width + left[following]] = 1.0
    return (
        close.reshape(count, width).mean(axis=1),
        ordered.reshape(count, width).sum(axis=1) / (width - 1),
    )
