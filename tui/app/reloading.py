"""Reloads settings and themes when their files are saved.

The files are checked periodically in a thread, and read only if one of them has changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from tui import config, files
from tui.app import keys
from tui.app.theming import Theming
from tui.config import Settings
from tui.errors import Problem
from tui.files import Stamp
from tui.session import Session

#: Seconds between checks of the files.
BEAT = 1.5


class Reloading(Theming):
    """Watches the settings; `Factdesk` adds the desk."""

    @dataclass
    class Saved(Message):
        """The settings, or the theme in use, were saved."""

    def __init__(self, session: Session, settings: Settings, problems: list[Problem]) -> None:
        self._settings_files = _stamps(*config.sources())
        super().__init__(session, settings, problems)
        self._of_files = list(self.problems)
        self._is_looking = False

    def on_mount(self) -> None:
        self.set_keymap(keys.keymap(self.chosen_keys))
        self.set_interval(BEAT, self.look)

    def look(self) -> None:
        """Check in a thread whether one of the files was saved."""
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

    def on_reloading_saved(self) -> None:
        """Apply the saved settings, and report problems in one line."""
        before = self.settings
        self._settings_files = _stamps(*config.sources())
        self.settings, problems = config.load()
        self._spell()
        named = self.settings.theme.name
        if named != before.theme.name:
            self.session.memory.choose_theme(named, instead_of=named)
            problems += self.apply_theme(named)
        else:
            problems += self.apply_theme(self.our_theme.name)
        self._know(problems)
        self.set_keymap(keys.keymap(self.chosen_keys))
        self.desk.frame.know_settings(self.settings)
        self._say(problems, "Read what you saved.")

    def _load_theme(self, name: str) -> list[Problem]:
        """Load a theme, and watch its files."""
        problems = super()._load_theme(name)
        own = files.config_folder() / "themes" / f"{self.our_theme.name}.toml"
        self._theme_files = _stamps(own, *self.our_theme.files)
        return problems

    def _know(self, problems: list[Problem]) -> None:
        """Replace the list of problems with settings and theme, keeping those with notes."""
        others = [problem for problem in self.problems if problem not in self._of_files]
        self.problems[:] = [*problems, *others]
        self._of_files = problems


def _stamps(*paths: Path) -> dict[Path, Stamp]:
    """The stamps of some files."""
    return {path: files.stamp(path) for path in paths}
