"""What a reader does with notes: write, judge, take back. No screen."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.documents import Document, Library
from tui.session.marks import Mark, Marks
from tui.session.note_fields import Written
from tui.session.selecting import Selecting
from tui.session.spans import Span
from tui.session.target import Target
from tui.session.verdicts import Verdicts

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.notes import Note, NoteStore

_start = attrgetter("start")


class Noting(Selecting):
    """The notes on what is open, as the reader at the cursor sees and changes them."""

    def __init__(self, library: Library, notes: NoteStore, verdicts: Verdicts) -> None:
        super().__init__()
        self.library = library
        self.notes = notes
        self.verdicts = verdicts
        #: How many notes each document has, by its name; counted in the background.
        self.note_counts: dict[str, int] = {}
        self._marks: dict[str, Marks] = {}
        self._readings: dict[str, int] = {}
        #: Documents whose date was set or taken away, until somebody has found their figures anew.
        self.redated: list[Document] = []
        self._was_on_figure = False

    # Where notes stand ----------------------------------------------------------------------

    def marks(self, document: Document | None = None) -> Marks:
        """Where the notes of a document stand (the open one if none is named)."""
        document = document or self.document
        assert document is not None
        marks = self._marks.get(document.name)
        if marks is None:
            marks = Marks(document, self.notes.for_document(document), self.verdicts)
            self._readings[document.name] = self.notes.readings(document.name)
            self._keep_marks(document, marks)
        return marks

    def known_marks(self, document: Document) -> Marks | None:
        """Where the notes of a document stand, if that is known without reading them."""
        return self._marks.get(document.name)

    def _keep_marks(self, document: Document, marks: Marks) -> None:
        self._marks[document.name] = marks
        self.note_counts[document.name] = len(marks)
        self.know_dates({document.name: marks.dated})

    def know_counts(self, counts: Mapping[str, int]) -> None:
        """Use these numbers of notes for each document, except where notes have been read since."""
        read = {name: len(marks) for name, marks in self._marks.items()}
        self.note_counts = {**counts, **read}

    def know_dates(self, dates: Mapping[str, str | None]) -> None:
        """Apply the dates that notes set to their documents, by the documents' names."""
        for name, dated in dates.items():
            document = self.library.get(name)
            had_figures = document is not None and document.is_extracted
            if document is None or not document.date_by_hand(dated) or not had_figures:
                continue
            self.redated.append(document)
            if document is self.document:
                self._was_on_figure = self.figure is not None
                self.figure = None

    def know_verdicts(self, verdicts: Verdicts) -> None:
        """Offer other verdicts; notes keep those that they have."""
        if verdicts.words != self.verdicts.words:
            self.verdicts = verdicts
            self.forget_marks()

    def await_figure(self) -> None:
        """Focus the figure that begins at the cursor, at once or when figures have been found."""
        self._was_on_figure = True
        if self.document is not None and self.document.is_extracted:
            self.refocus()

    def refocus(self) -> None:
        """Focus the figure that was waited for, or was focused before figures were found anew."""
        if self._was_on_figure and self.figure is None:
            self.focus_figure_at(self.offset)
        self._was_on_figure = False

    def forget_marks(self) -> None:
        """Look for the words of all notes again, after others have changed some."""
        self._marks.clear()

    def target(self, dragged: Span | None = None) -> Target | None:
        """What a note written now would stand on: the selection, the figure, or the passage.

        `dragged` is what the mouse has selected.
        """
        document = self.document
        if document is None:
            return None
        selected = _trimmed(document.text, self.selection or dragged)
        if selected is not None:
            return self._target(document, *selected, "passage")
        if self.figure is not None:
            figure = document.figures[self.figure]
            return self._target(document, figure.start, figure.end, "figure")
        from tui.session.passage import passage_at

        passage = passage_at(document.text, self.offset)
        if passage is None:
            return self.whole_target()
        return self._target(document, *passage, "passage")

    def figure_target(self, document: Document, figure: Figure) -> Target:
        """What a note on a figure of any document stands on."""
        return self._target(document, figure.start, figure.end, "figure")

    def whole_target(self) -> Target | None:
        """What a note on the whole document stands on."""
        if self.document is None:
            return None
        mark = self.marks().on_whole()
        return Target(self.document, 0, 0, "document", mark.note if mark else None)

    def target_of(self, mark: Mark) -> Target | None:
        """The words of a note that is there, to edit it; None if its document is not open."""
        document = self.library.get(mark.note.document)
        if document is None:
            return None
        return Target(document, mark.start or 0, mark.end or 0, mark.note.kind, mark.note)

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
        if mark.note.kind == "figure" and not self.document.is_extracted:
            self.await_figure()
        elif mark.note.kind == "figure":
            number = bisect_left(self.document.figures, self.offset, key=_start)
            figure = self.document.figures[number : number + 1]
            if figure and (figure[0].start, figure[0].end) == (mark.start, mark.end):
                self.figure = number

    def tags(self) -> list[str]:
        """Every tag there is, the most used first."""
        counted = Counter(tag for note in self.notes.all() for tag in note.tags)
        return [tag for tag, _ in counted.most_common()]

    # Changing notes -------------------------------------------------------------------------

    def write_note(self, target: Target, written: Written) -> Note:
        """Keep a note on `target`: a new one, or the one that stands there changed."""
        if target.note:
            note = self.notes.update(target.note._replace(**written._asdict()))
        else:
            note = self.notes.add(target.new_note(written))
        self._changed(note)
        return note

    def delete_note(self, note: Note) -> None:
        """Take a note away."""
        self._changed(self.notes.remove(note.id))

    def judge(self, target: Target, verdict: str) -> Note | None:
        """Pass a verdict, or take it away if it is the one that stands; None if no note is left."""
        note = target.note
        if note is None:
            return self.write_note(target, Written(verdict=verdict))
        written = target.written._replace(verdict=None if note.verdict == verdict else verdict)
        if not written.is_empty:
            return self.write_note(target, written)
        self.delete_note(note)
        return None

    def step_unchecked(self) -> Figure | None:
        """Focus the next figure without a verdict, round the end; None when all have one."""
        if self.document is None or not self.document.figures:
            return None
        marks, figures = self.marks(), self.document.figures
        here = -1 if self.figure is None else self.figure
        if self.figure is None:
            here = bisect_left(figures, self.offset, key=_start) - 1
        for number in (*range(here + 1, len(figures)), *range(here + 1)):
            if marks.verdict_on(figures[number]) is None:
                return self.focus_figure(number)
        return None

    def undo(self) -> list[Note]:
        """Undo the last change; returns the notes that it was about, as they are again."""
        return self._turned(self.notes.undo())

    def redo(self) -> list[Note]:
        """Redo the change that was undone last."""
        return self._turned(self.notes.redo())

    def restore(self, note: Note) -> Note:
        """Bring a removed note back."""
        back = self.notes.restore(note.id)
        self._changed(back)
        return back

    def attach(self, note: Note, document: Document, start: int, end: int) -> Note:
        """Put a note on other words: a changed anchor accepted, a lost one attached again."""
        if document.name != note.document:
            raise ValueError("a note stays with its document")
        kept = self.notes.update(note.anchored_at(document, start, end))
        self._changed(kept)
        return kept

    def move_notes(self, name: str, document: Document) -> int:
        """Move the notes of a document that is gone to another one; returns how many."""
        count = self.notes.move_notes(name, document)
        for changed in (name, document.name):
            self._marks.pop(changed, None)
            self.note_counts.pop(changed, None)
        self.marks(document)
        return count

    def _target(self, document: Document, start: int, end: int, kind: str) -> Target:
        mark = self.marks(document).on(start, end)
        return Target(document, start, end, kind, mark.note if mark else None)

    def _turned(self, notes: list[Note]) -> list[Note]:
        for note in notes:
            self._changed(note)
        return notes

    def _changed(self, note: Note) -> None:
        """Take note of a changed note, or of all in its document if others changed some."""
        document, marks = self.library.get(note.document), self._marks.get(note.document)
        if document is None:
            return
        if marks is None or self._readings[document.name] != self.notes.readings(document.name):
            self._marks.pop(document.name, None)
            self.marks(document)
        else:
            there = self.notes.get(note.id, document.name)
            self._keep_marks(document, marks.changed(note.id, there))


def _trimmed(text: str, span: Span | None) -> Span | None:
    """Without the white space at both ends; None if nothing is left."""
    if span is None:
        return None
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    end = span[1] - (len(words) - len(words.rstrip()))
    return (start, end) if start < end else None
