"""The last row of a screen: what can be done here, and what has just happened."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size

from tui.app.drawn import Drawn
from tui.app.paint import Ink, Part, line, wrapped
from tui.text import cells

#: Seconds that a message stays before the hints come back.
STAY = 6.0
#: Of one that says more than what has just happened.
STAY_LONGER = 60.0
#: Rows that a long message may take: an error says what, where and what to do.
MOST_ROWS = 4


class Status(Drawn):
    """Hints from the left, the name of the place or what goes on at the right; a message takes
    the place of both.

    Textual's own footer mounts a widget for every key at each change of focus; this is one row of
    text.
    """

    def __init__(self, ink: Ink, hints: Sequence[tuple[str, str]] = (), where: str = "") -> None:
        super().__init__(ink, classes="status")
        self._hints, self._where = tuple(hints), where
        self._message = self._caption = ""
        self._is_error = False
        self._round = 0

    def show(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show the hints of another place."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def tell(self, words: str) -> None:
        """Show these words at the right, where the name of the place is."""
        if words != self._where:
            self._where = words
            self.refresh()

    def caption(self, words: str) -> None:
        """Show words in the place of the hints until they are taken away; messages go before."""
        if words != self._caption:
            self._caption = words
            self.refresh()

    def say(
        self, message: str, *, error: bool = False, stay: bool = False, seconds: float = STAY
    ) -> None:
        """Say what happened; a word about an error stays until the next one."""
        self._message, self._is_error = message, error
        self._round += 1
        # Only a message of several rows changes the layout, which costs more than a key may.
        rows = len(wrapped(message, self.size.width - 2, MOST_ROWS)) if self.size.width else 1
        self.refresh(layout=max(1, rows) != self.size.height)
        if message and not error and not stay:
            spoken = self._round
            self.set_timer(seconds, lambda: self._hush(spoken))

    @property
    def is_speaking(self) -> bool:
        """Whether a message stands there."""
        return bool(self._message)

    def hush(self) -> None:
        """Take the message away."""
        if self._message:
            self.say("")

    def row(self, y: int, width: int) -> list[Segment]:
        ink = self.ink
        parts: list[Part] = [(" ", ink.text)]
        if self._message:
            rows = wrapped(self._message, width - 2, MOST_ROWS)
            style = ink.error if self._is_error else ink.success
            parts.append((rows[y] if y < len(rows) else "", style))
            return line(parts, width, ink.surface)
        if self._caption:
            parts.append((self._caption, ink.text))
        where: list[Part] = [(f" {self._where} ", ink.muted)] if self._where else []
        room = width - 1 - sum(cells(text) for text, _ in where)
        for key, title in () if self._caption else _fitting(self._hints, room):
            parts += [(key, ink.accent), (f" {title}  ", ink.muted)]
        return line(parts, width, ink.surface, right=where)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(wrapped(self._message, width - 2, MOST_ROWS)))

    def _hush(self, spoken: int) -> None:
        if spoken == self._round:
            self.hush()


def _fitting(hints: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """The hints that fit into so many cells; the last one, which leads to all others, stays.

    >>> _fitting([("/", "find"), ("s", "search"), ("?", "help")], 20)
    [('/', 'find'), ('?', 'help')]
    """
    shown = list(hints)
    # A blank stands between key and title, two behind them.
    while len(shown) > 1 and sum(cells(key + title) + 3 for key, title in shown) > room:
        del shown[-2]
    return shown
