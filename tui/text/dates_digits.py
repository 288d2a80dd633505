"""Parsers for dates that start with a digit: "14 April 2022", "2023-07", "1980s", "22/04"."""

import re

from tui.text.dates_basics import (
    RECORD,
    DateSpan,
    day_of,
    full_year,
    nearest_year,
    which_year,
    word_before,
    year_in_words,
    year_of_quarter,
)
from tui.text.dates_patterns import (
    BUSINESS,
    CENTURY,
    CJK_DATE,
    CJK_MONTHS,
    DAY_MONTH,
    DAY_SLASH_MONTH,
    DECADE,
    HALF_OF,
    MONTHS,
    NUMERIC,
    ORDINAL_WORDS,
    QUARTER,
    QUARTER_OF,
    SEASON,
    SECOND_YEAR,
    SHORT_DECADE,
    TO_DAY_MONTH,
    TO_THE_PAST,
    WEEKDAYS,
    YEAR,
    YEAR_MONTH_DAY,
    YEAR_QUARTER,
    YEARS,
)

# Characters that cannot follow a day of the month; and the starts of words that can.
NO_DAY = frozenset([*",.;:)%$€£¥\n\"'’", ""])
NO_DATE = NO_DAY - frozenset(".'’")
CJK_DASHES = frozenset(["-", "–", "—", "至", "到"])
DASHES = frozenset("-–/")
PART_OF_DECADE = frozenset(["early", "mid", "late"])
POSSESSIVE = frozenset(["his", "her", "their", "my", "your", "our"])
WEATHER = frozenset(["highs", "lows", "temperature", "temperatures", "degrees"])
AFTER_A_YEAR = frozenset("tuaq")  # to, through, until, and, q3
SPACES = frozenset(" \u00a0")
AFTER_A_DAY = frozenset([name[:2] for name in MONTHS] + ["of", "to", "th", "un", "ti", "an"]) | {
    mark + each for mark in "-–—‑" for each in " 0123456789"
}


def are_alone(written: str, behind: str) -> bool:
    """Whether digits with that behind their space cannot start a date, as most do not; cheap.

    >>> are_alone("12", "men"), are_alone("12", "may"), are_alone("12,", "men")
    (True, False, False)
    """
    return len(written) < 4 and written.isdigit() and behind[:2] not in AFTER_A_DAY


def at_digit(text: str, low: str, start: int, dated: str | None) -> DateSpan | None:
    head = low[start : start + 5]
    size = len(head) - len(head.lstrip("0123456789"))
    following = low[start + size : start + size + 1]
    if size == 4:
        return _at_year(low, start, following)
    if size > 2 or following in NO_DATE:
        return None  # most
    if following and following in "-/.":
        numeric = NUMERIC.match(low, start) if _goes_on(low, start + size) else None
        if numeric:
            return _numeric(start, numeric)
        if following == "/":
            return _slash(low, start, dated)
    if following and following in "年月":
        return _cjk(low, start, dated)
    if following in CJK_DASHES and "月" in low[start + size + 1 : start + size + 4]:
        return _cjk_months(low, start, dated)
    if following in NO_DAY:
        pass  # most numbers end here, before any pattern is tried
    elif following not in SPACES or low[start + size + 1 : start + size + 3] in AFTER_A_DAY:
        found = DAY_MONTH.match(low, start)
        if found and found[3] in MONTHS:
            return _day_of_month(text, low, found, dated)
    if following == "q":
        quarter = QUARTER_OF.match(low, start)
        if quarter:
            return DateSpan(start, quarter.end(), f"{full_year(quarter['year'])}-Q{quarter[1]}")
    if following == "h":
        half = HALF_OF.match(low, start)
        if half:
            return _part_of_year(start, half.end(), "half", int(half[1]), full_year(half["year"]))
    if following and following in "s'’":
        short = SHORT_DECADE.match(low, start)
        if short and (low[start - 1] in "'’‘" or is_decade(low, start)):
            return DateSpan(start, short.end(), f"XX{short[1]}X")
    if following and following in "snrt":
        century = CENTURY.match(low, start)
        if century:
            return DateSpan(start, century.end(), f"{int(century[1]) - 1:02}XX")
        return at_quarter(text, low, start, dated)
    return None


