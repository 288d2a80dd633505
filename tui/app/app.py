"""The Textual application: one desk, and what can be asked for from anywhere."""

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

#: A thread gives way to the screen after this many seconds: a frame beside a busy thread takes
#: 9 ms instead of 19 ms with the 5 ms of Python's default.
SWITCH = 0.0005
#: What a new reader is told who opens documents of their own.
WORD = "New here? {desk.help} is help, {app.manual} the manual; factdesk --tour takes a minute."
LEFT = "{trail.back} goes on there."


class Factdesk(Reloading):
    """One desk on one session."""

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
        """The desk; a screen of Textual's own under it would be laid out and drawn for nothing."""
        return self.desk

    def on_mount(self) -> None:
        sys.setswitchinterval(SWITCH)
        heed_signals(self)
        self.call_after_refresh(self._settle)

    def on_background_extracted(self) -> None:
        """Greet the reader, once, when there is something to show."""
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
        """Where the reader was the last time, if that is not where the desk begins."""
        document = self.session.left_off()
        return f"You left off in “{fit(document.title, 40)}”: {LEFT}" if document else ""

    def action_app_leave(self) -> None:
        """Leave from anywhere; asks if something typed is not yet kept."""
        if isinstance(self.screen, Dialog):
            self.screen.leave_app(self.desk.alarms.leave_app)
        else:
            self.desk.alarms.leave_app()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the editor `ctrl+z` takes back what was typed."""
        return action != "app_suspend" or self.place != "note"

    def action_app_suspend(self) -> None:
        """Give the terminal back to the shell until it asks for the desk again."""
        self.action_suspend_process()

    @on(Driver.SignalResume)
    def _show_again(self) -> None:
        """Draw everything after `fg`: the terminal has forgotten what was there."""
        self.refresh(layout=True)

    def action_help_quit(self) -> None:
        """Say at `ctrl+c` how to leave (Textual calls this, and would show a notice of its own)."""
        if self.screen is self.desk:
            self.desk.status.say(keys.said(self.desk, "{desk.quit} leaves factdesk."))

    def action_app_help(self) -> None:
        """Show what can be done where the reader is."""
        from tui.app.help import HelpScreen

        place, pane = self.place, self._pane
        if place not in ("", "ask", "help", "manual"):
            ink, chosen, problems = self.ink, self.chosen_keys, self.problems
            screen = kept(self, HelpScreen, ink, lambda: HelpScreen(ink, chosen, problems))
            screen.place, screen.pane = place, pane
            self.push_screen(screen)

    def action_app_manual(self) -> None:
        """Open the manual where it speaks of what the reader sees."""
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
        """The place in which keys are heard now."""
        return keys.place(self.screen.focused or self.screen)

    @property
    def _pane(self) -> str:
        """The id of what has the focus."""
        focused = self.screen.focused
        return (focused.id if focused else "") or ""

    def on_unmount(self) -> None:
        self.session.leave()
        self.session.memory.save()

    def _handle_exception(self, error: Exception) -> None:
        """Textual prints pages of source here; without `--debug` one line is said at the end."""
        if self._shows_tracebacks:
            super()._handle_exception(error)
        elif self.failure is None:
            self.failure = error
            self.exit(return_code=2)

    def _settle(self) -> None:
        """What is loaded stays: the collector need not walk it at every pause (50 to 200 ms)."""
        gc.freeze()
        gc.enable()
