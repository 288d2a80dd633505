"""The frame of the desk: the panes show what the session holds, and the rows around them say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import keys
from tui.app.figures import Detail
from tui.app.filters import Filters
from tui.app.headings import headings
from tui.app.panes import FIGURES, READER
from tui.app.sorter import Sorter
from tui.documents import CHANGED, GONE
from tui.session import Verdicts, summary

if TYPE_CHECKING:
    from tui.app.background import Background
    from tui.app.header import Header
    from tui.app.paint import Ink
    from tui.app.panes import Panes
    from tui.app.status import Status
    from tui.config import Settings
    from tui.documents import Document
    from tui.errors import Problem
    from tui.search import Hit
    from tui.session import Session

COMING = "The figures here are still being found."
#: What is said of the file of the open document.
_ON_DISK = {
    CHANGED: "This file was changed on disk: {documents.reload} reads it again.",
    GONE: "This file is gone from the disk; what was read of it stays.",
}


class Frame:
    """Shows the session; whatever changes it asks the frame to follow."""

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
        self.background = background
        self.filters = Filters(session, panes, background, self.head)
        self.sorter = Sorter(session, panes, background, self.head)
        self._header = header

    @property
    def chosen_keys(self) -> keys.Keys:
        """The keys in force."""
        return self.settings.keys

    @property
    def ink(self) -> Ink:
        """The styles of the theme in use."""
        return self.panes.reader.ink

    def know_settings(self, settings: Settings) -> None:
        """Follow other settings, as far as they can change while the desk is open."""
        self.settings = settings
        self.panes.reader.know_width(settings.reading.width)
        self.session.recent.most = settings.search.history
        self.hint()
        self.session.know_verdicts(Verdicts(settings.notes.verdicts))
        self.show_marks()

    def told(self, words: str) -> str:
        """Words in which `{figure.next}` stands for the key of that action."""
        return keys.told(words, self.chosen_keys)

    # Showing the session --------------------------------------------------------------------

    def show_document(self) -> None:
        """Show the document that the session has open, at its place."""
        document = self.session.document
        if document is None:
            return
        reader, panel = self.panes.reader, self.panes.panel
        reader.show(document, self.session.offset, self.session.marks())
        reader.know_found(self.session.found)
        self.panes.documents.follow()
        if document.is_extracted or self.background.find_at_once(document):
            self.show_figures()
        else:
            panel.list.wait()
            panel.detail.show(None)
        self.follow()
        self.speak_of_file(document)

    def show_figures(self) -> None:
        """Show the figures of the open document in the panel and in the text."""
        document = self.session.document
        assert document is not None
        self.session.refocus()
        self.panes.reader.know_figures()
        self.panes.panel.list.show(document.figures, self.session.marks())
        self.sorter.sort(FIGURES)
        self.filters.filter_figures()
        self.follow()

    def follow(self) -> None:
        """Bring reader and panel to where the session is."""
        session, panel, number = self.session, self.panes.panel, None
        document = session.document
        self.panes.reader.place(session.offset, figure=session.figure)
        self.panes.reader.know_selection(session.selection)
        if document is not None and document.is_extracted:
            number = session.nearest_figure()
        if document is not None and number is not None:
            panel.list.point_at(number)
            figure = document.figures[number]
            mark = session.marks().on(figure.start, figure.end)
            note = mark.note if mark else None
            look = session.verdicts.look(note.verdict if note else None)
            panel.detail.show(Detail(document, figure, note, look))
            focused = session.figure is not None and not panel.display
            self.status.caption(summary(figure) if focused else "")
        else:
            panel.detail.show(None)
            self.status.caption("")
        self.head()

    def show_marks(self) -> None:
        """Show the notes anew, after one was written or deleted."""
        if self.session.document is not None:
            self.panes.reader.know_marks(self.session.marks())
            self.panes.panel.list.know_marks(self.session.marks())
            self.panes.documents.recount()
            self.filters.filter_for_notes()
            self.follow()

    def greet(self, words: str) -> None:
        """Say something at the start, unless there is a word that matters more."""
        if not self.status.is_speaking:
            self.status.say(words)

    def speak_of_file(self, document: Document) -> None:
        """Say what has become of the file of a document, if it is not as it was read."""
        state = self.session.file_state(document)
        if state:
            self.status.say(self.told(_ON_DISK[state]), stay=True)

    def speak_of_problems(self, problems: list[Problem]) -> None:
        """Say in one line what is wrong with settings, themes or notes."""
        from tui.app.problems import in_one_line

        self.status.say(in_one_line(problems, self.chosen_keys), error=True)

    # Going somewhere --------------------------------------------------------------------------

    def open(self, name: str) -> None:
        """Open a document where it was left, and go into its text."""
        self.session.open(name)
        self.show_document()
        self.panes.focus(READER)

    def go(self, hit: Hit) -> None:
        """Jump to what was found in any document; a fact's figure is focused."""
        self.go_to(hit.document, hit.start, on_figure=hit.kind == "fact")

    def go_to(self, name: str, start: int, *, on_figure: bool) -> None:
        """Jump to a place of any document, or to the figure that begins there."""
        if self.session.open(name, start) is not None:
            if on_figure:
                self.session.await_figure()
            self.show_document()
            # In the middle of what leads up to it, not at the edge of the view.
            self.panes.reader.place(self.session.offset, figure=self.session.figure, centre=True)
        self.panes.focus(READER)

    # The first row and the last ---------------------------------------------------------------

    def head(self) -> None:
        """Say in the first row what each pane shows."""
        self._header.show(headings(self))

    def hint(self) -> None:
        """Show in the last row what can be done in the pane that has the focus."""
        is_typed = self.panes.typed_for is not None
        hints = keys.footer("find" if is_typed else "desk", self.chosen_keys)
        if not is_typed and self.panes.here != READER:
            # What `/` and `o` do in a list they do not do in the text.
            its_own = (("find.open", "filter"), ("list.sort", "sort"))
            others = [hint for hint in hints if hint[1] != "find"]
            hints = [
                hint for one in its_own for hint in keys.hint(one[0], self.chosen_keys, one[1])
            ]
            hints += others
        self.status.show(hints)
        self.head()
