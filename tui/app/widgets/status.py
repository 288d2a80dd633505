"""The last row of a screen: key hints and messages."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Size

from tui.app import keys
from tui.app.paint import Ink, Part, line, wrapped
from tui.app.widgets.row_widget import RowWidget
from tui.text import cells

#: Seconds for which a message is shown.
STAY = 6.0
#: The same for longer messages.
STAY_LONGER = 60.0
#: The maximum number of rows of a message: an error says what, where and what to do.
MAX_ROWS = 4


class Status(RowWidget):
    """Hints on the left, the name of the place or progress on the right; a message replaces both.

    Textual's own footer mounts a widget for every key at each change of focus; this is one row of
    text.
    """

    def __init__(self, ink: Ink, place: str = "", where: str = "") -> None:
        """`place` has the keys to hint at, as in the table of actions; `where` is its name."""
        super().__init__(ink, classes="status")
        self._place, self._where = place, where
        self._hints: tuple[keys.Hint, ...] = ()
        self._message = self._caption = ""
        self._is_error = self._in_filter = False
        self._round = 0

    def on_mount(self) -> None:
        self.hint()

    def hint_at(self, place: str) -> None:
        """Show the hints for a place from now on."""
        self._place = place
        self.hint()

    def hint_in_filter(self, is_typed: bool) -> None:
        """Show the hints for the filter of a list while it is typed; else those for its place."""
        self._in_filter = is_typed
        self.hint()

    def hint(self) -> None:
        """Show the hints for its place, with the keys that are in force now."""
        chosen = keys.chosen(self)
        if self._in_filter:
            self.show(keys.while_filtering(chosen))
        elif self._place:
            self.show(keys.footer(self._place, chosen))

    def show(self, hints: Sequence[keys.Hint]) -> None:
        """Show these hints."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def tell(self, words: str) -> None:
        """Show a text on the right, instead of the name of the place."""
        if words != self._where:
            self._where = words
            self.refresh()

    def caption(self, words: str) -> None:
        """Show a text instead of the hints, but for the last one, which leads to all others, until
        it is removed; messages take precedence."""
        if words != self._caption:
            self._caption = words
            self.refresh()

    def say(
        self, message: str, *, error: bool = False, stay: bool = False, seconds: float = STAY
    ) -> None:
        """Show a message; an error stays until the next message."""
        self._message, self._is_error = message, error
        self._round += 1
        # Only a message of several rows changes the layout, which is too slow for a keystroke.
        rows = len(wrapped(message, self.size.width - 2, MAX_ROWS)) if self.size.width else 1
        self.refresh(layout=max(1, rows) != self.size.height)
        if message and not error and not stay:
            spoken = self._round
            self.set_timer(seconds, lambda: self._hush(spoken))

    @property
    def has_message(self) -> bool:
        """Whether a message is shown."""
        return bool(self._message)

    def clear_message(self) -> None:
        """Remove the message."""
        if self._message:
            self.say("")

    def unsay(self, message: str) -> None:
        """Take a message away, if it is the one that stands there."""
        if message and message == self._message:
            self.say("")

    def row(self, y: int, width: int) -> list[Segment]:
        ink = self.ink
        parts: list[Part] = [(" ", ink.text)]
        if self._message:
            rows = wrapped(self._message, width - 2, MAX_ROWS)
            style = ink.error if self._is_error else ink.success
            parts.append((rows[y] if y < len(rows) else "", style))
            return line(parts, width, ink.surface)
        where: list[Part] = [(self._right, ink.muted)] if self._where else []
        hints = [
            part
            for hint in self._shown(width)
            for part in ((hint.sign, ink.accent), (f" {hint.title}  ", ink.muted))
        ]
        if self._caption:
            parts.append((self._caption, ink.text))
            return line(parts, width, ink.surface, right=[*hints, *where])
        return line([*parts, *hints], width, ink.surface, right=where)

    @property
    def _right(self) -> str:
        return f" {self._where} " if self._where else ""

    def _shown(self, width: int) -> Sequence[keys.Hint]:
        """The hints for which there is room in `width` cells; beside a caption the last one."""
        if self._message:
            return ()
        room = width - 1 - cells(self._right)
        if self._caption:
            last = self._hints[-1:]
            return last if cells(self._caption) + 2 + _columns(last) <= room else ()
        return _fitting(self._hints, room)

    def on_click(self, event: events.Click) -> None:
        """Do what the hint says that was clicked."""
        shown, width = self._shown(self.size.width), self.size.width
        left = width - cells(self._right) - _columns(shown) if self._caption else 1
        for hint in shown:
            right = left + cells(f"{hint.sign} {hint.title}")
            if left <= event.x < right:
                hint.press(self)
            left = right + 2

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(wrapped(self._message, width - 2, MAX_ROWS)))

    def _hush(self, spoken: int) -> None:
        if spoken == self._round:
            self.clear_message()


def _fitting(hints: Sequence[keys.Hint], room: int) -> list[keys.Hint]:
    """The hints that fit into `width` cells; the last one, which leads to all others, is always
    shown.

    >>> hints = [keys.Hint("/", "find"), keys.Hint("s", "search"), keys.Hint("?", "help")]
    >>> [hint.title for hint in _fitting(hints, 20)]
    ['find', 'help']
    """
    shown = list(hints)
    while len(shown) > 1 and _columns(shown) > room:
        del shown[-2]
    return shown


def _columns(hints: Sequence[keys.Hint]) -> int:
    """The cells that hints take: one space between key and title, two after them."""
    return sum(cells(hint.sign + hint.title) + 3 for hint in hints)
