"""Filters documents, figures and facts by a query.

All functions can run in a thread: they change nothing, and stop as soon as `is_over` returns True.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.documents import Document
from tui.session.notes.marks import Marks, as_text

if TYPE_CHECKING:
    from tui.facts import Fact
    from tui.figures import Figure
    from tui.notes import NoteStore
    from tui.search import Query

#: The number of items that can be filtered between a key and its frame; more belong in a thread. A
#: figure takes up to 30 us, a document with 30 figures 100 us.
FEW_FIGURES, FEW_DOCUMENTS = 150, 40


def _never() -> bool:
    return False


def matching_figures(
    query: Query,
    figures: Sequence[Figure],
    document: Document,
    marks: Marks,
    is_over: Callable[[], bool] = _never,
) -> list[int]:
    """Indexes of the figures of a document that match a query, by their fields, sentence and
    note."""
    return _matching(query, ((document, figure, marks) for figure in figures), is_over)


def matching_facts(
    query: Query,
    facts: Sequence[Fact],
    marks: Mapping[str, Marks],
    is_over: Callable[[], bool] = _never,
) -> list[int]:
    """Indexes of the facts that match a query, by their fields, sentence and note; `marks` by
    document name, needed only if the query has a condition on notes."""
    placed = ((document, figure, marks.get(document.name)) for document, _, figure in facts)
    return _matching(query, placed, is_over)


def matching_documents(
    query: Query,
    documents: Iterable[Document],
    notes: NoteStore,
    is_over: Callable[[], bool] = _never,
) -> list[int]:
    """Indexes of the documents that match a query, by title, name, the figures extracted so far,
    and notes, which are read only if the query has a condition on them."""
    kept, asks_for_notes = [], query.asks_for_notes
    for number, document in enumerate(documents):
        if is_over():
            break
        said = notes.for_document(document) if asks_for_notes else []
        if query.matches_document(document, [as_text(note) for note in said]):
            kept.append(number)
    return kept


def _matching(
    query: Query,
    figures: Iterable[tuple[Document, Figure, Marks | None]],
    is_over: Callable[[], bool],
) -> list[int]:
    kept = []
    for number, (document, figure, marks) in enumerate(figures):
        if is_over():
            break
        mark = marks.on(figure.start, figure.end) if marks else None
        if query.matches_figure(figure, document, as_text(mark.note) if mark else None):
            kept.append(number)
    return kept
