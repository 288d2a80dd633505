"""The desk's actions for selecting words with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.desk.panes import READER

if TYPE_CHECKING:
    from tui.app.desk.view import DeskView

_SELECTING = (
    "{select.more} a word more, {select.less} less, {select.start} begins here, "
    "{note.write} notes it, {figure.copy} copies it, {desk.escape} leaves"
)


class SelectionActions:
    """Starts, extends and clears a selection in the text."""

    def __init__(self, view: DeskView) -> None:
        self._view, self._session = view, view.session

    def start(self) -> None:
        """Start at the cursor, or at the focused figure."""
        if self._session.document is not None:
            self._session.select()
            self._view.panes.focus(READER)
            self._show()

    def extend(self, words: int) -> None:
        """Extend or shrink the selection by words; starts one if there is none."""
        if self._session.origin is None:
            self.start()
        else:
            self._session.step_word(words)
            self._show()

    def copy(self) -> None:
        """Copy the selection, or else the sentence of the figure or the passage at the cursor."""
        from tui.app.copying import copy

        target, status = self._session.target(self._view.panes.reader.dragged), self._view.status
        if target is None:
            status.say("There is nothing open to copy.")
        else:
            copy(status.app, target, status)

    def stop(self) -> bool:
        """Clear the selection; returns whether there was one."""
        if self._session.origin is None:
            return False
        self._session.unselect()
        self._view.follow()
        return True

    def _show(self) -> None:
        self._view.follow()
        self._view.status.say(self._view.told(_SELECTING), stay=True)
