"""The grammar of dates: reads a date at one place of a text and writes it as ISO 8601.

What is not said is X: `XXXX-05-27`, `2023-07`, `198X`, `XXXX-01/XXXX-09`, `2023-Q3`. Where the date
of the document itself is known (`dated`), a day or month without a year is the one nearest to it.
All patterns are anchored: they are tried only where a digit, a month or a weekday stands.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tui.text.dates_patterns import (
    BEFORE_MONTH,
    CENTURY,
    CJK_DATE,
    DAY_MONTH,
    DAY_SLASH_MONTH,
    DECADE,
    FULL,
    MONTH_ALONE,
    MONTH_DAY,
    MONTH_TO_MONTH,
    MONTH_WHICH,
    MONTH_YEAR,
    MONTHS,
    MONTHS_THAT_ARE_WORDS,
    NUMERIC,
    ORDINAL_WORDS,
    PLACES,
    QUARTER,
    SEASON,
    SHORT_DECADE,
    SHORT_QUARTER,
    TO_THE_PAST,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    YEAR_MONTH_DAY,
    YEAR_QUARTER,
    YEARS,
)


__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "DateSpan",
    "back_from",
    "find",
    "is_full",
    "known_year",
    "match",
    "nearest_year",
    "week",
]


class DateSpan(NamedTuple):
    """A date in a text: `text[start:end]` and what it says as ISO 8601 with X for the unknown."""

    start: int
    end: int
    iso: str


def match(text: str, low: str, start: int, dated: str | None = None) -> DateSpan | None:
    """The date that begins at `start`, or None. `low` is the text in lower case.

    >>> def read(text, dated=None): return (match(text, text.lower(), 0, dated) or (0, 0, None))[2]
    >>> read("April 14, 2022"), read("27th of May"), read("2023-07-18"), read("1980s")
    ('2022-04-14', 'XXXX-05-27', '2023-07-18', '198X')
    >>> read("January to September this year"), read("January to September this year", "2021-10-26")
    ('XXXX-01/XXXX-09', '2021-01/2021-09')
    >>> read("October 26", "2022-01-03"), read("third quarter of 2023")
    ('2021-10-26', '2023-Q3')
    >>> read("Thursday", "2022-04-15"), read("Thursday")
    ('2022-04-14', None)
    """
    first = low[start]
    if "0" <= first <= "9":
        return _at_digit(text, low, start, dated)
    reader = _BY_LETTERS.get(low[start : start + 3])
    if reader is not None:
        return reader(text, low, start, dated)
    if first == "q":
        short = SHORT_QUARTER.match(low, start)
        if short:
            return DateSpan(start, short.end(), f"{short[2] or 'XXXX'}-Q{short[1]}")
    return None


def find(
    text: str, start: int = 0, end: int | None = None, dated: str | None = None
) -> Iterator[DateSpan]:
    """All dates between `start` and `end`, in order; years alone are left to the caller's context.

    >>> [span.iso for span in find("Updated: April 15, 2022, for May 3")]
    ['2022-04-15', 'XXXX-05-03']
    """
    low = text.lower() if len(text.lower()) == len(text) else text.replace("\u0130", "I").lower()
    position = start
    limit = len(text) if end is None else end
    for place in PLACES.finditer(low, start, limit):
        at = place.start()
        if at < position or (
            at and low[at - 1].isalnum() and low[at - 1].isascii() and low[at].isdigit()
        ):
            continue
        found = match(text, low, at, dated)
        if found and not (found.end - found.start == 4 and found.iso.isdigit()):
            yield found
            position = found.end


def is_full(dated: str | None) -> bool:
    """Whether a document's date is known to the day."""
    return dated is not None and FULL.fullmatch(dated) is not None


def known_year(dated: str | None) -> int | None:
    """The year of a document's date, if it is known."""
    return int(dated[:4]) if dated and dated[:4].isdigit() else None


def nearest_year(month: int, day: int | None, dated: str | None, past: bool = False) -> str:
    """The year in which a month or day without one lies nearest to the document's date.

    >>> nearest_year(12, None, "2020-01-05"), nearest_year(3, 29, "2019-02-01")
    ('2019', '2019')
    >>> nearest_year(5, 1, None)
    'XXXX'
    """
    year = known_year(dated)
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


def _which_year(which: str | None, dated: str | None) -> str:
    year = known_year(dated)
    if year is None or which is None:
        return "XXXX"
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(which, 0)
    return (
        str(year + step) if which not in ("the same", "the previous", "the following") else "XXXX"
    )


def _day(year: str, month: int, day: int) -> str | None:
    if not 1 <= month <= 12:
        return None
    if day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    return f"{year}-{month:02}-{day:02}"


def _word_before(low: str, start: int) -> str:
    before = low[max(0, start - 12) : start].split()
    return before[-1] if before and low[start - 1] in " \u00a0\n" else ""


