"""Where a report begins after its dateline: "BONN, May 5 (Wire) - Rents rose"."""

from collections.abc import Sequence

from tui.figures.draft import Draft
from tui.patterns import pattern

Span = tuple[int, int]

LONGEST = 60  # code points before the end of the date
SIGNS = "-–—"
BEHIND = pattern(r"(?:,? ?[(/\[][^()/\[\]\n]{2,24}[)/\]])? ?[-–—]{1,2}[ \u00a0]")


def after_dateline(text: str, group: Sequence[Draft], sentence: Span) -> Span:
    """The sentence without its dateline; the place and the date of a report are no part of it.

    >>> def of(text, date):
    ...     at = text.index(date)
    ...     found = Draft(at, at + len(date), "date")
    ...     return text[slice(*after_dateline(text, [found], (0, len(text))))]
    >>> of("BONN, May 5 (Wire) - Rents rose", "May 5"), of("Ada News, 5 May — Rents rose", "5 May")
    ('Rents rose', 'Rents rose')
    >>> of("On 5 May - a Monday - rents rose", "5 May")
    'On 5 May - a Monday - rents rose'
    """
    first = group[0]
    start, end = sentence
    if first.kind != "date" or first.end - start > LONGEST:
        return sentence
    behind = BEHIND.match(text, first.end, end)
    if behind is None or any(word[0].islower() for word in text[start : first.start].split()):
        return sentence
    opens = text[start : first.start].split(" ", 1)[0]
    return sentence if opens in ("On", "In", "By", "Since", "From") else (behind.end(), end)
