"""The list of a document's figures with what others say of them, and how many stand how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment

from tui.app.dialogs.columns import Column, PlacedColumn, laid_out, table_row
from tui.app.paint import Ink, Part, fit, fit_ends, line
from tui.app.widgets.row_widget import RowWidget
from tui.app.widgets.rows import Rows
from tui.facts import Fact
from tui.session import (
    DIFFERS_HERE,
    STATES,
    DraftCheck,
    Marks,
    Session,
    Standing,
    deciding_words,
    standing_signs,
    state_symbol,
    state_words,
)
from tui.text import cells
from tui.wording import date_words, labelled

#: Cells before the columns: the cursor's bar, the sign of the verdict, two blanks.
LEAD = 4
COLUMNS = (
    Column("others", 16, 24),
    Column("figure", 19, 40),
    Column("period", 10, 20),
    Column("elsewhere", 22, 44),
    Column("document", 12, 40),
)
#: The columns by priority, if not all fit.
_WORTH = ("others", "figure", "elsewhere", "document", "period")


class CheckList(Rows):
    """One row for each figure: its verdict, how others relate to it, the figure, and the one that
    decides."""

    def __init__(self, ink: Ink, session: Session) -> None:
        super().__init__(ink, id="check-list")
        self._session = session
        self._check: DraftCheck = session.draft_check
        self.numbers: Sequence[int] = ()
        self._facts: Sequence[Fact] = ()
        self._standings: list[Standing | None] = []
        self._marks: Marks | None = None
        self.empty: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return len(self.numbers)

    @property
    def here(self) -> int | None:
        """The number of the figure under the cursor."""
        return self.numbers[self.cursor] if self.numbers else None

    def show(self, numbers: Sequence[int], empty: tuple[str, ...], here: int | None = None) -> None:
        """Show figures in this order, with the cursor on one of them; without it the cursor stays
        in its row."""
        height, seen = self.cursor - self.scroll_offset.y, self._seen()
        self.numbers, self.empty, self._facts = numbers, empty, self._check.facts
        self._standings = [self._check.standing(number) for number in numbers]
        place = numbers.index(here) if here in numbers else self.cursor
        if place == self.cursor and numbers and seen == self._seen():
            # Nothing that is on the screen has changed.
            self.measure()
            self.refresh()
            return
        self.reset(place)
        self.scroll_row(place - height)
        self.reveal()

    def set_marks(self, marks: Marks) -> None:
        """Show these notes on the figures."""
        before, self._marks = self._marks, marks
        if before is None:
            self.redraw()
            return
        spans = set(marks.changed_since(before))
        figures = (self._facts[number].figure for number in self.numbers)
        there = enumerate((figure.start, figure.end) for figure in figures)
        if rows := [place for place, span in there if span in spans]:
            self.redraw(*rows)

    def _seen(self) -> tuple[object, ...]:
        """The figures in the visible rows, and what is known of them."""
        shown = slice(self.scroll_offset.y, self.scroll_offset.y + self.lines)
        return id(self._facts), self.numbers[shown], self._standings[shown]

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        ink, fact = self.ink, self._facts[self.numbers[number]]
        (sign, style), ground = self.bar_and_ground(here)
        figure = fact.figure
        mark = self._marks.on(figure.start, figure.end) if self._marks else None
        symbol = self._session.verdicts.symbol(mark.note.verdict) if mark else None
        stands = self._standings[number]
        judged = line([(symbol.sign, ink.of(symbol))] if symbol else [], LEAD - 1, ground)
        columns = laid_out(COLUMNS, _WORTH, width - LEAD)
        period = figure.period if figure.period != figure.date else None
        cells_of = {
            "others": _others(stands, ink, _width(columns, "others")),
            "figure": (labelled(figure), ink.value(figure.kind)),
            "period": (date_words(period) if period else "", ink.muted),
            "elsewhere": _elsewhere(stands, ink, _width(columns, "elsewhere")),
            "document": (self._place(stands, _width(columns, "document")), ink.muted),
        }
        return [
            Segment(fit(sign, 1), ground + style),
            *judged,
            *table_row(columns, cells_of, width - LEAD, ground),
        ]

    def _place(self, stands: Standing | None, width: int) -> str:
        """The document of the figure that decides, in `width` cells."""
        if stands is None or stands.rival is None:
            return ""
        document = stands.rival.fact.document
        if document is self._check.document:
            return "this document" if width >= len("this document") else "here"
        return fit_ends(*self._session.titles.label(document), width)


def _others(stands: Standing | None, ink: Ink, width: int) -> Part:
    """How many others relate to a figure how, in the colour of what needs attention first.

    Where there is no room for "nowhere else  here = 1", the signs alone say so.
    """
    if stands is None:
        return "…", ink.muted
    words = standing_signs(stands)
    if cells(words) > width:
        words = stands.tally.signs or words
    return words, ink.of(state_symbol(stands.state))


def _width(columns: tuple[PlacedColumn, ...], name: str) -> int:
    return next((placed.width for placed in columns if placed.column.name == name), 0)


def _elsewhere(stands: Standing | None, ink: Ink, width: int) -> Part:
    """The figure that decides, with what tells it apart, which is cut last: its period, or how far
    its value is from the other one."""
    if stands is None or stands.rival is None:
        return "", ink.muted
    words, apart = deciding_words(stands)
    ending = f", {apart}" if apart else ""
    kept = ending if cells(ending) <= width // 2 else ""
    style = ink.text if stands.rival.is_likely else ink.muted
    return fit_ends(words + ending, kept, width), style


class CheckSummary(RowWidget):
    """One row: how many figures stand how, or a sentence instead."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, id="check-summary")
        self._counts: Mapping[str, int] = {}
        self._sentence = ""

    def show(self, counts: Mapping[str, int], sentence: str = "") -> None:
        """Show how many figures stand in each of `STATES`, or the sentence."""
        if (counts, sentence) != (self._counts, self._sentence):
            self._counts, self._sentence = counts, sentence
            self.refresh()

    def row(self, y: int, width: int) -> list[Segment]:
        ink = self.ink
        if self._sentence:
            return line([(f" {self._sentence}", ink.text)], width, ink.surface)
        counted = [(state, count) for state in STATES if (count := self._counts.get(state))]
        parts = [part for each in counted for part in _summed(*each, ink, short=False)]
        if sum(cells(text) for text, _ in parts) > width:
            parts = [part for each in counted for part in _summed(*each, ink, short=True)]
        return line(parts, width, ink.surface)


def _summed(state: str, count: int, ink: Ink, *, short: bool) -> list[Part]:
    """How many figures stand so: a sign, the number and words; `short`: words only without a sign,
    as in the rows below."""
    symbol, words = state_symbol(state), state_words(state)
    here = " here" if short and state == DIFFERS_HERE else ""
    number = f"{here} {symbol.sign} {count:,}"
    said = " " if short and symbol.sign else f" {words} "
    return [(number, ink.of(symbol)), (said, ink.muted)]
