"""Lays out the columns of a table: which fit into a width, how wide each is, and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.app.paint import fit
from tui.text import cells

#: Cells between columns.
GAP = 2


class Column(NamedTuple):
    """A column with its minimum and maximum useful width."""

    name: str
    least: int
    good: int
    is_right: bool = False


class PlacedColumn(NamedTuple):
    """A column with its first cell and its width."""

    column: Column
    start: int
    width: int


@lru_cache(maxsize=64)
def laid_out(
    columns: tuple[Column, ...], wanted: tuple[str, ...], width: int
) -> tuple[PlacedColumn, ...]:
    """The columns that fit into `width` cells, in their order.

    `wanted` lists their names by priority: the first that does not fit is left out, with all after
    it. The rest of the width extends each column up to its maximum, then the last one, unless it
    holds numbers, which would be far away from the others.

    >>> two = (Column("value", 4, 6), Column("unit", 5, 9))
    >>> [placed[1:] for placed in laid_out(two, ("value", "unit"), 20)]
    [(0, 6), (8, 12)]
    >>> [placed[1:] for placed in laid_out(two, ("value", "unit"), 9)]
    [(0, 9)]
    """
    chosen = list(_fitting({column.name: column for column in columns}, wanted, width))
    kept = [column for column in columns if column.name in chosen]
    widths = [column.least for column in kept]
    left = width - sum(widths) - GAP * (len(kept) - 1)
    while left > 0 and any(w < column.good for w, column in zip(widths, kept, strict=True)):
        for at, column in enumerate(kept):
            if widths[at] < column.good and left > 0:
                widths[at] += 1
                left -= 1
    if left < 0 or not kept[-1].is_right:
        widths[-1] = max(0, widths[-1] + left)
    starts = [sum(widths[:at]) + GAP * at for at in range(len(kept))]
    return tuple(map(PlacedColumn, kept, starts, widths))


def _fitting(known: dict[str, Column], wanted: Sequence[str], width: int) -> Iterator[str]:
    room = width + GAP
    for at, name in enumerate(wanted):
        room -= known[name].least + GAP
        if room < 0 and at:
            return
        yield name


def table_row(
    columns: tuple[PlacedColumn, ...],
    cells_of: dict[str, tuple[str, Style]],
    room: int,
    ground: Style,
) -> list[Segment]:
    """A row of columns, padded to `room` cells; `cells_of` has the text and style of each, by
    name."""
    segments, at = [], 0
    for column, start, width in columns:
        text, style = cells_of[column.name]
        shown = fit(text, width)
        fill = " " * (width - cells(shown))
        shown = fill + shown if column.is_right else shown + fill
        segments += [Segment(" " * (start - at), ground), Segment(shown, ground + style)]
        at = start + width
    return [*segments, Segment(" " * (room - at), ground)]
