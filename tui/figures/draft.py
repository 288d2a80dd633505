"""The data that rules work on: a number in its text, and the figure under construction."""

from decimal import Decimal
from typing import Literal, NamedTuple

from tui.figures.figure import Figure
from tui.figures.numbers.plain_numbers import Numeral

BLANKS = " \u00a0\n"
RECORD = tuple.__new__  # a `Figure` from its fields in half the time of `Figure._make`


class Site:
    """One number and the text around it.

    `start, end` are the number's span; rules look around it, never at the whole text.
    """

    # What several rules ask about is found out once: the counted noun (False: not yet), where
    # the sign begins and what it is, the word or sign after it with its start, and behind which
    # end that was sought.
    noun: tuple[int, int] | Literal[False] | None = False
    signed: tuple[int, int] | None = None
    token = ""
    token_start = 0
    token_sought = -1
    behind = ""  # the words behind the space after the number in lower case, if they are known

    def __init__(self, text: str, low: str, number: Numeral, dated: str | None) -> None:
        self.text, self.low, self.number, self.dated = text, low, number, dated
        self.start = start = number.start
        self.end = end = number.end
        self.preceding = preceding = text[start - 1] if start else " "
        self.following = text[end] if end < len(text) else " "
        blank = preceding in BLANKS
        words = text[start - 24 if start > 24 else 0 : start].rsplit(None, 1) if blank else None
        self.word = words[-1] if words else ""

    def reaches(self, end: int) -> None:
        """Sets the end of the number, and the character after it (a space at the text's end)."""
        self.end, self.behind = end, ""
        self.following = self.text[end] if end < len(self.text) else " "

    def before(self, offset: int = 1) -> str:
        """The character `offset` places before the number, a space at the start of the text."""
        at = self.start - offset
        return self.text[at] if at >= 0 else " "

    def after(self, offset: int = 0) -> str:
        """The character `offset` places after the number, a space at the end of the text."""
        at = self.end + offset
        return self.text[at] if at < len(self.text) else " "

    def opens_paragraph(self) -> bool:
        """Whether the number stands behind an empty line, or begins a line in words.

        >>> from tui.figures.numbers.numerals import read_number
        >>> def of(text, at):
        ...     number = read_number(text, text.lower(), at)
        ...     return Site(text, text.lower(), number, None).opens_paragraph()
        >>> of("Tremor in Oxley\\n\\n12 died.", 17), of("Tremor in Oxley\\nTwo died.", 16)
        (True, True)
        >>> of("a new Boeing\\n787", 13)
        False
        """
        if self.before() != "\n":
            return False
        gap = self.text[max(0, self.start - 8) : self.start].rpartition(self.word[-1:] or " ")[2]
        return gap.count("\n") > 1 or self.text[self.start].isalpha()

    def opening(self, reach: int) -> int:
        """The start of the words before the number, at most `reach` characters back.

        Not beyond the sentence, the line, or a semicolon.
        """
        floor = max(0, self.start - reach)
        return max(floor, *(self.text.rfind(mark, floor, self.start) for mark in (". ", "\n", ";")))

    def word_before(self, at: int) -> str:
        """The word before `at`, as written, if only a space parts them.

        >>> from tui.figures.numbers.numerals import read_number
        >>> text = "Model 3 sedans"
        >>> site = Site(text, text.lower(), read_number(text, text.lower(), 6), None)
        >>> site.word, site.word_before(14)
        ('Model', '')
        """
        if at <= 0 or self.text[at - 1] not in BLANKS:
            return ""
        words = self.text[at - 24 if at > 24 else 0 : at].rsplit(None, 1)
        return words[-1] if words else ""


class Draft:
    """A figure under construction: first the rule's decision, later what the sentence adds.

    It has the fields of `Figure`, to which it is converted at the end; replacing an immutable
    record at each step would take twice the time.
    """

    __slots__ = (
        *(field for field in Figure._fields if field != "text"),
        "base",  # where `versus` stands
        "compared",  # the figure in `versus`
        "hedge_start",  # where the hedge before the number begins, 0 if there is none
        "is_base",  # whether it is what another figure is compared to
        "labelled",  # whether the subject is the label of a line
        "noun_end",  # where the counted noun ends, 0 if there is none
        "origin",  # the figure that it came from: "up from 46%"
        "scale",
    )

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        value: Decimal | None = None,
        low: Decimal | None = None,
        high: Decimal | None = None,
        unit: str | None = None,
        date: str | None = None,
        scale: int = 1,
        noun_end: int = 0,
    ) -> None:
        self.start, self.end, self.kind = start, end, kind
        self.value, self.low, self.high, self.unit = value, low, high, unit
        self.date, self.scale, self.noun_end = date, scale, noun_end
        self.hedge: str | None = None
        self.bound: str | None = None
        self.change: str | None = None
        self.versus: str | None = None
        self.subject: str | None = None
        self.period: str | None = None
        self.sentence = (0, 0)
        self.links: tuple[tuple[str, int], ...] = ()
        self.base = (0, 0)
        self.hedge_start = 0
        self.is_base = self.labelled = False
        self.compared: Draft | None = None
        self.origin: Draft | None = None

    def finished(self, text: str) -> Figure:
        """The figure, an immutable record; `text` is the whole text."""
        return RECORD(
            Figure,
            (
                self.start,
                self.end,
                text[self.start : self.end],
                self.kind,
                self.value,
                self.low,
                self.high,
                self.unit,
                self.hedge,
                self.bound,
                self.change,
                self.versus,
                self.subject,
                self.period,
                self.date,
                self.sentence,
                self.links,
            ),
        )

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
