"""Fuzzy search over every passage, fact, title and note, while typing.

This face costs next to nothing to import: numpy and rapidfuzz are loaded with the first use of
`Index` or `parse`, so that the first frame of the desk does not wait for them.
"""

from typing import TYPE_CHECKING, Any

from tui.search.known import Known
from tui.search.records import KINDS, Answer, Correction, Hit, NoteText

if TYPE_CHECKING:
    from tui.search.home import Home
    from tui.search.index import Index
    from tui.search.opening import Kept, glance, grow, kept, open_index
    from tui.search.query import Query, parse
    from tui.search.writing import refresh

__all__ = [
    "KINDS",
    "Answer",
    "Correction",
    "Hit",
    "Home",
    "Index",
    "Kept",
    "Known",
    "NoteText",
    "Query",
    "glance",
    "grow",
    "kept",
    "open_index",
    "parse",
    "refresh",
]

_LATER = {
    "Home": "tui.search.home",
    "Index": "tui.search.index",
    "Query": "tui.search.query",
    "Kept": "tui.search.opening",
    "glance": "tui.search.opening",
    "grow": "tui.search.opening",
    "kept": "tui.search.opening",
    "open_index": "tui.search.opening",
    "parse": "tui.search.query",
    "refresh": "tui.search.writing",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER[name]), name)
