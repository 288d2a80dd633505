"""What is open, where the cursor is, and the verbs of the program as plain methods. No screen."""

from tui.session.find import Found
from tui.session.marks import Mark, Marks
from tui.session.memory import Memory
from tui.session.session import Session, Target
from tui.session.spans import Span, Spans
from tui.session.trail import Place, Trail
from tui.session.wording import amount, date_words, explain, number, signs

__all__ = [
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
    "amount",
    "date_words",
    "explain",
    "number",
    "signs",
]
