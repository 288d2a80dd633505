"""The list of documents, followed by the files that could not be read."""

from rich.segment import Segment

from tui.app.paint import NOTE_SIGN, Part, fit, fit_ends, line
from tui.app.widgets.filtered_list import FilteredList
from tui.documents import CHANGED, GONE, Document
from tui.errors import Problem
from tui.session import Session
from tui.text import cells, spell
from tui.wording import date_words

#: Shown for a document whose file has changed.
ON_DISK = {CHANGED: "changed on disk", GONE: "gone from disk"}
#: The sign before a change of a document's file.
CHANGED_SIGN = "↻"
#: Cells that must be free in a row to show the publisher.
SOURCE = 6


class DocumentList(FilteredList):
    """Two rows for each document: its title; its date, and the number of figures and notes."""

    per_item = 2
    edge = "right"
    NOTHING = ("No documents.", "{documents.open} opens some:", "a file or a folder")

    NONE_LEFT = (
        "No document has that.",
        "Words of titles, names,",
        "is:unread, tag:check,",
        "394,000, >1bn, unit:CNY",
        "{desk.escape} shows all again",
    )

    #: False until it is known whether there are any documents.
    is_known = True
    _session: Session | None = None
    _open = 0

    def when_empty(self) -> tuple[str, ...]:
        return super().when_empty() if self.is_known else ("Being read …",)

    def wait(self) -> None:
        """Show that the first document is being read."""
        self.is_known = False
        self.redraw()

    def show(self, session: Session) -> None:
        """Show the library of a session, with the cursor on the open document."""
        self._session, self.is_known = session, True
        self.reset(self.place_of(max(session.number, 0)))

    def follow(self) -> None:
        """Move to the open document."""
        assert self._session is not None
        before, self._open = self._open, max(self._session.number, 0)
        self.redraw_items(before, self._open)
        self.point_at(self._open)

    def recount(self) -> None:
        """Update the number of notes of the open document."""
        self.redraw_items(self._open)

    def neighbour(self, number: int, by: int) -> int | None:
        """The number of the document `by` rows from another one; None at the end of the list.

        A document that the filter hides counts as being between its neighbours.
        """
        last = min(self.length, len(self.documents)) - 1
        if last < 0:
            return None
        first = self._first_from(number)
        is_listed = first <= last and self.item(first) == number
        there = self.item(max(0, min(first + by - (by > 0 and not is_listed), last)))
        return there if (self.rank(there) - self.rank(number)) * by > 0 else None

    @property
    def documents(self) -> list[Document]:
        """The documents, in order."""
        return self._session.library.documents if self._session else []

    @property
    def unreadable(self) -> list[Problem]:
        """The files that could not be read, after the documents."""
        return self._session.library.unreadable if self._session else []

    @property
    def total(self) -> int:
        return len(self.documents) + len(self.unreadable)

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        bar, ground = self.bar_and_ground(here)
        if number >= len(self.documents):
            problem = self.unreadable[number - len(self.documents)]
            words = (problem.where.rpartition("/")[2] or problem.where, problem.what)[part]
            return line(
                [bar, ("✗ " if not part else "  ", self.ink.error), (words, self.ink.muted)],
                width,
                ground,
            )
        document = self.documents[number]
        assert self._session is not None
        is_open = document is self._session.document
        unread = not is_open and self._session.memory.place(document) is None
        if part == 0:
            style = self.ink.title if is_open or unread else self.ink.text
            label, ending = self._session.titles.label(document)
            return line([bar, (fit_ends(label, ending, width - 1), style)], width, ground)
        if state := self._session.file_state(document):
            words = f"{CHANGED_SIGN} {ON_DISK[state]}"
            return line([bar, (words, self.ink.error)], width, ground)
        date = ""
        if document.is_described or document.is_dated_by_hand:
            date = date_words(document.dated) if document.dated else "no date"
        figures = f" · {len(document.figures):,}" if document.is_extracted else ""
        unread_sign: Part = ("• " if unread else "  ", self.ink.accent)
        parts: list[Part] = [bar, unread_sign, (date + figures, self.ink.muted)]
        if document.is_dated_by_hand:
            parts[2:] = [(NOTE_SIGN + date, self.ink.note), (figures, self.ink.muted)]
        if notes := self._session.all_marks.counts.get(document.name, 0):
            parts.append((f" {NOTE_SIGN}{notes:,}", self.ink.note))
        source = (document.publisher or "") if document.is_described else ""
        room = width - sum(cells(spell(text)) for text, _ in parts) - 2
        right: list[Part] = [(f"{fit(source, room)} ", self.ink.muted)] if room >= SOURCE else []
        return line(parts, width, ground, right=right)

    def about(self, number: int) -> str:
        """The details of a row: file, publisher, date and title; or the problem."""
        if number >= len(self.documents):
            return str(self.unreadable[number - len(self.documents)])
        document = self.documents[number]
        dated = date_words(document.dated) if document.dated else "no date"
        said = (document.name, document.publisher, dated, document.title)
        return " · ".join(filter(None, said))
