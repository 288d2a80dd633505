"""A screen that is styled, laid out and drawn once when it opens; Textual does so twice."""

from typing import TypeVar

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.app.widgets.row_widget import LaidOutOnce

Result = TypeVar("Result")


class OnceDrawn(LaidOutOnce, Screen[Result]):
    """Base class of the desk and the dialogs; the second time would take 10 ms."""

    # Textual draws and sends the whole screen again when the focus changes (20 ms, 15 kB). Headings
    # and fields show it themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Come up with the styles made when the widgets were mounted (replaces Textual's method).

        Textual would style them again, and lay out and draw the screen before the messages of new
        widgets, which ask for a layout.
        """
        event.prevent_default()
        self.stack_updates += 1
        self.refresh(layout=self.outer_size != self.app.size)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay out the screen for the size of the application, which it always has."""
        super()._refresh_layout(size or self.app.size, scroll)

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Add no widgets for notices and tooltips, which we do not use.

        The one for notices would lay out the screen once more.
        """

    def _screen_resized(self, size: Size) -> None:
        """Lay out the screen, unless that was done for this size."""
        if size != self.outer_size:
            self.refresh(layout=True)

    def on_screen_suspend(self) -> None:
        """Drop the redraw that Textual asks for: the dialog above draws what is seen of it."""
        self._repaint_required = False
        self._exchange_repaint_regions()

    def _compositor_refresh(self) -> None:
        """Draw. Before a whole frame, drop the pending redraws of its parts, which it includes.

        Textual would draw and send them again after it (5 ms).
        """
        compositor, top = self._compositor, self.app.screen
        if top is self:
            if compositor.size.region in compositor._dirty_regions:
                for widget in compositor.visible_widgets:
                    widget._exchange_repaint_regions()
            super()._compositor_refresh()
            return
        if top.styles.background.a == 1:
            # Nothing is seen of it; it is drawn when it comes up again.
            compositor._dirty_regions.clear()
            self._dirty_widgets.clear()
        super()._compositor_refresh()
        # Textual would draw it again, whole, at every message it gets: 20 kB every two seconds.
        self._repaint_required = False
