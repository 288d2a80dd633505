"""The desk's actions on notes: write, delete, judge, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.desk.panes import READER
from tui.app.dialog import cached_dialog
from tui.app.paint import fit
from tui.errors import FactdeskError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tui.app.background.background import Background
    from tui.app.background.note_sync import NoteSync
    from tui.app.desk.view import DeskView
    from tui.app.dialogs.editor import NoteEditor
    from tui.app.dialogs.notes import NotesScreen
    from tui.app.widgets.status import Status
    from tui.notes import Note
    from tui.session import Mark, Target

#: The maximum width of a quote in a message.
_SAID_WORDS = 50
_NOTHING_OPEN = "There is nothing open to write a note on."


class NoteActions:
    """Changes notes through the session and reports the result; dialogs use it, too."""

    def __init__(
        self, screen: Screen[None], view: DeskView, background: Background, sync: NoteSync
    ) -> None:
        self._screen, self._view, self._session = screen, view, view.session
        self._background, self._sync = background, sync
        self._told = False

    # Writing ----------------------------------------------------------------------------------

    def write(self) -> None:
        """Write or open the note on the selection, the figure or the passage at the cursor."""
        self._edit_if(self._target(), _NOTHING_OPEN)

    def write_on_document(self) -> None:
        """Write or open the note on the whole document."""
        self._edit_if(self._session.whole_target(), _NOTHING_OPEN)

    def edit_here(self) -> None:
        """Edit the note at the cursor."""
        mark = self._session.note_here()
        words = self._view.told("No note here: {note.write} writes one.")
        self._edit_if(self._session.target_of(mark) if mark else None, words)

    def delete_here(self) -> None:
        """Delete the note at the cursor, after confirmation."""
        mark = self._session.note_here()
        if mark is None:
            self._view.status.say("No note here to delete.")
        else:
            self.delete(mark.note)

    def _edit_if(self, target: Target | None, else_say: str) -> None:
        if target is None:
            self._view.status.say(else_say)
        else:
            self.edit(target)

    def _target(self) -> Target | None:
        return self._session.target(self._view.panes.reader.dragged)

    def edit(self, target: Target) -> None:
        """Open the editor on a target, and save the result."""

        def closed(saved: bool | None) -> None:
            if saved:
                self._done("Note saved.")

        editor = self.editor_dialog()
        editor.write_on(target)
        self._view.status.clear_message()
        self._screen.app.push_screen(editor, closed)

    def editor_dialog(self) -> NoteEditor:
        """The dialog in which a note is written."""
        from tui.app.dialogs.editor import NoteEditor

        session, ink, run = self._session, self._view.ink, self._background.run
        app = self._screen.app
        return cached_dialog(app, NoteEditor, ink, lambda: NoteEditor(session, ink, run))

    def delete(self, note: Note) -> None:
        """Delete a note, after confirmation."""
        from tui.app.dialogs.ask import Ask

        def answered(yes: bool | None) -> None:
            if yes:
                self.change(
                    lambda: self._session.delete_note(note),
                    self._view.told("Note deleted: {note.undo} brings it back."),
                )

        words = note.body or note.verdict or (note.anchor.exact if note.anchor else "")
        self._screen.app.push_screen(Ask(f"Delete this note?  “{words[:200]}”"), answered)

    def list_all(self) -> None:
        """List all notes, and go to the opened one."""
        session, view = self._session, self._view

        def opened(mark: Mark | None) -> None:
            if mark is not None:
                session.open_mark(mark)
                view.show_document()
                view.panes.focus(READER)

        self._screen.app.push_screen(self.list_dialog(), opened)

    def list_dialog(self) -> NotesScreen:
        """The dialog that lists all notes."""
        from tui.app.dialogs.notes import NotesScreen

        session, ink, app = self._session, self._view.ink, self._screen.app
        return cached_dialog(
            app, NotesScreen, ink, lambda: NotesScreen(session, ink, self._background, self)
        )

    # Verdicts ---------------------------------------------------------------------------------

    def judge_here(self, number: int) -> None:
        """Set the verdict with this number (from 1) on the target at the cursor."""
        target, status = self._target(), self._view.status
        if target is None or target.kind == "document":
            status.say("There is nothing here to judge.")
        else:
            self.judge(target, number, status)

    def judge(self, target: Target, number: int, status: Status) -> None:
        """Set the verdict with this number (from 1) on a target, or clear it."""
        words = self._session.verdicts.words
        if number > len(words):
            status.say(f"The settings name {len(words)} verdicts.")
            return
        word = words[number - 1]
        sign = self._session.verdicts.symbol(word).sign
        was = target.note.verdict if target.note else None
        on = fit(" ".join(target.words.split()), _SAID_WORDS)
        said = f"Unchecked again (was {word}): {on}" if was == word else f"{sign} {word}: {on}"
        self.change(lambda: self._session.judge(target, word), said, status)

    # Taking back ------------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last change of a note."""
        self._turn(self._session.undo, "Undone", "Nothing to undo.")

    def redo(self) -> None:
        """Redo the change that was undone last."""
        self._turn(self._session.redo, "Redone", "Nothing to redo.")

    def _turn(self, turn: Callable[[], list[Note]], done: str, nothing: str) -> None:
        try:
            notes = turn()
        except FactdeskError as error:
            self._view.status.say(str(error), error=True)
            return
        if not notes:
            self._view.status.say(nothing)
            return
        # Moved notes are listed twice: at the new place and at the old one.
        note, count = notes[0], len({note.id for note in notes})
        words = " ".join((note.anchor.exact if note.anchor else note.document).split())
        what = f"the note on “{fit(words, _SAID_WORDS).rstrip('.')}”"
        if count > 1:
            what = f"{count:,} notes belong to {note.document} now"
        self._done(f"{done}: {what}.")

    # Any change -------------------------------------------------------------------------------

    def change(self, change: Callable[[], object], said: str, status: Status | None = None) -> None:
        """Run a change of a note, and report the result or the error."""
        try:
            change()
        except FactdeskError as error:
            (status or self._view.status).say(f"NOT SAVED: {error}", error=True)
        else:
            self._done(said, status)

    def _away(self) -> str:
        """Report once that notes are not saved beside the documents, where one would look."""
        document = self._session.document
        away = None if self._told or document is None else self._session.notes.away(document.name)
        if away is None:
            return ""
        self._told = True
        return f"This folder cannot be written, so notes are saved in {away}."

    def _done(self, said: str, status: Status | None = None) -> None:
        self._view.clear_selection()
        # The alarm row shows NOT SAVED, and why.
        words = "" if self._session.notes.unsaved else said
        if words and (away := self._away()):
            words = f"{words.rstrip('.')}. {away}"
        (status or self._view.status).say(words)
        self._sync.notes_changed()
