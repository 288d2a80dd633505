"""A multi-line text field, safe for pasted text and text from other programs."""

from rich.text import Text
from textual.widgets import TextArea

from tui.text import safe


class Body(TextArea):
    """Multi-line text, displayed safely and stored unchanged."""

    def on_mount(self) -> None:
        # A blinking cursor would send data continuously over SSH.
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        return Text(safe(self.document.get_line(line_index)), end="", no_wrap=True)
