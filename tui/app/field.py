"""A line of text to type into, safe for what is pasted."""

from textual.actions import SkipAction
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.text import safe


class Field(Input):
    """A line of text. A control character that is pasted becomes its visible sign."""

    # As every widget has it, but without laying out the whole screen at each letter (8 ms): a field
    # takes the width that it is given.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def on_mount(self) -> None:
        # Nothing moves by itself on this desk; a cursor that blinks sends bytes for ever over SSH.
        self.cursor_blink = False

    def action_copy(self) -> None:
        """Leave `ctrl+c` to the dialog, which it closes; what is selected, the terminal copies."""
        raise SkipAction

    def insert_text_at_cursor(self, text: str) -> None:
        super().insert_text_at_cursor(safe(text))

    def insert(self, text: str, index: int) -> None:
        super().insert(safe(text), index)

    def replace(self, text: str, start: int, end: int) -> None:
        super().replace(safe(text), start, end)
