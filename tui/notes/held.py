"""The notes that are held in memory, by document: read when they are first asked for."""

from collections.abc import Iterator
from threading import RLock
from typing import TYPE_CHECKING

from tui.errors import FactdeskError, Problem
from tui.notes.document_notes import DocumentNotes
from tui.notes.ids import new_id
from tui.notes.note import About, Note, whole
from tui.notes.shelves import Place, Shelves

if TYPE_CHECKING:
    from tui.documents import Document


class HeldNotes:
    """The notes of each document. The store calls everything but `load_all` under its lock."""

    def __init__(self, shelves: Shelves, lock: RLock) -> None:
        self._shelves = shelves
        self._lock = lock
        self._documents: dict[Place, DocumentNotes] = {}
        # Former names of documents that were renamed, whose notes count under the new one.
        self._former: set[Place] = set()
        #: Grows with every change of any note.
        self.revision = 0
        #: Why the notes of a place could not be saved.
        self.unsaved: dict[Place, Problem] = {}
        #: Files that are none of notes, as of the last `load_all`.
        self.strays: list[Problem] = []

    def __iter__(self) -> Iterator[DocumentNotes]:
        return iter(self._documents.values())

    def get(self, place: Place) -> DocumentNotes | None:
        """The notes of a place, if they have been read."""
        return self._documents.get(place)

    def at(self, place: Place) -> DocumentNotes:
        """The notes of a place."""
        kept = self._documents.get(place)
        if kept is None:
            kept = DocumentNotes(place, self._shelves.homes[place.shelf], About(whole(place.key)))
            self._documents[place] = kept
            if kept.recovered:
                self.save(kept)
        return kept

    def places(self) -> set[Place]:
        """Every document that has notes, a renamed one under its new name alone."""
        return (self._shelves.places() - self._former) | self._documents.keys()

    def on(self, document: "Document | str") -> DocumentNotes:
        """The notes of a document, or of its name; those of one that was renamed are found too."""
        if isinstance(document, str):
            return self.at(self._shelves.place_of(document))
        kept = self.at(self._shelves.know(document))
        self._former.discard(kept.place)
        if not kept.files:
            found = self._shelves.renamed(kept.place, document)
            if found is not None:
                home, path = found
                former = kept.place._replace(key=home.abouts()[path.name].path)
                kept.adopt(home, path)
                self._former.add(former)
                self._documents.pop(former, None)
        return kept

    def find_renamed(self) -> None:
        """Find the notes of known documents that were renamed, if there are any."""
        places = self.places()
        if any(map(self._shelves.is_gone, places)):
            for document in self._shelves.known():
                if self._shelves.know(document) not in places:
                    self.on(document)

    def carry(self, source: DocumentNotes, target: DocumentNotes) -> None:
        """Carry the notes of a document over to another; none is taken out before it is kept there.

        One undo takes it back. Raises `FactdeskError` if they cannot be saved; those that were
        there stay.
        """
        notes, batch = list(source.notes.values()), new_id()
        target.about = self._shelves.about_of(target.place)
        for note in notes:
            target.put(note, batch)
        self.save(target)
        if problem := self.unsaved.get(target.place):
            raise FactdeskError(problem.what, where=problem.where, remedy=problem.remedy)
        for note in notes:
            source.take_out(note.id, batch)
        self.save(source)

    def having(self, ident: str) -> DocumentNotes:
        """The notes among which one has this id; raises `FactdeskError` if there is none."""
        for is_second_look in (False, True):
            if is_second_look:
                self.load_all()
            for kept in self:
                if ident in kept.notes:
                    return kept
        raise FactdeskError(f"there is no note {ident}")

    def save(self, kept: DocumentNotes) -> None:
        """Save the notes of a document; if that fails, the reason stays in `unsaved`."""
        self.revision += 1
        try:
            kept.save()
            self.unsaved.pop(kept.place, None)
        except FactdeskError as error:
            self.unsaved[kept.place] = error.problem

    def load_all(self) -> None:
        """Read the notes of all documents."""
        with self._lock:
            places = sorted(self.places() - self._documents.keys())
            self.strays = self._shelves.strays()
        for place in places:
            # One at a time, so that nobody waits for all of them to write or read one note.
            with self._lock:
                self.at(place)

    def named(self, kept: DocumentNotes) -> Iterator[Note]:
        """The notes of a document, with its name as it was opened."""
        name = self._shelves.name_of(kept.place)
        return (_named(note, name) for note in kept.notes.values())

    def note(self, kept: DocumentNotes, ident: str) -> Note:
        """One of them by its id."""
        return _named(kept.notes[ident], self._shelves.name_of(kept.place))


def _named(note: Note, name: str) -> Note:
    return note if note.document == name else note._replace(document=name)
