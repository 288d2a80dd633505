"""Parsers for dates that start with a word: a month, a weekday, "third quarter"."""

import re

from tui.text.dates_basics import (
    RECORD,
    TWO_DIGITS,
    DateSpan,
    day_of,
    is_full,
    nearest_year,
    which_year,
    word_before,
    year_in_words,
)
from tui.text.dates_digits import at_digit
from tui.text.dates_patterns import (
    AND_WEEKDAY,
    BEFORE_MONTH,
    DASHES,
    JOINS_MONTHS,
    MONTH_ALONE,
    MONTH_DAY,
    MONTH_TO_MONTH,
    MONTH_YEAR,
    MONTHS,
    MONTHS_THAT_ARE_WORDS,
    NAMED_DAYS,
    NAMED_MAY,
    NO_FIRST_NAME,
    REPORTED_OF_MONTH,
    TO_THE_PAST,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
)

NAMED_BEFORE = 4000  # code points
LONGEST_MONTH = 10  # code points: "september" and the space behind it


def at_month(text: str, low: str, start: int, dated: str | None) -> DateSpan | None:
    name, blank, _ = low[start : start + LONGEST_MONTH].partition(" ")
    end = stop = start + len(name)
    if not blank or name not in MONTHS:
        alone = MONTH_ALONE.match(low, start)
        if alone is None:
            return None
        name, end, stop = alone[1], alone.end(1), alone.end()
    month = MONTHS.get(name)
    if month is None:
        return None
    capital = text[start].isupper()
    if not capital and name in ("may", "march", "mar", "august"):
        return None
    following = low[end : end + 1]
    before = "mid" if low.endswith("mid-", 0, start) else word_before(low, start)
    past = before in TO_THE_PAST
    if following and following in " \u00a0.,-/–—":
        for pattern in _forms(low[end : end + 16]):
            found = pattern.match(low, stop)
            if found:
                if pattern is MONTH_TO_MONTH:  # "a cut for May and June" is to come
                    past = before != "for"
                span = _from_month(start, pattern, found, month, dated, past)
                if span:
                    return span
        which = WHICH.match(low, stop)
        if which:
            return DateSpan(start, which.end(), f"{which_year(which[1], dated)}-{month:02}")
    if name == "may" and _is_person(text, low, start, end):
        return None
    if not capital and name not in (
        "january",
        "february",
        "september",
        "october",
        "november",
        "december",
    ):
        return None
    if name in MONTHS_THAT_ARE_WORDS and before not in BEFORE_MONTH:
        if name == "may" and before and not before.endswith(("'s", "’s", ".")):
            return None
        if not text[end + 1 : end + 2].islower() or not _is_reported_of(low, end):
            return None
    past = before in TO_THE_PAST
    if name in ("jan", "feb", "aug", "sept", "oct", "nov", "dec"):
        end = stop
    iso = f"{nearest_year(month, None, dated, past)}-{TWO_DIGITS[month]}"
    return RECORD(DateSpan, (start, end, iso))


def _forms(behind: str) -> tuple[re.Pattern[str], ...]:
    """The patterns to try for what follows a month; most often that is a day.

    >>> [each in _forms(" to june") for each in (MONTH_TO_MONTH, MONTH_DAY)]
    [True, True]
    >>> [each in _forms(" 2021, as") for each in (MONTH_TO_MONTH, MONTH_DAY, MONTH_YEAR)]
    [False, False, True]
    """
    year = behind[1:5]
    forms = (MONTH_YEAR,) if len(year) == 4 and year.isdigit() else (MONTH_DAY, MONTH_YEAR)
    may_join = "t" in behind or "and" in behind  # as one of these is in each such word
    joined = may_join and not JOINS_MONTHS.isdisjoint(behind.split())
    for dash in DASHES:
        joined = joined or dash in behind
    return (MONTH_TO_MONTH, *forms) if joined else forms


