"""Watches the files of the open documents: shows changes, and reads them again on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.documents import CHANGED, GONE, Document
from tui.session import UNDECIDED
from tui.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.background.background import Background
    from tui.app.background.note_sync import NoteSync
    from tui.app.background.results import BackgroundResults
    from tui.app.desk.view import DeskView
    from tui.session import DiskChanges

#: Seconds between checks of the files.
BEAT = 2.0
#: Checks of the files between checks of the folders.
OFTEN = 5

#: Changed states by document name; and new files, if folders were checked.
FileChanges = tuple[dict[str, str], "list[Path] | None"]


class FileWatch:
    """Never changes an open text by itself: it reports what has changed, and a key reads it
    again."""

    def __init__(
        self, view: DeskView, background: Background, results: BackgroundResults, sync: NoteSync
    ) -> None:
        self._view, self._session = view, view.session
        self._background, self._results, self._sync = background, results, sync
        self._is_checking = False
        self._checks = 0

    def check(self) -> None:
        """Check the files of the documents, and at longer intervals their folders, in a thread."""
        if self._is_checking:
            return
        self._is_checking = True
        session, document = self._session, self._session.document
        is_for_new = self._checks % OFTEN == OFTEN - 1
        self._checks += 1

        def work() -> FileChanges:
            try:
                states = session.disk.check(document)
                return states, session.disk.find_new_files() if is_for_new else None
            finally:
                self._is_checking = False

        self._background.ask(work, self._show)

    def _show(self, looked: FileChanges) -> None:
        """Show which files have changed, and new files."""
        states, new = looked
        if states:
            self._show_changed(states)
        if new is not None and new != self._session.new_files:
            self._show_new(new)

    def _show_changed(self, states: dict[str, str]) -> None:
        """Show which files have changed; report a change of the open document."""
        view, document = self._view, self._session.document
        self._session.set_file_states(states)
        view.update_documents()
        if document is not None and states.get(document.name):
            view.report_file(document)
        elif changed := [name for name, state in states.items() if state == CHANGED]:
            more = f" and {counted(len(changed) - 1, 'other document')}" if changed[1:] else ""
            words = view.told("was changed on disk: {documents.reload} reads it again.")
            view.status.say(f"{changed[0]}{more} {words}")
        view.head()

    def _show_new(self, paths: list[Path]) -> None:
        """Report new files in the folders."""
        self._session.new_files = paths
        self._view.head()
        if paths:
            name = paths[0].name
            words = f"{len(paths):,} files are new" if paths[1:] else f"{name} is new"
            more = self._view.told("{documents.reload} opens what is new.")
            self._view.status.say(f"{words} in the folders that are open: {more}")

    # Reading again ----------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read changed and new files, in a thread."""
        self._view.status.clear_message()  # progress is shown where messages are

        def work() -> DiskChanges:
            with self._background.reading:
                return self._session.read_again()

        self._background.ask(work, self._take)

    def _take(self, again: DiskChanges) -> None:
        """Replace documents by those that were read again; notes and figures follow."""
        view, session = self._view, self._session
        for document, offset in again.changed:
            session.replace_document(document, offset)
        # Of files that went since the last look, only this one knows.
        session.set_file_states(dict.fromkeys(again.gone, GONE))
        # Unreadable files were tried again.
        session.library.unreadable.clear()
        session.new_files = []
        self._results.take(again.new)
        changed = [document for document, _ in again.changed]
        if session.document in changed:
            view.show_document()
        view.update_documents()
        view.head()
        view.status.say(self._account(again), error=bool(again.problems))
        new = [one for one in again.new if isinstance(one, Document)]
        self._results.find_figures([*changed, *new])
        self._sync.check_again()

    def _account(self, again: DiskChanges) -> str:
        """A summary of what was read again."""
        said = []
        if again.changed:
            marks = [
                mark for document, _ in again.changed for mark in self._session.marks(document)
            ]
            waiting = sum(mark.state in UNDECIDED for mark in marks)
            said.append(f"read again: {counted(len(again.changed), 'document')}")
            if waiting:
                words = f"{waiting:,} of {counted(len(marks), 'note')} wait{'s' * (waiting == 1)}"
                said.append(self._view.told(words + " for your decision ({notes.open})"))
            elif marks:
                said.append(f"{counted(len(marks), 'note')} found again")
        if new := sum(isinstance(one, Document) for one in again.new):
            said.append(f"{counted(new, 'new document')}")
        said += map(str, again.problems)
        if again.gone:
            said.append(f"gone from the disk: {', '.join(again.gone[:3])}")
        words = "; ".join(said) or "no document was changed on disk"
        return f"{words[0].upper()}{words[1:]}."
