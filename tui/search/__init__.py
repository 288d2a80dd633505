"""Fuzzy search over every passage, fact, title and note, as you type.

Importing this package is cheap: numpy and rapidfuzz are loaded at the first use of `Index` or
`parse`, so that the first frame of the desk does not wait for them.
"""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
from tui.search.query_context import QueryContext
from tui.search.records import Answer, Correction, Hit, NoteText

if TYPE_CHECKING:
    from tui.search.asking.on_note import AskedNote
    from tui.search.disk.index_folder import IndexFolder
    from tui.search.disk.opening import (
        DiskIndexInfo,
        build_progressively,
        disk_index_info,
        open_index,
        quick_index,
    )
    from tui.search.disk.writing import refresh
    from tui.search.index.index import Index
    from tui.search.language.query import Query, parse

__all__ = [
    "Answer",
    "AskedNote",
    "Correction",
    "DiskIndexInfo",
    "Hit",
    "Index",
    "IndexFolder",
    "NoteText",
    "Query",
    "QueryContext",
    "build_progressively",
    "disk_index_info",
    "open_index",
    "parse",
    "quick_index",
    "refresh",
]

#: The names that are imported on first use, by module.
_LATER = {
    "index.index": "Index",
    "disk.index_folder": "IndexFolder",
    "asking.on_note": "AskedNote",
    "disk.opening": "DiskIndexInfo build_progressively disk_index_info open_index quick_index",
    "language.query": "Query parse",
    "disk.writing": "refresh",
}

if not TYPE_CHECKING:  # else any name would be one of this package
    __getattr__ = lazy_names(__name__, _LATER)
