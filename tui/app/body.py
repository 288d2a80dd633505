"""Several lines to type into, safe for what is pasted or was written by another program."""

from rich.text import Text
from textual.widgets import TextArea

from tui.text import safe


class Body(TextArea):
    """Text of several lines, shown safely and kept as it is: one code point for one."""

    def on_mount(self) -> None:
        # As in a field: a cursor that blinks sends bytes for ever over SSH.
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        return Text(safe(self.document.get_line(line_index)), end="", no_wrap=True)
