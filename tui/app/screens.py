"""A screen that is styled, laid out and drawn once when it comes up; Textual does it twice."""

from typing import TypeVar

from textual import events
from textual.geometry import Size
from textual.screen import Screen

Result = TypeVar("Result")


class OnceDrawn(Screen[Result]):
    """What both the desk and the dialogs over it are; the second time would take 10 ms."""

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the styles as they were made when the widgets came (Textual's own follows)."""
        event.refresh_styles = False

    def _screen_resized(self, size: Size) -> None:
        """Lay out the screen, unless it was laid out for that size."""
        # The size itself is always that of the application.
        if size != self.outer_size:
            super()._screen_resized(size)
