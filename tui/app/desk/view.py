"""The view of the desk: shows the session in the panes, the headings and the status row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import keys
from tui.app.desk.filters import Filters
from tui.app.desk.headings import headings
from tui.app.desk.panes import FIGURES, READER
from tui.app.desk.sorter import Sorter
from tui.app.widgets.figure_panel import Detail
from tui.app.widgets.status import STAY_LONGER
from tui.documents import CHANGED, GONE
from tui.session import Verdicts
from tui.wording import summary

if TYPE_CHECKING:
    from tui.app.background.background import Background
    from tui.app.desk.panes import Panes
    from tui.app.paint import Ink
    from tui.app.widgets.header import Header
    from tui.app.widgets.status import Status
    from tui.config import Settings
    from tui.documents import Document
    from tui.errors import Problem
    from tui.search import Hit
    from tui.session import Session

COMING = "The figures here are still being found."
NO_FIGURES = "There are no figures in this document."
NOTHING_OPEN = "There is nothing open."
#: Messages about the file of the open document.
_ON_DISK = {
    CHANGED: "This file was changed on disk: {documents.reload} reads it again.",
    GONE: "This file is gone from the disk; what was read of it stays.",
}


class DeskView:
    """Shows the session; code that changes the session calls one of its methods afterwards."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        panes: Panes,
        header: Header,
        status: Status,
        background: Background,
    ) -> None:
        self.session = session
        self.settings = settings
        self.panes = panes
        self.status = status
        self._background = background
        self.filters = Filters(session, panes, background, self.head)
        self.sorter = Sorter(session, panes, background, self.head)
        self._header = header

    @property
    def chosen_keys(self) -> keys.Keys:
        """The effective keys."""
        return self.settings.keys

    @property
    def ink(self) -> Ink:
        """The styles of the current theme."""
        return self.panes.reader.ink

    def apply_settings(self, settings: Settings) -> None:
        """Apply changed settings, as far as that is possible while the desk is open."""
        self.settings = settings
        self.panes.reader.set_width(settings.reading.width)
        self.session.recent.most = settings.search.history
        self.hint()
        self.session.all_marks.set_verdicts(Verdicts(settings.notes.verdicts))
        self.show_marks()

    def told(self, words: str) -> str:
        """A text with `{figure.next}` replaced by the key of that action."""
        return keys.told(words, self.chosen_keys)

    # Showing the session --------------------------------------------------------------------

    def show_library(self) -> None:
        """Show the documents, after some were added."""
        self.panes.documents.show(self.session)
        self.filters.filter_documents()

    def update_documents(self) -> None:
        """Show what has changed about the documents: figures, notes, files."""
        self.panes.documents.redraw()

    def show_nothing(self) -> None:
        """Say that there is no document to read."""
        endings = " or ".join(self.settings.documents.endings)
        self.panes.reader.say(
            "There is no document here that factdesk can read.",
            f"It reads files ending in {endings}, and any file that you name.",
            "{documents.open} opens others.",
        )
        self.panes.panel.list.show([], None)

    def show_waiting(self) -> None:
        """Say that the first document takes long to read."""
        self.panes.reader.say("The first document is still being read.")
        self.panes.documents.wait()

    def show_document(self) -> None:
        """Show the open document at its place."""
        document = self.session.document
        if document is None:
            return
        reader, panel = self.panes.reader, self.panes.panel
        reader.show(document, self.session.offset, self.session.marks())
        reader.set_matches(self.session.matches)
        self.panes.documents.follow()
        if document.is_extracted or self._background.find_at_once(document):
            self.show_figures()
        else:
            panel.list.wait()
            self.filters.drop_figures()
            self.follow()
        self.report_file(document)

    def show_figures(self) -> None:
        """Show the figures of the open document in the panel and the text."""
        document = self.session.document
        assert document is not None
        self.session.refocus()
        self.panes.reader.set_figures()
        self.panes.panel.list.show(document.figures, self.session.marks())
        self.sorter.sort(FIGURES)
        self.filters.filter_figures()
        self.follow()

    def follow(self) -> None:
        """Move the reader and the panel to the session's cursor."""
        session, panel, number = self.session, self.panes.panel, None
        document = session.document
        self.panes.reader.place(session.offset, figure=session.figure)
        self.panes.reader.set_selection(session.selection)
        if document is not None and document.is_extracted:
            number = session.nearest_figure()
        if document is not None and number is not None:
            panel.list.point_at(number)
            figure = document.figures[number]
            mark = session.marks().on(figure.start, figure.end)
            note = mark.note if mark else None
            symbol = session.verdicts.symbol(note.verdict if note else None)
            panel.detail.show(Detail(document, figure, note, symbol))
            focused = session.figure is not None and not panel.display
            self.status.caption(summary(figure) if focused else "")
        else:
            panel.detail.show(None)
            self.status.caption("")
        self.head()

    def clear_selection(self) -> None:
        """Clear what is selected, with the keyboard or the mouse."""
        reader = self.panes.reader
        self.session.unselect()
        reader.set_selection(None)
        if reader.dragged:
            reader.screen.clear_selection()

    def show_marks(self) -> None:
        """Update the notes on the screen after one was written or deleted."""
        if self.session.document is not None:
            self.panes.reader.set_marks(self.session.marks())
            self.panes.panel.list.set_marks(self.session.marks())
            self.panes.documents.recount()
            self.filters.filter_for_notes()
            self.follow()

    def greet(self, words: str) -> None:
        """Show a message at the start, unless a more important one is shown."""
        if not self.status.has_message:
            self.status.say(words)

    def report_file(self, document: Document) -> None:
        """Report a change of the document's file."""
        state = self.session.file_state(document)
        if state:
            self.status.say(self.told(_ON_DISK[state]), seconds=STAY_LONGER)
        else:
            # It was said of another document.
            for words in _ON_DISK.values():
                self.status.unsay(self.told(words))

    def report_problems(self, problems: list[Problem]) -> None:
        """Report the problems with settings, themes or notes, in one line."""
        from tui.app.dialogs.problems import in_one_line

        self.status.say(in_one_line(problems, self.chosen_keys), error=True)

    def say_done(self, said: str, problems: list[Problem]) -> None:
        """Say what was done, or else what is wrong with it."""
        if problems:
            self.report_problems(problems)
        else:
            self.status.say(said)

    # Going somewhere --------------------------------------------------------------------------

    def open(self, name: str) -> None:
        """Open a document where the reader left it, and focus the text."""
        self.session.open(name)
        self.show_document()
        self.panes.focus(READER)

    def go(self, hit: Hit) -> None:
        """Go to a hit in any document; focuses the figure of a fact."""
        self.go_to(hit.document, hit.start, on_figure=hit.kind == "fact")

    def go_to(self, name: str, start: int, *, on_figure: bool) -> None:
        """Go to a place in any document, or to the figure that starts there."""
        if self.session.open(name, start) is not None:
            if on_figure:
                self.session.await_figure()
            self.show_document()
            # With some of the text before it, not at the edge of the viewport.
            self.panes.reader.place(self.session.offset, figure=self.session.figure, centre=True)
        self.panes.focus(READER)

    # The first row and the last ---------------------------------------------------------------

    def head(self) -> None:
        """Update the headings of the panes."""
        self._header.show(headings(self))

    def hint(self) -> None:
        """Update the hints in the last row for the focused pane."""
        is_typed = self.panes.typed_for is not None
        hints = keys.footer("find" if is_typed else "desk", self.chosen_keys)
        if not is_typed and self.panes.here != READER:
            # `/` and `o` do something else in a list than in the text.
            its_own = (("find.open", "filter"), ("list.sort", "sort"))
            others = [hint for hint in hints if hint.title != "find"]
            hints = [
                hint for one in its_own for hint in keys.hint(one[0], self.chosen_keys, one[1])
            ]
            hints += others
        self.status.show(hints)
        self.head()