def is_decade(low: str, start: int) -> bool:
    """Whether "80s" at `start` are years, and neither somebody's age nor degrees.

    >>> [is_decade(low, low.index("80s")) for low in ("in the 80s", "since the late 80s", "by 80s")]
    [True, True, False]
    >>> [is_decade(low, low.index("80s")) for low in ("her late 80s", "highs in the mid-80s")]
    [False, False]
    >>> [is_decade(low, low.index("80s")) for low in ("a high school in the 80s", "the mid-80s")]
    [True, True]
    """
    if not WEATHER.isdisjoint(low[max(0, start - 48) : start].split()):
        return False
    if low.endswith("mid-", 0, start):
        return word_before(low, start - len("mid-")) not in POSSESSIVE
    word = word_before(low, start)
    if word in PART_OF_DECADE:
        return word_before(low, start - len(word) - 1) not in POSSESSIVE
    return word == "the"


def _goes_on(low: str, at: int) -> bool:
    """Whether the mark at `at`, behind a number, stands again behind the next one, of two digits
    at most: "5/6/2021".

    >>> _goes_on("5/6/2021", 1), _goes_on("5.6. it", 1), _goes_on("5-6 men", 1)
    (True, False, False)
    """
    again = low.find(low[at], at + 2, at + 4)
    return again > 0 and low[at + 1 : again].isdigit() and low[again + 1 : again + 2].isdigit()


def _day_of_month(text: str, low: str, found: re.Match[str], dated: str | None) -> DateSpan | None:
    """ "14 April 2022", "3-5 May", "28 April to 2 May 2021"."""
    start, end, (day, last_day, name, year) = *found.span(), found.groups()
    if name in ("may", "march", "mar") and not text[found.start(3)].isupper():
        return None
    month = MONTHS[name]
    joint = None if last_day else TO_DAY_MONTH.match(low, found.end(3))
    further = DAY_MONTH.match(low, joint.end()) if joint else None
    listed = joint and " and " in joint[0] and word_before(low, start) != "between"
    if joint and further and further[3] in MONTHS and not further[2] and not listed:
        span = _days(start, (day, month, joint[1]), further, dated)
        if span:
            return span
    if year is None:
        which, end = year_in_words(found)
        past = word_before(low, start) in TO_THE_PAST
        year = which_year(which, dated) if which else nearest_year(month, int(day), dated, past)
    iso = day_of(year, month, int(day))
    if iso and last_day:
        until = day_of(year, month, int(last_day))
        iso = f"{iso}/{until}" if until else None
    return RECORD(DateSpan, (start, end, iso)) if iso else None


def _days(
    start: int, first: tuple[str, int, str | None], further: re.Match[str], dated: str | None
) -> DateSpan | None:
    """The days from one of a month to one of another, whose year may be said once."""
    (day, first_month, first_year), (last_day, _, name, year) = first, further.groups()
    month, end = MONTHS[name], further.end()
    if year is None:
        which, end = year_in_words(further)
        year = which_year(which, dated) if which else nearest_year(month, int(last_day), dated)
    if first_year is None:
        over = first_month > month and year.isdigit()  # "28 December to 3 January 2021"
        first_year = str(int(year) - 1) if over else year
    begin, until = day_of(first_year, first_month, int(day)), day_of(year, month, int(last_day))
    return DateSpan(start, end, f"{begin}/{until}") if begin and until else None


def _at_year(low: str, start: int, following: str) -> DateSpan | None:
    if following and following in "-/.":
        full = YEAR_MONTH_DAY.match(low, start) if _goes_on(low, start + 4) else None
        if full:
            iso = day_of(full[1], int(full[3]), int(full[4]))
            return DateSpan(start, full.end(), iso) if iso else None
    if following == "年":
        return _cjk(low, start, None)
    if following and following in "s'’":
        decade = DECADE.match(low, start)
        if decade:
            return DateSpan(start, decade.end(), f"{decade[1]}X")
    if following == " " and low[start + 5 : start + 6] not in AFTER_A_YEAR:
        following = ""
    if following and following in "-–—/ ":
        years = YEARS.match(low, start)
        if years and years[1] < years[2]:
            between = low[years.end(1) : years.start(2)]
            if "and" not in between or word_before(low, start) == "between":
                return DateSpan(start, years.end(), f"{years[1]}/{years[2]}")
        season = SEASON.match(low, start) if following != " " else None
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
        quarter = YEAR_QUARTER.match(low, start) if "q" in low[start + 4 : start + 6] else None
        if quarter:
            return DateSpan(start, quarter.end(), f"{quarter[1]}-Q{quarter[2]}")
    year = YEAR.match(low, start)
    return RECORD(DateSpan, (start, year.end(), year[1])) if year else None


