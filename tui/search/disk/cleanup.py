"""Deletes indexes that were not opened for long, and marks those that are in use.

A process that has an index open holds a lock on a file of its own in that folder. The system
releases it however the process ends, so that a folder in use is never deleted, and no other stays
for ever.
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

#: Seconds after its last use at which an index is deleted.
MAX_UNUSED_TIME = 30 * 24 * 3600.0
#: Size of all indexes together above which the least recently used is deleted.
MAX_TOTAL_BYTES = 4_000_000_000
#: The lock file that a writer of a folder holds, and whoever deletes it.
LOCK = "lock"

_NAME = re.compile(r"[0-9a-f]{16}")
_DELETED = ".gone"
_locks: dict[Path, BaseFileLock] = {}


def mark_in_use(folder: Path) -> None:
    """Marks the index in a folder as open, until this process ends."""
    if folder in _locks or not folder.is_dir():
        return
    from filelock import FileLock, Timeout

    for path in folder.glob("open-*"):
        with suppress(OSError):
            if not _is_locked(path):
                path.unlink()
    path = folder / f"open-{os.getpid()}"
    with suppress(OSError, Timeout):  # a folder that cannot be written is not swept either
        lock = FileLock(str(path), thread_local=False)  # held beyond the thread that opens
        lock.acquire(timeout=0)
        os.utime(path)
        _locks[folder] = lock


def delete_unused(used: Path) -> None:
    """Deletes the siblings of a folder that were not opened for `MAX_UNUSED_TIME`, and the least
    recently used while all take more than `MAX_TOTAL_BYTES`; never one that a process has open or
    is writing."""
    with suppress(OSError):
        for gone in used.parent.glob(f"*{_DELETED}"):
            shutil.rmtree(gone, ignore_errors=True)
        folders = [path for path in used.parent.iterdir() if _NAME.fullmatch(path.name)]
        total, now = size(used), time()
        for opened, folder in sorted(
            ((_last_opened(folder), folder) for folder in folders if folder != used), reverse=True
        ):
            total += size(folder)
            if now - opened > MAX_UNUSED_TIME or total > MAX_TOTAL_BYTES:
                _delete(folder)


def _delete(folder: Path) -> None:
    """Deletes a folder unless it is in use. It is renamed first, so that others find all of it or
    nothing; what a kill leaves of it is deleted the next time."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(str(folder / LOCK), timeout=0):
            if any(_is_locked(path) for path in folder.glob("open-*")):
                return
            gone = folder.rename(folder.with_name(f"{folder.name}-{os.getpid()}{_DELETED}"))
    except (OSError, Timeout):
        return
    shutil.rmtree(gone, ignore_errors=True)


def _is_locked(path: Path) -> bool:
    from filelock import FileLock, Timeout

    try:
        with FileLock(str(path), timeout=0):
            return False
    except Timeout:
        return True


def _last_opened(folder: Path) -> float:
    """The time a folder was last opened or written, in seconds since 1970. The lock does not count,
    since this cleanup touches it."""
    files = [path for path in folder.iterdir() if path.name != LOCK]
    return max(path.stat().st_mtime for path in files or [folder])


def size(folder: Path) -> int:
    """The size of all files in a folder in bytes; 0 if it is gone."""
    with suppress(OSError):
        return sum(path.stat().st_size for path in folder.iterdir())
    return 0
