"""The notes on the open documents, each located in its text once and kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.documents import Document, Library
from tui.session.notes.marks import Marks
from tui.session.notes.verdicts import Verdicts

if TYPE_CHECKING:
    from tui.notes import Note, NoteStore


class LibraryMarks:
    """The marks of each document, by its name.

    A note may set the date of its document. Then `redate` is called with the document, whose
    figures must be extracted again.
    """

    def __init__(
        self,
        library: Library,
        notes: NoteStore,
        verdicts: Verdicts,
        redate: Callable[[Document], object],
    ) -> None:
        self._library, self._notes, self._redate = library, notes, redate
        self.verdicts = verdicts
        #: The number of notes of each document, by name; counted in the background.
        self.counts: dict[str, int] = {}
        self._marks: dict[str, Marks] = {}
        #: How often the notes of a document had been read when they were located.
        self._readings: dict[str, int] = {}

    def of(self, document: Document) -> Marks:
        """The marks of a document; reads and locates its notes if necessary."""
        marks = self._marks.get(document.name)
        if marks is None:
            marks = Marks(document, self._notes.for_document(document), self.verdicts)
            self._readings[document.name] = self._notes.readings(document.name)
            self._keep(document, marks)
        return marks

    def known(self, document: Document) -> Marks | None:
        """The marks of a document, or None if its notes have not been read yet."""
        return self._marks.get(document.name)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Set the number of notes of each document, except of those whose notes have been read
        since."""
        read = {name: len(marks) for name, marks in self._marks.items()}
        self.counts = {**counts, **read}

    def set_verdicts(self, verdicts: Verdicts) -> None:
        """Replace the verdicts to choose from; existing notes keep theirs."""
        if verdicts.words != self.verdicts.words:
            self.verdicts = verdicts
            self.forget_all()

    def forget(self, name: str) -> None:
        """Locate the notes of a document again, since its text or its notes have changed."""
        self._marks.pop(name, None)

    def forget_all(self) -> None:
        """Locate all notes again, after others have changed some."""
        self._marks.clear()

    def update(self, note: Note) -> None:
        """Take in a note that was added, changed or removed; all of its document if others changed
        some."""
        document, marks = self._library.get(note.document), self._marks.get(note.document)
        if document is None:
            return
        if marks is None or self._readings[document.name] != self._notes.readings(document.name):
            self.forget(document.name)
            self.of(document)
        else:
            there = self._notes.get(note.id, document.name)
            self._keep(document, marks.changed(note.id, there))

    def _keep(self, document: Document, marks: Marks) -> None:
        self._marks[document.name] = marks
        self.counts[document.name] = len(marks)
        there = self._library.get(document.name)
        had_figures = there is not None and there.is_extracted
        if there is not None and there.date_by_hand(marks.dated) and had_figures:
            self._redate(there)
