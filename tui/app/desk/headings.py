"""The texts of the headings: numbers of items, order, filter, progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.desk.panes import DOCUMENTS, FIGURES, READER
from tui.app.widgets.document_list import ON_DISK
from tui.app.widgets.header import Heading

if TYPE_CHECKING:
    from tui.app.desk.view import DeskView


def headings(view: DeskView) -> list[Heading]:
    """The headings of the visible panes, from left to right."""
    widths, here = view.panes.widths, view.panes.here
    said = {
        DOCUMENTS: (_of_documents(view, widths[DOCUMENTS]), ""),
        READER: _of_reader(view),
        FIGURES: (_of_figures(view, widths[FIGURES]), _language(view)),
    }
    return [
        Heading(width, *said[pane], has_focus=pane == here)
        for pane, width in enumerate(widths)
        if width > 0
    ]


def _of_documents(view: DeskView, width: int) -> str:
    session = view.session
    new = f" +{len(session.new_files):,}" if session.new_files else ""
    return _of_list(view, DOCUMENTS, f"Documents {len(session.library):,}{new}", width)


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
    return _of_list(view, FIGURES, words, width)


def _language(view: DeskView) -> str:
    """A warning if the figures may be misread."""
    document = view.session.document
    is_doubtful = document is not None and view.panes.panel.list.is_known and document.is_foreign
    return "not English" if is_doubtful else ""


def _of_list(view: DeskView, pane: int, words: str, width: int) -> str:
    """The number of items of a list, and its filter or order."""
    filtered, order = view.filters.heading(pane), view.sorter.words(pane)
    if filtered or not order:
        return filtered or words
    if len(words) + len(order) + 2 > width - 4:
        words = words.removeprefix("Documents ").removesuffix(" checked")
    return f"{words}, {order}"
