"""The manual in the app: `F1` opens it at the section about the focused pane or dialog."""

from collections.abc import Iterator
from itertools import zip_longest

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.dialogs.places import words_for
from tui.app.paint import Ink, Part
from tui.app.widgets.field import Field
from tui.app.widgets.prose import Prose
from tui.app.widgets.status import Status
from tui.manual import Block, Words, manual
from tui.text import Layout

#: The maximum width of the first column of a table.
_LABELS = 26


class ManualText(Prose):
    """The pages as rows: wrapped text, tables in two columns, code as it is."""

    def __init__(self, ink: Ink, blocks: list[Block], section: str) -> None:
        super().__init__(ink, id="manual-text")
        self._blocks = blocks
        self._section = section
        self.sections: dict[str, int] = {}

    def typeset(self) -> Iterator[list[Part]]:
        ink, count = self.ink, 0
        self.sections = {}
        for block, after in zip_longest(self._blocks, self._blocks[1:]):
            rows = list(self._rows_of(block))
            if not after or block.kind != "item" or after.kind != "item":
                rows.append([])
            if block.kind == "heading":
                self.sections.setdefault(block.lines[0].text, count)
            for row in rows:
                yield [(" ", ink.text), *row]
            count += len(rows)

    def reshape(self) -> None:
        super().reshape()
        if self._section:
            self.scroll_row(self.sections.get(self._section, 0))
            self._section = ""

    def turn_section(self, by: int) -> None:
        """Go to the next heading (1) or the previous one (-1)."""
        top = self.scroll_offset.y
        after = [row for row in self.sections.values() if row > top]
        before = [row for row in self.sections.values() if row < top]
        if row := after[:1] if by > 0 else before[-1:]:
            self.scroll_row(row[0])

    def _rows_of(self, block: Block) -> Iterator[list[Part]]:
        ink, room = self.ink, max(20, self.columns - 2)
        if block.kind == "heading":
            yield [(block.lines[0].text, ink.title)]
            yield [("═" if block.level == 1 else "─", ink.border)] * len(block.lines[0].text)
        elif block.kind == "code":
            for line in block.lines:
                yield [("    ", ink.text), (line.text, ink.muted)]
        elif block.kind == "table":
            width = min(_LABELS, 2 + max(len(label.text) for label in block.labels))
            for label, words in zip(block.labels, block.lines, strict=True):
                yield from self._row_of_table(label.text, words, width, room)
        else:
            mark = "• " if block.kind == "item" else ""
            for number, row in enumerate(self._wrapped(block.lines[0], room - len(mark))):
                yield [(mark if not number else " " * len(mark), ink.muted), *row]

    def _row_of_table(
        self, label: str, words: Words, width: int, room: int
    ) -> Iterator[list[Part]]:
        style, said = self.ink.accent, [*self._wrapped(words, room - width)]
        if len(label) > width - 2:
            yield [(label, style)]
            label = ""
        for number, row in enumerate(said or [[]]):
            yield [(f"{label if not number else '':<{width}}", style), *row]

    def _wrapped(self, words: Words, width: int) -> Iterator[list[Part]]:
        """Text wrapped into rows, with code highlighted."""
        ink, layout = self.ink, Layout(words.text, max(10, width))
        for row in layout.slice(0, len(words.text) + 1):
            parts: list[Part] = []
            at = row.start
            for start, end in words.code:
                if start < row.visible_end and end > row.start:
                    start, end = max(start, row.start), min(end, row.visible_end)
                    parts += [(words.text[at:start], ink.text), (words.text[start:end], ink.accent)]
                    at = end
            yield [*parts, (words.text[at : row.visible_end], ink.text)]


class ManualScreen(Dialog[None]):
    """Scrolls with the keys of every pane; `/` searches it."""

    BINDINGS = keys.bindings("manual")

    def __init__(self, ink: Ink, place: str, pane: str) -> None:
        super().__init__()
        self._text = ManualText(ink, manual(), words_for(place, pane).section)
        self._field = Field(placeholder="words in the manual", id="filter")
        self._status = Status(ink, "manual", "Manual")

    def compose(self) -> ComposeResult:
        yield framed("manual", "Manual", self._field, self._text, self._status)

    def on_mount(self) -> None:
        self._field.display = False
        self._text.focus()

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self._count(*self._text.seek(event.value))

    @on(Input.Submitted)
    def _to_text(self) -> None:
        self._text.focus()
        self._field.display = bool(self._field.value)

    def _count(self, number: int, of: int) -> None:
        found = f"{number:,} of {of:,}" if of else "not found"
        self._status.tell(found if self._field.value.strip() else "Manual")

    def action_manual_find(self) -> None:
        self._field.display = True
        self._field.focus()

    def action_manual_next(self) -> None:
        self._count(*self._text.turn(1))

    def action_manual_previous(self) -> None:
        self._count(*self._text.turn(-1))

    def action_section_next(self) -> None:
        self._text.turn_section(1)

    def action_section_previous(self) -> None:
        self._text.turn_section(-1)

    def action_manual_close(self) -> None:
        if self._field.has_focus:
            self._field.value = ""
            self._to_text()
        else:
            self.dismiss(None)
