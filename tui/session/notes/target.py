"""The target of a note: the words that it is about, or an existing note with its fields."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.documents import Document
from tui.errors import FactdeskError
from tui.session.notes.note_fields import NoteContent, TypedNote, read_date, read_value, value_words
from tui.wording import date_words, summary

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.notes import Note

_start = attrgetter("start")


class Target(NamedTuple):
    """The words that a note is about, and the note that exists on them, if any."""

    document: Document
    start: int
    end: int
    kind: str
    note: Note | None

    @property
    def words(self) -> str:
        """The words, or the title for a note on the whole document."""
        if self.note and self.note.anchor and not self.end:
            return self.note.anchor.exact
        return self.document.text[self.start : self.end] or self.document.title

    @property
    def key(self) -> str:
        """The key of a draft of this note."""
        return f"note {self.note.id}" if self.note else f"{self.kind} {self.start} {self.end}"

    @property
    def figure(self) -> Figure | None:
        """The figure that the words are, if figures are extracted already."""
        if not self.document.is_extracted:
            return None
        return _figure_on(self.document, self.start, self.end)

    @property
    def content(self) -> NoteContent:
        """The content of the existing note; empty for a new one."""
        note = self.note
        if note is None:
            return NoteContent()
        return NoteContent(note.body, note.tags, note.verdict, note.value, note.proof, note.dated)

    def read(self, before: NoteContent, typed: TypedNote, verdict: str | None) -> NoteContent:
        """The content of the note after its fields were typed.

        Raises `FactdeskError` for an invalid date.
        """
        shown = before.typed
        new = before.retyped(shown, typed)._replace(verdict=verdict)
        if typed.value == shown.value:
            return new
        if self.kind == "document":
            return new._replace(dated=read_date(typed.value, self.document.said_date))
        return new._replace(value=read_value(typed.value, self.figure))

    def understood(self, typed: str) -> str:
        """How a value or date is understood while it is typed."""
        if not typed.strip():
            return ""
        if self.kind == "document":
            try:
                return f"= {date_words(read_date(typed, self.document.said_date))}"
            except FactdeskError:
                return "not a date yet"
        figure = self.figure
        words = value_words(read_value(typed, figure) or "", figure)
        return f"= {words}" if words else "not a figure: kept as words"

    def new_note(self, written: NoteContent) -> Note:
        """A new note on these words, or on the whole document; not stored yet."""
        from tui.notes import Note

        said = written._asdict()
        unsaid = said.pop("value" if self.kind == "document" else "dated")
        assert not unsaid
        if self.kind == "document":
            return Note.about(self.document, **said)
        return Note.on(self.document, self.start, self.end, kind=self.kind, **said)


def figure_words(document: Document, start: int, end: int) -> str:
    """A summary of the figure at a span, in one line; "" if there is none.

    Extracts the figures of the document if necessary.

    >>> figure_words(Document.from_text("In May some 30 ships sank.", name="a"), 12, 14)
    '≈ 30 ships · May, year?'
    """
    assert document.figures is not None
    figure = _figure_on(document, start, end)
    return summary(figure) if figure else ""


def _figure_on(document: Document, start: int, end: int) -> Figure | None:
    figures = document.figures
    number = bisect_left(figures, start, key=_start)
    found = figures[number] if number < len(figures) else None
    return found if found and (found.start, found.end) == (start, end) else None
