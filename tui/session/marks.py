"""Where the notes of a document stand in its text today."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.documents import Document
from tui.notes import Note
from tui.session.spans import Spans


class Mark(NamedTuple):
    """A note with the state of its anchor; start and end are None where it is lost."""

    note: Note
    state: str
    start: int | None
    end: int | None


class Marks:
    """The notes of one document: those that stand in the text, in its order, and the others.

    Only an anchor that was found for certain (`anchored` or `moved`) marks words in the text: a
    note must never seem to speak of words that it was not written on.
    """

    def __init__(self, document: Document, notes: Iterable[Note]) -> None:
        standing, self.elsewhere = [], []
        for note in notes:
            mark = _mark(document, note)
            if mark.state in ("anchored", "moved") and mark.start is not None:
                standing.append(mark)
            else:
                self.elsewhere.append(mark)
        standing.sort(key=lambda mark: (mark.start, mark.end, mark.note.id))
        self.standing: list[Mark] = standing
        self.spans = Spans((mark.start or 0, mark.end or 0) for mark in standing)

    def __len__(self) -> int:
        return len(self.standing) + len(self.elsewhere)

    def on(self, start: int, end: int) -> Mark | None:
        """The note on exactly these words, the newest of several."""
        found = [mark for mark in self.standing if (mark.start, mark.end) == (start, end)]
        return found[-1] if found else None

    def at(self, offset: int) -> Mark | None:
        """The note whose words hold `offset`, the one on the fewest words of several."""
        found = [self.standing[i] for i, _ in self.spans.touching(offset, offset + 1)]
        return min(found, key=_length, default=None)

    def find(self, note_id: str) -> Mark | None:
        """The mark of a note by its id."""
        for mark in (*self.standing, *self.elsewhere):
            if mark.note.id == note_id:
                return mark
        return None


def _mark(document: Document, note: Note) -> Mark:
    if note.anchor is None:
        return Mark(note, "document", None, None)
    from tui.notes import find_anchor

    match = find_anchor(document.text, note.anchor)
    return Mark(note, match.state, match.start, match.end)


def _length(mark: Mark) -> int:
    return (mark.end or 0) - (mark.start or 0)
