"""What the background has found: documents, figures and the index are taken in and shown."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import Reactive
from textual.widget import Widget

from tui.app.background import Arrival, Background
from tui.app.count import Count
from tui.app.dialog import Dialog
from tui.app.documents import DocumentList
from tui.app.figures import FigurePanel
from tui.app.frame import Frame
from tui.app.header import Header
from tui.app.paint import Ink
from tui.app.panes import READER, Panes
from tui.app.reader import Reader
from tui.app.screens import OnceDrawn
from tui.app.status import Status
from tui.config import Settings
from tui.errors import Problem
from tui.session import Session

if TYPE_CHECKING:
    from tui.documents import Document


class Arriving(OnceDrawn[None]):
    """Answers the messages of `Background`."""

    AUTO_FOCUS = ""
    # Its widgets cover it: the ground under them is one strip, not 40 to be styled in each frame.
    BLANK = True

    # As the Screen has it, but a change of focus draws no pane anew: the heading says it (20 ms).
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    #: Documents whose figures are wanted, and are not in the index yet.
    _to_index: tuple[Document, ...] = ()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        ink: Ink,
        source: Iterator[Arrival],
        problems: list[Problem],
    ) -> None:
        super().__init__()
        self.session = session
        self.problems = problems
        self.header, self.status = Header(ink), Status(ink)
        self.documents = DocumentList(ink, id="documents")
        self.reader = Reader(ink, settings.reading.width)
        self.panel = FigurePanel(ink)
        self.panes = Panes(self, self.documents, self.reader, self.panel)
        self.count = Count(self.status)
        for pane in self.panes.all:
            pane.count = self.count
        self.background = Background(self, session.notes, source)
        self.frame = Frame(session, settings, self.panes, self.header, self.status, self.background)
        self.filters, self.sorter = self.frame.filters, self.frame.sorter

    def compose(self) -> ComposeResult:
        yield self.header
        with Horizontal(id="panes"):
            yield self.documents
            yield self.reader
            yield self.panel
        yield self.status

    def on_mount(self) -> None:
        self.panes.share_out(self.app.size.width, READER)
        self.documents.show(self.session)
        self.set_focus(self.reader)
        self.frame.hint()
        self.background.start(self.on_background_read)
        if self.problems:
            self.frame.speak_of_problems(self.problems)

    def greet(self, words: str) -> None:
        """Say something at the start, unless there is a word that matters more."""
        if not self.status.is_speaking:
            self.status.say(words)

    def on_resize(self, event: events.Resize) -> None:
        self.panes.focus(self.panes.here)
        self.call_after_refresh(self.frame.head)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.frame.hint()

    def on_key(self, event: events.Key) -> None:
        if self.panes.typed_for is None and self.count.add(event.character or ""):
            event.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While words are typed into the find line, letters and controls are its own."""
        return self.panes.typed_for is None

    def on_background_read(self, event: Background.Read) -> None:
        """Documents have been read; the first of them is opened at once."""
        self.take(event.read)
        if self.session.document is None and self.session.library.documents:
            self.session.open(self.session.library.documents[0].name, jump=False)
            self.frame.show_document()
        elif event.complete and self.session.document is None:
            self.reader.say(
                "There is no document here that factdesk can read.",
                "It reads files ending in .txt and .md, and any file that is named to it.",
                "{documents.open} opens others.",
            )
            self.panel.list.show([], None)
        self.frame.head()
        if event.complete:
            # Not before the first frame: to find the date of a document takes 0.3 ms.
            self.call_after_refresh(self.sorter.sort, 0)
            documents = list(self.session.library)
            in_memory = self.frame.settings.search.on_disk
            self.call_after_refresh(self.background.begin, documents, in_memory)

    def take(self, arrivals: Sequence[Arrival]) -> None:
        """Take documents into the library, and what cannot be read, and list them."""
        for arrival in arrivals:
            self.session.library.add(arrival)
        self.documents.show(self.session)
        self.filters.filter_documents()

    def on_background_indexed(self, event: Background.Indexed) -> None:
        """Everything can be searched; a search that waits for it is told."""
        self.session.index, self.session.is_all_indexed = event.index, not event.early
        # What was read stays: the collector need not walk 100,000 figures at every pause (60 ms).
        gc.freeze()
        if self.app.screen is not self:
            self.app.screen.post_message(event)

    def on_background_failed(self, event: Background.Failed) -> None:
        """Say what went wrong; the rest of the desk goes on."""
        name = type(event.error).__name__
        self.status.say(
            f"factdesk has failed in the background ({name}: {event.error})", error=True
        )

    def on_background_extracted(self, event: Background.Extracted) -> None:
        """Figures of documents have been found."""
        self.documents.redraw()
        document = self.session.document
        if document is not None and document.name in event.names and document.is_extracted:
            self.frame.show_figures()
        self.filters.filter_documents()
        # The collector would walk all that was found so far, 100 ms beside a key.
        gc.freeze()
        for screen in self.app.screen_stack:
            if isinstance(screen, Dialog):
                screen.figures_found()
        if event.complete:
            self.sorter.sort(0)
            # After the figures are seen: the index loads numpy beside the frame that shows them.
            self.call_after_refresh(self._index)

    def find_figures(self, documents: Iterable[Document]) -> None:
        """Find the figures of documents that have come or changed; then the index has them too."""
        new = tuple(documents)
        self._to_index += new
        self.background.find_figures(new)

    def _index(self) -> None:
        """Build the index, or take into it what has come since."""
        new, self._to_index = list(self._to_index), ()
        if self.session.index is not None and self.background.is_indexed:
            self.background.index_also(self.session.index, new)
        else:
            documents, notes = list(self.session.library), self.session.notes
            self.background.index(documents, notes, self.frame.settings.search.on_disk)

    def on_background_progressed(self, event: Background.Progressed) -> None:
        """Reading takes a while: say how far it has come."""
        self.status.tell(event.words)
