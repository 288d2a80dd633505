"""The sort orders of the two lists: applied, remembered, and maintained as items are added."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.background.latest import Latest
from tui.app.desk.panes import DOCUMENTS, FIGURES

if TYPE_CHECKING:
    from tui.app.background.background import Background
    from tui.app.desk.panes import Panes
    from tui.session import Session, SortOrder

#: The number of items sorted directly on a keystroke; more are sorted in a thread. A document takes
#: up to 300 us, if its date was not needed before, a figure 4 us.
FEW_DOCUMENTS, FEW_FIGURES = 30, 1_000
#: The names of the lists by pane.
LISTS = {DOCUMENTS: "documents", FIGURES: "figures"}


class Sorter:
    """The orders by pane number, remembered across runs."""

    def __init__(
        self, session: Session, panes: Panes, background: Background, head: Callable[[], None]
    ) -> None:
        self._session, self._panes = session, panes
        self._head = head
        self._latest = {pane: Latest(background) for pane in LISTS}
        self._words = dict.fromkeys(LISTS, "")

    def words(self, pane: int) -> str:
        """The order in words for the heading; "" for the natural order."""
        return self._words[pane]

    def chosen(self, pane: int) -> SortOrder:
        """The order of a list."""
        from tui.session import SortOrder

        listed = LISTS[pane]
        return SortOrder.of(listed, self._session.memory.orders.get(listed, ""))

    def choose(self, pane: int, sorting: SortOrder) -> None:
        """Sort a list in another order."""
        self._session.memory.choose_order(LISTS[pane], sorting.remembered)
        self.sort(pane)

    def sort(self, pane: int) -> None:
        """Sort a list again, after the order or the items have changed."""
        self._latest[pane].drop()
        if not self._session.memory.orders.get(LISTS[pane]):
            self._show(pane, None)
        elif pane == DOCUMENTS:
            self._sort_documents()
        else:
            self._sort_figures()

    def _sort_documents(self) -> None:
        from tui.session import document_order

        session = self._session
        work = document_order(self.chosen(DOCUMENTS), session)
        self._find(DOCUMENTS, work, at_once=len(session.library) <= FEW_DOCUMENTS)

    def _sort_figures(self) -> None:
        from tui.session import figure_order

        figures, sorting = self._panes.panel.list.figures, self.chosen(FIGURES)
        at_once = len(figures) <= FEW_FIGURES
        self._find(FIGURES, lambda: figure_order(sorting, figures), at_once=at_once)

    def _find(self, pane: int, work: Callable[[], list[int]], *, at_once: bool) -> None:
        self._latest[pane].ask(
            lambda _: work(), lambda order: self._show(pane, order), at_once=at_once
        )

    def _show(self, pane: int, order: list[int] | None) -> None:
        panes = self._panes
        self._words[pane] = "" if order is None else self.chosen(pane).words
        (panes.documents if pane == DOCUMENTS else panes.panel.list).put_in_order(order)
        self._head()
