"""Finding words within one document, as they are typed."""

import re
from typing import NamedTuple

from tui.session.spans import Spans

#: More places than anybody steps through; one letter in 10 MB stands in a million.
MOST = 10_000


class Found(NamedTuple):
    """The places of `words` in a text, and whether there were more than `MOST`."""

    words: str
    spans: Spans
    more: bool

    @property
    def how_many(self) -> str:
        """How many, in words.

        >>> find("a fact is a fact", "fact").how_many
        '2'
        """
        return f"{len(self.spans):,}" + ("+" if self.more else "")


def find(text: str, words: str) -> Found:
    """Where `words` stand in `text`, white space matching any white space.

    Capitals count only where they are typed (smart case).

    >>> find("Fraud and fraud", "fraud").spans.items
    [(0, 5), (10, 15)]
    >>> find("Fraud and fraud", "Fraud").spans.items
    [(0, 5)]
    >>> find("telecom\\n   fraud", "telecom fraud").spans.items
    [(0, 16)]
    """
    parts = words.split()
    if not parts:
        return Found(words, Spans(), False)
    flags = 0 if words != words.lower() else re.IGNORECASE
    # White space is bounded, or 10 MB of spaces would be read again from each of them.
    pattern = re.compile(r"\s{1,80}".join(map(re.escape, parts)), flags)
    spans: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        if len(spans) == MOST:
            return Found(words, Spans(spans), True)
        spans.append(match.span())
    return Found(words, Spans(spans), False)
