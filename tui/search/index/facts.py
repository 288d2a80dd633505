"""Facts: the figures of passages as columns, so that a condition tests all of them at once."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from tui.search.index.arrays import Arrays, concat_ranges, start_offsets
from tui.search.language.nodes import Amounts, Dates
from tui.search.numbers import UNITS, written
from tui.text import days

if TYPE_CHECKING:
    from tui.figures import Figure

Mask = npt.NDArray[np.bool_]
_UNKNOWN = float("nan")
#: The columns whose values mean the same in every segment; the others are indexes into this one.
VALUES = ("start", "end", "low", "high", "first_day", "last_day")


class FactsBuilder:
    """Collects facts before they become arrays."""

    def __init__(self) -> None:
        self.units, self.kinds = array("i"), array("H")
        self.starts, self.ends = array("q"), array("q")
        self.lows, self.highs = array("d"), array("d")
        self.firsts, self.lasts = array("i"), array("i")
        self.offsets, self.subject_offsets, self.terms = array("q", [0]), array("q"), array("I")
        self.kind_names: dict[str, int] = {}
        self.unit_names: dict[str, int] = {}
        self.measure = array("i")

    def take(
        self, unit: int, figures: Sequence[Figure], numbers: Callable[[str], Iterable[int]]
    ) -> Iterator[str]:
        """Adds the figures of a passage. Yields terms that must also find the passage: values in
        canonical form, and dates as `@2023-07-18`."""
        for figure in figures:
            self.units.append(unit)
            self.kinds.append(self.kind_names.setdefault(figure.kind, len(self.kind_names)))
            self.measure.append(self.unit_names.setdefault(figure.unit or "", len(self.unit_names)))
            self.starts.append(figure.start)
            self.ends.append(figure.end)
            low = figure.low if figure.low is not None else figure.value
            high = figure.high if figure.high is not None else figure.value
            self.lows.append(_UNKNOWN if low is None else float(low))
            self.highs.append(_UNKNOWN if high is None else float(high))
            covered = days(figure.date) or days(figure.period)
            self.firsts.append(covered.first if covered else 0)
            self.lasts.append(covered.last if covered else 0)
            if figure.unit:
                self.terms.extend(numbers(figure.unit))
            self.subject_offsets.append(len(self.terms))
            if figure.subject:
                self.terms.extend(numbers(figure.subject))
            self.offsets.append(len(self.terms))
            if isinstance(figure.value, Decimal):
                yield written(figure.value)
            if figure.date and figure.date[0].isdigit():
                yield "@" + figure.date

    def arrays(self, order: npt.NDArray[np.uint32], units: int) -> dict[str, npt.NDArray[Any]]:
        """The columns for a segment of `units` units; `order` maps the number of a term to its
        id."""
        unit = np.array(self.units, dtype=np.int32)
        return {
            "unit": unit,
            "start": np.array(self.starts, dtype=np.int32),
            "end": np.array(self.ends, dtype=np.int32),
            "low": np.array(self.lows, dtype=np.float64),
            "high": np.array(self.highs, dtype=np.float64),
            "first_day": np.array(self.firsts, dtype=np.int32),
            "last_day": np.array(self.lasts, dtype=np.int32),
            "kind": np.array(self.kinds, dtype=np.uint16),
            "measure": np.array(self.measure, dtype=np.int32),
            "offsets": np.array(self.offsets, dtype=np.int32),
            "subject_offsets": np.array(self.subject_offsets, dtype=np.int32),
            "terms": order[np.array(self.terms, dtype=np.int64)].astype(np.int32),
            "unit_offsets": np.searchsorted(unit, np.arange(units + 1)).astype(np.int32),
        }


class Facts:
    """The columns: one row for each figure, in the order of the passages (`unit`) they belong to.

    `low` and `high` are values (NaN if unknown), `first_day` and `last_day` are ordinals of days (0
    if unknown). The terms of a fact are those of its unit of measure up to `subject_offsets`, then
    those of its subject.
    """

    def __init__(
        self, arrays: Arrays, kind_names: Sequence[str], unit_names: Sequence[str]
    ) -> None:
        """`arrays`: as `FactsBuilder.arrays` makes them; they may be memory-mapped."""
        self.arrays = arrays
        self.kind_names, self.unit_names = tuple(kind_names), tuple(unit_names)
        self.unit: npt.NDArray[np.int32] = arrays["unit"]
        self.start: npt.NDArray[np.int32] = arrays["start"]
        self.end: npt.NDArray[np.int32] = arrays["end"]
        self.low: npt.NDArray[np.float64] = arrays["low"]
        self.high: npt.NDArray[np.float64] = arrays["high"]
        self.first_day: npt.NDArray[np.int32] = arrays["first_day"]
        self.last_day: npt.NDArray[np.int32] = arrays["last_day"]
        self.kind: npt.NDArray[np.uint16] = arrays["kind"]
        self.measure: npt.NDArray[np.int32] = arrays["measure"]
        self.offsets: npt.NDArray[np.int32] = arrays["offsets"]
        self.subject_offsets: npt.NDArray[np.int32] = arrays["subject_offsets"]
        self.terms: npt.NDArray[np.int32] = arrays["terms"]
        self.unit_offsets: npt.NDArray[np.int32] = arrays["unit_offsets"]

    def __len__(self) -> int:
        return len(self.unit)

    def without(self, kinds: frozenset[str]) -> Facts:
        """The facts that are not of these kinds; the units stay the same."""
        left_out = self.of_kinds(kinds)
        if not left_out.any():
            return self
        rows = np.flatnonzero(~left_out)
        columns = select_facts(self.arrays, rows, self.unit[rows], len(self.unit_offsets) - 1)
        return Facts(columns, self.kind_names, self.unit_names)

    def within(self, amounts: Amounts) -> Mask:
        """Mask of the facts whose value, or any value of their range, lies within the bounds."""
        mask: Mask = ~np.isnan(self.low)
        if amounts.low is not None:
            low = float(amounts.low)
            mask &= self.high >= low if amounts.with_low else self.high > low
        if amounts.high is not None:
            high = float(amounts.high)
            mask &= self.low <= high if amounts.with_high else self.low < high
        if amounts.unit:
            mask &= self.in_unit(amounts.unit)
        if amounts.or_days:
            mask |= self.in_days(Dates(amounts.or_days.first, amounts.or_days.last))
        return mask

    def in_days(self, dates: Dates) -> Mask:
        """Mask of the facts whose date or period lies within some days."""
        mask: Mask = self.first_day > 0
        if dates.first is not None:
            mask &= self.first_day >= dates.first
        if dates.last is not None:
            mask &= self.last_day <= dates.last
        return mask

    def in_unit(self, unit: str) -> Mask:
        """Mask of the facts with a unit of measure, as `numbers.UNITS` names it."""
        wanted = unit.lower()
        known = [
            wanted in (name.lower(), UNITS.get(name.lower(), "").lower())
            for name in self.unit_names
        ]
        return np.array(known, dtype=np.bool_)[self.measure]

    def of_kinds(self, kinds: frozenset[str]) -> Mask:
        """Mask of the facts whose figures are of some kinds."""
        known = [name in kinds for name in self.kind_names]
        return np.array(known, dtype=np.bool_)[self.kind]

    def containing(self, wanted: Mask, field: str) -> Mask:
        """Mask of the facts that have one of the wanted terms (a mask over the vocabulary) in their
        `field`: "unit" or "subject"."""
        mask = np.zeros(len(self.unit), dtype=np.bool_)
        places = np.flatnonzero(wanted[self.terms])
        owners = np.searchsorted(self.offsets, places, side="right") - 1
        in_unit = places < self.subject_offsets[owners]
        mask[owners[in_unit if field == "unit" else ~in_unit]] = True
        return mask


def select_facts(
    facts: Arrays, rows: npt.NDArray[np.int64], units: npt.NDArray[Any], count: int
) -> dict[str, npt.NDArray[Any]]:
    """The columns of some rows, whose units are `units` in a segment of `count` units."""
    begins, ends = facts["offsets"][rows], facts["offsets"][rows + 1]
    offsets = start_offsets(ends - begins).astype(np.int32)
    return {name: facts[name][rows] for name in (*VALUES, "kind", "measure")} | {
        "unit": units.astype(np.int32),
        "offsets": offsets,
        "subject_offsets": facts["subject_offsets"][rows] - begins + offsets[:-1],
        "terms": facts["terms"][concat_ranges(begins, ends).numbers],
        "unit_offsets": np.searchsorted(units, np.arange(count + 1)).astype(np.int32),
    }
