"""What the program remembers by itself: the theme chosen, the place in each document.

A convenience, never the only copy of anything: it is lost without harm, so a broken or unwritable
file is passed over in silence.
"""

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from tui import files
from tui.documents import Document
from tui.errors import FactdeskError
from tui.files import read_bytes

_NAME = "state.json"
#: Places of documents kept, the most recent ones.
_MOST = 2_000
_LIMIT = 4 * 1024 * 1024


class Memory:
    """The file `state.json` in `folder`: read once, written when the desk closes."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or files.state_folder()) / _NAME
        self._theme: str | None = None
        self._has_chosen = False
        self._places: dict[str, int] = {}
        #: What was remembered here and not yet written.
        self._new: dict[str, int] = {}
        self._load()

    @property
    def theme(self) -> str | None:
        """The theme that was chosen last, if one was."""
        return self._theme

    @theme.setter
    def theme(self, name: str) -> None:
        self._theme, self._has_chosen = name, True

    def place(self, document: Document) -> int | None:
        """The offset where the reader was in `document`, or None if it was never opened."""
        offset = self._places.get(_key(document))
        return None if offset is None else min(offset, len(document.text))

    def remember(self, document: Document, offset: int) -> None:
        """Note the place in `document`; it counts as read from now on."""
        key = _key(document)
        for places in (self._places, self._new):
            places.pop(key, None)
            places[key] = offset

    def save(self) -> None:
        """Write the file in one step, beside what another program has written meanwhile."""
        chosen = self._theme
        self._load()
        if self._has_chosen:
            self._theme = chosen
        for key, offset in self._new.items():
            self._places.pop(key, None)
            self._places[key] = offset
        places = dict(list(self._places.items())[-_MOST:])
        data = json.dumps({"theme": self._theme, "places": places}, indent=0)
        temporary = self._path.with_name(f".{_NAME}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(data, encoding="utf-8")
            temporary.replace(self._path)

    def _load(self) -> None:
        try:
            data: Any = json.loads(read_bytes(self._path, limit=_LIMIT))
        except (FactdeskError, ValueError, RecursionError):
            return
        if not isinstance(data, dict):
            return
        theme, places = data.get("theme"), data.get("places")
        self._theme = theme if isinstance(theme, str) else None
        if isinstance(places, dict):
            self._places = {
                key: offset for key, offset in places.items() if type(offset) is int and offset >= 0
            }


def _key(document: Document) -> str:
    return str(document.path.absolute()) if document.path else document.name
