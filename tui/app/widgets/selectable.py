"""Selecting text in a pane, with the mouse or the keyboard."""

from rich.style import Style
from textual import events
from textual.selection import Selection

from tui.app.widgets.line_pane import LinePane
from tui.documents import Document
from tui.session import Span
from tui.text import Layout, offset_at_cell, safe

#: The width of the gutter: cursor bar, note sign and a space.
GUTTER = 3


class Selectable(LinePane):
    """A pane with the text of a document, in which text can be selected."""

    ALLOW_SELECT = True

    document: Document | None
    layout_of: Layout
    #: The span selected with the keyboard.
    picked: Span | None = None
    #: The span selected with the mouse.
    dragged: Span | None = None
    # Rows contain the data for mouse selection only once the mouse is used: it doubles the time to
    # draw them.
    _has_mouse = False
    #: Where the mouse was pressed before that, at its first event: Textual cannot know.
    _pressed: int | None = None

    @property
    def margin_left(self) -> int:
        """The space left of the gutter in cells."""
        raise NotImplementedError

    def set_selection(self, picked: Span | None) -> None:
        """Show what is selected with the keyboard."""
        if picked != self.picked:
            self.picked = picked
            self.redraw()

    def selected_overlays(self) -> list[tuple[int, int, Style]]:
        """The selection as an overlay; underlined, so that it is visible without colours."""
        spans = (span for span in (self.dragged, self.picked) if span)
        return [(*span, self.ink.selection + Style(underline=True)) for span in spans]

    def on_enter(self) -> None:
        if not self._has_mouse:
            self._has_mouse = True
            self.redraw()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed = None if self._has_mouse else self.offset_under(event)

    def offset_under(self, event: events.MouseEvent) -> int | None:
        """The character under the mouse; None below the text."""
        y = event.y + self.scroll_offset.y
        if self.document is None or y >= len(self.layout_of):
            return None
        row = self.layout_of.row(y)
        column = max(0, event.x - self.margin_left - GUTTER)
        return row.start + offset_at_cell(self.layout_of.shown(row), column)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text for the clipboard, made safe line by line."""
        span = self._span(selection)
        if self.document is None or span is None:
            return None
        lines = self.document.text[slice(*span)].replace("\r\n", "\n").split("\n")
        return "\n".join(map(safe, lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.dragged = self._span(selection)
        self.redraw()

    def _span(self, selection: Selection | None) -> Span | None:
        if selection is None or self.document is None:
            return None
        ends = (0, len(self.document.text)) if self._pressed is None else (self._pressed,) * 2
        start, end = (
            unknown if offset is None else self._offset(offset.x, offset.y)
            for offset, unknown in zip(selection, ends, strict=True)
        )
        return (min(start, end), max(start, end)) if start != end else None

    def _offset(self, x: int, y: int) -> int:
        row = self.layout_of.row(max(0, min(y, self.rows - 1)))
        return min(row.start + max(0, x - self.margin_left - GUTTER), row.visible_end)
