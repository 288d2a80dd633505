"""The parts of an index: segments that never change, and which of their documents still count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tui.search.expand import Expander
from tui.search.merge import Places, merged
from tui.search.segment import Mask, Segment

MERGED_BELOW = 2
"""A new segment swallows those before it that are less than so many times its size."""


class Part(NamedTuple):
    """A segment with what works on it."""

    segment: Segment
    expander: Expander
    places: Places
    allowed: Mask | None
    """The units of documents that were not taken out; None: all of them."""

    @classmethod
    def of(cls, segment: Segment, places: Places) -> Part:
        """`places` in the order of all documents, -1 for a document that was taken out."""
        allowed = (places >= 0)[segment.unit_document] if (places < 0).any() else None
        return cls(segment, Expander(segment), places, allowed)

    def at(self, places: Places) -> Part:
        """The same segment, its documents at other places."""
        if np.array_equal(places, self.places):
            return self
        return Part.of(self.segment, places)._replace(expander=self.expander)

    @property
    def size(self) -> int:
        """The units that can be found."""
        return len(self.segment) if self.allowed is None else int(np.count_nonzero(self.allowed))


def without(parts: Iterable[Part], names: Collection[str]) -> list[Part]:
    """The parts with the documents of these names taken out."""
    if not names:
        return list(parts)
    found = []
    for part in parts:
        places = part.places.copy()
        places[[number for number, name in enumerate(part.segment.names) if name in names]] = -1
        if (places >= 0).any():
            found.append(part.at(places))
    return found


def few(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, small ones merged, and those of which little is left."""
    kept: list[Part] = []
    for part in parts:
        waiting = [part]
        while kept and kept[-1].size < MERGED_BELOW * sum(each.size for each in waiting):
            waiting.insert(0, kept.pop())
        if len(waiting) > 1 or part.size * MERGED_BELOW < len(part.segment):
            waiting = [joined(waiting)]
        kept += waiting
    return tuple(kept)


def joined(parts: Sequence[Part]) -> Part:
    """One part of several, without the documents that were taken out."""
    return Part.of(*merged([(part.segment, part.places) for part in parts]))
