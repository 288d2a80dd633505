r"""Wraps part of a text into rows of a given width in terminal cells.

Rows are contiguous: white space at a break and the line end belong to the row before, where they
are not shown. Rows break after white space, between wide characters (but not before closing or
after opening punctuation), and if nothing else is possible between clusters.
"""

import re
from array import array
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from tui.patterns import pattern
from tui.text.cell_width import BASE, TAIL, class_clusters, class_widths, classes, is_plain
from tui.text.safe_text import safe

_LINE = pattern(r"([^\r\n]*)(?:\r\n?|\n|$)")

#: An unbreakable piece: opening punctuation, one wide character or a run of others, closing
#: punctuation, and white space that may exceed the width. In classes (cell_width.py).
_RUN = f"(?:(?:p{{1,30}}(?:rr|h{{1,30}}g?|.)|h+g?|[^ worcj]|j(?:{BASE})?| (?=[zmvjl])){TAIL}*+)++"
_PIECE = pattern(
    f"(?:[oq]{TAIL}*+)*+(?:(?:w|rr?){TAIL}*+|{_RUN})?(?:[cd]{TAIL}*+)*+(?P<hang>(?: (?![zmvjl]))*+)"
)

#: The maximum number of characters in a row, per cell of its width: a million accents on one letter
#: make many rows, not one.
_CHARACTERS_PER_CELL = 32


def row_starts(text: str, start: int, end: int, width: int) -> "array[int]":
    """The starts of the rows of `text[start:end]`, in rows of `width` cells (at least 1).

    Lines end at CR, LF or both; `start` and `end` should not be inside a line end.
    """
    block = text[start:end]
    if is_plain(block):
        return _plain_rows(block, start, width)
    starts = array("L")
    for found in _LINE.finditer(block):
        if found.start() == found.end():
            continue
        if is_plain(found[1]):
            starts.extend(_plain_rows(found[0], start + found.start(), width))
        else:
            starts.extend(_unusual_rows(found[1], start + found.start(), width))
    return starts


@lru_cache(16)
def _row_pattern(width: int) -> re.Pattern[str]:
    """Matches one row of one-cell characters: as much as fits before white space, else all that
    fits."""
    return re.compile(
        rf"(?:[^\r\n]{{1,{width}}}(?=[ \t\r\n]|\Z)|[^\r\n]{{{width}}})?[ \t]*+(?:\r\n?|\n)?"
    )


def _plain_rows(block: str, offset: int, width: int) -> "array[int]":
    starts = array("L", [offset])
    starts.extend([offset + found.end() for found in _row_pattern(width).finditer(block)])
    # The pattern matches once more, empty, at the end of the block.
    return starts[:-2]


def _unusual_rows(line: str, offset: int, width: int) -> "array[int]":
    """The rows of one line, computed from the classes of its characters."""
    letters = classes(safe(line))
    edges = [0, *accumulate(class_widths(letters))]
    breaks = []
    hangs = []
    for piece in _PIECE.finditer(letters):
        breaks.append(piece.end())
        hangs.append(piece.start("hang"))
    starts = array("L")
    place = 0
    while place < len(letters):
        starts.append(offset + place)
        fits = bisect_right(edges, edges[place] + width, place + 1) - 1
        fits = min(fits, place + _CHARACTERS_PER_CELL * width)
        last = bisect_right(hangs, fits) - 1
        whole = last >= 0 and breaks[last] > place
        place = breaks[last] if whole else _cut(letters, place, fits)
    return starts


def _cut(letters: str, place: int, fits: int) -> int:
    """The break inside a piece: after the last cluster that fits, but after at least one."""
    reached = place
    for _, end in class_clusters(letters, place):
        if end > fits and reached > place:
            break
        reached = end
        if end >= fits:
            break
    return reached
