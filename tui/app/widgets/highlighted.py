"""Highlights over the text of a document: figures, notes, matches.

After a change only the affected rows are redrawn.
"""

from collections.abc import Collection, Iterable

from rich.style import Style

from tui.app.widgets.selectable import Selectable
from tui.session import Marks, Matches, Span, Spans

#: The maximum number of spans that are redrawn row by row.
FEW = 20


class Highlighted(Selectable):
    """A pane with the text of a document; `Reader` adds the cursor and movement."""

    figures: Spans
    #: The index of the focused figure.
    focused_figure: int | None
    marks: Marks | None

    def row_of(self, offset: int) -> int:
        """The row that contains an offset."""
        raise NotImplementedError

    def forget(self) -> None:
        """Clear all highlights, for another document."""
        self.figures = Spans()
        self.focused_figure = None
        self._chrome = Spans()
        self.marks = None
        self.picked = self.dragged = None
        self._matches: Matches | None = None
        self._match_at: int | None = None

    def set_figures(self) -> None:
        """Highlight the figures and dim the page furniture, once they are extracted."""
        assert self.document is not None
        self.figures = Spans((figure.start, figure.end) for figure in self.document.figures)
        self._chrome = Spans(self.document.chrome)
        self.redraw()

    def set_marks(self, marks: Marks) -> None:
        """Update the highlights of notes."""
        before, self.marks = self.marks, marks
        if before is None:
            self.redraw()
        else:
            self._redraw_words(marks.changed_since(before))

    def set_matches(self, found: Matches | None, at: int | None = None) -> None:
        """Highlight the matches in this document, and the current one."""
        before, was = self._matches, self._match_here
        self._matches, self._match_at = found, at
        changed = {span for span in (was, self._match_here) if span and was != self._match_here}
        if found is not before:
            seen = self._seen()
            sides = [_within(seen, each.spans.items if each else ()) for each in (before, found)]
            changed.update(set(sides[0]) ^ set(sides[1]))
        self._redraw_words(changed)

    @property
    def _match_here(self) -> Span | None:
        """The current match."""
        if self._matches is None or self._match_at is None:
            return None
        return self._matches.spans.items[self._match_at]

    def rows_over(self, span: Span) -> range:
        """The rows that show a span."""
        start, end = span
        return range(self.row_of(start), self.row_of(max(start, end - 1)) + 1)

    def _redraw_words(self, spans: Collection[Span]) -> None:
        """Redraw these spans: their rows if they are few, else everything (4 ms).

        Cached rows out of view are dropped in any case.
        """
        spans = _within(self._seen(), spans) if spans else []
        if len(spans) > FEW:
            self.redraw()
            return
        self.forget_unseen()
        for span in spans:
            self.redraw(*self.rows_over(span))

    def _seen(self) -> Span:
        """The part of the text that is in view."""
        rows = self.layout_of.slice(self.scroll_offset.y, self.lines)
        return (rows[0].start, rows[-1].end) if rows else (0, 0)

    def overlays(self, start: int, stop: int) -> list[tuple[int, int, Style]]:
        """The highlights between two offsets, relative to `start`."""
        ink, layers = self.ink, []
        for _, (begin, end) in self._chrome.touching(start, stop):
            layers.append((begin, end, ink.chrome))
        if self.marks is not None:
            for mark in self.marks.touching(start, stop):
                style = ink.noted + ink.of(self.marks.symbol_of(mark.note))
                layers.append((mark.start or 0, mark.end or 0, style))
        figures = self.document.figures if len(self.figures) and self.document else []
        for number, (begin, end) in self.figures.touching(start, stop):
            layers.append((begin, end, ink.kind(figures[number].kind)))
            if number == self.focused_figure:
                layers.append((begin, end, ink.focused))
        if self._matches is not None:
            for number, (begin, end) in self._matches.spans.touching(start, stop):
                current = number == self._match_at
                layers.append((begin, end, ink.hit_current if current else ink.hit))
        layers += self.selected_overlays()
        return [(begin - start, end - start, style) for begin, end, style in layers]


def _within(seen: Span, spans: Iterable[Span]) -> list[Span]:
    """The parts of some spans that are in view.

    >>> _within((10, 20), [(0, 4), (8, 12), (15, 30), (20, 22)])
    [(10, 12), (15, 20)]
    """
    first, last = seen
    return [
        (max(start, first), min(end, last)) for start, end in spans if start < last and end > first
    ]
