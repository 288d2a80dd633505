"""The list of hits: exact ones, a divider, and approximate ones.

While nothing is typed, it shows earlier queries.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from rich.segment import Segment

from tui.app.dialogs.queries import EarlierQuery, draw_query
from tui.app.paint import NOTE_SIGN, Ink, Part, cached_line, fit_ends, line, runs
from tui.app.widgets.rows import Rows
from tui.session import Session
from tui.text import cells, offset_at_cell, safe, spell

if TYPE_CHECKING:
    from tui.search import Hit, Query

#: Signs for line breaks within a passage.
_BLANKS = str.maketrans("\t\r\n", "   ")
#: Shown if there are no earlier queries.
NO_QUERIES = ("Type some words, a figure,", "or a comparison like >1bn.")
_SIGNS = {"title": "T", "fact": "#", "note": NOTE_SIGN, "passage": "¶"}


class HitList(Rows):
    """Two rows for each hit: its text with the matches highlighted, and its place; or one row for
    each query.

    One widget for both, since exchanging widgets would lay out the screen (8 ms).
    """

    def __init__(self, ink: Ink, session: Session) -> None:
        super().__init__(ink, id="hits")
        self._session = session
        self._query: Query | None = None
        self.hits: list[Hit] = []
        #: The earlier queries, while they are shown instead of hits.
        self.queries: list[EarlierQuery] | None = None
        self.empty: tuple[str, ...] = ()
        self._shown: OrderedDict[int, tuple[str, list[tuple[int, int]]]] = OrderedDict()
        #: The index of the first approximate hit, below the divider.
        self._close_from: int | None = None
        self._corrections = ""

    @property
    def length(self) -> int:
        return len(self.hits if self.queries is None else self.queries)

    @property
    def rows(self) -> int:
        return super().rows + (self._close_from is not None)

    def first_row(self, number: int) -> int:
        return number * self.per_item + self._is_close(number)

    def item_at(self, y: int) -> tuple[int, int]:
        if self._close_from is not None and y >= self._close_from * self.per_item:
            number, part = divmod(y - 1, self.per_item)
            return (number, part) if number >= self._close_from else (self._close_from, -1)
        return super().item_at(y)

    def _is_close(self, number: int) -> bool:
        return self._close_from is not None and number >= self._close_from

    def show(
        self,
        query: Query | None,
        hits: list[Hit],
        empty: tuple[str, ...],
        corrections: str = "",
    ) -> None:
        """Show the hits of a query, or a text why there are none."""
        self.queries, self.per_item = None, 2
        self._query, self.hits, self.empty = query, hits, empty
        self._close_from = next((at for at, hit in enumerate(hits) if not hit.exact), None)
        self._corrections = corrections
        self._shown.clear()
        self.reset()

    def show_queries(self, queries: list[EarlierQuery], cursor: int = 0) -> None:
        """Show earlier queries."""
        self.show(None, [], NO_QUERIES)
        self.queries, self.per_item = queries, 1
        self.reset(cursor)

    def reveal(self) -> None:
        super().reveal()
        if self.cursor == self._close_from and self.first_row(self.cursor) == self.scroll_offset.y:
            self.scroll_row(self.scroll_offset.y - 1)

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        bar, ground = self.bar_and_ground(here)
        if self.queries is not None:
            return draw_query(self.queries[number], self.ink, width, bar, ground)
        if part < 0:
            return self._divider(width)
        hit = self.hits[number]
        if part == 1:
            document = self._session.library.get(hit.document)
            # For a hit in a title the second row shows the file name.
            where = hit.document
            if document and hit.kind != "title":
                where = fit_ends(*self._session.titles.label(document), width - 3)
            return cached_line((bar, ("  " + where, self.ink.muted)), width, ground)
        words, spans = self._words(number, width - 3)
        room = width - 3 - cells(safe(words))
        if room < 0:
            cut = spell("…")
            words = words[: offset_at_cell(safe(words), width - 3 - len(cut))] + cut
            room = width - 3 - cells(safe(words))
        sign = cached_line((bar, (_SIGNS[hit.kind] + " ", self.ink.muted)), 3, ground)
        marked = runs(words, ground + self.ink.text, [(a, b, self.ink.match) for a, b in spans])
        return [*sign, *marked, Segment(" " * max(0, room), ground)]

    def _divider(self, width: int) -> list[Segment]:
        """The row between exact and approximate hits."""
        words = "close matches" if self._close_from else "only close matches"
        parts: list[Part] = [("── ≈ ", self.ink.border), (words, self.ink.muted)]
        if self._corrections:
            parts.append((f" · {self._corrections}", self.ink.accent))
        rule = spell("─") * max(0, width - sum(cells(spell(text)) for text, _ in parts) - 1)
        return line([*parts, (f" {rule}", self.ink.border)], width, self.ground)

    def _words(self, number: int, width: int) -> tuple[str, list[tuple[int, int]]]:
        """The part of a hit's text that fits, and the matches: its beginning or, if the first match
        would not be seen, from shortly before that."""
        if number not in self._shown:
            index = self._session.index
            assert index is not None
            assert self._query is not None
            hit = self.hits[number]
            text, start, end = self._session.words_of(hit)
            spans = index.spans(self._query, hit)
            first, last = min(spans, default=(start, start))
            begin = start
            if last - start >= width:
                begin = max(start, text.rfind(" ", start, max(start, first - width // 4)) + 1)
            cut = spell("…") if begin > start else ""
            begin -= len(cut)
            # One more character than fits, to show that more follows.
            words = cut + text[begin + len(cut) : min(end, begin + width + 1)]
            self._shown[number] = (
                words.translate(_BLANKS),
                [(a - begin, b - begin) for a, b in spans],
            )
        return self._shown[number]
