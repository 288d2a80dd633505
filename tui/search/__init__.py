"""Fuzzy search over every passage, fact, title and note, as you type.

This face costs next to nothing to import: numpy and rapidfuzz are loaded at the first use of
`Index` or `parse`, so that the first frame of the desk does not wait for them.
"""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
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
    "Home": "home",
    "Index": "index",
    "Query": "query",
    "Kept": "opening",
    "glance": "opening",
    "grow": "opening",
    "kept": "opening",
    "open_index": "opening",
    "parse": "query",
    "refresh": "writing",
}

__getattr__ = lazy_names(__name__, _LATER)
