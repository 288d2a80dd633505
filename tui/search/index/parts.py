"""A part of the index: an immutable segment, and which of its documents were removed since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tui.search.answering.expand import Expander
from tui.search.index.merge import Places, merged
from tui.search.index.segment import Mask, Segment

#: A new segment is merged with the ones before it that are less than this many times its size.
MERGE_RATIO = 2


class Part(NamedTuple):
    """A segment, with the objects that search it."""

    segment: Segment
    expander: Expander
    places: Places
    #: Mask of the units whose documents were not removed; None: all of them.
    allowed: Mask | None

    @classmethod
    def of(cls, segment: Segment, places: Places) -> Part:
        """`places`: the order of each document among all documents, -1 if it was removed."""
        allowed = (places >= 0)[segment.unit_document] if (places < 0).any() else None
        return cls(segment, Expander(segment), places, allowed)

    def at(self, places: Places) -> Part:
        """The same segment with its documents at other places."""
        if np.array_equal(places, self.places):
            return self
        return Part.of(self.segment, places)._replace(expander=self.expander)

    @property
    def size(self) -> int:
        """The number of units that can be found."""
        return len(self.segment) if self.allowed is None else int(np.count_nonzero(self.allowed))


def without(parts: Iterable[Part], names: Collection[str]) -> list[Part]:
    """The parts with the documents of these names removed."""
    if not names:
        return list(parts)
    found = []
    for part in parts:
        places = part.places.copy()
        places[[number for number, name in enumerate(part.segment.names) if name in names]] = -1
        if (places >= 0).any():
            found.append(part.at(places))
    return found


def compacted(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, with small ones and mostly deleted ones merged."""
    kept: list[Part] = []
    for part in parts:
        waiting = [part]
        while kept and kept[-1].size < MERGE_RATIO * sum(each.size for each in waiting):
            waiting.insert(0, kept.pop())
        if len(waiting) > 1 or part.size * MERGE_RATIO < len(part.segment):
            waiting = [merged_part(waiting)]
        kept += waiting
    return tuple(kept)


def merged_part(parts: Sequence[Part]) -> Part:
    """One part made of several, without the documents that were removed."""
    return Part.of(*merged([(part.segment, part.places) for part in parts]))
