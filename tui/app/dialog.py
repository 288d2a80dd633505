"""A screen over the desk, which can be left once."""

from typing import TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.geometry import Size
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A modal screen. A key that comes when it has been left already does nothing more.

    Two keys can arrive in one read of the terminal; of Textual's own, the second would take the
    screen below away, at last the desk.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, with what came of it."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    # Textual styles, lays out and draws a screen twice when it opens (10 ms).

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the styles as they were made when the widgets came (Textual's own follows)."""
        event.refresh_styles = False

    def _screen_resized(self, size: Size) -> None:
        """Lay out the screen, unless it has that size already."""
        if size != self.size:
            super()._screen_resized(size)
