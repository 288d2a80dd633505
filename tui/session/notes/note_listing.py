"""The list of all notes, sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from tui.documents import Document
from tui.session.notes.marks import UNDECIDED, Mark, as_text, every_mark

if TYPE_CHECKING:
    from tui.notes import Note, NoteStore
    from tui.search import AskedNote, Query

#: The states of a removed note, and of a note whose document is gone.
DELETED, DOCUMENT_GONE = "deleted", "gone"
#: States in which the reader has to decide, together called `open`.
_OPEN = (*UNDECIDED, DOCUMENT_GONE)
_CHECKED = ("checked", "unchecked")
#: The values of the fields that only notes have, for `QueryContext.values`.
NOTE_VALUES = {
    "is": ("open", *_OPEN, "anchored", "moved", "document", DELETED, *_CHECKED),
    "kind": ("figure", "passage", "document"),
}
_NOT_OF_NOTES = "notes have no > unit: subject:, but note: tag: verdict: doc: title: is: kind:"

#: The orders of the list, by the name that is shown.
NOTE_ORDERS: dict[str, Callable[[ListedNote], Any] | None] = {
    "by document": None,
    "newest first": lambda listed: -listed.note.modified.timestamp(),
    "by verdict": lambda listed: (listed.note.verdict is None, listed.note.verdict),
    "undecided first": lambda listed: listed.mark.state not in _OPEN,
}


def _never() -> bool:
    return False


class ListedNote:
    """A note with the title of its document."""

    __slots__ = ("_asked", "mark", "title")

    def __init__(self, mark: Mark, title: str) -> None:
        self.mark: Mark = mark
        self.title = title
        self._asked: AskedNote | None = None

    @property
    def note(self) -> Note:
        """The note itself."""
        return self.mark.note

    @property
    def asked(self) -> AskedNote:
        """What a query is asked of; kept, since cutting a note into words takes 40 us, and asking
        then 2."""
        if self._asked is None:
            from tui.search import AskedNote

            note, state = self.note, self.mark.state
            quote = note.anchor.exact if note.anchor else ""
            states = [state, _CHECKED[not note.verdict]] + ["open"] * (state in _OPEN)
            self._asked = AskedNote(
                as_text(note),
                self.title,
                beside=f"{quote}\n{note.proof}\n{note.value or ''}",
                values={"is": states, "kind": [note.kind]},
            )
        return self._asked


class NoteListing:
    """All notes, and those that were removed. Build it in a thread.

    `before`: the list before a change, of which the notes that are still the same are taken.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        notes: NoteStore,
        before: NoteListing | None = None,
    ) -> None:
        known = {document.name: document for document in documents}
        titles = {name: document.title for name, document in known.items()}
        earlier = {one.note.id: one for one in (before.all if before else ())}

        def listed(marks: Iterable[Mark]) -> list[ListedNote]:
            found = []
            for mark in marks:
                title = titles.get(mark.note.document, mark.note.document)
                one = earlier.get(mark.note.id)
                is_same = one is not None and (one.mark, one.title) == (mark, title)
                found.append(one if one and is_same else ListedNote(mark, title))
            return found

        marks = every_mark(known.values(), notes)
        elsewhere = {mark.note.document for mark in marks} - known.keys()
        #: Whether notes on other documents are among them.
        self.has_others = bool(elsewhere)
        gone = {name for name in elsewhere if notes.is_missing(name)}
        self.all: list[ListedNote] = listed(
            mark._replace(state=DOCUMENT_GONE) if mark.note.document in gone else mark
            for mark in marks
        )
        self.deleted = listed(Mark(note, DELETED, None, None) for note in notes.removed())
        self._by_document = self.all

    def sort(self, order: str) -> None:
        """Sorts the notes by one of `NOTE_ORDERS`."""
        key = NOTE_ORDERS[order]
        self.all = self._by_document if key is None else sorted(self._by_document, key=key)

    def prepare(self) -> None:
        """Cut all notes into words, in a thread, before a query is asked of them."""
        for listed in self.all:
            listed.asked.prepare()

    def having(self, query: Query | None, is_over: Callable[[], bool] = _never) -> list[ListedNote]:
        """The notes that match a query, all of them if it is None; can run in a thread, and stops
        as soon as `is_over` returns True.

        Removed notes are listed only if it asks for them: `is:deleted`.
        """
        if query is None:
            return self.all
        among = self.deleted if query.asks_for("is", DELETED) else self.all
        found = []
        for listed in among:
            if is_over():
                break
            if query.matches_note(listed.asked):
                found.append(listed)
        return found


def filter_problem(query: Query) -> str | None:
    """Why part of a query is not understood, or does not apply to notes, or None."""
    return query.problem or (_NOT_OF_NOTES if query.asks_for_figures else None)
