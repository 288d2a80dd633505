"""A screen over the desk, which can be left once, and is kept to be opened again."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable
from typing import Any, TypeVar

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.app.paint import Ink
from tui.app.screens import OnceDrawn

#: Seconds after the last key until what takes longer than a key may follows it.
FOLLOWS = 0.05

Result = TypeVar("Result")


def wide_from(columns: int) -> list[tuple[int, str]]:
    """The classes by which the style sheet tells wide terminals from narrow ones."""
    return [(0, "-narrow"), (columns, "-wide")]


def framed(name: str, title: str, *parts: Widget) -> Vertical:
    """The box of a dialog: its parts one below the other, in a frame with a title."""
    box = Vertical(*parts, classes="dialog", id=name)
    box.border_title = title
    return box


class Dialog(ModalScreen[Result], OnceDrawn[Result]):
    """A modal screen. A key that comes when it has been left already does nothing more.

    Two keys can arrive in one read of the terminal; of Textual's own, the second would take the
    screen below away, at last the desk.
    """

    _following: TimerHandle | None = None
    #: Whether it is open, under another dialog perhaps.
    is_open = False
    #: The styles that it was made with.
    made_in: Ink | None = None

    def begin(self) -> None:
        """Show what it is opened for. It may have been open before, for something else."""

    def end(self) -> None:
        """Stop what goes on by itself while it is open."""

    def figures_found(self) -> None:
        """Show the figures of more documents, if it shows any, now that they are known."""

    def notes_changed(self) -> None:
        """Show the notes anew, if it shows any."""

    def leave_app(self, leave: Callable[[], None]) -> None:
        """End the program from here; a dialog that holds something typed asks before."""
        leave()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, with what came of it, if no other dialog stands over this one.

        `is_current` is true of a dialog below another as well, which would be taken away instead.
        """
        if self._following is not None:
            self._following.cancel()
        if not self.is_active:
            return AwaitComplete()
        self.is_open = False
        self.end()
        return super().dismiss(result)

    def follow(self, show: Callable[[], None]) -> None:
        """Show something when no other key comes; what waited to be shown before is not."""
        if self._following is not None:
            self._following.cancel()
        # One of Textual's timers is a task of its own: 0.2 ms at each letter.
        self._following = get_running_loop().call_later(FOLLOWS, self.call_next, show)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Begin; Textual then draws all that has been begun with in one frame."""
        if not self.is_open:
            self.is_open = True
            self.begin()


Kind = TypeVar("Kind", bound=Dialog[Any])


def kept(app: App[Any], kind: type[Kind], ink: Ink, make: Callable[[], Kind]) -> Kind:
    """The dialog of this kind that was open before; `make` makes the first one.

    To make, style and lay out a dialog takes three times what it takes to open it again. Another
    one is made when theme or settings have changed since, both of which change the ink.
    """
    name = kind.__name__
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
    app.install_screen(dialog, name)
    return dialog
