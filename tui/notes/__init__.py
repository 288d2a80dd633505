"""Notes: what the reader wrote, the anchors that tie it to a text, and its storage."""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
from tui.notes.note import KINDS, SURE, VERDICTS, Anchor, Match, Note, date_set_by

if TYPE_CHECKING:
    from tui.notes.anchor import AnchorFinder, find_anchor, make_anchor
    from tui.notes.drafts import Draft
    from tui.notes.export import FORMATS, Row, export_as, export_rows, fill_template, locate_notes
    from tui.notes.lent_text import LentText
    from tui.notes.store import NoteStore, UnsavedChange
    from tui.notes.w3c import Imported, import_annotations
    from tui.notes.webpage import html_page, html_text, verdict_colours

__all__ = [
    "FORMATS",
    "KINDS",
    "SURE",
    "VERDICTS",
    "Anchor",
    "AnchorFinder",
    "Draft",
    "Imported",
    "LentText",
    "Match",
    "Note",
    "NoteStore",
    "Row",
    "UnsavedChange",
    "date_set_by",
    "export_as",
    "export_rows",
    "fill_template",
    "find_anchor",
    "html_page",
    "html_text",
    "import_annotations",
    "locate_notes",
    "make_anchor",
    "verdict_colours",
]

# Imported on first use: opening a document without notes needs none of it.
_LATE_GROUPS = {
    "AnchorFinder": "anchor",
    "find_anchor": "anchor",
    "make_anchor": "anchor",
    "Draft": "drafts",
    "LentText": "lent_text",
    "FORMATS": "export",
    "Row": "export",
    "export_as": "export",
    "fill_template": "export",
    "locate_notes": "export",
    "export_rows": "export",
    "Imported": "w3c",
    "import_annotations": "w3c",
    "html_page": "webpage",
    "html_text": "webpage",
    "verdict_colours": "webpage",
    "NoteStore": "store",
    "UnsavedChange": "store",
}

if not TYPE_CHECKING:  # else any name would be one of this package
    __getattr__ = lazy_names(__name__, _LATE_GROUPS)
