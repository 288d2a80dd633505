"""How surprising it is that two figures have one value: 1,357 twice is, two twice is not; and the
more figures there are, the more alike some of them are by chance."""

from __future__ import annotations

from collections import Counter
from math import log

from tui.facts.features import ComparableFact

#: How many figures the assumption is worth that each digit makes a value ten times as rare: so
#: many that it decides in a library of a few reports, and hardly counts in one of thousands.
_ASSUMED = 50
_MOST = 9.0
#: The number of figures for which the points of `tui.facts.evidence` hold, and the smallest that
#: makes a difference: the libraries they were fitted to have 270 to 3,500.
_USUAL, _FEWEST = 1100, 200


class Coincidence:
    """The values of a library, by block."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, float, float]] = Counter()
        self._in_block: Counter[str] = Counter()
        self._count = 0
        #: The logarithm of how many figures there are, as a multiple of the usual number.
        self.crowd = log(_FEWEST / _USUAL)

    def add(self, found: ComparableFact) -> None:
        """Counts the value of a figure."""
        self._seen[found.block, found.low, found.high] += 1
        self._in_block[found.block] += 1
        self._count += 1
        self.crowd = log(max(_FEWEST, self._count) / _USUAL)

    def surprise(self, found: ComparableFact) -> float:
        """The surprise that another figure has the same value, too, in nats, at most 9: the
        logarithm of how rare it is among all others."""
        others = max(0, self._seen[found.block, found.low, found.high] - 2)
        expected = others + _ASSUMED * 10.0 ** -len(found.digits)
        return min(_MOST, log((self._in_block[found.block] + _ASSUMED) / expected))
