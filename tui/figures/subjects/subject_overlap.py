"""Keeps subjects from overlapping other figures of the sentence."""

from bisect import bisect_left
from operator import attrgetter

from tui.figures.draft import Draft
from tui.figures.grammar.acting_verbs import measured
from tui.figures.grammar.noun_phrases import first_noun
from tui.figures.tables import word_set

Span = tuple[int, int]

KINDS = frozenset(["count", "money", "percent", "measure", "duration", "ratio"])
FEW = 8  # figures of a sentence that are looked at one by one
FARTHEST = 400  # code points that a figure and its noun take at most
START = attrgetter("start")
JOINING = word_set("and or about over nearly some almost around of the a an in its their")


def without_other_figures(
    text: str, low: str, span: Span, draft: Draft, group: list[Draft]
) -> Span | None:
    """The subject, unless it contains another figure; else its first noun, if that is measured.

    "A 5 per cent penalty of $3": "penalty".
    """
    near = touching(span, draft, group)
    if not near:
        return span  # most
    span = part_after_others(low, span, draft, near)
    span = part_before_others(low, span, draft, near)
    if not belongs_to_another(span, draft, near):
        return span
    opens, first = draft.sentence[0], group[0].start
    noun = first_noun(text, low, opens, first)
    if noun and measured(low[noun[1] : first], draft.kind != "duration"):
        return noun
    return None


def touching(span: Span, draft: Draft, group: list[Draft]) -> list[Draft]:
    """The other figures of a sentence whose number or noun overlaps a span."""
    begin, end = span
    if len(group) > FEW:  # a table in one line
        first = bisect_left(group, begin - FARTHEST, key=START)
        group = group[first : bisect_left(group, end, first, key=START)]
    near: list[Draft] = []
    for each in group:
        if each.start >= end:
            break
        if (begin <= each.end or begin < each.noun_end) and each is not draft:
            near.append(each)
    return near


def part_after_others(low: str, span: Span, draft: Draft, group: list[Draft]) -> Span:
    """The part of a phrase after another figure in it: "a 5 per cent penalty of"."""
    for other in group:
        if span[0] <= other.end < span[1] - 1 and other.end < draft.start:
            owner = low.startswith(("'s ", "’s "), other.end)  # "Wednesday's tremor, at 6.3"
            span = other.end + (3 if owner else 1), span[1]
            if low.startswith("of ", span[0]):  # "60 per cent of men aged 18"
                span = span[0] + len("of "), span[1]
    return span


def part_before_others(low: str, span: Span, draft: Draft, group: list[Draft]) -> Span:
    """The part of a phrase behind the figure before another one: "a 6.3 quake causing 11 deaths".

    >>> text = "a 6.3 quake causing 11 deaths"
    >>> figures = Draft(2, 5, "measure"), Draft(20, 22, "count")
    >>> text[slice(*part_before_others(text, (6, 29), figures[0], [figures[1]]))]
    'quake'
    """
    for other in group:
        if draft.end <= span[0] == other.start < other.end + 1 < span[1]:
            span = other.end + 1, span[1]  # "eight million 250ml bottles"
        elif draft.end <= span[0] < other.start < span[1]:
            words = low[span[0] : other.start].split(" ")[:-1]
            while len(words) > 1 and (words[-1].endswith("ing") or words[-1] in JOINING):
                words.pop()
            span = span[0], span[0] + len(" ".join(words))
    return span


def belongs_to_another(span: Span, draft: Draft, group: list[Draft]) -> bool:
    """Whether the words are another figure's number or unit: "3 kilometres at $5"."""
    for other in group:
        if other.start >= span[1]:
            break
        if other.kind not in KINDS:
            continue
        is_span = draft.kind == "duration" and draft.unit != "year of age"
        counted = other.noun_end if is_span else other.end
        if span[0] < max(other.end, counted) and (
            other.kind == "duration" or other.kind == "count" or other.value != 1
        ):  # "one bitcoin is worth $8,000"
            return True
    return False
