"""All notes of what is open: read, changed, saved, and kept when they cannot be saved."""

from collections.abc import Container, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FactdeskError, Problem
from tui.notes.document_notes import DocumentNotes
from tui.notes.held import HeldNotes
from tui.notes.history import History, Step
from tui.notes.home import Home
from tui.notes.ids import now
from tui.notes.journal import Entry
from tui.notes.note import Note
from tui.notes.shelves import Shelves

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.notes.drafts import Drafts


class Unsaved(NamedTuple):
    """A change that is not on the disk: it counts in memory, and saving is tried again."""

    note: str
    document: str
    problem: Problem


class NoteStore:
    """The notes about the documents of a folder, or of everything that was opened.

    `add`, `update`, `remove` and `undo` count at once and are on the disk when they return. If
    that fails they do not raise: the change stays in `unsaved` with the reason, and `retry` tries
    again. May be called from several threads.
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
        self._shelves = shelves
        self._lock = RLock()
        self._held = HeldNotes(shelves, self._lock)
        self._history = History(shelves.journals(range(len(shelves.homes))))

    @property
    def revision(self) -> int:
        """Grows with every change of any note."""
        return self._held.revision

    def open_also(self, paths: Sequence[Path]) -> None:
        """Open the notes of further paths as well, each in its own home; creates nothing."""
        with self._lock:
            if new := self._shelves.open_also(paths):
                self._history.add(self._shelves.journals(new))
                self._held.revision += 1

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
        """Learn which documents are open, so that notes have their names."""
        with self._lock:
            for document in documents:
                self._shelves.know(document)

    def for_document(self, document: "Document | str") -> list[Note]:
        """The notes of a document (or of its name) in the order of the text."""
        with self._lock:
            return sorted(self._held.named(self._held.on(document)), key=_in_text)

    def all(self, but: Container[str] = ()) -> list[Note]:
        """Every note of every home, by document and in the order of the text.

        Notes of documents named in `but` are left out.
        """
        self._held.load_all()
        with self._lock:
            found: list[Note] = []
            for kept in self._held:
                if self._shelves.name_of(kept.place) not in but:
                    found += self._held.named(kept)
            return sorted(found, key=lambda note: (note.document, *_in_text(note)))

    def counts(self) -> dict[str, int]:
        """How many notes each document has, by its name; costs a look at each file, no parsing.

        Where the document of a file is gone, the hash of every known document without notes too.
        """
        with self._lock:
            self._held.find_renamed()
            found = {}
            for place in self._held.places():
                kept = self._held.get(place)
                name = self._shelves.name_of(place)
                found[name] = self._shelves.count(place) if kept is None else len(kept.notes)
            return {name: count for name, count in found.items() if count}

    def dated(self, document: "Document") -> str | None:
        """The date that a note on the whole document sets, the one changed last of several.

        Costs a look at the document's notes file, which is parsed only if it says a date.
        """
        with self._lock:
            place = self._shelves.know(document)
            is_read = self._held.get(place) is not None
            if not is_read and not self._shelves.may_say_date(place, document):
                return None
            notes = self._held.on(document).notes.values()
            saying = [note for note in notes if note.dated and note.kind == "document"]
            return max(saying, key=lambda note: note.modified).dated if saying else None

    def set_date(self, document: "Document") -> bool:
        """Apply the date that a note sets to the document; returns whether it was another one."""
        with self._lock:
            return document.date_by_hand(self.dated(document))

    def get(self, ident: str, document: str | None = None) -> Note | None:
        """The note with this id, or None; only a document that is named is looked through."""
        with self._lock, suppress(FactdeskError):
            kept = self._held.having(ident) if document is None else self._held.on(document)
            return self._held.note(kept, ident) if ident in kept.notes else None
        return None

    def readings(self, document: str) -> int:
        """How often the notes of a document were read; more means that others have changed some."""
        with self._lock:
            return self._held.on(document).readings

    def add(self, note: Note) -> Note:
        """Keep a new note; the note as it is kept. Raises `FactdeskError` for a known id."""
        with self._lock:
            kept = self._held.on(note.document)
            if note.id in kept.notes:
                raise FactdeskError(f"there is a note {note.id} already")
            return self._put(kept, note)

    def update(self, note: Note) -> Note:
        """Keep a changed note (found by its id); the note as it is kept, `modified` now."""
        with self._lock:
            kept = self._held.having(note.id)
            return self._put(kept, note._replace(modified=max(now(), note.modified)))

    def remove(self, ident: str) -> Note:
        """Remove a note; the note that was removed. Raises `FactdeskError` when unknown."""
        with self._lock:
            kept = self._held.having(ident)
            note = self._held.note(kept, ident)
            kept.take_out(ident)
            self._held.save(kept)
            return note

    def is_gone(self, name: str) -> bool:
        """Whether there is no file any more where the document of that name was."""
        return self._shelves.is_gone(self._shelves.place_of(name))

    def carry(self, name: str, document: "Document") -> int:
        """Move the notes of the document of that name to this one; returns how many.

        They stand where their words are found there. Raises `FactdeskError` if they cannot be
        saved; then they stay where they were.
        """
        with self._lock:
            source, target = self._held.on(name), self._held.on(document)
            count = len(source.notes)
            if source is not target:
                self._held.carry(source, target)
            return count

    def undo(self) -> list[Note]:
        """Undo the last change made here, in this run or an earlier one; notes that were carried
        over go back together.

        Each note as it is again or, if it is gone again, as it was; nothing when there is nothing.
        Raises `FactdeskError` when another hand has changed one since; the next call goes on with
        the change before.
        """
        with self._lock:
            return self._turn(self._history.undoable(), "undo")

    def redo(self) -> list[Note]:
        """Redo the change that was undone last; like `undo`."""
        with self._lock:
            return self._turn(self._history.redoable(), "redo")

    def know_history(self) -> None:
        """Read the journals, which otherwise the first undo does (20 ms a MB)."""
        for home in self.homes:
            _ = home.journal.before

    def removed(self) -> list[Note]:
        """Notes that were removed, by anybody, the last one first; `restore` brings them back."""
        from tui.notes.merge import note_of

        with self._lock:
            there = {ident for kept in self._held for ident in kept.notes}
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
                kept = self._held.at(step.place)
                if ident not in kept.notes:
                    kept.set_block(ident, step.entry.change.before)
                    self._held.save(kept)
                return self._held.note(kept, ident)
        raise FactdeskError(f"no removed note {ident} is known")

    @property
    def problems(self) -> list[Problem]:
        """What could not be read, one line each; of files not asked for only after `all`."""
        with self._lock:
            found = [problem for kept in self._held for problem in kept.problems]
            return found + self._held.strays

    @property
    def unsaved(self) -> list[Unsaved]:
        """What could not be saved, and why: to be shown until it is."""
        with self._lock:
            return [
                Unsaved(change.id, self._shelves.name_of(place), problem)
                for place, problem in self._held.unsaved.items()
                for change in self._held.at(place).unsaved
            ]

    def retry(self) -> bool:
        """Try to save again what could not be saved; whether all is on the disk now."""
        with self._lock:
            for place in list(self._held.unsaved):
                self._held.save(self._held.at(place))
            return not self._held.unsaved

    def refresh(self) -> bool:
        """Read what others changed on the disk; returns whether anything had. One stat per file."""
        with self._lock:
            names = {home: home.names() for home in self.homes}
            changed = [kept.refresh(names) for kept in self._held]
            if any(changed):
                self._held.revision += 1
            for kept in self._held:
                # Put back because an editor had written over it.
                if kept.unsaved and kept.place not in self._held.unsaved:
                    self._held.save(kept)
            return any(changed)

    def _put(self, kept: DocumentNotes, note: Note) -> Note:
        about = self._shelves.about_of(kept.place)
        if note.anchor is not None and not kept.notes:
            about = about._replace(sha256=about.sha256 or note.anchor.sha256)
        kept.about = about
        kept.put(note)
        self._held.save(kept)
        return self._held.note(kept, note.id)

    def _turn(self, steps: Sequence[Step], does: str) -> list[Note]:
        """Undo or redo some steps, or none of them if another hand has been there."""
        for place, entry in steps:
            _, after = _ends(entry, does)
            if not _say_the_same(self._held.at(place).block(entry.change.id), after):
                for one in steps:
                    self._held.at(one.place).pass_over(one.entry)
                raise FactdeskError(
                    f"the note in {self._shelves.name_of(place)} has been changed since, so this "
                    "cannot be taken back"
                )
        notes = [self._step(step, does) for step in steps]
        for place in dict.fromkeys(step.place for step in steps):
            self._held.save(self._held.at(place))
        return notes

    def _step(self, step: Step, does: str) -> Note:
        from tui.notes.merge import note_of

        place, entry = step
        before, after = _ends(entry, does)
        self._held.at(place).set_block(entry.change.id, before, does, entry.n)
        return note_of(before or after or "", self._shelves.name_of(place))


def _ends(entry: Entry, does: str) -> tuple[str | None, str | None]:
    """The block that undo or redo puts back, and the one that must stand there."""
    _, before, after = entry.change
    return (before, after) if does == "undo" else (after, before)


def _say_the_same(block: str | None, other: str | None) -> bool:
    """Whether two blocks of a note say the same; None is one that is not there."""
    from tui.notes.merge import says_the_same

    if block is None or other is None:
        return block is other
    return says_the_same(block, other)


def _in_text(note: Note) -> tuple[int, int, str]:
    where = note.anchor
    return (-1, -1, note.id) if where is None else (where.start, where.end, note.id)
