"""The journal: every change is one line on the disk before the notes file is written.

What a crash or a full disk kept out of the notes file is added from it at the next start. Undo,
redo and the restoring of removed notes read it. A line is a change of one note: the text of its
block before and after. Lines that were cut off are skipped.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from tui import files
from tui.errors import FactdeskError
from tui.notes.ids import new_id, now
from tui.notes.note import Change
from tui.notes.saving import append, make_folder

#: From this size on a journal is put aside; the one put aside before it goes.
MAX_BYTES = 8 * 1024 * 1024
_ENTRY = b'{"n":"'
_SAVED = b'{"saved":'


class Entry(NamedTuple):
    """One line: a change of a note in the file about the document `key`.

    `does` is change, undo, redo, found (what another hand took out) or passed over (a change that
    another hand has made impossible to undo); `of` is the entry that this one is about. Changes of
    one `batch` are undone together.
    """

    n: str
    key: str
    change: Change
    does: str = "change"
    of: str = ""
    batch: str = ""


class Journal:
    """The journal of one folder of notes; `label` names it where that folder cannot be written."""

    def __init__(self, root: Path, label: str) -> None:
        self.path = root / "journal.jsonl"
        self.old = root / "journal-old.jsonl"
        self.elsewhere = files.data_folder() / "journals" / f"{label}.jsonl"
        self._waiting: dict[str, Entry] | None = None
        # Entries up to here were there when this program began.
        self._begun = new_id()
        self._before: list[Entry] | None = None
        #: The entries that this program has made, oldest first.
        self.own: list[Entry] = []

    def record(
        self, key: str, change: Change, does: str = "change", of: str = "", batch: str = ""
    ) -> Entry:
        """Write an entry and force it to the disk.

        Raises `OSError` when neither the folder nor the user's own takes it.
        """
        entry = Entry(new_id(), key, change, does, of, batch)
        self.own.append(entry)
        waiting = self._read_waiting()
        # Before the disk has it: if it never does, saving the notes file still counts.
        waiting[entry.n] = entry
        line = _line(entry)
        try:
            append(self.path, line)
        except OSError:
            make_folder(self.elsewhere.parent)
            append(self.elsewhere, line)
        return entry

    @property
    def before(self) -> list[Entry]:
        """The entries that were there when this program began; read once."""
        if self._before is None:
            own = {entry.n for entry in self.own}
            found = (entry for entry in self.entries() if entry.n not in own)
            self._before = [entry for entry in found if entry.n <= self._begun]
        return self._before

    def holds(self, entry: Entry) -> bool:
        """Whether an entry stands in this journal."""
        return any(one.n == entry.n for one in (*self.before, *self.own))

    def waiting(self, key: str) -> list[Entry]:
        """The entries about a document that no notes file is known to hold, oldest first."""
        return [entry for entry in self._read_waiting().values() if entry.key == key]

    def keys_waiting(self) -> set[str]:
        """The documents that entries wait for."""
        return {entry.key for entry in self._read_waiting().values()}

    def saved(self, key: str) -> None:
        """Note that the notes file about `key` holds all its entries now.

        Not forced to the disk: without this line the entries are found in the file once more.
        """
        import json

        done = [entry.n for entry in self.waiting(key)]
        for n in done:
            del self._read_waiting()[n]
        line = _SAVED + json.dumps(done).encode() + b"}\n"
        for path in (self.path, self.elsewhere):
            with suppress(OSError):
                handle = os.open(path, os.O_WRONLY | os.O_APPEND)
                try:
                    os.write(handle, line)
                finally:
                    os.close(handle)

    def entries(self) -> list[Entry]:
        """All entries still kept, oldest first."""
        found = {}
        for path in (self.old, self.path, self.elsewhere):
            for line in _lines(path):
                entry = _entry(line)
                if entry is not None:
                    found[entry.n] = entry
        return [found[n] for n in sorted(found)]

    def blocks(self, key: str) -> dict[str, str]:
        """The blocks of all notes about a document as the journal last saw them."""
        found: dict[str, str] = {}
        for entry in self.entries():
            if entry.key != key:
                continue
            if entry.change.after is None:
                found.pop(entry.change.id, None)
            else:
                found[entry.change.id] = entry.change.after
        return found

    def is_removed(self, ident: str) -> bool:
        """Whether the last thing that was done to a note, by any program, was to remove it."""
        last = [entry.change.after for entry in self.entries() if entry.change.id == ident][-1:]
        return last == [None]

    def tidy(self) -> None:
        """Put a long journal aside, but only if nothing in it is waiting."""
        with suppress(OSError):
            if self.path.stat().st_size > MAX_BYTES and not self._read_waiting():
                self.path.replace(self.old)

    def _read_waiting(self) -> dict[str, Entry]:
        if self._waiting is None:
            import json

            lines: dict[str, bytes] = {}
            done: set[str] = set()
            for path in (self.path, self.elsewhere):
                for line in _lines(path):
                    if line.startswith(_ENTRY):
                        # Only what waits is read in full: a day's journal is megabytes.
                        lines[line[len(_ENTRY) :].partition(b'"')[0].decode("ascii", "replace")] = (
                            line
                        )
                    elif line.startswith(_SAVED):
                        with suppress(ValueError, TypeError, RecursionError):
                            done.update(json.loads(line)["saved"])
            found = {n: _entry(line) for n, line in lines.items() if n not in done}
            self._waiting = {n: entry for n, entry in sorted(found.items()) if entry is not None}
        return self._waiting


def _lines(path: Path) -> Iterator[bytes]:
    with suppress(FactdeskError):
        yield from BytesIO(files.read_bytes(path))


def _line(entry: Entry) -> bytes:
    import json

    record: dict[str, Any] = {"n": entry.n, "at": now().isoformat(), "key": entry.key}
    record |= entry.change._asdict()
    if entry.does != "change":
        record |= {"does": entry.does, "of": entry.of}
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
    n, key, does, of, batch = texts
    return Entry(n, key, change, does, of, batch)
