"""Adds what the sentence says about each figure: hedge, change, comparison, period, subject."""

import sys
from collections.abc import Sequence

from tui.figures.changes.change_direction import MOVE_WORDS
from tui.figures.changes.changes import add_changes
from tui.figures.draft import Draft
from tui.figures.scan import Scan
from tui.figures.sentence.carried_units import WINNING, carry_units
from tui.figures.sentence.hedges import add_hedge, add_time_hedge
from tui.figures.sentence.links import add_links, link_times
from tui.figures.stopping import Watch
from tui.figures.subjects.counted_volume import SAY_NOTHING
from tui.figures.subjects.following_subject import noun_ranked
from tui.figures.subjects.ranks_alone import ranked_elsewhere
from tui.figures.subjects.subjects import add_subjects
from tui.figures.times.datelines import after_dateline
from tui.figures.times.periods import TIMELESS, add_periods
from tui.figures.times.relative_times import TIME_WORDS
from tui.figures.times.tense import settle, will_be

Span = tuple[int, int]
QUANTITIES = frozenset(["count", "money", "percent", "measure", "duration", "ratio"])
OF_THEM = (" of them ", " of these ", " of those ")
TELLING = MOVE_WORDS | TIME_WORDS
NEAR = 160  # code points between two counts of the same
BEHIND = 40  # code points behind a sentence in which a word of direction may follow its last noun


def complete(
    text: str,
    read: Scan,
    drafts: list[Draft],
    sentences: Sequence[Span],
    dated: str | None,
    watch: Watch = iter,
) -> None:
    """Sets the fields that depend on the sentence, sentence by sentence; `watch` may stop it."""
    low = read.low
    groups = by_sentence(drafts, sentences)
    quantities: list[list[Draft]] = []
    with_quantities = []
    for whole, group in watch(groups):
        if len(group) == 1 and group[0].kind in TIMELESS:
            group[0].sentence = whole  # that is all of a date alone, four sentences in ten
            complete_alone(text, low, group[0], dated)
            if group[0].kind == "ordinal" and not group[0].subject:
                group[0].subject = ranked_elsewhere(text, low, group, group[0], quantities)
            quantities.append([])
            continue
        sentence, year = whole, None
        if group[0].kind == "date":
            sentence = after_dateline(text, group, whole)
            if sentence is not whole:
                group[0].sentence = whole
                group = group[1:]
            year = year_of_opening(low, group, sentence[0])
        carry_units(text, low, group, sentence[0])
        figures: list[Draft] = []
        timed = False  # whether one of its figures is a time; `in_words`: whether a word is
        for draft in group:
            draft.sentence = whole
            kind = draft.kind
            if kind == "date" or kind == "duration":
                timed = True
            if kind in QUANTITIES:
                if draft.unit is None and quantities and kind == "count":
                    draft.unit = noun_before(low, quantities[-1], draft)
                add_hedge(text, low, draft, sentence)
                figures.append(draft)
            else:
                complete_alone(text, low, draft, dated, year)
                if kind == "time" and len(group) > 1:
                    link_times(text, group)
                elif kind == "ordinal" and not draft.subject:
                    draft.subject = ranked_elsewhere(text, low, group, draft, quantities)
        quantities.append(figures)
        in_words = True
        if figures:
            said = TELLING.intersection(read.letters[sentence[0] : sentence[1] + BEHIND].split())
            add_changes(text, low, figures, sentence, moves=not MOVE_WORDS.isdisjoint(said))
            with_quantities.append((sentence, group))
            in_words = not TIME_WORDS.isdisjoint(said)
        if timed or in_words:
            add_periods(low, group, sentence, dated, in_words)
    add_links(text, low, quantities)
    inherit(drafts)
    for sentence, group in watch(with_quantities):
        add_subjects(text, low, group, sentence)
        if len(group) > 2:
            inherit_subjects(group)


def complete_alone(
    text: str, low: str, draft: Draft, dated: str | None, year: str | None = None
) -> None:
    """Sets what a figure that is no quantity needs: the hedge of a date or a time of day, the year
    or week that the tense tells, and what has a rank."""
    if draft.kind == "ordinal":
        draft.subject = noun_ranked(text, low, draft.start, draft.end)
        return
    add_time_hedge(text, low, draft)
    iso = draft.date or ""
    monthly = iso[4:5] == "-" and iso[5].isdigit() and iso[:4] not in low[draft.start : draft.end]
    if year and monthly and not will_be(low, draft, draft.sentence):
        draft.date = year + iso[4:]
    elif draft.kind == "date" and dated and len(dated) > 6:
        settle(low, draft, draft.sentence, dated)


