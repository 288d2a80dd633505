"""A figure with its sentence: one side of the comparison."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.app.paint import Ink, fit_ends, line, runs
from tui.app.widgets.header import Header, Heading
from tui.app.widgets.row_widget import RowWidget
from tui.facts import Fact, shared_spans
from tui.text import Layout, cells
from tui.wording import summary

#: The maximum number of characters of a sentence that are shown.
_LONGEST = 4_000
#: Cells of a heading used by neither its title nor its end.
_AROUND = 8
#: Cells from which the ends of a file name tell what file it is.
_LEAST = 16
#: Signs for line breaks within a sentence.
_BLANKS = str.maketrans("\t\r\n", "   ")


class Sentence(RowWidget):
    """The sentence of a fact, with its figure and the shared words highlighted."""

    def __init__(self, ink: Ink, resized: Callable[[], None]) -> None:
        super().__init__(ink, classes="sentence")
        self._resized = resized
        self._shown: tuple[Fact | None, frozenset[str]] = (None, frozenset())
        self._words = ""
        self._marks: list[tuple[int, int, str]] = []
        self._layout: Layout | None = None
        self._top = 0

    def show(self, fact: Fact | None, shared: frozenset[str]) -> None:
        """Show the sentence of a fact, or nothing if there is none; the one that is shown stays as
        it is, since a verdict is on its figure and not in it."""
        if (fact, shared) == self._shown:
            return
        self._shown = fact, shared
        self._words, self._marks = "", []
        if fact is not None:
            start, end = fact.figure.sentence
            self._words = fact.document.text[start : min(end, start + _LONGEST)].translate(_BLANKS)
            self._marks = [(a - start, b - start, "") for a, b in shared_spans(fact, shared)]
            figure = fact.figure
            self._marks.append((figure.start - start, figure.end - start, figure.kind))
        self._wrap()

    def on_resize(self) -> None:
        self._wrap()
        self._resized()

    def row(self, y: int, width: int) -> list[Segment]:
        ink, ground = self.ink, self.ink.ground
        if self._layout is None or y + self._top >= len(self._layout):
            return line([], width, ground)
        row = self._layout.row(y + self._top)
        at = row.start
        overlays = [(start - at, end - at, self._style(kind)) for start, end, kind in self._marks]
        text = self._layout.shown(row)
        style = ink.text if self._marks else ink.muted
        segments = [Segment(" ", ground), *runs(text, ground + style, overlays)]
        room = max(0, width - 1 - cells(text))
        return Segment.adjust_line_length([*segments, Segment(" " * room, ground)], width, ground)

    def _style(self, kind: str) -> Style:
        return self.ink.kind(kind) + self.ink.focused if kind else self.ink.match

    def _wrap(self) -> None:
        """Wrap the sentence; of a long one, the rows around the figure are shown."""
        width, height = self.size
        self._layout, self._top = None, 0
        if self._words and width > 2:
            self._layout = Layout(self._words, width - 2)
            rows = len(self._layout.slice(0, _LONGEST))
            if self._marks and rows > height:
                at = self._layout.row_of(self._marks[-1][0])
                self._top = max(0, min(at - 1, rows - height))
        self.refresh()


class Statement(Vertical):
    """A heading with the figure and its place, and the sentence below."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(classes="statement")
        self._header, self._sentence = Header(ink), Sentence(ink, self._head)
        self._fact: Fact | None = None
        self._title = ""
        self._has_focus = False

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._sentence

    def show(
        self,
        fact: Fact | None,
        shared: frozenset[str],
        *,
        title: str = "",
        sign: str = "",
        has_focus: bool = False,
    ) -> None:
        """Show a fact with the shared words highlighted and the sign of its verdict; or a title."""
        self._fact, self._has_focus = fact, has_focus
        self._title = f"{sign} {summary(fact.figure)}".lstrip() if fact else title
        self._sentence.show(fact, shared)
        self._head()

    def _head(self) -> None:
        """Show the figure, and as much of its place as fits."""
        place = ""
        if self._fact is not None:
            at = self._fact.document.line_of(self._fact.figure.start)
            named = f"{self._fact.document.name.rpartition('/')[2]}:{at}"
            room = self._sentence.size.width - cells(self._title) - _AROUND
            place = fit_ends(named, named, room) if room >= _LEAST else f"line {at}"
            place = place if cells(place) <= room else ""
        self._header.show([Heading(0, self._title, place, self._has_focus)])
