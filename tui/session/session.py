"""What is open and where the cursor is, and what can be done with it. No screen.

The app calls these and shows what came of it; a script or a test does the same.
"""

from typing import NamedTuple

from tui.documents import Document, Library
from tui.figures import Figure
from tui.notes import Note, NoteStore
from tui.session.find import Found, find
from tui.session.marks import Mark, Marks
from tui.session.memory import Memory
from tui.session.trail import Place, Trail


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
            ahead = (i for i, figure in enumerate(figures) if figure.start >= self.offset)
            number = next(ahead, len(figures)) + by - 1
        else:
            behind = [i for i, figure in enumerate(figures) if figure.start < self.offset]
            number = (behind[-1] if behind else -1) + by + 1
        number = max(0, min(number, len(figures) - 1))
        if number == self.figure or (figures[number].start < self.offset) == (by > 0):
            return None
        return self.focus_figure(number)

    def nearest_figure(self) -> int | None:
        """The focused figure, else the one under the cursor or the next, by its number."""
        if self.figure is not None or not self.document:
            return self.figure
        for number, figure in enumerate(self.document.figures):
            if figure.end > self.offset:
                return number
        return len(self.document.figures) - 1 if self.document.figures else None

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
        for start, end in document.passages:
            if end > self.offset:
                return self._target(document, start, end, "passage")
        return self._target(document, 0, 0, "document")

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
            for number, figure in enumerate(self.document.figures):
                if (figure.start, figure.end) == (mark.start, mark.end):
                    self.figure = number
                    break

    def write_note(self, target: Target, body: str) -> Note:
        """Keep a note on `target`: a new one, or the one that stands there with another body."""
        if target.note:
            note = self.notes.update(target.note._replace(body=body))
        else:
            note = self.notes.add(
                Note.on(target.document, target.start, target.end, kind=target.kind, body=body)
            )
        self._marks.pop(target.document.name, None)
        return note

    def delete_note(self, note: Note) -> None:
        """Take a note away."""
        self.notes.remove(note.id)
        self._marks.pop(note.document, None)

    def _target(self, document: Document, start: int, end: int, kind: str) -> Target:
        mark = self.marks(document).on(start, end)
        return Target(document, start, end, kind, mark.note if mark else None)

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
