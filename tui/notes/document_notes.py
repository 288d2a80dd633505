"""The notes of one document, from all the files that may hold some of them.

Usually that is one file. If the folder cannot be written, there is another in the user's own, and
while a file is broken, new notes go to a pending file beside it. If a note is in several files, the
one modified last counts.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import FactdeskError, Problem
from tui.notes.home import PENDING, Home
from tui.notes.journal import Entry
from tui.notes.note import About, Change, Note
from tui.notes.saving import locked, reason
from tui.notes.shelves import Place

if TYPE_CHECKING:
    from tui.notes.notesfile import NotesFile


class DocumentNotes:
    """The notes files of one document, each with the home that it is in, best first."""

    def __init__(self, place: Place, homes: Sequence[Home], about: About) -> None:
        #: Which of the store's folders, and the document's path in it.
        self.place = place
        self.key = place.key
        self.homes = list(homes)
        self.about = about
        self.files: list[tuple[Home, NotesFile]] = []
        # The notes file in each home, and the pending one beside it.
        mains = [(home, home.file(place.key)) for home in homes]
        self._paths = [
            (home, path) for home, main in mains for path in (main, main.with_suffix(PENDING))
        ]
        self._view: dict[str, Note] | None = None
        self._former: Path | None = None
        self.refresh()
        #: Whether changes were found that a crash had kept out of the files: save.
        self.recovered = self._recover()

    @property
    def notes(self) -> dict[str, Note]:
        """All notes by id, changes not yet saved included."""
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
        """How often the files were read, which brings in what others have changed."""
        return sum(file.readings for _, file in self.files)

    @property
    def problems(self) -> list[Problem]:
        """What could not be read."""
        found = []
        for _, file in self.files:
            found += file.problems if file.closed is None else [file.closed]
        return found

    @property
    def unsaved(self) -> list[Change]:
        """The changes that are not on the disk."""
        return [change for _, file in self.files for change in file.unsaved]

    def refresh(self, names: Mapping[Home, Container[str]] | None = None) -> bool:
        """Read what has changed on the disk; whether anything had.

        `names` are those of all notes files in the homes, if they were listed already.
        """
        changed = False
        there = names or {home: home.names() for home in self.homes}
        for home, path in self._paths:
            if path.name in there[home] and all(file.path != path for _, file in self.files):
                self._open(home, path)
                changed = True
        for home, file in self.files:
            if file.refresh():
                changed = True
                self._follow_taken_out(home, file)
        if changed:
            self._view = None
        return changed

    def put(self, note: Note, batch: str = "") -> Change:
        """Add or edit a note, in the first file that may be written."""
        there = self.notes.get(note.id)
        holders = [one for one in self._open_files() if one[1].notes.get(note.id) is there]
        home, file = holders[0] if there is not None and holders else self._target()
        file.describe(self.about)
        return self._record(home, file.put(note), batch=batch)

    def take_out(self, ident: str, batch: str = "") -> Change:
        """Take a note out of the files it stands in; raises `FactdeskError` if one is only read."""
        holders = [(home, file) for home, file in self.files if ident in file.notes]
        for home, file in holders:
            if file.closed is not None or not home.writable:
                raise FactdeskError(
                    "the note cannot be removed, its file is only read", where=str(file.path)
                )
        changes = [self._record(home, file.take_out(ident), batch=batch) for home, file in holders]
        return changes[0]

    def set_block(self, ident: str, block: str | None, does: str = "change", of: str = "") -> None:
        """Put a note's block back as it once was."""
        holders = [(home, file) for home, file in self._open_files() if ident in file.notes]
        home, file = holders[0] if holders else self._target()
        file.describe(self.about)
        self._record(home, file.set_block(ident, block), does, of)

    def block(self, ident: str) -> str | None:
        """The text of the note's block as it counts."""
        note = self.notes.get(ident)
        for _, file in self.files:
            if note is not None and file.notes.get(ident) is note:
                return file.block(ident)
        return None

    def save(self) -> None:
        """Write what is not saved; raises `FactdeskError` with the reason, all is then kept."""
        from tui.notes.backups import back_up

        for _, file in list(self.files):
            if file.unsaved and file.closed is not None:
                self._move_unsaved(file)
        emptied = list(self._take_in_pending())
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
                    if file.closed is None:
                        raise
                    # Somebody broke it a moment ago: the next round goes to the pending file.
                    continue
                self._leave_former_name(file)
            self._follow_taken_out(home, file)
            self._view = None
        if any(file.unsaved for _, file in self.files):
            self.save()
            return
        for home, file in emptied:
            with suppress(OSError):
                file.path.unlink()
            self.files.remove((home, file))
        for home in self.homes:
            if home.journal.waiting(self.key):
                home.journal.saved(self.key)
                home.journal.tidy()

    def _follow_taken_out(self, home: Home, file: "NotesFile") -> None:
        """What another hand has removed is gone, and can be restored; what an editor has written
        over is put back, to be saved again."""
        taken_out, file.taken_out = file.taken_out, []
        overwritten, file.overwritten = file.overwritten, []
        for change in overwritten:
            if home.journal.is_removed(change.id):
                taken_out.append(change)
            else:
                file.set_block(change.id, change.before)
        for change in taken_out:
            with suppress(OSError):
                home.journal.record(self.key, change, "found")

    def _record(
        self, home: Home, change: Change, does: str = "change", of: str = "", batch: str = ""
    ) -> Change:
        self._view = None
        if change.before == change.after:
            return change
        # If no journal takes it, saving the notes file is what counts, and says why it cannot.
        with suppress(OSError):
            with suppress(OSError):
                home.prepare()
            home.journal.record(self.key, change, does, of, batch)
        return change

    def adopt(self, home: Home, former: Path) -> None:
        """Take the notes of a file written under the document's former name; moved when saved."""
        from tui.notes.notesfile import NotesFile

        file = NotesFile(home.file(self.key), self.about)
        file.load(former)
        self.files.append((home, file))
        self._former, self._view = former, None

    def pass_over(self, entry: Entry) -> None:
        """Leave a change out of what can be undone."""
        for home in self.homes:
            if home.journal.holds(entry):
                block = self.block(entry.change.id)
                with suppress(OSError):
                    change = Change(entry.change.id, block, block)
                    home.journal.record(self.key, change, "passed over", entry.n)

    def _recover(self) -> bool:
        """Add what a crash or a full disk kept out of the notes files."""
        waiting = [(home, e) for home in self.homes for e in home.journal.waiting(self.key)]
        for home, entry in waiting:
            file = next((file for one, file in self.files if one is home), None)
            if file is None or file.closed is not None:
                file = self._target()[1]
            file.make_again(entry.change)
        self._view = None
        return bool(waiting)

    def _leave_former_name(self, file: "NotesFile") -> None:
        if self._former is not None and file.path.with_name(self._former.name) == self._former:
            with suppress(OSError):
                self._former.unlink()
            self._former = None

    def _open_files(self) -> Iterator[tuple[Home, "NotesFile"]]:
        for home, file in self.files:
            if file.closed is None and home.writable:
                yield home, file

    def _target(self) -> tuple[Home, "NotesFile"]:
        """The file that new notes go to."""
        home = next((home for home in self.homes if home.writable), self.homes[0])
        paths = [path for one, path in self._paths if one is home]
        for path in paths:
            file = next((file for _, file in self.files if file.path == path), None)
            if file is None:
                file = self._open(home, path)
            if file.closed is None:
                return home, file
        raise FactdeskError("no file for new notes can be written", where=str(paths[0]))

    def _open(self, home: Home, path: Path) -> "NotesFile":
        from tui.notes.backups import last_backup
        from tui.notes.notesfile import NotesFile

        file = NotesFile(path, self.about)
        file.load()
        if file.stamp is not None and not file.whole:
            # Cut, or written by hand: what the journal and the backup know of it is kept.
            file.keep(last_backup(home.root, path) | home.journal.blocks(self.key))
        wanted = [path for _, path in self._paths]
        self.files.append((home, file))
        self.files.sort(key=lambda one: wanted.index(one[1].path))
        return file

    def _move_unsaved(self, broken: "NotesFile") -> None:
        changes, broken.unsaved = broken.unsaved, []
        _, target = self._target()
        for change in changes:
            target.set_block(change.id, change.after)

    def _take_in_pending(self) -> Iterator[tuple[Home, "NotesFile"]]:
        """Merge the notes of a pending file once the broken file can be read again."""
        for home, pending in self.files:
            main = next((f for _, f in self.files if f.path == home.file(self.key)), None)
            if not pending.path.name.endswith(PENDING) or main is None or main.closed is not None:
                continue
            for ident, note in list(self.notes.items()):
                if pending.notes.get(ident) is note:
                    main.set_block(ident, pending.block(ident))
            pending.unsaved = []
            yield home, pending
