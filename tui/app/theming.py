"""The theme in use: choosing, applying and remembering it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui import config
from tui import theme as themes
from tui.app import keys
from tui.app.drawn import Drawn
from tui.app.keyqueue import KeyQueue
from tui.app.paint import Ink
from tui.app.textual_theme import UNTHEMED, textual_theme
from tui.config import Settings
from tui.errors import Problem
from tui.session import Session
from tui.text import is_ascii, is_plain, use_ascii

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.app.dialogs import Dialogs


class Theming(KeyQueue):
    """Applies a theme, and the signs that the terminal supports."""

    desk: Desk

    def __init__(self, session: Session, settings: Settings, problems: list[Problem]) -> None:
        # Textual makes greys of the colours otherwise; the variable asks for none at all.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.session = session
        self.settings = settings
        #: All that is wrong; the desk adds what is wrong with notes.
        self.problems = problems
        self._spell()
        self.problems += self._load_theme(self._first_theme())

    @property
    def chosen_keys(self) -> keys.Keys:
        """The effective keys."""
        return self.settings.keys

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for our own variables in the style sheet, until a theme is applied."""
        return UNTHEMED

    def _first_theme(self) -> str:
        """The theme to start with: from a flag, for few colours, remembered, or from the
        settings."""
        named = self.settings.theme.name
        if config.is_flag("theme.name"):
            return named
        if self.console.color_system == "standard":
            return themes.SIXTEEN
        return self.session.memory.theme_over(named)

    def on_dialogs_themes_wanted(self, event: Dialogs.ThemesWanted) -> None:
        """Let the reader choose a theme, or apply the given one, and remember it."""
        if event.name:
            self.choose_theme(event.name)
            return
        from tui.app.themes import ThemesScreen

        before = self.our_theme.name

        def chosen(name: str | None) -> None:
            if name is not None:
                self.choose_theme(name)
            elif self.our_theme.name != before:
                self.apply_theme(before)

        self.push_screen(
            ThemesScreen(self.apply_theme, before, self.chosen_keys, self._ink_of), chosen
        )

    def choose_theme(self, name: str) -> None:
        """Apply a theme, and remember it for the next start."""
        problems = self.apply_theme(name)
        named = None if config.is_flag("theme.name") else self.settings.theme.name
        self.session.memory.choose_theme(name, instead_of=named)
        self._say(problems, f"Theme: {name}")

    def apply_theme(self, name: str) -> list[Problem]:
        """Apply a theme by name; returns the problems with it."""
        problems = self._load_theme(name)
        for screen in self.screen_stack:
            for widget in screen.query():
                if isinstance(widget, Drawn):
                    widget.set_ink(self.ink)
        return problems

    def refresh_css(self, animate: bool = True) -> None:
        """Restyle everything, once there is a screen (called by Textual).

        At a start Textual would parse the style sheets for the theme, and again for the screen: 9
        ms.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def _load_theme(self, name: str) -> list[Problem]:
        """Load a theme and its styles; returns the problems with it."""
        self.our_theme, problems = themes.load(name)
        self.ink = self._ink_of(self.our_theme)
        themed = textual_theme(self.our_theme, colourless=self.no_color)
        self.register_theme(themed)
        if self.theme == themed.name:
            self.mutate_reactive(KeyQueue.theme)  # its colours have changed, its name has not
        else:
            self.theme = themed.name
        return problems

    def _ink_of(self, theme: themes.Theme) -> Ink:
        return Ink(theme, colourless=self.no_color)

    def _spell(self) -> None:
        """Use the signs that the terminal supports."""
        use_ascii(self.settings.reading.ascii or is_plain(os.environ))
        self.set_class(is_ascii(), "-ascii")

    def _say(self, problems: list[Problem], else_say: str) -> None:
        """Report problems in one line, or else what was done."""
        if problems:
            self.desk.frame.speak_of_problems(problems)
        else:
            self.desk.status.say(else_say)
