"""The cursor: an offset in the open document, possibly with a focused figure and a selection."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.session.spans import Span

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure

_start, _end = attrgetter("start"), attrgetter("end")
#: Characters searched for the next word.
_REACH = 2_000


class Cursor:
    """A position in a document, with movement from figure to figure, and selection by words."""

    def __init__(self) -> None:
        self.document: Document | None = None
        self.offset = 0
        #: Index of the focused figure in `document.figures`, or None.
        self.figure: int | None = None
        #: The offset where the selection starts, or None.
        self.origin: int | None = None
        self._awaits_figure = False

    # Figures ----------------------------------------------------------------------------------

    def move(self, offset: int) -> None:
        """Move the cursor to an offset, which is clamped to the text; no figure stays focused."""
        assert self.document is not None
        self.offset = max(0, min(offset, len(self.document.text)))
        self.figure = None

    def focus_figure(self, number: int) -> Figure:
        """Focus a figure by its index, and move the cursor to it."""
        assert self.document is not None
        figure = self.document.figures[number]
        self.move(figure.start)
        self.figure = number
        return figure

    def focus_figure_at(self, offset: int) -> Figure | None:
        """Focus the figure that starts at `offset`; None if there is none."""
        figures = self.document.figures if self.document else []
        number = bisect_left(figures, offset, key=_start)
        if number < len(figures) and figures[number].start == offset:
            return self.focus_figure(number)
        return None

    def step_figure(self, by: int) -> Figure | None:
        """Focus the figure `by` steps from the cursor; None at the end of the text."""
        if not self.document or not self.document.figures:
            return None
        figures = self.document.figures
        if self.figure is not None:
            number = self.figure + by
        elif by > 0:
            number = bisect_left(figures, self.offset, key=_start) + by - 1
        else:
            number = bisect_left(figures, self.offset, key=_start) + by
        number = max(0, min(number, len(figures) - 1))
        if number == self.figure or (figures[number].start < self.offset) == (by > 0):
            return None
        return self.focus_figure(number)

    def nearest_figure(self) -> int | None:
        """Index of the focused figure, else of the one under the cursor or the next."""
        if self.figure is not None or not self.document or not self.document.figures:
            return self.figure
        figures = self.document.figures
        return min(bisect_right(figures, self.offset, key=_end), len(figures) - 1)

    def await_figure(self) -> None:
        """Focus the figure at the cursor, now or as soon as the figures are extracted."""
        self._awaits_figure = True
        if self.document is not None and self.document.is_extracted:
            self.refocus()

    def lose_figures(self) -> None:
        """Prepare for figures that are extracted again: the focused one is awaited."""
        self._awaits_figure = self.figure is not None
        self.figure = None

    def refocus(self) -> None:
        """Focus the figure that is awaited, after the figures were extracted."""
        if self._awaits_figure and self.figure is None:
            self.focus_figure_at(self.offset)
        self._awaits_figure = False

    # Selecting words --------------------------------------------------------------------------

    def select(self) -> None:
        """Start a selection at the word under the cursor, or at the focused figure."""
        if self.document is not None and self.document.text.strip():
            self.origin = self._word(self.offset)[0]
            if self.figure is not None:
                self.offset = self.document.figures[self.figure].end - 1
            self.figure = None

    def unselect(self) -> None:
        """Clear the selection."""
        self.origin = None

    @property
    def selection(self) -> Span | None:
        """The span from the first word to the word under the cursor, both included."""
        if self.origin is None or self.document is None:
            return None
        (_, first), (last, end) = self._word(self.origin), self._word(self.offset)
        return min(self.origin, last), max(first, end)

    def step_word(self, by: int) -> None:
        """Move the cursor by words."""
        assert self.document is not None
        text, offset = self.document.text, self.offset
        for _ in range(abs(by)):
            start, end = self._word(offset)
            if by > 0:
                found = _words().search(text, end, end + _REACH)
                offset = found.start() if found else offset
            else:
                before = list(_words().finditer(text, max(0, start - _REACH), start))
                offset = before[-1].start() if before else start
        self.move(offset)

    def _word(self, offset: int) -> Span:
        """The word at `offset`, or the next one after it."""
        assert self.document is not None
        text = self.document.text
        begin = max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset), offset - _REACH) + 1
        for found in _words().finditer(text, begin, offset + _REACH):
            if found.end() > offset:
                return found.span()
        return offset, min(offset + 1, len(text))


@cache
def _words() -> re.Pattern[str]:
    """A number with its separators, a word, any other character; of Chinese and kana each
    character."""
    return re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d\u3040-\u30ff\u3400-\u9fff]+|\S")