def _at_month(text: str, low: str, start: int, dated: str | None) -> DateSpan | None:
    alone = MONTH_ALONE.match(low, start)
    if alone is None:
        return None
    name = alone[1]
    month = MONTHS.get(name)
    if month is None:
        return None
    capital = text[start].isupper()
    if not capital and name in ("may", "march", "mar", "august"):
        return None
    following = low[alone.end(1) : alone.end(1) + 1]
    if following and following in " \u00a0.,-/–—":
        past = _word_before(low, start) in TO_THE_PAST
        for pattern in (MONTH_TO_MONTH, MONTH_DAY, MONTH_YEAR, MONTH_WHICH):
            found = pattern.match(low, start)
            if found:
                span = _from_month(pattern, found, month, dated, past)
                if span:
                    return span
    if not capital and name not in (
        "january",
        "february",
        "september",
        "october",
        "november",
        "december",
    ):
        return None
    before = _word_before(low, start)
    if name in MONTHS_THAT_ARE_WORDS and before not in BEFORE_MONTH:
        return None
    past = before in TO_THE_PAST
    end = (
        alone.end() if name in ("jan", "feb", "aug", "sept", "oct", "nov", "dec") else alone.end(1)
    )
    return DateSpan(start, end, f"{nearest_year(month, None, dated, past)}-{month:02}")


def _from_month(
    pattern: re.Pattern[str], found: re.Match[str], month: int, dated: str | None, past: bool
) -> DateSpan | None:
    start, end = found.span()
    if pattern is MONTH_DAY:
        day, last_month, last_day, year, which = found[2], found[3], found[4], found[5], found[6]
        if year is None:
            year = (
                _which_year(which, dated) if which else nearest_year(month, int(day), dated, past)
            )
        iso = _day(year, month, int(day))
        if iso and last_day:
            last = MONTHS.get(last_month, 0) if last_month else month
            until = _day(year, last, int(last_day))
            iso = f"{iso}/{until}" if until else None
        return DateSpan(start, end, iso) if iso else None
    if pattern is MONTH_TO_MONTH:
        year_1, last_name, year, which = found[2], found[3], found[4], found[5]
        last = MONTHS.get(last_name, 0)
        if not last:
            return None
        if year is None:
            year = _which_year(which, dated) if which else nearest_year(last, None, dated, True)
        first_year = year_1 or (year if month <= last or not year.isdigit() else str(int(year) - 1))
        return DateSpan(start, end, f"{first_year}-{month:02}/{year}-{last:02}")
    if pattern is MONTH_YEAR:
        return DateSpan(start, end, f"{found[2]}-{month:02}")
    year = _which_year(found[2], dated)
    return DateSpan(start, end, f"{year}-{month:02}")


def _at_weekday(text: str, low: str, start: int, dated: str | None) -> DateSpan | None:
    found = WEEKDAY.match(low, start)
    if found is None:
        return None
    if found[2] and found.end() < len(low):
        rest = match(text, low, found.end(), dated)
        if (
            rest
            and len(rest.iso) >= 10
            and "/" not in rest.iso
            and (low[found.end()] in "jfmasond0123456789")
        ):
            return DateSpan(start, rest.end, rest.iso)
    if not is_full(dated) or not text[start].isupper() or dated is None:
        return None
    from tui.text.dates_calendar import weekday_near  # its import takes 3 ms

    before = _word_before(low, start)
    back = -1 if before in ("next", "coming", "upcoming") else 0
    day = weekday_near(dated, WEEKDAYS[found[1]], back)
    if before in ("last", "previous") and day == dated:
        day = weekday_near(dated, WEEKDAYS[found[1]], 1)
    return DateSpan(start, found.end(1), day) if day else None


def back_from(dated: str | None, count: int, unit: str) -> str | None:
    """The day that lies so many units (day, week, month, quarter, year ...) before a full date.

    >>> back_from("2024-05-27", 5, "year"), back_from("2024-05", 5, "year")
    ('2019-05-27', None)
    """
    if dated is None or not is_full(dated):
        return None
    from tui.text.dates_calendar import back_from as reckon

    return reckon(dated, count, unit)


def week(dated: str | None, step: int = 0) -> str | None:
    """The ISO week of a full date, or so many weeks from it.

    >>> week("2021-10-26")
    '2021-W43'
    """
    if dated is None or not is_full(dated):
        return None
    from tui.text.dates_calendar import week as reckon

    return reckon(dated, step)


def _at_quarter(text: str, low: str, start: int, dated: str | None) -> DateSpan | None:
    found = QUARTER.match(low, start)
    if found is None:
        return None
    number = ORDINAL_WORDS.get(found[1]) or int(found[1][0])
    year = found[3] or _which_year(found[4], dated)
    return _part_of_year(start, found.end(), found[2], number, year, _word_before(low, start))


def _part_of_year(
    start: int, end: int, part: str, number: int, year: str, before: str
) -> DateSpan | None:
    if part == "quarter":
        return DateSpan(start, end, f"{year}-Q{number}")
    if number > 2 or (year == "XXXX" and before != "the"):
        return None
    months = ("01", "06") if number == 1 else ("07", "12")
    return DateSpan(start, end, f"{year}-{months[0]}/{year}-{months[1]}")


