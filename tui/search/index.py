"""The index: segments of documents and of notes, asked together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from tui.search.arrays import first_places
from tui.search.collect import Collector
from tui.search.expand import Expansion
from tui.search.filters import Filter
from tui.search.hits import Rows, Scored, rows
from tui.search.lexicon import Ids
from tui.search.parts import Part, few, without
from tui.search.query import Group, Plan, Query, parse
from tui.search.rank import FIELDS, MOST_CANDIDATES, candidates, weigh
from tui.search.records import KINDS, Answer, Hit, NoteText
from tui.search.segment import Mask, Segment
from tui.search.spans import Marker, joined

if TYPE_CHECKING:
    from tui.documents import Document

ALL_KINDS = frozenset(KINDS)
_BEHIND = 1 << 40
"""Notes come behind every document."""
LEAST_OF_BEST = 0.45
"""What scores below this share of the best hit is no answer beside it."""


class Index:
    """Searches documents and notes. Any thread may search while another changes it: a search sees
    the index as it was when it began."""

    def __init__(self) -> None:
        self._parts: tuple[Part, ...] = ()
        self._notes: Part | None = None
        self._documents: dict[str, Document] = {}
        self._shelf: Mapping[str, Document] = {}
        self._places: dict[str, int] = {}
        self._note_texts: dict[str, NoteText] = {}
        self._changing = Lock()

    @classmethod
    def build(cls, documents: Iterable[Document], notes: Iterable[NoteText] = ()) -> Index:
        """An index over documents (in this order) and notes, in memory; returns when it is
        complete."""
        index = cls()
        index.add(documents)
        index.replace_notes(notes)
        return index

    def add(self, documents: Iterable[Document]) -> None:
        """Takes in more documents, behind those already there; one of a name that is known takes
        the place of the other. Give many at once: each call makes a segment; small ones are
        merged, so that there are never more than a few."""
        with self._changing:
            new = {document.name: document for document in documents}
            if not new:
                return
            collector = Collector()
            for document in new.values():
                collector.document(document)
            known = self._places
            parts = without(self._parts, new.keys() & known.keys())
            self._places = known | {
                name: place
                for place, name in enumerate(
                    (name for name in new if name not in known), max(known.values(), default=-1) + 1
                )
            }
            places = np.array([self._places[name] for name in new], dtype=np.int64)
            self._documents = {**self._documents, **new}
            self._parts = few([*parts, Part.of(collector.segment(), places)])

    def remove(self, names: Collection[str]) -> None:
        """Forgets the documents of these names; those it does not know do not matter."""
        with self._changing:
            gone = set(names)
            self._parts = few(without(self._parts, gone))
            self._documents = {
                name: each for name, each in self._documents.items() if name not in gone
            }
            self._places = {name: at for name, at in self._places.items() if name not in gone}

    def stand_on(self, parts: Sequence[Part], documents: Mapping[str, Document]) -> None:
        """Searches these parts from now on; `documents` gives the text of a hit by its name. The
        notes stay."""
        with self._changing:
            self._parts, self._documents, self._shelf = tuple(parts), {}, documents
            self._places = {
                name: place
                for part in parts
                for name, place in zip(part.segment.names, part.places.tolist(), strict=True)
                if place >= 0
            }

    def replace_notes(self, notes: Iterable[NoteText]) -> None:
        """Forgets the notes and takes in these."""
        with self._changing:
            collector, places = Collector(), dict[str, int]()
            texts = {}
            for note in notes:
                collector.note(note, places)
                texts[note.id] = note
            self._note_texts = texts
            order = np.arange(len(places), dtype=np.int64) + _BEHIND
            self._notes = Part.of(collector.segment(), order) if texts else None

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
        found, more = _Found(), False
        for plan in asked.plans:
            if plan.groups or plan.conditions:
                more |= _ask(plan, parts, wanted, found)
        hits, counts = found.best(limit, alternatives=len(asked.plans) > 1)
        corrections = _marker(query).corrections(self._text_of(hits[0])) if hits else ()
        return Answer(hits, corrections, counts, more, asked.problem)

    def spans(self, query: str | Query, hit: Hit) -> list[tuple[int, int]]:
        """What to mark of a hit: offsets in the document's text for passages and facts (the whole
        sentence is looked at, and the figure marked), in the title's or note's own text for
        those."""
        marker = _marker(query)
        text, start = self._text_of(hit), hit.passage[0]
        if hit.kind in ("title", "note"):
            start = 0
        marked = [(begin + start, end + start) for begin, end in marker.spans(text)]
        return joined([*marked, (hit.start, hit.end)]) if hit.kind == "fact" else marked

    def _text_of(self, hit: Hit) -> str:
        if hit.kind == "note":
            note = self._note_texts.get(hit.note)
            return note.text if note else ""
        document = self._documents.get(hit.document) or self._shelf.get(hit.document)
        if document is None:  # taken out since the search
            return ""
        text: str = document.title if hit.kind == "title" else document.text[slice(*hit.passage)]
        return text


class _Found:
    """The rows of all plans and segments, before the best become hits."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._rows: list[Rows] = []
        self._firsts: list[int] = []

    def add(self, part: Part, rows: Rows, first: int) -> None:
        """`first`: how many units all parts before this one hold."""
        self._parts.append(part)
        self._rows.append(rows)
        self._firsts.append(first)

    def best(self, limit: int, *, alternatives: bool) -> tuple[list[Hit], dict[str, int]]:
        """The best rows as hits, and the counts by kind of all that are worth showing.

        With `alternatives` a row may be there several times, and counts once.
        """
        if not self._rows:
            return [], {}
        sizes = [len(rows.unit) for rows in self._rows]
        owner = np.repeat(np.arange(len(sizes)), sizes)
        row = np.concatenate([np.arange(size) for size in sizes])
        score = np.concatenate([rows.score for rows in self._rows]).round(5)
        unit = np.concatenate(
            [rows.unit + first for rows, first in zip(self._rows, self._firsts, strict=True)]
        )
        place = np.concatenate(
            [
                part.places[part.segment.unit_document[rows.unit]]
                for part, rows in zip(self._parts, self._rows, strict=True)
            ]
        )
        fact = np.concatenate([rows.fact for rows in self._rows])
        exact = np.concatenate([rows.exact for rows in self._rows])
        kind = np.concatenate([rows.kind for rows in self._rows])
        order = np.lexsort((fact, unit, place, -score, ~exact))
        if len(order):
            order = order[score[order] >= score.max() * LEAST_OF_BEST]
        if alternatives:
            keys = unit[order] * (1 << 32) + fact[order] + 1
            order = order[first_places(keys)]
        tally = np.bincount(kind[order], minlength=len(KINDS)).tolist()
        counts = {name: number for name, number in zip(KINDS, tally, strict=True) if number}
        hits = [
            self._rows[part].hit(at, self._parts[part].segment)
            for part, at in zip(
                owner[order[: max(limit, 0)]].tolist(),
                row[order[: max(limit, 0)]].tolist(),
                strict=True,
            )
        ]
        return hits, counts


