"""The notes of one document, merged from all files that may hold some of them.

Usually that is one file. If the folder cannot be written, there is another in the user's data
folder, and while a file is broken, new notes go to a pending file beside it. If a note is in
several files, the one modified last counts.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import FactdeskError, Problem, reason
from tui.files import Stamp, stamp
from tui.notes.file.saving import locked
from tui.notes.home import PENDING, Home
from tui.notes.journal import Entry
from tui.notes.note import About, Change, Note
from tui.notes.note_folders import Address

if TYPE_CHECKING:
    from tui.notes.file.notesfile import NotesFile


_TICK = timedelta(seconds=1)


class DocumentNotes:
    """The notes files of one document, each with its home, in order of preference."""

    def __init__(self, address: Address, homes: Sequence[Home], about: About) -> None:
        #: The document.
        self.address = address
        self.key = address.key
        self.homes = list(homes)
        self.about = about
        self.files: list[tuple[Home, NotesFile]] = []
        # The paths of the notes file in each home, and of the pending file beside it.
        mains = [(home, home.file(address.key)) for home in homes]
        self._paths = [
            (home, path) for home, main in mains for path in (main, main.with_suffix(PENDING))
        ]
        #: The names of the notes files in each home, the same object as long as they are the same.
        self._listed: list[Container[str] | None] = [None] * len(self.homes)
        self._view: dict[str, Note] | None = None
        #: The file that was written under a former name, with its stamp when it was read.
        self._former: tuple[Path, Stamp | None] | None = None
        self.refresh()
        #: Whether changes were found in the journal that a crash kept out of the files.
        self.recovered = self._recover()

    @property
    def notes(self) -> dict[str, Note]:
        """All notes by id, including unsaved changes."""
        if len(self.files) == 1:
            return self.files[0][1].notes
        if self._view is None:
            self._view = {}
            for _, file in reversed(self.files):
                for ident, note in file.notes.items():
                    other = self._view.get(ident)
                    if other is None or note.modified >= other.modified:
                        self._view[ident] = note
        return self._view

    @property
    def readings(self) -> int:
        """How often the files were read, which brings in changes of others."""
        return sum(file.readings for _, file in self.files)

    @property
    def problems(self) -> list[Problem]:
        """What could not be read."""
        found = []
        for _, file in self.files:
            found += file.problems if file.unwritable is None else [file.unwritable]
        return found

    @property
    def unsaved(self) -> list[Change]:
        """The changes that are not on disk."""
        return [change for _, file in self.files for change in file.unsaved]

    def refresh(self, names: Mapping[Home, Container[str]] | None = None) -> bool:
        """Reads what has changed on disk; returns whether anything had.

        `names`: the names of all notes files in the homes, if they were listed already.
        """
        changed = False
        there = names or {home: home.names() for home in self.homes}
        listed: list[Container[str] | None] = [there[home] for home in self.homes]
        # Of 1,000 documents with notes, comparing the names takes half of the time.
        if any(new is not old for new, old in zip(listed, self._listed, strict=True)):
            self._listed = listed
            for home, path in self._paths:
                if path.name in there[home] and all(file.path != path for _, file in self.files):
                    self._open(home, path)
                    changed = True
        for home, file in self.files:
            if file.refresh():
                changed = True
                self._record_outside_changes(home, file)
        if changed:
            self._view = None
        return changed

    def put(self, note: Note, batch: str = "") -> Change:
        """Adds or edits a note, in the first file that can be written."""
        there = self.notes.get(note.id)
        holders = [one for one in self._open_files() if one[1].notes.get(note.id) is there]
        home, file = holders[0] if there is not None and holders else self._target()
        if there is not None and note.id not in file.notes:
            # Of two copies the one modified last counts, and times are whole seconds.
            note = note._replace(modified=max(note.modified, there.modified + _TICK))
        file.set_about(self.about)
        return self._record(home, file.put(note), batch=batch)

    def remove_note(self, ident: str, batch: str = "") -> Change:
        """Removes a note from all files; raises `FactdeskError` if one of them cannot be
        written."""
        holders = [(home, file) for home, file in self.files if ident in file.notes]
        for home, file in holders:
            if file.unwritable is not None or not home.writable:
                raise FactdeskError(
                    "the note cannot be removed: its file cannot be written", where=str(file.path)
                )
        changes = [
            self._record(home, file.remove_note(ident), batch=batch) for home, file in holders
        ]
        return changes[0]

    def set_block(
        self, ident: str, block: str | None, action: str = "change", of: str = ""
    ) -> None:
        """Restores a note's block, for undo and redo; None removes the note."""
        holders = [(home, file) for home, file in self._open_files() if ident in file.notes]
        home, file = holders[0] if holders else self._target()
        file.set_about(self.about)
        self._record(home, file.set_block(ident, block), action, of)

    def take_back(self, batch: str) -> None:
        """Takes back the changes of a batch, which could not be saved; they cannot be undone."""
        for home in self.homes:
            for entry in [entry for entry in home.journal.own if entry.batch == batch]:
                self.set_block(entry.change.id, entry.change.before, "passed over", entry.n)

    def block(self, ident: str) -> str | None:
        """The text of the note's block; None if there is no such note."""
        note = self.notes.get(ident)
        for _, file in self.files:
            if note is not None and file.notes.get(ident) is note:
                return file.block(ident)
        return None

    def save(self) -> None:
        """Writes unsaved changes; raises `FactdeskError` with the reason, and then keeps them."""
        from tui.notes.backups import back_up

        for _, file in list(self.files):
            if file.unsaved and file.unwritable is not None:
                self._move_unsaved(file)
        emptied = list(self._merge_pending())
        for home, file in self.files:
            if not file.unsaved:
                continue
            try:
                home.prepare()
            except OSError as error:
                raise FactdeskError(reason(error), where=str(home.root)) from error
            with locked(home.lock):
                back_up(home.root, file.path)
                try:
                    file.save()
                except FactdeskError:
                    if file.unwritable is None:
                        raise
                    # The file was broken just now: the next round writes to the pending file.
                    continue
                self._delete_former_file(file)
            self._record_outside_changes(home, file)
            self._view = None
        if any(file.unsaved for _, file in self.files):
            self.save()
            return
        for home, file in emptied:
            # Another program may add notes to it meanwhile; they are merged with the next change.
            with suppress(FactdeskError, OSError), locked(home.lock):
                if stamp(file.path) == file.stamp:
                    self.files.remove((home, file))
                    file.path.unlink()
        for home in self.homes:
            if home.journal.unapplied(self.key):
                home.journal.mark_applied(self.key)
                home.journal.rotate()

    def _record_outside_changes(self, home: Home, file: "NotesFile") -> None:
        """Records notes that others removed, so that they can be restored; restores notes that an
        editor overwrote."""
        removed_outside, file.removed_outside = file.removed_outside, []
        overwritten, file.overwritten = file.overwritten, []
        for change in overwritten:
            if home.journal.is_removed(change.id):
                removed_outside.append(change)
            else:
                file.set_block(change.id, change.before)
        for change in removed_outside:
            with suppress(OSError):
                home.journal.record(self.key, change, "found")

    def _record(
        self, home: Home, change: Change, action: str = "change", of: str = "", batch: str = ""
    ) -> Change:
        self._view = None
        if change.before == change.after:
            return change
        # Without a journal, saving the notes file still counts, and reports why it fails.
        with suppress(OSError):
            with suppress(OSError):
                home.prepare()
            home.journal.record(self.key, change, action, of, batch)
        return change

    def adopt(self, home: Home, former: Path) -> None:
        """Takes over a notes file written under the document's former name; it is moved when
        saved."""
        from tui.notes.file.notesfile import NotesFile

        file = NotesFile(home.file(self.key), self.about)
        self._former = former, stamp(former)
        file.load(former)
        self.files.append((home, file))
        self._view = None

    def mark_not_undoable(self, entry: Entry) -> None:
        """Excludes a change from what can be undone."""
        for home in self.homes:
            if home.journal.contains(entry):
                block = self.block(entry.change.id)
                with suppress(OSError):
                    change = Change(entry.change.id, block, block)
                    home.journal.record(self.key, change, "passed over", entry.n)

    def _recover(self) -> bool:
        """Applies journal entries that a crash or a full disk kept out of the notes files."""
        unapplied = [(home, e) for home in self.homes for e in home.journal.unapplied(self.key)]
        for home, entry in unapplied:
            file = next((file for one, file in self.files if one is home), None)
            if file is None or file.unwritable is not None:
                file = self._target()[1]
            file.apply(entry.change)
        self._view = None
        return bool(unapplied)

    def _delete_former_file(self, file: "NotesFile") -> None:
        if self._former is None:
            return
        former, known_by = self._former
        if file.path.with_name(former.name) == former:
            # Another program may have added notes to it: they stay under the former name.
            if stamp(former) == known_by:
                with suppress(OSError):
                    former.unlink()
            self._former = None

    def _open_files(self) -> Iterator[tuple[Home, "NotesFile"]]:
        for home, file in self.files:
            if file.unwritable is None and home.writable:
                yield home, file

    def _target(self) -> tuple[Home, "NotesFile"]:
        """The file for new notes."""
        home = next((home for home in self.homes if home.writable), self.homes[0])
        paths = [path for one, path in self._paths if one is home]
        for path in paths:
            file = next((file for _, file in self.files if file.path == path), None)
            if file is None:
                file = self._open(home, path)
            if file.unwritable is None:
                return home, file
        raise FactdeskError("no file for new notes can be written", where=str(paths[0]))

    def _open(self, home: Home, path: Path) -> "NotesFile":
        from tui.notes.backups import last_backup
        from tui.notes.file.notesfile import NotesFile

        file = NotesFile(path, self.about)
        file.load()
        if file.stamp is not None and not file.is_complete:
            # Truncated, or written by hand: restore what the journal and the backup know of it.
            known = {**last_backup(home.root, path), **home.journal.blocks(self.key)}
            file.keep({ident: block for ident, block in known.items() if block is not None})
        order = [path for _, path in self._paths]
        self.files.append((home, file))
        self.files.sort(key=lambda one: order.index(one[1].path))
        return file

    def _move_unsaved(self, broken: "NotesFile") -> None:
        changes, broken.unsaved = broken.unsaved, []
        _, target = self._target()
        for change in changes:
            target.set_block(change.id, change.after)

    def _merge_pending(self) -> Iterator[tuple[Home, "NotesFile"]]:
        """Merges the notes of a pending file once the broken file can be read again."""
        for home, pending in self.files:
            main = next((f for _, f in self.files if f.path == home.file(self.key)), None)
            if (
                not pending.path.name.endswith(PENDING)
                or main is None
                or main.unwritable is not None
            ):
                continue
            for ident, note in list(self.notes.items()):
                if pending.notes.get(ident) is note:
                    main.set_block(ident, pending.block(ident))
            pending.unsaved = []
            yield home, pending
