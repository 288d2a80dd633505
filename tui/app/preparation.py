"""Makes the dialogs before they are opened for the first time, while no key is pressed."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from tui.app.dialog import prepare_dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.app import Factdesk
    from tui.app.desk.desk import Desk
    from tui.app.dialog import Dialog

#: Seconds without a key before the next dialog is made, which takes 10 to 25 ms: a key that comes
#: just then must wait for it.
QUIET = 1.0


class Preparation:
    """The dialogs that are still to be made, those that are opened most first."""

    def __init__(self, app: Factdesk, desk: Desk) -> None:
        self._app, self._desk = app, desk
        self._left: deque[Callable[[], Dialog[Any]]] = deque(
            [
                desk.dialog_actions.search_dialog,
                desk.note_actions.editor_dialog,
                desk.fact_actions.comparison_dialog,
                desk.dialog_actions.help_dialog,
                desk.fact_actions.table_dialog,
                desk.fact_actions.check_dialog,
                desk.note_actions.list_dialog,
                desk.dialog_actions.palette_dialog,
            ]
        )
        self._has_begun = False

    def begin(self) -> None:
        """Begin, the first time that this is called."""
        if not self._has_begun:
            self._has_begun = True
            self._wait()

    def _wait(self) -> None:
        keys = self._app.dispatched_keys
        self._desk.set_timer(QUIET, lambda: self._go_on(keys))

    def _go_on(self, keys: int) -> None:
        """Make the next dialog, unless a key was pressed meanwhile or a dialog is open."""
        if self._app.dispatched_keys == keys and self._app.screen is self._desk:
            prepare_dialog(self._app, self._left.popleft()())
        if self._left:
            self._wait()
