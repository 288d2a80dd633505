"""Finds the times stated in a sentence: dates, intervals, "last year", as ISO 8601."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tui.figures.draft import Draft
from tui.figures.grammar.following_word import next_word
from tui.figures.tables import word_set
from tui.figures.times.other_days import is_other_day
from tui.figures.times.relative_times import (
    OF_YEAR,
    ago,
    earlier,
    ending_on,
    first_months,
    in_year,
    is_past,
    months_until,
    past_interval,
    relative_time,
    relative_times,
)
from tui.figures.times.words_before_times import (
    PREPOSITIONS,
    is_apart,
    is_as_of,
    is_begun,
    is_relative,
    is_superlative,
    is_up_to,
    preposition,
)
from tui.patterns import pattern
from tui.text.dates import is_full

SINCE = frozenset(["since", "from", "starting", "effective"])
UNTIL = frozenset(["by", "until", "till", "through", "before"])
# "images from 2017": of that time, not since.
OF_A_TIME = pattern(r"(?<=[a-z]) (?<!starting )(?<!beginning )(?<!effective )(?<!effect )from $")
A_YEAR_EARLIER = tuple(
    f" {one} year {before}" for one in ("a", "one") for before in ("earlier", "before", "ago")
)
# "Since the first case in 2020": from then on.
SINCE_EVENT = pattern(
    r"(?<![a-z])since (?:(?:[a-z'-]|’{1})+ ){1,7}"
    r"(?:in|on|at) (?:(?:early|late|the (?:start|end) of) )?$"
)
# "Arrested in a campaign launched in June": from then on.
CAMPAIGNS = ("campaign", "operation", "crackdown", "drive", "program", "initiative", "action")
LAUNCHED = pattern(r" launched(?: by [a-z ]{2,24}?)? (?:in|on|at) (?:early |late )?$")
LONGEST_NAME = 40  # code points of "campaign against the thefts of cars"
# "Founded in 1990, the firm employs 500 people": that is when it began.
BEGAN = (
    "founded ", "established ", "born ", "built ", "launched ", "created ", "formed ",
    "incorporated ", "introduced ", "set up ", "originally ", "first ",
    "following ",  # "Following the fire in May, 50 homes were sold"
)  # fmt: skip
# "its 2018 sales"
OF_A_YEAR = word_set(
    """
    sales revenue revenues profit profits earnings population budget census election elections
    season result results output production exports imports deficit turnover income harvest average
    total peak high low level rate
    """
)
BEHIND_WORD = pattern(r" [a-z-]+(?= )")
AS_IT_WAS = (
    "unchanged from ", "changed from ", "flat from ", " up from ", " down from ",
    " slightly from ", " sharply from ",
)  # fmt: skip
# "In the same month", "the previous year": told by the time that was stated before.
OF_OTHERS = ("same", "corresponding", "previous", "prior")
TOLD_UNITS = ("year", "month", "week", "quarter", "period")
COMPARED = (" than ", " compared with ", " compared to ", " versus ", " than in ", " levels ")
NEXT = (" next.", " next,", " next;")
NEXT_REACH = 60  # code points between "this year" and "next"
# "In the 2017/18 financial year"
NAMED_YEARS = word_set("financial fiscal school academic marketing crop tax calendar")
OF_A_RECORD = tuple(
    f" {record} {reached} in "
    for record in ("high", "highs", "low", "record", "peak", "level")
    for reached in ("reached", "set", "hit", "recorded", "seen")
)  # that is when others were so high
OTHER_CLAUSE = (", after ", ", but ")
RECENTLY_AS = ("recently as ", "early as ", "late as ")
OWNING = (" its ", " their ", " his ", " her ", " our ")
ONE_OF = ("in a ", "in an ", "in fall ", "of fall ")  # "in a 2019 poll"
ONE_OF_OR_RECENTLY = ONE_OF + RECENTLY_AS
VOTES = (" election", " vote", " referendum", " ballot", " poll")
QUARTER = (" quarter", "-quarter")
# "The boat found in May, was 50 m long"
ENDS_RELATIVE = (", was ", ", were ", ", is ", ", are ")
OPENING = ("", ",", "(", ";", ":", "“", '"', "—", "–", "\n")


class StatedTime(NamedTuple):
    """A time in a sentence: its span and its period."""

    start: int
    end: int
    period: str
    leads: bool
    as_of: bool = False
    later: bool = False  # it can only be the time of what stands after it
    aside: bool = False  # within a relative clause, or where something began


def find_stated_times(
    low: str, group: list[Draft], sentence: tuple[int, int], dated: str | None, timed: bool
) -> list[StatedTime]:
    """The times in a sentence, in order, without those that only say when something was reported.

    `timed`: the sentence has one of `TIME_WORDS`.
    """
    times: list[StatedTime] = []
    duration: Draft | None = None  # a span of time whose last day or month the next date says
    for draft in group:
        if draft.kind == "date":
            time = of_date(low, duration, draft, sentence, dated)
            duration = None
        else:
            duration = draft if draft.kind == "duration" else None
            time = of_duration(low, draft, sentence, dated) if duration else None
        if time is not None:
            if times and time.start < times[-1].end:  # "the first quarter ended June 30"
                time = time._replace(start=times.pop().start)
            times.append(time)
    matches = relative_times(low, *sentence) if timed else []
    if matches:
        times = sorted([*times, *of_words(low, group, times, matches, sentence, dated)])
        if len(times) > 1:
            resolve_by_previous(low, times)
    return times


def resolve_by_previous(low: str, times: list[StatedTime]) -> None:
    """Resolves "the same year" and "the previous month" by the time before it.

    >>> text = "in may 2020 and, for the same period, the previous year"
    >>> spans = (3, 11, "2020-05"), (21, 36, ""), (38, 55, "")
    >>> times = [StatedTime(*span, leads=False) for span in spans]
    >>> resolve_by_previous(text, times); [time.period for time in times]
    ['2020-05', '2020-05', '2019-05']
    """
    for at in range(1, len(times)):
        time, stated = times[at], times[at - 1].period
        which, _, unit = low[time.start : time.end].removeprefix("the ").partition(" ")
        if stated and which in OF_OTHERS and unit.startswith(TOLD_UNITS):
            times[at] = time._replace(period=of_other(low, time.end, which, unit, stated) or "")


def of_other(low: str, end: int, which: str, unit: str, stated: str) -> str | None:
    """ "The same quarter" (of 2020), "the corresponding period", "the previous year", after a
    stated time."""
    if which in ("previous", "prior"):
        return earlier(stated, unit)
    year = low[end + len(" of ") : end + len(" of 2020")]
    if low.startswith((" of ", " in "), end) and len(year) == 4 and year.isdigit():
        return in_year(stated, year)
    return stated if which == "same" else earlier(stated, "year")


def of_date(
    low: str, duration: Draft | None, draft: Draft, sentence: tuple[int, int], dated: str | None
) -> StatedTime | None:
    """The time of a date, including a duration before it that ends there."""
    start, date = sentence[0], draft.date or ""
    ending = ending_on(low, duration, draft, start, dated)
    if ending:
        begin, iso = ending
        before = low[max(start, begin - 8) : begin].split()
        return StatedTime(begin, draft.end, iso, begin - start < 24 or before[-1:] == [","])
    if low.startswith(" levels", draft.end):
        return None  # "83% of April 2019 levels"
    sought = len(date) == 7 and low.endswith(" for ", 0, draft.start)
    if sought and low.startswith(VOTES, draft.end):
        return None  # "a bid for October elections"
    within = duration is not None and low[duration.end : draft.start] in (" of ", " of the year ")
    if within and duration and first_months(low, duration, dated):
        return None  # "in the first nine months of 2021"
    begin = draft.start - 24 if draft.start - 24 > start else start
    before_it = low[begin : draft.start]
    if low.startswith(QUARTER, draft.end) and len(date) == 7:  # "the September quarter"
        quarter = months_until(date, 3) or date
        return with_preposition(
            low, draft.start, draft.end + len(QUARTER[0]), quarter, sentence, dated
        )
    told = preposition(before_it) in PREPOSITIONS or before_it.rstrip(" \u00a0-")[-1:] in OPENING
    told = told or before_it.endswith(ONE_OF_OR_RECENTLY)
    if len(date) == 4 or (len(date) == 7 and before_it.endswith("the ")):
        of_something = is_year_of(low, draft.end)
        told = told or (of_something and preposition(before_it) != "following")
    plain = not before_it.endswith(("the ", "a ")) or (len(date) < 10 and draft.start - start < 6)
    if told or (len(date) > 4 and plain):
        end = end_of_named_year(low, draft.end) if len(date) in (4, 9) else draft.end
        time = with_preposition(low, draft.start, end, date, sentence, dated)
        if time and len(date) == 4 and before_it.endswith(OWNING):
            return time._replace(later=True)  # "a fine of $5, or 4% of its 2019 sales of $125"
        return time
    return None


def end_of_named_year(low: str, at: int) -> int:
    """The end of what a year at whose end `at` is is called, or `at`.

    >>> end_of_named_year("2017/18 financial year", 7), end_of_named_year("the 2017 season", 8)
    (22, 15)
    >>> end_of_named_year("in 2017 the year", 7)
    7
    """
    word = next_word(low, at)
    end = at + 1 + len(word)
    if word in NAMED_YEARS and next_word(low, end) == "year":
        return end + len(" year")
    return end if word == "season" else at


def is_launched(clause: str) -> bool:
    """Whether the words before a time say that a campaign began then.

    >>> is_launched("arrested in a campaign launched in "), is_launched("a boat launched in ")
    (True, False)
    """
    launched = LAUNCHED.search(clause)
    if launched is None:
        return False
    name = clause[max(0, launched.start() - LONGEST_NAME) : launched.start()]
    for mark in ",;.":
        name = name.rpartition(mark)[2]
    return any(map(name.__contains__, CAMPAIGNS))


def is_year_of(low: str, at: int) -> bool:
    """Whether a year at whose end `at` is is the year of what follows it.

    >>> is_year_of("its 2018 net sales", 8), is_year_of("in 2018 it sold", 7)
    (True, False)
    """
    if next_word(low, at) in OF_A_YEAR:
        return True
    word = BEHIND_WORD.match(low, at)
    return word is not None and next_word(low, word.end()) in OF_A_YEAR


def of_duration(
    low: str, draft: Draft, sentence: tuple[int, int], dated: str | None
) -> StatedTime | None:
    """The time of "the first nine months" or "the past five years"."""
    opening = first_months(low, draft, dated)
    if opening:
        told = OF_YEAR.match(low, draft.end) if low.startswith(" of ", draft.end) else None
        end = told.end() if told else draft.end
        return with_preposition(low, draft.start - len("first "), end, opening, sentence, dated)
    if low.startswith(" ago", draft.end) and draft.value is not None and draft.hedge is None:
        iso = ago(dated, int(draft.value), (draft.unit or "").split(" ")[0])
        end = draft.end + len(" ago")
        return with_preposition(low, draft.start, end, iso, sentence, dated) if iso else None
    begin = draft.start - 20 if draft.start - 20 > sentence[0] else sentence[0]
    if not is_past(low, begin, draft.start):
        return None
    if low.startswith((" average", " high", " low", " mean", " trend"), draft.end):
        return None  # "above the previous five-year average"
    iso = past_interval(dated, int(draft.low or 0), (draft.unit or "").split(" ")[0])
    return with_preposition(low, draft.start, draft.end, iso, sentence, dated) if iso else None


def of_words(
    low: str,
    group: list[Draft],
    others: list[StatedTime],
    matches: list[re.Match[str]],
    sentence: tuple[int, int],
    dated: str | None,
) -> Iterator[StatedTime]:
    """Times in words ("last year", "yesterday") outside of dates and other times."""
    told = [(draft.start, draft.end) for draft in group if draft.kind == "date"]
    told = sorted([*told, *((time.start, time.end) for time in others)])
    for match in matches:
        index = bisect_right(told, (match.start(), sys.maxsize)) - 1
        if index >= 0 and match.start() < told[index][1]:
            continue
        named = told[index + 1] if index + 1 < len(told) else (0, 0)
        if low[match.end() : named[0]] in (", ", " (") and low[slice(*named)].isdigit():
            yield StatedTime(*match.span(), low[slice(*named)], leads=False)
            continue  # "in the previous year, 2022"
        # what cannot be resolved is kept empty: no other time of the sentence is meant
        iso = relative_time(match, low, dated) or ""
        time = with_preposition(low, *match.span(), iso, sentence, dated)
        if time is not None:
            yield time
        if match[1] == "this" and match[2] == "year" and iso[:4].isdigit():
            until = min(sentence[1], match.end() + NEXT_REACH)
            after = max(low.find(word, match.end(), until) for word in NEXT) + 1
            if after:  # "5% this year and 4% next"
                end = after + len("next")
                yield StatedTime(after, end, f"{int(iso[:4]) + 1:04}", leads=False)


def with_preposition(
    low: str, at: int, to: int, iso: str, sentence: tuple[int, int], dated: str | None
) -> StatedTime | None:
    """A time as modified by its preposition; None for the day of a report."""
    start = sentence[0]
    before = low[at - 160 if at - 160 > start else start : at]
    if is_other_day(low, to, iso, before[-60:]):
        return None
    clause = before.rpartition(",")[2]
    lead_in = preposition(before[-24:])
    since = lead_in in SINCE and not OF_A_TIME.search(low, max(start, at - 24), at)
    if since and is_superlative(clause):
        if not low.startswith((" when ", ", when "), to):
            return None  # "the most since 1986" is not about the years since then
        return StatedTime(at, to, iso, leads=True)
    if lead_in in UNTIL and low.startswith(" when ", to):
        return StatedTime(at, to, iso, leads=False, later=True)  # "until 2012 when Roe got 5%"
    if len(iso) == 4 and before.endswith(" from the ") and low[to : to + 1] == " ":
        return None  # "down from the 2017 election": what others are compared to
    if lead_in == "from" and before.endswith(AS_IT_WAS):
        return None  # "unchanged from July": what others are compared to
    began = at - len(clause) <= start and clause.startswith(BEGAN)
    compared = before.endswith(COMPARED) and not low.startswith(("'s", "’s"), to)
    compared = compared or (lead_in == "in" and before.endswith(OF_A_RECORD))
    relative = low.startswith(ENDS_RELATIVE, to)
    aside = began or compared or is_relative(clause) or is_begun(clause) or relative
    opens = low[to : to + 1] in (",", ":") and not (aside or low.startswith(OTHER_CLAUSE, to))
    alone = not before.strip(' \u00a0(“"')
    early = (
        at - start < 24
        and not (began or compared or relative)
        and not (aside and before.count(",") == 1)
    )
    if low[to : to + 1] == " " and low.startswith(A_YEAR_EARLIER, to):  # "in Q3 a year earlier"
        to = low.index(" year ", to) + len(" year ")
        to, iso = to + len(next_word(low, to - 1)), earlier(iso, "year") or ""
    event = SINCE_EVENT.search(clause) if "since" in clause else None
    launched = " launched" in clause and is_launched(clause)
    if event and is_superlative(clause[: event.start()]):
        return None
    if lead_in == "since" and "/" in iso:
        iso = iso.split("/")[0]  # "since March 6-8"
    if "/" not in iso and (is_apart(before) or (since and "Q" in iso and iso > (dated or "X"))):
        iso = ""  # "from the first quarter output", told later in that year
    elif iso and "/" not in iso and (since or event or launched):
        iso = f"{iso}/{dated if dated and is_full(dated) and iso <= dated else '..'}"
    elif iso and "/" not in iso and (lead_in in UNTIL or is_up_to(before)):
        iso = f"../{iso}"
    return StatedTime(at, to, iso, early or alone or opens, is_as_of(before), aside=aside)
