"""Whether two periods may be the same time."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from itertools import zip_longest

from tui.text import Days, days

#: The part of the days of either that two periods must have in common to be nearly the same: all
#: but five weeks of a year, and all but three days of a month.
_NEARLY = 0.9
#: Stands for a year that neither period states; a leap year, which has every day.
_SOME_YEAR = "2000"


class PeriodMatch(Enum):
    """What is known about the periods of two figures."""

    SAME = "same"
    OTHER = "other"
    #: They may be the same: only one has a period, part of one (its year, its end) is unknown, or
    #: they are nearly the same days.
    OPEN = "open"


# Many figures share few periods.
@lru_cache(maxsize=1 << 12)
def compare_periods(
    first: str | None, second: str | None, same_document: bool = False
) -> PeriodMatch:
    """Whether two periods (ISO 8601, X for unknown digits) are the same time, however written.

    Within one document, equal periods with unknown parts are the same.

    >>> compare_periods("2021-Q3", "2021-07/2021-09").name
    'SAME'
    >>> compare_periods("2021-01/2021-09", "XXXX-01/XXXX-09").name
    'OPEN'
    >>> compare_periods("2021-05/2022-04", "2021-04-15/2022-04-15").name
    'OPEN'
    >>> compare_periods("2021-01/..", "2021-01/2021-09").name
    'OPEN'
    >>> compare_periods("2021", "XXXX-05").name, compare_periods(None, None).name
    ('OTHER', 'SAME')
    >>> compare_periods("XXXX-05", "XXXX-05", same_document=True).name
    'SAME'
    """
    if first is None or second is None:
        return PeriodMatch.SAME if first == second else PeriodMatch.OPEN
    are_known = "XX" not in first + second
    if first == second and (same_document or are_known):
        return PeriodMatch.SAME
    if _may_be_same_parts(first.split("/"), second.split("/")):
        return PeriodMatch.OPEN
    one, other = days(_with_years(first, second)), days(_with_years(second, first))
    if one is None or other is None:
        return PeriodMatch.OTHER
    if one == other and are_known:
        return PeriodMatch.SAME
    return PeriodMatch.OPEN if _are_nearly_same(one, other) else PeriodMatch.OTHER


def _may_be_same_parts(ones: list[str], others: list[str]) -> bool:
    """Whether the ends of two periods are equal where both are known; one end at least must be."""
    ends = list(zip_longest(ones, others, fillvalue=""))
    return all(".." in end or _may_be(*end) for end in ends) and any(
        ".." not in end for end in ends
    )


def _may_be(one: str, other: str) -> bool:
    """Whether two dates have the same precision and are equal where both are known."""
    return len(one) == len(other) and all(
        a == b or "X" in (a, b) for a, b in zip(one, other, strict=True)
    )


def _with_years(period: str, other: str) -> str:
    """A period with each year that it does not state taken from the same end of the other.

    >>> _with_years("XXXX-Q3", "2021-07/2021-09"), _with_years("XXXX-11/XXXX-02", "2020-11/2021-02")
    ('2021-Q3', '2020-11/2021-02')
    """
    parts, others = period.split("/"), other.split("/")
    years = (others[0][:4], others[-1][:4])
    return "/".join(
        part.replace("XXXX", year if year.isdigit() else _SOME_YEAR)
        for part, year in zip(parts, years, strict=False)
    )


def _are_nearly_same(one: Days, other: Days) -> bool:
    common = min(one.last, other.last) - max(one.first, other.first) + 1
    either = max(one.last, other.last) - min(one.first, other.first) + 1
    return common >= _NEARLY * either
