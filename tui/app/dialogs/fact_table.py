"""The rows of the table of facts, and its column headings."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message

from tui.app.dialogs.columns import Column, PlacedColumn, laid_out, table_row
from tui.app.paint import Ink, fit, fit_ends
from tui.app.widgets.row_widget import RowWidget
from tui.app.widgets.rows import Rows
from tui.facts import ORDERS, Fact, Group, Scale, unit_key
from tui.figures import Figure
from tui.notes import Note
from tui.session import Session, TableRow, TableView
from tui.text import cells
from tui.wording import date_words, digits_and_unit, number, signs

#: Cells before the columns: the cursor's bar, a note's sign, signs of hedge and change.
LEAD = 5
FACTS = (
    Column("value", 9, 15, is_right=True),
    Column("unit", 8, 16),
    Column("subject", 12, 30),
    Column("bar", 18, 40),
    Column("period", 9, 18),
    Column("document", 12, 28),
    Column("passage", 44, 60),
)
GROUPS = (
    Column("name", 20, 40),
    Column("figures", 7, 8, is_right=True),
    Column("smallest", 8, 12, is_right=True),
    Column("median", 8, 12, is_right=True),
    Column("largest", 8, 12, is_right=True),
    Column("unit", 8, 30),
)
#: The columns by priority, if not all fit.
_WORTH = ("value", "unit", "subject", "document", "period")
_WORTH_PLOTTED = ("value", "unit", "bar", "document", "subject", "period")
_WORTH_OF_GROUPS = ("name", "figures", "smallest", "largest", "median", "unit")
#: The width from which the table shows the passage.
ROOMY = 150
#: A full and a half cell of a bar; the signs of a closed and an open group.
_FULL, _HALF = "━", "╸"
_CLOSED, _OPEN = "▸", "▾"
NO_SUBJECT = "no subject stated"
#: The number of characters of a passage that any window can show.
_LONGEST = 400


def fact_columns(width: int, *, plotted: bool) -> tuple[PlacedColumn, ...]:
    """The columns for facts in `width` cells."""
    worth = _WORTH_PLOTTED if plotted else _WORTH
    return laid_out(FACTS, (*worth, "passage") if width >= ROOMY else worth, width - LEAD)


def group_columns(width: int, grouping: str) -> tuple[PlacedColumn, ...]:
    """The columns for groups in `width` cells."""
    # Groups by unit are named by it.
    worth = _WORTH_OF_GROUPS[:-1] if grouping == "unit" else _WORTH_OF_GROUPS
    return laid_out(GROUPS, worth, width - LEAD)


class FactTable(Rows):
    """One row for each fact or group, drawn when it comes into view."""

    def __init__(self, ink: Ink, session: Session) -> None:
        super().__init__(ink, id="fact-table")
        self._session = session
        self.view = TableView()
        self.empty: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return len(self.view.rows)

    @property
    def here(self) -> TableRow | None:
        """The fact or group under the cursor."""
        return self.view.row(self.cursor) if self.view.rows else None

    def show(self, view: TableView, here: TableRow | None, empty: tuple[str, ...]) -> None:
        """Show a view, with the cursor on the same row as before, at the same place on the
        screen."""
        height, seen = self.cursor - self.scroll_offset.y, self._seen()
        self.view, self.empty = view, empty
        place = view.place(here)
        if place == self.cursor and seen == self._seen():
            # If rows were only appended, as usual, nothing needs to be redrawn.
            self.measure()
            self.refresh()
            return
        self.reset(0 if place is None else place)
        if place is not None:
            self.scroll_row(place - height)
            self.reveal()

    def _seen(self) -> object:
        """Everything that affects how the visible rows are drawn."""
        view, top = self.view, self.scroll_offset.y
        shown = range(top, min(top + self.lines, len(view.rows)))
        rows = [id(view.row(place)) for place in shown]
        return rows or self.empty, view.options, view.scales, view.marks

    def note_on(self, fact: Fact) -> Note | None:
        """The note on the figure of a fact."""
        document, figure = fact.document, fact.figure
        marks = self._session.all_marks.known(document) or self.view.marks.get(document.name)
        mark = marks.on(figure.start, figure.end) if marks else None
        return mark.note if mark else None

    def point(self, number: int) -> None:
        before = self.unit
        super().point(number)
        if self.view.scales and self.unit != before:
            # Bars are drawn only for values in the same unit as the one under the cursor.
            self.redraw()

    @property
    def unit(self) -> str:
        """The unit key of the value under the cursor."""
        here = self.here
        return unit_key(here.figure) if isinstance(here, Fact) else ""

    @property
    def scale(self) -> Scale | None:
        """The scale of the plotted values."""
        return self.view.scales.get(self.unit)

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        (sign, style), ground = self.bar_and_ground(here)
        bar, row = Segment(fit(sign, 1), ground + style), self.view.row(number)
        if isinstance(row, Fact):
            return [bar, *self._fact(row, width - 1, ground)]
        return [bar, *self._group(row, width - 1, ground)]

    def _fact(self, fact: Fact, width: int, ground: Style) -> list[Segment]:
        ink, figure = self.ink, fact.figure
        note = self.note_on(fact)
        symbol = self._session.verdicts.symbol(note.verdict) if note else None
        noted = Segment(
            fit(symbol.sign, 1) if symbol else " ",
            ground + (ink.of(symbol) if symbol else ink.text),
        )
        said = Segment(fit(f"{signs(figure):>2} ", 3), ground + ink.muted)
        digits, unit = digits_and_unit(figure)
        period = figure.period if figure.period != figure.date else None
        columns = fact_columns(width + 1, plotted=bool(self.view.scales))
        cells_of = {
            "value": (digits, ink.value(figure.kind)),
            "unit": (unit, ink.text),
            "bar": (self._bar(figure, columns), ink.value(figure.kind)),
            "subject": (figure.subject or "", ink.text),
            "period": (date_words(period) if period else "", ink.muted),
            "document": (self._title(fact, columns), ink.muted),
            "passage": (_begin(fact), ink.muted),
        }
        if not unit or cells(digits) > columns[0].width:
            amount = f"{digits} {unit}".rstrip(), ink.value(figure.kind)
            columns = _joined(columns, "value", "unit", amount, cells_of)
        elif unit.casefold() == (figure.subject or unit)[: len(unit)].casefold():
            # The counted noun often is the subject: then it is shown once, in the width of both
            # columns.
            subject = figure.subject or unit, ink.text
            columns = _joined(columns, "unit", "subject", subject, cells_of)
        return [noted, said, *table_row(columns, cells_of, width - LEAD + 1, ground)]

    def _title(self, fact: Fact, columns: tuple[PlacedColumn, ...]) -> str:
        width = next((c.width for c in columns if c.column.name == "document"), 0)
        return fit_ends(*self._session.titles.label(fact.document), width)

    def _bar(self, figure: Figure, columns: tuple[PlacedColumn, ...]) -> str:
        """The bar of a value, if it has the same unit as the one under the cursor."""
        scale, width = self.scale, next((c.width for c in columns if c.column.name == "bar"), 0)
        both = scale.bar(figure) if scale and width and unit_key(figure) == self.unit else None
        if both is None:
            return ""
        first, last = int(both[0] * width), max(1, round(both[1] * width * 2))
        bar = _FULL * (last // 2 - first) + _HALF * (last % 2)
        return " " * min(first, width - 1) + (bar or _HALF)

    def _group(self, group: Group, width: int, ground: Style) -> list[Segment]:
        ink, spread = self.ink, group.spread
        sign = _OPEN if group.key in self.view.options.opened else _CLOSED
        name = group.name or NO_SUBJECT
        cells_of = {
            "name": (f"{sign} {name}", ink.title),
            "figures": (f"{len(group.numbers):,}", ink.text),
            "smallest": (number(spread.smallest) if spread else "", ink.text),
            "median": (number(spread.median) if spread else "", ink.text),
            "largest": (number(spread.largest) if spread else "", ink.text),
            "unit": (group.unit or "", ink.muted),
        }
        lead = Segment(" " * (LEAD - 1), ground)
        columns = group_columns(width + 1, self.view.options.grouping)
        return [lead, *table_row(columns, cells_of, width - LEAD + 1, ground)]


class TableHead(RowWidget):
    """The column headings, with an arrow at the sorted one."""

    @dataclass
    class Chosen(Message):
        """A column heading was clicked."""

        name: str

    def __init__(self, ink: Ink, table: FactTable) -> None:
        super().__init__(ink, id="table-head")
        self._table = table
        self._shown: tuple[PlacedColumn, ...] = ()

    def row(self, y: int, width: int) -> list[Segment]:
        ink, table, options = self.ink, self._table, self._table.view.options
        ground, on_group = ink.surface, isinstance(table.here, Group)
        # The last cell of each row belongs to the scrollbar.
        plotted = bool(table.view.scales)
        columns = fact_columns(width - 1, plotted=plotted)
        if on_group:
            columns = group_columns(width - 1, options.grouping)
        titles = {}
        for column, _, _ in columns:
            title = {"name": options.grouping, "bar": self._scale_words()}.get(
                column.name, column.name
            )
            is_order = column.name == options.order
            arrow = (" ↓" if options.descending else " ↑") if is_order else ""
            titles[column.name] = title + arrow, ink.title if is_order else ink.muted
        self._shown = () if on_group else columns
        cells_of = table_row(columns, titles, width - LEAD, ground)
        return [Segment(" " * LEAD, ground), *cells_of]

    def _scale_words(self) -> str:
        scale = self._table.scale
        if scale is None:
            return ""
        kind = "log" if scale.is_logarithmic else "linear"
        return f"{kind} {number(scale.first)} – {number(scale.last)}"

    def on_click(self, event: events.Click) -> None:
        for column, start, width in self._shown:
            if start <= event.x - LEAD < start + width and column.name in ORDERS:
                self.post_message(self.Chosen(column.name))


def _joined(
    columns: tuple[PlacedColumn, ...],
    first: str,
    second: str,
    said: tuple[str, Style],
    cells_of: dict[str, tuple[str, Style]],
) -> tuple[PlacedColumn, ...]:
    """The columns with two adjacent ones merged, if the text fits into the first."""
    names = [placed.column.name for placed in columns]
    cells_of[first] = said
    if second not in names:
        return columns
    at = names.index(first)
    left, right = columns[at : at + 2]
    if cells(said[0]) > left.width:
        width = right.start + right.width - left.start
        left = PlacedColumn(left.column._replace(is_right=False), left.start, width)
    return (*columns[:at], left, *columns[at + 2 :])


def _begin(fact: Fact) -> str:
    """The beginning of a fact's passage, as much as any window can show."""
    start, end = fact.figure.sentence
    return " ".join(fact.document.text[start : min(end, start + _LONGEST)].split())
