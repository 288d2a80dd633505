"""Merges segments into one by concatenating their arrays; no document is read again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.index.arrays import concat_ranges, start_offsets
from tui.search.index.facts import VALUES, Facts, select_facts
from tui.search.index.segment import EXTRA, TERM, Segment

#: For each document of a segment its place in the order of all documents; -1: removed.
Places = npt.NDArray[np.int64]

_Columns = dict[str, npt.NDArray[Any]]


def merged(parts: Sequence[tuple[Segment, Places]]) -> tuple[Segment, Places]:
    """One segment of all documents that were not removed, in the order of their places, and these
    places. Segments of notes are not merged."""
    segments = [segment for segment, _ in parts]
    places = np.concatenate([where for _, where in parts])
    spelled = sorted({term for segment in segments for term in segment.lexicon.terms()})
    known = {term: number for number, term in enumerate(spelled)}
    renumbered = [
        np.array([known[term] for term in segment.lexicon.terms()], dtype=np.uint32)
        for segment in segments
    ]
    units, facts, kind_names, unit_names = _concatenated(segments, renumbered)
    names = [name for segment in segments for name in segment.names]

    staying = np.flatnonzero(places >= 0)
    staying = staying[np.argsort(places[staying], kind="stable")]
    new_document = np.full(len(places), -1, dtype=np.int32)
    new_document[staying] = np.arange(len(staying))
    units["unit_document"] = new_document[units["unit_document"]]
    chosen = np.flatnonzero(units["unit_document"] >= 0)
    chosen = chosen[np.argsort(units["unit_document"][chosen], kind="stable")]
    units["title_passages"] = units["title_passages"][staying]
    if not np.array_equal(chosen, np.arange(len(units["unit_document"]))):
        units, facts = _select_units(units, facts, chosen)
    spelled = _drop_unused_terms(units, facts, spelled)
    segment = Segment.of(
        spelled,
        units,
        Facts(facts, kind_names, unit_names),
        [names[number] for number in staying.tolist()],
    )
    return segment, places[staying]


class _Renumbered(NamedTuple):
    """A segment, the new numbers of its terms, and those of its first unit and document."""

    segment: Segment
    terms: npt.NDArray[np.uint32]
    first_unit: int
    first_document: int


def _concatenated(
    segments: Sequence[Segment], renumbered: Sequence[npt.NDArray[np.uint32]]
) -> tuple[_Columns, _Columns, list[str], list[str]]:
    """The columns of all segments concatenated: of units, of facts, and the names of the kinds and
    units of measure."""
    units = list(accumulate((len(segment) for segment in segments), initial=0))
    documents = list(accumulate((len(segment.names) for segment in segments), initial=0))
    parts = list(map(_Renumbered, segments, renumbered, units, documents))
    return _unit_columns(parts), *_fact_columns(parts, units[-1])


def _unit_columns(parts: Sequence[_Renumbered]) -> _Columns:
    segments = [part.segment for part in parts]
    documents = [part.segment.unit_document + part.first_document for part in parts]
    tokens = [
        part.terms[part.segment.tokens & TERM] | (part.segment.tokens & EXTRA) for part in parts
    ]
    titles = [
        np.where(
            part.segment.title_passages >= 0,
            part.segment.title_passages + np.int32(part.first_unit),
            np.int32(-1),
        )
        for part in parts
    ]
    return {
        "unit_document": np.concatenate(documents),
        "unit_start": np.concatenate([each.unit_start for each in segments]),
        "unit_end": np.concatenate([each.unit_end for each in segments]),
        "unit_kind": np.concatenate([each.unit_kind for each in segments]),
        "token_offsets": _offsets([each.token_offsets for each in segments]).astype(np.int32),
        "tokens": np.concatenate(tokens),
        "title_passages": np.concatenate(titles),
    }


def _fact_columns(
    parts: Sequence[_Renumbered], unit_count: int
) -> tuple[_Columns, list[str], list[str]]:
    """The columns of the facts, and the names of their kinds and units of measure."""
    kinds, measures = dict[str, int](), dict[str, int]()
    facts = [part.segment.facts for part in parts]
    units = [part.segment.facts.unit + np.int32(part.first_unit) for part in parts]
    terms = [part.terms[part.segment.facts.terms].astype(np.int32) for part in parts]
    named = [_renamed(each.kind_names, kinds)[each.kind] for each in facts]
    measured = [_renamed(each.unit_names, measures)[each.measure] for each in facts]
    subjects = [each.subject_offsets - each.offsets[:-1] for each in facts]
    columns: _Columns = {
        name: np.concatenate([getattr(each, name) for each in facts]) for name in VALUES
    }
    columns["unit"] = np.concatenate(units)
    columns["kind"] = np.concatenate(named).astype(np.uint16)
    columns["measure"] = np.concatenate(measured)
    columns["offsets"] = _offsets([each.offsets for each in facts]).astype(np.int32)
    columns["subject_offsets"] = np.concatenate(subjects) + columns["offsets"][:-1]
    columns["terms"] = np.concatenate(terms)
    columns["unit_offsets"] = _unit_offsets_of(columns["unit"], unit_count)
    return columns, list(kinds), list(measures)


def _select_units(
    units: _Columns, facts: _Columns, chosen: npt.NDArray[np.int64]
) -> tuple[_Columns, _Columns]:
    """The columns of some units, in the given order."""
    new_unit = np.full(len(units["unit_document"]) + 1, -1, dtype=np.int32)
    new_unit[chosen] = np.arange(len(chosen))
    begins, ends = units["token_offsets"][chosen], units["token_offsets"][chosen + 1]
    rows, owners = concat_ranges(facts["unit_offsets"][chosen], facts["unit_offsets"][chosen + 1])
    plain = ("unit_document", "unit_start", "unit_end", "unit_kind")
    return (
        {name: units[name][chosen] for name in plain}
        | {
            "token_offsets": start_offsets(ends - begins).astype(np.int32),
            "tokens": units["tokens"][concat_ranges(begins, ends).numbers],
            "title_passages": new_unit[units["title_passages"]],
        },
        select_facts(facts, rows, owners, len(chosen)),
    )


def _drop_unused_terms(units: _Columns, facts: _Columns, spelled: list[str]) -> list[str]:
    """The terms that still occur; renumbers them in the columns."""
    used = np.zeros(len(spelled), dtype=np.bool_)
    used[units["tokens"] & TERM] = True
    used[facts["terms"]] = True
    if used.all():
        return spelled
    number = (np.cumsum(used) - 1).astype(np.uint32)
    units["tokens"] = number[units["tokens"] & TERM] | (units["tokens"] & EXTRA)
    facts["terms"] = number[facts["terms"]].astype(np.int32)
    return [spelled[place] for place in np.flatnonzero(used).tolist()]


def _renamed(names: Sequence[str], known: dict[str, int]) -> npt.NDArray[np.int32]:
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.int32)


def _offsets(several: Sequence[npt.NDArray[Any]]) -> npt.NDArray[np.int64]:
    return start_offsets(np.concatenate([np.diff(offsets) for offsets in several]))


def _unit_offsets_of(units: npt.NDArray[Any], count: int) -> npt.NDArray[np.int32]:
    return np.searchsorted(units, np.arange(count + 1)).astype(np.int32)
