"""The three panes of the desk: visibility, widths and focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.widgets.document_list import DocumentList
    from tui.app.widgets.figure_panel import FigurePanel
    from tui.app.widgets.line_pane import LinePane
    from tui.app.widgets.reader import Reader

#: The numbers of the panes, from left to right.
DOCUMENTS, READER, FIGURES = range(3)
#: Below the first width of the window the figures replace the documents, below the second both are
#: drawers.
WIDE, NARROW = 100, 70
#: Widths of the window, with the widths of the documents and figures panes including edges. If one
#: replaces the other they are equally wide, so that the text is not wrapped again.
_SIDES = {160: (36, 46), WIDE: (27, 33), NARROW: (27, 27), 0: (27, 33)}


class Panes:
    """The panes of the desk; in a narrow window one of them replaces another."""

    def __init__(
        self, screen: Screen[None], documents: DocumentList, reader: Reader, panel: FigurePanel
    ) -> None:
        self._screen = screen
        self.documents, self.reader, self.panel = documents, reader, panel
        #: The pane that the find line belongs to, while it has the focus.
        self.typed_for: int | None = None

    @property
    def all(self) -> tuple[LinePane, LinePane, LinePane]:
        """The three panes by their numbers."""
        return self.documents, self.reader, self.panel.list

    @property
    def here(self) -> int:
        """The number of the focused pane, or of the one that the find line belongs to."""
        if self.typed_for is not None:
            return self.typed_for
        focused = self._screen.focused
        return self.all.index(focused) if focused in self.all else READER

    @property
    def width(self) -> int:
        """The total width of the panes in columns."""
        return self._screen.app.size.width

    @property
    def widths(self) -> tuple[int, int, int]:
        """The widths of the panes by their numbers, edges included; 0 for a hidden one."""
        documents, figures = _sides(self.width)
        left = documents if self.documents.display else 0
        right = figures if self.panel.display else 0
        return left, self.width - left - right, right

    def step(self, by: int) -> None:
        """Focus the pane `by` panes further to the right, from the last on to the first."""
        self.focus((self.here + by) % len(self.all))

    def focus(self, number: int) -> None:
        """Focus a pane, showing it if it was hidden."""
        self.share_out(self._screen.size.width, number)
        if self._screen.focused is not self.all[number]:
            self._screen.set_focus(self.all[number], scroll_visible=False)

    def fit(self) -> None:
        """Fit the panes to a new size of the window; the find line keeps the focus."""
        if self.typed_for is None:
            self.focus(self.here)
        else:
            self.share_out(self._screen.size.width, self.here)

    def share_out(self, width: int, number: int) -> None:
        """Set the widths of the panes, and show as many as fit, including the given one."""
        gives_way = width < WIDE and number == FIGURES
        self.documents.display = number == DOCUMENTS or (width >= NARROW and not gives_way)
        self.panel.display = width >= WIDE or number == FIGURES
        self.documents.styles.width, self.panel.styles.width = _sides(width)
        self.documents.set_class(width < NARROW, "drawer")
        self.panel.set_class(width < NARROW, "drawer")


def _sides(width: int) -> tuple[int, int]:
    """The widths of the documents and figures panes in a window of `width` columns."""
    return next(columns for least, columns in _SIDES.items() if width >= least)
