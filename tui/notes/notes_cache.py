"""A cache of notes by document, read when they are first needed."""

from collections.abc import Iterator
from threading import RLock
from typing import TYPE_CHECKING

from tui.errors import FactdeskError, Problem
from tui.notes.document_notes import DocumentNotes
from tui.notes.ids import new_id
from tui.notes.note import About, Note, without_surrogates
from tui.notes.note_folders import NoteFolders, Place

if TYPE_CHECKING:
    from tui.documents import Document


class NotesCache:
    """The notes of each document. The store holds its lock for every call but `load_all`."""

    def __init__(self, folders: NoteFolders, lock: RLock) -> None:
        self._folders = folders
        self._lock = lock
        self._documents: dict[Place, DocumentNotes] = {}
        # Former places of renamed documents, whose notes belong to the new place.
        self._former: set[Place] = set()
        #: Increases with every change of any note.
        self.revision = 0
        #: Why the notes of a document could not be saved.
        self.unsaved: dict[Place, Problem] = {}
        #: Notes files that belong to no document, as of the last `load_all`.
        self.strays: list[Problem] = []

    def __iter__(self) -> Iterator[DocumentNotes]:
        return iter(self._documents.values())

    def get(self, place: Place) -> DocumentNotes | None:
        """The notes of a document, if they have been read."""
        return self._documents.get(place)

    def at(self, place: Place) -> DocumentNotes:
        """The notes of a document; reads them if necessary."""
        doc_notes = self._documents.get(place)
        if doc_notes is None:
            doc_notes = DocumentNotes(
                place, self._folders.homes[place.folder_index], About(without_surrogates(place.key))
            )
            self._documents[place] = doc_notes
            if doc_notes.recovered:
                self.save(doc_notes)
        return doc_notes

    def places(self) -> set[Place]:
        """Every document that has notes; a renamed one under its new name only."""
        return (self._folders.places() - self._former) | self._documents.keys()

    def on(self, document: "Document | str") -> DocumentNotes:
        """The notes of a document, or of its name; also found if the document was renamed."""
        if isinstance(document, str):
            return self.at(self._folders.place_of(document))
        doc_notes = self.at(self._folders.register(document))
        self._former.discard(doc_notes.place)
        if not doc_notes.files:
            found = self._folders.renamed(doc_notes.place, document)
            if found is not None:
                home, path = found
                former = doc_notes.place._replace(key=home.abouts()[path.name].path)
                doc_notes.adopt(home, path)
                self._former.add(former)
                self._documents.pop(former, None)
        return doc_notes

    def find_renamed(self) -> None:
        """Finds the notes of registered documents that were renamed, if there may be any."""
        places = self.places()
        if any(map(self._folders.is_missing, places)):
            for document in self._folders.known():
                if self._folders.register(document) not in places:
                    self.on(document)

    def move_notes(self, source: DocumentNotes, target: DocumentNotes) -> None:
        """Moves all notes to another document; none is removed before it is saved there.

        The moves are undone together. Raises `FactdeskError` if the notes cannot be saved; then
        they stay.
        """
        notes, batch = list(source.notes.values()), new_id()
        target.about = self._folders.about_of(target.place)
        for note in notes:
            target.put(note, batch)
        self.save(target)
        if problem := self.unsaved.get(target.place):
            target.take_back(batch)
            raise FactdeskError(problem.what, where=problem.where, remedy=problem.remedy)
        for note in notes:
            source.remove_note(note.id, batch)
        self.save(source)

    def having(self, ident: str) -> DocumentNotes:
        """The notes that include this id; raises `FactdeskError` if none do."""
        for is_second_look in (False, True):
            if is_second_look:
                self.load_all()
            for doc_notes in self:
                if ident in doc_notes.notes:
                    return doc_notes
        raise FactdeskError(f"there is no note {ident}")

    def save(self, doc_notes: DocumentNotes) -> None:
        """Saves the notes of a document; if that fails, the reason is in `unsaved`."""
        self.revision += 1
        try:
            doc_notes.save()
            self.unsaved.pop(doc_notes.place, None)
        except FactdeskError as error:
            self.unsaved[doc_notes.place] = error.problem

    def load_all(self) -> None:
        """Reads the notes of all documents."""
        with self._lock:
            places = sorted(self.places() - self._documents.keys())
            self.strays = self._folders.strays()
        for place in places:
            # One at a time, so that other threads need not wait for all of them.
            with self._lock:
                self.at(place)

    def named(self, doc_notes: DocumentNotes) -> Iterator[Note]:
        """The notes of a document, with its name as it was opened."""
        name = self._folders.name_of(doc_notes.place)
        return (_named(note, name) for note in doc_notes.notes.values())

    def note(self, doc_notes: DocumentNotes, ident: str) -> Note:
        """The note with this id."""
        return _named(doc_notes.notes[ident], self._folders.name_of(doc_notes.place))


def _named(note: Note, name: str) -> Note:
    return note if note.document == name else note._replace(document=name)
