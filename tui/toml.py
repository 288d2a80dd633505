"""Reads TOML files that people write, with the line of every key, and suggests spellings.

`tomllib` parses the values but not their lines, so a second, simpler pass over the same text finds
them; it runs only if there is a problem to report.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import repeat
from pathlib import Path
from typing import Any

from tui.errors import FactdeskError
from tui.files import read_bytes

#: Settings and themes are a few kilobytes; a larger file is not one.
MAX_BYTES = 64 * 1024

#: The similarity (0 to 100) from which a spelling is suggested.
_ALIKE = 60.0

#: Keys with more dots than this are refused, since parsing them can exhaust memory.
MAX_DOTS = 32

# Strings and comments are skipped, so characters inside them are not syntax. An unclosed string
# reaches to the end (of its line), which keeps the time linear.
STRINGS = (
    r'"""(?:[^"\\]|\\.|"(?!""))*(?:"{3,5}|\Z)|'
    r"\'\'\'(?:[^']|'(?!''))*(?:'{3,5}|\Z)|"
    r'"(?:[^"\\\n]|\\[^\n])*"?|'
    r"'[^'\n]*'?"
)
STRINGS_AND_COMMENTS = rf"(?s:{STRINGS})|#[^\n]*"
# These three patterns are compiled only if there is a problem to report.
_KEY_PARTS = r"[=,#\[{]"

_MESSAGE = r"(?s)(?P<what>.*?) \(at (?:line (?P<line>\d+), column \d+|end of document)\)"

_TOKEN = r"""(?xs)
      (?P<long>  \"{3} (?: \\. | [^\\] )*? \"{3} "{0,2} | '{3} .*? '{3} '{0,2} )
    | (?P<name>  "(?: \\. | [^"\\\n] )*" | '[^'\n]*' | [A-Za-z0-9_-]+ )
    | (?P<space> \#[^\n]* | [ \t\r]+ )
    | (?P<sign>  . )
"""


class Sheet:
    """A parsed TOML file: its `text`, its `values`, and the place of each key."""

    def __init__(self, path: Path, text: str, values: dict[str, Any]) -> None:
        self.path = path
        self.values = values
        self.text = text

    def where(self, *key: str) -> str:
        """`file:line` of a key such as `("reading", "width")`, or of the table that contains it."""
        line = next(
            (self._lines[key[:n]] for n in range(len(key), 0, -1) if key[:n] in self._lines), 1
        )
        return f"{self.path}:{line}"

    @cached_property
    def _lines(self) -> dict[tuple[str, ...], int]:
        lines: dict[tuple[str, ...], int] = {}
        for key, line in _statements(self.text):
            for length in range(1, len(key) + 1):
                lines.setdefault(key[:length], line)
        return lines


def read(path: Path) -> Sheet:
    """Parses the TOML file at `path`; raises `FactdeskError` with the line if it is invalid.

    For a missing file the cause of the error is `FileNotFoundError`.
    """
    data = read_bytes(path, limit=MAX_BYTES).removeprefix(b"\xef\xbb\xbf")  # byte order mark
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FactdeskError(
            "not UTF-8", where=f"{path}:{line}", remedy="save it as UTF-8"
        ) from error
    if (endless := too_many_dots(text)) is not None:
        raise FactdeskError(
            f"a key with more than {MAX_DOTS} dots",
            where=f"{path}:{endless}",
            remedy="write it as tables",
        )
    try:
        return Sheet(path, text, tomllib.loads(text))
    except ValueError as error:
        what, line = _in_our_words(str(error), text)
        raise FactdeskError(
            f"not valid TOML: {what}",
            where=f"{path}:{line}",
            remedy="the whole file is ignored until this is fixed",
        ) from error
    except RecursionError as error:
        raise FactdeskError(
            "not valid TOML: nested too deeply", where=str(path), remedy="nest it less"
        ) from error


def too_many_dots(text: str) -> int | None:
    """The line (from 1) of a key with more than `MAX_DOTS` dots, or None; call it before parsing.

    tomllib keeps every prefix of a dotted key: 200 kB of dots would exhaust memory.
    """
    if max(map(str.count, text.split("\n"), repeat("."))) <= MAX_DOTS:
        return None
    bare = re.sub(STRINGS_AND_COMMENTS, lambda match: "\n" * match.group().count("\n"), text)
    for number, line in enumerate(bare.split("\n"), 1):
        if any(part.count(".") > MAX_DOTS for part in re.split(_KEY_PARTS, line)):
            return number
    return None


def nearest(word: str, words: Iterable[str]) -> str:
    """A remedy for a word that is not one of `words`: the most similar one, or all of them.

    >>> nearest("widht", ["width", "height"])
    "did you mean 'width'?"
    >>> nearest("colour", ["dusk", "paper"])
    'it is one of dusk, paper'
    >>> nearest("colour", [])
    ''
    """
    from rapidfuzz import fuzz, process  # 20 ms: only once something is wrong

    choices = list(words)
    folded = [choice.casefold() for choice in choices]
    found = process.extractOne(word[:80].casefold(), folded, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if found:
        return f"did you mean {choices[found[2]]!r}?"
    return "it is one of " + ", ".join(choices) if 0 < len(choices) <= 12 else ""


def shown(value: object) -> str:
    """A value as quoted in a message, shortened.

    >>> shown("x" * 100), shown([1 << 99_999])
    ("'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…", 'a number of too many digits')
    """
    try:
        text = repr(value)
    except ValueError:  # Python writes integers of up to 4,300 digits; TOML may have longer ones
        return "a number of too many digits"
    return text if len(text) <= 40 else text[:39] + "…"


def _in_our_words(message: str, text: str) -> tuple[str, int]:
    """The message of the parser in our style, and its line."""
    match = re.fullmatch(_MESSAGE, message)
    if not match:
        return message[:1].lower() + message[1:], 1
    what = match["what"]
    line = int(match["line"]) if match["line"] else text.rstrip("\n").count("\n") + 1
    return what[:1].lower() + what[1:], line


def _statements(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every key of a valid TOML text, prefixed with its table, and its line (from 1)."""
    table: tuple[str, ...] = ()
    parts: list[str] = []
    line, depth = 1, 0
    header = in_value = False
    for match in re.finditer(_TOKEN, text):
        token = match[0]
        if token == "\n" and not depth:
            parts, header, in_value = [], False, False
        elif in_value:
            depth += (token in "[{") - (token in "]}")
        elif token == "[":
            header = True
        elif token == "]" and parts:
            table, parts = tuple(parts), []
            yield table, line
        elif token == "=" and not header:
            in_value = True
            yield (*table, *parts), line
        elif match["name"]:
            parts.append(_unquoted(token))
        line += token.count("\n")


def _unquoted(token: str) -> str:
    if token[0] == '"':
        return str(tomllib.loads(f"key = {token}")["key"])
    return token.strip("'") if token[0] == "'" else token
