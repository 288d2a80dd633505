"""The texts of the headings: numbers of items, order, filter, progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.widgets.document_list import ON_DISK
from tui.app.widgets.header import Heading

if TYPE_CHECKING:
    from tui.app.desk_view import DeskView

#: Below the first width the figures replace the documents, below the second both are drawers.
WIDE, NARROW = 100, 70
#: Window widths, with the widths of the documents and figures panes including edges. If one
#: replaces the other they are equally wide, so that the text is not wrapped again.
_SIDES = {160: (36, 46), WIDE: (27, 33), NARROW: (27, 27), 0: (27, 33)}


def sides(width: int) -> tuple[int, int]:
    """The widths of the documents and figures panes in a window of `columns` columns."""
    return next(columns for least, columns in _SIDES.items() if width >= least)


def headings(view: DeskView) -> list[Heading]:
    """The headings of the visible panes, from left to right."""
    session, panes, width = view.session, view.panes, view.panes.width
    shown = (panes.documents.display, True, panes.panel.display)
    documents, figures = sides(width)
    left = documents if shown[0] else 0
    right = width - figures if shown[2] else width
    widths = (left, right - left, width - right)
    new = f" +{len(session.new_files):,}" if session.new_files else ""
    texts = (
        (_of_list(view, 0, f"Documents {len(session.library):,}{new}", left), ""),
        _of_reader(view),
        (_of_figures(view, width - right), ""),
    )
    return [Heading(widths[i], *texts[i], has_focus=i == panes.here) for i in range(3) if shown[i]]


def _of_reader(view: DeskView) -> tuple[str, str]:
    session, panes = view.session, view.panes
    document = session.document
    if document is None:
        return "Reader", ""
    number = panes.documents.rank(session.number) + 1
    total = len(session.library)
    place = f"{number:,} of {total:,} · {panes.reader.progress} %"
    state = session.file_state(document)
    title = session.titles.label(document).text
    return title, f"{ON_DISK[state]} · {place}" if state else place


def _of_figures(view: DeskView, width: int) -> str:
    figures = view.panes.panel.list
    if not figures.is_known:
        return "Figures …"
    total, checked = f"{figures.total:,}", figures.checked
    words = f"{checked:,} of {total} checked" if checked else f"Figures {total}"
    return _of_list(view, 2, words, width)


def _of_list(view: DeskView, pane: int, words: str, width: int) -> str:
    """The number of items of a list, and its filter or order."""
    filtered, order = view.filters.heading(pane), view.sorter.words(pane)
    if filtered or not order:
        return filtered or words
    if len(words) + len(order) + 2 > width - 4:
        words = words.removeprefix("Documents ").removesuffix(" checked")
    return f"{words}, {order}"
