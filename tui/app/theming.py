"""The theme in use: choosing, applying and remembering it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from textual.app import App

from tui import config, files
from tui import theme as themes
from tui.app.paint import Ink
from tui.app.textual_theme import textual_theme
from tui.app.widgets.row_widget import RowWidget
from tui.text import is_ascii, shows_only_ascii, use_ascii

if TYPE_CHECKING:
    from pathlib import Path

    from tui.config import Settings
    from tui.errors import Problem
    from tui.files import Stamp
    from tui.session import Memory
    from tui.theme import Theme


class Theming:
    """Applies a theme, and the signs that the terminal supports."""

    #: The theme in use, its styles, and the stamps of its files.
    theme: Theme
    ink: Ink
    stamps: dict[Path, Stamp | None]

    def __init__(self, app: App[Any], settings: Settings, memory: Memory) -> None:
        self._app, self._settings, self._memory = app, settings, memory
        self._spell()
        #: The problems with the theme at the start.
        self.problems = self._load(self._first())
        #: The theme that is kept, unlike one that is only looked at.
        self._kept = self.theme.name

    def _first(self) -> str:
        """The theme to start with: from a flag, for few colours, remembered, or from the
        settings."""
        named = self._settings.theme.name
        if config.is_flag("theme.name"):
            return named
        if self._app.console.color_system == "standard":
            return themes.SIXTEEN
        return self._memory.theme_over(named)

    def apply_settings(self, settings: Settings) -> list[Problem]:
        """Apply saved settings, and load the theme again; returns the problems with it."""
        before, self._settings = self._settings.theme.name, settings
        self._spell()
        named = settings.theme.name
        if named == before:
            return self.apply(self.theme.name)
        self._memory.choose_theme(named, instead_of=named)
        problems = self.apply(named)
        self._kept = self.theme.name
        return problems

    def choose(self, name: str) -> list[Problem]:
        """Apply a theme, and remember it for the next start; returns the problems with it."""
        problems = self.apply(name)
        self._kept = self.theme.name
        named = None if config.is_flag("theme.name") else self._settings.theme.name
        self._memory.choose_theme(name, instead_of=named)
        return problems

    def apply(self, name: str) -> list[Problem]:
        """Apply a theme by name; returns the problems with it."""
        problems = self._load(name)
        for screen in self._app.screen_stack:
            for widget in screen.query():
                if isinstance(widget, RowWidget):
                    widget.set_ink(self.ink)
        return problems

    def restore(self) -> None:
        """Go back to the theme that is kept, after others were looked at."""
        if self.theme.name != self._kept:
            self.apply(self._kept)

    def _load(self, name: str) -> list[Problem]:
        """Load a theme and its styles; returns the problems with it."""
        app = self._app
        self.theme, problems = themes.load(name)
        own = files.config_folder() / "themes" / f"{self.theme.name}.toml"
        self.stamps = files.stamps(own, *self.theme.files)
        self.ink = self.ink_of(self.theme)
        themed = textual_theme(self.theme, colourless=app.no_color)
        app.register_theme(themed)
        if app.theme == themed.name:
            app.mutate_reactive(App.theme)  # its colours have changed, its name has not
        else:
            app.theme = themed.name
        return problems

    def ink_of(self, theme: Theme) -> Ink:
        """The styles of a theme in this terminal."""
        return Ink(theme, colourless=self._app.no_color)

    def _spell(self) -> None:
        """Use the signs that the terminal supports."""
        use_ascii(self._settings.reading.ascii or shows_only_ascii(os.environ))
        self._app.set_class(is_ascii(), "-ascii")
