"""The time a figure is about: which date of its sentence, and what that says as ISO 8601."""

import re
from typing import NamedTuple

from tui.figures.draft import Draft
from tui.figures.vocabulary import word_set
from tui.patterns import pattern
from tui.text.dates import back_from, is_full, known_year, week

# One of these stands in whatever `RELATIVE` finds; most sentences are passed over by them.
RELATIVE_WORDS = ("year", "month", "week", "quarter", "decade", "yesterday", "today")
RELATIVE = pattern(
    r"(?<![a-z])(?:(?:(?:the )?(this|last|past|previous|next|same|current)"
    r"|(?<=beginning of )the|(?<=start of )the) (year|month|week"
    r"|quarter|decade)(?![a-z’'-])"
    r"|(yesterday|today)(?![a-z’']))"
)
SINCE = frozenset(["since", "from", "starting"])
UNTIL = frozenset(["by", "until", "till", "through", "before", "to"])
# Words between a preposition and its date: "since the beginning of", "by the end of", "in early".
BETWEEN = word_set("the start beginning end of early late mid fiscal this past")
PREPOSITIONS = word_set(
    """
    in on during of for at over within since from until till by through throughout between after
    before around about year ended ending and to early late mid
    """
)
REPORTED = pattern(
    r"(?<![a-z])(?:said|says|announced|announce|told|reported|reports|conference|according"
    r"|statement|interview"
    r"|published|tweeted|wrote|released|notice|news|updated|speaking|speech|meeting|posted"
    r"|confirmed|revealed|stated)(?![a-z])[^,;.]{0,40}$"
)
RELATIVE_CLAUSE = pattern(
    r"(?<![a-z])(?:which|who|that|whose|whom|where)(?![a-z])"
    r"|^ (?:[a-z]+ed|built|born|made|held|set|sold|bought|won|begun|written) "
)
EARLIER = pattern(r" (?:a|one|the) (?:year|month|week|quarter) (?:ago|before|earlier)")
PAST = pattern(r"(?<![a-z])(?:past|last|previous|recent)(?: \w+)?\s*$")


# "the three months to June", "the year ended March 2021": a span of time and the date it ends on.
ENDING = pattern(r" (?:that )?(?:to|ended|ending|through|up to)(?: on| the end of| in)? ")
SPELL_ENDING = pattern(
    r"(?<![a-z])(?:the |a )?(?:(?:fiscal|financial) )?(year|half|quarter|month|week)"
    r" (?:that )?(?:to|ended|ending|through)(?: on| the end of| in)? $"
)
OF_YEAR = pattern(r" of (?:(?:the year )?((?:19|20)[0-9]{2})(?![0-9])|(this|last|the) year)")
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


# "images from 2017": of that time, not since.
OF_A_TIME = pattern(r"(?<=[a-z]) (?<!starting )(?<!beginning )from $")
# "for four months, from June to September": a comma may stand before a span of time.
APPOSED = (", from ", ", between ", ", ")
OPENING = ("", ",", "(", ";", ":", "“", '"', "—", "–", "\n")


class Mark(NamedTuple):
    """A time in a sentence: its span and the period it says."""

    start: int
    end: int
    period: str
    leads: bool
    as_of: bool = False


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


