"""The grammar of dates: parses a date at an offset and returns it in ISO 8601.

Unknown parts are X: `XXXX-05-27`, `2023-07`, `198X`, `XXXX-01/XXXX-09`, `2023-Q3`. If the date of
the document is known (`dated`), a day or month without a year is in the nearest year. All patterns
are anchored, and tried only at a digit, a month or a weekday.
"""

from collections.abc import Callable, Iterator

from tui.text.dates_basics import (
    DateSpan,
    full_year,
    is_full,
    known_year,
    nearest_year,
    year_of_quarter,
)
from tui.text.dates_digits import (
    are_alone,
    at_digit,
    at_quarter,
    within_two_years,
)
from tui.text.dates_patterns import (
    MONTHS,
    ORDINAL_WORDS,
    PLACES,
    SHORT_PERIOD,
    WEEKDAYS,
)
from tui.text.dates_words import (
    at_month,
    at_weekday,
)

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "DateSpan",
    "are_alone",
    "back_from",
    "find",
    "is_full",
    "known_year",
    "lettered",
    "match",
    "nearest_year",
    "week",
]


def match(text: str, low: str, start: int, dated: str | None = None) -> DateSpan | None:
    """The date that starts at `start`, or None. `low` is the text in lower case.

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
        return at_digit(text, low, start, dated)
    reader = _BY_LETTERS.get(low[start : start + 3])
    if reader is not None:
        return reader(text, low, start, dated)
    if first in "qh":
        return lettered(low, start + 1, dated)
    return None


def lettered(low: str, digit: int, dated: str | None = None) -> DateSpan | None:
    """The quarter, half or fiscal year whose letters are right before the digit at `digit`; or
    None.

    >>> [lettered(text, at).iso for text, at in (("q3 2023", 1), ("h1 2023", 1), ("fy2023", 2))]
    ['2023-Q3', '2023-01/2023-06', '2023']
    >>> lettered("q3", 1).iso, lettered("h1", 1), lettered("faq3", 3)
    ('XXXX-Q3', None, None)
    >>> lettered("q3", 1, "2021-08-12").iso, lettered("h1-2019", 1).iso
    ('2021-Q3', '2019-01/2019-06')
    """
    start = digit - (2 if low.startswith("fy", digit - 2) else 1)
    if start and low[start - 1].isalnum():
        return None
    found = SHORT_PERIOD.match(low, max(start, 0))
    if found is None:
        return None
    year = full_year(found["year"])
    fiscal = None if year == "XXXX" else within_two_years(low, start, found.end(), year)
    if fiscal is not None:
        return fiscal
    if found["quarter"]:
        if year == "XXXX":
            year = year_of_quarter(int(found["quarter"]), dated)
        return DateSpan(start, found.end(), f"{year}-Q{found['quarter']}")
    if year == "XXXX":
        return None
    if found["half"]:
        months = ("01", "06") if found["half"] == "1" else ("07", "12")
        return DateSpan(start, found.end(), f"{year}-{months[0]}/{year}-{months[1]}")
    return DateSpan(start, found.end(), year)


def find(
    text: str, start: int = 0, end: int | None = None, dated: str | None = None
) -> Iterator[DateSpan]:
    """All dates between `start` and `end`, in order, except years alone, which depend on context.

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


def back_from(dated: str | None, count: int, unit: str) -> str | None:
    """The date `count` units (day, week, month, quarter, year ...) before a full date; or None.

    >>> back_from("2024-05-27", 5, "year"), back_from("2024-05", 5, "year")
    ('2019-05-27', None)
    """
    if dated is None or not is_full(dated):
        return None
    from tui.text.dates_calendar import back_from as reckon

    return reckon(dated, count, unit)


def week(dated: str | None, step: int = 0) -> str | None:
    """The ISO week of a full date, or `step` weeks later; or None.

    >>> week("2021-10-26")
    '2021-W43'
    """
    if dated is None or not is_full(dated):
        return None
    from tui.text.dates_calendar import week as reckon

    return reckon(dated, step)


_Reader = Callable[[str, str, int, str | None], DateSpan | None]

# The parser to try, by the first three letters.
_BY_LETTERS: dict[str, _Reader] = {
    **{name[:3]: at_month for name in MONTHS},
    **{name[:3]: at_weekday for name in WEEKDAYS},
    **{name[:3]: at_quarter for name in ORDINAL_WORDS},
}
