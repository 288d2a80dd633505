"""A screen that is styled, laid out and drawn once when it opens; Textual does so twice."""

from typing import TypeVar

from textual import events
from textual.geometry import Size
from textual.screen import Screen

Result = TypeVar("Result")


class OnceDrawn(Screen[Result]):
    """Base class of the desk and the dialogs; the second time would take 10 ms."""

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles made when the widgets were mounted (overrides Textual's)."""
        event.refresh_styles = False

    def _screen_resized(self, size: Size) -> None:
        """Lay out the screen, unless that was done for this size."""
        # The size always equals that of the application.
        if size != self.outer_size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        """Draw. Before a whole frame, drop the pending redraws of its parts, which it includes.

        Textual would draw and send them again after it (5 ms).
        """
        compositor = self._compositor
        if self.app.screen is self and compositor.size.region in compositor._dirty_regions:
            for widget in compositor.visible_widgets:
                widget._exchange_repaint_regions()
        super()._compositor_refresh()
