"""Recent queries, in an append-only file that several processes can write at once.

A line is a query that was searched (`+`) or removed (`-`). Lines are only appended, each with one
write, so that no process loses what another has added. Truncated or invalid lines are skipped.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from tui import files
from tui.errors import FactdeskError

_NAME = "queries"
#: The default number of queries to keep.
MAX_QUERIES = 200
#: The number of lines above which the file is compacted.
MAX_LINES = 2_000
_LIMIT = 4 * 1024 * 1024


class RecentQueries:
    """The file `queries` in `folder`, by default the program's state folder.

    Only the newest `most` are kept; with 0 nothing is written.
    """

    def __init__(self, folder: Path | None = None, *, most: int = MAX_QUERIES) -> None:
        self._path = (folder or files.state_folder()) / _NAME
        self.most = most

    def all(self) -> list[str]:
        """The queries without duplicates, newest first."""
        return _latest(self._lines())[: self.most]

    def remember(self, query: str) -> None:
        """Add a query as the newest; an empty one is ignored."""
        if query.strip() and self.most:
            self._write("+", query)

    def forget(self, query: str) -> None:
        """Remove a query."""
        self._write("-", query)

    def _lines(self) -> list[str]:
        try:
            data = files.read_bytes(self._path, limit=_LIMIT)
        except FactdeskError:
            return []
        return data.decode("utf-8", "replace").split("\n")

    def _write(self, sign: str, query: str) -> None:
        """Append a line. Errors are ignored, since only a convenience is lost."""
        words = query.replace("\r", " ").replace("\n", " ")
        line = f"{sign}{words}\n".encode("utf-8", "replace")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(b"\n" + line)  # in case a crash truncated the last line
            lines = self._lines()
            if len(lines) > MAX_LINES:
                self._shorten(_latest(lines)[: self.most])

    def _shorten(self, queries: list[str]) -> None:
        kept = "".join(f"+{query}\n" for query in reversed(queries))
        files.write_atomically(self._path, kept.encode("utf-8", "replace"))


def _latest(lines: list[str]) -> list[str]:
    queries = dict[str, None]()
    for line in lines:
        sign, query = line[:1], line[1:]
        if sign in ("+", "-"):
            queries.pop(query, None)
        if sign == "+" and query.strip():
            queries[query] = None
    return list(queries)[::-1]


class Recall:
    """Steps through earlier queries; what was typed before the first step is kept.

    >>> recall = Recall(["newest", "older"])
    >>> recall.step(1, "half typed"), recall.step(1, "newest"), recall.step(1, "older")
    ('newest', 'older', 'older')
    >>> recall.step(-1, "older"), recall.step(-1, "newest"), recall.step(-1, "half typed")
    ('newest', 'half typed', 'half typed')
    """

    def __init__(self, queries: list[str]) -> None:
        self._queries = queries
        self._row: list[str] = []
        self._at = 0

    def step(self, by: int, shown: str) -> str:
        """The query `by` steps further back (negative: forward) from the one `shown`."""
        if not self._row or shown != self._row[self._at]:
            self._row, self._at = [shown, *(each for each in self._queries if each != shown)], 0
        self._at = max(0, min(self._at + by, len(self._row) - 1))
        return self._row[self._at]
