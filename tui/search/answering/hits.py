"""Turns ranked units into hits: decides which sentences are shown as facts, and with which
figure."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.answering.expand import Expansion
from tui.search.answering.rank import FIELD, Floats
from tui.search.index.arrays import concat_ranges, is_member
from tui.search.index.facts import Facts
from tui.search.index.lexicon import Ids
from tui.search.index.segment import CODES, Mask, Offsets, Segment
from tui.search.language.nodes import Dates
from tui.search.language.query import Plan
from tui.search.records import KINDS, Hit
from tui.text import days

#: Bonus if the figure itself, not only its sentence, matches the words.
_OWN_MATCH_BONUS = 0.009
_FACT, _PASSAGE, _TITLE = CODES["fact"], CODES["passage"], CODES["title"]


class Rows(NamedTuple):
    """Hits as columns: the unit, the fact in it (or -1), the code of the kind, the score, and
    whether every word is there as typed."""

    unit: Offsets
    fact: Offsets
    kind: Offsets
    score: npt.NDArray[np.float64]
    exact: Mask

    def hit(self, row: int, segment: Segment) -> Hit:
        """One row as a hit."""
        unit, fact = int(self.unit[row]), int(self.fact[row])
        passage = int(segment.unit_start[unit]), int(segment.unit_end[unit])
        start, end = passage
        if fact >= 0:
            start, end = int(segment.facts.start[fact]), int(segment.facts.end[fact])
        kind = KINDS[int(self.kind[row])]
        return Hit(
            segment.names[int(segment.unit_document[unit])],
            start,
            end,
            round(float(self.score[row]), 5),
            kind,
            bool(self.exact[row]),
            passage,
            segment.notes[unit].id if kind == "note" else "",
        )


class Scored(NamedTuple):
    """Units of a segment that match a plan, in any order."""

    units: Ids
    scores: Floats
    exact: Mask


def rows(
    segment: Segment,
    groups: list[Expansion],
    plan: Plan,
    kinds: frozenset[str],
    facts: Mask | None,
    scored: Scored,
) -> Rows:
    """The rows to show for some units. `facts`: mask of the facts that satisfy the conditions on
    figures, None if there are no such conditions.

    A passage is shown as the fact that matches the most words, if any does. If there are conditions
    on figures, or only facts were asked for, it is shown once for each of its facts. A passage that
    is the title is shown as the title only.
    """
    units = scored.units.astype(np.int64)
    codes = segment.unit_kind[units].astype(np.int64)
    score = scored.scores.astype(np.float64)
    shown = np.array([kind in kinds for kind in KINDS])[codes]
    titled = _titled(segment, units, codes) if "title" in kinds else np.zeros_like(shown)
    shown &= ~titled
    found = _NO_FACTS
    if "fact" in kinds and len(segment.facts):
        found = _facts_of(segment, groups, plan, units, facts)
        if facts is None and "passage" in kinds:
            found = found.where(found.is_first & (found.share > 0) & ~titled[found.place])
        shown[found.place] = False
    plain, place = np.flatnonzero(shown), found.place
    own = FIELD["fact"] + _OWN_MATCH_BONUS * found.share
    return Rows(
        np.concatenate((units[plain], units[place])),
        np.concatenate((np.full(len(plain), -1), found.fact)),
        np.concatenate((codes[plain], np.full(len(place), _FACT))),
        np.concatenate((score[plain], score[place] + own)),
        np.concatenate((scored.exact[plain], scored.exact[place])),
    )


def _titled(segment: Segment, units: Offsets, codes: Offsets) -> Mask:
    """Mask of the units that are passages with the words of a title among them."""
    passages = segment.title_passages[segment.unit_document[units[codes == _TITLE]]]
    return is_member(units, np.sort(passages))


class _Found(NamedTuple):
    """Facts in some units: the index of each one's unit, its number, and the share of the query
    that it matches by itself. Those of one unit stand together, the best first."""

    place: Offsets
    fact: Offsets
    share: npt.NDArray[np.float64]

    @property
    def is_first(self) -> Mask:
        """Mask of the first fact in each unit."""
        first = np.ones(len(self.place), dtype=np.bool_)
        first[1:] = self.place[1:] != self.place[:-1]
        return first

    def where(self, which: Mask | Offsets) -> _Found:
        """Only some of them, or all in another order."""
        return _Found(self.place[which], self.fact[which], self.share[which])


_NO_FACTS = _Found(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float64))


def _facts_of(
    segment: Segment, groups: list[Expansion], plan: Plan, units: Offsets, allowed: Mask | None
) -> _Found:
    """The facts in those of the units that are passages."""
    passages = np.flatnonzero(segment.unit_kind[units] == _PASSAGE)
    firsts = segment.facts.unit_offsets[units[passages]]
    fact, owners = concat_ranges(firsts, segment.facts.unit_offsets[units[passages] + 1])
    place = passages[owners]
    if allowed is not None:
        kept = allowed[fact]
        place, fact = place[kept], fact[kept]
    share = _shares(segment, groups, plan, fact)
    return _Found(place, fact, share).where(np.lexsort((fact, -share, place)))


def _shares(
    segment: Segment, groups: list[Expansion], plan: Plan, rows: Offsets
) -> npt.NDArray[np.float64]:
    """The share of a plan's groups that each fact matches by itself: by value, unit or subject."""
    if not groups:
        return np.zeros(len(rows), dtype=np.float64)
    facts = segment.facts
    answered = np.zeros((len(rows), len(groups)), dtype=np.bool_)
    places, owners = concat_ranges(facts.offsets[rows], facts.offsets[rows + 1])
    terms = facts.terms[places]
    wanted = np.zeros(len(segment.lexicon), dtype=np.bool_)
    for number, (group, words) in enumerate(zip(groups, plan.groups, strict=True)):
        wanted[group.terms] = True
        answered[owners[wanted[terms]], number] = True
        wanted[group.terms] = False
        for word in words:
            for text in (word.text, *word.also):
                answered[_matching(facts, rows, text), number] = True
    shares: npt.NDArray[np.float64] = answered.mean(axis=1)
    return shares


def _matching(facts: Facts, rows: Offsets, text: str) -> Mask:
    """Mask of the facts whose value is the word's, or, for `@2023-07`, whose date is."""
    if text[0] == "@" and (covered := days(text[1:])):
        return facts.in_days(Dates(covered.first, covered.last))[rows]
    try:
        value = float(text) if text[0].isdigit() else None
    except ValueError:
        value = None
    if value is None:
        return np.zeros(len(rows), dtype=np.bool_)
    return np.asarray((facts.low[rows] == value) | (facts.high[rows] == value))
