"""Reading files in a thread: its progress, and stopping it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import monotonic

from tui.errors import FactdeskError

#: Seconds until progress is shown, and between messages.
PATIENCE, BEAT = 0.3, 0.1
_MEGABYTE = 1_000_000


class Reading:
    """Held by the thread that reads (`with reading`), one at a time."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """`tell` is given the progress in words, "" at the end."""
        self._tell = tell
        self._lock = Lock()
        self._began = self._told = 0.0
        #: Whether progress was shown: only what can be seen can be stopped.
        self._is_shown = False
        self.is_stopped = False

    def __enter__(self) -> None:
        self._lock.acquire()
        self._began = self._told = monotonic()
        self._is_shown = self.is_stopped = False

    def __exit__(self, *_: object) -> None:
        was_shown, self._is_shown = self._is_shown, False
        self._lock.release()
        if was_shown:
            self._tell("")

    def stop(self) -> bool:
        """Stop reading; returns whether there was any whose progress is shown."""
        self.is_stopped = self._is_shown
        return self.is_stopped

    def count(self, files: int) -> None:
        """Show how many files were read."""
        self._show(f"{files:,} files")

    def part(self, path: Path, done: int, size: int) -> None:
        """Show how much of a file was read, in bytes. Raises `FactdeskError` to stop."""
        if self.is_stopped:
            where = str(path)
            raise FactdeskError("reading was stopped", where=where, remedy="reload to read it")
        self._show(f"{path.name}, {done // _MEGABYTE:,} of {size // _MEGABYTE:,} MB")

    def _show(self, words: str) -> None:
        now = monotonic()
        if now - self._began > PATIENCE and now - self._told > BEAT:
            self._told, self._is_shown = now, True
            self._tell(f"Reading: {words} … {{desk.escape}} stops")
