"""The list of all notes in the library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from tui.app import keys
from tui.app.background.latest import Latest
from tui.app.dialog import Dialog, framed
from tui.app.dialogs.note_list import NoteList
from tui.app.key_queue import KeyHandled
from tui.app.widgets.field import Field
from tui.app.widgets.rows import Rows
from tui.app.widgets.status import Status
from tui.documents import Document
from tui.notes import NoteStore
from tui.session import (
    DOCUMENT_GONE,
    NOTE_ORDERS,
    NOTE_VALUES,
    UNCERTAIN,
    UNDECIDED,
    ListedNote,
    Mark,
    NoteListing,
    Session,
    Successor,
    filter_problem,
    find_successor,
    note_sheet,
)
from tui.wording import counted

if TYPE_CHECKING:
    from tui.app.actions.notes import NoteActions
    from tui.app.background.background import Background
    from tui.app.paint import Ink
    from tui.search import Query

#: The maximum number of seconds that the next key waits for the notes: enough for 2,000, or for
#: 10,000 that were read before.
PATIENCE = 0.1
#: The number of notes filtered directly on a keystroke, 2 us each; more are filtered in a thread.
FEW = 2_000

_NONE = ("No notes yet.", "{note.write} on a figure or a passage writes one.")
_NO_SUCH = (
    "No note has all that.",
    "Words, or tag:typo verdict:wrong doc:name note:word is:open is:lost is:gone is:deleted",
)


class NotesScreen(Dialog[Mark | None]):
    """All notes in the order of the documents, or those that match the filter.

    Returns the one that was opened, or None.
    """

    BINDINGS = keys.bindings("notes")
    HAS_FILTER = True

    _problem: str | None = None
    #: The time until which the next key waits for the notes; and whether one waits.
    _awaited_until = 0.0
    _is_awaited = False

    @dataclass
    class Read(Message):
        """All notes were read and located."""

        listing: NoteListing
        #: What they were read of; None if something else decides on them too.
        read_at: tuple[int, list[Document]] | None

    @dataclass
    class Sought(Message):
        """The document of these notes is gone; another one may be its successor, or none."""

        name: str
        notes: int
        successor: Successor | None

    def __init__(
        self, session: Session, ink: Ink, background: Background, note_actions: NoteActions
    ) -> None:
        super().__init__()
        self._session = session
        self._background, self._note_actions = background, note_actions
        self._listing: NoteListing | None = None
        #: The revision of the notes and the documents that it was made of.
        self._read_at: tuple[int, list[Document]] | None = None
        self._order = next(iter(NOTE_ORDERS))
        #: The filter of what is listed.
        self._applied = ""
        self._latest = Latest(background)
        wanted = "{notes.filter} filters: words, tag: verdict: doc: is:"
        self._field = Field(placeholder=wanted, id="filter")
        self._list = NoteList(ink, session)
        self._status = Status(ink, "notes", "Notes")

    def compose(self) -> ComposeResult:
        yield framed("notes", "Notes", self._field, self._list, self._status)

    def on_mount(self) -> None:
        self._field.on_change(self, lambda _typed: self._narrow())

    def begin(self) -> None:
        # Filter, order and cursor are kept, to work through several notes.
        self.set_focus(self._list)
        self._status.clear_message()
        self.notes_changed()

    def notes_changed(self) -> None:
        """Read the notes again, in a thread."""
        documents, notes = list(self._session.library), self._session.notes
        if (notes.revision, documents) == self._read_at:
            return  # as they are listed (100,000 notes: 150 ms in the thread)
        self._awaited_until = monotonic() + PATIENCE
        before = self._listing
        self._background.run(lambda: self._read(documents, notes, before))

    def on_key_handled(self, message: KeyHandled) -> None:
        """Let the next key wait until the notes are read, unless there are many."""
        left = self._awaited_until - monotonic()
        if left > 0:
            message.stop()
            self._is_awaited = True
            self.set_timer(left, self._let_go_on)

    def _let_go_on(self) -> None:
        if self._is_awaited:
            self._is_awaited = False
            self.app.post_message(KeyHandled())

    def _read(
        self, documents: list[Document], notes: NoteStore, before: NoteListing | None
    ) -> None:
        revision = notes.revision
        listing = NoteListing(documents, notes, before)
        # Whether the file of a document that is not open is there still, only the disk knows.
        self.post_message(self.Read(listing, None if listing.has_others else (revision, documents)))

    def on_notes_screen_read(self, event: Read) -> None:
        self._listing, self._read_at = event.listing, event.read_at
        self._listing.sort(self._order)
        self._narrow()
        self._awaited_until = 0.0
        self._let_go_on()

    def _narrow(self, *, at_once: bool = False) -> None:
        """Show the notes that match the filter: directly if that is fast, else from a thread."""
        listing, typed = self._listing, self._field.value
        if listing is None:
            return
        query = self._session.parse(typed, NOTE_VALUES) if typed.strip() else None

        def found(notes: list[ListedNote]) -> None:
            self._applied = typed
            self._show(notes, len(listing.all), query)

        at_once = at_once or query is None or len(listing.all) <= FEW
        self._latest.ask(partial(listing.having, query), found, at_once=at_once)

    def _show(self, notes: list[ListedNote], total: int, query: Query | None) -> None:
        self._list.show(notes, _NO_SUCH if query else _NONE)
        some = f"{len(notes):,} of " if query else ""
        self._status.tell(f"{some}{counted(total, 'note')} · {self._order}")
        problem = filter_problem(query) if query is not None else None
        if problem or self._problem:
            self._status.say(problem or "", error=True)
        self._problem = problem

    def action_notes_sort(self) -> None:
        if self._listing is not None:
            orders = list(NOTE_ORDERS)
            self._order = orders[(orders.index(self._order) + 1) % len(orders)]
            self._listing.sort(self._order)
            self._list.begin_anew()
            self._status.clear_message()
            self._narrow()

    @on(Input.Submitted)
    def _to_list(self) -> None:
        if self._field.value != self._applied:
            self._narrow(at_once=True)  # the next key acts on the list
        self._list.focus()

    def on_key(self, event: events.Key) -> None:
        if event.key == "down" and self._field.has_focus:
            self._to_list()

    @on(Rows.Opened)
    def _go(self) -> None:
        listed = self._list.here
        if listed is None:
            return
        if self._session.library.get(listed.note.document) is None:
            self._say_closed(listed)
        else:
            self.dismiss(listed.mark)

    def action_notes_filter(self) -> None:
        self._field.focus()
        if self._listing is not None:
            self._background.run(self._listing.prepare)

    def action_notes_edit(self) -> None:
        listed = self._there()
        target = self._session.target_of(listed.mark) if listed else None
        if target is not None:
            self._note_actions.edit(target)
        elif listed is not None:
            self._say_closed(listed)

    def action_notes_delete(self) -> None:
        listed = self._there()
        if listed is not None:
            self._note_actions.delete(listed.note)

    def action_notes_accept(self) -> None:
        listed = self._there()
        document = self._session.library.get(listed.note.document) if listed else None
        if listed is None or document is None:
            return
        mark = listed.mark
        if mark.start is None or mark.end is None or mark.state not in UNCERTAIN:
            self._status.say("Nothing to accept: its words have not changed.")
            return
        start, end = mark.start, mark.end
        self._note_actions.change(
            lambda: self._session.attach(mark.note, document, start, end),
            "Accepted: the note stands on the new words.",
            self._status,
        )

    def action_notes_attach(self) -> None:
        listed, target = self._there(), self._session.target()
        if listed is None:
            return
        if listed.mark.state == DOCUMENT_GONE:
            self._seek(listed.note.document)
        elif listed.mark.state not in UNDECIDED:
            self._status.say("It stands on its words already.")
        elif target is None or target.document.name != listed.note.document or not target.end:
            words = "Go to the words in its document first ({row.open}), then come back."
            self._status.say(keys.said(self, words))
        else:
            self._note_actions.change(
                lambda: self._session.attach(
                    listed.note, target.document, target.start, target.end
                ),
                f"Attached to “{' '.join(target.words.split())[:60]}”.",
                self._status,
            )

    def _seek(self, name: str) -> None:
        """Look for the successor of a missing document, in a thread."""
        documents, notes = list(self._session.library), self._session.notes
        self._status.say("Looking for its words in the documents that are open …", stay=True)

        def work() -> None:
            there = notes.for_document(name)
            self.post_message(self.Sought(name, len(there), find_successor(there, documents)))

        self._background.run(work)

    def on_notes_screen_sought(self, event: Sought) -> None:
        """Ask whether to move the notes of a missing document to another one."""
        from tui.app.dialogs.ask import Ask

        if not self.is_open:
            return  # a question would come up over the desk, in the midst of its keys
        name, successor, notes = (
            event.name,
            event.successor,
            counted(event.notes, "note"),
        )
        if successor is None:
            words = f"{name} is gone, and no open document has its words: {{documents.open}}"
            self._status.say(keys.said(self, f"{words} on the desk opens others."), error=True)
            return
        self._status.clear_message()
        there = successor.document

        def answered(yes: bool | None) -> None:
            if yes:
                self._note_actions.change(
                    lambda: self._session.move_notes(name, there),
                    f"Carried over to {there.name}: {notes}.",
                    self._status,
                )

        has = f"{there.name} has the words of {successor.found:,} of its {notes} for certain"
        self.app.push_screen(Ask(f"{name} is gone. {has}. Carry all over to it?"), answered)

    def action_notes_restore(self) -> None:
        listed = self._list.here
        if listed is None or listed.mark.state != "deleted":
            self._status.say(
                keys.said(self, "Not deleted: {notes.filter} is:deleted lists what is.")
            )
        else:
            self._note_actions.change(
                lambda: self._session.restore(listed.note), "The note is back.", self._status
            )

    def action_notes_export(self) -> None:
        """Write what is listed to a file that the reader names."""
        from tui.app.dialogs.sheet import export

        notes = [listed.note for listed in self._list.notes if listed.mark.state != "deleted"]
        if not notes:
            self._status.say("No notes to write: the list is empty.")
            return
        library, verdicts = self._session.library, self._session.verdicts
        export(note_sheet(notes, library, verdicts), library, self._background, self._status)

    def _there(self) -> ListedNote | None:
        """The note under the cursor, unless it was deleted."""
        listed = self._list.here
        if listed is not None and listed.mark.state == "deleted":
            self._status.say(keys.said(self, "It is deleted: {notes.restore} brings it back."))
            return None
        return listed

    def _say_closed(self, listed: ListedNote) -> None:
        name = listed.note.document
        self._status.say(f"{name} is not open here: start factdesk with it too.", error=True)

    def action_notes_close(self) -> None:
        if self._field.has_focus:
            self._to_list()
        else:
            self.dismiss(None)
