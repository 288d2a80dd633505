"""The rows of the list of notes."""

from rich.segment import Segment

from tui.app import keys
from tui.app.paint import Ink, Part, line, tail
from tui.app.widgets.rows import Rows
from tui.patterns import pattern
from tui.session import UNCERTAIN, ListedNote, Session, correction_words
from tui.text import cells, safe

_STATES = {
    "changed": "words changed: {notes.accept} accepts",
    "unsure": "here? {notes.accept} accepts",
    "lost": "words lost: {notes.attach} attaches",
    "gone": "document gone: {notes.attach} finds it",
    "deleted": "deleted: {notes.restore} restores",
}
_SPACE = pattern(r"\s+")


class NoteList(Rows):
    """Three rows for each note: its first line, its quote, and its document."""

    per_item = 3

    def __init__(self, ink: Ink, session: Session) -> None:
        super().__init__(ink, id="note-list")
        self._session = session
        self.notes: list[ListedNote] = []
        self.empty: tuple[str, ...] = ("Reading the notes …",)

    @property
    def here(self) -> ListedNote | None:
        """The note under the cursor."""
        return self.notes[self.cursor] if self.notes else None

    def show(self, notes: list[ListedNote], empty: tuple[str, ...]) -> None:
        """Show these notes, with the cursor on the same one as before if it is among them."""
        here = self.here.note.id if self.here else None
        self.notes, self.empty = notes, empty
        numbers = (number for number, one in enumerate(notes) if one.mark.note.id == here)
        self.reset(next(numbers, self.cursor))

    def begin_anew(self) -> None:
        """Move the cursor to the first row the next time notes are shown."""
        self.notes, self.cursor = [], 0

    @property
    def length(self) -> int:
        return len(self.notes)

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        listed, ink = self.notes[number], self.ink
        note, state = listed.note, keys.said(self, _STATES.get(listed.mark.state, ""))
        bar, ground = self.bar_and_ground(here)
        if part == 0:
            symbol = self._session.verdicts.symbol(note.verdict)
            first = note.body.strip().partition("\n")[0] or note.verdict or ""
            parts: list[Part] = [bar, (symbol.sign + " ", ink.of(symbol)), (first, ink.title)]
            if corrected := correction_words(note):
                parts.append(("  " * bool(first) + corrected, ink.text))
            parts += [(f"  {tag}", ink.accent) for tag in note.tags]
            right = [(f" {state} ", ink.error)] if state else []
            return line(parts, width, ground, right=right)
        if part == 1:
            return line([bar, ("  ", ink.text), *self._words(listed, width - 4)], width, ground)
        title = "  " + listed.title
        # Half of the row, and what the title leaves; the bar takes a cell.
        room = max(width // 2, width - cells(safe(title)) - 1)
        right = [(self._place(listed, room), ink.muted)]
        return line([bar, (title, ink.muted)], width, ground, right=right)

    def _place(self, listed: ListedNote, width: int) -> str:
        """The file and the line: several documents can have one title."""
        mark = listed.mark
        document = self._session.library.get(mark.note.document)
        name = mark.note.document
        if name == listed.title:
            return ""
        if document is not None and mark.start is not None:
            name += f":{document.line_of(mark.start)}"
        return f" {tail(name, width - 2)} "

    def _words(self, listed: ListedNote, width: int) -> list[Part]:
        """The quote in its sentence, or the current words if they were changed."""
        ink, note = self.ink, listed.note
        if note.anchor is None:
            return [("on the whole document", ink.muted)]
        before, exact, after = (_SPACE.sub(" ", part) for part in note.quoted)
        words = f"“{exact}”"
        if new := self._new_words(listed):
            return [(f"“{new}” was ", ink.error), (words, ink.text)]
        room = max(0, width - cells(words)) // 2
        return [(tail(before, room), ink.muted), (words, ink.text), (after, ink.muted)]

    def _new_words(self, listed: ListedNote) -> str:
        """The current words of a note whose quote was changed."""
        mark = listed.mark
        document = self._session.library.get(mark.note.document)
        if document is None or mark.start is None or mark.state not in UNCERTAIN:
            return ""
        return " ".join(document.text[mark.start : mark.end].split())
