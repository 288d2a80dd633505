"""The one door through which files are read, and where this program's own files lie.

Every path comes from outside. A FIFO would block, a device would never end, a huge file would
eat all memory: `read_bytes` opens without waiting, looks at what it has opened, and only then
reads.
"""

import os
import stat
from pathlib import Path

from tui.errors import FactdeskError

#: Larger files are refused: their text alone would take four times this in memory.
MAX_BYTES = 256 * 1024 * 1024

#: What a file is known by: when it was written, its size, its number on the disk; None without it.
Stamp = tuple[int, int, int] | None

_HERE = Path(__file__).resolve().parent


def read_bytes(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; raises `FactdeskError` for the rest."""
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
        raise FactdeskError(f"cannot be opened ({_reason(error)})", where=where) from error
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)  # a folder cannot even be wrapped as a file
        raise FactdeskError("not a regular file", where=where)
    with os.fdopen(handle, "rb") as file:
        if found.st_size > limit:
            raise FactdeskError(
                f"{found.st_size:,} bytes, more than the {limit:,} that are read",
                where=where,
                remedy="split it or leave it out",
            )
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise FactdeskError(f"cannot be read ({_reason(error)})", where=where) from error
    if len(data) > limit:
        raise FactdeskError(f"more than the {limit:,} bytes that are read", where=where)
    return data


def stamp(path: Path) -> Stamp:
    """What a file is known by now: another stamp means that it was written, or is another file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def shipped(name: str) -> Path:
    """`seeds`, `themes`, `config.toml` or `docs/manual.md` as shipped, by its path.

    It lies inside the package, else at the top of the checkout.
    """
    inside = _HERE / "shipped" / name
    return inside if inside.exists() else _HERE.parent / name


def config_folder() -> Path:
    """Where the user's own `config.toml` and `themes/` lie."""
    from platformdirs import user_config_path

    return user_config_path("factdesk")


def data_folder() -> Path:
    """Where notes go whose document's folder cannot be written."""
    from platformdirs import user_data_path

    return user_data_path("factdesk")


def state_folder() -> Path:
    """What the program remembers by itself: the theme chosen, the place in each document."""
    from platformdirs import user_state_path

    return user_state_path("factdesk")


def cache_folder() -> Path:
    """Where large indexes lie: what is there can be deleted at any time."""
    from platformdirs import user_cache_path

    return user_cache_path("factdesk")


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
