"""The result of extraction: plain, immutable data."""

from decimal import Decimal
from typing import NamedTuple

KINDS: tuple[str, ...] = (
    "count",
    "money",
    "percent",
    "measure",
    "duration",
    "ratio",
    "ordinal",
    "score",
    "date",
    "time",
    "malformed",
)


class Figure(NamedTuple):
    """A quantity or date stated in a text.

    `start, end` are code points, and `text` is `text[start:end]` of the document. `value`, `low`
    and `high` are multiplied out ("1.945 million" is 1945000); `value` is None for a range, a date
    or a malformed figure. `unit` is an ISO 4217 code, `percent`, a unit of measure in the singular,
    or the counted noun as written. `links` are pairs of a relation (`same`, `change`, `conversion`,
    `to`) and the other figure's `start`.
    """

    start: int
    end: int
    text: str
    kind: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    hedge: str | None = None
    bound: str | None = None
    change: str | None = None
    versus: str | None = None
    subject: str | None = None
    period: str | None = None
    date: str | None = None
    sentence: tuple[int, int] = (0, 0)
    links: tuple[tuple[str, int], ...] = ()


class StoppedError(Exception):
    """The extraction was stopped, as its caller had asked for."""


class Decision(NamedTuple):
    """Why a number in the text is a figure or not: the rule that decided, and its reason."""

    start: int
    end: int
    text: str
    rule: str
    reason: str
