"""The welcome at the start: the tour, a word to a new reader, or where they left off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.paint import fit_ends

if TYPE_CHECKING:
    from tui.app.app import Factdesk

#: Shown to a new reader who opens their own documents.
WORD = "New here? {desk.help} is help, {app.manual} the manual; factdesk --tour takes a minute."
LEFT = "{trail.back} goes back there."
#: Cells for the name of a document, so that all of it is seen in 80 columns.
LONGEST = 38


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
            from tui.app.desk.tour import Tour

            desk.tour = Tour(self._app)
        elif words := WORD if self._welcome else self._last_document_hint():
            desk.view.greet(desk.view.told(words))

    def _last_document_hint(self) -> str:
        """A message about where the reader left off the last time, unless the desk starts there."""
        session = self._app.session
        document = session.last_document()
        if document is None:
            return ""
        label = session.titles.label_with_file(document)
        return f"You left off in “{fit_ends(*label, LONGEST)}”: {LEFT}"
