"""Relative times: durations that end at a date, and times relative to the document's date.

"The three months to June", "the first nine months", "the past year", "last month", "yesterday".
"""

import re

from tui.figures.draft import Draft
from tui.figures.grammar.following_word import last_word
from tui.patterns import pattern
from tui.text.dates import back_from, is_full, known_year, week

RELATIVE = pattern(
    r"(?<![a-z])(?:(?:(?:the )?(this|last|past|previous|prior|next|same|current"
    r"|corresponding)"
    r"|(?<=beginning of )the|(?<=start of )the|(?<=turn of )the) (year|month|week"
    r"|quarter|decade)(?![a-z-])(?![’'](?!s (?:[a-z]+ )?[a-z]+ of ))"
    r"|(yesterday|today)(?![a-z']|’{1})|(?:a|one) (year|month|week) (ago)(?![a-z])"
    r"|(?:the )?(?:same|corresponding) period"
    r"(?! (?:last|(?:of|in)(?! (?:19|20)[0-9]{2})|a|the|from|as|one|to|year)(?![a-z])))"
)
# What each of them has in it.
TIME_MARKERS = (
    " year", " month", " week", " quarter", " decade", "today", "yesterday", " period",
)  # fmt: skip
# One of these is in every text with such a time.
TIME_WORDS = frozenset(b"year month week quarter decade today yesterday period".split())
PAST_WORDS = ("past", "last", "previous", "recent")
PAST = pattern(rf"(?<![a-z])(?:{'|'.join(PAST_WORDS)})(?: \w+)?\s*$")
# "the three months to June", "the year ended March 2021": a span of time and the date it ends on.
ENDS = (" to ", " that ", " end", " through ", " up to ")
ENDING = pattern(
    r" (?:that )?(?:to|ended|ending|through|up to)(?: on| (?:the )?end of| end| in| last)? "
)
ENDED = frozenset(["to", "ended", "ending", "through"])
DURATION_ENDING = pattern(
    r"(?<![a-z])(?:the |a )?(?:(?:fiscal|financial) )?(year|half|quarter|month|week)"
    r" (?:that )?(?:to|ended|ending|through)(?: on| (?:the )?end of| in| last)? $"
)
OF_YEARS = (" of the year", " of this year", " of last year", " of 19", " of 20")
FISCAL = (
    " of the fiscal",
    " of the financial",
    " of its fiscal",
    " of its financial",
    " of fiscal",
)
OF_YEAR = pattern(r" of (?:(?:the year )?((?:19|20)[0-9]{2})(?![0-9])|(this|last|the) year)")
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
SPANS = {"week", *MONTHS}


def first_months(low: str, draft: Draft, dated: str | None) -> str | None:
    """The interval of "the first nine months" of a year.

    >>> text = "in the first nine months of 2021, exports"
    >>> draft = Draft(13, 24, "duration", low=9, high=9, unit="month")
    >>> first_months(text, draft, None), first_months(text[:24], draft, "2020-11-02")
    ('2021-01/2021-09', '2020-01/2020-09')
    >>> quarters = Draft(13, 27, "duration", low=3, high=3, unit="quarter")
    >>> first_months("in the first three quarters of 2021, exports", quarters, None)
    '2021-01/2021-09'
    """
    if draft.unit != "month" and draft.unit != "quarter":
        return None
    first = low.endswith("first ", 0, draft.start)
    if not (first or low.endswith(("last ", "final "), 0, draft.start)):
        return None
    count = int(draft.low or 0) * (3 if draft.unit == "quarter" else 1)
    if not 1 < count < 12 or draft.low != draft.high:
        return None
    if low.startswith(FISCAL, draft.end):
        return None
    told = OF_YEAR.match(low, draft.end) if low.startswith(OF_YEARS, draft.end) else None
    year = known_year(dated)
    if told and told[1]:
        year = int(told[1])
    elif told and year is not None and told[2] == "last":
        year -= 1
    elif not told and year is not None and dated and dated[5:7].isdigit():
        year -= int(dated[5:7]) < count  # they are over when it is said
    name = "XXXX" if year is None else f"{year:04}"
    if first:
        return f"{name}-01/{name}-{count:02}"
    return f"{name}-{13 - count:02}/{name}-12" if told else None


