"""Queries saved under a name, in a small TOML file in the user's data folder.

That file is the only copy, so it is replaced atomically under a lock, and a file that cannot be
read is never overwritten. People edit it: only the lines of a query that changes are written anew.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
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
        self._change(kept, query)
        return kept

    def drop(self, name: str) -> None:
        """Delete the query with a name. Raises `FactdeskError` if the file cannot be written."""
        self._change(name, None)

    def _load(self) -> dict[str, str]:
        return _queries(toml.read(self._path).values) if self._path.exists() else {}

    def _change(self, name: str, query: str | None) -> None:
        from filelock import FileLock, Timeout

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(str(self._path.with_name(f".{_NAME}.lock")), timeout=_LOCK_SECONDS):
                before = toml.read(self._path).text if self._path.exists() else _HEAD
                data = _changed(before, name, query).encode("utf-8")
                if len(data) > toml.MAX_BYTES:
                    raise FactdeskError("there is no room for another query", where=str(self._path))
                files.write_atomically(self._path, data, is_synced=True)
        except (OSError, Timeout) as error:
            reason = getattr(error, "strerror", None) or "locked by another program"
            raise FactdeskError(
                f"the query cannot be saved ({reason.lower()})", where=str(self._path)
            ) from error


def _queries(values: Mapping[str, object]) -> dict[str, str]:
    return {
        as_name(name): query
        for name, query in values.items()
        if isinstance(query, str) and as_name(name)
    }


def _changed(text: str, name: str, query: str | None) -> str:
    """The text of the file with a query added, replaced or, for None, removed; everything else in
    it is unchanged. Raises `FactdeskError` if a table has that name."""
    import tomli_w

    new = "" if query is None else tomli_w.dumps({name: query})
    written, statements = "", _statements(text)
    while statements and not statements[0].lstrip().startswith("["):
        lines = statements.pop(0)
        if name not in map(as_name, tomllib.loads(lines)):
            written += lines
        elif new:
            comments = re.finditer(toml.STRINGS_AND_COMMENTS, lines)
            behind = [match[0].strip() for match in comments if match[0].startswith("#")]
            written += "  ".join([new.rstrip("\n"), *behind]) + "\n"
            new = ""
    if new:
        written += "\n" * (written[-1:] not in ("", "\n")) + new
    written += "".join(statements)
    try:
        if _queries(tomllib.loads(written)).get(name) == query:
            return written
    except ValueError:
        pass
    raise FactdeskError(f"{name!r} is something else in that file", remedy="choose another name")


def _statements(text: str) -> list[str]:
    """The lines of a valid TOML text, those of one statement together.

    >>> _statements("# Sums\\nbig = '>1bn'\\nall = [\\n1]")
    ['# Sums\\n', "big = '>1bn'\\n", 'all = [\\n1]']
    """
    found, lines = [], ""
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        lines += line
        try:
            tomllib.loads(lines)
        except ValueError:
            continue  # a value of several lines
        found.append(lines)
        lines = ""
    return found


def as_name(typed: str) -> str:
    """A name that can follow an `@`, made from what was typed.

    >>> as_name("Big sums"), as_name(">1bn, CNY!"), as_name("?!")
    ('big-sums', '1bn-cny', '')
    """
    return "-".join(re.findall(r"\w+", typed.lower()))[:MAX_NAME_LENGTH].rstrip("-")
