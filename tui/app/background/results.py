"""Takes over the results of background work: documents, figures and the index."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from tui.app.desk.panes import DOCUMENTS
from tui.app.dialog import open_dialogs
from tui.app.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.screen import Screen

    from tui.app.background.background import Arrival, Background
    from tui.app.desk.view import DeskView
    from tui.app.problem_list import ProblemList
    from tui.documents import Document
    from tui.errors import Problem


class BackgroundResults:
    """Handles the messages of `Background`."""

    def __init__(
        self,
        screen: Screen[None],
        view: DeskView,
        background: Background,
        problems: ProblemList,
    ) -> None:
        self._screen, self._view, self._session = screen, view, view.session
        self._background, self._problems = background, problems
        #: Documents whose figures are being extracted, and are not in the index yet.
        self._to_index: tuple[Document, ...] = ()

    # Documents --------------------------------------------------------------------------------

    def read(self, event: Background.Read) -> None:
        """Add documents that were read when the desk was started."""
        view, session = self._view, self._session
        self.take(event.read)
        if session.document is None and event.complete:
            view.show_nothing()
        elif session.document is None:
            view.show_waiting()
        view.head()
        if event.complete:
            # Not before the first frame: finding the date of a document takes 0.3 ms.
            self._screen.call_after_refresh(view.sorter.sort, DOCUMENTS)
            documents, in_memory = list(session.library), view.settings.search.on_disk
            self._screen.call_after_refresh(self._background.begin, documents, in_memory)

    def take(self, arrivals: Sequence[Arrival]) -> None:
        """Add documents, and problems of unreadable files, to the library and the list; open the
        first document if none is open."""
        session, view = self._session, self._view
        for arrival in arrivals:
            session.library.add(arrival)
        view.show_library()
        if session.document is None and session.library.documents:
            session.open(session.library.documents[0].name, jump=False)
            view.show_document()

    # Figures ----------------------------------------------------------------------------------

    def find_figures(self, documents: Iterable[Document]) -> None:
        """Extract the figures of new or changed documents, then index them."""
        new = tuple(documents)
        self._to_index += new
        self._background.find_figures(new)

    def extracted(self, event: Background.Extracted) -> None:
        """Show figures that were extracted."""
        view, session = self._view, self._session
        document = session.document
        session.titles.take(filter(None, map(session.library.get, event.names)))
        view.update_documents()
        if document is not None and document.name in event.names and document.is_extracted:
            view.show_figures()
        found = filter(None, map(session.library.get, event.names))
        self._report(problem for document in found for problem in document.problems)
        view.filters.filter_documents()
        # Garbage collection would scan all figures found so far: 100 ms next to a key.
        gc.freeze()
        for dialog in open_dialogs(self._screen.app):
            dialog.figures_found()
        if event.complete:
            view.sorter.sort(DOCUMENTS)
            # After the figures are on the screen, since the index imports numpy.
            self._screen.call_after_refresh(self._index)

    def _report(self, found: Iterable[Problem]) -> None:
        """Report what could not be computed of documents, if it is not known yet."""
        if new := self._problems.add_documents(found):
            self._view.report_problems(new)

    # The index --------------------------------------------------------------------------------

    def _index(self) -> None:
        """Build the index, or update it."""
        new, self._to_index = list(self._to_index), ()
        if self._session.index is not None and self._background.is_indexed:
            self._background.index_also(self._session.index, new)
        else:
            documents, notes = list(self._session.library), self._session.notes
            self._background.index(documents, notes, self._view.settings.search.on_disk)

    def indexed(self, event: Background.Indexed) -> None:
        """Search in this index from now on; notify the search dialog if it waits for one."""
        self._session.index, self._session.is_all_indexed = event.index, not event.early
        # Exclude what was read from garbage collection, which would scan 100,000 figures each time
        # (60 ms).
        gc.freeze()
        self.search_again()

    def search_again(self) -> None:
        """Let the search dialog ask again, if it is open: the index holds more."""
        self._report(self._session.problems())
        for dialog in open_dialogs(self._screen.app):
            dialog.indexed()

    # What goes on, and what went wrong ---------------------------------------------------------

    def progressed(self, event: Background.Progressed) -> None:
        """Show the progress of background work."""
        self._view.status.tell(self._view.told(event.words))

    def failed(self, event: Background.Failed) -> None:
        """Report an error in the background, also in an open dialog; the desk continues."""
        words = f"{type(event.error).__name__}: {event.error}"
        above = self._screen.app.screen.query(Status)
        for status in {self._view.status, *above}:
            status.say(f"factdesk has failed in the background ({words})", error=True)
