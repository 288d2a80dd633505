"""The find line: finds words in the document, or filters a list, while they are typed."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.app import keys
from tui.app.widgets.field import Field


class FindLine(Horizontal):
    """A slash, the input, and the number of matches."""

    BINDINGS = keys.bindings("find")

    @dataclass
    class Changed(Message):
        """The input has changed."""

        words: str

    @dataclass
    class Stepped(Message):
        """Go to the next (1) or previous (-1) match, keeping the line open."""

        by: int

    @dataclass
    class Closed(Message):
        """The line was closed: `accepted`, or cancelled to return to where it was opened."""

        accepted: bool

    def __init__(self) -> None:
        super().__init__(id="find")
        self._field, self._count = Field(id="find-words"), Label(id="find-count", markup=False)

    def compose(self) -> ComposeResult:
        yield Label("/", id="find-slash", markup=False)
        yield self._field
        yield self._count

    def on_mount(self) -> None:
        self._field.on_change(self, self._type)

    def begin(self, words: str, wanted: str) -> None:
        """Open the line with this text; `wanted` says what can be typed."""
        self._field.placeholder = wanted
        self.count("")
        self.display = True
        self.screen.set_focus(self._field)
        self._field.put(words)

    def count(self, words: str) -> None:
        """Show the number of matches, without a new layout of the screen (5 ms)."""
        self._count.update(words, layout=False)

    def _type(self, words: str) -> None:
        self.post_message(self.Changed(words))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_find_accept()

    def action_find_accept(self) -> None:
        self.post_message(self.Closed(accepted=True))

    def action_find_cancel(self) -> None:
        self.post_message(self.Closed(accepted=False))

    def action_find_down(self) -> None:
        self.post_message(self.Stepped(1))

    def action_find_up(self) -> None:
        self.post_message(self.Stepped(-1))
