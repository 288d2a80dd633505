"""Shared parts of the date parsers: the span they return, and inferring years that are not
stated."""

import re
from typing import NamedTuple

from tui.text.dates_patterns import FULL, WHICH

TWO_DIGITS = tuple(f"{number:02}" for number in range(32))


class DateSpan(NamedTuple):
    """A date in a text: `text[start:end]`, and its value in ISO 8601 with X for unknown parts."""

    start: int
    end: int
    iso: str


RECORD = tuple.__new__  # a span of its fields, in order, in half the time


def is_full(dated: str | None) -> bool:
    """Whether a document's date is known to the day."""
    return dated is not None and FULL.fullmatch(dated) is not None


def known_year(dated: str | None) -> int | None:
    """The year of a document's date, or None."""
    return int(dated[:4]) if dated and dated[:4].isdigit() else None


def nearest_year(month: int, day: int | None, dated: str | None, past: bool = False) -> str:
    """The year in which a month or day is nearest to the document's date, or not after it if
    `past`.

    >>> nearest_year(12, None, "2020-01-05"), nearest_year(3, 29, "2019-02-01")
    ('2019', '2019')
    >>> nearest_year(5, 1, None)
    'XXXX'
    """
    year = known_year(dated) if dated is not None else None
    if year is None or dated is None:
        return "XXXX"
    here_month = dated[5:7]
    if not here_month.isdigit():
        return str(year)
    here = int(here_month) * 31 + (int(dated[8:10]) if dated[8:10].isdigit() else 15)
    there = month * 31 + (day or 15)
    if past:
        late = there > here + (0 if day else 15)
        return str(year - 1 if late else year)
    gap = there - here
    if gap > 217:  # seven months ahead: more likely five behind
        return str(year - 1)
    if gap < -217:
        return str(year + 1)
    return str(year)


def year_of_quarter(number: int, dated: str | None) -> str:
    """The year of a quarter without one: the last one that has started, or the next one."""
    year = known_year(dated)
    if year is None or dated is None or not dated[5:7].isdigit():
        return "XXXX"
    current = (int(dated[5:7]) + 2) // 3
    if number == 1 and dated[5:7] == "12":
        return str(year + 1)
    return str(year - 1 if number > current + 1 else year)


def full_year(written: str | None) -> str:
    """A year in four digits; two digits above 60 are in the 20th century. `XXXX` for None.

    >>> full_year("2023"), full_year("'23"), full_year("98"), full_year(None)
    ('2023', '2023', '1998', 'XXXX')
    """
    if written is None:
        return "XXXX"
    digits = written.lstrip("'’")
    if len(digits) == 4:
        return digits
    return ("19" if int(digits) > 60 else "20") + digits


def which_year(which: str, dated: str | None) -> str:
    """The year that "last", "next" or "this" year is, or `XXXX`."""
    year = known_year(dated)
    if year is None or which in ("the same", "the previous", "the following"):
        return "XXXX"
    return str(year + {"last": -1, "next": 1}.get(which, 0))


def year_in_words(date: re.Match[str]) -> tuple[str | None, int]:
    """Which year the words after a date say, and the end of both."""
    told = WHICH.match(date.string, date.end())
    return (told[1], told.end()) if told else (None, date.end())


def day_of(year: str, month: int, day: int) -> str | None:
    """A date in ISO 8601; None if there is no such day."""
    if not 1 <= month <= 12:
        return None
    if day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    return f"{year}-{TWO_DIGITS[month]}-{TWO_DIGITS[day]}"


def word_before(low: str, start: int) -> str:
    """The word directly before an offset, or ""."""
    if not start or low[start - 1] not in " \u00a0\n":
        return ""
    before = low[start - 12 if start > 12 else 0 : start].split()
    return before[-1] if before else ""
