"""The details of the row under the cursor in the table of facts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from rich.segment import Segment

from tui.app.dialogs.fact_table import NO_SUBJECT
from tui.app.paint import Ink, Part, fit, line, runs
from tui.app.widgets.row_widget import LEVEL, RowWidget
from tui.facts import Fact, Group
from tui.notes import Note
from tui.session import Symbol, TableRow, note_words
from tui.text import Layout, cells, spell
from tui.wording import date_words, figure_fields, number

#: The maximum number of characters shown before and after the figure of a passage.
_BEFORE, _BEHIND = 300, 1_500
#: The number of rows for the fields, the note and the passage.
FIELDS, NOTE, PASSAGE = 3, 2, 6
_BLANKS = str.maketrans("\t\r\n", "   ")


class RowDetail(NamedTuple):
    """A row of the table, and the note on it with its sign."""

    here: TableRow | None
    note: Note | None
    symbol: Symbol


class FactDetail(RowWidget):
    """A fact with its fields, note, passage and document; or the summary of a group."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, id="fact-detail")
        self._shown: RowDetail | None = None
        self._rows: list[list[Segment]] = []

    def show(self, shown: RowDetail) -> None:
        """Show a row of the table."""
        if shown != self._shown:
            self._shown = shown
            self._arrange()

    def set_ink(self, ink: Ink) -> None:
        super().set_ink(ink)
        self._arrange()

    def on_resize(self) -> None:
        self._arrange()

    def row(self, y: int, width: int) -> list[Segment]:
        ground = self.ink.surface
        if y == 0:
            return [Segment(spell(LEVEL) * width, ground + self.ink.border)]
        shown = self._rows[y - 1] if y <= len(self._rows) else []
        return Segment.adjust_line_length(shown, width, ground)

    def _arrange(self) -> None:
        self._rows = []
        here = self._shown.here if self._shown else None
        if isinstance(here, Fact):
            self._arrange_fact(here)
        elif isinstance(here, Group):
            self._flow(self._of_group(here))
        self.refresh()

    def _arrange_fact(self, fact: Fact) -> None:
        ink, figure = self.ink, fact.figure
        assert self._shown is not None
        words = dict(figure_fields(figure))
        fields: list[tuple[Part, Part]] = [
            ((f"{name} ", ink.muted), (said, ink.value(name) if name == figure.kind else ink.text))
            for name, said in words.items()
        ]
        self._flow(fields)
        note, symbol = self._shown.note, self._shown.symbol
        room = max(1, self.size.height - 2 - len(self._rows))
        if note is not None:
            said = note_words(note, figure)[:1_000]
            label: Part = (f" {symbol.sign} ", ink.of(symbol))
            self._rows.append(line([label, (said, ink.text)], self.size.width, ink.surface))
            room -= 1
        self._wrap_passage(fact, max(1, room))
        document = fact.document
        dated = f" · {date_words(document.dated)}" if document.dated else ""
        where = f" {document.title} · {document.name}{dated}"
        self._rows.append(line([(where, ink.muted)], self.size.width, ink.surface))

    def _of_group(self, group: Group) -> list[tuple[Part, Part]]:
        ink, spread = self.ink, group.spread
        figures, documents = len(group.numbers), group.documents
        said = [
            ("", group.name or NO_SUBJECT),
            ("figures", f"{figures:,}"),
            ("documents", f"{documents:,}"),
        ]
        if spread is not None:
            said += [
                ("smallest", number(spread.smallest)),
                ("median", number(spread.median)),
                ("largest", number(spread.largest)),
            ]
            said += [("in", group.unit)] if group.unit else []
        return [
            ((f"{name} " if name else "", ink.muted), (words, ink.text)) for name, words in said
        ]

    def _flow(self, fields: Iterable[tuple[Part, Part]]) -> None:
        """Add rows of named fields, as many in each row as fit."""
        ink, width = self.ink, self.size.width
        parts: list[Part] = []
        used = width
        for label, said in fields:
            needed = cells(label[0]) + cells(said[0]) + 3
            if used + needed > width:
                self._end_row(parts)
                parts, used = [(" ", ink.text)], 1
            parts += [label, said, ("   ", ink.text)]
            used += needed
        self._end_row(parts)
        del self._rows[FIELDS:]

    def _end_row(self, parts: list[Part]) -> None:
        if parts:
            self._rows.append(line(parts, self.size.width, self.ink.surface))

    def _wrap_passage(self, fact: Fact, most: int) -> None:
        """Add rows of the passage, with its figure highlighted."""
        ink, figure, text = self.ink, fact.figure, fact.document.text
        start, end = figure.sentence
        cut = figure.start - start > _BEFORE
        first = text.rfind(" ", start, figure.start - _BEFORE + 50) + 1 if cut else start
        first = max(first, start)
        passage = text[first : min(end, figure.end + _BEHIND)].translate(_BLANKS)
        marked = (figure.start - first, figure.end - first, ink.kind(figure.kind))
        ground = ink.surface + ink.text
        layout = Layout(passage, max(8, self.size.width - 3))
        for count, row in enumerate(islice(layout.slice(0, most), most), 1):
            words = passage[row.start : row.visible_end]
            over = (marked[0] - row.start, marked[1] - row.start, marked[2])
            opening = fit("“", 1) if row.start == 0 else " "
            is_last = not passage[row.end :].strip()
            closing = "”" if is_last else "…" if count == most else ""
            shown = [Segment(f" {opening}", ground), *runs(words, ground, [over])]
            self._rows.append([*shown, Segment(fit(closing, 1), ground)])
