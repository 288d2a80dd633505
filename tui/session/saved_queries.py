"""Queries saved under a name, in a small TOML file in the user's data folder.

That file is the only copy, so it is replaced atomically under a lock, and a file that cannot be
read is never overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tui import files, toml
from tui.errors import FactdeskError

_NAME = "queries.toml"
#: Maximum length of a name, which is typed after an `@`.
MAX_NAME_LENGTH = 40
_LOCK_SECONDS = 2.0
_HEAD = "# Queries saved in the search dialog: @name stands for the query behind it.\n\n"


class SavedQueries:
    """The file `queries.toml` in `folder`, by default the user's data folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or files.data_folder()) / _NAME
        self._read: tuple[files.Stamp | None, dict[str, str]] = (None, {})

    def all(self) -> dict[str, str]:
        """The queries by name, in the order they were saved. Read again when the file has changed;
        empty if it is not valid TOML, which `save` reports."""
        stamp = files.stamp(self._path)
        if stamp != self._read[0]:
            try:
                self._read = (stamp, self._load())
            except FactdeskError:
                self._read = (stamp, {})
        return self._read[1]

    def save(self, name: str, query: str) -> str:
        """Save a query under a name, replacing any query with that name; returns the normalized
        name.

        Raises `FactdeskError` if the name has no letter or digit, or the file cannot be written.
        """
        kept = as_name(name)
        if not kept:
            raise FactdeskError("a name needs a letter or a digit", remedy="as in big-sums")
        self._change(lambda queries: {**queries, kept: query})
        return kept

    def drop(self, name: str) -> None:
        """Delete the query with a name. Raises `FactdeskError` if the file cannot be written."""
        self._change(lambda queries: {key: queries[key] for key in queries if key != name})

    def _load(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        values = toml.read(self._path).values
        return {
            as_name(name): query
            for name, query in values.items()
            if isinstance(query, str) and as_name(name)
        }

    def _change(self, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
        import tomli_w
        from filelock import FileLock, Timeout

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(str(self._path.with_name(f".{_NAME}.lock")), timeout=_LOCK_SECONDS):
                queries = change(self._load())
                data = (_HEAD + tomli_w.dumps(queries)).encode("utf-8")
                files.write_atomically(self._path, data, is_synced=True)
        except (OSError, Timeout) as error:
            reason = getattr(error, "strerror", None) or "locked by another program"
            raise FactdeskError(
                f"the query cannot be saved ({reason.lower()})", where=str(self._path)
            ) from error


def as_name(typed: str) -> str:
    """A name that can follow an `@`, made from what was typed.

    >>> as_name("Big sums"), as_name(">1bn, CNY!"), as_name("?!")
    ('big-sums', '1bn-cny', '')
    """
    return "-".join(re.findall(r"\w+", typed.lower()))[:MAX_NAME_LENGTH].rstrip("-")
