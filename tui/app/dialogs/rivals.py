"""The list of rivals: figures that may be the same fact, and how they compare to the one at the
top."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment

from tui.app.paint import Ink, Part, fit, fit_ends, line
from tui.app.widgets.rows import Rows
from tui.facts import Fact, Rival, relation
from tui.figures import Figure
from tui.session import Titles, difference_words, relation_label
from tui.text import cells, spell
from tui.wording import date_words, digits_and_unit, signs

#: The widths from which a rival takes one row, and from which its fields are wider.
WIDE, ROOMY = 120, 160
#: The width below which only the percentage of a relation is shown, after its sign.
NARROW = 60
#: The maximum widths of unit, relation and period: normal, and in a wide window.
_FIELDS = (25, 31, 26), (38, 36, 30)
#: The maximum number of decimals shown.
_MAX_DECIMALS = 4
_NO_WIDTHS = 0, 0, 0, 0


class Digits(NamedTuple):
    """A value in full: the digits before the decimal point, and the rest."""

    whole: str
    rest: str


class RivalList(Rows):
    """Two rows for each rival, one in a wide window; values are aligned at the decimal point."""

    per_item = 2

    def __init__(self, ink: Ink, titles: Titles) -> None:
        super().__init__(ink, id="rivals")
        self._titles = titles
        self._asked: Fact | None = None
        self.rivals: list[Rival] = []
        self.empty: tuple[str, ...] = ()
        self._whole, self._rest, self._unit, self._when = _NO_WIDTHS

    @property
    def length(self) -> int:
        return len(self.rivals)

    @property
    def here(self) -> Rival | None:
        """The rival under the cursor."""
        return self.rivals[self.cursor] if self.rivals else None

    def show(
        self,
        asked: Fact,
        rivals: list[Rival],
        empty: tuple[str, ...],
        at: Fact | None = None,
    ) -> None:
        """Show the rivals of a fact, with the cursor on one of them, or on the same one as before
        if it is among them."""
        before = self.here.fact if self.here and asked == self._asked else None
        self._asked, self.rivals, self.empty = asked, rivals, empty
        widths = zip(*(_widths(rival.fact.figure) for rival in rivals), strict=True)
        self._whole, self._rest, self._unit, self._when = map(max, widths) if rivals else _NO_WIDTHS
        numbers = (number for number, rival in enumerate(rivals) if rival.fact == (at or before))
        self.reset(next(numbers, 0))

    def on_resize(self) -> None:
        per_item = 1 if self.size.width >= WIDE else 2
        if per_item != self.per_item:
            self.per_item = per_item
            self._strips.clear()
            self.measure()
        super().on_resize()

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        ink = self.ink
        bar, ground = self.bar_and_ground(here)
        fact = self.rivals[number].fact
        when = _when(fact.figure)
        if part == 1:
            before = f"    {when} · "
            where = self._where(fact, width - cells(spell(before)) - 1)
            return line([bar, (before + where, ink.muted)], width, ground)
        value, unit, stands = self._fields(self.rivals[number])
        if self.per_item == 2:
            return line(
                [bar, *value, unit], width, ground, right=[(" ", ink.text), stands, (" ", ink.text)]
            )
        unit_width, stand_width, when_width = _FIELDS[width >= ROOMY]
        # The document gets what the others do not need.
        unit_width, when_width = min(unit_width, self._unit + 2), min(when_width, self._when + 2)
        used = sum(cells(spell(text)) for text, _ in value) + unit_width + stand_width + when_width
        parts = [
            _padded(unit, unit_width),
            _padded(stands, stand_width),
            _padded((when, ink.text), when_width),
            (self._where(fact, width - used - 1), ink.muted),
        ]
        return line([bar, *value, *parts], width, ground)

    def _fields(self, rival: Rival) -> tuple[list[Part], Part, Part]:
        """The sign and value, the unit, and the words for the relation."""
        ink, fact, figure = self.ink, rival.fact, rival.fact.figure
        assert self._asked is not None
        stands = relation(self._asked, fact)
        symbol, words = relation_label(stands)
        if self.columns < NARROW:
            words = difference_words(stands)
        written = digits(figure)
        number = f"{written.whole:>{self._whole}}{written.rest:<{self._rest}}"
        value: list[Part] = [
            (symbol.sign + " ", ink.of(symbol)),
            (f"{signs(figure):>2} ", ink.muted),
            (number, ink.value(figure.kind)),
        ]
        return (
            value,
            (_what(figure), ink.text if rival.is_likely else ink.muted),
            (words, ink.of(symbol)),
        )

    def _where(self, fact: Fact, width: int) -> str:
        """The line and the document, in `width` cells."""
        assert self._asked is not None
        line_number = fact.document.line_of(fact.figure.start)
        if fact.document is self._asked.document:
            return f"this document, line {line_number}"
        before = f"line {line_number} · "
        return before + fit_ends(*self._titles.label(fact.document), width - cells(before))


@lru_cache(maxsize=1 << 13)
def _widths(figure: Figure) -> tuple[int, int, int, int]:
    """The cells of its digits before and after the point, of its unit and of its period.

    Cached, since neighbours have the same rivals: 600 of them took 5 ms at each.
    """
    written = digits(figure)
    texts = written.whole, written.rest, _what(figure), spell(_when(figure))
    whole, rest, unit, when = map(cells, texts)
    return whole, rest, unit, when


def _what(figure: Figure) -> str:
    """Unit and subject, with a blank on either side."""
    unit, subject = digits_and_unit(figure)[1], figure.subject or ""
    what = subject if unit in subject else " · ".join(filter(None, (unit, subject)))
    return f" {what} "


def _when(figure: Figure) -> str:
    return date_words(figure.period) if figure.period else "no period"


@lru_cache(maxsize=4096)
def digits(figure: Figure) -> Digits:
    """The value of a figure in full, split at the decimal point for alignment.

    >>> from tui.figures import extract
    >>> [digits(f) for f in extract("1.945 million, 28.5% and 5 to 7 ships")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [Digits(whole='1,945,000', rest=''), Digits(whole='28', rest='.5'),
     Digits(whole='5 – 7', rest='')]
    """
    low, high = figure.low, figure.high
    if low is None or high is None:
        return Digits(" ".join(figure.text.split()), "")
    if low != high:
        return Digits(spell(f"{_plain(low)} – {_plain(high)}"), "")
    whole, point, rest = _plain(low).partition(".")
    return Digits(whole, point + rest)


def _plain(value: Decimal) -> str:
    rounded = round(value, _MAX_DECIMALS)
    plain = f"{rounded:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _padded(part: Part, width: int) -> Part:
    """A part padded to exactly `width` cells."""
    shown = fit(part[0], width - 1)
    return shown + " " * (width - cells(shown)), part[1]