def find_marks(
    low: str, group: list[Draft], sentence: tuple[int, int], dated: str | None
) -> list[Mark]:
    """The times a sentence states, in order, without those that only say when it was reported."""
    start, end = sentence
    marks: list[Mark] = []

    def add(at: int, to: int, iso: str) -> None:
        before = low[max(start, at - 60) : at]
        if len(iso) == 10 and REPORTED.search(before):
            return  # the day it was said, not the day it was so
        clause = before.rpartition(",")[2]
        opens = low[to : to + 1] in (",", ":") and not RELATIVE_CLAUSE.search(clause)
        aside = before.count(",") == 1 and RELATIVE_CLAUSE.search(clause)  # "The fund, set up in"
        leads = (at - start < 24 and not aside) or not before.strip(' \u00a0(“"') or opens
        tail = before[-24:]
        if not iso or "/" in iso:
            pass
        elif lead(tail) in SINCE and not OF_A_TIME.search(low, max(start, at - 24), at):
            iso = f"{iso}/{dated if is_full(dated) else '..'}"
        elif lead(tail) in UNTIL:
            iso = f"../{iso}"
        marks.append(Mark(at, to, iso, leads, tail.rstrip().endswith("as of")))

    ends: Draft | None = None  # a span of time whose last day or month the next date says
    for draft in group:
        if draft.kind == "date" and draft.date:
            before = low[max(start, draft.start - 24) : draft.start]
            spell = ending_on(low, ends, draft, start)
            if spell:
                marks.append(spell)
                continue
            within = ends is not None and low[ends.end : draft.start] in (" of ", " of the year ")
            if within and ends and first_months(low, ends, dated):
                continue  # "in the first nine months of 2021"
            told = lead(before) in PREPOSITIONS or before.rstrip(" \u00a0-")[-1:] in OPENING
            if told or (len(draft.date) > 4 and not before.endswith(("the ", "a "))):
                add(draft.start, draft.end, draft.date)
        ends = draft if draft.kind == "duration" else None
        opening = first_months(low, draft, dated)
        if opening:
            add(draft.start - len("first "), draft.end, opening)
        if draft.kind == "duration" and PAST.search(
            low[max(start, draft.start - 20) : draft.start]
        ):
            iso = past_interval(dated, int(draft.low or 0), (draft.unit or "").split(" ")[0])
            if iso:
                add(draft.start, draft.end, iso)
    if any(low.find(word, start, end) >= 0 for word in RELATIVE_WORDS):
        for match in RELATIVE.finditer(low, start, end):
            if any(
                draft.start <= match.start() < draft.end for draft in group if draft.kind == "date"
            ):
                continue
            # what cannot be resolved is kept empty: no other time of the sentence is meant
            add(match.start(), match.end(), relative(match, low, dated) or "")
        marks.sort()
    return marks


def first_months(low: str, draft: Draft, dated: str | None) -> str | None:
    """The months that "the first nine months" of a year are.

    >>> text = "in the first nine months of 2021, exports"
    >>> draft = Draft(13, 24, "duration", low=9, high=9, unit="month")
    >>> first_months(text, draft, None), first_months(text[:24], draft, "2020-11-02")
    ('2021-01/2021-09', '2020-01/2020-09')
    """
    if draft.unit != "month" or not low.endswith("first ", 0, draft.start):
        return None
    count = int(draft.low or 0)
    if not 1 < count < 12 or draft.low != draft.high:
        return None
    told = OF_YEAR.match(low, draft.end)
    year = known_year(dated)
    if told and told[1]:
        year = int(told[1])
    elif told and year is not None and told[2] == "last":
        year -= 1
    name = "XXXX" if year is None else f"{year:04}"
    return f"{name}-01/{name}-{count:02}"


def ending_on(low: str, spell: Draft | None, date: Draft, floor: int) -> Mark | None:
    """The time of "the three months to June" or of "the year to March 2021", both ends of it.

    >>> text = "in the three months to june, sales"
    >>> spell = Draft(7, 19, "duration", low=3, unit="month")
    >>> ending_on(text, spell, Draft(23, 27, "date", date="2021-06"), 0).period
    '2021-04/2021-06'
    """
    if spell is not None and spell.unit in MONTHS and ENDING.fullmatch(low, spell.end, date.start):
        months, begin = int(spell.low or 0) * MONTHS[spell.unit], spell.start
    else:
        named = SPELL_ENDING.search(low, max(floor, date.start - 48), date.start)
        if named is None or named[1] == "week":
            return None
        months, begin = MONTHS[named[1]], named.start()
    iso = months_until(date.date or "", months)
    if iso is None:
        return None
    before = low[max(floor, begin - 8) : begin].split()
    return Mark(begin, date.end, iso, begin - floor < 24 or before[-1:] == [","])


