"""A cache of notes by document, read when they are first needed."""

from collections.abc import Iterator
from threading import RLock
from typing import TYPE_CHECKING

from tui.errors import FactdeskError, Problem
from tui.notes.document_notes import DocumentNotes
from tui.notes.ids import new_id
from tui.notes.note import About, Note, without_surrogates
from tui.notes.note_folders import Address, NoteFolders

if TYPE_CHECKING:
    from tui.documents import Document


class NotesCache:
    """The notes of each document. The store holds its lock for every call but `load_all`."""

    def __init__(self, folders: NoteFolders, lock: RLock) -> None:
        self._folders = folders
        self._lock = lock
        self._documents: dict[Address, DocumentNotes] = {}
        # Former addresses of renamed documents, whose notes belong to the new address.
        self._former: set[Address] = set()
        #: Increases with every change of any note.
        self.revision = 0
        #: Why the notes of a document could not be saved.
        self.unsaved: dict[Address, Problem] = {}
        #: Notes files that belong to no document, as of the last `load_all`.
        self.strays: list[Problem] = []

    def __iter__(self) -> Iterator[DocumentNotes]:
        return iter(self._documents.values())

    def get(self, address: Address) -> DocumentNotes | None:
        """The notes of a document, if they have been read."""
        return self._documents.get(address)

    def at(self, address: Address) -> DocumentNotes:
        """The notes of a document; reads them if necessary."""
        doc_notes = self._documents.get(address)
        if doc_notes is None:
            doc_notes = DocumentNotes(
                address,
                self._folders.homes[address.folder_index],
                About(without_surrogates(address.key)),
            )
            self._documents[address] = doc_notes
            if doc_notes.recovered:
                self.save(doc_notes)
        return doc_notes

    def addresses(self) -> set[Address]:
        """Every document that has notes; a renamed one under its new name only."""
        return (self._folders.addresses() - self._former) | self._documents.keys()

    def on(self, document: "Document | str") -> DocumentNotes:
        """The notes of a document, or of its name; also found if the document was renamed."""
        if isinstance(document, str):
            return self.at(self._folders.address_of(document))
        doc_notes = self.at(self._folders.register(document))
        self._former.discard(doc_notes.address)
        if not doc_notes.files:
            found = self._folders.renamed(doc_notes.address, document)
            if found is not None:
                home, path = found
                former = doc_notes.address._replace(key=home.abouts()[path.name].path)
                doc_notes.adopt(home, path)
                self._former.add(former)
                self._documents.pop(former, None)
        return doc_notes

    def find_renamed(self) -> None:
        """Finds the notes of registered documents that were renamed, if there may be any."""
        addresses = self.addresses()
        if any(map(self._folders.is_missing, addresses)):
            for document in self._folders.known():
                if self._folders.register(document) not in addresses:
                    self.on(document)

    def move_notes(self, source: DocumentNotes, target: DocumentNotes) -> None:
        """Moves all notes to another document; none is removed before it is saved there.

        The moves are undone together. Raises `FactdeskError` if the notes cannot be saved; then
        they stay.
        """
        notes, batch = list(source.notes.values()), new_id()
        target.about = self._folders.about_of(target.address)
        for note in notes:
            target.put(note, batch)
        self.save(target)
        if problem := self.unsaved.get(target.address):
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
            self.unsaved.pop(doc_notes.address, None)
        except FactdeskError as error:
            self.unsaved[doc_notes.address] = error.problem

    def load_all(self) -> None:
        """Reads the notes of all documents."""
        with self._lock:
            addresses = sorted(self.addresses() - self._documents.keys())
            self.strays = self._folders.strays()
        for address in addresses:
            # One at a time, so that other threads need not wait for all of them.
            with self._lock:
                self.at(address)

    def named(self, doc_notes: DocumentNotes) -> Iterator[Note]:
        """The notes of a document, with its name as it was opened."""
        name = self._folders.name_of(doc_notes.address)
        return (_named(note, name) for note in doc_notes.notes.values())

    def note(self, doc_notes: DocumentNotes, ident: str) -> Note:
        """The note with this id."""
        return _named(doc_notes.notes[ident], self._folders.name_of(doc_notes.address))


def _named(note: Note, name: str) -> Note:
    return note if note.document == name else note._replace(document=name)
