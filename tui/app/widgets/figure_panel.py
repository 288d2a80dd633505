"""The panel of figures: the list in text order, and the details of one."""

from bisect import bisect_left
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.app.paint import Ink, Part, fit, line
from tui.app.widgets.filtered_list import FilteredList
from tui.app.widgets.row_widget import LEVEL, RowWidget
from tui.documents import Document
from tui.figures import Figure
from tui.notes import Note
from tui.session import Marks, Span, Symbol, note_words
from tui.text import Layout, cells, spell
from tui.wording import amount, figure_fields, further_subject, period_of, signs

_start = attrgetter("start")
#: Cells below which a subject is not worth beginning.
_LEAST = 8


class FigureList(FilteredList):
    """One row for each figure: signs for hedge and direction, value and unit."""

    edge = "left"
    NOTHING = ("No figures here.", "{search.open} searches all documents")
    NONE_LEFT = (
        "No figure here has that.",
        "Words of the sentence,",
        ">1bn, kind:money,",
        "unit:CNY, subject:cases,",
        "verdict:wrong",
        "{desk.escape} shows all again",
    )

    figures: tuple[Figure, ...] = ()
    _spans: AbstractSet[Span] = frozenset()
    #: The number of figures with a verdict.
    checked = 0
    _marks: Marks | None = None
    #: Whether the figures are extracted; until then the list says that they are being found.
    is_known = False

    def when_empty(self) -> tuple[str, ...]:
        return super().when_empty() if self.is_known else ("Being found …",)

    def wait(self) -> None:
        """Show that the figures are being extracted."""
        self.show([], None)
        self.is_known = False

    def show(self, figures: list[Figure], marks: Marks | None) -> None:
        """Show the figures of a document."""
        self.is_known = True
        self.figures, self._marks = tuple(figures), marks
        self.shown = self.order = None
        self._ranks = ()
        self._spans = {(figure.start, figure.end) for figure in figures}
        self.checked = marks.checked(self._spans) if marks else 0
        self.reset()

    def set_marks(self, marks: Marks) -> None:
        """Update which figures have notes."""
        changed = [] if self._marks is None else marks.changed_since(self._marks)
        self._marks, before = marks, self._marks
        self.checked = marks.checked(self._spans)
        if before is None or len(changed) > 1:
            self.redraw()
        for start, end in changed[:1]:
            first = bisect_left(self.figures, start, key=_start)
            last = bisect_left(self.figures, end, key=_start)
            self.redraw_items(*range(first, last))

    @property
    def total(self) -> int:
        return len(self.figures)

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        figure = self.figures[number]
        bar, ground = self.bar_and_ground(here)
        mark = self._marks.on(figure.start, figure.end) if self._marks else None
        symbol = self._marks.symbol_of(mark.note) if self._marks and mark else None
        words = amount(figure)
        taken = cells(bar[0]) + 3 + cells(words) + (2 if symbol else 0)
        return line(
            [
                bar,
                (f"{signs(figure):>2} ", self.ink.muted),
                (words, self.ink.value(figure.kind)),
                (what_it_says(figure, width - taken), self.ink.muted),
            ],
            width,
            ground,
            right=[(symbol.sign, self.ink.of(symbol))] if symbol else [],
        )


def what_it_says(figure: Figure, room: int) -> str:
    """What stands behind a value in `room` cells: its subject without the words of its unit, cut if
    need be, and its period if that fits whole."""
    subject, unit, period = further_subject(figure), figure.unit or "", period_of(figure)
    if unit.endswith(subject) or room < _LEAST:
        words = ""
    elif subject.startswith(f"{unit} "):
        words = fit(subject.removeprefix(unit), room)  # "30 cases of fraud"
    else:
        words = fit(f"  {subject}", room)
    if period and cells(period) + 3 <= room - cells(words):
        words += f" · {period}" if words else f"  {period}"
    return words


class Detail(NamedTuple):
    """A figure of a document, and the note on it with its sign."""

    document: Document
    figure: Figure
    note: Note | None
    symbol: Symbol


class FigureDetail(RowWidget):
    """The details of the figure under the cursor: fields, note, sentence."""

    edge = "left"

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, id="detail")
        self._rows: list[list[Part]] = []
        self._content: Detail | None = None

    def show(self, content: Detail | None) -> None:
        """Show a figure and its note, or nothing."""
        if content != self._content:
            self._content = content
            self._arrange()

    def set_ink(self, ink: Ink) -> None:
        super().set_ink(ink)
        self._arrange()

    def row(self, y: int, width: int) -> list[Segment]:
        ground = self.ink.surface
        if y == 0:
            return [Segment(spell(LEVEL) * width, ground + self.ink.border)]
        return line(self._rows[y - 1] if y <= len(self._rows) else [], width, ground)

    def on_resize(self) -> None:
        if self._content is not None:
            self._arrange()

    def _arrange(self) -> None:
        self._rows = []
        if self._content is not None:
            document, figure, note, symbol = self._content
            for name, words in figure_fields(figure):
                style = self.ink.value(figure.kind) if name == figure.kind else self.ink.text
                self._wrap(f"{name} ", self.ink.muted, words, style, 2)
            if note is not None:
                words = note_words(note, figure)
                self._wrap(f"{symbol.sign} ", self.ink.of(symbol), words, self.ink.text, 3)
            start, end = figure.sentence
            sentence = " ".join(document.text[start:end].split())
            most = max(1, self.size.height - 1 - len(self._rows))
            self._wrap("“", self.ink.muted, f"{sentence}”", self.ink.muted, most)
        self.refresh()

    def _wrap(self, label: str, label_style: Style, words: str, style: Style, most: int) -> None:
        """Add rows: a label, and text wrapped next to it, at most `most` rows; the last one shows
        if it was cut."""
        width = max(8, self.size.width - 3)
        whole = label + " ".join(words[: width * (most + 1)].split())
        layout = Layout(whole, width)
        for number, row in enumerate(layout.slice(0, most), 1):
            text = whole[row.start : row.visible_end]
            if number == most:
                text = fit(whole[row.start :], width)
            parts: list[Part] = [(" ", style)]
            if row.start == 0:
                parts.append((label, label_style))
                text = text[len(label) :]
            parts.append((text, style))
            self._rows.append(parts)


class FigurePanel(Vertical):
    """The list, with the details below it."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(id="figure-panel")
        self.list = FigureList(ink, id="figures")
        self.detail = FigureDetail(ink)

    def compose(self) -> ComposeResult:
        yield self.list
        yield self.detail
