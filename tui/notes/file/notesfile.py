"""A notes file in TOML: read leniently, and written back with everything else unchanged."""

from contextlib import suppress
from pathlib import Path

from tui.errors import FactdeskError, Problem
from tui.files import Stamp, stamp
from tui.notes.file.blocks import END, edit_block, new_block
from tui.notes.file.parsing import BOM, MAX_BYTES, Parsed, parse, read_text
from tui.notes.file.record import SCHEMA, to_table
from tui.notes.file.saving import COPY_SUFFIX, ChangedMeanwhileError, save
from tui.notes.file.values import read_toml, to_toml
from tui.notes.merge import edited, merge_change, note_of
from tui.notes.note import About, Change, Note

_TRIES = 20
#: A note removed from the file sooner than this after it was saved (nanoseconds) was overwritten,
#: since nobody can read and edit a file so fast.
MIN_EDIT_TIME = 2_000_000_000


class NotesFile:
    """The notes in one file about a document, and the changes that are not saved yet.

    `notes` include those changes. A file that is not valid TOML, or was written by a newer version,
    is `unwritable` with the reason: what can be read of it is shown, but it is not written.
    """

    def __init__(self, path: Path, about: About) -> None:
        self.path = path
        self.about = about
        self.notes: dict[str, Note] = {}
        self.problems: list[Problem] = []
        self.unwritable: Problem | None = None
        self.unsaved: list[Change] = []
        self.stamp: Stamp | None = None
        #: Whether the end marker was there; if not, the file may be truncated.
        self.is_complete = True
        #: Notes that others removed from the file; to be recorded in the journal.
        self.removed_outside: list[Change] = []
        #: Notes that an editor overwrote with an older version of the file; to be restored.
        self.overwritten: list[Change] = []
        #: How often the file was read.
        self.readings = 0
        #: Recently saved notes, each with the time of saving in nanoseconds.
        self._recently_saved: dict[str, int] = {}
        self._head, self._tail = "", f"{END}\n"
        self._chunks: list[bytes] = []
        self._at: dict[str, int] = {}

    def refresh(self) -> bool:
        """Reads the file again if it has changed; returns whether it had."""
        if stamp(self.path) == self.stamp:
            return False
        before = self.unwritable
        self.load()
        return self.unwritable is None or self.unwritable != before

    def load(self, source: Path | None = None) -> None:
        """Reads the file, and applies unsaved changes to what it contains now.

        With `source` the text is read from that file instead, and this one counts as new.
        """
        self.readings += 1
        known = {ident: chunk for ident in self._at if (chunk := self.block(ident)) is not None}
        self.stamp = stamp(self.path)
        text = ""
        self.unwritable = None
        try:
            if source is not None:
                text = read_text(source)
            elif self.stamp is not None or self.path.is_symlink():
                text = self._text()
        except FactdeskError as error:
            # The content may be fine, reading it failed: try again at the next refresh.
            self.unwritable, self.stamp = error.problem, None
        if self.unwritable is None:
            found = parse(text, self.path, self.about)
            self.unwritable = found.unwritable
            self.is_complete = bool(found.tail)
            if self.unwritable is None or not self.notes:
                self._take(found)
        if self.unwritable is None:
            if not self.is_complete:
                self.keep(known)
            mine, self.unsaved = self.unsaved, []
            for change in mine:
                self.apply(change)
            gone = known.keys() - self._at.keys() - {change.id for change in mine}
            for ident in sorted(gone):
                lost = self.overwritten if self._is_overwritten(ident) else self.removed_outside
                lost.append(Change(ident, known[ident], None))

    def block(self, ident: str) -> str | None:
        """The text of a note's block; None if there is no such note."""
        at = self._at.get(ident)
        return None if at is None else self._chunks[at].decode()

    def put(self, note: Note) -> Change:
        """Adds the note, or edits the one with its id; not saved yet."""
        before = self.block(note.id)
        if before is None:
            after = new_block(to_table(note))
        else:
            after = edited(before, self.notes[note.id], note)
        return self.apply(Change(note.id, before, after))

    def remove_note(self, ident: str) -> Change:
        """Removes the note; not saved yet."""
        return self.apply(Change(ident, self.block(ident), None))

    def set_block(self, ident: str, block: str | None) -> Change:
        """Restores an earlier block of the note (undo); not saved yet."""
        return self.apply(Change(ident, self.block(ident), block))

    def set_about(self, about: About) -> None:
        """Updates the `[document]` table; written with the next change."""
        if about == self.about and self._head:
            return
        if "[document]" in self._head:
            old, new = self.about._asdict(), about._asdict()
            changes = {key: new[key] for key in new if new[key] != old[key] and new[key]}
            # Written by hand so that it cannot be edited line by line: then it stays unchanged.
            with suppress(ValueError):
                self._head = edit_block(self._head, changes, _document_table)
        self.about = about

    def data(self) -> bytes:
        """The new content of the file."""
        head = self._head if self._head.strip(BOM + " \r\n\t") else _new_head(self.about)
        last = next((chunk for chunk in reversed(self._chunks) if chunk), head.encode())
        tail = (self._tail or f"{END}\n").encode()
        gap = b"" if last.endswith(b"\n") else b"\n"
        return b"".join([head.encode(), *self._chunks, gap, tail])

    def save(self) -> None:
        """Writes the changes; the caller holds the lock of the home.

        Raises `FactdeskError` with the reason; then the changes stay in `unsaved`.
        """
        for _ in range(_TRIES):
            if self.unwritable is not None:
                break
            data = self.data()
            if len(data) > MAX_BYTES:
                raise FactdeskError(
                    f"its notes would take more than {MAX_BYTES >> 20} MB", where=str(self.path)
                )
            try:
                self.stamp = save(self.path, data, self.stamp)
            except ChangedMeanwhileError:
                self.load()
                continue
            self._remember_saved(self.stamp.changed)
            self.unsaved, self.is_complete, self.problems = [], True, self._lasting_problems()
            self._tail = self._tail or f"{END}\n"
            return
        problem = self.unwritable or Problem(
            "it changes faster than it can be saved", str(self.path)
        )
        raise FactdeskError(problem.what, where=problem.where, remedy=problem.remedy)

    def _is_overwritten(self, ident: str) -> bool:
        """Whether a note is missing because an editor overwrote it with an older version of the
        file.

        That is so if the note was saved so recently that nobody can have read it, and everything
        saved after it is missing as well.
        """
        saved = self._recently_saved.get(ident)
        if saved is None or self.stamp is None or self.stamp.changed - saved >= MIN_EDIT_TIME:
            return False
        return not any(at >= saved and one in self._at for one, at in self._recently_saved.items())

    def _remember_saved(self, at: int) -> None:
        self._recently_saved = {
            ident: then for ident, then in self._recently_saved.items() if at - then < MIN_EDIT_TIME
        }
        self._recently_saved |= {
            change.id: at for change in self.unsaved if change.after is not None
        }

    def _lasting_problems(self) -> list[Problem]:
        return [problem for problem in self.problems if problem != self._truncated_problem()]

    def _text(self) -> str:
        text = read_text(self.path)
        if not text.rstrip().endswith(END):
            # Perhaps the program was killed while it wrote a file with hard links in place.
            with suppress(FactdeskError):
                copy = read_text(self.path.with_name(self.path.name + COPY_SUFFIX))
                if copy.rstrip().endswith(END):
                    return copy
        return text

    def _take(self, found: Parsed) -> None:
        self.about, self._head, self._tail = found.about, found.head, found.tail
        self._chunks = [chunk.encode() for chunk in found.chunks]
        self._at, self.notes, self.problems = found.at, found.notes, found.problems

    def keep(self, known: dict[str, str]) -> None:
        """Restores the notes that a truncated file has lost."""
        if self.unwritable is None:
            self._drop_truncated_block(known)
        gone = [ident for ident in known if ident not in self.notes]
        for ident in gone:
            if self.unwritable is None:
                self._set(ident, known[ident])
            else:
                self.notes[ident] = note_of(known[ident], self.about.path)
        if gone:
            self.problems = [*self.problems, self._truncated_problem()]

    def _drop_truncated_block(self, known: dict[str, str]) -> None:
        """Drops the last block of the file if it is a proper prefix of a known block."""
        last = len(self._chunks) - 1
        last_block = self._chunks[last].decode().strip() if self._chunks else ""
        known = {ident: block.strip() for ident, block in known.items()}
        if last_block and any(
            block != last_block and block.startswith(last_block) for block in known.values()
        ):
            self._chunks[last] = b""
            for ident in [ident for ident, at in self._at.items() if at == last]:
                del self._at[ident], self.notes[ident]

    def _truncated_problem(self) -> Problem:
        return Problem(
            "the file is truncated; its missing notes are kept in memory",
            where=str(self.path),
            remedy="they are written again with the next change",
        )

    def apply(self, change: Change) -> Change:
        """Merges a change into what the file contains now; not saved yet."""
        block, extra = merge_change(change, self.block(change.id))
        if block == self.block(change.id):
            return change
        self._set(change.id, block)
        self.unsaved.append(change)
        if extra is not None:
            other = note_of(extra, self.about.path)
            self._set(other.id, extra)
            self.unsaved.append(Change(other.id, None, extra))
        return change

    def _set(self, ident: str, block: str | None) -> None:
        at = self._at.get(ident)
        if block is None:
            if at is not None:
                self._chunks[at] = b""
                del self._at[ident], self.notes[ident]
            return
        self.notes[ident] = note_of(block, self.about.path)
        if at is None:
            last = next((one for one in reversed(self._chunks) if one), self._head.encode())
            if last and not last.endswith((b"\n\n", b"\n\r\n")):
                block = ("\n" if last.endswith(b"\n") else "\n\n") + block
            self._at[ident] = len(self._chunks)
            self._chunks.append(b"")
            at = self._at[ident]
        self._chunks[at] = block.encode()


def _document_table(head: str) -> dict[str, object]:
    table = read_toml(head.removeprefix(BOM)).get("document")
    return dict(table) if isinstance(table, dict) else {}


def _new_head(about: About) -> str:
    lines = [f"{key} = {to_toml(value)}\n" for key, value in about._asdict().items() if value]
    return f"schema = {SCHEMA}\n[document]\n" + "".join(lines) + "\n"
