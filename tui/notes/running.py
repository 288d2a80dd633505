"""Tells whether another process of this program is still running.

Each process that stores a draft holds a lock on a file of its own in the user's data folder. The
system releases the lock however the process ends, and unlike a process id it cannot be mistaken for
that of another program.
"""

import atexit
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui import files
from tui.notes.file.saving import make_folder
from tui.notes.ids import new_id

if TYPE_CHECKING:
    from filelock import BaseFileLock

# Seconds for which a new lock file may exist without being locked yet.
_GRACE_SECONDS = 60.0


# Threads that ask at once must not each get a name: a draft would seem to be another program's.
_naming = Lock()


def this_program() -> str:
    """The name of this process; "" if no file can be locked."""
    with _naming:
        return _this_run()[0]


def is_running(name: str) -> bool:
    """Whether the process with that name is still running, here or elsewhere under this user."""
    if name and name == this_program():
        return True
    return name.isalnum() and _file(name).exists() and _is_locked(name)


def _is_locked(name: str) -> bool:
    """Whether another process holds this lock; deletes the file if none does."""
    try:
        with _lock(name).acquire(timeout=0):
            pass
    except (OSError, NotImplementedError):
        # filelock's Timeout is an OSError, too: the lock is held.
        return True
    with suppress(OSError):
        _file(name).unlink()
    return False


@cache
def _this_run() -> "tuple[str, BaseFileLock | None]":
    """The name of this process, and its lock, which is held as long as this result is cached."""
    name = new_id()
    lock = _lock(name)
    try:
        make_folder(_file(name).parent)
        lock.acquire(timeout=0)
    except (OSError, NotImplementedError):
        return "", None
    atexit.register(_release, name, lock)
    _delete_leftovers()
    return name, lock


def _delete_leftovers() -> None:
    """Deletes the lock files of killed processes; recent ones may not be locked yet."""
    with suppress(OSError):
        for path in _file("").parent.glob("*.lock"):
            if path.stat().st_mtime < time.time() - _GRACE_SECONDS and path.stem.isalnum():
                _is_locked(path.stem)


def _release(name: str, lock: "BaseFileLock") -> None:
    with suppress(OSError):
        _file(name).unlink()
        lock.release()


def _file(name: str) -> Path:
    return files.data_folder() / "running" / f"{name}.lock"


def _lock(name: str) -> "BaseFileLock":
    from filelock import FileLock

    return FileLock(_file(name))
