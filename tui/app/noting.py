"""What the desk does with notes: every key is a verb of the session."""

from __future__ import annotations

from collections.abc import Callable

from tui.app import keys
from tui.app.dialog import kept
from tui.app.notesync import NoteSync
from tui.app.paint import fit
from tui.app.status import Status
from tui.errors import FactdeskError
from tui.notes import Note
from tui.session import Target

#: Cells of what a message repeats of the noted words.
_SAID_WORDS = 50
_SELECTING = (
    "{select.more} a word more, {select.less} less, {select.start} begins here, "
    "{note.write} notes it, {desk.escape} leaves"
)


class Noting(NoteSync):
    """Writing, judging and taking back; `Desk` adds the rest."""

    def action_note_write(self) -> None:
        self._edit_if(self._target(), "There is nothing open to write a note on.")

    def action_note_whole(self) -> None:
        self._edit_if(self.session.whole_target(), "There is nothing open to write a note on.")

    def action_note_edit(self) -> None:
        mark = self.session.note_here()
        words = keys.said(self, "No note here: {note.write} writes one.")
        self._edit_if(self.session.target_of(mark) if mark else None, words)

    def action_note_delete(self) -> None:
        mark = self.session.note_here()
        if mark is None:
            self.status.say("No note here to delete.")
        else:
            self.delete(mark.note)

    def _edit_if(self, target: Target | None, else_say: str) -> None:
        if target is None:
            self.status.say(else_say)
        else:
            self.edit(target)

    def _target(self) -> Target | None:
        return self.session.target(self.reader.dragged)

    def edit(self, target: Target) -> None:
        """Open the editor on a target, and keep what is written there."""
        from tui.app.editor import NoteEditor

        def written(saved: bool | None) -> None:
            if saved:
                self._done("Note saved.")

        ink = self.reader.ink
        editor = kept(self.app, NoteEditor, ink, lambda: NoteEditor(self, self.frame.chosen_keys))
        editor.write_on(target)
        self.status.hush()
        self.app.push_screen(editor, written)

    def delete(self, note: Note) -> None:
        """Delete a note after a question."""
        from tui.app.ask import Ask

        def answered(yes: bool | None) -> None:
            if yes:
                self.change(
                    lambda: self.session.delete_note(note),
                    keys.said(self, "Note deleted: {note.undo} brings it back."),
                )

        words = note.body or note.verdict or (note.anchor.exact if note.anchor else "")
        self.app.push_screen(Ask(f"Delete this note?  “{words[:200]}”"), answered)

    def action_notes_open(self) -> None:
        from tui.app.notes import NotesScreen

        ink = self.reader.ink
        screen = kept(self.app, NotesScreen, ink, lambda: NotesScreen(self, self.frame.chosen_keys))
        self.app.push_screen(screen)

    # Selecting --------------------------------------------------------------------------------

    def action_select_start(self) -> None:
        if self.session.document is not None:
            self.session.select()
            self.panes.focus(1)
            self._selected()

    def action_select_more(self) -> None:
        self._select(self.count.take())

    def action_select_less(self) -> None:
        self._select(-self.count.take())

    def _select(self, words: int) -> None:
        if self.session.origin is None:
            self.action_select_start()
        else:
            self.session.step_word(words)
            self._selected()

    def _selected(self) -> None:
        self.frame.follow()
        self.status.say(keys.said(self, _SELECTING), stay=True)

    # Verdicts ---------------------------------------------------------------------------------

    def action_verdict(self, number: int) -> None:
        """Pass the verdict of that number (from 1) on what a note would stand on."""
        target = self._target()
        if target is None or target.kind == "document":
            self.status.say("There is nothing here to judge.")
        else:
            self.judge(target, number, self.status)

    def judge(self, target: Target, number: int, status: Status) -> None:
        """Pass the verdict of that number (from 1) on some words, or take it back."""
        words = self.session.verdicts.words
        if number > len(words):
            status.say(f"The settings name {len(words)} verdicts.")
            return
        word = words[number - 1]
        sign = self.session.verdicts.look(word).sign
        was = target.note.verdict if target.note else None
        on = fit(" ".join(target.words.split()), _SAID_WORDS)
        said = f"Unchecked again (was {word}): {on}" if was == word else f"{sign} {word}: {on}"
        self.change(lambda: self.session.judge(target, word), said, status)

    # Taking back ------------------------------------------------------------------------------

    def action_note_undo(self) -> None:
        self._turn(self.session.undo, "Undone", "Nothing to undo.")

    def action_note_redo(self) -> None:
        self._turn(self.session.redo, "Done again", "Nothing to do again.")

    def _turn(self, turn: Callable[[], list[Note]], done: str, nothing: str) -> None:
        try:
            notes = turn()
        except FactdeskError as error:
            self.status.say(str(error), error=True)
            return
        if not notes:
            self.status.say(nothing)
            return
        # Notes that were carried over are named twice: where they are now, and where they were.
        note, count = notes[0], len({note.id for note in notes})
        words = " ".join((note.anchor.exact if note.anchor else note.document).split())
        what = f"the note on “{fit(words, _SAID_WORDS).rstrip('.')}”"
        if count > 1:
            what = f"{count:,} notes belong to {note.document} now"
        self._done(f"{done}: {what}.")

    def change(self, change: Callable[[], object], said: str, status: Status | None = None) -> None:
        """Change a note, and say so; a reason why not is said instead."""
        try:
            change()
        except FactdeskError as error:
            (status or self.status).say(f"NOT SAVED: {error}", error=True)
        else:
            self._done(said, status)

    def _done(self, said: str, status: Status | None = None) -> None:
        self.session.unselect()
        self.reader.know_selection(None)
        if self.reader.dragged:
            self.clear_selection()
        # The row below says NOT SAVED, and why.
        (status or self.status).say("" if self.session.notes.unsaved else said)
        self.notes_changed()
