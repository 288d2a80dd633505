"""The days that a date or an interval in ISO 8601 covers."""

import re
from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """A range of days, both ends included, as ordinals of `datetime.date`."""

    first: int
    last: int


_PART = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|W(?P<week>\d\d)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?P<decade>\d{3})X")


def days(written_date: str | None) -> Days | None:
    """The days that an ISO 8601 date or interval covers; None if its year is unknown, one end is
    open, or it is invalid.

    >>> days("2023-07").last - days("2023-07").first
    30
    >>> days("2021-01/2021-09").first == days("2021-01-01").first
    True
    >>> days("2024-W20") == days("2024-05-13/2024-05-19")
    True
    >>> days("XXXX-05-27") is days("2023-13") is days("2023/..") is None
    True
    """
    if not written_date:
        return None
    ends = [_days_of_part(part) for part in written_date.split("/")]
    first, last = ends[0], ends[-1]
    return Days(first.first, last.last) if first and last and first.first <= last.last else None


def _days_of_part(part: str) -> Days | None:
    if decade := _DECADE.fullmatch(part):
        year = int(decade["decade"]) * 10
        return (
            Days(date(year, 1, 1).toordinal(), date(year + 9, 12, 31).toordinal()) if year else None
        )
    match = _PART.match(part)
    if not match or (match.end() != len(part) and part[match.end()] != "T"):
        return None
    year, quarter = int(match["year"]), match["quarter"]
    month = int(match["month"]) if match["month"] else None
    try:
        if match["week"]:
            monday = date.fromisocalendar(year, int(match["week"]), 1).toordinal()
            return Days(monday, monday + 6)
        if match["day"] and month:
            only = date(year, month, int(match["day"])).toordinal()
            return Days(only, only)
        first_month = int(quarter) * 3 - 2 if quarter else month or 1
        last_month = first_month + 2 if quarter else month or 12
        after = date(year + last_month // 12, last_month % 12 + 1, 1)
        return Days(date(year, first_month, 1).toordinal(), (after - timedelta(days=1)).toordinal())
    except ValueError:
        return None
