"""Notes: what the reader wrote, the words it stands on, and how it is kept safe."""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
from tui.notes.note import KINDS, VERDICTS, Anchor, Match, Note

if TYPE_CHECKING:
    from tui.notes.anchor import AnchorFinder, find_anchor, make_anchor
    from tui.notes.drafts import Draft
    from tui.notes.export import FORMATS, Row, exported, filled, placed, rows
    from tui.notes.store import NoteStore, Unsaved
    from tui.notes.w3c import Imported, imported

__all__ = [
    "FORMATS",
    "KINDS",
    "VERDICTS",
    "Anchor",
    "AnchorFinder",
    "Draft",
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

__getattr__ = lazy_names(__name__, _LATER)
