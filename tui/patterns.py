"""Regular expressions that are compiled on first use.

Extracting figures takes a hundred of them and describing a page forty; compiled at import they
would add 40 ms to every start, while a short text needs a dozen.
"""

import re
from typing import Any, AnyStr, cast

PUBLIC = tuple(each for each in dir(re.Pattern) if each[0] != "_")


class _Compiled:
    """Has the methods of a pattern; a class without `__getattr__` finds them twice as fast."""


class _Pending(_Compiled):
    """A pattern that is not compiled until one of its methods is used."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.source, self.flags_wanted = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.source, self.flags_wanted)
        for each in PUBLIC:
            setattr(self, each, getattr(compiled, each))
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Like `re.compile`, but compiles on first use.

    >>> digits = pattern("[0-9]+")
    >>> digits.match("42 cases")[0], digits.pattern
    ('42', '[0-9]+')
    """
    return cast("re.Pattern[AnyStr]", _Pending(source, flags))
