"""The welcome at the start: the tour, a word to a new reader, or where they left off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.paint import fit

if TYPE_CHECKING:
    from tui.app.app import Factdesk

#: Shown to a new reader who opens their own documents.
WORD = "New here? {desk.help} is help, {app.manual} the manual; factdesk --tour takes a minute."
LEFT = "{trail.back} goes back there."


class Greeting:
    """Welcomes the reader once: with the `tour`, a `word`, or, if `welcome` is empty, neither."""

    def __init__(self, app: Factdesk, welcome: str) -> None:
        self._app, self._welcome = app, welcome
        self._is_over = False

    def greet(self) -> None:
        """Welcome the reader, once there is something to show."""
        session, desk = self._app.session, self._app.desk
        if self._is_over or session.document is None:
            return
        self._is_over = True
        if self._welcome:
            session.memory.is_welcomed = True
            session.memory.save()
        if self._welcome == "tour":
            from tui.app.tour import Tour

            desk.tour = Tour(self._app)
        elif words := WORD if self._welcome else self._last_document_hint():
            desk.view.greet(desk.view.told(words))

    def _last_document_hint(self) -> str:
        """A message about where the reader left off the last time, unless the desk starts there."""
        document = self._app.session.last_document()
        return f"You left off in “{fit(document.title, 40)}”: {LEFT}" if document else ""
