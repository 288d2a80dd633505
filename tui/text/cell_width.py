"""Widths of text in terminal cells, and grapheme clusters.

The widths are those of Rich, which draws the screen, so that no row is cut or padded wrongly: each
character has a width, the one after U+200D has none, and U+FE0F widens some.

Unusual text is processed by *classes*: a string of the same length with one letter for each
character, on which short patterns find widths, clusters and (in wrap.py) line breaks.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from tui.patterns import pattern
from tui.text import width_tables
from tui.text.safe_text import safe

#: Characters that are one cell wide and form a cluster of their own (also as `safe` shows them).
#: Most news in Latin, Greek or Cyrillic script contains no others.
_PLAIN = (
    "\x00-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u200c\u200e-\u20cf\u2100-\u2319\u2500-\u25fc"
    "\ufffd"
)
_UNUSUAL = pattern(f"[^{_PLAIN}]")

#: Classes with their characters, or a table of ranges; the first match counts.
_CLASSES = {
    " ": " \t",  # white space
    "j": "\u200d",  # joins the characters at its sides
    "v": "\ufe0f",  # asks for the emoji form
    "q": "“‘",  # opening quotes, one cell
    "d": "”’…‥",  # closing quotes, one cell
    "o": "（［｛〈《「『【〔〖〘〚",  # opening brackets, two cells
    "c": "）］｝〉》」』】〕〗〙〛、。，．：；！？％々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ",
    "r": width_tables.FLAGS,
    "l": width_tables.LINKERS,
    "k": width_tables.CONSONANTS,
    "h": width_tables.HANGUL_LEADS,
    "g": width_tables.HANGUL,
    "z": width_tables.ZERO,
    "m": width_tables.MARKS,
    "p": width_tables.PREPENDED,
    "w": width_tables.WIDE,
    "e": width_tables.WIDENED,
}
_NARROW = "n"  # everything else
_CELLS = {"j": 0, "v": 0, "z": 0, "l": 0, "w": 2, "h": 2, "g": 2, "o": 2, "c": 2}
_CELLS_OF_CLASS = bytes(_CELLS.get(chr(number), 1) for number in range(256))

#: What extends a cluster: marks, U+FE0F, a linker with the consonant it links, U+200D with the next
#: character. At most 30 of each (Unicode's stream-safe limit), so that a letter with a million
#: marks is split. Otherwise clusters may be longer than those of UAX #29, never shorter.
BASE = "p{0,30}(?:rr|h{1,30}g?|.)"
TAIL = f"(?:[zmv]|l[zlj]{{0,30}}k?|j(?:{BASE})?)"
_CLUSTER = pattern(f"{BASE}{TAIL}{{0,30}}+")

_JOINED = pattern("j.")
_WIDENED = pattern("(e[zlj]*)v")


def cells(text: str) -> int:
    """The width of `safe(text)` in terminal cells, as Rich measures it.

    >>> cells("果敢"), cells("❤️"), cells("naïve")
    (4, 2, 5)
    """
    if is_plain(text):
        return len(text)
    return sum(class_widths(classes(safe(text))))


def offset_at_cell(text: str, cell: int) -> int:
    """The index of the character at column `cell` (from 0); `len(text)` beyond the end.

    Inside a cluster it is the index of the cluster's first character.

    >>> offset_at_cell("果敢 group", 3), offset_at_cell("果敢 group", 4)
    (1, 2)
    """
    if is_plain(text):
        return min(max(cell, 0), len(text))
    column = 0
    for start, _, width in clusters(text):
        column += width
        if column > cell:
            return start
    return len(text)


def clusters(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and width in cells of each grapheme cluster, in order."""
    letters = classes(safe(text))
    width = class_widths(letters)
    for start, end in class_clusters(letters):
        yield start, end, sum(width[start:end])


def is_plain(text: str) -> bool:
    """Whether every character of `text` is one cell wide and a cluster of its own."""
    return text.isascii() or not _UNUSUAL.search(text)


def classes(text: str) -> str:
    """One class letter for each character of a text made `safe`."""
    return text.translate(_class_table())


def class_widths(letters: str) -> bytes:
    """The width in cells of each character, given their classes."""
    if "j" in letters:
        letters = _JOINED.sub("jz", letters)
    if "v" in letters:
        letters = _WIDENED.sub(r"\1n", letters)
    return letters.encode("ascii").translate(_CELLS_OF_CLASS)


def class_clusters(letters: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The spans of the clusters from `start` on, given the classes."""
    return (found.span() for found in _CLUSTER.finditer(letters, start))


class _ClassTable(dict[int, str]):
    """The classes of code points, looked up once for each character that occurs."""

    #: Hostile text may contain every character there is: at this size the table is cleared.
    _MAX_SIZE = 20_000

    def __init__(self) -> None:
        super().__init__()
        self._ranges = []
        for letter, members in _CLASSES.items():
            bounds = sorted(_parse(members))
            self._ranges.append((letter, [a for a, _ in bounds], [b for _, b in bounds]))

    def __missing__(self, number: int) -> str:
        found = _NARROW
        for letter, starts, ends in self._ranges:
            place = bisect_right(starts, number) - 1
            if place >= 0 and number <= ends[place]:
                found = letter
                break
        if len(self) >= self._MAX_SIZE:
            self.clear()
        self[number] = found
        return found


def _parse(members: str) -> Iterator[tuple[int, int]]:
    if "\n" not in members:
        yield from ((ord(character), ord(character)) for character in members)
        return
    for item in members.split():
        first, _, last = item.partition("-")
        yield int(first, 16), int(last or first, 16)


@cache
def _class_table() -> _ClassTable:
    return _ClassTable()
