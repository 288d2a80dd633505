"""A dialog over the desk, which can be closed only once, and is reused."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable, Iterator
from typing import Any, Self, TypeVar

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui.app.paint import Ink
from tui.app.screens import OnceDrawn
from tui.app.widgets.field import Field
from tui.app.widgets.row_widget import LaidOutOnce, is_announced
from tui.app.widgets.status import Status

#: Debounce: seconds after the last key before work that is too slow for a keystroke.
FOLLOWS = 0.05

Result = TypeVar("Result")


def wide_from(columns: int) -> list[tuple[int, str]]:
    """Style classes that distinguish wide from narrow terminals."""
    return [(0, "-narrow"), (columns, "-wide")]


class Box(LaidOutOnce, Vertical):
    """The box of a dialog."""

    def check_idle(self) -> None:
        """See what is to be done (called by Textual after each change)."""
        if not is_announced(self):
            super().check_idle()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw its frame and, once for all rows between, its background."""
        last = self.outer_size.height - 1
        drawn: dict[int, Strip] = {}
        for y in {y if y in (0, last) else 1 for y in crop.line_range}:
            [drawn[y]] = super().render_lines(Region(crop.x, y, crop.width, 1))
        return [drawn.get(y) or drawn[1] for y in crop.line_range]


def framed(name: str, title: str, *parts: Widget) -> Box:
    """The box of a dialog: widgets stacked in a frame with a title."""
    box = Box(*parts, classes="dialog", id=name)
    box.border_title = title
    return box


class Dialog(ModalScreen[Result], OnceDrawn[Result]):
    """A modal screen. Keys that arrive after it was closed have no effect.

    Two keys can arrive in one read from the terminal; with Textual's own screens the second would
    close the screen below, and finally the desk.
    """

    #: The list that its filter narrows has keys of its own, which do nothing while it is typed.
    HAS_FILTER = False

    _following: TimerHandle | None = None
    #: Whether it is open, possibly below another dialog.
    is_open = False
    #: The styles with which it was created.
    made_in: Ink | None = None
    #: Whether it has just been opened; and whether only parts of it are drawn, and nothing around.
    _is_new = _draws_parts = False
    #: The rows of the screen below, until that is drawn again.
    _rows_below: list[Strip] | None = None

    def begin(self) -> None:
        """Initialize the dialog each time it is opened; it may have been open before for something
        else."""

    def end(self) -> None:
        """Stop timers and background work of the dialog."""

    def figures_found(self) -> None:
        """Show the figures of more documents, if it shows any, now that they are known."""

    def indexed(self) -> None:
        """Search again, if it searches, now that the index is there or holds more."""

    def notes_changed(self) -> None:
        """Show the notes anew, if it shows any."""

    def keep_now(self) -> None:
        """Keep what is typed: the program is being ended from outside."""

    def show_keys(self) -> None:
        """Show other keys: the settings were saved while it is open."""
        for status in self.query(Status):
            status.hint()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that work where the focus is now."""
        if self.HAS_FILTER:
            for status in self.query(Status):
                status.hint_in_filter(isinstance(event.widget, Field))

    def leave_app(self, leave: Callable[[], None]) -> None:
        """End the program from here; a dialog that holds something typed asks before."""
        leave()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result, if no other dialog is on top.

        `is_current` is also true of a dialog below another one; then the wrong screen would be
        closed.
        """
        if self._following is not None:
            self._following.cancel()
        if not self.is_active:
            return AwaitComplete()
        self.is_open = False
        self.end()
        return super().dismiss(result)

    def follow(self, show: Callable[[], None]) -> None:
        """Show something after a pause in typing (debounced); replaces what was waiting."""
        if self._following is not None:
            self._following.cancel()
        # A Textual timer is an asyncio task of its own: 0.2 ms at each letter.
        self._following = get_running_loop().call_later(FOLLOWS, self.call_next, show)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Where it is transparent, the rows of the screen below as they are; else one row for all.

        Textual takes each row apart and puts it together again: 9 of 27 ms to open the note editor.
        """
        if self._draws_parts:
            return [Strip.blank(crop.width)] * crop.height  # none of it is seen
        stack = self.app.screen_stack
        if self.styles.background.a or self not in stack[1:]:
            [row] = super().render_lines(Region(crop.x, crop.y, crop.width, 1))
            return [row] * crop.height
        rows = self._rows_below
        # Below another dialog it is not told what changes below itself.
        if rows is None or self is not stack[-1]:
            below = stack[stack.index(self) - 1]
            if below._compositor.size != self.size:
                # The window has changed its size, and that screen is laid out after this one.
                return super().render_lines(crop)
            rows = [_without_meta(row) for row in below._compositor.render_strips(self.size)]
            self._rows_below = rows
        return [row.crop(*crop.column_span) for row in rows[crop.y : crop.bottom]]

    def refresh(self, *regions: Region, **how: Any) -> Self:
        """Draw it again, and the screen below, which calls this when it has changed."""
        self._rows_below = None
        return super().refresh(*regions, **how)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Initialize; everything is then drawn in one frame."""
        self._is_new = not self.is_open
        if self._is_new:
            self.is_open = True
            self.begin()

    def regions_to_show(self) -> tuple[Region, ...]:
        """Its parts, if it was just opened and the terminal shows the screen below around them:
        drawing that too takes 2 ms."""
        below = self.app.screen_stack[-2:-1]
        is_there = all(isinstance(screen, OnceDrawn) and screen.is_shown for screen in below)
        if not self._is_new or not is_there or self.styles.background.a:
            return ()
        return tuple(part.region for part in self.displayed_children)

    def _compositor_refresh(self) -> None:
        """Draw; what is around its parts only if that is asked for."""
        parts = [part.region for part in self.displayed_children]
        drawn = self._compositor._dirty_regions
        self._draws_parts = all(any(p.contains_region(each) for p in parts) for each in drawn)
        super()._compositor_refresh()
        self._draws_parts = False


