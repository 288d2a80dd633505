"""Keeps notes in sync with the disk: shows changes of other programs, and propagates our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.app.dialog import open_dialogs
from tui.app.widgets.status import STAY_LONGER
from tui.session import count_undecided, note_texts, unsaved_drafts
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.screen import Screen

    from tui.app.background.background import Background
    from tui.app.background.results import BackgroundResults
    from tui.app.desk.alarm import Alarms
    from tui.app.desk.view import DeskView
    from tui.app.problem_list import ProblemList
    from tui.errors import Problem

#: Seconds between checks of the notes files; checking 1,000 takes 8 ms.
BEAT = 2.0
#: Checks between attempts to save unsaved changes.
TRY_AGAIN = 5


class NotesState(NamedTuple):
    """The result of checking the notes files: whether others changed any, and the current state."""

    changed: bool
    counts: Mapping[str, int]
    problems: list[Problem]
    #: Drafts of the last run: document, offset, text.
    typed: list[tuple[str, int, str]]


class NoteSync:
    """Watches the notes files in a thread, and notifies everyone about changes."""

    def __init__(
        self,
        screen: Screen[None],
        view: DeskView,
        background: Background,
        results: BackgroundResults,
        alarms: Alarms,
        problems: ProblemList,
    ) -> None:
        self._screen, self._view, self._session = screen, view, view.session
        self._background, self._results, self._alarms = background, results, alarms
        self._problems = problems
        self._checks = 0
        #: The number of documents that were checked for notes.
        self._known = 0
        self._is_checking = False
        self._is_index_behind = False
        self._has_told_undecided = False

    # Looking at the notes files ---------------------------------------------------------------

    def check_again(self) -> None:
        """Check everything again, after another folder was opened."""
        self._checks, self._is_index_behind = 0, True
        self.check()

    def check(self) -> None:
        """Check for changes in a thread; retry unsaved changes."""
        if self._is_checking:
            return
        self._is_checking = True
        notes, first = self._session.notes, self._checks == 0
        tries = bool(notes.unsaved) and self._checks % TRY_AGAIN == 0
        self._checks += 1
        new = self._session.library.documents[self._known :]
        self._known += len(new)
        background = self._background

        def work() -> None:
            try:
                notes.register(new)
                changed = notes.refresh()
                if tries:
                    notes.retry()
                counts = notes.counts() if changed or new else {}
                typed = unsaved_drafts(notes) if first else []
                background.give(self._show, NotesState(changed, counts, notes.problems, typed))
                if first:
                    notes.load_history()
            finally:
                self._is_checking = False

        background.run(work)

    def _show(self, looked: NotesState) -> None:
        """Show what has changed."""
        if looked.changed:
            self._session.all_marks.forget_all()
        if looked.changed or looked.counts:
            self._session.all_marks.set_counts(looked.counts)
            self._view.update_documents()
        if looked.changed:
            self.notes_changed()
            if self._screen.app.screen is not self._screen:
                # If the search dialog is open, it updates its index.
                self.index_notes()
        self._alarms.warn()
        self._update_problems(looked.problems)
        if looked.typed and not looked.problems:
            self._view.status.say(self._offer(looked.typed), seconds=STAY_LONGER)

    def _update_problems(self, found: list[Problem]) -> None:
        """Report new problems with notes files, or that they are solved."""
        had_some = bool(self._problems.with_notes)
        new = self._problems.update_notes(found)
        if new:
            self._view.report_problems(new)
        elif had_some and not found:
            self._view.status.say("All notes can be read again.")

    def tell_undecided(self) -> None:
        """Say how many notes wait for a decision, since documents have changed since the last time;
        once, when all documents are there."""
        if self._has_told_undecided:
            return
        self._has_told_undecided = True
        notes, counts = self._session.notes, self._session.all_marks.counts
        noted = [document for document in self._session.library if counts.get(document.name)]
        self._background.ask(lambda: count_undecided(noted, notes), self._say_undecided)

    def _say_undecided(self, count: int) -> None:
        """Say it as soon as no other message is shown."""
        if count and self._view.status.has_message:
            self._screen.set_timer(BEAT, lambda: self._say_undecided(count))
        elif count:
            waiting = f"{counted(count, 'note')} wait{'s' * (count == 1)} for your decision"
            words = f"{waiting}, since the text has changed ({{notes.open}})."
            self._view.status.say(self._view.told(words), seconds=STAY_LONGER)

    def _offer(self, typed: list[tuple[str, int, str]]) -> str:
        name, place, words = typed[-1]
        document = self._session.library.get(name)
        where = f"{name}, line {document.line_of(place)}" if document else name
        others = f" (and {len(typed) - 1} more)" if typed[1:] else ""
        more = self._view.told("{note.write} there continues it.")
        return f"Typed but not saved last time{others}: “{words[:40]}” on {where}. {more}"

    # Changes ----------------------------------------------------------------------------------

    def notes_changed(self) -> None:
        """Update the screen after a note changed, and mark the index as outdated."""
        self._find_redated()
        self._view.show_marks()
        self._alarms.warn()
        self._is_index_behind = True
        for dialog in open_dialogs(self._screen.app):
            dialog.notes_changed()

    def _find_redated(self) -> None:
        """Extract figures again after a document's date changed; then update the index."""
        redated, self._session.redated = self._session.redated, []
        if self._session.document in redated:
            self._view.show_document()
        if redated:
            self._results.find_figures(redated)
            self._view.update_documents()

    def index_notes(self) -> None:
        """Update the notes in the index, in a thread; called when the index is used.

        Doing so at every change would take longer than the change itself (120 ms for 10,000 notes).
        """
        index, background = self._session.index, self._background
        if not self._is_index_behind or index is None:
            return
        # Another one that is still being built has read the notes before, and will replace it.
        self._is_index_behind = not background.is_indexed
        documents, notes = list(self._session.library), self._session.notes

        def work() -> None:
            index.replace_notes(note_texts(documents, notes))

        background.ask(work, lambda _: self._results.search_again())
