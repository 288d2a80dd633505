"""Unsaved changes: shown on every screen, and confirmed before they would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.dialog import Dialog
from tui.app.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tui.app.desk.view import DeskView
    from tui.notes import UnsavedChange


class Alarm(Status):
    """The row that reports unsaved changes; it disappears only when all are saved."""


class Alarms:
    """The alarm rows of the desk and of the dialogs over it."""

    def __init__(self, screen: Screen[None], view: DeskView) -> None:
        self._screen, self._view = screen, view
        self._notes = view.session.notes
        #: The row at the bottom of the desk.
        self.row = Alarm(view.ink)
        self.row.display = False

    def warn(self) -> None:
        """Show what is not saved, and why, on the desk and the dialogs over it."""
        words = _alarm(self._notes.unsaved)
        was_shown = self.row.display
        _sound(self.row, words)
        upon = (one for one in self._screen.app.screen_stack if isinstance(one, Dialog))
        for dialog in upon:
            above = dialog.query(Alarm)
            if above:
                _sound(above.first(), words)
            elif words:
                alarm = Alarm(self._view.ink)
                dialog.mount(alarm)
                _sound(alarm, words)
        if was_shown and not words:
            self._view.status.say("Everything is saved now.")

    def leave_app(self, leave: Callable[[], None] | None = None) -> None:
        """End the program by `leave`, after confirmation if anything is unsaved."""
        notes, app = self._notes, self._screen.app
        end = leave or app.exit
        if not notes.unsaved or notes.retry():
            end()
            return
        from tui.app.dialogs.ask import Ask

        def answered(yes: bool | None) -> None:
            if yes:
                end()

        question = f"{_alarm(notes.unsaved)}. Leave all the same?"
        app.push_screen(Ask(question, yes="leave", no="stay"), answered)


def _sound(alarm: Alarm, words: str) -> None:
    if words or alarm.display:
        alarm.say(words, error=True)
        alarm.display = bool(words)


def _alarm(unsaved: list[UnsavedChange]) -> str:
    if not unsaved:
        return ""
    count = f"{len(unsaved):,} changes" if unsaved[1:] else f"a note on {unsaved[0].document}"
    return f"NOT SAVED: {count}, for {unsaved[-1].problem}"
