"""Saves a file atomically, so that no crash, power loss or full disk leaves half of it.

The new text is written to a temporary file in the same folder, synced and renamed over the old
file; then the folder is synced. Symbolic links, hard links and modes are preserved, and anything
but a regular file is refused.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.errors import FactdeskError, reason
from tui.files import Stamp, stamp

#: The suffix of a complete copy beside a file with hard links, while that is written in place.
COPY_SUFFIX = ".copy"
_LOCK_SECONDS = 5.0
_BINARY = getattr(os, "O_BINARY", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)


class ChangedMeanwhileError(Exception):
    """The file was written by others while its new text was prepared: read, merge and try again."""


def save(path: Path, data: bytes, expected: Stamp | None) -> Stamp:
    """Atomically replaces the contents of `path` by `data`; a new file gets mode 600.

    `expected` is the stamp of the version that `data` is based on, None for a new file. Raises
    `ChangedMeanwhileError` if the file has another stamp now, and `FactdeskError` with the reason
    if it cannot be saved. In both cases the old file is intact.
    """
    try:
        real, old = _target(path)
        # A short name, since the target's may have 255 bytes; the dot hides it from `*.toml`.
        beside = real.with_name(f".{os.urandom(6).hex()}.tmp")
        try:
            _write_new(beside, data, old)
            if stamp(real) != expected:
                raise ChangedMeanwhileError
            if old is not None and old.st_nlink > 1:
                _write_in_place(real, data, beside)
            else:
                _replace(beside, real)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        sync_folder(real.parent)
        saved = stamp(real)
    except OSError as error:
        raise FactdeskError(reason(error), where=str(path)) from error
    if saved is None:
        raise FactdeskError("it vanished right after it was saved", where=str(path))
    return saved


def append(path: Path, data: bytes) -> None:
    """Appends a line to a file and syncs it; raises `OSError`."""
    new = not path.exists()
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | _NOFOLLOW | _BINARY
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o600)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        if found.st_size:
            os.lseek(handle, -1, os.SEEK_END)
            # If a crash truncated the last line, this one must start on a new line.
            data = data if os.read(handle, 1) == b"\n" else b"\n" + data
        _write_all(handle, data)
        _sync(handle)
    finally:
        os.close(handle)
    if new:
        sync_folder(path.parent)


def read_start(path: Path, size: int) -> bytes:
    """The first bytes of a regular file; b"" if there is none. Does not block on a pipe."""
    with suppress(OSError, ValueError):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        try:
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return os.read(handle, size)
        finally:
            os.close(handle)
    return b""


def make_folder(folder: Path) -> None:
    """Creates a folder and its parents, and syncs each; raises `OSError`."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o777)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Syncs the entries of a folder to disk (Windows does so by itself)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _sync(handle)
    finally:
        os.close(handle)


def may_write(path: Path) -> bool:
    """Whether a file or folder can be written, and its mode has a write permission.

    The superuser may write anything, but a read-only mode is respected all the same.
    """
    try:
        return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)
    except (OSError, ValueError):
        return False


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock file at `path` for the milliseconds of a save.

    Raises `FactdeskError` if another process holds it for five seconds.
    """
    from filelock import FileLock, Timeout

    if path.is_symlink():
        # Taking the lock may truncate the file that the link points to.
        raise FactdeskError("the lock file is a symbolic link", where=str(path), remedy="delete it")
    lock = FileLock(path, mode=0o600)
    try:
        lock.acquire(timeout=_LOCK_SECONDS, poll_interval=0.004)
    except Timeout as error:
        raise FactdeskError(
            "another program has held the lock for five seconds", where=str(path)
        ) from error
    except (OSError, NotImplementedError) as error:
        raise FactdeskError(
            reason(error) if isinstance(error, OSError) else "the file system has no locks",
            where=str(path),
        ) from error
    try:
        yield
    finally:
        lock.release()


def _target(path: Path) -> tuple[Path, os.stat_result | None]:
    """The file behind symbolic links, and its status; None if there is none."""
    real = Path(os.path.realpath(path))
    try:
        old = os.lstat(real)
    except FileNotFoundError:
        if path.is_symlink():
            raise OSError(errno.EINVAL, "a broken symbolic link", str(path)) from None
        return real, None
    if not stat.S_ISREG(old.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    if not may_write(real):
        raise OSError(errno.EINVAL, f"its mode {old.st_mode & 0o777:o} forbids writing", str(path))
    return real, old


def _write_new(path: Path, data: bytes, old: os.stat_result | None) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _BINARY, 0o600)
    try:
        _write_all(handle, data)
        if sys.platform != "win32":
            if old is not None and (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
                with suppress(OSError):
                    os.fchown(handle, old.st_uid, old.st_gid)
            os.fchmod(handle, stat.S_IMODE(old.st_mode) if old is not None else 0o600)
        _sync(handle)
    finally:
        os.close(handle)


def _write_in_place(real: Path, data: bytes, beside: Path) -> None:
    """Writes a file with hard links in place, with a complete copy beside it meanwhile."""
    copy = real.with_name(real.name + COPY_SUFFIX)
    beside.replace(copy)
    sync_folder(real.parent)
    handle = os.open(real, os.O_WRONLY | _NOFOLLOW | _BINARY)
    try:
        _write_all(handle, data)
        os.ftruncate(handle, len(data))
        _sync(handle)
    finally:
        os.close(handle)
    # Only after the sync: until then the copy may be the only complete one.
    copy.unlink()


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _replace(beside: Path, real: Path) -> None:
    # Windows refuses while another process, such as a virus scanner, has the file open.
    for wait in (0.01, 0.03, 0.1, 0.3) if sys.platform == "win32" else ():
        with suppress(PermissionError):
            beside.replace(real)
            return
        time.sleep(wait)
    beside.replace(real)


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # fsync on macOS leaves the data in the drive's cache.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)
