"""One TOML file of notes: read leniently, written back with everything else left as it was."""

from contextlib import suppress
from pathlib import Path

from tui.errors import FactdeskError, Problem
from tui.notes.blocks import END, edit_block, new_block
from tui.notes.merge import edited, note_of, rebased
from tui.notes.note import About, Change, Note
from tui.notes.parsing import BOM, MAX_BYTES, Parsed, parse, read_text
from tui.notes.record import SCHEMA, to_table
from tui.notes.saving import COPY, ChangedMeanwhileError, Stamp, save, stamp_of
from tui.notes.values import read_toml, written

_TRIES = 20
#: Nobody can have read a note and taken it out by hand sooner after it was saved (nanoseconds).
HAND = 2_000_000_000


class NotesFile:
    """The notes of one document in one file, and the changes that are not saved yet.

    `notes` hold those changes already. A file that is no TOML, or was written by a newer
    version, is `closed` with the reason: what can be read of it is shown, and it is not written.
    """

    def __init__(self, path: Path, about: About) -> None:
        self.path = path
        self.about = about
        self.notes: dict[str, Note] = {}
        self.problems: list[Problem] = []
        self.closed: Problem | None = None
        self.unsaved: list[Change] = []
        self.stamp: Stamp | None = None
        #: Whether the end marker was there: without it, what is missing may have been cut off.
        self.whole = True
        #: What readings found missing, and the end marker says it was meant so; to be recorded.
        self.taken_out: list[Change] = []
        #: What an editor has written over without having known of it; to be put back.
        self.overwritten: list[Change] = []
        #: How often the file was read.
        self.readings = 0
        #: The notes of the last saves, each with the time (nanoseconds) it came onto the disk.
        self._lately: dict[str, int] = {}
        self._head, self._tail = "", f"{END}\n"
        self._chunks: list[bytes] = []
        self._at: dict[str, int] = {}

    def refresh(self) -> bool:
        """Read the file (again) if it has changed since; whether it had."""
        if stamp_of(self.path) == self.stamp:
            return False
        before = self.closed
        self.load()
        return self.closed is None or self.closed != before

    def load(self, source: Path | None = None) -> None:
        """Read the file; changes not yet saved are made again on what it says now.

        With `source` its text is taken from that other file, and this one is new.
        """
        self.readings += 1
        known = {ident: chunk for ident in self._at if (chunk := self.block(ident)) is not None}
        self.stamp = stamp_of(self.path)
        text = ""
        self.closed = None
        try:
            if source is not None:
                text = read_text(source)
            elif self.stamp is not None or self.path.is_symlink():
                text = self._text()
        except FactdeskError as error:
            # Not what it says but the reading failed: try again at the next look.
            self.closed, self.stamp = error.problem, None
        if self.closed is None:
            found = parse(text, self.path, self.about)
            self.closed = found.closed
            self.whole = bool(found.tail)
            if self.closed is None or not self.notes:
                self._take(found)
        if self.closed is None:
            if not self.whole:
                self.keep(known)
            mine, self.unsaved = self.unsaved, []
            for change in mine:
                self.make_again(change)
            gone = known.keys() - self._at.keys() - {change.id for change in mine}
            for ident in sorted(gone):
                lost = self.overwritten if self._was_overwritten(ident) else self.taken_out
                lost.append(Change(ident, known[ident], None))

    def block(self, ident: str) -> str | None:
        """The text of a note's block; None when there is no such note."""
        at = self._at.get(ident)
        return None if at is None else self._chunks[at].decode()

    def put(self, note: Note) -> Change:
        """Add the note, or edit the one with its id; not yet on the disk."""
        before = self.block(note.id)
        if before is None:
            after = new_block(to_table(note))
        else:
            after = edited(before, self.notes[note.id], note)
        return self.make_again(Change(note.id, before, after))

    def take_out(self, ident: str) -> Change:
        """Take the note out of the file; not yet on the disk."""
        return self.make_again(Change(ident, self.block(ident), None))

    def set_block(self, ident: str, block: str | None) -> Change:
        """Put the note's block back as it once was (undo); not yet on the disk."""
        return self.make_again(Change(ident, self.block(ident), block))

    def describe(self, about: About) -> None:
        """Say anew what the document is; written with the next change."""
        if about == self.about and self._head:
            return
        if "[document]" in self._head:
            old, new = self.about._asdict(), about._asdict()
            changes = {key: new[key] for key in new if new[key] != old[key] and new[key]}
            # Written by hand in a way that cannot be edited by lines: then it stays as it is.
            with suppress(ValueError):
                self._head = edit_block(self._head, changes, _document_table)
        self.about = about

    def data(self) -> bytes:
        """The file as it is to be written."""
        head = self._head if self._head.strip(BOM + " \r\n\t") else _new_head(self.about)
        last = next((chunk for chunk in reversed(self._chunks) if chunk), head.encode())
        tail = (self._tail or f"{END}\n").encode()
        gap = b"" if last.endswith(b"\n") else b"\n"
        return b"".join([head.encode(), *self._chunks, gap, tail])

    def save(self) -> None:
        """Write the changes; the caller holds the lock of the folder.

        Raises `FactdeskError` with the reason; the changes then stay in `unsaved`.
        """
        for _ in range(_TRIES):
            if self.closed is not None:
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
            self.unsaved, self.whole, self.problems = [], True, self._lasting_problems()
            self._tail = self._tail or f"{END}\n"
            return
        problem = self.closed or Problem("it changes faster than it can be saved", str(self.path))
        raise FactdeskError(problem.what, where=problem.where, remedy=problem.remedy)

    def _was_overwritten(self, ident: str) -> bool:
        """Whether a note is missing because an editor has written its text of a moment ago.

        Then the note was saved so short a time before that nobody can have read it, and what was
        saved after it is missing as well.
        """
        saved = self._lately.get(ident)
        if saved is None or self.stamp is None or self.stamp.changed - saved >= HAND:
            return False
        return not any(at >= saved and one in self._at for one, at in self._lately.items())

    def _remember_saved(self, at: int) -> None:
        self._lately = {ident: then for ident, then in self._lately.items() if at - then < HAND}
        self._lately |= {change.id: at for change in self.unsaved if change.after is not None}

    def _lasting_problems(self) -> list[Problem]:
        return [problem for problem in self.problems if problem != self._vanished_problem()]

    def _text(self) -> str:
        text = read_text(self.path)
        if not text.rstrip().endswith(END):
            # Perhaps a crash while a file with several names was written in place.
            with suppress(FactdeskError):
                copy = read_text(self.path.with_name(self.path.name + COPY))
                if copy.rstrip().endswith(END):
                    return copy
        return text

    def _take(self, found: Parsed) -> None:
        self.about, self._head, self._tail = found.about, found.head, found.tail
        self._chunks = [chunk.encode() for chunk in found.chunks]
        self._at, self.notes, self.problems = found.at, found.notes, found.problems

    def keep(self, known: dict[str, str]) -> None:
        """Restore these notes, which a file without its end marker has lost."""
        if self.closed is None:
            self._drop_torn_block(known)
        gone = [ident for ident in known if ident not in self.notes]
        for ident in gone:
            if self.closed is None:
                self._set(ident, known[ident])
            else:
                self.notes[ident] = note_of(known[ident], self.about.path)
        if gone:
            self.problems = [*self.problems, self._vanished_problem()]

    def _drop_torn_block(self, known: dict[str, str]) -> None:
        """Drop the last block in the file where it is only the beginning of one that is known."""
        last = len(self._chunks) - 1
        cut = self._chunks[last].decode().strip() if self._chunks else ""
        known = {ident: block.strip() for ident, block in known.items()}
        if cut and any(block != cut and block.startswith(cut) for block in known.values()):
            self._chunks[last] = b""
            for ident in [ident for ident, at in self._at.items() if at == last]:
                del self._at[ident], self.notes[ident]

    def _vanished_problem(self) -> Problem:
        return Problem(
            "the file has lost its end; the notes missing from it are kept",
            where=str(self.path),
            remedy="they are written again with the next change",
        )

    def make_again(self, change: Change) -> Change:
        """Make a change, on what the file says now whoever wrote it; not yet on the disk."""
        block, extra = rebased(change, self.block(change.id))
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
    lines = [f"{key} = {written(value)}\n" for key, value in about._asdict().items() if value]
    return f"schema = {SCHEMA}\n[document]\n" + "".join(lines) + "\n"
