"""The filters of the two lists of the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.background.latest import IsOver, Latest
from tui.app.desk.panes import DOCUMENTS, FIGURES
from tui.session import FEW_DOCUMENTS, FEW_FIGURES, matching_documents, matching_figures

if TYPE_CHECKING:
    from tui.app.background.background import Background
    from tui.app.desk.panes import Panes
    from tui.app.widgets.filtered_list import FilteredList
    from tui.search import Query
    from tui.session import Session


class Filters:
    """The filters by pane number, kept as long as the desk is open."""

    def __init__(
        self, session: Session, panes: Panes, background: Background, head: Callable[[], None]
    ) -> None:
        self._session, self._panes = session, panes
        #: Functions to call when the number of matches changes.
        self._callbacks = [head]
        self._queries: dict[int, Query] = {}
        self._latest = {DOCUMENTS: Latest(background), FIGURES: Latest(background)}

    def on_change(self, callback: Callable[[], None]) -> None:
        """Register a function that is called when the number of matches changes."""
        self._callbacks.append(callback)

    def typed(self, pane: int) -> str:
        """The filter of a pane as typed; "" for none."""
        query = self._queries.get(pane)
        return query.text if query else ""

    def put(self, pane: int, typed: str) -> str | None:
        """Set the filter of a pane, or clear it; returns what was not understood."""
        self._latest[pane].drop()
        if not typed.strip():
            self._queries.pop(pane, None)
        else:
            self._queries[pane] = self._session.parse(typed)
        (self.filter_documents if pane == DOCUMENTS else self.filter_figures)()
        query = self._queries.get(pane)
        return query.problem if query else None

    def heading(self, pane: int) -> str:
        """The heading of a filtered list: the number of matches, and the query; "" without a
        filter."""
        query = self._queries.get(pane)
        return f"{self.left(pane)} /{query.text}" if query else ""

    def left(self, pane: int) -> str:
        """ "12 of 40": visible and total number of items."""
        # Unreadable files are in the list, but are not documents.
        library = self._session.library
        total = len(library) if pane == DOCUMENTS else self._list(pane).total
        return f"{self._list(pane).length:,} of {total:,}"

    def filter_figures(self) -> None:
        """Apply the filter to the figures of the open document."""
        query, session = self._queries.get(FIGURES), self._session
        document = session.document
        if query is None or document is None or not document.is_extracted:
            self._show(FIGURES, None)
            return
        figures, marks = document.figures, session.marks()
        self._filter(
            FIGURES,
            lambda is_over: matching_figures(query, figures, document, marks, is_over),
            at_once=len(figures) <= FEW_FIGURES,
        )

    def drop_figures(self) -> None:
        """Drop the answer of a thread about the figures of another document."""
        self._latest[FIGURES].drop()

    def filter_documents(self) -> None:
        """Apply the filter to the documents, after it or the data has changed.

        The document being read does not disappear from a list of unread ones.
        """
        query, session = self._queries.get(DOCUMENTS), self._session
        if query is None:
            self._show(DOCUMENTS, None)
            return
        documents, notes = list(session.library), session.notes
        self._filter(
            DOCUMENTS,
            lambda is_over: matching_documents(query, documents, notes, is_over),
            at_once=len(documents) <= FEW_DOCUMENTS,
        )

    def filter_for_notes(self) -> None:
        """Apply filters with conditions on notes again, after a note changed."""
        for pane, query in self._queries.items():
            if query.asks_for_notes:
                (self.filter_documents if pane == DOCUMENTS else self.filter_figures)()

    def _filter(self, pane: int, work: Callable[[IsOver], list[int]], *, at_once: bool) -> None:
        self._latest[pane].ask(work, lambda kept: self._show(pane, kept), at_once=at_once)

    def _show(self, pane: int, kept: list[int] | None) -> None:
        session = self._session
        here = session.number if pane == DOCUMENTS else session.nearest_figure()
        self._list(pane).keep(kept, max(here or 0, 0))
        for callback in self._callbacks:
            callback()

    def _list(self, pane: int) -> FilteredList:
        return self._panes.documents if pane == DOCUMENTS else self._panes.panel.list
