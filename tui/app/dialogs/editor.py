"""The note editor: the quote above, the text of the note below."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import Suggester
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.app import keys
from tui.app.dialog import Box, Dialog
from tui.app.dialogs.ask import Ask
from tui.app.dialogs.body import Body
from tui.app.paint import Ink, fit
from tui.app.widgets.labelled_field import LabelledField
from tui.app.widgets.row_widget import LaidOutOnce
from tui.app.widgets.status import Status
from tui.errors import FactdeskError
from tui.session import (
    NoteContent,
    NoteDraft,
    NotesAtCursor,
    Session,
    Target,
    TypedNote,
    complete_tag,
)
from tui.text import safe, spell
from tui.wording import date_words

if TYPE_CHECKING:
    from tui.app.app import Factdesk
    from tui.notes import Note

#: Seconds between checks for new text, which is stored within two seconds.
BEAT = 1.0


class TagSuggester(Suggester):
    """Completes the last tag from the tags of other notes."""

    def __init__(self, session: NotesAtCursor) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._session = session
        self._tags: list[str] | None = None

    def forget(self) -> None:
        """Read the tags again when they are needed."""
        self._tags = None

    async def get_suggestion(self, value: str) -> str | None:
        if self._tags is None:
            # Reads all notes files.
            tags = await to_thread(self._session.tags)
            self._tags = [tag for tag in tags if safe(tag) == tag]
        return complete_tag(value, self._tags)


class TextLine(LaidOutOnce, Static):
    """The text above the fields."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self._words = ""

    def say(self, words: str, longest: int) -> None:
        """Show this text; nothing happens if it is unchanged, since a new layout takes 4 ms."""
        if words != self._words:
            self._words = words
            self.update(Content(fit(words, longest)))


