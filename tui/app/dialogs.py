"""The dialogs over the desk: what each is opened with, and what is done with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.dialog import kept

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.frame import Frame
    from tui.app.opening import Opening


class Dialogs:
    """Opens them. Their modules are loaded when they are first asked for."""

    def __init__(self, screen: Screen[None], frame: Frame, opening: Opening) -> None:
        self._screen, self._frame = screen, frame
        self._opening = opening

    def path(self) -> None:
        """Ask for a path, and open what is there."""
        from tui.app.path import PathScreen

        frame, bring = self._frame, self._opening.bring
        ink, endings = frame.ink, frame.settings.documents.endings
        run = frame.background.run
        screen = kept(
            self._screen.app,
            PathScreen,
            ink,
            lambda: PathScreen(ink, frame.chosen_keys, endings, bring, run),
        )
        self._screen.app.push_screen(screen)
