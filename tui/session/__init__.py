"""What is open, where the cursor is, and the verbs of the program as plain methods. No screen."""

from tui.session.aloud import date_aloud, figure_aloud, note_aloud
from tui.session.find import Found
from tui.session.listing import Listed, Listing
from tui.session.marks import SURE, Mark, Marks, every_mark, note_texts
from tui.session.memory import Memory
from tui.session.noting import Noting, Target, Written
from tui.session.session import Session
from tui.session.spans import Span, Spans
from tui.session.trail import Place, Trail
from tui.session.typing import Typing, completed, left_behind, same_words, split_tags
from tui.session.verdicts import Look, Verdicts
from tui.session.wording import amount, date_words, explain, number, signs, summary

__all__ = [
    "SURE",
    "Found",
    "Listed",
    "Listing",
    "Look",
    "Mark",
    "Marks",
    "Memory",
    "Noting",
    "Place",
    "Session",
    "Span",
    "Spans",
    "Target",
    "Trail",
    "Typing",
    "Verdicts",
    "Written",
    "amount",
    "completed",
    "date_aloud",
    "date_words",
    "every_mark",
    "explain",
    "figure_aloud",
    "left_behind",
    "note_aloud",
    "note_texts",
    "number",
    "same_words",
    "signs",
    "split_tags",
    "summary",
]
