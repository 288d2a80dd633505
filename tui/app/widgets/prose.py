"""A scrollable pane for the program's own text: headings, keys, paragraphs; can be searched."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.app.paint import Ink, Part, runs, wrapped
from tui.app.widgets.line_pane import LinePane
from tui.text import safe, spell

#: The maximum number of rows of a paragraph.
_MAX_ROWS = 60


class Prose(LinePane):
    """Base class; subclasses produce the rows for a width."""

    def __init__(self, ink: Ink, *, id: str) -> None:
        super().__init__(ink, id=id)
        self._rows: list[list[Part]] = []
        self._sought = ""
        #: The first row of each match, the highlights of each row, and the current match.
        self._matches: list[int] = []
        self._marks: dict[int, list[tuple[int, int]]] = {}
        self._at = 0

    def typeset(self) -> Iterator[list[Part]]:
        """The rows, for `self.columns`."""
        raise NotImplementedError

    def reshape(self) -> None:
        self._rows = list(self.typeset())
        self._look()
        self.redraw()
        self.measure()

    def set_ink(self, ink: Ink) -> None:
        super().set_ink(ink)
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
        overlays += [(start, end, self.ink.hit) for start, end in self._marks.get(y, ())]
        return list(Strip(runs(text, ground, overlays)).adjust_cell_length(width, ground))

    def step(self, by: int) -> None:
        self.scroll_row(self.scroll_offset.y + by)

    def leap(self, by: int) -> None:
        self.step(by)

    def go(self, to_end: bool) -> None:
        self.scroll_row(self.rows if to_end else 0)

    # Finding ----------------------------------------------------------------------------------

    def seek(self, words: str) -> tuple[int, int]:
        """Highlight all matches of `words`; returns the number of the first match from here on
        (from 1; 0 for none), and how many there are."""
        self._sought = " ".join(safe(words).lower().split())
        self._look()
        self.redraw()
        self._at = bisect_left(self._matches, self.scroll_offset.y)
        return self.turn(0)

    def turn(self, by: int) -> tuple[int, int]:
        """Go `by` matches further, wrapping around; returns the same as `seek`."""
        if not self._matches:
            return 0, 0
        self._at = (self._at + by) % len(self._matches)
        self.scroll_row(max(0, self._matches[self._at] - self.lines // 3))
        return self._at + 1, len(self._matches)

    def _look(self) -> None:
        """Find the matches, also across row ends."""
        self._matches, self._marks = [], {}
        if not self._sought:
            return
        begins, leads, whole = [], [], ""
        for row in self._rows:
            text = "".join(spell(words) for words, _ in row)
            begins.append(len(whole))
            leads.append(len(text) - len(text.lstrip()))
            whole += text.strip().lower() + " "
        at, length = -1, len(self._sought)
        while (at := whole.find(self._sought, at + 1)) >= 0:
            rows = range(bisect_right(begins, at) - 1, bisect_left(begins, at + length))
            self._matches.append(rows[0])
            for y in rows:
                start, end = max(at - begins[y], 0), at + length - begins[y]
                self._marks.setdefault(y, []).append((start + leads[y], end + leads[y]))

    # Setting rows -----------------------------------------------------------------------------

    def set_beside(
        self, label: str, label_style: Style, words: str, style: Style
    ) -> Iterator[list[Part]]:
        """A label, with text wrapped next to it."""
        rows = wrapped(words, self.columns - len(label) - 1, _MAX_ROWS)
        for number, part in enumerate(rows or [""]):
            yield [(label if not number else " " * len(label), label_style), (part, style)]
