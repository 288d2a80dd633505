"""Checks of settings: each converts a value or raises `WrongError`, and describes its range in
words.

`config.toml` describes each range in the words of `range`; a test compares them.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, Protocol

from tui.files import is_folder, is_there
from tui.toml import nearest, shown


class WrongError(Exception):
    """An invalid value: what it must be, and how to fix it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


class Check(Protocol):
    """The check of one setting."""

    @property
    def range(self) -> str:
        """The valid values, in words."""

    def __call__(self, value: object) -> object:
        """The converted value; raises `WrongError`."""


class Whole(NamedTuple):
    """An integer from `low` to `high`."""

    low: int
    high: int

    @property
    def range(self) -> str:
        return f"{self.low:,} to {self.high:,}"

    def __call__(self, value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise WrongError(f"must be a whole number, not {shown(value)}", self.range)
        if not self.low <= value <= self.high:
            raise WrongError(f"is out of range: {shown(value)}", self.range)
        return value


class Switch(NamedTuple):
    """On or off."""

    range: str = "true or false"

    def __call__(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise WrongError(f"must be {self.range}, not {shown(value)}")
        return value


class Words(NamedTuple):
    """A list of `least` to `most` different strings of at most `longest` characters."""

    least: int
    most: int
    longest: int

    @property
    def range(self) -> str:
        return f"{self.least:,} to {self.most:,} texts of up to {self.longest:,} characters"

    def __call__(self, value: object) -> tuple[str, ...]:
        texts = _texts(value)
        if not self.least <= len(texts) <= self.most:
            raise WrongError(
                f"must have {self.least:,} to {self.most:,} entries, not {len(texts):,}"
            )
        for text in texts:
            if not text.strip() or not text.isprintable() or len(text) > self.longest:
                raise WrongError(
                    f"has an entry that cannot be used: {shown(text)}",
                    f"1 to {self.longest:,} printable characters",
                )
        return texts


class Some(NamedTuple):
    """A list of some of the words in `of`."""

    what: str
    of: tuple[str, ...]

    @property
    def range(self) -> str:
        return f"any of {', '.join(self.of)}"

    def __call__(self, value: object) -> tuple[str, ...]:
        texts = _texts(value)
        for text in texts:
            if text not in self.of:
                raise WrongError(f"names no {self.what}: {shown(text)}", nearest(text, self.of))
        return texts


class Folder(NamedTuple):
    """The absolute path of a folder, or one starting with `~`; "" for none."""

    range: str = 'a path that begins with / or ~, or ""'

    def __call__(self, value: object) -> str:
        if not isinstance(value, str):
            raise WrongError(f"must be a path in quotes, not {shown(value)}", self.range)
        if not value:
            return ""
        if not value.isprintable():
            raise WrongError(f"is not a path: {shown(value)}", self.range)
        try:
            path = Path(value).expanduser()
        except RuntimeError:  # ~ of an unknown user
            raise WrongError(f"names an unknown user: {shown(value)}", self.range) from None
        if not path.is_absolute():
            raise WrongError(f"must be an absolute path, not {shown(value)}", self.range)
        if is_there(path) and not is_folder(path):
            raise WrongError(f"is not a folder: {shown(value)}", "name another one")
        return str(path)


class Named(NamedTuple):
    """The name of something that exists; the names are looked up only when needed."""

    what: str
    known: Callable[[], Iterable[str]]
    range: str

    def __call__(self, value: object) -> str:
        if not isinstance(value, str):
            raise WrongError(f"must be the name of a {self.what}, not {shown(value)}", self.range)
        known = list(self.known())
        if value not in known:
            raise WrongError(
                f"names no {self.what}: {shown(value)}",
                nearest(value, known) or f"`factdesk {self.what}s` lists them",
            )
        return value


def _texts(value: object) -> tuple[str, ...]:
    """A list of different strings."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongError(f"must be a list of texts, not {shown(value)}", 'as in ["one", "two"]')
    if len(set(value)) < len(value):
        raise WrongError("has a duplicate entry", "name each once")
    return tuple(value)
