"""State that the program remembers between runs: theme, sort orders, the place in each document.

It is only a convenience and never the only copy of anything, so a broken or unwritable file is
silently ignored.
"""

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui import files
from tui.documents import Document
from tui.errors import FactdeskError
from tui.files import read_bytes, write_atomically

_NAME = "state.json"
#: The number of documents whose place is remembered.
_MAX_PLACES = 2_000
_LIMIT = 4 * 1024 * 1024
_LOCK_SECONDS = 2.0


class Memory:
    """The file `state.json` in `folder`: read once, written when the desk closes."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or files.state_folder()) / _NAME
        #: The theme chosen last, and the one that the settings named at that time.
        self.theme: str | None = None
        self._instead_of: str | None = None
        self._has_chosen = False
        #: Whether the tour was taken or offered.
        self.is_welcomed = False
        #: The sort orders chosen for lists, by list name.
        self.orders: dict[str, str] = {}
        self._has_sorted = False
        self._places: dict[str, int] = {}
        #: Places that are not written yet.
        self._new: dict[str, int] = {}
        self._load()
        self._last_time = list(self._places)

    def choose_theme(self, name: str, *, instead_of: str | None = None) -> None:
        """Remember a theme that was chosen instead of the one that the settings name."""
        self.theme, self._instead_of, self._has_chosen = name, instead_of, True

    def theme_over(self, named: str) -> str:
        """The theme to use if the settings name this one.

        That is the theme chosen last, unless the settings name another one since: the last decision
        wins.
        """
        return named if self._instead_of not in (None, named) else self.theme or named

    def choose_order(self, listed: str, order: str) -> None:
        """Remember the sort order of a list; "" is its natural order."""
        self.orders[listed], self._has_sorted = order, True

    def place(self, document: Document) -> int | None:
        """The offset at which the reader left `document`, or None if it was never opened."""
        offset = self._places.get(_key(document))
        return None if offset is None else min(offset, len(document.text))

    def remember(self, document: Document, offset: int) -> None:
        """Remember the place in `document`; from now on it counts as read."""
        key = _key(document)
        for places in (self._places, self._new):
            places.pop(key, None)
            places[key] = offset

    def last_document(self, named: Callable[[str], Document | None]) -> Document | None:
        """The document that was open when the program was last closed; None if it is not open now.

        `named` returns the open document with a name, which is the end of its path. Takes at most 5
        ms, however many documents are open.
        """
        for key in reversed(self._last_time):
            # Strings, since a Path for each of 2,000 keys takes 4 us more.
            parts = key.replace(os.sep, "/").split("/")
            for number in range(len(parts)):
                document = named("/".join(parts[number:]))
                if document is not None and _key(document) == key:
                    return document
        return None

    def save(self) -> None:
        """Atomically writes the file, keeping what other programs write to it, even at the same
        moment: closing a terminal ends all that run in it."""
        from filelock import FileLock

        lock = FileLock(self._path.with_name(f".{_NAME}.lock"), timeout=_LOCK_SECONDS)
        with contextlib.ExitStack() as held, contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(OSError, NotImplementedError):  # no locks in this file system
                held.enter_context(lock)
            write_atomically(self._path, self._merged().encode("utf-8"))

    def _merged(self) -> str:
        """What the file has now, with what was chosen and read here."""
        chosen, orders = (self.theme, self._instead_of), self.orders
        self._load()
        if self._has_chosen:
            self.theme, self._instead_of = chosen
        if self._has_sorted:
            self.orders = orders
        for key, offset in self._new.items():
            self._places.pop(key, None)
            self._places[key] = offset
        places = dict(list(self._places.items())[-_MAX_PLACES:])
        kept = {"theme": self.theme, "instead_of": self._instead_of, "orders": self.orders}
        return json.dumps({"welcomed": self.is_welcomed, **kept, "places": places}, indent=0)

    def _load(self) -> None:
        try:
            data: Any = json.loads(read_bytes(self._path, limit=_LIMIT))
        except (FactdeskError, ValueError, RecursionError):
            return
        if not isinstance(data, dict):
            return
        theme, named, places = (data.get(key) for key in ("theme", "instead_of", "places"))
        self.theme = theme if isinstance(theme, str) else None
        self._instead_of = named if isinstance(named, str) else None
        self.is_welcomed = self.is_welcomed or data.get("welcomed") is True
        orders = data.get("orders")
        if isinstance(orders, dict):
            self.orders = {name: by for name, by in orders.items() if isinstance(by, str)}
        if isinstance(places, dict):
            self._places = {
                key: offset for key, offset in places.items() if type(offset) is int and offset >= 0
            }


def _key(document: Document) -> str:
    return str(document.path.absolute()) if document.path else document.name