def year_of_opening(low: str, group: list[Draft], start: int) -> str | None:
    """The year that a sentence opens with, and that its months without a year are of: "In 2016, he
    ran until June".

    >>> group = [Draft(3, 7, "date", date="2016"), Draft(22, 26, "date", date="2020-06")]
    >>> year_of_opening("in 2016, he ran until june", group, 0)
    '2016'
    """
    first = group[0]
    if len(first.date or "") != 4 or len(group) == 1:
        return None
    opening = low[start : first.start]
    return first.date if opening in ("in ", "during ", "in the ") else None


def noun_before(low: str, before: list[Draft], draft: Draft) -> str | None:
    """What a bare number counts, if it points to what the sentence before counts.

    >>> from decimal import Decimal
    >>> text = "ann won 60 wards. joe won 54."
    >>> wards = Draft(8, 10, "count", low=Decimal(60), unit="wards", noun_end=16)
    >>> noun_before(text, [wards], Draft(26, 28, "count", low=Decimal(54)))
    'wards'
    """
    if low.startswith(OF_THEM, draft.end):
        return noun_of_those(before, draft)
    ends = low[draft.end : draft.end + 1] in (".", ",", ";")
    if not ends or not before or draft.start - before[-1].end > NEAR:
        return None
    ahead = low[max(0, draft.start - 24) : draft.hedge_start or draft.start].split()
    last = before[-1]
    if last.kind != "count" or not last.unit or ahead[-1:] == [] or ahead[-1] not in WINNING:
        return None
    told = low[max(0, last.start - 24) : last.hedge_start or last.start].split()[-1:]
    return last.unit if told and (told[0] in WINNING or told[0] == "with") else None


def noun_of_those(before: list[Draft], draft: Draft) -> str | None:
    """What "13 of them" are: what the sentence before counts, if that is one thing.

    >>> from decimal import Decimal
    >>> tugs = Draft(0, 2, "count", low=Decimal(30), unit="red tugs", noun_end=11)
    >>> noun_of_those([tugs], Draft(20, 22, "count", low=Decimal(13)))
    'red tugs'
    """
    counts = [each for each in before if each.kind == "count" and each.unit and each.noun_end]
    if len(counts) != 1 or draft.kind != "count" or draft.low is None:
        return None
    whole = counts[0].low
    return counts[0].unit if whole is not None and draft.low <= whole else None


def inherit(drafts: list[Draft]) -> None:
    """Copies subject and period from a level to its change, and between conversions."""
    linked = [draft for draft in drafts if draft.links]
    by_start = {draft.start: draft for draft in linked}  # links are told at both ends
    for draft in linked:
        for relation, start in draft.links:
            other = by_start.get(start)
            if other is None:
                continue
            if relation == "change" and draft.kind == "percent":
                draft.period = draft.period or other.period
                counts = other.kind == "count" and other.unit not in SAY_NOTHING
                if counts and other.unit and other.start < draft.start:
                    draft.subject = other.unit
            elif relation != "to" and other.sentence == draft.sentence:
                draft.period = draft.period or other.period


def inherit_subjects(group: list[Draft]) -> None:
    """Gives a change the subject of its level, if that stands before its own conversion.

    >>> yen, dollars, rise = (Draft(at, at + 1, "money") for at in (0, 3, 6))
    >>> yen.subject, yen.links = "profit", (("conversion", 3), ("change", 6))
    >>> rise.subject, rise.change, rise.links = "bakery", "up", (("change", 0),)
    >>> inherit_subjects([yen, dollars, rise]); rise.subject
    'profit'
    """
    for level, converted, change in zip(group, group[1:], group[2:], strict=False):
        if (
            change.change
            and level.subject
            and ("change", change.start) in level.links
            and ("conversion", converted.start) in level.links
        ):
            change.subject = level.subject


def by_sentence(drafts: list[Draft], sentences: Sequence[Span]) -> list[tuple[Span, list[Draft]]]:
    """The drafts grouped by sentence; a draft outside any sentence is a group of its own.

    >>> drafts = [Draft(0, 2, "count"), Draft(5, 7, "count"), Draft(9, 16, "money")]
    >>> [(span, len(group)) for span, group in by_sentence(drafts, [(4, 12)])]
    [((0, 2), 1), ((4, 16), 2)]
    """
    groups: list[tuple[Span, list[Draft]]] = []
    starts = [draft.start for draft in drafts]
    first, count = 0, len(drafts)
    for start, end in (*sentences, (sys.maxsize, sys.maxsize)):
        while first < count and starts[first] < start:
            groups.append(((starts[first], drafts[first].end), [drafts[first]]))
            first += 1
        behind = first
        while behind < count and starts[behind] < end:
            behind += 1
        if first < behind:
            last = drafts[behind - 1].end  # "Rs." may end a sentence within a figure
            groups.append(((start, last if last > end else end), drafts[first:behind]))
            first = behind
    return groups
