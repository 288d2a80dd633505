"""Calendar arithmetic: the date of a weekday, or a number of units before a date.

Every function takes the document's date in ISO 8601, and returns None if that is invalid or the
result is out of range.
"""

import datetime

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7}


def _day(dated: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(dated)
    except ValueError:
        return None


def weekday_near(dated: str, weekday: int, back: int = 0) -> str | None:
    """The last such weekday (1 is Monday) up to the date, or `back` weeks before that (-1: after).

    >>> [weekday_near("2022-04-15", *day) for day in ((4,), (5,), (4, -1))]
    ['2022-04-14', '2022-04-15', '2022-04-21']
    """
    here = _day(dated)
    if here is None:
        return None
    days = (here.isoweekday() - weekday) % 7 + 7 * back
    return back_from(dated, days, "day")


def back_from(dated: str, count: int, unit: str) -> str | None:
    """The date `count` units before a date.

    >>> back_from("2024-05-27", 5, "year"), back_from("2024-03-31", 1, "month")
    ('2019-05-27', '2024-02-29')
    >>> back_from("0001-01-01", 1, "day"), back_from("2024-02-30", 1, "day")
    (None, None)
    """
    here = _day(dated)
    if here is None or abs(count) > 100_000:
        return None
    try:
        if unit in DAYS_OF:
            return (here - datetime.timedelta(days=count * DAYS_OF[unit])).isoformat()
        if unit not in MONTHS_OF:
            return None
        year, month = divmod(here.year * 12 + here.month - 1 - count * MONTHS_OF[unit], 12)
        following = datetime.date(year + month // 11, (month + 1) % 12 + 1, 1)
        last = (following - datetime.timedelta(days=1)).day
        return datetime.date(year, month + 1, min(here.day, last)).isoformat()
    except (ValueError, OverflowError):
        return None


def week(dated: str, step: int = 0) -> str | None:
    """The ISO week of a date, or `step` weeks later.

    >>> week("2021-10-26"), week("2021-01-01", -1)
    ('2021-W43', '2020-W52')
    """
    there = back_from(dated, -step, "week")
    if there is None:
        return None
    calendar = datetime.date.fromisoformat(there).isocalendar()
    return f"{calendar.year}-W{calendar.week:02}"
