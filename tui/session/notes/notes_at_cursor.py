"""Notes at the cursor: writing, judging, undoing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.documents import Document, Library
from tui.session.cursor import Cursor
from tui.session.notes.library_marks import LibraryMarks
from tui.session.notes.marks import Mark, Marks
from tui.session.notes.note_fields import NoteContent
from tui.session.notes.target import Target
from tui.session.notes.verdicts import Verdicts
from tui.session.spans import Span

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.notes import Note, NoteStore

_start = attrgetter("start")


class NotesAtCursor(Cursor):
    """The notes on the open documents, as seen and changed from the cursor."""

    def __init__(self, library: Library, notes: NoteStore, verdicts: Verdicts) -> None:
        super().__init__()
        self.library = library
        self.notes = notes
        self.all_marks = LibraryMarks(library, notes, verdicts, self._redate)
        #: Documents whose date has changed, so that their figures must be extracted again.
        self.redated: list[Document] = []

    @property
    def verdicts(self) -> Verdicts:
        """The verdicts to choose from."""
        return self.all_marks.verdicts

    # Locating notes -------------------------------------------------------------------------

    def marks(self, document: Document | None = None) -> Marks:
        """The notes of a document, located in its text (default: the open document)."""
        document = document or self.document
        assert document is not None
        return self.all_marks.of(document)

    def _redate(self, document: Document) -> None:
        self.redated.append(document)
        if document is self.document:
            self.lose_figures()

    def target(self, dragged: Span | None = None) -> Target | None:
        """What a new note would be about: the selection, else the focused figure, else the passage.

        `dragged` is the span selected with the mouse.
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
        """The target of a note on a figure of any document."""
        return self._target(document, figure.start, figure.end, "figure")

    def whole_target(self) -> Target | None:
        """The target of a note on the whole document."""
        if self.document is None:
            return None
        mark = self.marks().on_whole()
        return Target(self.document, 0, 0, "document", mark.note if mark else None)

    def target_of(self, mark: Mark) -> Target | None:
        """The target of an existing note, to edit it; None if its document is not open."""
        document = self.library.get(mark.note.document)
        if document is None:
            return None
        return Target(document, mark.start or 0, mark.end or 0, mark.note.kind, mark.note)

    def note_here(self) -> Mark | None:
        """The note on the focused figure or passage, else one under the cursor."""
        if self.document is None:
            return None
        target = self.target()
        if target and target.note:
            return self.marks().find(target.note.id)
        return self.marks().at(self.offset)

    def step_note(self, by: int) -> Mark | None:
        """Move to the note `by` steps away in this document; None at its end."""
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
        """Move the cursor to a note, and focus its figure if it is on one."""
        assert self.document is not None
        self.move(mark.start or 0)
        if mark.note.kind != "figure":
            return
        if not self.document.is_extracted:
            self.await_figure()
        elif (figure := self.focus_figure_at(self.offset)) and figure.end != mark.end:
            self.figure = None

    def tags(self) -> list[str]:
        """All tags, the most frequent first."""
        counted = Counter(tag for note in self.notes.all() for tag in note.tags)
        return [tag for tag, _ in counted.most_common()]

    # Changing notes -------------------------------------------------------------------------

    def write_note(self, target: Target, written: NoteContent) -> Note:
        """Save a note on `target`: a new one, or the existing one changed.

        What another program has changed of it since stays, but for the fields changed here too.
        """
        if target.note is None:
            note = self.notes.add(target.new_note(written))
        elif newest := self.notes.newest(target.note):
            pairs = zip(written._asdict().items(), target.content, strict=True)
            changed = {field: value for (field, value), before in pairs if value != before}
            note = self.notes.update(newest._replace(**changed))
        else:
            note = self.notes.add(target.note._replace(**written._asdict()))
        self.all_marks.update(note)
        return note

    def clash(self, target: Target, written: NoteContent) -> Note | None:
        """The note on `target` as another program has changed it since, if to write it would
        replace some of that."""
        newest = self.notes.newest(target.note) if target.note else None
        if newest is None:
            return None
        fields = zip(target.content, target._replace(note=newest).content, written, strict=True)
        if all(theirs in (before, ours) or ours == before for before, theirs, ours in fields):
            return None
        self.all_marks.forget_all()
        return newest

    def delete_note(self, note: Note) -> None:
        """Remove a note."""
        self.all_marks.update(self.notes.remove(note.id))

    def judge(self, target: Target, verdict: str) -> Note | None:
        """Set a verdict, or clear it if it is set already. Returns the note, or None if none is
        left."""
        seen = target.note
        if seen is None:
            return self.write_note(target, NoteContent(verdict=verdict))
        # Another program may have written into it: only what is there now may be removed.
        target = target._replace(note=self.notes.newest(seen) or seen)
        written = target.content._replace(verdict=None if seen.verdict == verdict else verdict)
        if not written.is_empty:
            return self.write_note(target, written)
        self.delete_note(seen)
        return None

    def step_unchecked(self) -> Figure | None:
        """Focus the next figure without a verdict, wrapping around; None if all have one."""
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
        """Undo the last change; returns the notes it was about, as restored."""
        return self._turned(self.notes.undo())

    def redo(self) -> list[Note]:
        """Redo the change undone last; returns its notes."""
        return self._turned(self.notes.redo())

    def restore(self, note: Note) -> Note:
        """Bring back a removed note."""
        back = self.notes.restore(note.id)
        self.all_marks.update(back)
        return back

    def attach(self, note: Note, document: Document, start: int, end: int) -> Note:
        """Anchor a note to other words: accepts a changed anchor, or attaches a lost one."""
        if document.name != note.document:
            raise ValueError("a note stays with its document")
        kept = self.notes.update(note.anchored_at(document, start, end))
        self.all_marks.update(kept)
        return kept

    def move_notes(self, name: str, document: Document) -> int:
        """Move all notes of a missing document to another one; returns how many."""
        count = self.notes.move_notes(name, document)
        self.all_marks.forget(name)
        self.all_marks.forget(document.name)
        self.all_marks.counts.pop(name, None)
        self.marks(document)
        return count

    def _target(self, document: Document, start: int, end: int, kind: str) -> Target:
        mark = self.marks(document).on(start, end)
        return Target(document, start, end, kind, mark.note if mark else None)

    def _turned(self, notes: list[Note]) -> list[Note]:
        for note in notes:
            self.all_marks.update(note)
        return notes


def _trimmed(text: str, span: Span | None) -> Span | None:
    """The span without white space at its ends; None if nothing is left."""
    if span is None:
        return None
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    end = span[1] - (len(words) - len(words.rstrip()))
    return (start, end) if start < end else None
