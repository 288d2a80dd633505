"""The index: segments of documents and of notes, asked together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import log
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tui.search.expand import Expander, Expansion
from tui.search.filters import Allowed, Filter
from tui.search.give import Giver
from tui.search.lexicon import Ids
from tui.search.query import Group, Plan, Query, parse
from tui.search.rank import MOST_CANDIDATES, candidates, weigh
from tui.search.records import KINDS, Answer, Hit, NoteText
from tui.search.segment import Collector, Mask, Segment
from tui.search.spans import Marker

if TYPE_CHECKING:
    from tui.documents import Document

MERGED_BELOW = 2
"""A new segment swallows those before it that are less than so many times its size."""
LEAST_OF_BEST = 0.45
"""What scores below this share of the best hit is no answer beside it."""


class _Part(NamedTuple):
    """A segment with what works on it, and the documents it was made of."""

    segment: Segment
    expander: Expander
    documents: tuple[Document, ...]


class Index:
    """Searches documents and notes. Any thread may search while another adds: a search sees the
    index as it was when it began."""

    def __init__(self) -> None:
        self._parts: tuple[_Part, ...] = ()
        self._notes: _Part | None = None
        self._by_name: dict[str, Document] = {}
        self._note_texts: dict[str, NoteText] = {}
        self._changing = Lock()

    @classmethod
    def build(cls, documents: Iterable[Document], notes: Iterable[NoteText] = ()) -> Index:
        """An index over documents (in this order) and notes; returns when it is complete."""
        index = cls()
        index.add(documents)
        index.replace_notes(notes)
        return index

    def add(self, documents: Iterable[Document]) -> None:
        """Takes in more documents, behind those already there. Give many at once: each call makes
        a segment; small ones are merged, so that there are never more than a few."""
        with self._changing:
            new = tuple(documents)
            if not new:
                return
            parts = list(self._parts)
            size = sum(len(document.passages) for document in new)
            while parts and len(parts[-1].segment) < MERGED_BELOW * size:
                merged = parts.pop()
                size += len(merged.segment)
                new = merged.documents + new
            collector = Collector()
            for document in new:
                collector.document(document)
            part = _part(Segment(collector), new)
            self._by_name = self._by_name | {document.name: document for document in new}
            self._parts = (*parts, part)

    def replace_notes(self, notes: Iterable[NoteText]) -> None:
        """Forgets the notes and takes in these."""
        with self._changing:
            collector, places = Collector(), dict[str, int]()
            texts = {}
            for note in notes:
                collector.note(note, places)
                texts[note.id] = note
            self._note_texts = texts
            self._notes = _part(Segment(collector), ()) if texts else None

    def search(
        self, query: str, limit: int = 50, kinds: Collection[str] | None = None
    ) -> list[Hit]:
        """The best hits, best first; of `kinds` alone, if given.

        A sentence is given once: as a fact where the query finds a figure in it, else as a
        passage. With `kinds` that hold only one of the two it is given as that.
        """
        return self.query(query, limit, kinds).hits

    def query(
        self, query: str | Query, limit: int = 50, kinds: Collection[str] | None = None
    ) -> Answer:
        """The best hits, and what a dialog says about them."""
        asked = parse(query) if isinstance(query, str) else query
        wanted = frozenset(KINDS if kinds is None else kinds)
        parts = (*self._parts, *([self._notes] if self._notes else []))
        hits: dict[tuple[str, int, int, str, str], tuple[float, int, Hit]] = {}
        more = False
        for plan in asked.plans:
            if plan.groups or plan.conditions:
                more |= self._ask(plan, parts, wanted, hits)
        ordered = sorted(hits.values(), key=lambda found: (-found[0], found[1]))
        if ordered:
            least = ordered[0][0] * LEAST_OF_BEST
            ordered = [found for found in ordered if found[0] >= least]
        counts = Counter(found[2].kind for found in ordered)
        chosen = [found[2] for found in ordered[: max(limit, 0)]]
        marker = Marker(asked)
        corrections = marker.corrections(self._text_of(chosen[0])) if chosen else ()
        return Answer(chosen, corrections, counts, more, asked.problem)

    def spans(self, query: str | Query, hit: Hit) -> list[tuple[int, int]]:
        """What to mark of a hit: offsets in the document's text for passages and facts (the whole
        sentence is looked at), in the title's or note's own text for those."""
        marker = Marker(parse(query) if isinstance(query, str) else query)
        text, start = self._text_of(hit), hit.passage[0]
        if hit.kind in ("title", "note"):
            start = 0
        return [(begin + start, end + start) for begin, end in marker.spans(text)]

    def _text_of(self, hit: Hit) -> str:
        if hit.kind == "note":
            note = self._note_texts.get(hit.note)
            return note.text if note else ""
        document = self._by_name[hit.document]
        text: str = document.title if hit.kind == "title" else document.text[slice(*hit.passage)]
        return text

    def _ask(
        self,
        plan: Plan,
        parts: Sequence[_Part],
        wanted: frozenset[str],
        hits: dict[tuple[str, int, int, str, str], tuple[float, int, Hit]],
    ) -> bool:
        """Adds the hits of one plan, each with its score and its place among equals."""
        limited = plan.kinds()
        kinds = wanted if limited is None else wanted & limited
        expansions = [
            [_expand(part, plan.groups, number) for number in range(len(plan.groups))]
            for part in parts
        ]
        size = sum(len(part.segment) for part in parts)
        weights = np.array(
            [
                log(1 + size / (1 + sum(each[number].frequency for each in expansions)))
                for number in range(len(plan.groups))
            ],
            dtype=np.float32,
        )
        more, first = False, 0
        for part, groups in zip(parts, expansions, strict=True):
            segment = part.segment
            allowed = Filter(segment, part.expander).allowed(plan.conditions)
            mask = segment.of_kinds(kinds)
            mask = mask if allowed.units is None else mask & allowed.units
            if groups:
                units, cut = candidates(segment, groups, weights, mask)
                scores, exact = weigh(segment, groups, weights, units)
            else:
                units, cut = _first(mask)
                scores = np.full(len(units), 1.0, dtype=np.float32)
                exact = np.ones(len(units), dtype=np.bool_)
            more |= cut
            giver = Giver(segment, groups, plan, kinds, Allowed(mask, allowed.facts))
            for score, place, hit in giver.hits(units, scores, exact):
                key = (hit.document, hit.start, hit.end, hit.kind, hit.note)
                if key not in hits or hits[key][0] < score:
                    hits[key] = (score, first + place, hit)
            first += len(segment)
        return more


def _part(segment: Segment, documents: tuple[Document, ...]) -> _Part:
    return _Part(segment, Expander(segment), documents)


def _first(mask: Mask) -> tuple[Ids, bool]:
    units = np.flatnonzero(mask).astype(np.int32)
    return units[:MOST_CANDIDATES], len(units) > MOST_CANDIDATES


def _expand(part: _Part, groups: tuple[Group, ...], number: int) -> Expansion:
    """A group's terms; two neighbours may be one word typed with a space in it."""
    group = groups[number]
    joined = ""
    for left, right in ((number - 1, number), (number, number + 1)):
        if left < 0 or right >= len(groups) or len(groups[left]) != 1 or len(groups[right]) != 1:
            continue
        together = groups[left][0].text + groups[right][0].text
        if together.isalpha() and part.segment.lexicon.id(together) >= 0:
            joined = together
    return part.expander.expand(group, joined)
