"""What the desk does with its two lists: sorts them, and shows the figures of one kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on

from tui.app import keys
from tui.app.finding import Finding
from tui.app.panes import DOCUMENTS, FIGURES
from tui.app.rows import Rows
from tui.app.sorter import LISTS
from tui.figures import KINDS
from tui.patterns import pattern

if TYPE_CHECKING:
    from tui.session import Sorting

_KIND = pattern(r"(?<!\S)kind:(\S*)")


class Ordering(Finding):
    """Sorts the list that has the focus; steps from document to document as they are listed."""

    def action_list_sort(self) -> None:
        """The next order of the list, or the one as many further on as was typed."""
        self._sort(lambda pane, sorting: sorting.next(LISTS[pane], self.count.take()))

    def action_list_reverse(self) -> None:
        self._sort(lambda pane, sorting: sorting.turned())

    def _sort(self, change: Callable[[int, Sorting], Sorting]) -> None:
        pane = self.panes.here
        if pane not in LISTS:
            words = "{list.sort} sorts the documents or the figures: {pane.next} goes there."
            self.status.say(keys.said(self, words))
            return
        sorting = change(pane, self.sorter.chosen(pane))
        self.sorter.choose(pane, sorting)
        self.status.say(f"{LISTS[pane].capitalize()}: {sorting.words}.")

    @on(Rows.Moved, "#documents")
    def _document_pointed(self, event: Rows.Moved) -> None:
        """Say in full what the list has cut."""
        self.status.caption(self.documents.about(event.number))

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if event.widget is self.documents:
            self.frame.follow()

    def action_document_next(self) -> None:
        self._step_document(self.count.take(), "last")

    def action_document_previous(self) -> None:
        self._step_document(-self.count.take(), "first")

    def _step_document(self, by: int, end: str) -> None:
        """Open the document that is listed so many places further on."""
        number = self.documents.beyond(self.session.number, by)
        if number is None:
            filtered = " of those listed" if self.filters.typed(DOCUMENTS) else ""
            self.status.say(f"This is the {end} document{filtered}.")
        else:
            self.session.open(self.documents.documents[number].name)
            self.frame.show_document()

    def action_figures_kind(self) -> None:
        """Show only the figures of the next kind that this document has; after the last, all."""
        document = self.session.document
        if document is None or not document.is_extracted or not document.figures:
            self.status.say("No figures here to choose from.")
            return
        there = {figure.kind for figure in document.figures}
        kinds = [*(kind for kind in KINDS if kind in there), ""]
        typed = self.filters.typed(FIGURES)
        found = _KIND.search(typed)
        before = found[1] if found else ""
        kind = kinds[(kinds.index(before) + 1) % len(kinds) if before in kinds else 0]
        rest = " ".join(_KIND.sub(" ", typed).split())
        self.filters.put(FIGURES, f"kind:{kind} {rest}".strip() if kind else rest)
        left = self.filters.left(FIGURES)
        self.status.say(f"Figures of kind {kind}: {left}." if kind else f"All kinds: {left}.")
