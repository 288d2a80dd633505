"""Reads files safely, and locates the program's own files.

Paths come from outside: a FIFO would block, a device would never end, a huge file would exhaust
memory. `read_bytes` opens without blocking, checks what it has opened, and only then reads.
"""

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui.errors import FactdeskError, reason

#: Larger files are refused: their text may take four times this in memory.
MAX_BYTES = 256 * 1024 * 1024

#: Bytes that are read at once.
_PART = 256 * 1024

_HERE = Path(__file__).resolve().parent


class Stamp(NamedTuple):
    """Identifies a version of a file: its inode, its size in bytes, and the times of the last
    changes of its content and of its metadata, in nanoseconds."""

    inode: int
    size: int
    modified: int
    changed: int


def read_bytes(
    path: Path, *, limit: int = MAX_BYTES, progress: Callable[[int, int], None] | None = None
) -> bytes:
    """The content of a regular file of at most `limit` bytes; raises `FactdeskError` for anything
    else.

    `progress` is called while a large file is read, with the bytes so far and in all. An error that
    it raises ends the reading.
    """
    where = str(path)
    handle, size = _open(path)
    with os.fdopen(handle, "rb", buffering=0) as file:
        if size > limit:
            raise FactdeskError(
                f"the file has {size:,} bytes, the limit is {limit:,}",
                where=where,
                remedy="split it or leave it out",
            )
        parts, count = list[bytes](), 0
        try:
            while part := file.read(min(_PART, limit + 1 - count)):
                parts.append(part)
                count += len(part)
                if progress is not None and count < size:
                    progress(count, size)
        except OSError as error:
            raise FactdeskError(f"cannot be read ({reason(error)})", where=where) from error
    if count > limit:
        raise FactdeskError(f"the file is larger than the limit of {limit:,} bytes", where=where)
    return b"".join(parts)


def _open(path: Path) -> tuple[int, int]:
    """Opens a regular file without blocking: its handle, and its size in bytes."""
    where = str(path)
    try:
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except FileNotFoundError as error:
        raise FactdeskError("no such file or folder", where=where) from error
    except PermissionError as error:
        raise FactdeskError(
            "no permission to read it", where=where, remedy="change its mode or leave it out"
        ) from error
    except (OSError, ValueError) as error:
        raise FactdeskError(f"cannot be opened ({reason(error)})", where=where) from error
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)  # os.fdopen would fail for a folder
        raise FactdeskError("not a regular file", where=where)
    return handle, found.st_size


def write_atomically(path: Path, data: bytes, *, is_synced: bool = False) -> None:
    """Replace the content of a file in one step, so that nobody reads half of it.

    `is_synced` has the data on disk before it replaces the old, for files that must survive a
    crash of the machine. Raises `OSError`; the file is then as before and no other is left.
    """
    # A name may have 255 bytes, and a character up to four of them.
    part = path.with_name(f".{os.getpid()}.{path.name[-50:]}")
    try:
        with part.open("wb") as file:
            file.write(data)
            if is_synced:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file or folder as it is now; None if there is none.

    A different one means that it was changed or replaced.
    """
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def stamps(*paths: Path) -> dict[Path, Stamp | None]:
    """The stamps of some files."""
    return {path: stamp(path) for path in paths}


def shipped(name: str) -> Path:
    """The path of a shipped file: `seeds`, `themes`, `config.toml` or `docs/manual.md`.

    It is inside the package, else at the top of the checkout.
    """
    inside = _HERE / "shipped" / name
    return inside if inside.exists() else _HERE.parent / name


def config_folder() -> Path:
    """The folder of the user's own `config.toml` and `themes/`."""
    from platformdirs import user_config_path

    return user_config_path("factdesk")


def data_folder() -> Path:
    """The folder for notes on documents whose own folder cannot be written."""
    from platformdirs import user_data_path

    return user_data_path("factdesk")


def state_folder() -> Path:
    """The folder for state: the chosen theme, the place in each document."""
    from platformdirs import user_state_path

    return user_state_path("factdesk")


def cache_folder() -> Path:
    """The folder of the indexes of large folders; all of it can be deleted at any time."""
    from platformdirs import user_cache_path

    return user_cache_path("factdesk")


def absolute(path: Path) -> Path:
    """The absolute path without `..`; symbolic links are not resolved."""
    return Path(os.path.normpath(path.absolute()))


def is_folder(path: Path | os.DirEntry[str]) -> bool:
    """Whether it is a folder; False if that cannot be determined, which reading it will report."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether there is anything. `Path.exists` raises for a name that no file can have."""
    try:
        return path.exists()
    except OSError:
        return False
