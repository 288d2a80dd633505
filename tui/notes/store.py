"""The store of all notes about what is open: reads, changes and saves them."""

from collections.abc import Container, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FactdeskError, Problem
from tui.notes.document_notes import DocumentNotes
from tui.notes.history import History, Step
from tui.notes.home import Home
from tui.notes.ids import now
from tui.notes.journal import Entry
from tui.notes.note import Note, date_set_by
from tui.notes.note_folders import NoteFolders
from tui.notes.notes_cache import NotesCache

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.notes.drafts import Drafts


class UnsavedChange(NamedTuple):
    """A change that is not on disk yet; it is in memory, and saving is retried."""

    note: str
    document: str
    problem: Problem


class NoteStore:
    """The notes about the documents of a folder, or of everything that was opened.

    `add`, `update`, `remove` and `undo` take effect at once and are on disk when they return. If
    saving fails they do not raise: the change stays in `unsaved` with the reason, and `retry` tries
    again. Safe to use from several threads.
    """

    def __init__(self, folder: Path) -> None:
        self._begin(NoteFolders([folder]))

    @classmethod
    def open(cls, paths: Sequence[Path], notes_folder: str = "") -> "NoteStore":
        """The notes of what was opened, wherever they are stored; creates nothing.

        New notes are written below `notes_folder`, if given.
        """
        store = cls.__new__(cls)
        store._begin(NoteFolders.of(paths, notes_folder))
        return store

    def _begin(self, folders: NoteFolders) -> None:
        self._folders = folders
        self._lock = RLock()
        self._cache = NotesCache(folders, self._lock)
        self._history = History(folders)

    @property
    def revision(self) -> int:
        """Increases with every change of any note, and with every folder whose notes are found."""
        return self._cache.revision + len(self._folders.homes)

    def open_also(self, paths: Sequence[Path]) -> None:
        """Opens the notes of further paths as well; creates nothing."""
        with self._lock:
            self._folders.open_also(paths)

    @property
    def homes(self) -> list[Home]:
        """Where notes are read from; of each folder the home that is written to comes first."""
        return [home for homes in self._folders.homes for home in homes]

    def away(self, document: str) -> Path | None:
        """Where notes on a document are saved because its folder cannot be written; else None."""
        with self._lock:
            return self._folders.away(self._folders.address_of(document))

    @property
    def drafts(self) -> "Drafts":
        """Text that was typed and is not a note yet."""
        from tui.notes.drafts import Drafts

        return Drafts(self._folders)

    def register(self, documents: Iterable["Document"]) -> None:
        """Registers open documents, so that their notes have the same names."""
        with self._lock:
            for document in documents:
                self._folders.register(document)

    def for_document(self, document: "Document | str") -> list[Note]:
        """The notes of a document (or of its name) in the order of the text."""
        with self._lock:
            return sorted(self._cache.named(self._cache.on(document)), key=_text_order)

    def all(self, but: Container[str] = ()) -> list[Note]:
        """Every note of every home, by document and in the order of the text.

        Notes of documents named in `but` are left out.
        """
        self._cache.load_all()
        with self._lock:
            found: list[Note] = []
            for doc_notes in self._cache:
                if self._folders.name_of(doc_notes.address) not in but:
                    found += self._cache.named(doc_notes)
            return sorted(found, key=lambda note: (note.document, *_text_order(note)))

    def counts(self) -> dict[str, int]:
        """The number of notes of each document, by name; counts lines without parsing.

        If the document of a notes file is gone, also computes the checksums of documents without
        notes.
        """
        with self._lock:
            self._cache.find_renamed()
            found = {}
            for address in self._cache.addresses():
                doc_notes = self._cache.get(address)
                name = self._folders.name_of(address)
                found[name] = (
                    self._folders.count(address) if doc_notes is None else len(doc_notes.notes)
                )
            return {name: count for name, count in found.items() if count}

    def dated(self, document: "Document") -> str | None:
        """The date that a note on the whole document sets.

        Reads the document's notes file, and parses it only if it contains a date.
        """
        with self._lock:
            address = self._folders.register(document)
            is_read = self._cache.get(address) is not None
            if not is_read and not self._folders.may_set_date(address, document):
                return None
            return date_set_by(self._cache.on(document).notes.values())

    def set_date(self, document: "Document") -> bool:
        """Applies the date that a note sets to the document; returns whether it changed."""
        with self._lock:
            return document.date_by_hand(self.dated(document))

    def get(self, ident: str, document: str | None = None) -> Note | None:
        """The note with this id, or None; with `document`, only its notes are searched."""
        with self._lock, suppress(FactdeskError):
            doc_notes = self._cache.having(ident) if document is None else self._cache.on(document)
            return self._cache.note(doc_notes, ident) if ident in doc_notes.notes else None
        return None

    def newest(self, note: Note) -> Note | None:
        """A note as it stands on the disk now; None if another program has removed it."""
        with self._lock:
            doc_notes = self._cache.on(note.document)
            # Its own files are all that a note can be in: to list 1,000 of them takes 2 ms.
            if doc_notes.refresh(dict.fromkeys(doc_notes.homes, ())):
                self._cache.revision += 1
            there = note.id in doc_notes.notes
            return self._cache.note(doc_notes, note.id) if there else None

    def readings(self, document: str) -> int:
        """How often the notes of a document were read from disk; an increase means that others
        changed them."""
        with self._lock:
            return self._cache.on(document).readings

    def add(self, note: Note) -> Note:
        """Stores a new note and returns it as stored. Raises `FactdeskError` if its id exists."""
        with self._lock:
            doc_notes = self._cache.on(note.document)
            if note.id in doc_notes.notes:
                raise FactdeskError(f"there is a note {note.id} already")
            return self._put(doc_notes, note)

    def update(self, note: Note) -> Note:
        """Stores a changed note, found by its id; returns it as stored, with a new `modified`."""
        with self._lock:
            doc_notes = self._cache.having(note.id)
            return self._put(doc_notes, note._replace(modified=max(now(), note.modified)))

    def remove(self, ident: str) -> Note:
        """Removes and returns a note. Raises `FactdeskError` if it is unknown."""
        with self._lock:
            doc_notes = self._cache.having(ident)
            note = self._cache.note(doc_notes, ident)
            doc_notes.remove_note(ident)
            self._cache.save(doc_notes)
            return note

    def is_missing(self, name: str) -> bool:
        """Whether the file of the document with this name is gone."""
        return self._folders.is_missing(self._folders.address_of(name))

    def move_notes(self, name: str, document: "Document") -> int:
        """Moves all notes of the document with this name to another document; returns how many.

        Their anchors are found there. Raises `FactdeskError` if they cannot be saved; then they
        stay.
        """
        with self._lock:
            source, target = self._cache.on(name), self._cache.on(document)
            count = len(source.notes)
            if source is not target:
                self._cache.move_notes(source, target)
            return count

    def undo(self) -> list[Note]:
        """Undoes the last change made here, in this run or an earlier one; notes that were moved
        together are moved back together.

        Returns each note as restored or, if it is gone again, as it was; nothing if there is
        nothing to undo. Raises `FactdeskError` if another program has changed a note since; the
        next call continues with the change before.
        """
        with self._lock:
            return self._undo_or_redo(self._history.undoable(), "undo")

    def redo(self) -> list[Note]:
        """Redoes the change that was undone last; see `undo`."""
        with self._lock:
            return self._undo_or_redo(self._history.redoable(), "redo")

    def load_history(self) -> None:
        """Reads the journals (20 ms per MB), which otherwise the first undo does."""
        for home in self.homes:
            _ = home.journal.before

    def removed(self) -> list[Note]:
        """All notes that were removed, by any program, the last one first; `restore` brings them
        back."""
        from tui.notes.merge import note_of

        with self._lock:
            there = {ident for doc_notes in self._cache for ident in doc_notes.notes}
            found = []
            for address, entry in self._history.removed():
                if entry.change.id not in there:
                    with suppress(ValueError):
                        name = self._folders.name_of(address)
                        found.append(note_of(entry.change.before or "", name))
            return found

    def restore(self, ident: str) -> Note:
        """Brings back a removed note; raises `FactdeskError` if it is unknown."""
        with self._lock:
            step = self._history.last_known(ident)
            if step is not None:
                doc_notes = self._cache.at(step.address)
                if ident not in doc_notes.notes:
                    doc_notes.set_block(ident, step.entry.change.before)
                    self._cache.save(doc_notes)
                return self._cache.note(doc_notes, ident)
        raise FactdeskError(f"no removed note {ident} is known")

    @property
    def problems(self) -> list[Problem]:
        """What could not be read, one line each; complete only after `all`."""
        with self._lock:
            found = [problem for doc_notes in self._cache for problem in doc_notes.problems]
            return found + self._cache.strays

    @property
    def unsaved(self) -> list[UnsavedChange]:
        """The changes that could not be saved, and why."""
        with self._lock:
            return [
                UnsavedChange(change.id, self._folders.name_of(address), problem)
                for address, problem in self._cache.unsaved.items()
                for change in self._cache.at(address).unsaved
            ]

    def retry(self) -> bool:
        """Tries again to save the unsaved changes; returns whether all are on disk."""
        with self._lock:
            for address in list(self._cache.unsaved):
                self._cache.save(self._cache.at(address))
            return not self._cache.unsaved

    def refresh(self) -> bool:
        """Reads what others changed on disk; returns whether anything changed. Costs a stat for
        each file."""
        with self._lock:
            names = {home: home.names() for home in self.homes}
            changed = [doc_notes.refresh(names) for doc_notes in self._cache]
            if any(changed):
                self._cache.revision += 1
            for doc_notes in self._cache:
                # Restored because an editor had overwritten it.
                if doc_notes.unsaved and doc_notes.address not in self._cache.unsaved:
                    self._cache.save(doc_notes)
            return any(changed)

    def _put(self, doc_notes: DocumentNotes, note: Note) -> Note:
        about = self._folders.about_of(doc_notes.address)
        if note.anchor is not None and not doc_notes.notes:
            about = about._replace(sha256=about.sha256 or note.anchor.sha256)
        doc_notes.about = about
        doc_notes.put(note)
        self._cache.save(doc_notes)
        return self._cache.note(doc_notes, note.id)

    def _undo_or_redo(self, steps: Sequence[Step], action: str) -> list[Note]:
        """Undoes or redoes some steps; none of them if another program changed one of the notes."""
        for address, entry in steps:
            _, after = _ends(entry, action)
            if not _same_block(self._cache.at(address).block(entry.change.id), after):
                for one in steps:
                    self._cache.at(one.address).mark_not_undoable(one.entry)
                raise FactdeskError(
                    f"the note in {self._folders.name_of(address)} was changed by another program "
                    f"since, so it cannot be {'undone' if action == 'undo' else 'redone'}"
                )
        notes = [self._step(step, action) for step in steps]
        for address in dict.fromkeys(step.address for step in steps):
            self._cache.save(self._cache.at(address))
        return notes

    def _step(self, step: Step, action: str) -> Note:
        from tui.notes.merge import note_of

        address, entry = step
        before, after = _ends(entry, action)
        self._cache.at(address).set_block(entry.change.id, before, action, entry.n)
        return note_of(before or after or "", self._folders.name_of(address))


def _ends(entry: Entry, action: str) -> tuple[str | None, str | None]:
    """The block that undo or redo restores, and the one that it expects now."""
    _, before, after = entry.change
    return (before, after) if action == "undo" else (after, before)


def _same_block(block: str | None, other: str | None) -> bool:
    """Whether two blocks contain the same note; None for no block."""
    from tui.notes.merge import is_same_note

    if block is None or other is None:
        return block is other
    return is_same_note(block, other)


def _text_order(note: Note) -> tuple[int, int, str]:
    where = note.anchor
    return (-1, -1, note.id) if where is None else (where.start, where.end, note.id)
