"""The inverted index: segments of documents and of notes, searched together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from tui.errors import Problem, unexpected
from tui.search.answering.expand import Expansion
from tui.search.answering.filters import Filter
from tui.search.answering.hits import Rows, Scored, rows
from tui.search.answering.rank import FIELDS, MAX_CANDIDATES, candidates, score_units
from tui.search.answering.spans import Marker, merge_spans
from tui.search.index.arrays import first_occurrences
from tui.search.index.lexicon import Ids
from tui.search.index.parts import Part, compacted, without
from tui.search.index.segment import Mask, Segment
from tui.search.index.segment_builder import SegmentBuilder
from tui.search.language.query import Group, Plan, Query, parse
from tui.search.records import KINDS, Answer, Hit, NoteText

if TYPE_CHECKING:
    from tui.documents import Document

ALL_KINDS = frozenset(KINDS)
#: Hits that score less than this share of the best hit are dropped.
MIN_RELATIVE_SCORE = 0.45


class Index:
    """Searches documents and notes.

    Safe to use from several threads: a search sees the index as it was when the search began,
    whatever another thread changes meanwhile.
    """

    def __init__(self) -> None:
        self._parts: tuple[Part, ...] = ()
        self._notes: Part | None = None
        self._documents: dict[str, Document] = {}
        self._lazy_documents: Mapping[str, Document] = {}
        self._places: dict[str, int] = {}
        self._note_texts: dict[str, NoteText] = {}
        #: The notes that could not be indexed.
        self.problems: tuple[Problem, ...] = ()
        self._changing = Lock()

    @classmethod
    def build(cls, documents: Iterable[Document], notes: Iterable[NoteText] = ()) -> Index:
        """A complete index in memory over documents (in this order) and notes."""
        index = cls()
        index.add(documents)
        index.replace_notes(notes)
        return index

    def add(self, documents: Iterable[Document]) -> None:
        """Adds documents after those already there; one with a known name replaces the old one.

        Add many at once: each call makes a segment, and small segments are merged so that there are
        never more than a few.
        """
        with self._changing:
            new = {document.name: document for document in documents}
            if not new:
                return
            builder = SegmentBuilder()
            for document in new.values():
                builder.document(document)
            known = self._places
            parts = without(self._parts, new.keys() & known.keys())
            self._places = known | {
                name: place
                for place, name in enumerate(
                    (name for name in new if name not in known), max(known.values(), default=-1) + 1
                )
            }
            places = np.array([self._places[name] for name in builder.names], dtype=np.int64)
            self._documents = {**self._documents, **new}
            self._parts = compacted([*parts, Part.of(builder.segment(), places)])

    def remove(self, names: Collection[str]) -> None:
        """Removes the documents with these names; unknown names are ignored."""
        with self._changing:
            gone = set(names)
            self._parts = compacted(without(self._parts, gone))
            self._documents = {
                name: each for name, each in self._documents.items() if name not in gone
            }
            self._places = {name: at for name, at in self._places.items() if name not in gone}

    def use_parts(self, parts: Sequence[Part], documents: Mapping[str, Document]) -> None:
        """Replaces all documents by these segments; `documents` looks up the text of a hit by name.
        Notes stay."""
        with self._changing:
            self._parts, self._documents, self._lazy_documents = tuple(parts), {}, documents
            self._places = {
                name: place
                for part in parts
                for name, place in zip(part.segment.names, part.places.tolist(), strict=True)
                if place >= 0
            }

    def replace_notes(self, notes: Iterable[NoteText]) -> None:
        """Replaces all notes by these; one on which that fails is left out, see `problems`."""
        with self._changing:
            left, problems = list(notes), list[Problem]()
            while (failed := self._index_notes(left)) is not None:
                note, error = failed
                what = f"a note cannot be searched ({unexpected(error)})"
                problems.append(Problem(what, note.document, "please report this line"))
                left.remove(note)
            self.problems = tuple(problems)

    def _index_notes(self, notes: Sequence[NoteText]) -> tuple[NoteText, Exception] | None:
        """Replaces all notes by these, or returns the first on which that fails, and the error."""
        builder, places = SegmentBuilder(), dict[str, int]()
        for note in notes:
            try:
                builder.note(note, places)
            except Exception as error:
                return note, error
        self._note_texts = {note.id: note for note in notes}
        order = np.arange(len(places), dtype=np.int64)
        self._notes = Part.of(builder.segment(), order) if notes else None
        return None

    def search(
        self, query: str, limit: int = 50, kinds: Collection[str] | None = None
    ) -> list[Hit]:
        """The best hits, best first; only those of `kinds`, if given.

        Each sentence appears once: as a fact if the query matches a figure in it, else as a
        passage. If `kinds` holds only one of the two, it appears as that.
        """
        return self.query(query, limit, kinds).hits

    def query(
        self, query: str | Query, limit: int = 50, kinds: Collection[str] | None = None
    ) -> Answer:
        """The best hits, with their counts, corrections, and the problem of the query, if any."""
        asked = parse(query) if isinstance(query, str) else query
        wanted = frozenset(KINDS if kinds is None else kinds)
        parts = (*self._parts, *([self._notes] if self._notes else []))
        found, more = _Results(), False
        for plan in asked.plans:
            if plan.groups or plan.conditions:
                more |= _search_plan(plan, parts, wanted, found)
        hits, counts = found.best(limit, alternatives=len(asked.plans) > 1)
        corrections = _marker(query).corrections(self._text_of(hits[0])) if hits else ()
        return Answer(hits, corrections, counts, more, asked.problem)

    def spans(self, query: str | Query, hit: Hit) -> list[tuple[int, int]]:
        """The spans of a hit to highlight, in order.

        For passages and facts these are offsets in the document's text (the figure of a fact is
        always included), for titles and notes in their own text.
        """
        marker = _marker(query)
        text, start = self._text_of(hit), hit.passage[0]
        if hit.kind in ("title", "note"):
            start = 0
        marked = [(begin + start, end + start) for begin, end in marker.spans(text)]
        return merge_spans([*marked, (hit.start, hit.end)]) if hit.kind == "fact" else marked

    def _text_of(self, hit: Hit) -> str:
        if hit.kind == "note":
            note = self._note_texts.get(hit.note)
            return note.text if note else ""
        document = self._documents.get(hit.document) or self._lazy_documents.get(hit.document)
        if document is None:  # removed since the search
            return ""
        text: str = document.title if hit.kind == "title" else document.text[slice(*hit.passage)]
        return text


class _Results:
    """Collects the rows of all plans and segments, before the best become hits."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._rows: list[Rows] = []
        self._firsts: list[int] = []

    def add(self, part: Part, rows: Rows, first: int) -> None:
        """`first`: how many units all parts before this one hold, to make unit numbers unique."""
        self._parts.append(part)
        self._rows.append(rows)
        self._firsts.append(first)

    def best(self, limit: int, *, alternatives: bool) -> tuple[list[Hit], dict[str, int]]:
        """The best rows as hits, and the counts by kind of all rows that score high enough.

        With `alternatives` several plans may have found the same row; it counts once.
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
            order = order[score[order] >= score.max() * MIN_RELATIVE_SCORE]
        if alternatives:
            keys = unit[order] * (1 << 32) + fact[order] + 1
            order = order[first_occurrences(keys)]
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


def _search_plan(
    plan: Plan, parts: Sequence[Part], wanted: frozenset[str], found: _Results
) -> bool:
    """Searches all parts for one plan; returns whether there may be more matches than were
    scored."""
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
            scored = Scored(units, *score_units(segment, groups, weights, units))
        else:
            units, cut = _first_units(segment, mask)
            fields = FIELDS[segment.unit_kind[units]]
            scored = Scored(units, 1 + fields, np.ones(len(units), dtype=np.bool_))
        more |= cut
        found.add(part, rows(segment, groups, plan, kinds, allowed.facts, scored), first)
        first += len(segment)
    return more


@lru_cache(maxsize=8)
def _marker(query: str | Query) -> Marker:
    """The marker of a query, cached because it is needed once for each hit that is drawn."""
    return Marker(parse(query) if isinstance(query, str) else query)


def _first_units(segment: Segment, mask: Mask | None) -> tuple[Ids, bool]:
    """The first units of a mask: the results of a query that has conditions but no words."""
    units = np.arange(len(segment)) if mask is None else np.flatnonzero(mask)
    return units[:MAX_CANDIDATES].astype(np.int32), len(units) > MAX_CANDIDATES


def _expand(part: Part, groups: tuple[Group, ...], number: int) -> Expansion:
    """The terms of a group. Two adjacent words may be one word, typed with a space in it."""
    group = groups[number]
    joined = ""
    for left, right in ((number - 1, number), (number, number + 1)):
        if left < 0 or right >= len(groups) or len(groups[left]) != 1 or len(groups[right]) != 1:
            continue
        together = groups[left][0].text + groups[right][0].text
        if together.isalpha() and part.segment.lexicon.id(together) >= 0:
            joined = together
    return part.expander.expand(group, joined)
