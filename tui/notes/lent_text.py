"""A text while another program edits it: in a private folder, where it is found again if this
program is killed first."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

from tui.files import read_bytes

#: The name of the entry that says what the text is: a draft, as `drafts` stores it.
ENTRY = "draft.json"
_TEXT = "note.md"
#: The text, and where nano and Emacs rescue what was not saved when their terminal closes.
_RESCUED = (_TEXT, f"{_TEXT}.save", f"#{_TEXT}#")


class LentText:
    """A file that another program edits; a context manager that deletes it at the end."""

    def __init__(self, folder: Path, before: str) -> None:
        """`before`: the text as it was lent; `create` makes the folder."""
        self.folder = folder
        self._before = before
        self._is_kept = False

    @classmethod
    def create(cls, parent: Path | None, text: str, entry: bytes) -> Self:
        """Writes a text, and what it is, to a new folder that only its owner can read, in `parent`
        or where temporary files are; raises `OSError`."""
        lent = cls(Path(mkdtemp(prefix="edit-", dir=parent)).resolve(), text)
        try:
            for path, data in (
                (lent.path, text.encode("utf-8", "replace")),
                (lent.folder / ENTRY, entry),
            ):
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(handle, "wb") as out:
                    out.write(data)
        except OSError:
            lent.delete()
            raise
        return lent

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._is_kept:
            self.delete()

    @property
    def path(self) -> Path:
        """The file to edit."""
        return self.folder / _TEXT

    def text(self) -> str:
        """What was saved; raises `FactdeskError` if that is nothing that can be read."""
        return self._read(self.path)

    def rescued(self) -> tuple[str, int]:
        """What was saved or rescued last, "" if nothing was changed, and when, in nanoseconds;
        raises `FactdeskError` or `OSError`."""
        there = [path for name in _RESCUED if (path := self.folder / name).is_file()]
        last = max(there, key=lambda path: path.stat().st_mtime_ns, default=self.path)
        text = self._read(last)
        return "" if text == self._before else text, last.stat().st_mtime_ns

    def keep(self) -> None:
        """Leaves the file after the end: this program may end before the other has saved."""
        self._is_kept = True

    def delete(self) -> None:
        """Deletes the folder with everything in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _read(self, path: Path) -> str:
        """A text without the line break that editors add at the end."""
        new = read_bytes(path).decode("utf-8", "replace").removeprefix("\ufeff")
        if self._before.endswith("\n"):
            return new
        return new.removesuffix("\n").removesuffix("\r")
