"""One segment out of several, without reading a document again: arrays are laid together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from tui.search.arrays import spread, summed
from tui.search.facts import VALUES, Facts, chosen_facts
from tui.search.segment import EXTRA, TERM, Segment

Places = npt.NDArray[np.int64]
"""For each document of a segment its place in the order of all documents; -1: taken out."""

_Columns = dict[str, npt.NDArray[Any]]


def merged(parts: Sequence[tuple[Segment, Places]]) -> tuple[Segment, Places]:
    """A segment of the documents of all parts but those taken out, in order of their places; and
    these places. Segments of notes are not merged."""
    segments = [segment for segment, _ in parts]
    places = np.concatenate([where for _, where in parts])
    spelled = sorted({term for segment in segments for term in segment.lexicon.terms()})
    known = {term: number for number, term in enumerate(spelled)}
    renumbered = [
        np.array([known[term] for term in segment.lexicon.terms()], dtype=np.uint32)
        for segment in segments
    ]
    units, facts, kind_names, unit_names = _together(segments, renumbered)
    names = [name for segment in segments for name in segment.names]

    staying = np.flatnonzero(places >= 0)
    staying = staying[np.argsort(places[staying], kind="stable")]
    new_document = np.full(len(places), -1, dtype=np.int32)
    new_document[staying] = np.arange(len(staying))
    units["unit_document"] = new_document[units["unit_document"]]
    chosen = np.flatnonzero(units["unit_document"] >= 0)
    chosen = chosen[np.argsort(units["unit_document"][chosen], kind="stable")]
    units["twins"] = units["twins"][staying]
    if not np.array_equal(chosen, np.arange(len(units["unit_document"]))):
        units, facts = _chosen(units, facts, chosen)
    spelled = _used(units, facts, spelled)
    segment = Segment.of(
        spelled,
        units,
        Facts(facts, kind_names, unit_names),
        [names[number] for number in staying.tolist()],
    )
    return segment, places[staying]


def _together(
    segments: Sequence[Segment], renumbered: Sequence[npt.NDArray[np.uint32]]
) -> tuple[_Columns, _Columns, list[str], list[str]]:
    """The columns of all segments one after the other: units, and facts; the names of kinds and of
    units of measure."""
    kinds, measures = dict[str, int](), dict[str, int]()
    firsts = list(accumulate((len(segment) for segment in segments), initial=0))
    documents = list(accumulate((len(segment.names) for segment in segments), initial=0))
    numbered = list(zip(segments, renumbered, firsts, documents, strict=False))

    def joined(columns: list[npt.NDArray[Any]]) -> npt.NDArray[Any]:
        return np.concatenate(columns)

    units = {
        "unit_document": joined([each.unit_document + at for each, _, _, at in numbered]),
        "unit_start": joined([each.unit_start for each in segments]),
        "unit_end": joined([each.unit_end for each in segments]),
        "unit_kind": joined([each.unit_kind for each in segments]),
        "token_offsets": _offsets([each.token_offsets for each in segments]).astype(np.int32),
        "tokens": joined(
            [new[each.tokens & TERM] | (each.tokens & EXTRA) for each, new, _, _ in numbered]
        ),
        "twins": joined(
            [
                np.where(each.twins >= 0, each.twins + np.int32(first), np.int32(-1))
                for each, _, first, _ in numbered
            ]
        ),
    }
    facts = {
        name: joined([getattr(each.facts, name) for each in segments]) for name in VALUES
    } | {
        "unit": joined([each.facts.unit + np.int32(first) for each, _, first, _ in numbered]),
        "kind": joined([_renamed(each.facts.kind_names, kinds)[each.facts.kind]
                        for each in segments]).astype(np.uint16),
        "measured": joined([_renamed(each.facts.unit_names, measures)[each.facts.measured]
                            for each in segments]),
        "offsets": _offsets([each.facts.offsets for each in segments]).astype(np.int32),
        "middles": joined([each.facts.middles - each.facts.offsets[:-1] for each in segments]),
        "terms": joined(
            [new[each.facts.terms].astype(np.int32) for each, new, _, _ in numbered]
        ),
    }  # fmt: skip
    facts["middles"] = facts["middles"] + facts["offsets"][:-1]
    facts["of_unit"] = _of_unit(facts["unit"], firsts[-1])
    return units, facts, list(kinds), list(measures)


def _chosen(
    units: _Columns, facts: _Columns, chosen: npt.NDArray[np.int64]
) -> tuple[_Columns, _Columns]:
    """The columns of some units, in another order."""
    new_unit = np.full(len(units["unit_document"]) + 1, -1, dtype=np.int32)
    new_unit[chosen] = np.arange(len(chosen))
    begins, ends = units["token_offsets"][chosen], units["token_offsets"][chosen + 1]
    rows, owners = spread(facts["of_unit"][chosen], facts["of_unit"][chosen + 1])
    plain = ("unit_document", "unit_start", "unit_end", "unit_kind")
    return (
        {name: units[name][chosen] for name in plain}
        | {
            "token_offsets": summed(ends - begins).astype(np.int32),
            "tokens": units["tokens"][spread(begins, ends).numbers],
            "twins": new_unit[units["twins"]],
        },
        chosen_facts(facts, rows, owners, len(chosen)),
    )


def _used(units: _Columns, facts: _Columns, spelled: list[str]) -> list[str]:
    """The terms that still stand somewhere; the columns get their new numbers."""
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
    return summed(np.concatenate([np.diff(offsets) for offsets in several]))


def _of_unit(units: npt.NDArray[Any], count: int) -> npt.NDArray[np.int32]:
    return np.searchsorted(units, np.arange(count + 1)).astype(np.int32)
