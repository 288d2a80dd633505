"""The session: what is open, where the cursor is, and what can be done with it.

The app calls these methods and shows the result; scripts and tests can do the same.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.documents import Document, Intake, Library
from tui.notes import VERDICTS
from tui.session.find import Matches, find
from tui.session.notes.marks import Mark
from tui.session.notes.notes_at_cursor import NotesAtCursor
from tui.session.notes.verdicts import Verdicts
from tui.session.remembered.memory import Memory
from tui.session.remembered.recent_queries import MAX_QUERIES, RecentQueries
from tui.session.remembered.saved_queries import SavedQueries
from tui.session.titles import Titles
from tui.session.trail import Place, Trail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tui.errors import Problem
    from tui.notes import NoteStore
    from tui.search import Hit, Index, Query
    from tui.session.disk import Disk, DiskChanges
    from tui.session.facts.draft_check import DraftCheck
    from tui.session.facts.rival_finder import RivalFinder
    from tui.session.facts.table_builder import TableBuilder, TableRequest
    from tui.session.facts.table_view import TableOptions


class Session(NotesAtCursor):
    """A reader's session: the library, the notes, the cursor, and the history of jumps."""

    def __init__(
        self,
        library: Library,
        notes: NoteStore,
        memory: Memory,
        verdicts: Verdicts | None = None,
        *,
        history: int = MAX_QUERIES,
        intake: Intake | None = None,
    ) -> None:
        super().__init__(library, notes, verdicts or Verdicts(VERDICTS))
        self._intake = intake or Intake()
        # Changes of files since they were read, by document name.
        self._file_states: dict[str, str] = {}
        #: New files in the open folders that are not read yet.
        self.new_files: list[Path] = []
        self.memory = memory
        self.trail = Trail()
        self.matches: Matches | None = None
        #: The last query, and the index over all documents once it is built.
        self.query = ""
        self.index: Index | None = None
        #: Whether the index includes all figures.
        self.is_all_indexed = False
        self.titles = Titles()
        self.recent, self.saved = RecentQueries(most=history), SavedQueries()
        self._read_names: tuple[int, set[str]] = (-1, set())

    # What is open ----------------------------------------------------------------------------

    def watch_reading(self, progress: Callable[[Path, int, int], None]) -> None:
        """Have `progress` called while a large file is read: its path, the bytes so far and in
        all. It may raise `FactdeskError` to stop."""
        self._intake.progress = progress

    def open_path(self, path: Path) -> Iterator[Document | Problem]:
        """Reads what is at a path and not open yet; yields documents for the library to add.

        Also opens their notes. Raises `FactdeskError` at once if there is nothing at the path.
        """
        source = self._intake.load([path])
        self.library.try_again(path)
        self.notes.open_also([path])
        return source

    @cached_property
    def disk(self) -> Disk:
        """The files of the open documents."""
        from tui.session.disk import Disk

        return Disk(self.library, self._intake)

    def set_file_states(self, states: Mapping[str, str]) -> None:
        """Apply the changes of files that `disk` has found."""
        known = {**self._file_states, **states}
        self._file_states = {name: state for name, state in known.items() if state}

    def file_state(self, document: Document) -> str:
        """What happened to a document's file since it was read; "" if nothing."""
        return self._file_states.get(document.name, "")

    def problems(self) -> list[Problem]:
        """What could not be computed of documents, and what could not be indexed of notes."""
        found = [problem for document in self.library for problem in document.problems]
        return [*found, *(self.index.problems if self.index else ())]

    def read_again(self) -> DiskChanges:
        """Read changed files again, in a thread; `replace_document` then replaces each document."""
        return self.disk.read_again(self._file_states, self.place)

    def replace_document(self, document: Document, offset: int | None) -> None:
        """Replace the document with the same name by one that was read again.

        Its notes are located in the new text. If it is open the cursor moves to `offset`, and if a
        figure was focused, the figure there is focused once it is extracted.
        """
        old = self.library.get(document.name)
        if old is not None:
            old.is_stopped = True  # a thread may still be finding its figures
        self.library.replace(document)
        self.set_file_states({document.name: ""})
        self.all_marks.forget(document.name)
        self.titles.take([document])
        self.notes.register([document])
        self.notes.set_date(document)
        if old is self.document:
            self.lose_figures()
            self.document = document
            self.matches = find(document.text, self.matches.words) if self.matches else None
            self.unselect()
            self.move(self.offset if offset is None else offset)

    # Where the reader is -------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """The document and offset of the cursor, or None."""
        return Place(self.document.name, self.offset) if self.document else None

    @property
    def number(self) -> int:
        """The index of the open document in the library; -1 without one."""
        return self.library.number(self.document.name) if self.document else -1

    def open(self, name: str, offset: int | None = None, *, jump: bool = True) -> Document | None:
        """Open a document at `offset`, or where the reader left it; None if there is none with that
        name.

        With `jump` the current place is recorded, so that `back` returns to it.
        """
        document = self.library.get(name)
        if document is None:
            return None
        if jump and self.place:
            self.trail.leave(self.place)
        self.leave()
        if document is not self.document:
            self.matches = find(document.text, self.matches.words) if self.matches else None
        if offset is None:
            offset = self.memory.place(document) or 0
        self.document = document
        self.unselect()
        self.move(offset)
        self.memory.remember(document, self.offset)
        self._read_names[1].add(document.name)
        return document

    def last_document(self) -> Document | None:
        """The document that was open when the program was last closed; the last `back` leads there.

        None if it is open now, or gone.
        """
        document = self.memory.last_document(self.library.get)
        if document is None or document is self.document:
            return None
        self.trail.begin(Place(document.name, self.memory.place(document) or 0))
        return document

    def leave(self) -> None:
        """Remember the place in the open document."""
        if self.document:
            self.memory.remember(self.document, self.offset)

    def back(self) -> Document | None:
        """Return to the place before the last jump."""
        return self._turn(self.trail.back(self.place)) if self.place else None

    def forward(self) -> Document | None:
        """Undo one `back`."""
        return self._turn(self.trail.forward(self.place)) if self.place else None

    def _turn(self, place: Place | None) -> Document | None:
        return self.open(place.document, place.offset, jump=False) if place else None

    def open_mark(self, mark: Mark) -> Document | None:
        """Open the document of a note at its anchor; None if that document is not open."""
        document = self.open(mark.note.document, mark.start)
        if document is not None and mark.start is not None:
            self.go_to(mark)
        return document

    # Searching everything --------------------------------------------------------------------

    def parse(self, typed: str, values: Mapping[str, Sequence[str]] | None = None) -> Query:
        """Parse a query, with this reader's saved queries, read documents and verdicts; `values`
        are those of fields that only one list has."""
        from tui.search import QueryContext, parse

        saved, verdicts = self.saved.all(), self.verdicts.words
        return parse(typed, QueryContext(saved, self.read_names, values or {}, verdicts))

    def read_names(self) -> set[str]:
        """The names of the documents that were ever opened in the reader."""
        documents = self.library.documents
        if self._read_names[0] != len(documents):
            read = {each.name for each in documents if self.memory.place(each) is not None}
            self._read_names = len(documents), read
        return self._read_names[1]

    def words_of(self, hit: Hit) -> tuple[str, int, int]:
        """The text that a hit shows, and its span in it: a sentence, a title or a note's body."""
        document = self.library.get(hit.document)
        if hit.kind == "note":
            note = self.notes.get(hit.note)
            body = note.body if note else ""
            return body, 0, len(body)
        if document is None:
            return "", 0, 0
        if hit.kind == "title":
            return document.title, 0, len(document.title)
        return document.text, *hit.passage

    # Comparing --------------------------------------------------------------------------------

    @cached_property
    def rival_finder(self) -> RivalFinder:
        """The comparison of the library's figures; created on first use."""
        from tui.session.facts.rival_finder import RivalFinder

        return RivalFinder()

    @cached_property
    def draft_check(self) -> DraftCheck:
        """The check of a document's figures against all others."""
        from tui.session.facts.draft_check import DraftCheck

        return DraftCheck(self.rival_finder)

    def asked_figure(self) -> int | None:
        """The index of the figure to compare: the focused one, else the nearest in the passage."""
        document = self.document
        number = self.nearest_figure()
        if document is None or number is None or self.figure is not None:
            return number
        start, end = document.figures[number].sentence
        if start <= self.offset < end:
            return number
        behind = number - 1
        if behind >= 0 and document.figures[behind].sentence[1] > self.offset:
            return behind
        return None

    # All facts ------------------------------------------------------------------------------

    @cached_property
    def table_builder(self) -> TableBuilder:
        """The table of facts, and the state of its view."""
        from tui.session.facts.table_builder import TableBuilder

        return TableBuilder()

    def table_request(self, options: TableOptions) -> TableRequest:
        """A request for the table of facts, for a thread."""
        from tui.session.facts.table_builder import TableRequest

        query = self.parse(options.typed) if options.typed.strip() else None
        noted = {name for name, count in self.all_marks.counts.items() if count}
        return TableRequest(options, query, list(self.library), self.notes, noted, self.verdicts)

    # Finding in the document ---------------------------------------------------------------

    def find_words(self, words: str) -> Matches | None:
        """Find all matches of `words` in the document; "" clears them."""
        self.matches = find(self.document.text, words) if self.document and words.strip() else None
        return self.matches

    def step_match(self, by: int, *, here: bool = False) -> int | None:
        """Move to the match `by` steps away, wrapping around; its index, or None.

        With `here`, a match at the cursor counts as the first.
        """
        if not self.matches or not len(self.matches.spans):
            return None
        spans = self.matches.spans
        if by > 0:
            first = spans.after(self.offset - 1 if here else self.offset)
            number = (0 if first is None else first) + by - 1
        else:
            last = spans.before(self.offset)
            number = (len(spans) - 1 if last is None else last) + by + 1
        number %= len(spans)
        self.move(spans.items[number][0])
        return number