def is_past(low: str, floor: int, start: int) -> bool:
    """Whether the words before a duration say that it is over now: "the past two years".

    >>> is_past("in the past two", 0, 12), is_past("it took two", 0, 8)
    (True, False)
    """
    ahead = low[floor:start]
    for word in PAST_WORDS:
        if word in ahead:
            return PAST.search(low, floor, start) is not None
    return False


def ending_on(
    low: str, spell: Draft | None, date: Draft, floor: int, dated: str | None
) -> tuple[int, str] | None:
    """The start of "the three months to June" or "the year to March 2021", and its interval.

    >>> text = "in the three months to june, sales"
    >>> spell = Draft(7, 19, "duration", low=3, unit="month")
    >>> ending_on(text, spell, Draft(23, 27, "date", date="2021-06"), 0, None)
    (7, '2021-04/2021-06')
    """
    if (
        spell is not None
        and spell.unit in MONTHS
        and low.startswith(ENDS, spell.end)
        and ENDING.fullmatch(low, spell.end, date.start)
    ):
        months, begin = int(spell.low or 0) * MONTHS[spell.unit], spell.start
    else:
        begin = max(floor, date.start - 48)
        ahead = low[begin : date.start].split()[-6:]
        may_be = not (ENDED.isdisjoint(ahead) or SPANS.isdisjoint(ahead))
        named = DURATION_ENDING.search(low, begin, date.start) if may_be else None
        if named is None:
            return None
        if named[1] == "week":
            begin_day = back_from(date.date, 6, "day")
            return (named.start(), f"{begin_day}/{date.date}") if begin_day else None
        months, begin = MONTHS[named[1]], named.start()
    iso = months_until(date.date or "", months)
    if (
        iso
        and dated
        and iso.rpartition("/")[2] > dated
        and not low[date.end - 4 : date.end].isdigit()
    ):
        iso = earlier(iso, "year") or iso  # it is over when it is said
    return (begin, iso) if iso else None


def months_until(last: str, count: int) -> str | None:
    """The interval of `count` months that ends with a month, or with its last days.

    >>> months_until("2021-06", 3), months_until("2021-09-30", 6), months_until("2021-03", 12)
    ('2021-04/2021-06', '2021-04-01/2021-09-30', '2020-04/2021-03')
    >>> months_until("XXXX-06", 3), months_until("XXXX-03", 6), months_until("2021-06-12", 3)
    ('XXXX-04/XXXX-06', 'XXXX/XXXX-03', '2021-03-13/2021-06-12')
    """
    if not 0 < count < 1200 or not last[5:7].isdigit() or "/" in last:
        return None
    ends = 28 if last[5:7] == "02" else 30 if last[5:7] in ("04", "06", "09", "11") else 31
    if is_full(last) and int(last[8:]) < ends:
        begin = back_from(last, count, "month")
        return f"{begin[:8]}{int(begin[8:]) + 1:02}/{last}" if begin else None
    month = int(last[5:7]) - count + 1
    if last[:4].isdigit():
        months = int(last[:4]) * 12 + month - 1
        first = "-01" if is_full(last) else ""
        return f"{months // 12:04}-{months % 12 + 1:02}{first}/{last}"
    return f"XXXX-{month:02}/{last}" if month > 0 else f"XXXX/{last}"


def relative_times(low: str, start: int, end: int) -> list[re.Match[str]]:
    """Where words between `start` and `end` tell a time, in order.

    The word that all of them end with is found first: most sentences have none, and to try the
    pattern everywhere takes ten times as long.

    >>> text = "a 2-year high, up on the past year, or yesterday"
    >>> [match[0] for match in relative_times(text, 0, len(text))]
    ['the past year', 'yesterday']
    """
    sentence = low[start:end]
    places = []
    for word in TIME_MARKERS:
        if word in sentence:
            at = low.find(word, start, end)
            while at >= 0:
                places.append(at)
                at = low.find(word, at + 1, end)
    if not places:
        return []
    found = (relative_at(low, at, start, end) for at in sorted(places))
    return [match for match in found if match]


def relative_at(low: str, at: int, start: int, end: int) -> re.Match[str] | None:
    """The time that words tell with a unit behind the space at `at`, or with the word there."""
    if low[at] == " ":
        ahead = low[max(start, at - 14) : at]
        at -= len(last_word(ahead))  # "past" of "the past year"
    article = low.startswith("the ", at - 4) and at - 4 >= start
    match = RELATIVE.match(low, at - 4, end) if article else None
    return match or RELATIVE.match(low, at, end)


