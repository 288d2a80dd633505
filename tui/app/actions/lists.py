"""The desk's actions on its two lists: sorting, and filtering by kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.desk.panes import FIGURES
from tui.app.desk.sorter import LISTS
from tui.figures import KINDS
from tui.patterns import pattern

if TYPE_CHECKING:
    from tui.app.desk.view import DeskView
    from tui.app.widgets.count import Count
    from tui.session import SortOrder

_KIND = pattern(r"(?<!\S)kind:(\S*)")


class ListActions:
    """Sorts the focused list, or filters the figures by kind."""

    def __init__(self, view: DeskView, count: Count) -> None:
        self._view, self._count = view, count

    def sort(self) -> None:
        """The next sort order, or the one as many steps further as the count."""
        self._sort(lambda pane, sorting: sorting.next(LISTS[pane], self._count.take()))

    def reverse(self) -> None:
        """The reversed order."""
        self._sort(lambda pane, sorting: sorting.turned())

    def _sort(self, change: Callable[[int, SortOrder], SortOrder]) -> None:
        view, pane = self._view, self._view.panes.here
        if pane not in LISTS:
            words = "{list.sort} sorts the documents or the figures: {pane.next} goes there."
            view.status.say(view.told(words))
            return
        sorting = change(pane, view.sorter.chosen(pane))
        view.sorter.choose(pane, sorting)
        view.status.say(f"{LISTS[pane].capitalize()}: {sorting.words}.")

    def next_kind(self) -> None:
        """Show only the figures of the next kind in this document; after the last kind, all."""
        filters, status = self._view.filters, self._view.status
        document = self._view.session.document
        if document is None or not document.is_extracted or not document.figures:
            status.say("No figures here to choose from.")
            return
        there = {figure.kind for figure in document.figures}
        kinds = [*(kind for kind in KINDS if kind in there), ""]
        typed = filters.typed(FIGURES)
        found = _KIND.search(typed)
        before = found[1] if found else ""
        kind = kinds[(kinds.index(before) + 1) % len(kinds) if before in kinds else 0]
        rest = " ".join(_KIND.sub(" ", typed).split())
        filters.put(FIGURES, f"kind:{kind} {rest}".strip() if kind else rest)
        left = filters.left(FIGURES)
        status.say(f"Figures of kind {kind}: {left}." if kind else f"All kinds: {left}.")
