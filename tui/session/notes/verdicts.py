"""Verdicts for display: a sign that needs no colour, and a colour that repeats it."""

from collections.abc import Sequence
from typing import NamedTuple


class Symbol(NamedTuple):
    """The sign of a verdict, one cell wide, and the name of its colour in the theme."""

    sign: str
    colour: str


#: The default verdicts.
_SYMBOLS = {
    "supported": Symbol("✓", "success"),
    "disputed": Symbol("≠", "note"),
    "needs context": Symbol("…", "accent"),
    "wrong": Symbol("✗", "error"),
    "unverifiable": Symbol("⊘", "muted"),
}
#: The signs of other verdicts: their place in the list.
_NUMBERED = "①②③④⑤⑥⑦⑧⑨"
_UNLISTED = Symbol("◆", "note")
#: The sign of a note without a verdict.
NOTED = Symbol("✎", "note")


class Verdicts:
    """The verdicts from the settings, in the order in which they are offered.

    >>> verdicts = Verdicts(["supported", "so-so"])
    >>> [verdicts.symbol(word).sign for word in ("supported", "so-so", "odd")]
    ['✓', '②', '◆']
    >>> verdicts.after(None), verdicts.after("so-so"), verdicts.after("odd")
    ('supported', None, 'supported')
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self._symbols = {
            word: _SYMBOLS.get(word, Symbol(sign, "note"))
            for word, sign in zip(self.words, _NUMBERED, strict=False)
        }

    def symbol(self, verdict: str | None) -> Symbol:
        """The sign and colour of a verdict, listed or not, or of a note without one."""
        if verdict is None:
            return NOTED
        return self._symbols.get(verdict) or _SYMBOLS.get(verdict, _UNLISTED)

    def after(self, verdict: str | None) -> str | None:
        """The next verdict in the list; None (unchecked) after the last."""
        if verdict not in self.words:
            return self.words[0]
        return dict(zip(self.words, self.words[1:], strict=False)).get(verdict)
