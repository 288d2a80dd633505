"""The journal (write-ahead log): every change is a line on disk before the notes file is written.

At the next start, entries that a crash or a full disk kept out of the notes file are applied. Undo,
redo and restoring removed notes read it, too. Each line is a change of one note: the text of its
block before and after. Truncated lines are skipped.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from tui import files
from tui.errors import FactdeskError
from tui.notes.file.saving import append, locked, make_folder
from tui.notes.ids import new_id, now, start_after
from tui.notes.note import Change
from tui.patterns import pattern

#: The size from which the journal is rotated; only one previous journal is kept.
MAX_BYTES = 8 * 1024 * 1024
_ENTRY = b'{"n":"'
_SAVED = b'{"saved":'
# Nearly all such lines; to parse them as JSON takes five times as long.
_ONE_SAVED = pattern(rb'\{"saved":\["([0-9A-Z]+)"\]\}\n')


class Entry(NamedTuple):
    """One line: a change of one note in the file about the document `key`.

    `n` is its unique id. `action` is change, undo, redo, found (removed by others) or "passed over"
    (can no longer be undone, because others changed the note); `of` is the id of the entry that it
    refers to. Changes of one `batch` are undone together.
    """

    n: str
    key: str
    change: Change
    action: str = "change"
    of: str = ""
    batch: str = ""


class Journal:
    """The journal of one home; `label` names it in the user's data folder, where it is written if
    the home cannot be."""

    def __init__(self, root: Path, label: str) -> None:
        self.path = root / "journal.jsonl"
        self.previous = root / "journal-old.jsonl"
        elsewhere = files.data_folder() / "journals"
        self.fallback = elsewhere / f"{label}.jsonl"
        self.previous_fallback = elsewhere / f"{label}-old.jsonl"
        self._unapplied: dict[str, Entry] | None = None
        # The sizes of the files when this process started, by inode: a rotated one keeps its own.
        self._sizes = dict(map(_inode_and_size, self._files))
        self._before: list[Entry] | None = None
        #: The entries written by this process, oldest first.
        self.own: list[Entry] = []

    def record(
        self, key: str, change: Change, action: str = "change", of: str = "", batch: str = ""
    ) -> Entry:
        """Writes an entry, and syncs it to disk.

        Raises `OSError` if neither the home nor the user's data folder can be written.
        """
        unapplied = self._read_unapplied()
        entry = Entry(new_id(), key, change, action, of, batch)
        self.own.append(entry)
        # Added before it is written: even if that fails, saving the notes file still counts.
        unapplied[entry.n] = entry
        line = _line(entry)
        try:
            append(self.path, line)
        except OSError:
            make_folder(self.fallback.parent)
            append(self.fallback, line)
        return entry

    @property
    def before(self) -> list[Entry]:
        """The entries that were there when this process started; read once."""
        if self._before is None:
            self._before = self._entries(self._sizes)
        return self._before

    def contains(self, entry: Entry) -> bool:
        """Whether an entry is in this journal."""
        return any(one.n == entry.n for one in (*self.before, *self.own))

    def unapplied(self, key: str) -> list[Entry]:
        """The entries about a document that may be missing from its notes file, oldest first."""
        return [entry for entry in self._read_unapplied().values() if entry.key == key]

    def unapplied_keys(self) -> set[str]:
        """The documents with unapplied entries."""
        return {entry.key for entry in self._read_unapplied().values()}

    def mark_applied(self, key: str) -> None:
        """Records that the notes file about `key` contains all its entries.

        Not synced: without this line the entries are only compared with the file once more.
        """
        import json

        done = [entry.n for entry in self.unapplied(key)]
        for n in done:
            del self._read_unapplied()[n]
        line = _SAVED + json.dumps(done).encode() + b"}\n"
        for path, previous in self._pairs:
            with suppress(OSError):
                # Another process may have rotated it just now.
                creating = os.O_CREAT if previous.exists() else 0
                handle = os.open(path, os.O_WRONLY | os.O_APPEND | creating, 0o600)
                try:
                    os.write(handle, line)
                finally:
                    os.close(handle)

    def entries(self) -> list[Entry]:
        """All entries, oldest first."""
        return self._entries()

    @property
    def _pairs(self) -> tuple[tuple[Path, Path], ...]:
        return (self.path, self.previous), (self.fallback, self.previous_fallback)

    @property
    def _files(self) -> tuple[Path, ...]:
        return self.previous, self.path, self.previous_fallback, self.fallback

    def _entries(self, sizes: dict[int, int] | None = None) -> list[Entry]:
        """The entries, oldest first; with `sizes` those in the first bytes of these inodes."""
        found = {}
        for path in self._files:
            size = None if sizes is None else sizes.get(_inode_and_size(path)[0], 0)
            for line in _lines(path, size):
                entry = _entry(line)
                if entry is not None:
                    found[entry.n] = entry
        return [found[n] for n in sorted(found)]

    def blocks(self, key: str) -> dict[str, str | None]:
        """The latest blocks of all notes about a document; None for a removed one."""
        entries = (entry for entry in self.entries() if entry.key == key)
        return {entry.change.id: entry.change.after for entry in entries}

    def is_removed(self, ident: str) -> bool:
        """Whether the last entry about a note, by any program, removed it."""
        last = [entry.change.after for entry in self.entries() if entry.change.id == ident][-1:]
        return last == [None]

    def rotate(self) -> None:
        """Renames a long journal, here or in the data folder, if no process has unapplied entries.

        A process that is writing to it meanwhile writes to the renamed one, so that unapplied
        entries are looked for in both.
        """
        for path, previous in self._pairs if not self._read_unapplied() else ():
            if _is_long(path):
                with suppress(FactdeskError), locked(path.with_name(f"{path.name}.lock")):
                    # Another process may have rotated it meanwhile.
                    if _is_long(path) and not self._unapplied_on_disk():
                        with suppress(OSError):
                            path.replace(previous)

    def _read_unapplied(self) -> dict[str, Entry]:
        if self._unapplied is None:
            self._unapplied = self._unapplied_on_disk()
        return self._unapplied

    def _unapplied_on_disk(self) -> dict[str, Entry]:
        """The unapplied entries of all processes, oldest first."""
        import json

        lines: dict[str, bytes] = {}
        done: set[str] = set()
        for path in self._files:
            for line in _lines(path):
                if line.startswith(_ENTRY):
                    # Only unapplied entries are parsed: a day's journal is megabytes.
                    lines[line[len(_ENTRY) :].partition(b'"')[0].decode("ascii", "replace")] = line
                elif one := _ONE_SAVED.fullmatch(line):
                    done.add(one[1].decode("ascii"))
                elif line.startswith(_SAVED):
                    with suppress(ValueError, TypeError, RecursionError):
                        done.update(json.loads(line)["saved"])
        # The clock may have been ahead: what is written from now on is later all the same.
        start_after(lines)
        found = {n: _entry(line) for n, line in lines.items() if n not in done}
        return {n: entry for n, entry in sorted(found.items()) if entry is not None}


def _lines(path: Path, size: int | None = None) -> Iterator[bytes]:
    """The lines in a file, or in its first `size` bytes."""
    with suppress(FactdeskError):
        yield from BytesIO(files.read_bytes(path)[:size])


def _inode_and_size(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_ino, found.st_size


def _is_long(path: Path) -> bool:
    with suppress(OSError):
        found = path.lstat()
        return S_ISREG(found.st_mode) and found.st_size > MAX_BYTES
    return False


def _line(entry: Entry) -> bytes:
    import json

    record: dict[str, Any] = {"n": entry.n, "at": now().isoformat(), "key": entry.key}
    record |= entry.change._asdict()
    if entry.action != "change":
        record |= {"does": entry.action, "of": entry.of}
    if entry.batch:
        record["batch"] = entry.batch
    return json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _entry(line: bytes) -> Entry | None:
    import json

    if not line.startswith(_ENTRY) or not line.endswith(b"\n"):
        return None
    try:
        record = json.loads(line)
        change = Change(record["id"], record["before"], record["after"])
        said = (record.get("does", "change"), record.get("of", ""), record.get("batch", ""))
        texts = (record["n"], record["key"], *said)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not all(isinstance(text, str) for text in (*texts, change.id)) or not all(
        text is None or isinstance(text, str) for text in change
    ):
        return None
    n, key, action, of, batch = texts
    return Entry(n, key, change, action, of, batch)
