"""A screen over the desk, which can be left once."""

from collections.abc import Callable
from typing import TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget

#: Seconds after the last key until what takes longer than a key may follows it.
FOLLOWS = 0.05

Result = TypeVar("Result")


def framed(name: str, title: str, *parts: Widget) -> Vertical:
    """The box of a dialog: its parts one below the other, in a frame with a title."""
    box = Vertical(*parts, classes="dialog", id=name)
    box.border_title = title
    return box


class Dialog(ModalScreen[Result]):
    """A modal screen. A key that comes when it has been left already does nothing more.

    Two keys can arrive in one read of the terminal; of Textual's own, the second would take the
    screen below away, at last the desk.
    """

    _following: Timer | None = None

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, with what came of it, if no other dialog stands over this one.

        `is_current` is true of a dialog below another as well, which would be taken away instead.
        """
        if self._following is not None:
            self._following.stop()
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def follow(self, show: Callable[[], None]) -> None:
        """Show something when no other key comes; what waited to be shown before is not."""
        if self._following is not None:
            self._following.stop()
        self._following = self.set_timer(FOLLOWS, show)

    # Textual styles, lays out and draws a screen twice when it opens (10 ms).

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the styles as they were made when the widgets came (Textual's own follows)."""
        event.refresh_styles = False

    def _screen_resized(self, size: Size) -> None:
        """Lay out the screen, unless it has that size already."""
        if size != self.size:
            super()._screen_resized(size)
