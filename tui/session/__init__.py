"""The reader's session: what is open, where the cursor is, and every action, without a screen."""

from typing import TYPE_CHECKING

from tui.lazy import lazy_names
from tui.session.filtering import (
    FEW_DOCUMENTS,
    FEW_FIGURES,
    matching_documents,
    matching_facts,
    matching_figures,
)
from tui.session.find import Matches
from tui.session.notes.marks import (
    UNCERTAIN,
    UNDECIDED,
    Mark,
    Marks,
    count_undecided,
    every_mark,
    note_texts,
)
from tui.session.notes.note_draft import NoteDraft, complete_tag, unsaved_drafts
from tui.session.notes.note_fields import (
    NoteContent,
    TypedNote,
    correction_words,
    note_words,
)
from tui.session.notes.note_listing import (
    DOCUMENT_GONE,
    NOTE_ORDERS,
    NOTE_VALUES,
    ListedNote,
    NoteListing,
    filter_problem,
)
from tui.session.notes.notes_at_cursor import NotesAtCursor
from tui.session.notes.target import Target
from tui.session.notes.verdicts import Symbol, Verdicts
from tui.session.remembered.memory import Memory
from tui.session.remembered.recent_queries import Recall
from tui.session.remembered.saved_queries import as_name
from tui.session.session import Session
from tui.session.spans import Span, Spans
from tui.session.titles import Titles
from tui.session.trail import Place

if TYPE_CHECKING:
    from tui.session.choices import MAX_CHOICE_LENGTH, Choice, Choices, matched_spans
    from tui.session.disk import DiskChanges
    from tui.session.facts.draft_check import CHECK_ORDERS, DraftCheck
    from tui.session.facts.relations import (
        comparison_subject,
        difference_words,
        relation_label,
        relation_name,
        subject_of,
        tally,
    )
    from tui.session.facts.rival_finder import RivalFinder
    from tui.session.facts.standings import (
        DIFFERS_HERE,
        STATES,
        Standing,
        deciding_words,
        nothing_differs,
        standing,
        standing_signs,
        standing_words,
        state_symbol,
        state_words,
    )
    from tui.session.facts.table_view import TableOptions, TableRow, TableView
    from tui.session.notes.successors import Successor, find_successor
    from tui.session.paths import (
        Entry,
        complete_name,
        list_entries,
        matching_entries,
        missing_part,
        parse_path,
        split_path,
    )
    from tui.session.sheets.aloud import date_aloud, figure_aloud, note_aloud
    from tui.session.sheets.fact_sheets import check_sheet, fact_sheet, rival_sheet
    from tui.session.sheets.quotation import citation
    from tui.session.sheets.sheet import Sheet, note_sheet, sheet_rows, write_sheet
    from tui.session.sorting import SortOrder, document_order, figure_order

__all__ = [
    "CHECK_ORDERS",
    "DIFFERS_HERE",
    "DOCUMENT_GONE",
    "FEW_DOCUMENTS",
    "FEW_FIGURES",
    "MAX_CHOICE_LENGTH",
    "NOTE_ORDERS",
    "NOTE_VALUES",
    "STATES",
    "UNCERTAIN",
    "UNDECIDED",
    "Choice",
    "Choices",
    "DiskChanges",
    "DraftCheck",
    "Entry",
    "ListedNote",
    "Mark",
    "Marks",
    "Matches",
    "Memory",
    "NoteContent",
    "NoteDraft",
    "NoteListing",
    "NotesAtCursor",
    "Place",
    "Recall",
    "RivalFinder",
    "Session",
    "Sheet",
    "SortOrder",
    "Span",
    "Spans",
    "Standing",
    "Successor",
    "Symbol",
    "TableOptions",
    "TableRow",
    "TableView",
    "Target",
    "Titles",
    "TypedNote",
    "Verdicts",
    "as_name",
    "check_sheet",
    "citation",
    "comparison_subject",
    "complete_name",
    "complete_tag",
    "correction_words",
    "count_undecided",
    "date_aloud",
    "deciding_words",
    "difference_words",
    "document_order",
    "every_mark",
    "fact_sheet",
    "figure_aloud",
    "figure_order",
    "filter_problem",
    "find_successor",
    "list_entries",
    "matched_spans",
    "matching_documents",
    "matching_entries",
    "matching_facts",
    "matching_figures",
    "missing_part",
    "note_aloud",
    "note_sheet",
    "note_texts",
    "note_words",
    "nothing_differs",
    "parse_path",
    "relation_label",
    "relation_name",
    "rival_sheet",
    "sheet_rows",
    "split_path",
    "standing",
    "standing_signs",
    "standing_words",
    "state_symbol",
    "state_words",
    "subject_of",
    "tally",
    "unsaved_drafts",
    "write_sheet",
]

#: The names that the first frame does not need, by module; imported on first use.
_LATER = {
    "sheets.aloud": "date_aloud figure_aloud note_aloud",
    "choices": "MAX_CHOICE_LENGTH Choice Choices matched_spans",
    "disk": "DiskChanges",
    "facts.draft_check": "CHECK_ORDERS DraftCheck",
    "sheets.fact_sheets": "check_sheet fact_sheet rival_sheet",
    "paths": "Entry complete_name list_entries matching_entries missing_part parse_path split_path",
    "sheets.quotation": "citation",
    "facts.relations": "comparison_subject difference_words relation_label relation_name subject_of"
    " tally",
    "facts.rival_finder": "RivalFinder",
    "sheets.sheet": "Sheet note_sheet sheet_rows write_sheet",
    "sorting": "SortOrder document_order figure_order",
    "facts.standings": "DIFFERS_HERE STATES Standing deciding_words nothing_differs standing"
    " standing_signs standing_words state_symbol state_words",
    "notes.successors": "Successor find_successor",
    "facts.table_view": "TableOptions TableRow TableView",
}

if not TYPE_CHECKING:  # else any name would be one of this package
    __getattr__ = lazy_names(__name__, _LATER)
