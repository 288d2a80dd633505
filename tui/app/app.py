"""The Textual application: one desk, and the actions that are available everywhere."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

from textual import on
from textual.driver import Driver

from tui.app import keys
from tui.app.desk import Desk
from tui.app.dialog import Dialog, kept
from tui.app.paint import fit
from tui.app.reloading import Reloading
from tui.app.signals import heed_signals
from tui.config import Settings
from tui.documents import Document
from tui.errors import FactdeskError, Problem
from tui.session import Session

#: The switch interval of threads in seconds: next to a busy thread a frame takes 9 ms, instead of
#: 19 ms with Python's default of 5 ms.
SWITCH = 0.0005
#: Shown to a new reader who opens their own documents.
WORD = "New here? {desk.help} is help, {app.manual} the manual; factdesk --tour takes a minute."
LEFT = "{trail.back} goes on there."


class Factdesk(Reloading):
    """The application: one desk on one session."""

    TITLE = "factdesk"
    CSS_PATH = "style.tcss"
    BINDINGS = keys.bindings("app")
    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True

    def __init__(
        self,
        session: Session,
        source: Iterator[Document | Problem],
        settings: Settings,
        problems: list[Problem],
        *,
        welcome: str = "",
        debug: bool = True,
    ) -> None:
        super().__init__(session, settings, problems)
        self._shows_tracebacks = debug
        self._welcome, self._is_greeted = welcome, False
        #: What ended the program, if it was an error of its own.
        self.failure: Exception | None = None
        self.animation_level = "none"
        self.desk = Desk(session, settings, self.ink, source, self.problems)

    def get_default_screen(self) -> Desk:
        """The desk. A default screen of Textual's below it would be laid out and drawn for
        nothing."""
        return self.desk

    def on_mount(self) -> None:
        sys.setswitchinterval(SWITCH)
        heed_signals(self)
        self.call_after_refresh(self._settle)

    def on_background_extracted(self) -> None:
        """Welcome the reader, once, when there is something to show."""
        if self._is_greeted or self.session.document is None:
            return
        self._is_greeted = True
        if self._welcome:
            self.session.memory.is_welcomed = True
            self.session.memory.save()
        if self._welcome == "tour":
            from tui.app.tour import Tour

            self.desk.tour = Tour(self)
        elif words := WORD if self._welcome else self._left_off():
            self.desk.frame.greet(self.desk.frame.told(words))

    def _left_off(self) -> str:
        """A message about where the reader left off the last time, unless the desk starts there."""
        document = self.session.left_off()
        return f"You left off in “{fit(document.title, 40)}”: {LEFT}" if document else ""

    def action_app_leave(self) -> None:
        """Leave from anywhere, after confirmation if there is unsaved text."""
        if isinstance(self.screen, Dialog):
            self.screen.leave_app(self.desk.alarms.leave_app)
        else:
            self.desk.alarms.leave_app()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable suspending while the editor is open, where `ctrl+z` undoes typing."""
        return action != "app_suspend" or self.place != "note"

    def action_app_suspend(self) -> None:
        """Suspend the program, and return the terminal to the shell."""
        self.action_suspend_process()

    @on(Driver.SignalResume)
    def _show_again(self) -> None:
        """Redraw everything after `fg`, since the shell has changed the screen."""
        self.refresh(layout=True)

    def action_help_quit(self) -> None:
        """Tell how to leave after `ctrl+c` (called by Textual, which would show a notice of its
        own)."""
        if self.screen is self.desk:
            self.desk.status.say(keys.said(self.desk, "{desk.quit} leaves factdesk."))

    def action_app_help(self) -> None:
        """Show the actions available here."""
        from tui.app.help import HelpScreen

        place, pane = self.place, self._pane
        if place not in ("", "ask", "help", "manual"):
            ink, chosen, problems = self.ink, self.chosen_keys, self.problems
            screen = kept(self, HelpScreen, ink, lambda: HelpScreen(ink, chosen, problems))
            screen.place, screen.pane = place, pane
            self.push_screen(screen)

    def action_app_manual(self) -> None:
        """Open the manual at the section about the focused pane or dialog."""
        from tui.app.manual import ManualScreen

        place = self._pane if self.place == "desk" else self.place
        if place in ("", "ask", "manual"):
            return
        try:
            self.push_screen(ManualScreen(self.ink, self.chosen_keys, place))
        except FactdeskError as error:
            self.desk.status.say(str(error), error=True)

    @property
    def place(self) -> str:
        """The place whose keys are active now."""
        return keys.place(self.screen.focused or self.screen)

    @property
    def _pane(self) -> str:
        """The id of the focused widget."""
        focused = self.screen.focused
        return (focused.id if focused else "") or ""

    def on_unmount(self) -> None:
        self.session.leave()
        self.session.memory.save()

    def _handle_exception(self, error: Exception) -> None:
        """Report an error in one line at the end, where Textual would print pages of source; not
        with `--debug`."""
        if self._shows_tracebacks:
            super()._handle_exception(error)
        elif self.failure is None:
            self.failure = error
            self.exit(return_code=2)

    def _settle(self) -> None:
        """Freeze what is loaded, so that the garbage collector does not scan it every time (50 to
        200 ms)."""
        gc.freeze()
        gc.enable()