def _numeric(start: int, found: re.Match[str]) -> DateSpan | None:
    first, mark, second, year = int(found[1]), found[2], int(found[3]), found[4]
    if mark == "." and len(year) == 2:
        return None
    month, day = (second, first) if first > 12 or mark == "." else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    iso = day_of(year if len(year) == 4 else "XX" + year, month, day)
    return DateSpan(start, found.end(), iso) if iso else None


def _slash(low: str, start: int, dated: str | None) -> DateSpan | None:
    """ "on 22/04": day and month only after a word that announces a date."""
    found = DAY_SLASH_MONTH.match(low, start)
    before = word_before(low, start)
    if found is None or not (
        before in ("on", "by", "since", "until", "dated") or before in WEEKDAYS
    ):
        return None
    first, second = int(found[1]), int(found[2])
    month, day = (second, first) if first > 12 else (first, second)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    iso = day_of(nearest_year(month, day, dated), month, day)
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
    iso = day_of(year, int(month), int(day)) if day else f"{year}-{int(month):02}"
    return DateSpan(start, found.end(), iso) if iso else None


def _cjk_months(low: str, start: int, dated: str | None) -> DateSpan | None:
    found = CJK_MONTHS.match(low, start)
    if found is None or not 1 <= int(found[1]) < int(found[2]) <= 12:
        return None
    year = nearest_year(int(found[2]), None, dated, True)
    return DateSpan(start, found.end(), f"{year}-{int(found[1]):02}/{year}-{int(found[2]):02}")


def at_quarter(text: str, low: str, start: int, dated: str | None) -> DateSpan | None:
    found = QUARTER.match(low, start)
    if found is None:
        return None
    number = ORDINAL_WORDS.get(found[1]) or int(found[1][0])
    year = found[3] or ("XXXX" if found[4] in (None, "the") else which_year(found[4], dated))
    half = found[2] == "half"
    if half and found[4] is None and found[3] is None and not _of_business(low, start, found.end()):
        return None
    if year == "XXXX" and found[4] in (None, "the"):
        year = year_of_quarter(2 * number - 1 if half else number, dated)
    fiscal = within_two_years(low, start, found.end(), year) if found[3] else None
    return fiscal or _part_of_year(start, found.end(), found[2], number, year)


def within_two_years(low: str, start: int, end: int, year: str) -> DateSpan | None:
    """The date of a part of a fiscal year, whose months are not known: "third quarter of 2020-21".

    >>> within_two_years("q3 2020-21", 0, 7, "2020"), within_two_years("q3 2020-25", 0, 7, "2020")
    (DateSpan(start=0, end=10, iso='2020/2021'), None)
    """
    last = SECOND_YEAR.match(low, end) if low[end : end + 1] in DASHES else None
    if last is None or (int(year) + 1) % 100 != int(last[1]):
        return None
    return DateSpan(start, last.end(), f"{year}/{int(year) + 1}")


def _of_business(low: str, start: int, end: int) -> bool:
    """Whether a half is one of the year, not of a match, by the words around it."""
    if word_before(low, start) != "the":
        return False
    return any(_begins_word(low, stem, max(0, start - 90), end + 60) for stem in BUSINESS)


def _begins_word(low: str, stem: str, start: int, end: int) -> bool:
    """Whether a word between `start` and `end` begins so.

    >>> _begins_word("reprice the prices", "price", 0, 18), _begins_word("reprice", "price", 0, 7)
    (True, False)
    """
    at = low.find(stem, start, end)
    while at > 0 and "a" <= low[at - 1] <= "z":
        at = low.find(stem, at + 1, end)
    return at >= 0


def _part_of_year(start: int, end: int, part: str, number: int, year: str) -> DateSpan | None:
    if part == "quarter":
        return DateSpan(start, end, f"{year}-Q{number}")
    if number > 2:
        return None
    months = ("01", "06") if number == 1 else ("07", "12")
    return DateSpan(start, end, f"{year}-{months[0]}/{year}-{months[1]}")
