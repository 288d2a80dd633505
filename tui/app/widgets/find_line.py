"""The find line: finds words in the document, or filters a list, while they are typed."""

from typing import ClassVar

from rich.segment import Segment
from textual.message import Message

from tui.app import keys
from tui.app.widgets.field import Field

#: What stands before the words, and the cells after them, for the number of matches.
_SLASH, _COUNT = " / ", 20


class FindLine(Field):
    """A slash, the words, and the number of matches, in one row that is drawn as a whole.

    Made of three widgets, it took 2 ms more to lay out and to tell each of what happens.
    """

    BINDINGS = keys.bindings("find")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"find--slash", "find--count"}

    class Typed(Message):
        """Other words were typed."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Stepped(Message):
        """Go to the next (1) or previous (-1) match, keeping the line open."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Closed(Message):
        """The line was closed: `accepted`, or cancelled to return to where it was opened."""

        def __init__(self, *, accepted: bool) -> None:
            super().__init__()
            self.accepted = accepted

    def __init__(self) -> None:
        super().__init__(id="find")
        self._found = ""
        self._is_opening = False

    def on_mount(self) -> None:
        self.on_change(self, self._type)

    def begin(self, words: str, wanted: str) -> None:
        """Open the line with this text, whatever is found; `wanted` says what can be typed."""
        self.placeholder, self._found = wanted, ""
        self.display = True
        self._is_opening = True
        self.put(words)
        self._is_opening = False
        self.screen.set_focus(self, scroll_visible=False)

    def count(self, words: str) -> None:
        """Show the number of matches."""
        if words != self._found:
            self._found = words
            self.refresh()

    def left_of_words(self) -> list[Segment]:
        return [Segment(_SLASH, self.style_of("find--slash"))]

    def right_of_words(self) -> list[Segment]:
        words = self._found[: _COUNT - 2]
        style = self.style_of("find--count")
        return [Segment(f"{words:>{_COUNT - 1}} ", style)]

    def _type(self, words: str) -> None:
        if not self._is_opening:
            self._tell(self.Typed(words))

    def _tell(self, message: Message) -> None:
        self.screen.post_message(message.stop())

    async def action_submit(self) -> None:
        """Keep what was found (called by Textual)."""
        self.action_find_accept()

    def action_find_accept(self) -> None:
        self._tell(self.Closed(accepted=True))

    def action_find_cancel(self) -> None:
        self._tell(self.Closed(accepted=False))

    def action_find_down(self) -> None:
        self._tell(self.Stepped(1))

    def action_find_up(self) -> None:
        self._tell(self.Stepped(-1))