def _at_digit(text: str, low: str, start: int, dated: str | None) -> DateSpan | None:
    size = 1
    while size < 5 and low[start + size : start + size + 1].isdigit():
        size += 1
    following = low[start + size : start + size + 1]
    if size == 4:
        return _at_year(low, start, following)
    if size > 2:
        return None
    if following and following in "-/.":
        numeric = NUMERIC.match(low, start)
        if numeric:
            return _numeric(start, numeric)
        if following == "/":
            return _slash(low, start, dated)
    if following and following in "年月":
        return _cjk(low, start, dated)
    found = DAY_MONTH.match(low, start)
    if found:
        day, last_day, name, year, which = found[1], found[2], found[3], found[4], found[5]
        if name in ("may", "march", "mar") and not text[found.start(3)].isupper():
            return None
        month = MONTHS.get(name, 0)
        if not month:
            return None
        if year is None:
            past = _word_before(low, start) in TO_THE_PAST
            year = (
                _which_year(which, dated) if which else nearest_year(month, int(day), dated, past)
            )
        iso = _day(year, month, int(day))
        if iso and last_day:
            until = _day(year, month, int(last_day))
            iso = f"{iso}/{until}" if until else None
        return DateSpan(start, found.end(), iso) if iso else None
    if following and following in "snrt":
        century = CENTURY.match(low, start)
        if century:
            return DateSpan(start, century.end(), f"{int(century[1]) - 1:02}XX")
        return _at_quarter(text, low, start, dated)
    if following and following in "s'’":
        short = SHORT_DECADE.match(low, start)
        if short and _word_before(low, start) in ("the", "early", "late", "mid", "in"):
            return DateSpan(start, short.end(), f"XX{short[1]}X")
    return None


def _at_year(low: str, start: int, following: str) -> DateSpan | None:
    if following and following in "-/.":
        full = YEAR_MONTH_DAY.match(low, start)
        if full:
            iso = _day(full[1], int(full[3]), int(full[4]))
            return DateSpan(start, full.end(), iso) if iso else None
    if following == "年":
        return _cjk(low, start, None)
    if following and following in "s'’":
        decade = DECADE.match(low, start)
        if decade:
            return DateSpan(start, decade.end(), f"{decade[1]}X")
    if following and following in "-–—/ ":
        years = YEARS.match(low, start)
        if years and years[1] < years[2]:
            between = low[years.end(1) : years.start(2)]
            if "and" not in between or _word_before(low, start) == "between":
                return DateSpan(start, years.end(), f"{years[1]}/{years[2]}")
        season = SEASON.match(low, start)
        if season:
            first, last = int(season[1]), int(season[2])
            if (first + 1) % 100 == last or (
                last > first % 100 and (last > 12 or following == "–")
            ):
                return DateSpan(
                    start,
                    season.end(),
                    f"{first}/{first // 100 * 100 + last + (100 if last == 0 else 0)}",
                )
            if following == "-" and 1 <= last <= 12:
                return DateSpan(start, season.end(), f"{season[1]}-{season[2]}")
        quarter = YEAR_QUARTER.match(low, start)
        if quarter:
            return DateSpan(start, quarter.end(), f"{quarter[1]}-Q{quarter[2]}")
    year = YEAR.match(low, start)
    return DateSpan(start, year.end(), year[1]) if year else None


def _numeric(start: int, found: re.Match[str]) -> DateSpan | None:
    first, mark, second, year = int(found[1]), found[2], int(found[3]), found[4]
    if mark == "." and len(year) == 2:
        return None
    month, day = (second, first) if first > 12 or mark == "." else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    iso = _day(year if len(year) == 4 else "XX" + year, month, day)
    return DateSpan(start, found.end(), iso) if iso else None


def _slash(low: str, start: int, dated: str | None) -> DateSpan | None:
    """ "on 22/04": day and month only after a word that announces a date."""
    found = DAY_SLASH_MONTH.match(low, start)
    before = _word_before(low, start)
    if found is None or not (
        before in ("on", "by", "since", "until", "dated") or before in WEEKDAYS
    ):
        return None
    first, second = int(found[1]), int(found[2])
    month, day = (second, first) if first > 12 else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    iso = _day(nearest_year(month, day, dated), month, day)
    return DateSpan(start, found.end(), iso) if iso else None


def _cjk(low: str, start: int, dated: str | None) -> DateSpan | None:
    found = CJK_DATE.match(low, start)
    if found is None:
        return None
    year, month, day = found[1], found[2] or found[4], found[3] or found[5]
    if month and not 1 <= int(month) <= 12:
        return None
    if not month:
        return DateSpan(start, found.end(), year)
    if not year:
        year = nearest_year(int(month), int(day) if day else None, dated)
    iso = _day(year, int(month), int(day)) if day else f"{year}-{int(month):02}"
    return DateSpan(start, found.end(), iso) if iso else None


_Reader = Callable[[str, str, int, str | None], DateSpan | None]

# The first three letters say which grammar to try.
_BY_LETTERS: dict[str, _Reader] = {
    **{name[:3]: _at_month for name in MONTHS},
    **{name[:3]: _at_weekday for name in WEEKDAYS},
    **{name[:3]: _at_quarter for name in ORDINAL_WORDS},
}
