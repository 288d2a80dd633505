"""The notes of a document, located in its current text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from copy import copy
from typing import TYPE_CHECKING, NamedTuple
from weakref import ReferenceType, ref

from tui.documents import Document
from tui.notes import SURE, Note, date_set_by
from tui.session.notes.verdicts import Symbol, Verdicts
from tui.session.spans import Span, Spans

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.notes import AnchorFinder, NoteStore
    from tui.search import NoteText

#: States of an anchor found on other words, or with doubt; and all in which the reader must decide.
UNCERTAIN = ("changed", "unsure")
UNDECIDED = (*UNCERTAIN, "lost")


class Mark(NamedTuple):
    """A note with the state and span of its anchor; start and end are None if it is lost."""

    note: Note
    state: str
    start: int | None
    end: int | None

    @property
    def span(self) -> Span:
        """The span in the text; (0, 0) if it is lost."""
        return self.start or 0, self.end or 0


class Marks:
    """The notes of one document: `standing` are those located in the text, in order; `elsewhere`
    the others.

    Only an anchor that was found with certainty (`anchored` or `moved`) marks words in the text: a
    note must never seem to be about words that it was not written on.
    """

    def __init__(
        self, document: Document, notes: Iterable[Note], verdicts: Verdicts | None = None
    ) -> None:
        self._document = document
        self._verdicts = verdicts or Verdicts(())
        self._finder: AnchorFinder | None = None
        # The marks before the last change, and the spans whose signs differ from them.
        self._former: ReferenceType[Marks] | None = None
        self._changed_spans: list[Span] = []
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
        """The marks after one note was added or changed or, if `note` is None, removed.

        If the note keeps its place this takes 0.1 ms with 1,000 notes; locating all of them takes
        5.
        """
        new, old = copy(self), self.find(ident)
        there = None if note is None else new._locate(note)
        if old and there and old[1:] == there[1:] and there.state in SURE:
            new._exchange(old, there)
        else:
            marks = [mark for mark in self if mark is not old]
            new._arrange(marks if there is None else [*marks, there])
        both = (mark for mark in (old, there) if mark is not None and mark.state in SURE)
        new._former, new._changed_spans = ref(self), sorted({mark.span for mark in both})
        self._finder = new._finder
        return new

    def _exchange(self, old: Mark, new: Mark) -> None:
        """Replaces a mark by another on the same span."""
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
        """The note on exactly this span, the newest if there are several."""
        return self._on.get((start, end))

    def at(self, offset: int) -> Mark | None:
        """The note whose span contains `offset`, the shortest if there are several."""
        return min(self.touching(offset, offset + 1), key=_length, default=None)

    def touching(self, start: int, end: int) -> list[Mark]:
        """The notes whose spans overlap `start:end`."""
        return [self.standing[number] for number, _ in self.spans.touching(start, end)]

    def on_whole(self) -> Mark | None:
        """The note on the whole document, the newest if there are several."""
        whole = (mark for mark in self.elsewhere if mark.state == "document")
        return max(whole, key=lambda mark: mark.note.id, default=None)

    @property
    def dated(self) -> str | None:
        """The date that a note on the whole document sets."""
        return date_set_by(mark.note for mark in self.elsewhere)

    def find(self, note_id: str) -> Mark | None:
        """The mark of the note with this id, or None."""
        return next((mark for mark in self if mark.note.id == note_id), None)

    def verdict_on(self, figure: Figure) -> str | None:
        """The verdict on a figure; None if it is unchecked."""
        mark = self._on.get((figure.start, figure.end))
        return mark.note.verdict if mark else None

    def changed_since(self, before: Marks) -> list[Span]:
        """The spans whose signs differ from those of `before`, sorted."""
        if self._former is not None and self._former() is before:
            return self._changed_spans
        return sorted({span for span, _, _ in self._signs() ^ before._signs()})

    def _signs(self) -> set[tuple[Span, str, str | None]]:
        return {(mark.span, mark.note.id, mark.note.verdict) for mark in self.standing}

    def symbol(self, start: int, end: int) -> Symbol | None:
        """The sign for all notes that overlap `start:end`: of their verdict, if they agree on
        one."""
        said = {mark.note.verdict for mark in self.touching(start, end)}
        return self._verdicts.symbol(said.pop() if len(said) == 1 else None) if said else None

    def symbol_of(self, note: Note) -> Symbol:
        """The sign of a note."""
        return self._verdicts.symbol(note.verdict)

    def checked(self, spans: AbstractSet[Span]) -> int:
        """How many of these spans have a verdict."""
        return len(self._judged & spans)


def every_mark(documents: Iterable[Document], notes: NoteStore) -> list[Mark]:
    """All notes: those of these documents in order, then the others.

    Reads every notes file, which takes seconds for 100,000 notes: run it in a thread.
    """
    marks: list[Mark] = []
    names = set()
    for document in documents:
        names.add(document.name)
        marks += Marks(document, notes.for_document(document))
    return marks + [Mark(note, "", None, None) for note in notes.all(but=names)]


def count_undecided(documents: Iterable[Document], notes: NoteStore) -> int:
    """How many notes on these documents wait for a decision. Reads their files: run it in a
    thread."""
    located = (Marks(document, notes.for_document(document)) for document in documents)
    return sum(mark.state in UNDECIDED for marks in located for mark in marks)


def note_texts(documents: Iterable[Document], notes: NoteStore) -> list[NoteText]:
    """The notes on these documents, for the search index. Reads every notes file: run it in a
    thread."""
    return [
        as_text(mark.note, mark.start or 0, mark.end or 0)
        for document in documents
        for mark in Marks(document, notes.for_document(document))
    ]


def as_text(note: Note, start: int = 0, end: int = 0) -> NoteText:
    """A note as queries are asked of it; `start` and `end` are the span of its anchor."""
    from tui.search import NoteText

    return NoteText(note.document, start, end, note.body, note.id, note.tags, note.verdict)


def _length(mark: Mark) -> int:
    start, end = mark.span
    return end - start
