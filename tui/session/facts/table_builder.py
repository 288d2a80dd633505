"""Builds the table of facts of all documents: filters, sorts and groups it.

With 100,000 facts this takes a tenth of a second, or a second if a filter matches words, so it runs
in a thread. Every step is cached for the next round, and partial results are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from tui.documents import Document
from tui.facts import Fact, Group, Scale, Table, extent, facts, grouped, unit_key
from tui.session.facts.table_view import TableOptions, TableRow, TableView
from tui.session.filtering import matching_figures
from tui.session.notes.marks import Marks
from tui.session.notes.verdicts import Verdicts

if TYPE_CHECKING:
    from decimal import Decimal

    from tui.figures import Figure
    from tui.notes import Note, NoteStore
    from tui.search import Query

#: Seconds between partial results of a filter.
BEAT = 0.25


class TableRequest(NamedTuple):
    """A request for the table, with everything needed to answer it, as it was at that time."""

    options: TableOptions
    #: The query as typed; None if empty.
    query: Query | None
    documents: Sequence[Document]
    notes: NoteStore
    #: The names of the documents that have notes.
    noted: Collection[str]
    verdicts: Verdicts

    @property
    def asks_for_notes(self) -> bool:
        """Whether the query has conditions on notes."""
        return self.query is not None and self.query.asks_for_notes


class TableBuilder:
    """The state of the table: what is shown, and the caches of the last round."""

    def __init__(self) -> None:
        self.options = TableOptions()
        #: What was shown last, and the row that the cursor was on.
        self.view = TableView()
        self.here: TableRow | None = None
        self._lock = Lock()
        self._found: dict[str, tuple[list[Figure], list[Fact]]] = {}
        self._marks: dict[str, tuple[Document, list[Note], Marks]] = {}
        self._query: Query | None = None
        self._kept: dict[str, tuple[list[Fact], Marks | None, list[int]]] = {}
        # The results of the last round, each valid as long as the one before it is.
        self._chunks: list[list[Fact]] = []
        self._table = Table(())
        self._numbers: Sequence[int] | None = None
        self._order: tuple[str, bool] | None = None
        self._sorted: Sequence[int] = ()
        self._grouping = ""
        self._groups: list[Group] = []
        self._scales: dict[str, Scale] | None = None

    def build(
        self, asked: TableRequest, is_over: Callable[[], bool], tell: Callable[[TableView], object]
    ) -> None:
        """Computes the view and passes it to `tell`, several times if that takes a while; runs in a
        thread.

        Only one round runs at a time. It ends silently once `is_over` returns True.
        """
        with self._lock:
            known = [document for document in asked.documents if document.is_extracted]
            self._tabulate(known)
            if asked.asks_for_notes and not self._read_notes(asked, is_over):
                return
            view = TableView(asked.options, self._table, unknown=len(asked.documents) - len(known))
            for numbers, share in self._filter(asked, known, is_over):
                view = self._arrange(view._replace(share=share), numbers)
                if is_over():
                    return
                tell(view)
            if not asked.asks_for_notes and asked.noted and self._read_notes(asked, is_over):
                tell(view._replace(marks=self._standing()))

    def _tabulate(self, known: Sequence[Document]) -> None:
        """Rebuilds the table if figures were extracted since."""
        chunks = []
        for document in known:
            figures, chunk = self._found.get(document.name, (None, []))
            if figures is not document.figures:
                chunk = list(facts([document]))
                self._found[document.name] = document.figures, chunk
                # Computed here, since it takes 150 us and is needed when a row is drawn.
                _ = document.title
            chunks.append(chunk)
        if len(chunks) != len(self._chunks) or any(
            new is not old for new, old in zip(chunks, self._chunks, strict=True)
        ):
            self._chunks = chunks
            self._table = Table([fact for chunk in chunks for fact in chunk])
            self._numbers = None

    def _read_notes(self, asked: TableRequest, is_over: Callable[[], bool]) -> bool:
        """Locates all notes; False if the round was over before."""
        for document in asked.documents:
            if document.name not in asked.noted:
                self._marks.pop(document.name, None)
                continue
            if is_over():
                return False
            said = asked.notes.for_document(document)
            of, before, _ = self._marks.get(document.name, (None, None, None))
            if of is not document or before != said:
                marks = Marks(document, said, asked.verdicts)
                self._marks[document.name] = document, said, marks
        return True

    def _standing(self) -> dict[str, Marks]:
        return {name: marks for name, (_, _, marks) in self._marks.items()}

    def _filter(
        self, asked: TableRequest, known: Sequence[Document], is_over: Callable[[], bool]
    ) -> Iterator[tuple[Sequence[int], float]]:
        """Yields the numbers of the matching facts so far, and the share of the table that was
        filtered."""
        query = asked.query
        if query is None:
            self._query = None
            yield range(len(self._table)), 1.0
            return
        if self._query is None or query.root != self._query.root:
            self._query, self._kept = query, {}
        told, base, numbers = monotonic(), 0, list[int]()
        for document, chunk in zip(known, self._chunks, strict=True):
            kept = self._kept_of(document, chunk, asked, is_over)
            if is_over():
                return
            numbers += [base + number for number in kept]
            base += len(chunk)
            if monotonic() - told > BEAT:
                yield list(numbers), base / len(self._table)
                told = monotonic()
        yield numbers, 1.0

    def _kept_of(
        self,
        document: Document,
        chunk: list[Fact],
        asked: TableRequest,
        is_over: Callable[[], bool],
    ) -> list[int]:
        """Indexes of the matching figures of a document."""
        marks = None
        if asked.asks_for_notes and document.name in self._marks:
            marks = self._marks[document.name][2]
        before = self._kept.get(document.name)
        if before is not None and before[0] is chunk and before[1] is marks:
            return before[2]
        assert asked.query is not None
        figures = [fact.figure for fact in chunk]
        kept = matching_figures(
            asked.query, figures, document, marks or Marks(document, ()), is_over
        )
        if not is_over():
            self._kept[document.name] = chunk, marks, kept
        return kept

    def _arrange(self, view: TableView, numbers: Sequence[int]) -> TableView:
        """Sorts and groups the matching facts; reuses the last round's results if nothing
        changed."""
        options, table = view.options, view.table
        if numbers != self._numbers:
            self._numbers, self._order, self._scales = numbers, None, None
        if self._order != (options.order, options.descending):
            self._order, self._grouping = (options.order, options.descending), ""
            self._sorted = table.sort(numbers, options.order, descending=options.descending)
        if options.grouping and options.grouping != self._grouping:
            self._groups = grouped(table, self._sorted, options.grouping)
            self._grouping = options.grouping
        if options.plotted and self._scales is None:
            self._scales = _scales(table, numbers)
        groups = self._groups if options.grouping else []
        return view._replace(
            rows=_rows(groups, options.opened) if options.grouping else self._sorted,
            groups=groups,
            kept=len(numbers),
            scales=self._scales if options.plotted and self._scales else {},
            marks=self._standing(),
        )


def _rows(groups: Sequence[Group], opened: Collection[str]) -> list[int]:
    rows = []
    for at, group in enumerate(groups):
        rows.append(-1 - at)
        if group.key in opened:
            rows += group.numbers
    return rows


def _scales(table: Table, numbers: Sequence[int]) -> dict[str, Scale]:
    """The scale of each unit, for all of these facts."""
    values: dict[str, list[tuple[Decimal, Decimal]]] = {}
    for number in numbers:
        figure = table.facts[number].figure
        both = extent(figure)
        if both is not None:
            values.setdefault(unit_key(figure), []).append(both)
    return {unit: scale for unit, pairs in values.items() if (scale := Scale.of(pairs))}
