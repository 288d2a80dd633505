"""Note ids, which sort by time, and the current time."""

import os
import time
from datetime import UTC, datetime

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_last = 0


def new_id() -> str:
    """A unique id of 16 letters and digits: 48 bits of milliseconds and 30 random bits.

    Within one process later ids sort after earlier ones. The alphabet lacks I, L, O and U, which
    are easily misread.
    """
    global _last
    _last = max(time.time_ns() // 1_000_000, _last + 1)
    return _letters(_last, 10) + _letters(int.from_bytes(os.urandom(4), "big"), 6)


def now() -> datetime:
    """The time in UTC, to the second, as notes files store it."""
    return datetime.now(UTC).replace(microsecond=0)


def _letters(number: int, count: int) -> str:
    return "".join(_DIGITS[number >> 5 * place & 31] for place in range(count - 1, -1, -1))
