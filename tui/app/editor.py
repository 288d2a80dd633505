"""The note editor: the words it stands on above, the body below, the cursor in it at once."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Static

from tui.app import keys
from tui.app.ask import Ask
from tui.app.body import Body
from tui.app.field import Field
from tui.app.paint import fit
from tui.app.status import Status
from tui.errors import FactdeskError
from tui.session import (
    Noting,
    Target,
    Typing,
    Written,
    completed,
    same_words,
    split_tags,
)
from tui.text import safe

if TYPE_CHECKING:
    from tui.app.noting import Noting as Desk

#: Seconds between two looks at what has been typed; it is kept within two.
BEAT = 1.0


class Tags(Suggester):
    """Completes the last of the tags by those that other notes have."""

    def __init__(self, session: Noting) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._session = session
        self._tags: list[str] | None = None

    async def get_suggestion(self, value: str) -> str | None:
        if self._tags is None:
            # Reads every notes file there is.
            tags = await to_thread(self._session.tags)
            self._tags = [tag for tag in tags if safe(tag) == tag]
        return completed(value, self._tags)


class NoteEditor(ModalScreen[bool]):
    """Closes only when the note has been kept, or was given up. True if it was saved."""

    BINDINGS = keys.bindings("note")

    def __init__(self, desk: Desk, target: Target, chosen: keys.Keys) -> None:
        super().__init__()
        self._session, ink = desk.session, desk.reader.ink
        self._leave_desk = desk.leave_app
        self._run = desk.background.run
        self._target = target
        note = target.note
        self._before = Written(note.body, note.tags, note.verdict) if note else Written()
        self._tags_before = safe(", ".join(self._before.tags))
        self._verdict = self._before.verdict
        self._typing = Typing(self._session.notes, target)
        typed = self._typing.before()
        if typed is not None and same_words(self._before, typed):
            self._typing.keep("", "")
            typed = None
        self._is_kept = typed is not None
        body, tags = typed or (self._before.body, self._tags_before)
        tags = safe(tags)
        self._body = Body(body, soft_wrap=True, show_line_numbers=False, id="body")
        self._tags = Field(
            tags,
            placeholder="with commas between; → completes",
            id="tags",
            suggester=Tags(self._session),
        )
        self._judged = Static("", id="verdict", markup=False)
        self._status = Status(ink, keys.footer("note", chosen))

    def compose(self) -> ComposeResult:
        action = "Note" if self._target.note else "New note"
        with Vertical(classes="dialog", id="editor") as dialog:
            dialog.border_title = f"{action} on the {self._target.kind}"
            words = " ".join(self._target.words.split())
            yield Static(Content(fit(words, 500)), id="quote")
            yield self._body
            with Horizontal(id="below"):
                yield Static("tags", id="tags-label", markup=False)
                yield self._tags
                yield self._judged
            yield self._status

    def on_mount(self) -> None:
        self._body.move_cursor(self._body.document.end)
        self._body.focus()
        self._show_verdict()
        self.set_interval(BEAT, self.keep_typed)
        if self._is_kept:
            self._status.say("You typed this before, and it was not saved.", stay=True)

    @property
    def written(self) -> Written:
        """The note as it stands in the editor."""
        tags = self._before.tags
        if self._tags.value != self._tags_before:
            tags = split_tags(self._tags.value)
        return Written(self._body.text, tags, self._verdict)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not yet kept."""
        return self.written != self._before

    def keep_typed(self) -> None:
        """Keep what is typed so far as a draft, in a thread."""
        typed = ("", "")
        now = (self._body.text, self._tags.value)
        if now != (self._before.body, self._tags_before):
            typed = now

        def work() -> None:
            try:
                self._typing.keep(*typed)
            except FactdeskError as error:
                self.app.call_from_thread(self._status.say, f"NOT KEPT: {error}", error=True)

        if self._typing.would_keep(*typed):
            self._run(work)

    def _show_verdict(self) -> None:
        look = self._session.verdicts.look(self._verdict)
        words = f"{look.sign} {self._verdict}" if self._verdict else "unchecked"
        self._judged.update(Content(fit(words, 30)))

    def action_note_verdict(self) -> None:
        self._verdict = self._session.verdicts.after(self._verdict)
        self._show_verdict()

    def action_note_outside(self) -> None:
        from tui.app.outside import edited

        self.keep_typed()
        try:
            text = edited(self.app, self._body.text)
        except FactdeskError as error:
            self._status.say(str(error), error=True)
            return
        if text != self._body.text:
            # As one step that the editor's own undo takes back.
            self._body.replace(text, (0, 0), self._body.document.end)
            self._body.move_cursor(self._body.document.end)

    def action_note_save(self) -> None:
        written = self.written
        if not (written.body.strip() or written.tags or written.verdict):
            self._status.say("Nothing is written yet: type the note, or leave.", error=True)
            return
        try:
            note = self._session.write_note(self._target, written)
        except FactdeskError as error:
            self._status.say(f"NOT SAVED: {error}", error=True)
            return
        if all(unsaved.note != note.id for unsaved in self._session.notes.unsaved):
            self._typing.drop()
        self.dismiss(True)

    def action_note_leave(self) -> None:
        self._leave(lambda: self.dismiss(False))

    def leave_app(self) -> None:
        """End the program, after the same question (the application calls this)."""
        self._leave(self._leave_desk)

    def _leave(self, leave: Callable[[], object]) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._typing.drop()
                leave()

        if self.is_changed:
            question = "Leave without saving what you typed?"
            self.app.push_screen(Ask(question, yes="leave it", no="go on writing"), answered)
        else:
            answered(True)
