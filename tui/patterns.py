"""Regular expressions that are compiled when they are first used.

Reading figures takes a hundred of them and describing a page forty; compiled at import they would
cost 40 ms of every start, and a short text needs a dozen.
"""

import re
from typing import Any, AnyStr, cast


class _Pending:
    """Stands for a pattern until one of its methods is asked for, then has them all."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.source, self.flags_wanted = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.source, self.flags_wanted)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the pattern is used.

    >>> digits = pattern("[0-9]+")
    >>> digits.match("42 cases")[0], digits.pattern
    ('42', '[0-9]+')
    """
    return cast("re.Pattern[AnyStr]", _Pending(source, flags))
