"""Figures, dates and notes in words without symbols, for screen readers.

A screen reader skips `≈`, `↑` and `–`, or reads out their names.
"""

from tui.figures import Figure
from tui.session.notes.marks import Mark
from tui.session.notes.note_fields import correction_words
from tui.wording import amount, date_words

_BOUNDS = {"more": "more than", "less": "less than", "approx": "about"}
_SAID = {
    "m": "million",
    "bn": "billion",
    "tn": "trillion",
    "%": "percent",
    "pp": "percentage points",
    "bp": "basis points",
    "–": "to",
    "year?": "year not stated",
}
#: What is added to a note whose anchor is uncertain.
_STATES = {
    "changed": " (they have changed)",
    "unsure": " (perhaps not here any more)",
    "lost": " (no longer here)",
}


def figure_aloud(figure: Figure) -> str:
    """A figure in one line: its kind, direction, hedge, value, subject and period.

    >>> from tui.figures import extract
    >>> figure_aloud(extract("It returned almost 1.2 billion yuan in May 2021.")[0])
    'money: about CNY 1.2 billion; May 2021'
    >>> figure_aloud(extract("Cases were down about 14% against last year.")[0])
    'percent: down about 14 percent; of Cases; against last year'
    >>> figure_aloud(extract("They met on Thursday.", dated="2022-04-15")[0])
    'date: 14 Apr 2022; as written, Thursday'
    """
    bound = _BOUNDS.get(figure.bound or "", "")
    words = [" ".join(filter(None, (figure.change, bound, _said(amount(figure)))))]
    if figure.kind == "date" and not any(map(str.isdigit, figure.text)):
        words.append(f"as written, {figure.text}")
    if figure.kind == "malformed":
        words.append("a number written wrongly, without a value")
    if figure.subject and figure.subject != figure.unit:
        words.append(f"of {figure.subject}")
    if figure.versus:
        words.append(f"against {figure.versus}")
    if figure.period and figure.period != figure.date:
        words.append(date_aloud(figure.period))
    return _line(f"{figure.kind}: {'; '.join(words)}")


def date_aloud(date: str) -> str:
    """An ISO 8601 date or interval, with X for unknown parts, in words.

    >>> date_aloud("XXXX-01/XXXX-05"), date_aloud("2022-04-15")
    ('Jan to May, year not stated', '15 Apr 2022')
    """
    return _said(date_words(date))


def note_aloud(mark: Mark) -> list[str]:
    """A note in lines: its quote and verdict, what it corrects, its body, its tags."""
    note = mark.note
    on = note.anchor.exact if note.anchor else "the whole document"
    head = _line(f"note on {on}{_STATES.get(mark.state, '')}: {note.verdict or ''}").rstrip(": ")
    body = [_line(row) for row in note.body.split("\n") if row.strip()]
    corrected = [_said(words)] if (words := correction_words(note)) else []
    tags = [f"Tags: {', '.join(note.tags)}"] if note.tags else []
    return [head, *corrected, *body, *tags]


def _said(words: str) -> str:
    return " ".join(_SAID.get(word, word) for word in words.split(" "))


def _line(words: str) -> str:
    return " ".join(words.split())
