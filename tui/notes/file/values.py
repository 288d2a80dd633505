r"""Writes TOML values so that they are read back exactly, and reads simple ones fast.

tomli-w writes single-line strings and numbers. The rest is written here: multi-line strings, in
which tomli-w would turn `\\r\\n` into `\\n`; integral Decimals, to which it adds `.0`; arrays,
which it spreads over several lines; and times, which it writes without T and Z. Complex values are
left to tomllib.
"""

import json
import re
import tomllib
from datetime import UTC, datetime
from decimal import Decimal
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from tui.patterns import pattern

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# In a multi-line string \n is written as such, but a line that starts with a bracket or # would
# look like a table header or the end marker, and editors strip trailing spaces.
_ESCAPED_LINES = pattern('[\x00-\x09\x0b-\x1f"\\\\\x7f]|(?<![^\n])[#\\[]| (?=\n)')
_PLAIN_INT = pattern(r"0|-?[1-9][0-9]{0,17}")
_PLAIN_TIME = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NOT_PLAIN = pattern(r"\\/|\\u[dD][89a-fA-F]")
_CONTROL = pattern("[\x00-\x08\x0b-\x1f]")

Value = str | int | Decimal | datetime | tuple[str, ...]


def to_toml(value: Value, *, lines: bool = False) -> str:
    r"""The value as TOML; with `lines`, text of several lines as a multi-line string.

    >>> print(to_toml(("typo", 'a "b"')), to_toml(Decimal("28.5")))
    ["typo", "a \"b\""] 28.5
    >>> print(to_toml(28), to_toml("a\nb"))
    28 "a\nb"
    """
    if isinstance(value, str):
        if lines and "\n" in value:
            return '"""\n' + _ESCAPED_LINES.sub(_escape, value) + '"""'
        return _plain(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    if isinstance(value, Decimal):
        return _written_number(value)
    if isinstance(value, int):
        return _plain(value)
    return "[" + ", ".join(map(_plain, value)) + "]"


def read_plain(text: str) -> Any:
    """The value of simple TOML as `to_toml` writes it; raises `ValueError` for any other.

    A multi-line string is passed as `"` + its lines + `"`.
    """
    first = text[:1]
    if first in ('"', "["):
        # JSON parses what `to_toml` writes; what else it accepts, but TOML does not, is here.
        if "\x7f" in text or ("\\" in text and _NOT_PLAIN.search(text)):
            raise ValueError("not plain")
        if first == '"':
            lines = "\n" in text
            if lines and _CONTROL.search(text):
                raise ValueError("not plain")
            value, end = scanstring(text, 1, not lines)
            if end == len(text):
                return value
        else:
            values = json.loads(text)
            if all(isinstance(one, str) for one in values):
                return values
    elif _PLAIN_TIME.fullmatch(text):
        return datetime.fromisoformat(text)
    elif _PLAIN_INT.fullmatch(text):
        return int(text)
    raise ValueError("not plain")


def read_toml(text: str) -> dict[str, Any]:
    """The tables of any TOML; raises `ValueError`. Decimal fractions keep their digits."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def is_identical(one: object, other: object) -> bool:
    """Whether two values read from TOML are equal, including their types and digits."""
    return repr(one) == repr(other)


def _written_number(number: Decimal) -> str:
    if not number.is_finite():
        return _plain(str(number))
    if number.as_tuple().exponent == 0:
        return _plain(int(number) if abs(number) < 2**63 else str(number))
    return _plain(number)


def _plain(value: str | int | Decimal) -> str:
    """The value as tomli-w writes it."""
    import tomli_w

    return tomli_w.dumps({"v": value})[len("v = ") : -1]


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04X}"
