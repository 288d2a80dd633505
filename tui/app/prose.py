"""A pane of the program's own words: headings, keys, paragraphs; scrolled, and found in."""

from bisect import bisect_left
from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.app.lines import LinePane
from tui.app.paint import Ink, Part, runs, wrapped
from tui.text import safe, spell

#: Rows that one paragraph may take.
_MOST = 60


class Prose(LinePane):
    """A subclass says what the rows are, for any width."""

    def __init__(self, ink: Ink, *, id: str) -> None:  # noqa: A002
        super().__init__(ink, id=id)
        self._rows: list[list[Part]] = []
        self._sought = ""
        self._hits: list[int] = []
        self._at = 0

    def typeset(self) -> Iterator[list[Part]]:
        """The rows, for `self.columns`."""
        raise NotImplementedError

    def reshape(self) -> None:
        self._rows = list(self.typeset())
        self._look()
        self.redraw()
        self.measure()

    def wear(self, ink: Ink) -> None:
        super().wear(ink)
        self.reshape()

    @property
    def ground(self) -> Style:
        return self.ink.surface

    @property
    def rows(self) -> int:
        return len(self._rows)

    def draw(self, y: int, width: int) -> list[Segment]:
        text, overlays, ground = "", [], self.ground
        for words, style in ((spell(words), style) for words, style in self._rows[y]):
            overlays.append((len(text), len(text) + len(words), style))
            text += words
        overlays += [(a, b, self.ink.hit) for a, b in self._matches(text)]
        return list(Strip(runs(text, ground, overlays)).adjust_cell_length(width, ground))

    def step(self, by: int) -> None:
        self.scroll_row(self.scroll_offset.y + by)

    def leap(self, by: int) -> None:
        self.step(by)

    def go(self, to_end: bool) -> None:
        self.scroll_row(self.rows if to_end else 0)

    # Finding ----------------------------------------------------------------------------------

    def seek(self, words: str) -> tuple[int, int]:
        """Mark these words in every row; the number of the first row from here on that has them,
        from 1 (0 for none), and how many have them."""
        self._sought = safe(words.strip()).lower()
        self._look()
        self.redraw()
        self._at = bisect_left(self._hits, self.scroll_offset.y)
        return self.turn(0)

    def turn(self, by: int) -> tuple[int, int]:
        """Go `by` rows with the words further, round the end; as `seek`."""
        if not self._hits:
            return 0, 0
        self._at = (self._at + by) % len(self._hits)
        self.scroll_row(max(0, self._hits[self._at] - self.lines // 3))
        return self._at + 1, len(self._hits)

    def _look(self) -> None:
        texts = ("".join(words for words, _ in row) for row in self._rows)
        self._hits = [y for y, text in enumerate(texts) if any(self._matches(text))]

    def _matches(self, text: str) -> Iterator[tuple[int, int]]:
        folded, at = text.lower(), -1
        while self._sought and (at := folded.find(self._sought, at + 1)) >= 0:
            yield at, at + len(self._sought)

    # Setting rows -----------------------------------------------------------------------------

    def set_beside(
        self, label: str, label_style: Style, words: str, style: Style
    ) -> Iterator[list[Part]]:
        """A label, and words wrapped beside it."""
        rows = wrapped(words, self.columns - len(label) - 1, _MOST)
        for number, part in enumerate(rows or [""]):
            yield [(label if not number else " " * len(label), label_style), (part, style)]
