"""Whether two periods can be the same time."""

from __future__ import annotations

from enum import Enum


class Fit(Enum):
    """What is known of the times of two figures."""

    SAME = "same"
    OTHER = "other"
    #: Only one says when, or a part of it, as the year, is not known.
    OPEN = "open"


def fit(first: str | None, second: str | None, same_document: bool = False) -> Fit:
    """Whether two periods (ISO 8601, X for what is not known) are the same time.

    In one document what is not known of both is the same: "this year" is.

    >>> fit("2021-01/2021-09", "XXXX-01/XXXX-09"), fit("2021", "XXXX-05"), fit(None, None)
    (<Fit.OPEN: 'open'>, <Fit.OTHER: 'other'>, <Fit.SAME: 'same'>)
    >>> fit("XXXX-05", "XXXX-05"), fit("XXXX-05", "XXXX-05", same_document=True)
    (<Fit.OPEN: 'open'>, <Fit.SAME: 'same'>)
    """
    if first is None or second is None:
        return Fit.SAME if first == second else Fit.OPEN
    one, other = first.split("/"), second.split("/")
    if len(one) != len(other) or not all(map(_may_be, one, other)):
        return Fit.OTHER
    if first == second and (same_document or "X" not in first):
        return Fit.SAME
    return Fit.OPEN


def _may_be(one: str, other: str) -> bool:
    """Whether two dates are as exact as one another, and equal where both are known."""
    return len(one) == len(other) and all(
        a == b or "X" in (a, b) for a, b in zip(one, other, strict=True)
    )