def _ask(plan: Plan, parts: Sequence[Part], wanted: frozenset[str], found: _Found) -> bool:
    """Finds the rows of one plan; gives whether more may match than were weighed."""
    limited = plan.kinds()
    kinds = wanted if limited is None else wanted & limited
    numbers = range(len(plan.groups))
    expansions = [[_expand(part, plan.groups, number) for number in numbers] for part in parts]
    size = sum(len(part.segment) for part in parts)
    frequencies = [sum(each[number].frequency for each in expansions) for number in numbers]
    weights = np.array([log(1 + size / (1 + each)) for each in frequencies], dtype=np.float32)
    more, first = False, 0
    for part, groups in zip(parts, expansions, strict=True):
        segment = part.segment
        allowed = Filter(segment, part.expander).allowed(plan.conditions)
        mask = None if kinds == ALL_KINDS else segment.of_kinds(kinds)
        for other in (allowed.units, part.allowed):
            if other is not None:
                mask = other if mask is None else mask & other
        if groups:
            units, cut = candidates(segment, groups, weights, mask)
            scored = Scored(units, *weigh(segment, groups, weights, units))
        else:
            units, cut = _first(segment, mask)
            fields = FIELDS[segment.unit_kind[units]]
            scored = Scored(units, 1 + fields, np.ones(len(units), dtype=np.bool_))
        more |= cut
        found.add(part, rows(segment, groups, plan, kinds, allowed.facts, scored), first)
        first += len(segment)
    return more


@lru_cache(maxsize=8)
def _marker(query: str | Query) -> Marker:
    """The marker of a query, kept while its hits are drawn."""
    return Marker(parse(query) if isinstance(query, str) else query)


def _first(segment: Segment, mask: Mask | None) -> tuple[Ids, bool]:
    """The first units of a mask: what is given where a query has conditions but no words."""
    units = np.arange(len(segment)) if mask is None else np.flatnonzero(mask)
    return units[:MOST_CANDIDATES].astype(np.int32), len(units) > MOST_CANDIDATES


def _expand(part: Part, groups: tuple[Group, ...], number: int) -> Expansion:
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
