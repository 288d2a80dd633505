"""Base class of dialogs on facts: notes and verdicts on the fact under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import keys
from tui.app.dialog import Dialog
from tui.app.status import Status
from tui.facts import Fact
from tui.session import Target

if TYPE_CHECKING:
    from tui.app.frame import Frame
    from tui.app.noting import Noting


class FactDialog(Dialog[Fact | None]):
    """Returns the fact that was opened, or None."""

    #: Shown if there is no fact under the cursor.
    NO_FACT: str

    def __init__(self, frame: Frame, noting: Noting, place: str, name: str) -> None:
        super().__init__()
        self._frame, self._noting, self._session = frame, noting, frame.session
        self._status = Status(frame.ink, keys.footer(place, frame.chosen_keys), name)

    @property
    def fact_here(self) -> Fact | None:
        """The fact under the cursor."""
        raise NotImplementedError

    def edit_note(self) -> None:
        """Write a note on the fact under the cursor, or open its note."""
        target = self._target()
        if target is not None:
            self._noting.edit(target)

    def action_verdict(self, number: int) -> None:
        """Set the verdict with this number (from 1) on the fact under the cursor."""
        target = self._target()
        if target is not None:
            self._noting.judge(target, number, self._status)

    def _target(self) -> Target | None:
        fact = self.fact_here
        if fact is None:
            self._status.say(keys.said(self, self.NO_FACT))
            return None
        return self._session.figure_target(fact.document, fact.figure)
