"""The data that rules work on: a number in its text, and the figure under construction."""

from decimal import Decimal
from typing import Literal, NamedTuple

from tui.figures.numerals import Numeral


class Site:
    """One number and the text around it.

    `start, end` are the number's span; rules look around it, never at the whole text.
    """

    # What several rules ask about is found out once: the counted noun (False: not yet), where
    # the sign begins and what it is, the token after and where it was sought.
    noun: tuple[int, int] | Literal[False] | None = False
    signed: tuple[int, int] | None = None
    token: tuple[int, int] | None = None
    token_at = -1

    def __init__(self, text: str, low: str, number: Numeral, dated: str | None) -> None:
        self.text, self.low, self.number, self.dated = text, low, number, dated
        self.start = start = number.start
        self.end = end = number.end
        self.preceding = text[start - 1] if start else " "
        self.following = text[end] if end < len(text) else " "
        words = text[start - 24 if start > 24 else 0 : start].rsplit(None, 1)
        self.word = words[-1] if words and self.preceding in " \u00a0\n" else ""

    def reaches(self, end: int) -> None:
        """Sets the end of the number, and the character after it (a space at the text's end)."""
        self.end = end
        self.following = self.text[end] if end < len(self.text) else " "

    def before(self, offset: int = 1) -> str:
        """The character `offset` places before the number, a space at the start of the text."""
        at = self.start - offset
        return self.text[at] if at >= 0 else " "

    def after(self, offset: int = 0) -> str:
        """The character `offset` places after the number, a space at the end of the text."""
        at = self.end + offset
        return self.text[at] if at < len(self.text) else " "

    def opening(self, reach: int) -> int:
        """The start of the words before the number, at most `reach` characters back.

        Not beyond the sentence, the line, or a semicolon.
        """
        floor = max(0, self.start - reach)
        return max(floor, *(self.text.rfind(mark, floor, self.start) for mark in (". ", "\n", ";")))

    def word_before(self, at: int) -> str:
        """The word before `at`, as written, if only a space parts them.

        >>> from tui.figures.numerals import read_number
        >>> text = "Model 3 sedans"
        >>> site = Site(text, text.lower(), read_number(text, text.lower(), 6), None)
        >>> site.word, site.word_before(14)
        ('Model', '')
        """
        if at <= 0 or self.text[at - 1] not in " \u00a0\n":
            return ""
        words = self.text[at - 24 if at > 24 else 0 : at].rsplit(None, 1)
        return words[-1] if words else ""


class Draft:
    """A figure under construction: first the rule's decision, later what the sentence adds.

    It has every field of `Figure`, to which it is converted at the end; replacing an immutable
    record at each step would take twice the time. Defaults stay on the class: on average eight of
    nineteen fields are set.
    """

    text = ""  # set when the figure is finished
    hedge_start = 0  # where the hedge before the number begins, 0 if there is none
    hedge: str | None = None
    bound: str | None = None
    change: str | None = None
    versus: str | None = None
    base: tuple[int, int] = (0, 0)  # where `versus` stands
    is_base = False  # whether it is what another figure is compared to
    compared: "Draft | None" = None  # the figure in `versus`
    origin: "Draft | None" = None  # the figure that it came from: "up from 46%"
    subject: str | None = None
    period: str | None = None
    sentence: tuple[int, int] = (0, 0)
    links: tuple[tuple[str, int], ...] = ()

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        value: Decimal | None = None,
        low: Decimal | None = None,
        high: Decimal | None = None,
        unit: str | None = None,
        *,
        date: str | None = None,
        scale: int = 1,
        noun_end: int = 0,
    ) -> None:
        self.start, self.end, self.kind = start, end, kind
        self.value, self.low, self.high, self.unit = value, low, high, unit
        self.date, self.scale = date, scale
        self.noun_end = noun_end  # where the counted noun ends, 0 if there is none

    def link(self, relation: str, start: int) -> None:
        """Links it to the figure that starts at `start`, once."""
        if (relation, start) not in self.links:
            self.links = (*self.links, (relation, start))


def link(relation: str, first: Draft, second: Draft) -> None:
    """Links two figures both ways, once."""
    first.link(relation, second.start)
    second.link(relation, first.start)


class NoFigure(NamedTuple):
    """The decision that the number up to `end` is not a figure."""

    end: int


Verdict = Draft | NoFigure | None