def _without_meta(row: Strip) -> Strip:
    """A row without what the mouse could select or click there; few have any of it."""
    has_meta = any(style and style.meta for _, style, _ in row)
    return row.discard_meta() if has_meta else row


def open_dialogs(app: App[Any]) -> Iterator[Dialog[Any]]:
    """The dialogs over the desk, those below others too."""
    for screen in app.screen_stack:
        if isinstance(screen, Dialog) and screen.is_open:
            yield screen


Kind = TypeVar("Kind", bound=Dialog[Any])


def cached_dialog(app: App[Any], kind: type[Kind], ink: Ink, make: Callable[[], Kind]) -> Kind:
    """The cached dialog of this type, created by `make` the first time.

    Creating, styling and laying out a dialog takes three times as long as opening it again. It is
    created anew if the theme or the settings have changed.
    """
    name, width = kind.__name__, app.size.width
    if app.is_screen_installed(name):
        before = app.get_screen(name, kind)
        if before.is_open:
            return make()
        if before.made_in is ink:
            return before
        app.uninstall_screen(name)
        before.remove()
    dialog = make()
    dialog.made_in = ink
    # Before it is styled: Textual does it afterwards, and then styles and lays it out once more.
    fitting = (name for least, name in dialog.HORIZONTAL_BREAKPOINTS or () if width >= least)
    dialog.add_class(*list(fitting)[-1:], update=False)
    app.install_screen(dialog, name)
    return dialog


def prepare_dialog(app: App[Any], dialog: Dialog[Any]) -> None:
    """Mount and lay out a dialog that was not opened yet: the first half of `push_screen`."""
    if not dialog.is_running:
        app._get_screen(dialog)
        dialog.call_later(dialog._refresh_layout)


def draw_unseen(app: App[Any], dialog: Dialog[Any]) -> None:
    """Draw a dialog that was made and not opened yet: what its widgets keep is there then."""
    if not dialog.is_open and dialog.is_running:
        dialog._compositor.render_strips(app.size)
