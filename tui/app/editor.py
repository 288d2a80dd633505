"""The note editor: the words it stands on above, the body below, the cursor in it at once."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app import keys
from tui.app.ask import Ask
from tui.app.body import Body
from tui.app.paint import Ink, fit
from tui.app.status import Status
from tui.errors import FactdeskError
from tui.session import Target

_KINDS = {"figure": "figure", "passage": "passage", "document": "document"}


class NoteEditor(ModalScreen[bool]):
    """Calls `keep` with the body; closes only when that has kept it. True if a note was saved."""

    BINDINGS = keys.bindings("note")

    def __init__(
        self, target: Target, keep: Callable[[str], object], ink: Ink, chosen: keys.Keys
    ) -> None:
        super().__init__()
        self._target = target
        self._keep = keep
        self._before = target.note.body if target.note else ""
        self._body = Body(self._before, soft_wrap=True, show_line_numbers=False, id="body")
        self._status = Status(ink, keys.footer("note", chosen))

    def compose(self) -> ComposeResult:
        action = "Note" if self._target.note else "New note"
        with Vertical(classes="dialog", id="editor") as dialog:
            dialog.border_title = f"{action} on the {_KINDS[self._target.kind]}"
            words = " ".join(self._target.words.split())
            yield Static(Content(fit(words, 500)), id="quote")
            yield self._body
            yield self._status

    def on_mount(self) -> None:
        self._body.move_cursor(self._body.document.end)
        self._body.focus()

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not yet kept."""
        return self._body.text != self._before

    def action_note_save(self) -> None:
        if not self._body.text.strip():
            self._status.say("Nothing is written yet: type the note, or leave.", error=True)
            return
        try:
            self._keep(self._body.text)
        except FactdeskError as error:
            self._status.say(f"NOT SAVED: {error}", error=True)
        else:
            self.dismiss(True)

    def action_note_leave(self) -> None:
        self._leave(lambda: self.dismiss(False))

    def leave_app(self) -> None:
        """End the program, after the same question (the application calls this)."""
        self._leave(self.app.exit)

    def _leave(self, leave: Callable[[], object]) -> None:
        if not self.is_changed:
            leave()
            return

        def answered(yes: bool | None) -> None:
            if yes:
                leave()

        question = "Leave without saving what you typed?"
        self.app.push_screen(Ask(question, yes="leave it", no="go on writing"), answered)
