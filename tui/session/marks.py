"""Where the notes of a document stand in its text today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from copy import copy
from typing import TYPE_CHECKING, NamedTuple
from weakref import ReferenceType, ref

from tui.documents import Document
from tui.notes import Note
from tui.session.spans import Span, Spans
from tui.session.verdicts import Look, Verdicts

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.notes import AnchorFinder, NoteStore
    from tui.search import NoteText

#: The states of an anchor that was found for certain.
SURE = ("anchored", "moved")
#: Found, but on other words or perhaps at another place; and all that wait for the reader's word.
DOUBTED = ("changed", "unsure")
WAITING = (*DOUBTED, "lost")


class Mark(NamedTuple):
    """A note with the state of its anchor; start and end are None where it is lost."""

    note: Note
    state: str
    start: int | None
    end: int | None

    @property
    def span(self) -> Span:
        """The words in the text; none for a mark that does not stand there."""
        return self.start or 0, self.end or 0


class Marks:
    """The notes of one document: those that stand in the text, in its order, and the others.

    Only an anchor that was found for certain (`anchored` or `moved`) marks words in the text: a
    note must never seem to speak of words that it was not written on.
    """

    def __init__(
        self, document: Document, notes: Iterable[Note], verdicts: Verdicts | None = None
    ) -> None:
        self._document = document
        self._verdicts = verdicts or Verdicts(())
        self._finder: AnchorFinder | None = None
        # The marks that these were made of, and the words whose signs differ.
        self._former: ReferenceType[Marks] | None = None
        self._unlike: list[Span] = []
        self._arrange([self._locate(note) for note in notes])

    def _arrange(self, marks: Iterable[Mark]) -> None:
        standing, self.elsewhere = [], []
        for mark in marks:
            if mark.state in SURE and mark.start is not None:
                standing.append(mark)
            else:
                self.elsewhere.append(mark)
        standing.sort(key=lambda mark: (mark.start, mark.end, mark.note.id))
        self.standing: list[Mark] = standing
        self._on: dict[Span, Mark] = {mark.span: mark for mark in standing}
        self._judged = {span for span, mark in self._on.items() if mark.note.verdict is not None}
        self.spans = Spans(mark.span for mark in standing)

    def _locate(self, note: Note) -> Mark:
        if note.anchor is None:
            return Mark(note, "document", None, None)
        if self._finder is None:
            from tui.notes import AnchorFinder

            # The text is folded once for all notes, now and later.
            self._finder = AnchorFinder.of(self._document)
        return Mark(note, *self._finder.find(note.anchor))

    def changed(self, ident: str, note: Note | None) -> Marks:
        """The marks after one note was written, changed or, with None, taken away.

        One of 1,000 notes that stays on its words costs 0.1 ms; to look for all of them takes 5.
        """
        new, old = copy(self), self.find(ident)
        there = None if note is None else new._locate(note)
        if old and there and old[1:] == there[1:] and there.state in SURE:
            new._exchange(old, there)
        else:
            marks = [mark for mark in self if mark is not old]
            new._arrange(marks if there is None else [*marks, there])
        both = (mark for mark in (old, there) if mark is not None and mark.state in SURE)
        new._former, new._unlike = ref(self), sorted({mark.span for mark in both})
        self._finder = new._finder
        return new

    def _exchange(self, old: Mark, new: Mark) -> None:
        """Put a mark in the place of another on the same words."""
        self.standing = [new if mark is old else mark for mark in self.standing]
        if self._on[old.span] is old:
            self._on = self._on | {old.span: new}
            self._judged = self._judged - {old.span}
            if new.note.verdict is not None:
                self._judged.add(new.span)

    def __iter__(self) -> Iterator[Mark]:
        yield from self.standing
        yield from self.elsewhere

    def __len__(self) -> int:
        return len(self.standing) + len(self.elsewhere)

    def on(self, start: int, end: int) -> Mark | None:
        """The note on exactly these words, the newest of several."""
        return self._on.get((start, end))

    def at(self, offset: int) -> Mark | None:
        """The note whose words hold `offset`, the one on the fewest words of several."""
        return min(self.touching(offset, offset + 1), key=_length, default=None)

    def touching(self, start: int, end: int) -> list[Mark]:
        """The notes on words that share a character with `start:end`."""
        return [self.standing[number] for number, _ in self.spans.touching(start, end)]

    def on_whole(self) -> Mark | None:
        """The note on the document as a whole, the newest of several."""
        whole = (mark for mark in self.elsewhere if mark.state == "document")
        return max(whole, key=lambda mark: mark.note.id, default=None)

    @property
    def dated(self) -> str | None:
        """The date that a note on the whole document sets, the one changed last of several."""
        whole = [mark.note for mark in self.elsewhere if mark.state == "document"]
        saying = [note for note in whole if note.dated]
        return max(saying, key=lambda note: note.modified).dated if saying else None

    def find(self, note_id: str) -> Mark | None:
        """The mark of a note by its id."""
        return next((mark for mark in self if mark.note.id == note_id), None)

    def verdict_on(self, figure: Figure) -> str | None:
        """The verdict on a figure; None while it is unchecked."""
        mark = self._on.get((figure.start, figure.end))
        return mark.note.verdict if mark else None

    def unlike(self, before: Marks) -> list[Span]:
        """The words whose signs are not what they were before, in order."""
        if self._former is not None and self._former() is before:
            return self._unlike
        return sorted({span for span, _, _ in self._signs() ^ before._signs()})

    def _signs(self) -> set[tuple[Span, str, str | None]]:
        return {(mark.span, mark.note.id, mark.note.verdict) for mark in self.standing}

    def look(self, start: int, end: int) -> Look | None:
        """The sign of the notes that touch `start:end`: their verdict, if they agree on one."""
        said = {mark.note.verdict for mark in self.touching(start, end)}
        return self._verdicts.look(said.pop() if len(said) == 1 else None) if said else None

    def look_of(self, note: Note) -> Look:
        """The sign of a note."""
        return self._verdicts.look(note.verdict)

    def checked(self, spans: AbstractSet[Span]) -> int:
        """How many of these words, such as all figures, have a verdict."""
        return len(self._judged & spans)


def every_mark(documents: Iterable[Document], notes: NoteStore) -> list[Mark]:
    """Every note there is: those of these documents in their order, then the others.

    Reads every notes file, of which 100,000 notes take seconds: in a thread.
    """
    marks: list[Mark] = []
    names = set()
    for document in documents:
        names.add(document.name)
        marks += Marks(document, notes.for_document(document))
    return marks + [Mark(note, "", None, None) for note in notes.all(but=names)]


def note_texts(documents: Iterable[Document], notes: NoteStore) -> list[NoteText]:
    """The notes on these documents as the index wants them. Reads every notes file: in a thread."""
    from tui.search import NoteText

    return [
        NoteText(
            document.name,
            mark.start or 0,
            mark.end or 0,
            mark.note.body,
            mark.note.id,
            mark.note.tags,
            mark.note.verdict,
        )
        for document in documents
        for mark in Marks(document, notes.for_document(document))
    ]


def _length(mark: Mark) -> int:
    start, end = mark.span
    return end - start
