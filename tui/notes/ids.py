"""Ids that sort by the time they were made, and the time itself."""

import os
import time
from datetime import UTC, datetime

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_last = 0


def new_id() -> str:
    """16 letters and digits: 48 bits of milliseconds and 30 random bits; never the same twice.

    Within one process later ids always sort after earlier ones. The alphabet leaves out I, L, O
    and U, which are misread.
    """
    global _last
    _last = max(time.time_ns() // 1_000_000, _last + 1)
    return _letters(_last, 10) + _letters(int.from_bytes(os.urandom(4), "big"), 6)


def now() -> datetime:
    """The time in UTC, to the second, as it is written in the file."""
    return datetime.now(UTC).replace(microsecond=0)


def _letters(number: int, count: int) -> str:
    return "".join(_DIGITS[number >> 5 * place & 31] for place in range(count - 1, -1, -1))
