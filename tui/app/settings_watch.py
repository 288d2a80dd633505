"""Reloads settings and themes when their files are saved.

The files are checked periodically in a thread, and read only if one of them has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui import config, files
from tui.app import keys
from tui.app.dialog import open_dialogs

if TYPE_CHECKING:
    from textual.app import App

    from tui.app.background.background import Background
    from tui.app.desk.view import DeskView
    from tui.app.problem_list import ProblemList
    from tui.app.theming import Theming

#: Seconds between checks of the files.
BEAT = 1.5


class SettingsWatch:
    """Watches the files of the settings and of the theme in use, and applies what was saved."""

    def __init__(
        self,
        app: App[Any],
        theming: Theming,
        view: DeskView,
        background: Background,
        problems: ProblemList,
    ) -> None:
        self._app, self._theming, self._view = app, theming, view
        self._background, self._problems = background, problems
        self._stamps = files.stamps(*config.sources())
        self._is_checking = False

    def check(self) -> None:
        """Check in a thread whether one of the files was saved."""
        if self._is_checking:
            return
        self._is_checking = True
        known = {**self._stamps, **self._theming.stamps}
        background = self._background

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
        self._problems.with_settings = tuple(problems)
        self._app.set_keymap(keys.keymap(settings.keys))
        self._view.apply_settings(settings)
        for dialog in open_dialogs(self._app):
            dialog.show_keys()
        self._view.say_done("The settings were reloaded.", problems)
