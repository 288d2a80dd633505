"""Finds the document to which the notes of a missing document can be moved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui.documents import Document
from tui.session.notes.marks import Marks

if TYPE_CHECKING:
    from tui.notes import Note


class Successor(NamedTuple):
    """The document that contains the quotes of most notes, and of how many."""

    document: Document
    found: int


def find_successor(notes: Iterable[Note], documents: Iterable[Document]) -> Successor | None:
    """The document to which these notes may belong; None if no document has the quotes of at least
    half of them.

    Takes 0.5 ms for each note and document that contains its quote, so run it in a thread.
    """
    anchored = [note for note in notes if note.anchor]
    best: Successor | None = None
    for document in documents:
        text = document.text
        here = [note for note in anchored if note.anchor and note.anchor.exact in text]
        if len(here) * 2 < len(anchored) or (best and len(here) <= best.found):
            continue
        found = len(Marks(document, here).standing)
        if found * 2 >= len(anchored) and (best is None or found > best.found):
            best = Successor(document, found)
    return best if best and best.found else None
