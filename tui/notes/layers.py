"""The notes of one document, from all the files that may hold some of them.

Usually that is one file. Where the folder cannot be written there is another in the user's own;
and while a file is broken, what is new goes to a pending file beside it. A note that stands in
several counts as it was modified last.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.errors import FactdeskError, Problem
from tui.notes.home import Home
from tui.notes.merge import Change
from tui.notes.note import Note
from tui.notes.notesfile import NotesFile
from tui.notes.parsing import About
from tui.notes.saving import locked, reason

_PENDING = ".pending.toml"


class Layers:
    """The notes files of one document, each beside the home it lies in, best first."""

    def __init__(self, place: tuple[int, str], homes: Sequence[Home], about: About) -> None:
        #: Which of the store's folders, and the document's path in it.
        self.place = place
        self.key = place[1]
        self.homes = list(homes)
        self.about = about
        self.files: list[tuple[Home, NotesFile]] = []
        self._view: dict[str, Note] | None = None
        self.refresh()

    @property
    def notes(self) -> dict[str, Note]:
        """All notes by id, changes not yet saved included."""
        if self._view is None:
            self._view = {}
            for _, file in reversed(self.files):
                for ident, note in file.notes.items():
                    other = self._view.get(ident)
                    if other is None or note.modified >= other.modified:
                        self._view[ident] = note
        return self._view

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

    def refresh(self) -> bool:
        """Read what has changed on the disk; whether anything had."""
        changed = False
        for home in self.homes:
            main = home.file(self.key)
            names = home.names()
            for path in (main, main.with_suffix(_PENDING)):
                if path.name in names and all(file.path != path for _, file in self.files):
                    self._open(home, path)
                    changed = True
        for _, file in self.files:
            changed = file.refresh() or changed
        if changed:
            self._view = None
        return changed

    def put(self, note: Note) -> Change:
        """Add or edit a note, in the first file that may be written."""
        file = next((file for _, file in self._open_files() if note.id in file.notes), None)
        if file is None or file.notes[note.id].modified < self.notes[note.id].modified:
            file = self._target()
        file.describe(self.about)
        self._view = None
        return file.put(note)

    def take_out(self, ident: str) -> Change:
        """Take a note out of the file it stands in; raises `FactdeskError` when it must not."""
        holders = [(home, file) for home, file in self.files if ident in file.notes]
        for home, file in holders:
            if file.closed is not None or not home.writable:
                raise FactdeskError(
                    "the note cannot be removed, its file is only read", where=str(file.path)
                )
        self._view = None
        changes = [file.take_out(ident) for _, file in holders]
        return changes[0]

    def set_block(self, ident: str, block: str | None) -> Change:
        """Put a note's block back as it once was."""
        holders = [file for _, file in self._open_files() if ident in file.notes]
        self._view = None
        return (holders[0] if holders else self._target()).set_block(ident, block)

    def block(self, ident: str) -> str | None:
        """The text of the note's block as it counts."""
        note = self.notes.get(ident)
        for _, file in self.files:
            if note is not None and file.notes.get(ident) is note:
                return file.block(ident)
        return None

    def save(self) -> None:
        """Write what is not saved; raises `FactdeskError` with the reason, all is then kept."""
        for _, file in list(self.files):
            if file.unsaved and file.closed is not None:
                self._move_unsaved(file)
        self._take_in_pending()
        for home, file in self.files:
            if not file.unsaved:
                continue
            try:
                home.prepare()
            except OSError as error:
                raise FactdeskError(reason(error), where=str(home.root)) from error
            with locked(home.lock):
                file.save()
            self._view = None

    def _open_files(self) -> Iterator[tuple[Home, NotesFile]]:
        for home, file in self.files:
            if file.closed is None and home.writable:
                yield home, file

    def _target(self) -> NotesFile:
        """The file that new notes go to."""
        home = next((home for home in self.homes if home.writable), self.homes[0])
        main = home.file(self.key)
        for path in (main, main.with_suffix(_PENDING)):
            file = next((file for _, file in self.files if file.path == path), None)
            if file is None:
                file = self._open(home, path)
            if file.closed is None:
                return file
        raise FactdeskError("no file for new notes can be written", where=str(main))

    def _open(self, home: Home, path: Path) -> NotesFile:
        file = NotesFile(path, self.about)
        file.load()
        order = [(one, one.file(self.key)) for one in self.homes]
        wanted = [p for one, p in order for p in (p, p.with_suffix(_PENDING))]
        self.files.append((home, file))
        self.files.sort(key=lambda one: wanted.index(one[1].path))
        return file

    def _move_unsaved(self, broken: NotesFile) -> None:
        changes, broken.unsaved = broken.unsaved, []
        target = self._target()
        for change in changes:
            target.set_block(change.id, change.after)

    def _take_in_pending(self) -> None:
        """Bring the notes of a pending file home once the broken file can be read again."""
        for home, pending in list(self.files):
            main = next((f for _, f in self.files if f.path == home.file(self.key)), None)
            if not pending.path.name.endswith(_PENDING) or main is None or main.closed is not None:
                continue
            for ident in list(pending.notes):
                block = pending.block(ident)
                if block is not None and self.notes[ident] is pending.notes[ident]:
                    main.set_block(ident, block)
                pending.take_out(ident)
