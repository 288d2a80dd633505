"""Notes: what the reader wrote, on which words, and how it is never lost."""

from typing import TYPE_CHECKING

from tui.notes.note import KINDS, STATES, VERDICTS, Anchor, Match, Note

if TYPE_CHECKING:
    from tui.notes.anchor import AnchorFinder, find_anchor, make_anchor
    from tui.notes.drafts import Draft, Drafts
    from tui.notes.export import FORMATS, Row, exported, filled, placed, rows
    from tui.notes.store import NoteStore, Unsaved
    from tui.notes.w3c import Imported, imported

__all__ = [
    "FORMATS",
    "KINDS",
    "STATES",
    "VERDICTS",
    "Anchor",
    "AnchorFinder",
    "Draft",
    "Drafts",
    "Imported",
    "Match",
    "Note",
    "NoteStore",
    "Row",
    "Unsaved",
    "exported",
    "filled",
    "find_anchor",
    "imported",
    "make_anchor",
    "placed",
    "rows",
]

# Imported on first use: opening a document without notes needs none of it.
_LATER = {
    "AnchorFinder": "anchor",
    "find_anchor": "anchor",
    "make_anchor": "anchor",
    "Draft": "drafts",
    "Drafts": "drafts",
    "FORMATS": "export",
    "Row": "export",
    "exported": "export",
    "filled": "export",
    "placed": "export",
    "rows": "export",
    "Imported": "w3c",
    "imported": "w3c",
    "NoteStore": "store",
    "Unsaved": "store",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
