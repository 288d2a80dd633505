"""A screen that is styled, laid out and drawn once when it opens; Textual does so twice."""

from typing import Any, TypeVar

from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.app.compositor import RowCompositor
from tui.app.widgets.row_widget import LaidOutOnce

Result = TypeVar("Result")


class OnceDrawn(LaidOutOnce, Screen[Result]):
    """Base class of the desk and the dialogs; the second time would take 10 ms."""

    # Textual draws and sends the whole screen again when the focus changes (20 ms, 15 kB). Headings
    # and fields show it themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    #: Whether the terminal shows it, but for changes that its widgets have still to draw.
    is_shown = False

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._compositor = RowCompositor()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Come up with the styles made when the widgets were mounted (replaces Textual's method).

        Textual would style them again, and lay out and draw the screen before the messages of new
        widgets, which ask for a layout.
        """
        event.prevent_default()
        self.stack_updates += 1
        self.is_shown = False
        if self.outer_size != self.app.size:
            self.refresh(layout=True)
        else:
            self.refresh(*self.regions_to_show())

    def regions_to_show(self) -> tuple[Region, ...]:
        """What must be drawn when it comes up; nothing for all of it."""
        return ()

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
        """Draw. Before that, drop the pending redraws of widgets that are drawn whole.

        Textual would draw and send them again after it (5 ms).
        """
        compositor, top = self._compositor, self.app.screen
        if top is self:
            for widget, (region, _) in compositor.visible_widgets.items():
                if any(drawn.contains_region(region) for drawn in compositor._dirty_regions):
                    widget._exchange_repaint_regions()
            super()._compositor_refresh()
            self.is_shown = True
            return
        if top.styles.background.a == 1:
            # Nothing is seen of it; it is drawn when it comes up again.
            compositor._dirty_regions.clear()
            self._dirty_widgets.clear()
        super()._compositor_refresh()
        # Textual would draw it again, whole, at every message it gets: 20 kB every two seconds.
        self._repaint_required = False
