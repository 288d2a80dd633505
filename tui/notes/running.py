"""Whether the program that left something behind is still running.

Each running factdesk that keeps a draft holds a lock on a file of its own in the user's data
folder. The system releases it when the program ends, however it ends, and unlike a process number
it cannot be mistaken for that of another program.
"""

import atexit
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui import files
from tui.notes.ids import new_id
from tui.notes.saving import make_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

# Seconds within which a file may have been made and not yet be locked.
_NEW = 60.0


def this_program() -> str:
    """The name of this run of the program; empty where no file can be locked."""
    return _own()[0]


def is_running(name: str) -> bool:
    """Whether the run of that name goes on, here or in another program of this user."""
    if name and name == this_program():
        return True
    return name.isalnum() and _file(name).exists() and _is_held(name)


def _is_held(name: str) -> bool:
    """Whether another run holds its lock; one that nobody holds is taken away."""
    try:
        with _lock(name).acquire(timeout=0):
            pass
    except (OSError, NotImplementedError):
        # filelock's Timeout is an OSError: somebody holds it.
        return True
    with suppress(OSError):
        _file(name).unlink()
    return False


@cache
def _own() -> "tuple[str, BaseFileLock | None]":
    """The name of this run, and its lock, held for as long as this is remembered."""
    name = new_id()
    lock = _lock(name)
    try:
        make_folder(_file(name).parent)
        lock.acquire(timeout=0)
    except (OSError, NotImplementedError):
        return "", None
    atexit.register(_leave, name, lock)
    _sweep()
    return name, lock


def _sweep() -> None:
    """Remove what killed programs have left; a new one may not hold its lock yet."""
    with suppress(OSError):
        for path in _file("").parent.glob("*.lock"):
            if path.stat().st_mtime < time.time() - _NEW and path.stem.isalnum():
                _is_held(path.stem)


def _leave(name: str, lock: "BaseFileLock") -> None:
    with suppress(OSError):
        _file(name).unlink()
        lock.release()


def _file(name: str) -> Path:
    return files.data_folder() / "running" / f"{name}.lock"


def _lock(name: str) -> "BaseFileLock":
    from filelock import FileLock

    return FileLock(_file(name))
