"""Moving about on the desk: from figure to figure, note to note, document to document, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.frame import COMING
from tui.app.panes import DOCUMENTS, READER

if TYPE_CHECKING:
    from tui.app.frame import Frame
    from tui.app.reader import Reader


class Moving:
    """Moves the session, and shows where that has led, or says that it led nowhere."""

    def __init__(self, frame: Frame) -> None:
        self._frame, self._session = frame, frame.session

    # In a pane --------------------------------------------------------------------------------

    def follow_reader(self, event: Reader.Moved) -> None:
        """Be where the reader has moved its cursor; a click on a figure focuses it."""
        session = self._session
        session.move(event.offset)
        if event.clicked and session.document and session.document.is_extracted:
            number = session.nearest_figure()
            if number is not None and session.document.figures[number].start <= event.offset:
                session.focus_figure(number)
        self._frame.follow()

    def point_at_figure(self, number: int) -> None:
        """Focus the figure that the cursor of its list is on."""
        self._session.focus_figure(number)
        self._frame.follow()

    def open_figure(self, number: int) -> None:
        """Go to a figure of the list, into the text."""
        self.point_at_figure(number)
        self._frame.panes.focus(READER)

    def open_document(self, number: int) -> None:
        """Open a document of the list; of a file that cannot be read, say why."""
        panes, listed = self._frame.panes, self._frame.panes.documents
        if number >= len(listed.documents):
            problem = listed.unreadable[number - len(listed.documents)]
            self._frame.status.say(str(problem), error=True)
        elif listed.documents[number] is self._session.document:
            panes.focus(READER)
        else:
            self._frame.open(listed.documents[number].name)

    # By keys ----------------------------------------------------------------------------------

    def step_figure(self, by: int) -> None:
        """Go so many figures on, or back."""
        document, where = self._session.document, "before" if by < 0 else "after"
        if document is not None and self._frame.background.is_coming(document):
            self._frame.status.say(COMING)
        else:
            self._arrive(self._session.step_figure(by), f"No figure {where} this one.")

    def step_note(self, by: int) -> None:
        """Go so many notes on, or back."""
        where = "before" if by < 0 else "after"
        self._arrive(self._session.step_note(by), f"No note {where} this place.")

    def step_document(self, by: int) -> None:
        """Open the document that is listed so many places further on."""
        listed = self._frame.panes.documents
        number = listed.beyond(self._session.number, by)
        if number is None:
            end = "first" if by < 0 else "last"
            filtered = " of those listed" if self._frame.filters.typed(DOCUMENTS) else ""
            self._frame.status.say(f"This is the {end} document{filtered}.")
        else:
            self._session.open(listed.documents[number].name)
            self._frame.show_document()

    def to_unchecked(self) -> None:
        """Go to the next figure that has no verdict."""
        document, say = self._session.document, self._frame.status.say
        if document is not None and not document.is_extracted:
            say(COMING)
        elif document is None or not document.figures:
            say("No figures here to check.")
        elif self._session.step_unchecked() is None:
            say(f"All {len(document.figures):,} figures here are checked.")
        else:
            self._frame.follow()

    def back(self) -> None:
        """Go back to where the reader was before the last jump."""
        self._arrive(self._session.back(), "Nowhere to go back to.")

    def forward(self) -> None:
        """Go forward again."""
        self._arrive(self._session.forward(), "Nowhere to go forward to.")

    def _arrive(self, moved: object, else_say: str) -> None:
        """Show where the session has moved, or say that it has not."""
        if moved is None:
            self._frame.status.say(else_say)
        elif self._frame.panes.reader.document is self._session.document:
            self._frame.follow()
        else:
            self._frame.show_document()
