"""Which folders of indexes are in use, and the sweeping of those that nobody has opened for long.

A process that has an index open holds a lock on a file of its own in its folder. The system lets go
of it however the process ends, so that no folder in use is ever swept and none stays for ever.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

UNOPENED = 30 * 24 * 3600.0
"""Seconds after which an index that was not opened goes."""
MOST = 4_000_000_000
"""Bytes that all indexes together may take before the one that was opened longest ago goes."""
LOCK = "lock"
"""Who writes holds this file of a folder, and who sweeps it."""

_NAME = re.compile(r"[0-9a-f]{16}")
_GONE = ".gone"
_held: dict[Path, BaseFileLock] = {}


def hold(folder: Path) -> None:
    """Says that this process has the index of a folder open, until it ends."""
    if folder in _held or not folder.is_dir():
        return
    from filelock import FileLock, Timeout

    for path in folder.glob("open-*"):
        with suppress(OSError):
            if not _is_held(path):
                path.unlink()
    path = folder / f"open-{os.getpid()}"
    with suppress(OSError, Timeout):  # a folder that cannot be written is not swept either
        lock = FileLock(str(path), thread_local=False)  # held beyond the thread that opens
        lock.acquire(timeout=0)
        os.utime(path)
        _held[folder] = lock


def sweep(kept: Path) -> None:
    """Deletes the folders beside one that were not opened for `UNOPENED` seconds, and the oldest
    where all take more than `MOST` bytes; never one that a process has open or writes."""
    with suppress(OSError):
        for gone in kept.parent.glob(f"*{_GONE}"):
            shutil.rmtree(gone, ignore_errors=True)
        folders = [path for path in kept.parent.iterdir() if _NAME.fullmatch(path.name)]
        total, now = _size(kept), time()
        for opened, folder in sorted(
            ((_opened(folder), folder) for folder in folders if folder != kept), reverse=True
        ):
            total += _size(folder)
            if now - opened > UNOPENED or total > MOST:
                _delete(folder)


def _delete(folder: Path) -> None:
    """Deletes a folder unless it is in use. It is renamed first: whoever looks finds all of it or
    nothing, and what a kill leaves of it the next sweep takes."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(str(folder / LOCK), timeout=0):
            if any(_is_held(path) for path in folder.glob("open-*")):
                return
            gone = folder.rename(folder.with_name(f"{folder.name}-{os.getpid()}{_GONE}"))
    except (OSError, Timeout):
        return
    shutil.rmtree(gone, ignore_errors=True)


def _is_held(path: Path) -> bool:
    from filelock import FileLock, Timeout

    try:
        with FileLock(str(path), timeout=0):
            return False
    except Timeout:
        return True


def _opened(folder: Path) -> float:
    """When a folder was last opened or written, in seconds since 1970; a lock alone says nothing,
    since sweeping touches it."""
    files = [path for path in folder.iterdir() if path.name != LOCK]
    return max(path.stat().st_mtime for path in files or [folder])


def _size(folder: Path) -> int:
    with suppress(OSError):
        return sum(path.stat().st_size for path in folder.iterdir())
    return 0
