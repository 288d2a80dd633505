"""Opens further files and folders while the desk is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.desk.panes import DOCUMENTS, READER
from tui.app.dialog import cached_dialog
from tui.documents import Document
from tui.errors import Problem
from tui.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen

    from tui.app.background.background import Arrival, Background
    from tui.app.background.note_sync import NoteSync
    from tui.app.background.results import BackgroundResults
    from tui.app.desk.view import DeskView


class PathOpener:
    """Adds documents to the library."""

    def __init__(
        self,
        screen: Screen[None],
        view: DeskView,
        background: Background,
        results: BackgroundResults,
        sync: NoteSync,
    ) -> None:
        self._screen, self._view, self._session = screen, view, view.session
        self._background, self._results, self._sync = background, results, sync
        #: What has come so far from each path that is being read.
        self._coming: dict[Path, list[Arrival]] = {}

    def ask(self) -> None:
        """Ask for a path, and open it."""
        from tui.app.dialogs.path import PathScreen

        ink, app = self._view.ink, self._screen.app
        endings, run = self._view.settings.documents.endings, self._background.run
        screen = cached_dialog(
            app, PathScreen, ink, lambda: PathScreen(ink, endings, self.open_path, run)
        )
        app.push_screen(screen)

    def open_path(self, path: Path) -> None:
        """Open a path; its first document is shown.

        Raises `FactdeskError` if there is nothing.
        """
        self._background.open_path(path, self._session.open_path(path))

    def take(self, event: Background.Brought) -> None:
        """Add documents that were read, show the first, and report how many there were."""
        self._results.take(event.read)
        before = self._coming.setdefault(event.path, [])
        new = [arrival for arrival in event.read if isinstance(arrival, Document)]
        if new and not any(isinstance(arrival, Document) for arrival in before):
            self._go_to(new[0])
        before += event.read
        self._view.head()
        if event.complete:
            self._account(event.path, self._coming.pop(event.path))
            self._view.sorter.sort(DOCUMENTS)
            self._sync.check_again()
            library = self._session.library
            self._results.find_figures(one for one in library if not one.is_extracted)

    def _account(self, path: Path, come: list[Arrival]) -> None:
        """Report what was opened, or why nothing was."""
        say = self._view.status.say
        problems = [arrival for arrival in come if isinstance(arrival, Problem)]
        if count := len(come) - len(problems):
            many = counted(count, "document")
            refused = f"; {len(problems):,} cannot be read" if problems else ""
            say(f"Opened {many} from {path}{refused}.")
        elif problems:
            say(str(problems[0]), error=True)
        elif (there := self._session.library.at(path)) is not None:
            self._go_to(there)
            say(f"Nothing new in {path}: its documents are open already.")
        else:
            endings = " or ".join(self._view.settings.documents.endings)
            say(f"No documents in {path}: no file in it ends in {endings}.", error=True)

    def _go_to(self, document: Document) -> None:
        if document is self._session.document:
            self._view.panes.focus(READER)
        else:
            self._view.open(document.name)
