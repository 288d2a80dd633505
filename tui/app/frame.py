"""The frame of the desk: three panes and the last row, showing what the session holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import Reactive
from textual.widget import Widget

from tui.app import keys
from tui.app.background import Background
from tui.app.documents import DocumentList
from tui.app.figures import Detail, FigurePanel
from tui.app.filters import Filters
from tui.app.header import Header
from tui.app.headings import NARROW, WIDE, headings, sides
from tui.app.lines import LinePane
from tui.app.paint import Ink
from tui.app.reader import Reader
from tui.app.screens import OnceDrawn
from tui.app.sorter import Sorter
from tui.app.status import Status
from tui.config import Settings
from tui.errors import Problem
from tui.session import Session, summary

if TYPE_CHECKING:
    from tui.app.find import FindLine
    from tui.search import Hit

COMING = "The figures here are still being found."


class Frame(OnceDrawn[None]):
    """Shows the session; `Desk` adds what can be done to it."""

    AUTO_FOCUS = ""
    # Its widgets cover it: the ground under them is one strip, not 40 to be styled in each frame.
    BLANK = True

    # As the Screen has it, but a change of focus draws no pane anew: the heading says it (20 ms).
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    background: Background

    def __init__(
        self,
        session: Session,
        settings: Settings,
        ink: Ink,
        problems: list[Problem],
    ) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._keys = settings.keys
        self.header = Header(ink)
        self.documents = DocumentList(ink, id="documents")
        self.reader = Reader(ink, settings.reading.width)
        self.panel = FigurePanel(ink)
        self.status = Status(ink)
        self.filters = Filters(self)
        self.sorter = Sorter(self)
        self.problems = problems
        self._count = ""
        self._find: FindLine | None = None

    def compose(self) -> ComposeResult:
        yield self.header
        with Horizontal(id="panes"):
            yield self.documents
            yield self.reader
            yield self.panel
        yield self.status

    @property
    def panes(self) -> tuple[LinePane, LinePane, LinePane]:
        """The three panes, from left to right."""
        return self.documents, self.reader, self.panel.list

    def on_mount(self) -> None:
        self._share_out(self.app.size.width, 1)
        self.documents.show(self.session)
        self.set_focus(self.reader)
        self._hints()
        self.background.start()
        if self.problems:
            from tui.app.problems import in_one_line

            self.status.say(in_one_line(self.problems, self._keys), error=True)

    def greet(self, words: str) -> None:
        """Say something at the start, unless there is a word that matters more."""
        if not self.status.is_speaking:
            self.status.say(words)

    def know_settings(self, settings: Settings) -> None:
        """Follow other settings, as far as they can change while the desk is open."""
        self._settings, self._keys = settings, settings.keys
        self.reader.know_width(settings.reading.width)
        self.session.recent.most = settings.search.history
        self._hints()

    # Showing the session --------------------------------------------------------------------

    def show_document(self) -> None:
        """Show the document that the session has open, at its place."""
        document = self.session.document
        if document is None:
            return
        self.reader.show(document, self.session.offset, self.session.marks())
        self.reader.know_found(self.session.found)
        self.documents.follow()
        if document.is_extracted or self.background.find_at_once(document):
            self.show_figures()
        else:
            self.panel.list.wait()
            self.panel.detail.show(None)
        self.follow()

    def show_figures(self) -> None:
        """Show the figures of the open document in the panel and in the text."""
        document = self.session.document
        assert document is not None
        self.reader.know_figures()
        self.panel.list.show(document.figures, self.session.marks())
        self.sorter.sort(2)
        self.filters.filter_figures()
        self.follow()

    def follow(self) -> None:
        """Bring reader and panel to where the session is."""
        session, number = self.session, None
        document = session.document
        self.reader.place(session.offset, figure=session.figure)
        self.reader.know_selection(session.selection)
        if document is not None and document.is_extracted:
            number = session.nearest_figure()
        if document is not None and number is not None:
            self.panel.list.point_at(number)
            figure = document.figures[number]
            mark = session.marks().on(figure.start, figure.end)
            note = mark.note if mark else None
            look = session.verdicts.look(note.verdict if note else None)
            self.panel.detail.show(Detail(document, figure, note, look))
            focused = session.figure is not None and not self.panel.display
            self.status.caption(summary(figure) if focused else "")
        else:
            self.panel.detail.show(None)
            self.status.caption("")
        self.head()

    def show_marks(self) -> None:
        """Show the notes anew, after one was written or deleted."""
        if self.session.document is not None:
            self.reader.know_marks(self.session.marks())
            self.panel.list.know_marks(self.session.marks())
            self.documents.recount()
            self.filters.filter_for_notes()
            self.follow()

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
            self.reader.place(self.session.offset, figure=self.session.figure, centre=True)
        self.focus_pane(1)

    def head(self) -> None:
        """Say in the first row what each pane shows."""
        self.header.show(headings(self))

    # Panes ----------------------------------------------------------------------------------

    def focus_pane(self, number: int) -> None:
        """Put a pane into focus; it is shown for that, and what was shown for another is not."""
        self._share_out(self.size.width, number)
        if self.focused is not self.panes[number]:
            self.set_focus(self.panes[number], scroll_visible=False)

    def _share_out(self, width: int, number: int) -> None:
        """Give the panes their columns, and show those that there is room for, and that one."""
        gives_way = width < WIDE and number == 2
        self.documents.display = number == 0 or (width >= NARROW and not gives_way)
        self.panel.display = width >= WIDE or number == 2
        self.documents.styles.width, self.panel.styles.width = sides(width)
        self.documents.set_class(width < NARROW, "drawer")
        self.panel.set_class(width < NARROW, "drawer")

    def on_resize(self, event: events.Resize) -> None:
        self.focus_pane(self.pane)
        self.call_after_refresh(self.head)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._hints()

    @property
    def pane(self) -> int:
        """The number of the pane that has the focus."""
        focused = self.focused
        if self._find is not None:
            return self._find.pane
        return self.panes.index(focused) if focused in self.panes else 1

    def _hints(self) -> None:
        hints = keys.footer("find" if self._find else "desk", self._keys)
        if self._find is None and self.pane != 1:
            # What `/` and `o` do in a list they do not do in the text.
            its_own = (("find.open", "filter"), ("list.sort", "sort"))
            others = [hint for hint in hints if hint[1] != "find"]
            hints = [hint for one in its_own for hint in keys.hint(one[0], self._keys, one[1])]
            hints += others
        self.status.show(hints)
        self.head()

    # Counts before a key ----------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        digit = event.character or ""
        if (
            self._find is None
            and digit.isascii()
            and digit.isdigit()
            and (digit != "0" or self._count)
        ):
            self._count = (self._count + digit)[-5:]
            self.status.say(self._count, stay=True)
            event.stop()

    def take_count(self) -> int:
        """The number typed before this key, 1 without one; it is used up."""
        count, self._count = int(self._count or 1), ""
        if count != 1:
            self.status.hush()
        return count

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While words are typed into the find line, letters and controls are its own."""
        return self._find is None or not hasattr(type(self), f"action_{action}")
