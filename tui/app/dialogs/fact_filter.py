"""The filter of a list of facts in a dialog: applied directly if that is fast, else in a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from tui.app.background.latest import IsOver, Latest
from tui.session import FEW_FIGURES, matching_facts

if TYPE_CHECKING:
    from tui.app.background.background import Background
    from tui.documents import Document
    from tui.facts import Fact
    from tui.notes import Note
    from tui.search import Query
    from tui.session import Marks, Session


class FactFilter:
    """The query in force; only the answer to the last one is given."""

    def __init__(self, session: Session, background: Background) -> None:
        self._session, self._latest = session, Latest(background)
        self.query: Query | None = None

    @property
    def asks_for_notes(self) -> bool:
        """Whether the query has conditions on notes, so that a new note changes its answer."""
        return self.query is not None and self.query.asks_for_notes

    def cancel(self) -> None:
        """Drop the answer of a thread: what it filters is listed no more."""
        self._latest.drop()

    def apply(
        self, typed: str, facts: Sequence[Fact], show: Callable[[Sequence[int]], None]
    ) -> None:
        """Call `show` with the indexes of the facts that match what was typed."""
        self._latest.drop()
        self.query = query = self._session.parse(typed) if typed.strip() else None
        if query is None:
            show(range(len(facts)))
            return
        documents = (fact.document for fact in facts)
        marks = self.marks_of(documents) if query.asks_for_notes else {}

        def work(is_over: IsOver) -> list[int]:
            return matching_facts(query, facts, marks, is_over)

        self._latest.ask(work, show, at_once=len(facts) <= FEW_FIGURES)

    def marks_of(self, documents: Iterable[Document]) -> dict[str, Marks]:
        """The notes of these documents, by name, as far as they have any."""
        marks = self._session.all_marks
        return {
            document.name: self._session.marks(document)
            for document in {id(each): each for each in documents}.values()
            if marks.counts.get(document.name)
        }

    def notes_of(self, documents: Iterable[Document]) -> Callable[[Fact], Note | None]:
        """A function that returns the note on a fact of one of these documents."""
        marks = self.marks_of(documents)

        def note_on(fact: Fact) -> Note | None:
            there = marks.get(fact.document.name)
            mark = there.on(fact.figure.start, fact.figure.end) if there else None
            return mark.note if mark else None

        return note_on
