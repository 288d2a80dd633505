"""The reader pane: the wrapped text of a document with its highlights."""

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app import keys
from tui.app.paint import CURSOR_BAR, Ink, line, runs, wrapped
from tui.app.widgets.highlighted import Highlighted
from tui.app.widgets.selectable import GUTTER
from tui.documents import Document
from tui.session import Marks
from tui.text import Layout, cells, spell

#: Shown for an empty document.
EMPTY = "This document is empty. {document.next} opens the next one."


class Reader(Highlighted):
    """Shows one document. The cursor is an offset in its text."""

    class Moved(Message):
        """The reader moved the cursor to an offset."""

        def __init__(self, offset: int, clicked: bool = False) -> None:
            super().__init__()
            self.offset, self.clicked = offset, clicked

    class Resized(Message):
        """It shows more or less of the text, or other rows."""

    def __init__(self, ink: Ink, width: int) -> None:
        super().__init__(ink, id="reader")
        self._readable = width
        self._words: tuple[str, ...] = ()
        self._spoken: list[str] = []
        self._show(None)

    def _show(self, document: Document | None) -> None:
        self.document = document
        self.layout_of = Layout("", 1)
        self.cursor = 0
        self._top = 0
        self._leap_to: int | None = None
        self.forget()

    # What the desk tells --------------------------------------------------------------------

    def set_width(self, width: int) -> None:
        """Wrap the text to another width, keeping the words at the top of the viewport."""
        self._readable = width
        self.reshape()

    def say(self, *words: str) -> None:
        """Show a text of the program instead of a document."""
        self._show(None)
        self._words = words
        self._wrap()
        self.redraw()

    def show(self, document: Document, offset: int, marks: Marks | None) -> None:
        """Show a document with the cursor at an offset."""
        self._show(document)
        self._words = () if document.text.strip() else (EMPTY,)
        self.marks = marks
        self.cursor = offset
        self._wrap()
        self.redraw()
        self.place(offset)

    def place(self, offset: int, *, figure: int | None = None, centre: bool = False) -> None:
        """Move the cursor to an offset, focus a figure, and scroll it into view.

        If it was out of view it is scrolled to a third of the height, so that the text before it is
        visible.
        """
        if self.document is None:
            return
        if not self.lines:
            self.cursor, self.focused_figure = offset, figure
            return
        before = self.row_of(self.cursor)
        focused, self.focused_figure = self.focused_figure, figure
        self.cursor = offset
        row = self.row_of(offset)
        if self._leap_to is not None:
            self._scroll(self._leap_to)
            self._leap_to = None
            row = self.row_of(offset)
        height, top = self.lines, self.scroll_offset.y
        if not top <= row < top + height or centre:
            near = abs(row - top) <= height or abs(row - top - height) <= height
            if row < top and near and not centre:
                self._scroll(row)
            elif row >= top + height and near and not centre:
                self._scroll(row - height + 1)
            else:
                self._scroll(row - height // 3)
        if before != row:
            self.redraw(before, row)
        for number in {focused, figure}:
            if number is None or number >= len(self.figures) or focused == figure:
                continue
            self.redraw(*self.rows_over(self.figures.items[number]))

    def anticipate(self, by: int) -> None:
        """Reckon with `by` more rows, before the layout that brings them: what is said of its
        progress is then right in the same frame."""
        self.lines += by

    @property
    def progress(self) -> int:
        """The position of the viewport in the text, in percent."""
        if self.document is None or not self.document.text:
            return 0
        last = self.scroll_offset.y + self.lines
        if last >= self.rows:
            return 100
        return self.layout_of.row(max(0, last - 1)).end * 100 // len(self.document.text)

    # The line pane --------------------------------------------------------------------------

    @property
    def rows(self) -> int:
        if self._words:
            return len(self._spoken) + 1
        return len(self.layout_of)

    def draw(self, y: int, width: int) -> list[Segment]:
        if self._words:
            words = self._spoken[y - 1] if y else ""
            return line([(" " * GUTTER + words, self.ink.muted)], width, self.ground)
        row = self.layout_of.row(y)
        here = row.start <= self.cursor < row.end or (
            self.cursor == row.end == len(self.document.text if self.document else "")
        )
        ground = self.ground + self.ink.cursor if here else self.ground
        symbol = self.marks.symbol(row.start, row.end) if self.marks else None
        segments = [
            Segment(" " * self.margin_left, self.ground),
            Segment(spell(CURSOR_BAR) if here else " ", ground + self.ink.bar),
            Segment(
                spell(symbol.sign)[0] if symbol else " ",
                ground + self.ink.of(symbol) if symbol else ground,
            ),
            Segment(" ", ground),
        ]
        text = self.layout_of.shown(row)
        segments += runs(text, ground, self.overlays(row.start, row.visible_end))
        used = self.margin_left + GUTTER + cells(text)
        room = max(0, self.margin_left + GUTTER + self._measure - used) if here else 0
        segments.append(Segment(" " * room, ground))
        segments.append(Segment(" " * max(0, width - used - room), self.ground))
        if used <= width and not self._has_mouse:
            return segments
        strip = Strip(segments, max(used, width)).crop(0, width)
        return list(strip.apply_offsets(0, y))

    def step(self, by: int) -> None:
        if self.document is None or not self.document.text:
            return
        row = max(0, min(self.row_of(self.cursor) + by, self.rows - 1))
        self.tell(self.Moved(self.layout_of.row(row).start))

    def go(self, to_end: bool) -> None:
        if self.document is not None:
            end = len(self.document.text)
            self.tell(self.Moved(max(0, end - 1) if to_end else 0))

    def leap(self, by: int) -> None:
        if self.document is None:
            return
        # `place` scrolls the viewport together with the cursor: one frame instead of two.
        self._leap_to = self.scroll_offset.y + by
        row = max(0, min(self.row_of(self.cursor) + by, self.rows - 1))
        self.tell(self.Moved(self.layout_of.row(row).start))

    def reshape(self) -> None:
        """Wrap again if the width has changed, keeping the words at the top of the viewport."""
        if self.layout_of.width != self._measure:
            top = self._top
            self._wrap()
            self.redraw()
            self._scroll(self.row_of(top))
            self.place(self.cursor, figure=self.focused_figure)

    def on_resize(self) -> None:
        super().on_resize()
        self.tell(self.Resized())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._arrive(round(new_value))

    def on_click(self, event: events.Click) -> None:
        if self._words or self.is_on_bar(event):
            return
        offset = self.offset_under(event)
        if offset is not None:
            self.tell(self.Moved(offset, clicked=True))

    # Inside -----------------------------------------------------------------------------------

    @property
    def _measure(self) -> int:
        """The width of the text in cells."""
        return max(1, min(self._readable, self.columns - GUTTER - 1))

    @property
    def margin_left(self) -> int:
        """The space left of the gutter, if the pane is wider than the text."""
        return max(0, (self.columns - GUTTER - self._measure) // 2)

    def _wrap(self) -> None:
        said = (keys.said(self, words) for words in self._words)
        self._spoken = [row for words in said for row in wrapped(words, self._measure, 9)]
        self.layout_of = Layout(self.document.text if self.document else "", self._measure)
        self.measure()

    def row_of(self, offset: int) -> int:
        """The row that contains an offset; the viewport stays where it is."""
        before = self.rows
        row = self.layout_of.row_of(offset)
        if self.rows != before:
            self._stay()
            row = self.layout_of.row_of(offset)
        return row

    def _arrive(self, y: int) -> None:
        """Wrap what is in view, and remember the offset at its top.

        The numbers of rows beyond are estimates and may change; the offset does not
        (`tui.text.Layout`).
        """
        before = self.rows
        seen = self.layout_of.slice(y, self.lines + 1)
        self._top = seen[0].start if seen else 0
        if self.rows != before:
            self._stay()

    def _stay(self) -> None:
        """Scroll to the remembered offset after row numbers have changed."""
        self.redraw()
        self.measure()
        y = self.layout_of.row_of(self._top)
        if y != self.scroll_offset.y:
            self.scroll_row(y)

    def _scroll(self, y: int) -> None:
        self._arrive(max(0, min(y, self.rows - self.lines)))
        self.scroll_row(self.layout_of.row_of(self._top))
