"""The period of a figure: which of the times stated in its sentence applies."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from tui.figures.draft import Draft
from tui.figures.grammar.following_word import next_word
from tui.figures.numbers.number_words import MONEY_SIGN
from tui.figures.tables import words
from tui.figures.times.relative_times import earlier
from tui.figures.times.stated_times import StatedTime, find_stated_times
from tui.figures.times.words_before_times import (
    in_bracket,
    is_of_another,
    is_of_compared,
    is_said,
)
from tui.patterns import pattern

OWN_TIME = 12  # code points after a figure in which the time stands that is its alone
FARTHEST = 400  # code points between a figure and a time after it
MAX_TIMES = 8  # times before a figure that are looked at
TIME_START, TIME_END = attrgetter("start"), attrgetter("end")
TIMELESS = frozenset(["date", "time", "ordinal", "malformed"])
OF_ALL = ("est", "first", "record", "most", "least")
SPANS = frozenset(["year", "month", "week", "quarter", "decade"])
AWAY = frozenset(["before", "after", "later", "earlier", "prior"])
EARLIER = pattern(r",? (?:an?|one|the) (year|month|week|quarter|decade) (?:ago|before|earlier)")
BEGIN_EARLIER = tuple(
    f"{blank}{one} " for blank in (" ", ", ") for one in ("a", "an", "one", "the")
)
# "71 in May, compared with 65 in the same month a year earlier": its time lies before that of 71.
OPENS_NOTE = frozenset("(;,\n")
EARLIER_WORDS = ("ago", "before", "earlier", "pr", "last")
EARLIER_BASE = pattern(
    r"(?<![a-z])(?:(?:an?|one|the) (year|month|quarter) (?:ago|before|earlier)"
    r"|(?:the |its )?(?:previous|prior|preceding) (year|month|quarter)(?![a-z])"
    r"|(?:same|corresponding) (?:period|quarter|month|time|half)(?: of)? last (year)"
    r"|(?:prior|previous)-(year)|(year)-(?:ago|earlier))"
)
# "for four months, from June to September": a comma may are before a span of time.
APPOSED = pattern(
    r"(?:[^,;]{0,40}, (?:as (?:of|at)|since|until|through)|, (?:from|between|in|during|for)|,)"
    r"(?: the (?:start|end) of)? "
)
AFTER_DOING = pattern(r" after [a-z]+ing(?![a-z])")
ONCE = ("at one point ", "at one time ", "at one stage ")  # "at 180p at one point last year"
STILL = ("duration", "measure")
INVOLVING = (["involving"], ["affecting"], ["against"], ["with"])
# "Eight years as a warden, from 2008 to 2016"
SPANNED = pattern(r"[^,;]{0,48}, (?:from|between) ")
# What is not one clause with the time that is before it.
NEW_CLAUSE = (
    ";", ":", "—", " which ", " who ", " whose ", " while ", " whereas ", " but ", " now ",
    ", and ", ", where ", ", although ", ", though ", ", so ", ", yet ", ", or ", ", as ",
    ", after ", ", before ", ", compared ", ", from ", ", than ", ", sending ",
)  # fmt: skip
# Between a figure and a time that is not told of both.
PARTING = (
    ",", ";", ":", "—", "–", " which ", " who ", " whose ", " that ", " than ", " compared ",
    " from ", " to ", " after ", " before ", " while ", " but ", " when ", " as ", " and ", " or ",
    " with ",
)  # fmt: skip
# "Were 293 while arrivals in 2004": another clause, but not "hurt while working in May".
PARTED = pattern(r" (?:while|whereas) (?![a-z]+ing[ ,])")
# "A 5% drop on the previous year": the time of what it is compared to.
COMPARES = (" on ", " over ", " than ", " versus ", " against ")
WHO = pattern(r" (?:who|which|that|whose) ")
SINCE_THEN = (" and, as of ", ", and as of ", " and as of ")  # "was 6.6 and, as of May, 12 were"
OF_WHOM = (", who ", ", which ", ", whose ")
MOVES = ("rise", "fall", "drop", "increase", "decline", "gain", "loss")
# "up 3%, arson 4% and theft by 5% in May": a list of which the time is said once.
LISTED = pattern(
    r"(?: (?:[a-z'-]|’{1}|(?<=[ .][a-z])\.)+){0,6}?(?:,| and|, and| or)"
    r"(?: (?!from |than |against |compared |versus |up |down |after |following )"
    rf"(?:[a-z'-]|’{{1}})+){{0,4}} {MONEY_SIGN}?"
)


def add_periods(
    low: str, group: list[Draft], sentence: tuple[int, int], dated: str | None, timed: bool = True
) -> None:
    """Sets `period` of the figures of one sentence; `timed`: it has one of `TIME_WORDS`.

    >>> text = "from january to september this year, 262,000 cases were solved."
    >>> date = Draft(5, 35, "date", date="2021-01/2021-09")
    >>> count = Draft(37, 44, "count", noun_end=50)
    >>> add_periods(text, [date, count], (0, len(text)), "2021-10-26")
    >>> count.period
    '2021-01/2021-09'
    """
    figures = [draft for draft in group if draft.kind not in TIMELESS]
    times = find_stated_times(low, group, sentence, dated, timed) if figures else []
    if not times:
        return
    bases = [
        draft.base
        for draft in figures
        if draft.base[1] and not low.endswith("since ", 0, draft.base[0])
    ]
    free = outside(low, times, bases) if bases else times
    for at, draft in enumerate(figures):
        own = within(low, times, draft, figures[max(0, at - 3) : at]) if bases else None
        draft.period = choose(low, at, figures, free if own is None else own, sentence[1])
    for draft in figures:
        if draft.compared is not None and draft.period:
            begin, end = draft.compared.end, max(draft.base)
            may_be = any(map(low[begin:end].__contains__, EARLIER_WORDS))
            told = EARLIER_BASE.search(low, begin, end) if may_be else None
            if told:
                unit = next(filter(None, told.groups()))
                draft.compared.period = earlier(draft.period, unit)


def outside(low: str, times: list[StatedTime], bases: list[tuple[int, int]]) -> list[StatedTime]:
    """The times that do not belong to the base of a comparison.

    "Up 5% in May, compared with a rise of 2% in March": March belongs to the 2% only. "Up 5% over
    2005, when it was 32%": 2005 belongs to what follows.
    """
    free = []
    starts = [start for start, _ in bases]
    for time in times:
        index = bisect_right(starts, time.start) - 1
        if index < 0 or time.start >= bases[index][1]:
            free.append(time)
        elif low.startswith((", when ", " when ", ", which "), time.end):
            free.append(time._replace(later=True))
    return free


def within(
    low: str, times: list[StatedTime], draft: Draft, before: list[Draft]
) -> list[StatedTime] | None:
    """The times within the base of a comparison, if the figure is in it and it has its own."""
    for start, end in (each.base for each in before):
        of_base = low[end : draft.start] == " of "  # "than May's figure of 408"
        if start <= draft.start < end + 3 or of_base:  # "from May 2022 ($408)"
            first = bisect_left(times, start, key=TIME_START)
            reach = end if draft.start < end else draft.end + OWN_TIME
            inside = times[first : bisect_left(times, reach, key=TIME_START)]
            came_from = low.endswith("from ", 0, start)
            if came_from and inside and inside[0].start == start:  # not "from then on"
                inside[0] = inside[0]._replace(period=inside[0].period.split("/")[0])
            if inside or came_from:
                return inside
    return None


def choose(
    low: str, at: int, figures: list[Draft], times: list[StatedTime], sentence_end: int
) -> str | None:
    """The period of a figure: the time directly after it, else a leading one, else the last before
    it."""
    draft = figures[at]
    if draft.kind == "duration" and next_word(low, draft.end) in AWAY:
        return None  # "almost two weeks before"
    if draft.kind == "duration" and is_of_all(low[max(0, draft.start - 48) : draft.start]):
        return None
    end = draft.end if draft.end > draft.noun_end else draft.noun_end
    told = EARLIER.match(low, end) if is_earlier(low, end) else None
    time = None if told else time_after(low, at, figures, times, sentence_end)
    time = time or time_before(low, draft, times)
    if time is None or not told:
        return stated(draft, time) if time else None
    return earlier(time.period, told[1])


def is_of_all(ahead: str) -> bool:
    """Whether something is the most, or first, in a time: "the lowest price in nearly".

    >>> is_of_all("the lowest price in nearly "), is_of_all("the price in nearly ")
    (True, False)
    """
    *words, blank = ahead.split(" ")
    if blank or len(words) < 2:
        return False
    for at in (len(words) - 1, len(words) - 2):  # of "in" or "for"
        if words[at] in ("in", "for"):
            for back in range(at - 1, max(at - 6, -1), -1):
                if words[back].endswith(OF_ALL):
                    return True
                if not (words[back].isalpha() and words[back].isascii()):
                    break
        if not (words[at].isalpha() and words[at].isascii()):
            break
    return False


def is_earlier(low: str, at: int) -> bool:
    """Whether "a year" or the like is at `at`: "12 a year earlier", "12, one month before".

    >>> is_earlier("12 a year ago", 2), is_earlier("12 a tonne", 2), is_earlier("12, a week ago", 2)
    (True, False, True)
    """
    return low.startswith(BEGIN_EARLIER, at) and next_word(low, low.index(" ", at + 2)) in SPANS


def time_after(
    low: str, at: int, figures: list[Draft], times: list[StatedTime], sentence_end: int
) -> StatedTime | None:
    """The next time after a figure, if it can belong to it."""
    draft = figures[at]
    end = draft.end if draft.end > draft.noun_end else draft.noun_end
    index = bisect_left(times, end, key=TIME_START)
    if index == len(times) or times[index].start - end > FARTHEST or times[index].later:
        return None
    time = times[index]
    if low.startswith(" being ", time.end):
        return None  # "a 75 ft boat, with Monday being a holiday"
    if low.startswith(": ", time.end) and low[time.start - 1] in OPENS_NOTE:
        return None  # "lost 24 million (2018: 12 million)": the time of the next figure
    between = low[end : time.start].replace(", respectively,", "")
    comma = low[time.end : time.end + 1] == ","
    closes = time.end + 3 > sentence_end or low[time.end] == ";"
    chain = [draft]
    for each in itertools.islice(figures, at + 1, None):
        if each.start >= time.start:
            break
        converted = low[each.start - 2 : each.start] == " (" and low.startswith(")", each.end)
        if each.start < end or converted or low.startswith(ONCE, each.start - len("at ")):
            continue  # "1,069 kg (2,357 lb) in May"
        if each.kind != "duration" or draft.kind == "duration":
            chain.append(each)  # but "fell 250 points in the first hour of Monday"
    if len(chain) > 1:
        if any(map(between.__contains__, OF_WHOM)):
            return None  # "three of the five men, one of them in a hut, who left in May"
        near = time.start - max(chain[-1].end, chain[-1].noun_end) < 60
        over = closes or comma or low[time.end] == ")"
        if not near:
            return None
        told_of_all = over and draft.kind != "duration" and one_clause(between)
        return time if told_of_all or shared(low, chain, over) else None
    spanned = draft.kind == "duration" and "/" in time.period and SPANNED.fullmatch(between)
    if ";" in between or " – " in between or between.endswith(SINCE_THEN):
        return None
    if ", " in between and not spanned and not APPOSED.fullmatch(between):
        return None
    if (" while " in between or " whereas " in between) and PARTED.search(between):
        return None
    if len(between) > (200 if closes else 90) or after_a_move(between):
        return None
    if draft.change and len(time.period) in (4, 7) and between.endswith(COMPARES):
        return None
    if "/" not in time.period and is_of_another(between):
        return None
    if " than " in between and draft.kind in STILL and is_of_compared(between):
        return None
    if between.endswith((" and on ", " and in ")) and low[time.end : time.end + 1] == " ":
        return None  # "85% voted yes and on Friday the council met"
    plain = " and " not in between[:-4]
    return time if closes or plain or (comma and not WHO.search(between)) else None


def after_a_move(between: str) -> bool:
    """Whether a time belongs to another move: "5% after a fall in May"."""
    for word in (" after ", " following "):
        _, found, behind = between.partition(word)
        first, *others = behind.split()[:3] or [""]
        named = others if first in ("a", "an", "the") else [first, *others[:1]]
        if found and any(each.startswith(MOVES) for each in named):
            return True
    return False


def time_before(low: str, draft: Draft, times: list[StatedTime]) -> StatedTime | None:
    """The last time before the figure that is in its clause, or leads the sentence."""
    index = bisect_right(times, draft.start, key=TIME_END)
    for time in reversed(times[max(0, index - MAX_TIMES) : index]):
        between = low[time.end : draft.start]
        if between.startswith(" to ") and is_of_origin(low, time.start):
            continue
        if ")" in between and in_bracket(low, draft.sentence[0], time.start, between):
            continue  # "(in 2020: 5 million), a share of 3%"
        still = (draft.kind == "duration" and " per " not in (draft.unit or "")) or (
            draft.kind == "measure" and between[:1] != "," and between[-1:] != "("
        )
        lasting = still and between.find(",", 1) > 0  # an age, a height
        if time.leads and not lasting and not is_said(between):
            if " after " in between and AFTER_DOING.search(between):
                continue  # "On Monday he was jailed after selling 50 hens"
            return time
        near = "," not in between and ";" not in between
        if time.aside and " and " in between:
            continue  # "it was founded in 1990 and employs 500"
        if between.startswith((", which ", ", when ", ", where ")):
            near = between.count(",") == 1  # "on Friday, when 50 were hurt"
        far = lasting or time.aside or any(map(between.__contains__, NEW_CLAUSE))
        if near or not far:
            return time
    return times[0] if index > MAX_TIMES and times[0].leads else None


def is_of_origin(low: str, at: int) -> bool:
    """Whether a time belongs to what something came from: "from 120 in 2019 to 98".

    >>> is_of_origin("rose from 120 in 2019", 17), is_of_origin("rose from may", 10)
    (True, False)
    """
    _, came, amount = low[max(0, at - 40) : at].rpartition(" from ")
    return bool(came) and any(map(str.isdigit, amount))


def shared(low: str, chain: Sequence[Draft], closes: bool) -> bool:
    """Whether figures are in one list, so that a time after the last applies to all.

    "262 cases solved and 373 people arrested from May to June".
    """
    for first, second in itertools.pairwise(chain):
        gap = low[max(first.end, first.noun_end) : second.hedge_start or second.start]
        parts = gap.split()
        part = parts in (["of"], ["of", "the"]) and first.kind == second.kind
        if part or (parts == ["to"] and first.change):
            continue  # "1% to 3.3 million seats in May", "2% of the 5% in May"
        if len(parts) <= 3 and parts[-1:] in (["and"], ["or"]):
            continue
        if closes and len(parts) <= 8 and parts[-2:-1] == ["and"] and parts[-1].endswith("ed"):
            continue  # "solved 155 cases and arrested 145 men in May"
        if first.kind != second.kind:
            return False
        if parts in INVOLVING:
            continue  # "46,000 cases involving 82,000 men in May"
        if not closes or not LISTED.fullmatch(gap) or acts(parts):
            return False
    return True


def one_clause(between: str) -> bool:
    """Whether nothing between a figure and a time separates them.

    >>> one_clause(" ferries for 3 million crowns in "), one_clause(" men who caught 3 eels in ")
    (True, False)
    """
    return len(between) < 120 and not any(map(between.__contains__, PARTING))


def acts(parts: list[str]) -> bool:
    """Whether there is a verb between two figures of a list."""
    verbs = words()["verb"]
    return any(part.strip(",") in verbs for part in parts)


def stated(draft: Draft, time: StatedTime) -> str | None:
    """ "As of May" a count is the sum until then; a price or a share is the value at that time."""
    if time.as_of and time.period and draft.kind == "count" and "/" not in time.period:
        return f"../{time.period}"
    return time.period or None