def months_until(last: str, count: int) -> str | None:
    """The interval of so many months that ends with a month or with the last days of one.

    >>> months_until("2021-06", 3), months_until("2021-09-30", 6), months_until("2021-03", 12)
    ('2021-04/2021-06', '2021-04-01/2021-09-30', '2020-04/2021-03')
    >>> months_until("XXXX-06", 3), months_until("XXXX-03", 6), months_until("2021-06-12", 3)
    ('XXXX-04/XXXX-06', 'XXXX/XXXX-03', '2021-03-13/2021-06-12')
    """
    if not 0 < count < 1200 or not last[5:7].isdigit() or "/" in last:
        return None
    day = int(last[8:10]) if last[8:10].isdigit() else 31
    if day < 28 and is_full(last):
        begin = back_from(last, count, "month")
        return f"{begin[:8]}{int(begin[8:]) + 1:02}/{last}" if begin else None
    month = int(last[5:7]) - count + 1
    if last[:4].isdigit():
        months = int(last[:4]) * 12 + month - 1
        first = "-01" if is_full(last) else ""
        return f"{months // 12:04}-{months % 12 + 1:02}{first}/{last}"
    return f"XXXX-{month:02}/{last}" if month > 0 else f"XXXX/{last}"


def lead(before: str) -> str:
    """The preposition that leads a date: "since" of "since the beginning of".

    >>> lead("held since the beginning of "), lead("in early "), lead("up to "), lead("")
    ('since', 'in', 'to', '')
    """
    words = before.split()
    while len(words) > 1 and words[-1] in BETWEEN:
        if words[-1] in ("of", "mid", "early", "late") and words[-2] not in BETWEEN | PREPOSITIONS:
            break
        words.pop()
    return words[-1] if words else ""


def relative(match: re.Match[str], low: str, dated: str | None) -> str | None:
    """ "this year", "last month", "the past year" against the document's date.

    >>> def of(text, dated): return relative(RELATIVE.search(text), text, dated)
    >>> of("this year", "2021-10-26"), of("this year", None), of("last month", "2021-01-05")
    ('2021', 'XXXX', '2020-12')
    >>> of("over the past year", "2022-04-15"), of("last year", None)
    ('2021-04-15/2022-04-15', None)
    """
    which, unit = match[1] or "this", match[2]
    year = known_year(dated)
    if match[3]:
        if not is_full(dated) or dated is None:
            return None
        return back_from(dated, int(match[3] == "yesterday"), "day")
    if which == "past" or (
        which == "last" and low[match.start() - 9 : match.start()].endswith(("over ", "over the "))
    ):
        return past_interval(dated, 1, unit)
    if which == "same":
        return None
    step = {"last": -1, "previous": -1, "next": 1}.get(which, 0)
    if unit == "year":
        begins = low[max(0, match.start() - 16) : match.start()].endswith(
            ("beginning of ", "start of ")
        )
        if year is None:
            return ("XXXX-01" if begins else "XXXX") if step == 0 else None
        return f"{year + step}-01" if begins else str(year + step)
    if unit == "month" and dated and year is not None and dated[5:7].isdigit():
        month = year * 12 + int(dated[5:7]) - 1 + step
        return f"{month // 12}-{month % 12 + 1:02}"
    if unit == "quarter" and dated and year is not None and dated[5:7].isdigit():
        quarter = year * 4 + (int(dated[5:7]) - 1) // 3 + step
        return f"{quarter // 4}-Q{quarter % 4 + 1}"
    if unit == "week" and is_full(dated) and dated is not None:
        return week(dated, step)
    return None


def past_interval(dated: str | None, count: int, unit: str) -> str | None:
    """The interval of so many units that ends on the document's date.

    >>> past_interval("2024-05-27", 5, "year"), past_interval(None, 5, "year")
    ('2019-05-27/2024-05-27', None)
    """
    if unit == "hour":
        count, unit = count // 24, "day"
    begin = back_from(dated, count, unit)
    return f"{begin}/{dated}" if begin and count else None


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
