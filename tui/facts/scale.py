"""The spread of values of one unit, and a scale on which to draw them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.figures import Figure

#: Above this ratio of largest to smallest the scale is logarithmic: on a linear one of 40 cells
#: the smallest would be invisible.
LOGARITHMIC_RATIO = 100

Extent = tuple[Decimal, Decimal]


def extent(figure: Figure) -> Extent | None:
    """The smallest and the largest value that a figure states; None if it states none.

    >>> from tui.figures import extract
    >>> [list(map(int, extent(figure))) for figure in extract("It has 3 to 5 doors and 7 windows.")]
    [[3, 5], [7, 7]]
    """
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    low, high = low if low is not None else high, high if high is not None else low
    if low is None or high is None or not low.is_finite() or not high.is_finite():
        return None
    return (low, high) if low <= high else (high, low)


class Spread(NamedTuple):
    """Minimum, median and maximum of values of one unit. For the median a range counts as its
    midpoint."""

    smallest: Decimal
    median: Decimal
    largest: Decimal

    @classmethod
    def of(cls, values: Sequence[Extent]) -> Spread | None:
        """The spread of some values; None if there are none.

        >>> Spread.of([(Decimal(4), Decimal(4)), (Decimal(1), Decimal(3))])
        Spread(smallest=Decimal('1'), median=Decimal('3'), largest=Decimal('4'))
        """
        if not values:
            return None
        middles = sorted(low if low == high else (low + high) / 2 for low, high in values)
        half = len(middles) // 2
        median = middles[half]
        if len(middles) % 2 == 0 and middles[half - 1] != median:
            median = (middles[half - 1] + median) / 2
        return cls(min(low for low, _ in values), median, max(high for _, high in values))


class Scale(NamedTuple):
    """Maps values of one unit to positions, from 0 at `first` to 1 at `last`."""

    first: Decimal
    last: Decimal
    is_logarithmic: bool

    @classmethod
    def of(cls, values: Iterable[Extent]) -> Scale | None:
        """A scale on which all values can be drawn; None if there are none.

        Linear and including zero, unless all values are positive and far apart: then logarithmic,
        starting at the power of ten below the smallest.
        """
        edges = [edge for pair in values for edge in pair]
        if not edges:
            return None
        low, high = min(edges), max(edges)
        # By exponents first: a hundred times the largest decimal is none.
        if low > 0 and high.adjusted() - low.adjusted() > 1 and high >= low * LOGARITHMIC_RATIO:
            return cls(Decimal(1).scaleb(low.adjusted()), high, True)
        return cls(min(low, Decimal(0)), max(high, Decimal(0)), False)

    def place(self, value: Decimal) -> float:
        """The position of a value, clamped to 0 and 1."""
        value = max(self.first, min(value, self.last))
        if self.first == self.last:
            return 0.0
        if self.is_logarithmic:
            first = self.first.log10()
            return float((value.log10() - first) / (self.last.log10() - first))
        return float((value - self.first) / (self.last - self.first))

    def bar(self, figure: Figure) -> tuple[float, float] | None:
        """The ends of a figure's bar: of a range from end to end, else from zero, or on a
        logarithmic scale from its start. None if the figure has no value."""
        both = extent(figure)
        if both is None:
            return None
        low, high = both
        if low == high:
            base = self.first if self.is_logarithmic else Decimal(0)
            low, high = min(base, low), max(base, high)
        return self.place(low), self.place(high)
