"""What is open, where the cursor is, and the verbs of the program as plain methods. No screen."""

from tui.session.find import Found
from tui.session.marks import SURE, Mark, Marks, note_texts
from tui.session.memory import Memory
from tui.session.noting import Target, Written
from tui.session.session import Session
from tui.session.spans import Span, Spans
from tui.session.trail import Place, Trail
from tui.session.verdicts import Verdicts
from tui.session.wording import amount, date_words, explain, number, signs, summary

__all__ = [
    "SURE",
    "Found",
    "Mark",
    "Marks",
    "Memory",
    "Place",
    "Session",
    "Span",
    "Spans",
    "Target",
    "Trail",
    "Verdicts",
    "Written",
    "amount",
    "date_words",
    "explain",
    "note_texts",
    "number",
    "signs",
    "summary",
]
