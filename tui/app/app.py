"""The Textual application: one desk, and the actions that are available everywhere."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial

from textual import on
from textual.driver import Driver

from tui.app import keys, settings_watch
from tui.app.desk.desk import Desk
from tui.app.dialog import open_dialogs
from tui.app.greeting import Greeting
from tui.app.key_queue import KeyQueue
from tui.app.preparation import Preparation
from tui.app.problem_list import ProblemList
from tui.app.settings_watch import SettingsWatch
from tui.app.signals import heed_signals
from tui.app.textual_theme import UNTHEMED
from tui.app.theming import Theming
from tui.config import Settings
from tui.documents import Document
from tui.errors import FactdeskError, Problem
from tui.session import Session

#: The switch interval of threads in seconds: next to a busy thread a frame takes 9 ms, instead of
#: 19 ms with Python's default of 5 ms.
SWITCH = 0.0005


class Factdesk(KeyQueue):
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
        # Textual makes greys of the colours otherwise; the variable asks for none at all.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self._shows_tracebacks = debug
        #: The error that ended the program, if any.
        self.failure: FactdeskError | None = None
        self.session = session
        self.theming = theming = Theming(self, settings, session.memory)
        self.problems = known = ProblemList([*problems, *theming.problems])
        self.desk = desk = Desk(session, settings, theming, source, known)
        self.settings_watch = SettingsWatch(self, theming, desk.view, desk.background, known)
        self._greeting = Greeting(self, welcome)
        self._preparation = Preparation(self, desk)

    def get_default_screen(self) -> Desk:
        """The desk; a screen of Textual's below it would be laid out and drawn for nothing."""
        return self.desk

    def on_mount(self) -> None:
        sys.setswitchinterval(SWITCH)
        heed_signals(self)
        self.set_keymap(keys.keymap(self.chosen_keys))
        self.set_interval(settings_watch.BEAT, self.settings_watch.check)
        self.call_after_refresh(self._settle)

    def on_background_extracted(self) -> None:
        self._greeting.greet()

    def on_background_rested(self) -> None:
        self._preparation.begin()

    # Styles (called by Textual) -------------------------------------------------------------------

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for our own variables in the style sheet, until a theme is applied."""
        return UNTHEMED

    def refresh_css(self, animate: bool = True) -> None:
        """Restyle everything, once there is a screen (called by Textual).

        At a start the style sheets would be parsed twice, for the theme and the screen: 9 ms.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    # Actions from anywhere ------------------------------------------------------------------------

    def action_app_leave(self) -> None:
        """Leave from anywhere, after confirmation if there is unsaved text."""
        if self.place == "ask":
            return  # the question must be answered first
        leave: Callable[[], None] = self.exit
        for dialog in open_dialogs(self):
            leave = partial(dialog.leave_app, leave)
        self.desk.alarms.leave_app(leave)

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
        """Tell how to leave after `ctrl+c` (called by Textual, for a notice of its own)."""
        if self.screen is self.desk:
            self.desk.status.say(keys.said(self.desk, "{desk.quit} leaves factdesk."))

    def action_app_help(self) -> None:
        """Show the actions available here."""
        place, pane = self.place, self._pane
        if place not in ("", "ask", "help", "manual"):
            screen = self.desk.dialog_actions.help_dialog()
            screen.place, screen.pane = place, pane
            self.push_screen(screen)

    def action_app_manual(self) -> None:
        """Open the manual at the section about the focused pane or dialog."""
        from tui.app.dialogs.manual import ManualScreen

        if self.place in ("", "ask", "manual"):
            return
        try:
            self.push_screen(ManualScreen(self.theming.ink, self.place, self._pane))
        except FactdeskError as error:
            self.desk.status.say(str(error), error=True)

    @property
    def chosen_keys(self) -> keys.Keys:
        """The effective keys."""
        return self.desk.view.chosen_keys

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
        """Keep what is typed, and end in one line; with `--debug`, in the pages of Textual."""
        from tui.app.failure import failure

        self.failure = self.failure or failure(error, self)
        if self._shows_tracebacks:
            super()._handle_exception(error)
        else:
            self.exit(return_code=2)

    def _settle(self) -> None:
        """Freeze what is loaded, so that the garbage collector does not scan it every time (50 to
        200 ms)."""
        gc.freeze()
        gc.enable()
