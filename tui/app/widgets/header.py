"""The first row of the desk: the headings of the panes."""

from typing import NamedTuple

from rich.segment import Segment

from tui.app.paint import Ink, fit
from tui.app.widgets.row_widget import LEVEL, RowWidget
from tui.text import cells, safe, spell


class Heading(NamedTuple):
    """The heading of one pane: its width in columns (0: all), its title, and a text at its end."""

    width: int
    title: str
    end: str
    has_focus: bool


class Header(RowWidget):
    """One row for all headings.

    With Textual's borders a changed title would redraw its whole pane, and a changed focus would
    lay out the screen (22 ms).
    """

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, classes="header")
        self._headings: list[Heading] = []

    def show(self, headings: list[Heading]) -> None:
        """Show these headings from left to right."""
        if headings != self._headings:
            self._headings = headings
            self.refresh()

    def row(self, y: int, width: int) -> list[Segment]:
        segments = [
            part
            for heading in self._headings
            for part in self._segments(heading, heading.width or width)
        ]
        return Segment.adjust_line_length(segments, width, self.ink.surface)

    def _segments(self, heading: Heading, width: int) -> list[Segment]:
        ink = self.ink
        rule, line = (ink.focus, spell("━")) if heading.has_focus else (ink.border, spell(LEVEL))
        has_room = heading.end and width > len(heading.end) + 12
        end = f" {safe(spell(heading.end))} " if has_room else ""
        title = fit(heading.title, width - cells(end) - 4)
        fill = max(0, width - cells(title) - cells(end) - 4)
        segments = [
            Segment(line, ink.surface + rule),
            Segment(f" {title} ", ink.surface + (ink.title if heading.has_focus else ink.muted)),
            Segment(line * fill, ink.surface + rule),
            Segment(end, ink.surface + ink.muted),
            Segment(line, ink.surface + rule),
        ]
        return Segment.adjust_line_length(segments, width, ink.surface)
