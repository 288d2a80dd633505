"""What is open and where the cursor is, and what can be done with it. No screen.

The app calls these and shows what came of it; a script or a test does the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.documents import Document, Library
from tui.session.find import Found, find
from tui.session.marks import Mark, Marks
from tui.session.memory import Memory
from tui.session.trail import Place, Trail

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.notes import Note, NoteStore
    from tui.search import Hit, Index, NoteText

_start, _end = attrgetter("start"), attrgetter("end")


class Target(NamedTuple):
    """The words that a new note would stand on, and the note that stands there already."""

    document: Document
    start: int
    end: int
    kind: str
    note: Note | None

    @property
    def words(self) -> str:
        """The words themselves, or the title for a note on the whole document."""
        return self.document.text[self.start : self.end] or self.document.title

    def new_note(self, body: str) -> Note:
        """A note on these words, or on the whole document; not yet kept."""
        from tui.notes import Note

        if self.kind == "document":
            return Note.about(self.document, body=body)
        return Note.on(self.document, self.start, self.end, kind=self.kind, body=body)


class Session:
    """One reader at one desk: the library, the notes, the place in the text, and the way there."""

    def __init__(self, library: Library, notes: NoteStore, memory: Memory) -> None:
        self.library = library
        self.notes = notes
        self.memory = memory
        self.trail = Trail()
        self.document: Document | None = None
        self.offset = 0
        #: The number of the focused figure in `document.figures`, if one is focused.
        self.figure: int | None = None
        self.found: Found | None = None
        #: What was last searched for, and the index over all documents once it is built.
        self.query = ""
        self.index: Index | None = None
        self._marks: dict[str, Marks] = {}

    # Where the reader is -------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """The document and the offset that the cursor is on."""
        return Place(self.document.name, self.offset) if self.document else None

    @property
    def number(self) -> int:
        """The position of the document in the library, from 0; -1 without one."""
        return self.library.number(self.document.name) if self.document else -1

    def open(self, name: str, offset: int | None = None, *, jump: bool = True) -> Document | None:
        """Open a document at `offset`, or where it was left; None if there is none of that name.

        A jump is remembered, so that `back` leads to where the reader was.
        """
        document = self.library.get(name)
        if document is None:
            return None
        if jump and self.place:
            self.trail.leave(self.place)
        self.leave()
        if document is not self.document:
            self.found = find(document.text, self.found.words) if self.found else None
        if offset is None:
            offset = self.memory.place(document) or 0
        self.document = document
        self.move(offset)
        self.memory.remember(document, self.offset)
        return document

    def move(self, offset: int) -> None:
        """Put the cursor on a character; no figure is focused any more."""
        assert self.document is not None
        self.offset = max(0, min(offset, len(self.document.text)))
        self.figure = None

    def leave(self) -> None:
        """Remember the place in the document that is open."""
        if self.document:
            self.memory.remember(self.document, self.offset)

    def step_document(self, by: int) -> Document | None:
        """Open the document `by` further on; None where the library ends."""
        documents = self.library.documents
        number = max(0, min(self.number + by, len(documents) - 1))
        if not documents or number == self.number:
            return None
        return self.open(documents[number].name)

    def back(self) -> Document | None:
        """Return to where the last jump came from."""
        return self._turn(self.trail.back(self.place)) if self.place else None

    def forward(self) -> Document | None:
        """Undo one `back`."""
        return self._turn(self.trail.forward(self.place)) if self.place else None

    def _turn(self, place: Place | None) -> Document | None:
        return self.open(place.document, place.offset, jump=False) if place else None

    # Figures -------------------------------------------------------------------------------

    def focus_figure(self, number: int) -> Figure:
        """Put the cursor on a figure of the document by its number in `figures`."""
        assert self.document is not None
        figure = self.document.figures[number]
        self.move(figure.start)
        self.figure = number
        return figure

    def step_figure(self, by: int) -> Figure | None:
        """Focus the figure `by` further on from the cursor; None at the end of the text."""
        if not self.document or not self.document.figures:
            return None
        figures = self.document.figures
        if self.figure is not None:
            number = self.figure + by
        elif by > 0:
            number = bisect_left(figures, self.offset, key=_start) + by - 1
        else:
            number = bisect_left(figures, self.offset, key=_start) + by
        number = max(0, min(number, len(figures) - 1))
        if number == self.figure or (figures[number].start < self.offset) == (by > 0):
            return None
        return self.focus_figure(number)

    def nearest_figure(self) -> int | None:
        """The focused figure, else the one under the cursor or the next, by its number."""
        if self.figure is not None or not self.document or not self.document.figures:
            return self.figure
        figures = self.document.figures
        return min(bisect_right(figures, self.offset, key=_end), len(figures) - 1)

    # Notes ---------------------------------------------------------------------------------

    def marks(self, document: Document | None = None) -> Marks:
        """Where the notes of a document stand (the open one if none is named)."""
        document = document or self.document
        assert document is not None
        marks = self._marks.get(document.name)
        if marks is None:
            marks = Marks(document, self.notes.for_document(document))
            self._marks[document.name] = marks
        return marks

    def target(self) -> Target | None:
        """What a note written now would stand on: the focused figure, else the passage."""
        document = self.document
        if document is None:
            return None
        if self.figure is not None:
            figure = document.figures[self.figure]
            return self._target(document, figure.start, figure.end, "figure")
        from tui.session.passage import passage_at

        passage = passage_at(document.text, self.offset)
        if passage is None:
            return self._target(document, 0, 0, "document")
        return self._target(document, *passage, "passage")

    def note_here(self) -> Mark | None:
        """The note on the focused figure or under the cursor, else the one on the passage."""
        if self.document is None:
            return None
        target = self.target()
        if target and target.note:
            return self.marks().find(target.note.id)
        return self.marks().at(self.offset)

    def step_note(self, by: int) -> Mark | None:
        """Go to the note `by` further on in this document; None at its end."""
        if self.document is None:
            return None
        standing = self.marks().standing
        ahead = [mark for mark in standing if (mark.start or 0) > self.offset]
        behind = [mark for mark in standing if (mark.start or 0) < self.offset]
        row = ahead if by > 0 else behind[::-1]
        if not row:
            return None
        mark = row[min(abs(by), len(row)) - 1]
        self.go_to(mark)
        return mark

    def go_to(self, mark: Mark) -> None:
        """Put the cursor on the words of a note, and on the figure if they are one."""
        assert self.document is not None
        self.move(mark.start or 0)
        if mark.note.kind == "figure":
            number = bisect_left(self.document.figures, self.offset, key=_start)
            figure = self.document.figures[number : number + 1]
            if figure and (figure[0].start, figure[0].end) == (mark.start, mark.end):
                self.figure = number

    def target_of(self, mark: Mark) -> Target | None:
        """The words of a note that is there, to edit it; None if its document is not open."""
        document = self.library.get(mark.note.document)
        if document is None:
            return None
        return Target(document, mark.start or 0, mark.end or 0, mark.note.kind, mark.note)

    def all_marks(self) -> list[Mark]:
        """Every note: those of the open documents in their order, then the others."""
        marks = []
        for document in self.library.documents:
            here = self.marks(document)
            marks += [*here.standing, *here.elsewhere]
        known = {mark.note.id for mark in marks}
        marks += [Mark(note, "", None, None) for note in self.notes.all() if note.id not in known]
        return marks

    def open_mark(self, mark: Mark) -> Document | None:
        """Open the document of a note at its words; None if that document is not open."""
        document = self.open(mark.note.document, mark.start)
        if document is not None and mark.start is not None:
            self.go_to(mark)
        return document

    def write_note(self, target: Target, body: str) -> Note:
        """Keep a note on `target`: a new one, or the one that stands there with another body."""
        if target.note:
            note = self.notes.update(target.note._replace(body=body))
        else:
            note = self.notes.add(target.new_note(body))
        self._changed(target.document.name)
        return note

    def delete_note(self, note: Note) -> None:
        """Take a note away."""
        self.notes.remove(note.id)
        self._changed(note.document)

    def _target(self, document: Document, start: int, end: int, kind: str) -> Target:
        mark = self.marks(document).on(start, end)
        return Target(document, start, end, kind, mark.note if mark else None)

    def _changed(self, name: str) -> None:
        self._marks.pop(name, None)
        if self.index is not None:
            self.index.replace_notes(self.note_texts())

    # Searching everything --------------------------------------------------------------------

    def note_texts(self) -> list[NoteText]:
        """The notes as the index wants them."""
        from tui.search import NoteText

        return [
            NoteText(
                mark.note.document,
                mark.start or 0,
                mark.end or 0,
                mark.note.body,
                mark.note.id,
                tuple(mark.note.tags),
                mark.note.verdict,
            )
            for mark in self.all_marks()
            if self.library.get(mark.note.document) is not None
        ]

    def words_of(self, hit: Hit) -> tuple[str, int, int]:
        """The text that a hit shows, and the stretch of it: a sentence, a title, a note's body."""
        document = self.library.get(hit.document)
        if hit.kind == "note":
            body = next((note.body for note in self.notes.all() if note.id == hit.note), "")
            return body, 0, len(body)
        if document is None:
            return "", 0, 0
        if hit.kind == "title":
            return document.title, 0, len(document.title)
        return document.text, *hit.passage

    # Finding in the document ---------------------------------------------------------------

    def look_for(self, words: str) -> Found | None:
        """Mark every place of `words` in the document; nothing typed marks nothing."""
        self.found = find(self.document.text, words) if self.document and words.strip() else None
        return self.found

    def step_found(self, by: int, *, here: bool = False) -> int | None:
        """Move to the place found `by` further on, round the end; its number, or None.

        With `here`, a place under the cursor counts as the first.
        """
        if not self.found or not len(self.found.spans):
            return None
        spans = self.found.spans
        if by > 0:
            first = spans.after(self.offset - 1 if here else self.offset)
            number = (0 if first is None else first) + by - 1
        else:
            last = spans.before(self.offset)
            number = (len(spans) - 1 if last is None else last) + by + 1
        number %= len(spans)
        self.move(spans.items[number][0])
        return number
