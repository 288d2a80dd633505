r"""Lays out a text of any size in rows of a given width, wrapping only the parts that are viewed.

The text is divided into blocks of about 32 kB. Until a block is wrapped, the number of its rows is
an estimate; it is wrapped when one of its rows is requested.

**Keeping the place.** The number of a row changes when an estimate before it turns out wrong; the
offset of its first character never does. So remember the *offset* at the top of the viewport, and
find its row again after anything that may wrap blocks:

    layout = Layout(text, width)
    top = 0                                     # an offset: remember this
    rows = layout.slice(layout.row_of(top), height)
    top = layout.row(layout.row_of(top) + 5).start       # five rows down
    y = layout.row_of(top)                      # the same words, maybe with another number
    layout = Layout(text, new_width)            # after a resize: the same again
"""

from array import array
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from tui.patterns import pattern
from tui.text.cell_width import cells, classes, is_plain
from tui.text.safe_text import safe
from tui.text.wrap import row_starts

#: Characters in a block, in plain ASCII and elsewhere: wrapping one takes 1 to 7 ms.
_ASCII_BLOCK = 32 * 1024
_BLOCK = 8 * 1024

#: The share of cells that a row filled with words uses.
_FILLED = 0.94

#: Two characters (classes, see cell_width.py) between which a block may end within a word.
_SEAM = pattern("[ nekwgoqcd](?=[nekwgoqcd])")


class Row(NamedTuple):
    """One row: `text[start:visible_end]` is shown, the white space from there to `end` is not."""

    start: int
    visible_end: int
    end: int


class Layout:
    """`text` in rows of at most `width` cells; not thread-safe.

    Every character belongs to one row; row n ends where row n + 1 starts. Only a single cluster
    wider than `width` makes a wider row. An empty text has no rows.

    >>> layout = Layout("In 果敢, six were held.", 10)
    >>> [layout.shown(row) for row in layout.slice(0, 9)]
    ['In 果敢,', 'six were', 'held.']
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self._bounds = _block_bounds(text)
        self._rows: list[array[int] | None] = [None] * (len(self._bounds) - 1)
        self._counts = self._estimates()
        self._firsts: list[int] | None = None

    def __len__(self) -> int:
        """The number of rows; an estimate until all blocks are wrapped."""
        return self._first_rows()[-1]

    def row(self, y: int) -> Row:
        """The row with this number, clamped to the first or last. Raises `IndexError` if the text
        is empty."""
        if not self.text:
            raise IndexError("an empty text has no rows")
        return self._row(*self._locate(min(max(y, 0), len(self) - 1)))

    def slice(self, y: int, count: int) -> list[Row]:
        """Up to `count` rows from number `y` on."""
        found: list[Row] = []
        if not 0 <= y < len(self):
            return found
        block, index = self._locate(y)
        while len(found) < count and block < len(self._rows):
            end = min(len(self._block(block)), index + count - len(found))
            found += [self._row(block, place) for place in range(index, end)]
            block, index = block + 1, 0
        return found

    def row_of(self, offset: int) -> int:
        """The number of the row that holds the character at `offset`; wraps the block it is in."""
        if not self._rows:
            return 0
        block = min(bisect_right(self._bounds, max(offset, 0)), len(self._rows)) - 1
        index = max(bisect_right(self._block(block), offset) - 1, 0)
        return self._first_rows()[block] + index

    def shown(self, row: Row) -> str:
        """What the screen shows of a row: safe, with blanks for tabs, one code point for one."""
        return safe(self.text[row.start : row.visible_end].replace("\t", " "))

    def _locate(self, y: int) -> tuple[int, int]:
        """The block of row `y` and its place therein; wraps blocks until it is sure."""
        while True:
            block = min(bisect_right(self._first_rows(), y), len(self._rows)) - 1
            before = self._counts[block]
            if len(self._block(block)) == before or block == len(self._rows) - 1:
                return block, min(y - self._first_rows()[block], self._counts[block] - 1)

    def _row(self, block: int, index: int) -> Row:
        starts = self._block(block)
        start = starts[index]
        end = starts[index + 1] if index + 1 < len(starts) else self._bounds[block + 1]
        visible = len(self.text[start:end].rstrip(" \t\r\n"))
        return Row(start, start + visible, end)

    def _block(self, block: int) -> "array[int]":
        """The starts of the rows of a block; wraps it if necessary."""
        rows = self._rows[block]
        if rows is None:
            start, end = self._bounds[block : block + 2]
            rows = self._rows[block] = row_starts(self.text, start, end, self.width)
            if len(rows) != self._counts[block]:
                self._counts[block] = len(rows)
                self._firsts = None
        return rows

    def _first_rows(self) -> list[int]:
        """The number of the first row of each block, and the total number of rows."""
        if self._firsts is None:
            self._firsts = [0, *accumulate(self._counts)]
        return self._firsts

    def _estimates(self) -> list[int]:
        """The estimated number of rows of each block, from its line ends and length."""
        text, width = self.text, self.width
        ends = "\r" if "\r" in text and "\n" not in text else "\n"
        ascii_only = text.isascii()
        estimates = []
        for start, end in zip(self._bounds, self._bounds[1:], strict=False):
            lines = text.count(ends, start, end)
            length: float = end - start
            if not ascii_only and length:
                sample = text[start : start + 32]
                length *= cells(sample) / len(sample)
            estimates.append(max(lines, int(lines / 2 + length / (width * _FILLED)), 1))
        return estimates


def _block_bounds(text: str) -> "array[int]":
    """The starts of the blocks, and the end of the text; takes a few ms for 10 MB."""
    size = _ASCII_BLOCK if text.isascii() else _BLOCK
    bounds = array("L", [0])
    place = 0
    while len(text) - place > size:
        place = _block_end(text, place, place + size)
        bounds.append(place)
    if place < len(text):
        bounds.append(len(text))
    return bounds


def _block_end(text: str, start: int, limit: int) -> int:
    """The best end of a block after `start` and at most at `limit`: a line end, a space, or a
    seam."""
    place = text.rfind("\n", start, limit) + 1
    if place:
        return place
    # A CR at the very end may belong to a CR LF.
    place = text.rfind("\r", start, limit - 1) + 1
    if place:
        return place
    place = text.rfind(" ", start + 1, limit) + 1
    if place and is_plain(text[place]):
        return place
    window = max(start + 1, limit - 64)
    seams = [found.end() for found in _SEAM.finditer(classes(safe(text[window:limit])))]
    return window + seams[-1] if seams else limit - text.startswith("\r\n", limit - 1)
