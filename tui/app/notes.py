"""The list of all notes of the library."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app import keys
from tui.app.paint import CURSOR_BAR, NOTE_SIGN, Ink, Part, line
from tui.app.rows import Rows
from tui.app.status import Status
from tui.session import Mark, Session

if TYPE_CHECKING:
    from tui.app.noting import Noting

_STATES = {"changed": "words changed", "unsure": "place unsure", "lost": "words lost"}


class NoteList(Rows):
    """Three rows a note: its first line, the words it stands on, and the document."""

    PER_ITEM = 3
    EMPTY = ("No notes yet.", "Press a on a figure or a passage to write one.")

    def __init__(self, ink: Ink, session: Session) -> None:
        super().__init__(ink, id="note-list")
        self._session = session
        self.marks: list[Mark] = []

    def read(self) -> None:
        """Show the notes as they are now."""
        self.marks = self._session.all_marks()
        self.reset(self.cursor)

    @property
    def length(self) -> int:
        return len(self.marks)

    @property
    def ground(self) -> Style:
        return self.ink.surface

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        mark, ink = self.marks[number], self.ink
        ground = self.ground + ink.cursor if here else self.ground
        bar: Part = (CURSOR_BAR if here else " ", ink.bar)
        if part == 0:
            first = mark.note.body.strip().partition("\n")[0]
            state = _STATES.get(mark.state, "")
            return line(
                [bar, (NOTE_SIGN + " ", ink.note), (first, ink.title)],
                width,
                ground,
                right=[(f" {state} ", ink.error)] if state else [],
            )
        if part == 1:
            words = mark.note.anchor.exact if mark.note.anchor else "the whole document"
            return line([bar, ("  “" + " ".join(words.split()) + "”", ink.text)], width, ground)
        document = self._session.library.get(mark.note.document)
        title = document.title if document else f"{mark.note.document} (not open)"
        return line([bar, ("  " + title, ink.muted)], width, ground)


class NotesScreen(ModalScreen[None]):
    """Every note, in the order of the documents."""

    BINDINGS = keys.bindings("notes")

    def __init__(self, desk: "Noting", chosen: keys.Keys) -> None:
        super().__init__()
        self._desk = desk
        self._list = NoteList(desk.reader.ink, desk.session)
        self._status = Status(desk.reader.ink, keys.footer("notes", chosen), "Notes")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="notes") as dialog:
            dialog.border_title = "Notes"
            yield self._list
            yield self._status

    def on_mount(self) -> None:
        self._list.read()
        self._list.focus()

    def on_screen_resume(self) -> None:
        self._list.read()

    @property
    def _mark(self) -> Mark | None:
        return self._list.marks[self._list.cursor] if self._list.marks else None

    @on(Rows.Opened)
    def _go(self) -> None:
        mark = self._mark
        if mark is None:
            return
        if self._desk.session.open_mark(mark) is None:
            self._status.say("Its document is not open here.", error=True)
            return
        self.dismiss(None)
        self._desk.show_document()
        self._desk.focus_pane(1)

    def action_notes_edit(self) -> None:
        mark = self._mark
        target = self._desk.session.target_of(mark) if mark else None
        if target is None:
            self._status.say("Its document is not open here.", error=True)
        else:
            self._desk.edit(target)

    def action_notes_delete(self) -> None:
        if self._mark is not None:
            self._desk.delete(self._mark.note)

    def action_notes_close(self) -> None:
        self.dismiss(None)