class NoteEditor(Dialog[bool]):
    """Closes only when the note was saved or discarded. Returns True if it was saved."""

    BINDINGS = keys.bindings("note")

    _target: Target
    _draft: NoteDraft
    #: Stores what is typed, while it is open.
    _beat: Timer
    #: The note as changed by another program, once the reader was warned.
    _theirs: Note | None

    def __init__(
        self, session: Session, ink: Ink, run: Callable[[Callable[[], None]], None]
    ) -> None:
        """`run` runs a function in a thread."""
        super().__init__()
        self._session, self._run = session, run
        self._box = Box(classes="dialog", id="editor")
        self._quote = TextLine(id="quote")
        self._body = Body(soft_wrap=True, show_line_numbers=False, id="body")
        self._suggester = TagSuggester(self._session)
        self._tags = LabelledField(
            placeholder=spell("with commas between; → completes"),
            id="tags",
            suggester=self._suggester,
        )
        self._value = LabelledField(id="value")
        self._proof = LabelledField(placeholder="how you know", id="proof")
        self._status = Status(ink, "note")

    def compose(self) -> ComposeResult:
        with self._box:
            yield self._quote
            yield self._body
            yield from self._fields
            yield self._status

    def on_mount(self) -> None:
        self._value.on_change(self, self._show_read)
        self._beat = self.set_interval(BEAT, self.keep_typed, pause=True)

    def write_on(self, target: Target) -> None:
        """The target to edit when it opens: shows a draft, or else the existing note."""
        self._target, self._before, self._theirs = target, target.content, None
        self._verdict = self._before.verdict
        self._draft = NoteDraft(self._session.notes, target)

    def begin(self) -> None:
        typed = self._draft.before()
        if typed == self._before.typed:
            self._draft.keep(TypedNote())
            typed = None
        self._show_target()
        self._show_typed(typed or self._before.typed)
        self._show_verdict()
        self._suggester.forget()
        self.set_focus(self._body)
        self._beat.reset()
        self._status.clear_message()
        if typed is not None:
            self._status.say("You typed this before, and it was not saved.")

    def end(self) -> None:
        self._beat.pause()

    def _show_target(self) -> None:
        """Show the target of the note, and the fields that apply to it."""
        whole = self._target.kind == "document"
        action = "Note" if self._target.note else "New note"
        self._box.border_title = f"{action} on the {self._target.kind}"
        self._quote.say(" ".join(self._target.words.split()), 500)
        said = self._target.document.said_date
        says = f"the page says {date_words(said)}" if said else "May 2022, 2022-05-27, 2022"
        self._value.placeholder = says if whole else "what it should be"
        names = "tags", "date" if whole else "value", "reason" if whole else "proof"
        for field, name in zip(self._fields, names, strict=True):
            field.name_it(name)

    def _show_typed(self, typed: TypedNote) -> None:
        self._body.load_text(typed.body)
        self._body.move_cursor(self._body.document.end)
        for field, words in zip(self._fields, typed[1:], strict=True):
            field.put(words)

    @property
    def _fields(self) -> tuple[LabelledField, ...]:
        return self._tags, self._value, self._proof

    @property
    def typed(self) -> TypedNote:
        """The current content of the fields."""
        return TypedNote(self._body.text, *(field.value for field in self._fields))

    @property
    def is_changed(self) -> bool:
        """Whether there is unsaved text."""
        before = self._before
        return self.typed != before.typed or self._verdict != before.verdict

    def keep_now(self) -> None:
        """Store the draft now, before the program ends."""
        with suppress(FactdeskError):
            self._draft.keep(self._new_words)

    @property
    def _new_words(self) -> TypedNote:
        """What was typed; empty if it equals what was there before."""
        return self.typed if self.typed != self._before.typed else TypedNote()

    def keep_typed(self) -> None:
        """Store the draft, in a thread."""
        typed = self._new_words
        # Bound to this note: the editor may show another one when the thread runs.
        draft = self._draft

        def work() -> None:
            try:
                draft.keep(typed)
            except FactdeskError as error:
                self.app.call_from_thread(self._status.say, f"NOT KEPT: {error}", error=True)

        if draft.would_keep(typed):
            self._run(work)

    def _show_verdict(self) -> None:
        symbol = self._session.verdicts.symbol(self._verdict)
        words = f"{symbol.sign} {self._verdict}" if self._verdict else "unchecked"
        self._tags.say(words)

    def _show_read(self, value: str) -> None:
        """Show how the value or date is understood."""
        self._value.say(self._target.understood(value))

    @on(Input.Submitted)
    def _to_next_field(self) -> None:
        self.focus_next()

    def action_note_verdict(self) -> None:
        self._verdict = self._session.verdicts.after(self._verdict)
        self._show_verdict()

    def action_note_outside(self) -> None:
        from tui.app.dialogs.external_editor import edited

        self.keep_typed()
        try:
            body = self._body.text
            self._take(edited(cast("Factdesk", self.app), lambda: self._draft.lend(body)))
        except FactdeskError as error:
            self._status.say(str(error), error=True)

    def _take(self, text: str) -> None:
        """Put in the place of the body what was written in another program."""
        if text != self._body.text:
            # As a single step for the editor's undo.
            self._body.replace(text, (0, 0), self._body.document.end)
            self._body.move_cursor(self._body.document.end)

    def action_note_save(self) -> None:
        try:
            written = self._target.read(self._before, self.typed, self._verdict)
        except FactdeskError as error:
            self._status.say(str(error), error=True)
            self._value.focus()
            return
        if written.is_empty:
            self._status.say("Nothing is written yet: type the note, or leave.", error=True)
            return
        try:
            if self._warns(written):
                return
            note = self._session.write_note(self._target, written)
        except FactdeskError as error:
            self._status.say(f"NOT SAVED: {error}", error=True)
            return
        if all(unsaved.note != note.id for unsaved in self._session.notes.unsaved):
            self._draft.drop()
        self.dismiss(True)

    def _warns(self, written: NoteContent) -> bool:
        """Warn, once for each change, that another program changed the note that would be
        overwritten."""
        theirs = self._session.clash(self._target, written)
        if theirs is None or theirs == self._theirs:
            return False
        self._theirs = theirs
        words = " ".join(theirs.body.split()) or theirs.verdict or "other fields"
        said = f"Changed elsewhere meanwhile: “{fit(words, 200)}”. {{note.save}} writes over it."
        self._status.say(keys.said(self, said), error=True)
        return True

    def action_note_leave(self) -> None:
        self._leave(lambda: self.dismiss(False))

    def leave_app(self, leave: Callable[[], None]) -> None:
        """End the program, after the same confirmation."""
        self._leave(leave)

    def _leave(self, leave: Callable[[], object]) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._draft.drop()
                leave()

        if self.is_changed:
            question = "Leave without saving what you typed?"
            self.app.push_screen(Ask(question, yes="leave it", no="go on writing"), answered)
        else:
            answered(True)
