"""The Textual application: themes, keys, and the desk."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

from textual.app import App

from tui import theme as themes
from tui.app import keys
from tui.app.desk import Desk
from tui.app.drawn import Drawn
from tui.app.dress import UNDRESSED, textual_theme
from tui.app.paint import Ink
from tui.config import Settings
from tui.documents import Document
from tui.errors import Problem
from tui.session import Session

#: A thread gives way to the screen after this many seconds: a frame beside a busy thread takes
#: 9 ms instead of 19 ms with the 5 ms of Python's default.
SWITCH = 0.0005


class Factdesk(App[None]):
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
        debug: bool = True,
    ) -> None:
        # Textual makes greys of the colours otherwise; the variable asks for none at all.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._shows_tracebacks = debug
        #: What ended the program, if it was an error of its own.
        self.failure: Exception | None = None
        self.session = session
        self.settings = settings
        self.chosen_keys = settings.keys
        self.problems = problems
        self.animation_level = "none"
        self.problems += self._dress(session.memory.theme or settings.theme.name)
        self.desk = Desk(session, settings, self.ink, source, self.problems)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for our own names in the style sheet until a theme is worn."""
        return UNDRESSED

    def get_default_screen(self) -> Desk:
        """The desk; a screen of Textual's own under it would be laid out and drawn for nothing."""
        return self.desk

    def on_mount(self) -> None:
        sys.setswitchinterval(SWITCH)
        self.set_keymap(keys.keymap(self.chosen_keys))
        self.call_after_refresh(self._settle)

    def on_desk_themes_wanted(self, event: Desk.ThemesWanted) -> None:
        """Let a theme be chosen, or take the one that was named, and remember it."""
        if event.name:
            self.choose_theme(event.name)
            return
        from tui.app.themes import ThemesScreen

        before = self.worn

        def chosen(name: str | None) -> None:
            if name is None:
                self.wear(before)
            else:
                self.choose_theme(name)

        self.push_screen(ThemesScreen(self.wear, before, self.chosen_keys, self._ink_of), chosen)

    def choose_theme(self, name: str) -> None:
        """Wear a theme and remember it for the next start."""
        problems = self.wear(name)
        self.session.memory.theme = name
        words = str(problems[0]) if problems else f"Theme: {name}"
        self.desk.status.say(words, error=bool(problems))

    def wear(self, name: str) -> list[Problem]:
        """Put on the theme of that name; what is wrong with it."""
        problems = self._dress(name)
        for screen in self.screen_stack:
            for widget in screen.query():
                if isinstance(widget, Drawn):
                    widget.wear(self.ink)
        return problems

    def action_app_leave(self) -> None:
        """Leave from anywhere; asks if something typed is not yet kept."""
        leave = getattr(self.screen, "leave_app", self.desk.leave_app)
        leave()

    def action_app_help(self) -> None:
        """Show what can be done where the reader is."""
        from tui.app.help import HelpScreen

        place, pane = self._here()
        if place not in ("", "ask", "help", "manual"):
            self.push_screen(HelpScreen(self.ink, self.chosen_keys, self.problems, place, pane))

    def action_app_manual(self) -> None:
        """Open the manual where it speaks of what the reader sees."""
        from tui.app.manual import ManualScreen

        place, pane = self._here()
        if place not in ("", "ask", "manual"):
            self.push_screen(
                ManualScreen(self.ink, self.chosen_keys, pane if place == "desk" else place)
            )

    def _here(self) -> tuple[str, str]:
        """The place in which keys are heard now, and the pane that has the focus."""
        focused = self.screen.focused
        return keys.place(focused or self.screen), (focused.id if focused else "") or ""

    def on_unmount(self) -> None:
        self.session.leave()
        self.session.memory.save()

    def _dress(self, name: str) -> list[Problem]:
        """Make the styles of a theme, ours and Textual's; what is wrong with it."""
        theme, problems = themes.load(name)
        self.worn = theme.name
        self.ink = self._ink_of(theme)
        dressed = textual_theme(theme, colourless=self.no_color)
        self.register_theme(dressed)
        if self.theme == dressed.name:
            self.mutate_reactive(App.theme)  # its colours have changed, its name has not
        else:
            self.theme = dressed.name
        return problems

    def _ink_of(self, theme: themes.Theme) -> Ink:
        return Ink(theme, colourless=self.no_color)

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
