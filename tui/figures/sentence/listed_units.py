"""Units that the numbers of a list or of a bracket take from their neighbours."""

import itertools

from tui.figures.draft import Draft
from tui.figures.grammar.following_word import ends_before
from tui.figures.grammar.noun_words import STOP
from tui.figures.numbers.numbers_in_words import multiplied
from tui.figures.sentence.implicit_people import are_harmed
from tui.patterns import pattern

# "18 red and five blue vans": the number with the word that tells it from the next.
OWN_ADJECTIVE = pattern(r" ([^\W\d_]{2,20})(?: and| or|,) ")
AGES_END = frozenset(["and", "or", "year", "years"])
# "9, 12 and 15", "and their children, Ann, 10, and Joe, 4,".
AGES_LISTED = pattern(r",? (?:and|or) |, |, (?:and )?[a-z]{2,12}, ")
SHARED = frozenset(["percent", "measure", "duration"])
BY = frozenset([" x ", " × ", "×", "x", " by "])  # "88×167.6×7.9mm"
LIST_ENDS = frozenset([" and ", ", and ", " or ", ", or "])


def share_in_lists(text: str, low: str, group: list[Draft]) -> None:
    """Sets the units of the bare numbers of a list from its last one: "1, 4 and 8 years".

    >>> text = "by 10 and 20 percent"
    >>> drafts = [Draft(3, 5, "count"), Draft(10, 20, "percent", unit="percent")]
    >>> share_in_lists(text, text, drafts); drafts[0].unit
    'percent'
    """
    listed = False  # whether the figure to the right stands in such a list: a comma is enough then
    for last, draft in itertools.pairwise(reversed(group)):
        gap = low[draft.end : last.start]
        joins = gap in LIST_ENDS or gap in BY or (listed and gap == ", ")
        if gap in (", or ", " or ") and last.kind == "percent" and not alike(draft, last):
            joins = False  # "up 321.8, or 1.05 percent"
        listed = joins and last.kind in SHARED and last.scale == draft.scale == 1
        if listed and draft.kind == "count" and draft.unit is None:
            draft.kind, draft.unit = last.kind, last.unit
        elif draft.kind == last.kind == "count" and draft.unit is None and " " in (last.unit or ""):
            draft.unit = unit_with_own_adjective(text, draft, last)


def alike(first: Draft, second: Draft) -> bool:
    """Whether neither number is more than ten times the other."""
    if first.low is None or second.low is None:
        return False
    return abs(second.low) / 10 <= abs(first.low) <= abs(second.low) * 10


def unit_with_own_adjective(text: str, draft: Draft, last: Draft) -> str | None:
    """ "18 steel and five wooden boats": one noun with two adjectives.

    >>> first, second = Draft(0, 2, "count"), Draft(13, 17, "count", unit="wooden boats")
    >>> unit_with_own_adjective("18 steel and five wooden boats", first, second)
    'steel boats'
    """
    between = OWN_ADJECTIVE.fullmatch(text, draft.end, last.start)
    if between is None or between[1].lower() in STOP or are_harmed(text, draft.end):
        return None
    return f"{between[1]} {(last.unit or '').split(' ', 1)[1]}"


def share_comparatives(low: str, group: list[Draft]) -> None:
    """Sets unit and scale of last year's amount in brackets: "sales were SEK 1,234m (987)".

    >>> from decimal import Decimal
    >>> value, other = Decimal(1234) * 10**6, Decimal(987)
    >>> drafts = [Draft(0, 10, "money", value, value, value, "SEK", scale=10**6)]
    >>> drafts.append(Draft(12, 15, "count", other, other, other))
    >>> share_comparatives("sek 1,234m (987)", drafts); drafts[1].unit, str(drafts[1].low)
    ('SEK', '987000000')
    """
    for first, second in itertools.pairwise(group):
        if (
            first.kind in ("money", "percent", "measure")
            and second.kind == "count"
            and second.unit is None
            and first.low
            and second.low is not None
            and low[first.end : second.start] == " ("
            and low[second.end : second.end + 1] == ")"
        ):
            value = multiplied(second.low, first.scale if second.scale == 1 else 1)
            if 0.2 <= value / first.low <= 5:
                second.kind, second.unit, second.scale = first.kind, first.unit, first.scale
                second.value = second.low = second.high = value


def share_ages(low: str, group: list[Draft]) -> None:
    """Sets the unit of the bare numbers after an age: "aged 9, 12 and 15", not "9, two aged 10".

    >>> text = "aged 9, 12 and 15"
    >>> drafts = [Draft(at, at + 2, "count") for at in (8, 15)]
    >>> drafts.insert(0, Draft(5, 6, "duration", unit="year of age"))
    >>> share_ages(text, drafts); [draft.kind for draft in drafts]
    ['duration', 'duration', 'duration']
    """
    for aged, draft in itertools.pairwise(group):
        if (
            aged.unit == "year of age"
            and draft.unit is None
            and draft.kind == "count"
            and AGES_LISTED.fullmatch(low, aged.end, draft.start)
            and ends_before(low, draft.end, ",.;)", AGES_END)
        ):
            draft.kind, draft.unit = aged.kind, aged.unit
