"""What the application follows while it runs: the theme that is worn, the settings in force.

The files that both come from are looked at every other second, in a thread; nothing is read again
before one of them was saved.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from tui import config, files
from tui import theme as themes
from tui.app import keys
from tui.app.drawn import Drawn
from tui.app.dress import UNDRESSED, textual_theme
from tui.app.paint import Ink
from tui.config import Settings
from tui.errors import Problem
from tui.session import Session
from tui.text import is_ascii, is_plain, use_ascii

if TYPE_CHECKING:
    from tui.app.desk import Desk

#: Seconds between two looks at the files.
BEAT = 1.5

#: What a file is known by: when it was written, its size, its number on the disk; None without it.
Stamp = tuple[int, int, int] | None


class Wearing(App[None]):
    """Wears a theme and follows the settings; `Factdesk` adds the desk."""

    @dataclass
    class Saved(Message):
        """The settings, or the theme that is worn, were saved."""

    desk: Desk

    def __init__(self, session: Session, settings: Settings, problems: list[Problem]) -> None:
        # Textual makes greys of the colours otherwise; the variable asks for none at all.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.session = session
        self.settings = settings
        #: All that is wrong; the desk adds what is wrong with notes.
        self.problems = problems
        self._is_looking = False
        self._settings_files = _stamps(*config.sources())
        self._spell()
        self.problems += self._dress(self._first_theme())
        self._of_files = list(self.problems)

    @property
    def chosen_keys(self) -> keys.Keys:
        """The keys in force."""
        return self.settings.keys

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for our own names in the style sheet until a theme is worn."""
        return UNDRESSED

    def on_mount(self) -> None:
        self.set_keymap(keys.keymap(self.chosen_keys))
        self.set_interval(BEAT, self.look)

    # The theme --------------------------------------------------------------------------------

    def _first_theme(self) -> str:
        """The theme to start with: a flag's, the one for few colours, the remembered, the named."""
        named = self.settings.theme.name
        if config.is_flag("theme.name"):
            return named
        if self.console.color_system == "standard":
            return themes.SIXTEEN
        return self.session.memory.theme_over(named)

    def on_desk_themes_wanted(self, event: Desk.ThemesWanted) -> None:
        """Let a theme be chosen, or take the one that was named, and remember it."""
        if event.name:
            self.choose_theme(event.name)
            return
        from tui.app.themes import ThemesScreen

        before = self.worn.name

        def chosen(name: str | None) -> None:
            if name is None:
                self.wear(before)
            else:
                self.choose_theme(name)

        self.push_screen(ThemesScreen(self.wear, before, self.chosen_keys, self._ink_of), chosen)

    def choose_theme(self, name: str) -> None:
        """Wear a theme and remember it for the next start."""
        problems = self.wear(name)
        named = None if config.is_flag("theme.name") else self.settings.theme.name
        self.session.memory.choose_theme(name, instead_of=named)
        self._say(problems, f"Theme: {name}")

    def wear(self, name: str) -> list[Problem]:
        """Put on the theme of that name; what is wrong with it."""
        problems = self._dress(name)
        for screen in self.screen_stack:
            for widget in screen.query():
                if isinstance(widget, Drawn):
                    widget.wear(self.ink)
        return problems

    def _dress(self, name: str) -> list[Problem]:
        """Make the styles of a theme, ours and Textual's; what is wrong with it.

        From now on a change of its files is one.
        """
        self.worn, problems = themes.load(name)
        self.ink = self._ink_of(self.worn)
        dressed = textual_theme(self.worn, colourless=self.no_color)
        self.register_theme(dressed)
        if self.theme == dressed.name:
            self.mutate_reactive(App.theme)  # its colours have changed, its name has not
        else:
            self.theme = dressed.name
        own = files.config_folder() / "themes" / f"{self.worn.name}.toml"
        self._theme_files = _stamps(own, *self.worn.files)
        return problems

    def _ink_of(self, theme: themes.Theme) -> Ink:
        return Ink(theme, colourless=self.no_color)

    def _spell(self) -> None:
        """Use the signs that the terminal has."""
        use_ascii(self.settings.reading.ascii or is_plain(os.environ))
        self.set_class(is_ascii(), "-ascii")

    # The files --------------------------------------------------------------------------------

    def look(self) -> None:
        """Look in a thread whether one of the files was saved."""
        if self._is_looking:
            return
        self._is_looking = True
        known = {**self._settings_files, **self._theme_files}

        def work() -> None:
            try:
                if known != _stamps(*known):
                    self.post_message(self.Saved())
            finally:
                self._is_looking = False

        self.desk.background.run(work)

    def on_wearing_saved(self) -> None:
        """Take over what was saved, and say in one line what is wrong with it."""
        before = self.settings
        self._settings_files = _stamps(*config.sources())
        self.settings, problems = config.load()
        self._spell()
        named = self.settings.theme.name
        if named != before.theme.name:
            self.session.memory.choose_theme(named, instead_of=named)
            problems += self.wear(named)
        else:
            problems += self.wear(self.worn.name)
        self._know(problems)
        self.set_keymap(keys.keymap(self.chosen_keys))
        self.desk.know_settings(self.settings)
        self._say(problems, "Read what you saved.")

    def _say(self, problems: list[Problem], else_say: str) -> None:
        """Say in one line what is wrong, or else what was done."""
        if problems:
            from tui.app.problems import in_one_line

            self.desk.status.say(in_one_line(problems, self.chosen_keys), error=True)
        else:
            self.desk.status.say(else_say)

    def _know(self, problems: list[Problem]) -> None:
        """Keep these as all that is wrong with settings and theme, beside those of notes."""
        others = [problem for problem in self.problems if problem not in self._of_files]
        self.problems[:] = [*problems, *others]
        self._of_files = problems


def _stamps(*paths: Path) -> dict[Path, Stamp]:
    """Of each file what it is known by."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
