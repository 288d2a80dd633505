"""Opening what was not opened at the start: a path is named, and its documents join the others."""

from __future__ import annotations

from pathlib import Path

from tui.app.background import Background
from tui.app.dialog import kept
from tui.app.ordering import Ordering
from tui.documents import Document
from tui.errors import Problem


class Opening(Ordering):
    """Brings further documents into the library while the desk is open."""

    _brought = 0
    _refused: tuple[Problem, ...] = ()

    def action_documents_open(self) -> None:
        from tui.app.path import PathScreen

        endings, run = self.frame.settings.documents.endings, self.background.run
        ink = self.reader.ink
        screen = kept(
            self.app,
            PathScreen,
            ink,
            lambda: PathScreen(ink, self.frame.chosen_keys, endings, self.bring, run),
        )
        self.app.push_screen(screen)

    def bring(self, path: Path) -> None:
        """Open what lies at a path; the first document of it comes before the reader.

        Raises `FactdeskError` if nothing is there.
        """
        source = self.session.bring(path)
        self._brought, self._refused = 0, ()
        self.background.bring(path, source)

    def on_background_brought(self, event: Background.Brought) -> None:
        """Take in what was read, show the first document of it, and say how many there were."""
        self.take(event.read)
        documents = [arrival for arrival in event.read if isinstance(arrival, Document)]
        self._refused += tuple(one for one in event.read if isinstance(one, Problem))
        if documents and not self._brought:
            self._go_to(documents[0])
        self._brought += len(documents)
        self.frame.head()
        if event.complete:
            self._say_brought(event.path)
            self.sorter.sort(0)
            self.look_anew()
            self.find_figures(one for one in self.session.library if not one.is_extracted)

    def _say_brought(self, path: Path) -> None:
        """Say what has come, or why nothing has."""
        if self._brought:
            many = f"{self._brought:,} documents" if self._brought > 1 else "1 document"
            refused = f"; {len(self._refused):,} cannot be read" if self._refused else ""
            self.status.say(f"Opened {many} from {path}{refused}.")
        elif self._refused:
            self.status.say(str(self._refused[0]), error=True)
        elif (there := self.session.library.at(path)) is not None:
            self._go_to(there)
            self.status.say(f"Nothing new in {path}: what is there is open already.")
        else:
            endings = " or ".join(self.frame.settings.documents.endings)
            self.status.say(f"No documents in {path}: no file in it ends in {endings}.", error=True)

    def _go_to(self, document: Document) -> None:
        if document is not self.session.document:
            self.session.open(document.name)
            self.frame.show_document()
        self.panes.focus(1)
