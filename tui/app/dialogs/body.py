"""A multi-line text field, safe for pasted text and text from other programs."""

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from tui.app.widgets.row_widget import is_announced
from tui.text import safe


class Body(TextArea):
    """Multi-line text, displayed safely and stored unchanged."""

    #: Whether Textual has computed the styles of cursor and selection.
    _is_styled = False
    #: The cached style; Textual would combine those of all ancestors for each row.
    _ground: Style | None = None

    def on_mount(self) -> None:
        # A blinking cursor would send data continuously over SSH.
        self.cursor_blink = False
        self.disable_messages(TextArea.Changed, TextArea.SelectionChanged)  # nobody listens

    def get_line(self, line_index: int) -> Text:
        return Text(safe(self.document.get_line(line_index)), end="", no_wrap=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows directly, and one for all below the text: Textual's way takes 3 ms for each
        letter."""
        if not self._is_styled:
            # Textual computes the styles each time it draws.
            self._is_styled = True
            super().render_lines(Region(0, 0, 1, 1))
        end = max(self.wrapped_document.height - self.scroll_offset.y, 0)
        drawn = {y: self._row(y) for y in {min(y, end) for y in crop.line_range}}
        return [drawn[min(y, end)].crop(*crop.column_span) for y in crop.line_range]

    def _row(self, y: int) -> Strip:
        """Row `y` of the widget, with its padding."""
        if self._ground is None:
            self._ground = self.rich_style
        ground, padding, width = self._ground, self.styles.padding, self.outer_size.width
        text = self.render_line(y).adjust_cell_length(width - padding.width, ground)
        row = [Segment(" " * padding.left, ground), *text, Segment(" " * padding.right, ground)]
        for line_filter in self.get_line_filters():
            row = line_filter.apply(row, self.background_colors[1])
        return Strip(row, width).simplify()

    def check_idle(self) -> None:
        """See what is to be done (called by Textual after each change)."""
        if not is_announced(self):
            super().check_idle()

    def notify_style_update(self) -> None:
        """Compute the styles again (called by Textual)."""
        super().notify_style_update()
        self._is_styled, self._ground = False, None