def relative_time(match: re.Match[str], low: str, dated: str | None) -> str | None:
    """ "this year", "last month", "the past year", resolved against the document's date.

    >>> def of(text, dated): return relative_time(RELATIVE.search(text), text, dated)
    >>> of("this year", "2021-10-26"), of("this year", None), of("last month", "2021-01-05")
    ('2021', 'XXXX', '2020-12')
    >>> of("over the past year", "2022-04-15"), of("last year", None)
    ('2021-04-15/2022-04-15', None)
    """
    which, unit = match[1] or "this", match[2]
    year = known_year(dated)
    if match[5]:
        if low.endswith(("over ", "than ", "about ", "nearly ", "almost "), 0, match.start()):
            return None
        return ago(dated, 1, match[4])
    if match[3]:
        if not is_full(dated) or dated is None:
            return None
        return back_from(dated, int(match[3] == "yesterday"), "day")
    if which == "past" or (
        which == "last" and low[match.start() - 9 : match.start()].endswith(("over ", "over the "))
    ):
        return past_interval(dated, 1, unit)
    if which in ("same", "corresponding"):
        return None
    step = {"last": -1, "previous": -1, "prior": -1, "next": 1}.get(which, 0)
    if unit == "year":
        begins = low[max(0, match.start() - 16) : match.start()].endswith(
            ("beginning of ", "start of ", "turn of ")
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


def ago(dated: str | None, count: int, unit: str) -> str | None:
    """The year, month, week or day `count` units before the document's date.

    >>> [ago("2024-05-27", 2, unit) for unit in ("year", "month", "week", "day", "hour")]
    ['2022', '2024-03', '2024-W20', '2024-05-25', None]
    >>> ago("2024", 2, "year"), ago(None, 2, "year"), ago("2024", 2, "month")
    ('2022', None, None)
    """
    year = known_year(dated)
    if unit == "year":
        return str(year - count) if year is not None and 0 < count < year - 999 else None
    if unit == "week":
        return week(dated, -count)
    day = back_from(dated, count, unit) if unit in ("month", "day") else None
    return day[:7] if day and unit == "month" else day


def past_interval(dated: str | None, count: int, unit: str) -> str | None:
    """The interval of `count` units that ends on the document's date.

    >>> past_interval("2024-05-27", 5, "year"), past_interval(None, 5, "year")
    ('2019-05-27/2024-05-27', None)
    """
    if unit == "hour":
        count, unit = count // 24, "day"
    begin = back_from(dated, count, unit)
    return f"{begin}/{dated}" if begin and count else None


def in_year(iso: str, year: str) -> str | None:
    """The same time of another year, if it lies within one.

    >>> in_year("2021-Q3", "2020"), in_year("2021-01/2021-06", "2019"), in_year("2021/..", "2019")
    ('2020-Q3', '2019-01/2019-06', None)
    """
    parts = iso.split("/")
    within = len({part[:4] for part in parts}) == 1 and len(iso) > 4
    return "/".join(year + part[4:] for part in parts) if within else None


def earlier(iso: str, unit: str) -> str | None:
    """The time a year, a quarter or a month before another.

    >>> earlier("2021-04/2021-06", "year"), earlier("2021-01", "month"), earlier("2021-Q1", "year")
    ('2020-04/2020-06', '2020-12', '2020-Q1')
    >>> earlier("2021-Q1", "quarter"), earlier("XXXX-04", "year"), earlier("../2021", "year")
    ('2020-Q4', None, None)
    """
    if ".." in iso or not iso[:4].isdigit():
        return None
    if unit in ("year", "decade"):
        years = 1 if unit == "year" else 10
        return "/".join(f"{int(part[:4]) - years:04}{part[4:]}" for part in iso.split("/"))
    year = int(iso[:4])
    if unit == "month" and len(iso) == 7 and iso[5:].isdigit():
        months = year * 12 + int(iso[5:]) - 2
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "quarter" and iso[4:6] == "-Q":
        quarters = year * 4 + int(iso[6]) - 2
        return f"{quarters // 4:04}-Q{quarters % 4 + 1}"
    return None
