"""Finding words within one document."""

import re
from typing import NamedTuple

from tui.session.spans import Spans

#: The maximum number of matches; one letter can occur a million times in 10 MB.
MAX_MATCHES = 10_000


class Matches(NamedTuple):
    """The spans of `words` in a text, and whether there are more than `MAX_MATCHES`."""

    words: str
    spans: Spans
    more: bool

    @property
    def how_many(self) -> str:
        """The number of matches, for display.

        >>> find("a fact is a fact", "fact").how_many
        '2'
        """
        return f"{len(self.spans):,}" + ("+" if self.more else "")


def find(text: str, words: str) -> Matches:
    """All matches of `words` in `text`; white space matches any white space.

    Case matters only if a capital is typed (smart case).

    >>> find("Fraud and fraud", "fraud").spans.items
    [(0, 5), (10, 15)]
    >>> find("Fraud and fraud", "Fraud").spans.items
    [(0, 5)]
    >>> find("telecom\\n   fraud", "telecom fraud").spans.items
    [(0, 16)]
    """
    parts = words.split()
    if not parts:
        return Matches(words, Spans(), False)
    flags = 0 if words != words.lower() else re.IGNORECASE
    # White space is bounded, so that 10 MB of spaces do not take quadratic time.
    pattern = re.compile(r"\s{1,80}".join(map(re.escape, parts)), flags)
    spans: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        if len(spans) == MAX_MATCHES:
            return Matches(words, Spans(spans), True)
        spans.append(match.span())
    return Matches(words, Spans(spans), False)
