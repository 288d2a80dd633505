"""Opens further files and folders while the desk is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.panes import DOCUMENTS, READER
from tui.documents import Document
from tui.errors import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.background import Background
    from tui.app.background_results import BackgroundResults
    from tui.app.desk_view import DeskView
    from tui.app.note_sync import NoteSync


class PathOpener:
    """Adds documents to the library."""

    def __init__(self, view: DeskView, results: BackgroundResults, sync: NoteSync) -> None:
        self._view, self._session = view, view.session
        self._results, self._sync = results, sync
        #: The number of documents from the last path, and its unreadable files.
        self._brought = 0
        self._refused: tuple[Problem, ...] = ()

    def open_path(self, path: Path) -> None:
        """Open a path; its first document is shown.

        Raises `FactdeskError` if there is nothing.
        """
        source = self._session.open_path(path)
        self._brought, self._refused = 0, ()
        self._view.background.open_path(path, source)

    def take(self, event: Background.Brought) -> None:
        """Add documents that were read, show the first, and report how many there were."""
        self._results.take(event.read)
        documents = [arrival for arrival in event.read if isinstance(arrival, Document)]
        self._refused += tuple(one for one in event.read if isinstance(one, Problem))
        if documents and not self._brought:
            self._go_to(documents[0])
        self._brought += len(documents)
        self._view.head()
        if event.complete:
            self._account(event.path)
            self._view.sorter.sort(DOCUMENTS)
            self._sync.check_again()
            library = self._session.library
            self._results.find_figures(one for one in library if not one.is_extracted)

    def _account(self, path: Path) -> None:
        """Report what was opened, or why nothing was."""
        say = self._view.status.say
        if self._brought:
            many = f"{self._brought:,} documents" if self._brought > 1 else "1 document"
            refused = f"; {len(self._refused):,} cannot be read" if self._refused else ""
            say(f"Opened {many} from {path}{refused}.")
        elif self._refused:
            say(str(self._refused[0]), error=True)
        elif (there := self._session.library.at(path)) is not None:
            self._go_to(there)
            say(f"Nothing new in {path}: what is there is open already.")
        else:
            endings = " or ".join(self._view.settings.documents.endings)
            say(f"No documents in {path}: no file in it ends in {endings}.", error=True)

    def _go_to(self, document: Document) -> None:
        if document is self._session.document:
            self._view.panes.focus(READER)
        else:
            self._view.open(document.name)
