"""The time a figure is about: which of the times that its sentence states."""

from tui.figures.draft import Draft
from tui.figures.marks import Mark, find_marks
from tui.patterns import pattern

EARLIER = pattern(r" (?:a|one|the) (?:year|month|week|quarter) (?:ago|before|earlier)")
# "for four months, from June to September": a comma may stand before a span of time.
APPOSED = (", from ", ", between ", ", ")


def add_periods(low: str, group: list[Draft], sentence: tuple[int, int], dated: str | None) -> None:
    """Sets `period` of the figures of one sentence.

    >>> text = "from january to september this year, 262,000 cases were solved."
    >>> date = Draft(5, 35, "date", date="2021-01/2021-09")
    >>> count = Draft(37, 44, "count", noun_end=50)
    >>> add_periods(text, [date, count], (0, len(text)), "2021-10-26")
    >>> count.period
    '2021-01/2021-09'
    """
    if all(draft.kind == "date" for draft in group):
        return
    marks = find_marks(low, group, sentence, dated)
    if not marks:
        return
    for draft in group:
        if draft.kind not in ("date", "time", "ordinal", "malformed"):
            draft.period = choose(low, draft, group, marks, sentence[1])


def choose(
    low: str, draft: Draft, group: list[Draft], marks: list[Mark], sentence_end: int
) -> str | None:
    """The time of a figure: the one right behind it, else the leading one, else the last before."""
    end = max(draft.end, draft.noun_end)
    if EARLIER.match(low, end):
        return None
    for mark in marks:
        if mark.start >= end:
            if low.startswith(": ", mark.end):
                break  # "lost 24 million (2018: 12 million)": the time of the next figure
            between = low[end : mark.start]
            closes = mark.end + 3 > sentence_end and len(between) < 200
            if (", " in between and between not in APPOSED) or ";" in between:
                break
            if not closes and (len(between) > 90 or " and " in between[:-4]):
                break
            if any(
                end <= other.start < mark.start
                for other in group
                if other is not draft and other.kind != "date"
            ) and not (closes and shared(low, draft, mark, group)):
                break
            if (
                draft.versus
                and draft.versus.lower() in low[end : mark.end + 30]
                and low.find(draft.versus.lower(), end) <= mark.start
            ):
                break
            return stated(draft, mark)
    best: Mark | None = None
    for mark in marks:
        if mark.start < draft.start:
            if mark.end > draft.start:
                continue
            between = low[mark.end : draft.start]
            if ";" in between and not mark.leads:
                continue
            if mark.leads or "," not in between:
                best = mark
    return stated(draft, best) if best else None


def shared(low: str, draft: Draft, mark: Mark, group: list[Draft]) -> bool:
    """Whether "and" alone parts a figure from the next, whose time is said for both.

    "262 cases solved and 373 people arrested from May to June".
    """
    at = max(draft.end, draft.noun_end)
    between = [each for each in group if at <= each.start < mark.start and each.kind != "date"]
    if len(between) != 1 or between[0].kind != draft.kind:
        return False
    gap = low[at : between[0].start].split()
    return len(gap) <= 3 and gap[-1:] == ["and"]


def stated(draft: Draft, mark: Mark) -> str | None:
    """ "As of May" a count is the sum until then, a price or a share stands as it is then."""
    if mark.as_of and mark.period and draft.kind == "count" and "/" not in mark.period:
        return f"../{mark.period}"
    return mark.period or None
