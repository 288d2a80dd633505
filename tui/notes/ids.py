"""Note ids, which sort by time, and the current time."""

import os
import time
from collections.abc import Iterable
from datetime import UTC, datetime

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_last = 0
#: Later ids were not made by this program, and would leave no room for others.
_MOST = 1 << 48


def new_id() -> str:
    """A unique id of 16 letters and digits: 48 bits of milliseconds and 30 random bits.

    Within one process later ids sort after earlier ones, and after those of `start_after`. The
    alphabet lacks I, L, O and U, which are easily misread.
    """
    global _last
    _last = max(time.time_ns() // 1_000_000, _last + 1)
    return _letters(_last, 10) + _letters(int.from_bytes(os.urandom(4), "big"), 6)


def start_after(idents: Iterable[str]) -> None:
    """Let the ids that are made from now on sort after these, although the clock was set back
    since."""
    global _last
    for ident in sorted(idents, reverse=True):
        if len(ident) == 16 and set(ident) <= set(_DIGITS):
            milliseconds = 0
            for letter in ident[:10]:
                milliseconds = milliseconds << 5 | _DIGITS.index(letter)
            if milliseconds < _MOST:
                _last = max(_last, milliseconds)
                return


def now() -> datetime:
    """The time in UTC, to the second, as notes files store it."""
    return datetime.now(UTC).replace(microsecond=0)


def _letters(number: int, count: int) -> str:
    return "".join(_DIGITS[number >> 5 * place & 31] for place in range(count - 1, -1, -1))
