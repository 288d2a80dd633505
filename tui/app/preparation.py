"""Makes the dialogs before they are opened for the first time, while no key is pressed."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.app.dialog import draw_unseen, prepare_dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.app import Factdesk
    from tui.app.desk.desk import Desk
    from tui.app.dialog import Dialog

#: Seconds without a key before the next step, which takes 5 to 25 ms: a key that comes just then
#: must wait for it.
QUIET = 1.0


class Preparation:
    """What is still to be made: the dialogs that are opened most first, each drawn once, unseen,
    since what its widgets keep takes up to a third of opening it; and the find line."""

    def __init__(self, app: Factdesk, desk: Desk) -> None:
        self._app, self._desk = app, desk
        dialogs = (
            desk.dialog_actions.search_dialog,
            desk.note_actions.editor_dialog,
            desk.fact_actions.comparison_dialog,
            desk.dialog_actions.help_dialog,
            desk.fact_actions.table_dialog,
            desk.fact_actions.check_dialog,
            desk.note_actions.list_dialog,
            desk.dialog_actions.palette_dialog,
        )
        self._left: deque[Callable[[], object]] = deque(
            partial(self._make, each) for each in dialogs
        )
        self._left.appendleft(desk.find_actions.prepare)
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
        """Take the next step, unless a key was pressed meanwhile or a dialog is open."""
        if self._app.dispatched_keys == keys and self._app.screen is self._desk:
            self._left.popleft()()
        if self._left:
            self._wait()

    def _make(self, make: Callable[[], Dialog[Any]]) -> None:
        """Make a dialog; the next step draws it."""
        dialog = make()
        prepare_dialog(self._app, dialog)
        self._left.appendleft(partial(draw_unseen, self._app, dialog))
