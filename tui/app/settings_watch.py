"""Reloads settings and themes when their files are saved.

The files are checked periodically in a thread, and read only if one of them has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui import config, files
from tui.app import keys

if TYPE_CHECKING:
    from textual.app import App

    from tui.app.desk_view import DeskView
    from tui.app.theming import Theming
    from tui.errors import Problem

#: Seconds between checks of the files.
BEAT = 1.5


class SettingsWatch:
    """Watches the files of the settings and of the theme in use, and applies what was saved."""

    def __init__(
        self, app: App[Any], theming: Theming, view: DeskView, problems: list[Problem]
    ) -> None:
        self._app, self._theming, self._view = app, theming, view
        self._stamps = files.stamps(*config.sources())
        #: All problems, and those of them with settings and theme.
        self._problems, self._of_files = problems, list(problems)
        self._is_checking = False

    def check(self) -> None:
        """Check in a thread whether one of the files was saved."""
        if self._is_checking:
            return
        self._is_checking = True
        known = {**self._stamps, **self._theming.stamps}
        background = self._view.background

        def work() -> None:
            try:
                if known != files.stamps(*known):
                    background.give(self.read)
            finally:
                self._is_checking = False

        background.run(work)

    def read(self) -> None:
        """Apply the saved settings, and report problems in one line."""
        self._stamps = files.stamps(*config.sources())
        settings, problems = config.load()
        problems += self._theming.apply_settings(settings)
        self._keep(problems)
        self._app.set_keymap(keys.keymap(settings.keys))
        self._view.apply_settings(settings)
        self._view.say_done("Read what you saved.", problems)

    def _keep(self, problems: list[Problem]) -> None:
        """Replace the list of problems with settings and theme, keeping those with notes."""
        others = [problem for problem in self._problems if problem not in self._of_files]
        self._problems[:] = [*problems, *others]
        self._of_files = problems
