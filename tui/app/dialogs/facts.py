"""The table of facts: every figure in the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer

from tui.app import keys
from tui.app.dialogs.fact_detail import FactDetail, RowDetail
from tui.app.dialogs.fact_dialog import FactDialog
from tui.app.dialogs.fact_table import FactTable, TableHead
from tui.app.widgets.header import Header, Heading
from tui.app.widgets.rows import Rows
from tui.documents import Document
from tui.facts import Fact
from tui.session import FEW_FIGURES, Session, Sheet, TableOptions, TableView, fact_sheet
from tui.wording import counted

if TYPE_CHECKING:
    from tui.app.actions.notes import NoteActions
    from tui.app.background.background import Background
    from tui.app.paint import Ink

#: The name of each order, and of the reversed order.
_ORDERS = {
    "place": ("in the order of the texts", "from the last text to the first"),
    "value": ("by value in each unit, largest first", "by value in each unit, smallest first"),
    "unit": ("by unit, A to Z", "by unit, Z to A"),
    "subject": ("by subject, A to Z", "by subject, Z to A"),
    "period": ("by period, latest first", "by period, earliest first"),
    "document": ("by document, A to Z", "by document, Z to A"),
}
_NO_DOCUMENTS = ("No documents are open.",)
_NO_FIGURES = ("No figures in these documents.",)
_BEING_FOUND = ("The figures are being found …",)
#: The interval for adding new figures: at least this many seconds, and a multiple of the time it
#: took last.
PAUSE, TIMES = 0.5, 3.0


class FactsScreen(FactDialog):
    """Returns the fact that was opened, or None."""

    BINDINGS = keys.bindings("facts", "judge")
    PLACE, NAME = "facts", "Facts"
    NO_FACT = "Go to a figure first; {row.open} opens a group."

    @dataclass
    class Built(Message):
        """A partial or complete result."""

        round: int
        view: TableView

    @dataclass
    class Ended(Message):
        """A round is complete, after `seconds`."""

        round: int
        took: float

    def __init__(
        self,
        session: Session,
        ink: Ink,
        background: Background,
        note_actions: NoteActions,
        compare: Callable[[Fact, Callable[[Fact | None, Fact], None]], None],
    ) -> None:
        """`compare` opens the comparison of a fact with others."""
        super().__init__(session, ink, background, note_actions)
        self._compare = compare
        self._builder = session.table_builder
        self._heading = Header(ink)
        self._table = FactTable(ink, session)
        self._head = TableHead(ink, self._table)
        self._detail = FactDetail(ink)
        self._round = 0
        self._is_busy = self._is_behind = False
        self._later: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="facts"):
            yield self._heading
            yield self._field
            yield self._head
            yield self._table
            yield self._detail
            yield self._status

    def begin(self) -> None:
        self.set_focus(self._table)
        self._status.clear_message()
        self._is_busy = self._is_behind = False
        if len(self._builder.view.table):
            self._show(self._builder.view)
        self._field.put(self._wish.typed)

    def end(self) -> None:
        # Cancel any round that is still running in a thread.
        self._round += 1
        if self._later is not None:
            self._later.stop()

    # Building the table ---------------------------------------------------------------------

    @property
    def _wish(self) -> TableOptions:
        return self._builder.options

    def _want(self, options: TableOptions) -> None:
        """Show another filter, order or grouping."""
        self._builder.options = options
        self._build()

    def _build(self) -> None:
        """Compute the table: directly if it is small, else in a thread."""
        self._round += 1
        number, asked = self._round, self._session.table_request(self._wish)
        self.say_problem(asked.query)
        if self._is_little(asked.documents):
            self._builder.build(asked, lambda: False, self._show)
            return

        def work() -> None:
            began = monotonic()
            self._builder.build(
                asked,
                lambda: self._round != number,
                lambda view: self.post_message(self.Built(number, view)),
            )
            self.post_message(self.Ended(number, monotonic() - began))

        self._is_busy = True
        self._tell(self._table.view)
        self._background.run(work)

    def _is_little(self, documents: Iterable[Document]) -> bool:
        """Whether the table can be computed directly on a keystroke."""
        total = len(self._builder.view.table)
        if total <= FEW_FIGURES:
            total = sum(len(one.figures) for one in documents if one.is_extracted)
        return total <= FEW_FIGURES

    def figures_found(self) -> None:
        """Add new figures, after the current round."""
        if self._is_busy:
            self._is_behind = True
        else:
            self._build()

    def notes_changed(self) -> None:
        self._table.redraw()
        self._look()
        self.figures_found()

    def on_facts_screen_built(self, event: Built) -> None:
        if event.round == self._round:
            self._show(event.view)

    def on_facts_screen_ended(self, event: Ended) -> None:
        if event.round != self._round:
            return
        self._is_busy = False
        self._tell(self._table.view)
        if self._is_behind:
            self._is_behind = False
            self._later = self.set_timer(max(PAUSE, TIMES * event.took), self.figures_found)

    # Showing ----------------------------------------------------------------------------------

    def _show(self, view: TableView) -> None:
        builder = self._builder
        before, builder.view = builder.view.options, view
        self._applied = view.options.typed
        here = None if view.options.is_arranged_otherwise(before) else builder.here
        self._table.show(view, here, self._empty(view))
        self._tell(view)
        self._look()

    def _empty(self, view: TableView) -> tuple[str, ...]:
        if not len(self._session.library):
            return _NO_DOCUMENTS
        if len(view.table):
            return self.no_such
        return _BEING_FOUND if view.unknown else _NO_FIGURES

    def _tell(self, view: TableView) -> None:
        """Show the number of figures, the order, and progress."""
        options, total = view.options, len(view.table)
        order = _ORDERS[options.order][options.backwards]
        grouped = f" · grouped by {options.grouping}" if options.grouping else ""
        coming = ""
        if view.unknown:
            coming = f"{counted(view.unknown, 'document')} still to be read"
        elif self._is_busy:
            coming = f"filtering: {view.share:.0%}" if view.share < 1 else "looking …"
        self._heading.show([Heading(0, f"Facts · {order}{grouped}", coming, has_focus=True)])
        some = f"{view.kept:,} of " if view.kept != total else ""
        self._status.tell(some + counted(total, "figure"))

    @on(Rows.Moved)
    def _look(self) -> None:
        """Show the details of the row under the cursor."""
        here = self._table.here
        if here is not None:
            self._builder.here = here
        note = self._table.note_on(self.fact_here) if self.fact_here else None
        symbol = self._session.verdicts.symbol(note.verdict if note else None)
        self._detail.show(RowDetail(here, note, symbol))
        self._head.refresh()

    # Keys -------------------------------------------------------------------------------------

    @property
    def fact_here(self) -> Fact | None:
        return self._table.here if isinstance(self._table.here, Fact) else None

    @property
    def fact_list(self) -> Rows:
        return self._table

    def filter(self, typed: str) -> None:
        self._want(self._wish._replace(typed=typed))

    @on(Rows.Opened)
    def _go(self) -> None:
        here = self._table.here
        if isinstance(here, Fact):
            if self.chosen_fact():
                self.dismiss(here)
        elif here is not None:
            self._want(self._wish.toggled(here))

    def action_facts_filter(self) -> None:
        self.type_filter()

    def action_facts_sort(self) -> None:
        self._want(self._wish.sorted_next())

    def action_facts_reverse(self) -> None:
        self._want(self._wish.sorted_by(self._wish.order))

    @on(TableHead.Chosen)
    def _sort_by(self, event: TableHead.Chosen) -> None:
        self._want(self._wish.sorted_by(event.name))

    def action_facts_group(self) -> None:
        self._want(self._wish.grouped_next())

    def action_facts_plot(self) -> None:
        self._want(self._wish._replace(plotted=not self._wish.plotted))

    def action_facts_compare(self) -> None:
        def compared(rival: Fact | None, _last: Fact) -> None:
            if rival is not None:
                self.dismiss(rival)

        fact = self.chosen_fact()
        if fact is not None:
            self._compare(fact, compared)

    def sheet(self) -> Sheet | None:
        facts = self._table.view.facts()
        return fact_sheet(facts, self._table.note_on, self._session.verdicts) if facts else None

    def action_facts_export(self) -> None:
        self.write_file()

    def action_facts_note(self) -> None:
        self.edit_note()

    def action_facts_close(self) -> None:
        self.step_out()
