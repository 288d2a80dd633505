"""The main screen: every key is a verb of the session, and a look at what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from tui.app import keys
from tui.app.find import FindLine
from tui.app.noting import Noting
from tui.app.reader import Reader
from tui.app.rows import Rows
from tui.session import Found, Place

if TYPE_CHECKING:
    from tui.search import Hit


class Desk(Noting):
    """Turns keys into verbs of the session."""

    BINDINGS = keys.bindings("desk")

    @dataclass
    class ThemesWanted(Message):
        """The reader wants to choose a theme."""

    _find_from: Place | None = None

    # Moving -----------------------------------------------------------------------------------

    def on_reader_moved(self, event: Reader.Moved) -> None:
        session = self.session
        session.move(event.offset)
        if event.clicked and session.document and session.document.is_extracted:
            number = session.nearest_figure()
            if number is not None and session.document.figures[number].start <= event.offset:
                session.focus_figure(number)
        self.follow()

    @on(Rows.Moved, "#figures")
    def _figure_pointed(self, event: Rows.Moved) -> None:
        self.session.focus_figure(event.number)
        self.follow()

    @on(Rows.Opened, "#figures")
    def _figure_opened(self, event: Rows.Opened) -> None:
        self.session.focus_figure(event.number)
        self.follow()
        self.focus_pane(1)

    @on(Rows.Opened, "#documents")
    def _document_opened(self, event: Rows.Opened) -> None:
        documents = self.documents.documents
        if event.number < len(documents):
            if documents[event.number] is not self.session.document:
                self.session.open(documents[event.number].name)
                self.show_document()
            self.focus_pane(1)
        else:
            self.status.say(
                str(self.documents.unreadable[event.number - len(documents)]), error=True
            )

    def _turned(self, moved: object, else_say: str) -> None:
        """Show where a verb of the session has led, or say that it led nowhere."""
        if moved is None:
            self.status.say(else_say)
        elif self.reader.document is self.session.document:
            self.follow()
        else:
            self.show_document()

    def action_document_next(self) -> None:
        self._turned(self.session.step_document(self.take_count()), "This is the last document.")

    def action_document_previous(self) -> None:
        self._turned(self.session.step_document(-self.take_count()), "This is the first document.")

    def action_figure_next(self) -> None:
        self._turned(self.session.step_figure(self.take_count()), "No figure after this one.")

    def action_figure_previous(self) -> None:
        self._turned(self.session.step_figure(-self.take_count()), "No figure before this one.")

    def action_note_next(self) -> None:
        self._turned(self.session.step_note(self.take_count()), "No note after this place.")

    def action_note_previous(self) -> None:
        self._turned(self.session.step_note(-self.take_count()), "No note before this place.")

    def action_trail_back(self) -> None:
        self._turned(self.session.back(), "Nowhere to go back to.")

    def action_trail_forward(self) -> None:
        self._turned(self.session.forward(), "Nowhere to go forward to.")

    # Panes ------------------------------------------------------------------------------------

    def action_pane_next(self) -> None:
        self.focus_pane((self._pane + 1) % 3)

    def action_pane_previous(self) -> None:
        self.focus_pane((self._pane - 1) % 3)

    def action_desk_escape(self) -> None:
        self.focus_pane(1)
        self.status.hush()
        if self.session.origin is not None:
            self.session.unselect()
            self.follow()
            return
        if self._in_progress:
            self.background.stop()
            self.status.say("Stopped. Open a document to find its figures.")
        if self.session.found is not None:
            self.session.found = None
            self.reader.know_found(None)

    # Finding in the document ------------------------------------------------------------------

    def action_find_open(self) -> None:
        if self.session.document is None or self._find is not None:
            return
        self.status.hush()
        self._find_from = self.session.place
        self._find = FindLine(self.session.found.words if self.session.found else "")
        self.mount(self._find, before=self.status)
        self.focus_pane(1)

    def on_find_line_changed(self, event: FindLine.Changed) -> None:
        if self._find_from is not None:
            self.session.move(self._find_from.offset)
        found = self.session.look_for(event.words)
        self._show_found(self.session.step_found(1, here=True) if found else None)

    def on_find_line_stepped(self, event: FindLine.Stepped) -> None:
        self._show_found(self.session.step_found(event.by))

    def on_find_line_closed(self, event: FindLine.Closed) -> None:
        if self._find is None:
            return
        if event.accepted and self._find_from and self._find_from != self.session.place:
            self.session.trail.leave(self._find_from)
        if not event.accepted:
            self.session.found = None
            self.session.move(self._find_from.offset if self._find_from else 0)
            self.reader.know_found(None)
            self.follow()
        self._find.remove()
        self._find = None
        self.focus_pane(1)

    def action_find_next(self) -> None:
        self._step_found(self.take_count())

    def action_find_previous(self) -> None:
        self._step_found(-self.take_count())

    def _step_found(self, by: int) -> None:
        if self.session.found is None:
            self.status.say("Nothing to find yet: press / and type.")
        else:
            self._show_found(self.session.step_found(by))

    def _show_found(self, number: int | None) -> None:
        found = self.session.found
        self.reader.know_found(found, number)
        self.follow()
        words = _count(found, number)
        if self._find is not None:
            self._find.count(words)
        elif words:
            self.status.say(words)

    # Searching everything ---------------------------------------------------------------------

    def action_search_open(self) -> None:
        from tui.app.search import SearchScreen

        def opened(hit: Hit | None) -> None:
            if hit is not None:
                self.go(hit)

        self.index_notes()
        self.app.push_screen(SearchScreen(self.session, self.reader.ink, self._keys), opened)

    # Leaving ------------------------------------------------------------------------------------

    def action_themes_open(self) -> None:
        self.post_message(self.ThemesWanted())

    def action_desk_palette(self) -> None:
        self.app.action_command_palette()

    def action_desk_quit(self) -> None:
        self.leave_app()


def _count(found: Found | None, number: int | None) -> str:
    if found is None:
        return ""
    if number is None:
        return "not found"
    return f"{number + 1:,} of {found.how_many}"
