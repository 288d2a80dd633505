"""Whether two periods may be the same time."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache


class PeriodMatch(Enum):
    """What is known about the periods of two figures."""

    SAME = "same"
    OTHER = "other"
    #: Only one has a period, or part of one, such as the year, is unknown.
    OPEN = "open"


# Many figures share few periods.
@lru_cache(maxsize=1 << 12)
def compare_periods(
    first: str | None, second: str | None, same_document: bool = False
) -> PeriodMatch:
    """Whether two periods (ISO 8601, X for unknown digits) are the same time.

    Within one document, equal periods with unknown parts are the same.

    >>> compare_periods("2021-01/2021-09", "XXXX-01/XXXX-09").name
    'OPEN'
    >>> compare_periods("2021", "XXXX-05").name, compare_periods(None, None).name
    ('OTHER', 'SAME')
    >>> compare_periods("XXXX-05", "XXXX-05", same_document=True).name
    'SAME'
    """
    if first is None or second is None:
        return PeriodMatch.SAME if first == second else PeriodMatch.OPEN
    one, other = first.split("/"), second.split("/")
    if len(one) != len(other) or not all(map(_may_be, one, other)):
        return PeriodMatch.OTHER
    if first == second and (same_document or "X" not in first):
        return PeriodMatch.SAME
    return PeriodMatch.OPEN


def _may_be(one: str, other: str) -> bool:
    """Whether two dates have the same precision and are equal where both are known."""
    return len(one) == len(other) and all(
        a == b or "X" in (a, b) for a, b in zip(one, other, strict=True)
    )