def _is_person(text: str, low: str, start: int, end: int) -> bool:
    """Whether "May" is somebody who was named before: "Ann May ... the critics of May's plan".

    >>> text = "Ann May left. To critics of May's plan, May sales were fine."
    >>> [_is_person(text, text.lower(), at, at + 3) for at in (28, 40)]
    [True, False]
    """
    if not low.startswith(("'s", "’s"), end):
        return False  # nearly all
    return any(
        found[1].lower() not in NO_FIRST_NAME
        for found in NAMED_MAY.finditer(text, max(0, start - NAMED_BEFORE), start)
    )


def _is_reported_of(low: str, end: int) -> bool:
    """Whether one of the next three words is something reported monthly: "June car sales".

    >>> _is_reported_of("june car sales, and", 4), _is_reported_of("june, sales", 4)
    (True, False)
    """
    glued, *words = low[end : end + 60].split(" ", 4)
    for word in () if glued else words[:3]:
        if word.rstrip(",.;:)") in REPORTED_OF_MONTH:
            return True
        if not word.replace("-", "").isalpha():
            break
    return False


def _from_month(
    start: int,
    pattern: re.Pattern[str],
    found: re.Match[str],
    month: int,
    dated: str | None,
    past: bool,
) -> DateSpan | None:
    end = found.end()
    if pattern is MONTH_DAY:
        day, last_month, last_day, year = found.groups()
        if year is None:
            which, end = year_in_words(found)
            year = which_year(which, dated) if which else nearest_year(month, int(day), dated, past)
        iso = day_of(year, month, int(day))
        if iso and last_day:
            last = MONTHS.get(last_month, 0) if last_month else month
            until = day_of(year, last, int(last_day))
            iso = f"{iso}/{until}" if until else None
        return RECORD(DateSpan, (start, end, iso)) if iso else None
    if pattern is MONTH_TO_MONTH:
        year_1, last_name, year = found.groups()
        last = MONTHS.get(last_name, 0)
        if not last:
            return None
        if year is None:
            which, end = year_in_words(found)
            year = which_year(which, dated) if which else nearest_year(last, None, dated, past)
        first_year = year_1 or (year if month <= last or not year.isdigit() else str(int(year) - 1))
        day = found.string[found.start(2) - 3 : found.start(2)].strip()
        if day.isdigit() and " and " in found[0]:
            return None  # "in May and 12 June": two dates
        until = day_of(year, last, int(day)) if day.isdigit() else f"{year}-{last:02}"
        return DateSpan(start, end, f"{first_year}-{month:02}/{until}") if until else None
    return RECORD(DateSpan, (start, end, f"{found[1]}-{TWO_DIGITS[month]}"))


def at_weekday(text: str, low: str, start: int, dated: str | None) -> DateSpan | None:
    found = WEEKDAY.match(low, start)
    if found is None:
        return None
    if found[2] and found.end() < len(low):
        reader = at_digit if low[found.end()].isdigit() else at_month
        rest = reader(text, low, found.end(), dated)
        if rest and len(rest.iso) >= 10 and (low[found.end()] in "jfmasond0123456789"):
            return DateSpan(start, rest.end, rest.iso)
    if not is_full(dated) or not text[start].isupper() or dated is None:
        return None
    from tui.text.dates_calendar import weekday_near  # its import takes 3 ms

    before = word_before(low, start)
    if before in NAMED_DAYS and text[start - len(before) - 1].isupper():
        return None  # "Super Tuesday": not the last one
    back = -1 if before in ("next", "coming", "upcoming") else 0
    if low.startswith((" (tom", ", tom"), found.end(1)):
        back = -1  # "on Saturday (tomorrow)"
    until = AND_WEEKDAY.match(low, found.end(1)) if before == "between" else None
    if until:  # "between Saturday and Wednesday morning"
        last = weekday_near(dated, WEEKDAYS[until[1]])
        first = weekday_near(last, WEEKDAYS[found[1]]) if last else None
        return DateSpan(start, until.end(), f"{first}/{last}") if first else None
    day = weekday_near(dated, WEEKDAYS[found[1]], back)
    if before in ("last", "previous") and day == dated:
        day = weekday_near(dated, WEEKDAYS[found[1]], 1)
    return DateSpan(start, found.end(1), day) if day else None
