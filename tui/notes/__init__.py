"""Notes: what the reader wrote, the anchors that tie it to a text, and its storage."""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
from tui.notes.note import SURE, VERDICTS, Anchor, Match, Note, date_set_by

if TYPE_CHECKING:
    from tui.notes.anchoring.anchor import AnchorFinder, find_anchor, make_anchor
    from tui.notes.drafts import Draft
    from tui.notes.exchange.export import FORMATS, ExportRow, export_as, export_rows, fill_template
    from tui.notes.exchange.w3c import Imported, import_annotations
    from tui.notes.exchange.webpage import html_page, html_text, verdict_colours
    from tui.notes.lent_text import LentText
    from tui.notes.store import NoteStore, UnsavedChange

__all__ = [
    "FORMATS",
    "SURE",
    "VERDICTS",
    "Anchor",
    "AnchorFinder",
    "Draft",
    "ExportRow",
    "Imported",
    "LentText",
    "Match",
    "Note",
    "NoteStore",
    "UnsavedChange",
    "date_set_by",
    "export_as",
    "export_rows",
    "fill_template",
    "find_anchor",
    "html_page",
    "html_text",
    "import_annotations",
    "make_anchor",
    "verdict_colours",
]

#: The names that a document without notes does not need, by module; imported on first use.
_LATER = {
    "anchoring.anchor": "AnchorFinder find_anchor make_anchor",
    "drafts": "Draft",
    "exchange.export": "FORMATS ExportRow export_as export_rows fill_template",
    "lent_text": "LentText",
    "store": "NoteStore UnsavedChange",
    "exchange.w3c": "Imported import_annotations",
    "exchange.webpage": "html_page html_text verdict_colours",
}

if not TYPE_CHECKING:  # else any name would be one of this package
    __getattr__ = lazy_names(__name__, _LATER)
