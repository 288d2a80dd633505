"""The reader's session: what is open, where the cursor is, and every action, without a screen."""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
from tui.session.filtering import kept_documents, kept_figures
from tui.session.find import Found
from tui.session.listing import GONE, ORDERS, Listed, Listing, problem_of
from tui.session.marks import DOUBTED, WAITING, Mark, Marks, every_mark, note_texts
from tui.session.memory import Memory
from tui.session.note_draft import NoteDraft, completed, left_behind
from tui.session.note_fields import (
    Typed,
    Written,
    correction_words,
    note_words,
)
from tui.session.noting import Noting
from tui.session.recent_queries import Recall
from tui.session.saved_queries import as_name
from tui.session.session import Session
from tui.session.spans import Span, Spans
from tui.session.target import Target
from tui.session.trail import Place
from tui.session.verdicts import Look, Verdicts
from tui.session.wording import (
    amount,
    date_words,
    digits_and_unit,
    explain,
    number,
    signs,
    summary,
)

if TYPE_CHECKING:
    from tui.session.aloud import date_aloud, figure_aloud, note_aloud
    from tui.session.choices import LONGEST, Choice, Choices, matches
    from tui.session.comparing import Comparing
    from tui.session.disk import Again
    from tui.session.gathering import Gathering
    from tui.session.heirs import Heir, heir_of
    from tui.session.paths import Entry, beginning, entries, finished, meant, parted
    from tui.session.relations import (
        asked_for,
        difference_words,
        relation_name,
        stand,
        subject_of,
    )
    from tui.session.sheet import FORMATS, format_of, sheet_rows, write_sheet
    from tui.session.sorting import Sorting, document_order, figure_order
    from tui.session.view import Here, View, Wish

__all__ = [
    "DOUBTED",
    "FORMATS",
    "GONE",
    "LONGEST",
    "ORDERS",
    "WAITING",
    "Again",
    "Choice",
    "Choices",
    "Comparing",
    "Entry",
    "Found",
    "Gathering",
    "Heir",
    "Here",
    "Listed",
    "Listing",
    "Look",
    "Mark",
    "Marks",
    "Memory",
    "NoteDraft",
    "Noting",
    "Place",
    "Recall",
    "Session",
    "Sorting",
    "Span",
    "Spans",
    "Target",
    "Typed",
    "Verdicts",
    "View",
    "Wish",
    "Written",
    "amount",
    "as_name",
    "asked_for",
    "beginning",
    "completed",
    "correction_words",
    "date_aloud",
    "date_words",
    "difference_words",
    "digits_and_unit",
    "document_order",
    "entries",
    "every_mark",
    "explain",
    "figure_aloud",
    "figure_order",
    "finished",
    "format_of",
    "heir_of",
    "kept_documents",
    "kept_figures",
    "left_behind",
    "matches",
    "meant",
    "note_aloud",
    "note_texts",
    "note_words",
    "number",
    "parted",
    "problem_of",
    "relation_name",
    "sheet_rows",
    "signs",
    "stand",
    "subject_of",
    "summary",
    "write_sheet",
]

#: Names that the first frame does not need, imported on first use.
_LATER = {
    "Again": "disk",
    "Choice": "choices",
    "Choices": "choices",
    "Comparing": "comparing",
    "Entry": "paths",
    "FORMATS": "sheet",
    "LONGEST": "choices",
    "Sorting": "sorting",
    "asked_for": "relations",
    "beginning": "paths",
    "Gathering": "gathering",
    "Heir": "heirs",
    "Here": "view",
    "heir_of": "heirs",
    "Round": "gathering",
    "View": "view",
    "Wish": "view",
    "date_aloud": "aloud",
    "difference_words": "relations",
    "document_order": "sorting",
    "entries": "paths",
    "figure_aloud": "aloud",
    "figure_order": "sorting",
    "finished": "paths",
    "format_of": "sheet",
    "matches": "choices",
    "meant": "paths",
    "note_aloud": "aloud",
    "parted": "paths",
    "relation_name": "relations",
    "sheet_rows": "sheet",
    "stand": "relations",
    "subject_of": "relations",
    "write_sheet": "sheet",
}

__getattr__ = lazy_names(__name__, _LATER)
