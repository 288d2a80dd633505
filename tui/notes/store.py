"""All notes of what is open: read, changed, saved, and kept when they cannot be saved."""

from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FactdeskError, Problem
from tui.notes.document_notes import DocumentNotes
from tui.notes.history import History, Step
from tui.notes.home import Home
from tui.notes.ids import now
from tui.notes.note import About, Note, whole
from tui.notes.shelves import Place, Shelves

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.notes.drafts import Drafts


class Unsaved(NamedTuple):
    """A change that is not on the disk: in memory it counts, and saving it is tried again."""

    note: str
    document: str
    problem: Problem


class NoteStore:
    """The notes about the documents of a folder, or of everything that was opened.

    `add`, `update`, `remove` and `undo` count at once and are on the disk when they return. If
    that fails they do not raise: the change stays in `unsaved` with the reason, and `retry` tries
    again. May be called from several threads. `revision` grows with every change of any note.
    """

    def __init__(self, folder: Path) -> None:
        self._begin(Shelves([folder]))

    @classmethod
    def open(cls, paths: Sequence[Path], kept_in: str = "") -> "NoteStore":
        """The notes of what was opened, wherever they live; creates nothing.

        New ones are written below the folder `kept_in`, if it is named.
        """
        store = cls.__new__(cls)
        store._begin(Shelves.of(paths, kept_in))
        return store

    def _begin(self, shelves: Shelves) -> None:
        self.revision = 0
        self._shelves = shelves
        self._documents: dict[Place, DocumentNotes] = {}
        self._unsaved: dict[Place, Problem] = {}
        self._strays: list[Problem] = []
        self._history = History(shelves.journals(range(len(shelves.homes))))
        self._lock = RLock()

    def open_also(self, paths: Sequence[Path]) -> None:
        """Open the notes of further paths as well, each in its own home; creates nothing."""
        with self._lock:
            if new := self._shelves.open_also(paths):
                self._history.add(self._shelves.journals(new))
                self.revision += 1

    @property
    def homes(self) -> list[Home]:
        """Where notes are looked for; of each folder the home that is written comes first."""
        return [home for homes in self._shelves.homes for home in homes]

    @property
    def drafts(self) -> "Drafts":
        """What was typed and is not a note yet."""
        from tui.notes.drafts import Drafts

        return Drafts(self._shelves)

    def know(self, documents: Iterable["Document"]) -> None:
        """Learn which documents are open, so that notes carry their names."""
        with self._lock:
            for document in documents:
                self._shelves.know(document)

    def for_document(self, document: "Document | str") -> list[Note]:
        """The notes of a document (or of its name) in the order of the text."""
        with self._lock:
            return sorted(self._named(self._notes_on(document)), key=_in_text)

    def all(self, but: Container[str] = ()) -> list[Note]:
        """Every note of every home, by document and in the order of the text.

        Notes of documents named in `but` are left out.
        """
        self._load_all()
        with self._lock:
            found: list[Note] = []
            for kept in self._documents.values():
                if self._shelves.name_of(kept.place) not in but:
                    found += self._named(kept)
            return sorted(found, key=lambda note: (note.document, *_in_text(note)))

    def counts(self) -> dict[str, int]:
        """How many notes each document has, by its name; costs a look at each file, no parsing."""
        with self._lock:
            found = {}
            for place in self._shelves.places():
                kept = self._documents.get(place)
                name = self._shelves.name_of(place)
                found[name] = self._shelves.count(place) if kept is None else len(kept.notes)
            return {name: count for name, count in found.items() if count}

    def dated(self, document: "Document") -> str | None:
        """The date that a note on the whole document sets, the one changed last of several.

        Costs a look at the document's notes file, which is parsed only if it says a date.
        """
        with self._lock:
            place = self._shelves.know(document)
            if place not in self._documents and not self._shelves.may_say_date(place, document):
                return None
            notes = self._notes_on(document).notes.values()
            saying = [note for note in notes if note.dated and note.kind == "document"]
            return max(saying, key=lambda note: note.modified).dated if saying else None

    def set_date(self, document: "Document") -> bool:
        """Let the date that a note sets count for the document; whether that changed anything."""
        with self._lock:
            return document.date_by_hand(self.dated(document))

    def get(self, ident: str, document: str | None = None) -> Note | None:
        """The note with this id, or None; only a document that is named is looked through."""
        with self._lock, suppress(FactdeskError):
            kept = self._notes_with(ident) if document is None else self._notes_on(document)
            return self._name(kept, ident) if ident in kept.notes else None
        return None

    def readings(self, document: str) -> int:
        """How often the notes of a document were read; more means that others have changed some."""
        with self._lock:
            return self._notes_on(document).readings

    def add(self, note: Note) -> Note:
        """Keep a new note; the note as it is kept. Raises `FactdeskError` for a known id."""
        with self._lock:
            kept = self._notes_on(note.document)
            if note.id in kept.notes:
                raise FactdeskError(f"there is a note {note.id} already")
            return self._put(kept, note)

    def update(self, note: Note) -> Note:
        """Keep a changed note (found by its id); the note as it is kept, `modified` now."""
        with self._lock:
            kept = self._notes_with(note.id)
            return self._put(kept, note._replace(modified=max(now(), note.modified)))

    def remove(self, ident: str) -> Note:
        """Remove a note; the note that was removed. Raises `FactdeskError` when unknown."""
        with self._lock:
            kept = self._notes_with(ident)
            note = self._name(kept, ident)
            kept.take_out(ident)
            self._save(kept)
            return note

    def undo(self) -> Note | None:
        """Take back the last change made here, now or at an earlier time.

        The note as it is again or, if it is gone again, as it was; None when there is nothing.
        Raises `FactdeskError` when another hand has changed the note since; the next call goes on
        with the change before.
        """
        with self._lock:
            step = self._history.undoable()
            return self._step(step, "undo") if step else None

    def redo(self) -> Note | None:
        """Make the change again that was taken back last; like `undo`."""
        with self._lock:
            step = self._history.redoable()
            return self._step(step, "redo") if step else None

    def know_history(self) -> None:
        """Read the journals, which otherwise the first undo does (20 ms a MB)."""
        for home in self.homes:
            _ = home.journal.before

    def removed(self) -> list[Note]:
        """Notes that were removed, by anybody, the last one first; `restore` brings them back."""
        from tui.notes.merge import note_of

        with self._lock:
            there = {ident for kept in self._documents.values() for ident in kept.notes}
            found = []
            for place, entry in self._history.removed():
                if entry.change.id not in there:
                    with suppress(ValueError):
                        name = self._shelves.name_of(place)
                        found.append(note_of(entry.change.before or "", name))
            return found

    def restore(self, ident: str) -> Note:
        """Bring a removed note back; raises `FactdeskError` when none is known."""
        with self._lock:
            step = self._history.last_known(ident)
            if step is not None:
                kept = self._notes_at(step.place)
                if ident not in kept.notes:
                    kept.set_block(ident, step.entry.change.before)
                    self._save(kept)
                return self._name(kept, ident)
        raise FactdeskError(f"no removed note {ident} is known")

    @property
    def problems(self) -> list[Problem]:
        """What could not be read, one line each; of files not asked for only after `all`."""
        with self._lock:
            found = [problem for kept in self._documents.values() for problem in kept.problems]
            return found + self._strays

    @property
    def unsaved(self) -> list[Unsaved]:
        """What could not be saved, and why: to be shown until it is."""
        with self._lock:
            return [
                Unsaved(change.id, self._shelves.name_of(place), problem)
                for place, problem in self._unsaved.items()
                for change in self._documents[place].unsaved
            ]

    def retry(self) -> bool:
        """Try to save again what could not be saved; whether all is on the disk now."""
        with self._lock:
            for place in list(self._unsaved):
                self._save(self._documents[place])
            return not self._unsaved

    def refresh(self) -> bool:
        """Read what others have changed on the disk; whether anything had. Costs a stat a file."""
        with self._lock:
            names = {home: home.names() for home in self.homes}
            changed = [kept.refresh(names) for kept in self._documents.values()]
            if any(changed):
                self.revision += 1
            for kept in self._documents.values():
                # Put back because an editor had written over it.
                if kept.unsaved and kept.place not in self._unsaved:
                    self._save(kept)
            return any(changed)

    def _put(self, kept: DocumentNotes, note: Note) -> Note:
        about = self._shelves.about_of(kept.place)
        if note.anchor is not None and not kept.notes:
            about = about._replace(sha256=about.sha256 or note.anchor.sha256)
        kept.about = about
        kept.put(note)
        self._save(kept)
        return self._name(kept, note.id)

    def _save(self, kept: DocumentNotes) -> None:
        self.revision += 1
        try:
            kept.save()
            self._unsaved.pop(kept.place, None)
        except FactdeskError as error:
            self._unsaved[kept.place] = error.problem

    def _step(self, step: Step, does: str) -> Note:
        from tui.notes.merge import note_of

        place, entry = step
        before, after = entry.change.before, entry.change.after
        if does == "redo":
            before, after = after, before
        kept = self._notes_at(place)
        name = self._shelves.name_of(place)
        if not _say_the_same(kept.block(entry.change.id), after):
            kept.pass_over(entry)
            raise FactdeskError(
                f"the note in {name} has been changed since, so this cannot be taken back"
            )
        kept.set_block(entry.change.id, before, does, entry.n)
        self._save(kept)
        return note_of(before or after or "", name)

    def _notes_on(self, document: "Document | str") -> DocumentNotes:
        if isinstance(document, str):
            return self._notes_at(self._shelves.place_of(document))
        kept = self._notes_at(self._shelves.know(document))
        if not kept.files:
            found = self._shelves.renamed(kept.place, document)
            if found is not None:
                kept.adopt(*found)
        return kept

    def _notes_with(self, ident: str) -> DocumentNotes:
        for is_second_look in (False, True):
            if is_second_look:
                self._load_all()
            for kept in self._documents.values():
                if ident in kept.notes:
                    return kept
        raise FactdeskError(f"there is no note {ident}")

    def _notes_at(self, place: Place) -> DocumentNotes:
        kept = self._documents.get(place)
        if kept is None:
            kept = DocumentNotes(place, self._shelves.homes[place.shelf], About(whole(place.key)))
            self._documents[place] = kept
            if kept.recovered:
                self._save(kept)
        return kept

    def _load_all(self) -> None:
        with self._lock:
            places = sorted(self._shelves.places() - self._documents.keys())
            self._strays = self._shelves.strays()
        for place in places:
            # One at a time, so that nobody waits for all of them to write or read one note.
            with self._lock:
                self._notes_at(place)

    def _named(self, kept: DocumentNotes) -> Iterator[Note]:
        name = self._shelves.name_of(kept.place)
        return (_named(note, name) for note in kept.notes.values())

    def _name(self, kept: DocumentNotes, ident: str) -> Note:
        return _named(kept.notes[ident], self._shelves.name_of(kept.place))


def _say_the_same(block: str | None, other: str | None) -> bool:
    """Whether two blocks of a note say the same; None is one that is not there."""
    from tui.notes.merge import says_the_same

    if block is None or other is None:
        return block is other
    return says_the_same(block, other)


def _named(note: Note, name: str) -> Note:
    return note if note.document == name else note._replace(document=name)


def _in_text(note: Note) -> tuple[int, int, str]:
    where = note.anchor
    return (-1, -1, note.id) if where is None else (where.start, where.end, note.id)
