"""TOML values, written so that every text comes back exactly, and read fast where they are plain.

tomli-w writes single-line strings and numbers. The rest is written here: text of several lines,
in which tomli-w would turn `\\r\\n` into `\\n`, though saving must not change a note; whole numbers
that are Decimal, to which it adds `.0`; arrays, which it spreads over several lines; and times,
which it writes without T and Z. What is not plain enough to be read here goes to tomllib.
"""

import json
import re
import tomllib
from datetime import UTC, datetime
from decimal import Decimal
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# In text of several lines \n stands for itself, but a line that begins with a bracket or # would
# look like the head of a note or the end of the file, and editors strip spaces at a line's end.
_ESCAPED_LINES = re.compile('[\x00-\x09\x0b-\x1f"\\\\\x7f]|(?<![^\n])[#\\[]| (?=\n)')
_PLAIN_INT = re.compile(r"0|-?[1-9][0-9]{0,17}")
_PLAIN_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NOT_PLAIN = re.compile(r"\\/|\\u[dD][89a-fA-F]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")

Value = str | int | Decimal | datetime | tuple[str, ...]


def written(value: Value, *, lines: bool = False) -> str:
    r"""The value as TOML; with `lines` text of several lines is written as such.

    >>> print(written(("typo", 'a "b"')), written(Decimal("28.5")))
    ["typo", "a \"b\""] 28.5
    >>> print(written(28), written("a\nb"))
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
    """The value of plain TOML such as `written` makes; raises `ValueError` for any other.

    Text of several lines is given as `"` + its lines + `"`.
    """
    first = text[:1]
    if first in ('"', "["):
        # JSON reads what `written` makes, and these are all the ways in which it reads more.
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


def same(one: object, other: object) -> bool:
    """Whether two values read from TOML are the same, type and digits included."""
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
