"""Moving on the desk: between figures, notes and documents, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.background.background import Background
from tui.app.desk.panes import DOCUMENTS, READER
from tui.app.desk.view import COMING, NO_FIGURES, NOTHING_OPEN

if TYPE_CHECKING:
    from tui.app.desk.view import DeskView
    from tui.app.widgets.reader import Reader


class MoveActions:
    """Moves the session's cursor and shows the result, or a message why it could not."""

    def __init__(self, view: DeskView) -> None:
        self._view, self._session = view, view.session

    # In a pane --------------------------------------------------------------------------------

    def follow_reader(self, event: Reader.Moved) -> None:
        """Follow the cursor of the reader; a click on a figure focuses it."""
        session = self._session
        session.move(event.offset)
        if event.clicked and session.document and session.document.is_extracted:
            number = session.nearest_figure()
            if number is not None and session.document.figures[number].start <= event.offset:
                session.focus_figure(number)
        self._view.follow()

    def point_at_figure(self, number: int) -> None:
        """Focus the figure under the cursor of the list."""
        self._session.focus_figure(number)
        self._view.follow()

    def open_figure(self, number: int) -> None:
        """Go to a figure from the list, and focus the text."""
        self.point_at_figure(number)
        self._view.panes.focus(READER)

    def open_document(self, number: int) -> None:
        """Open a document from the list; for an unreadable file, show the reason."""
        panes, listed = self._view.panes, self._view.panes.documents
        if number >= len(listed.documents):
            problem = listed.unreadable[number - len(listed.documents)]
            self._view.status.say(str(problem), error=True)
        elif listed.documents[number] is self._session.document:
            panes.focus(READER)
        else:
            self._view.open(listed.documents[number].name)

    # By keys ----------------------------------------------------------------------------------

    def step_figure(self, by: int) -> None:
        """Move by figures."""
        document, where = self._session.document, "before" if by < 0 else "after"
        if document is not None and Background.is_coming(document):
            self._view.status.say(COMING)
        elif document is None or not document.figures:
            self._view.status.say(NO_FIGURES if document else NOTHING_OPEN)
        else:
            self._arrive(self._session.step_figure(by), f"No figure {where} this one.")

    def step_note(self, by: int) -> None:
        """Move by notes."""
        where = "before" if by < 0 else "after"
        self._arrive(self._session.step_note(by), f"No note {where} this place.")

    def step_document(self, by: int) -> None:
        """Move by documents, in the order of the list."""
        listed = self._view.panes.documents
        number = listed.neighbour(self._session.number, by)
        if number is None:
            end = "first" if by < 0 else "last"
            filtered = " of those listed" if self._view.filters.typed(DOCUMENTS) else ""
            self._view.status.say(f"This is the {end} document{filtered}.")
        else:
            self._session.open(listed.documents[number].name)
            self._view.show_document()

    def to_unchecked(self) -> None:
        """Go to the next figure without a verdict."""
        document, say = self._session.document, self._view.status.say
        if document is not None and not document.is_extracted:
            say(COMING)
        elif document is None or not document.figures:
            say(NO_FIGURES if document else NOTHING_OPEN)
        elif self._session.step_unchecked() is None:
            say(f"All {len(document.figures):,} figures here are checked.")
        else:
            self._view.follow()

    def back(self) -> None:
        """Go back to the place before the last jump."""
        self._arrive(self._session.back(), "Nowhere to go back to.")

    def forward(self) -> None:
        """Go forward again."""
        self._arrive(self._session.forward(), "Nowhere to go forward to.")

    def _arrive(self, moved: object, else_say: str) -> None:
        """Show the session's new place, or a message if it has not moved."""
        if moved is None:
            self._view.status.say(else_say)
        elif self._view.panes.reader.document is self._session.document:
            self._view.follow()
        else:
            self._view.show_document()
