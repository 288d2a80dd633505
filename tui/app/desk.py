"""The main screen: its widgets, and the dispatch of keys and messages to the objects that handle
them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import Reactive
from textual.widget import Widget

from tui.app import keys, notesync, watching
from tui.app.alarm import Alarms
from tui.app.background import Arrival, Background
from tui.app.background_results import BackgroundResults
from tui.app.count import Count
from tui.app.dialogs import Dialogs
from tui.app.documents import DocumentList
from tui.app.figures import FigurePanel
from tui.app.finding import Finding
from tui.app.frame import Frame
from tui.app.header import Header
from tui.app.moving import Moving
from tui.app.notesync import NoteSync
from tui.app.noting import Noting
from tui.app.opening import Opening
from tui.app.ordering import Ordering
from tui.app.panes import READER, Panes
from tui.app.reader import Reader
from tui.app.rows import Rows
from tui.app.screens import OnceDrawn
from tui.app.selecting import Selecting
from tui.app.status import Status
from tui.app.theming import Theming
from tui.app.watching import Watching
from tui.config import Settings
from tui.errors import Problem
from tui.session import Session

if TYPE_CHECKING:
    from tui.app.find import FindLine
    from tui.app.tour import Tour


class Desk(OnceDrawn[None]):
    """Dispatches every key and message to the object that handles it."""

    BINDINGS = keys.bindings("desk", "judge")
    AUTO_FOCUS = ""
    # Its widgets cover it completely: one strip of background instead of 40 to style in each frame.
    BLANK = True

    # Like the Screen's, but a change of focus redraws no pane: the heading shows it (20 ms).
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    #: The tour, while it runs.
    tour: Tour | None = None

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theming: Theming,
        source: Iterator[Arrival],
        problems: list[Problem],
    ) -> None:
        super().__init__()
        self.session = session
        self._problems = problems
        # Widgets.
        ink = theming.ink
        self.header, self.status = Header(ink), Status(ink)
        self.documents = DocumentList(ink, id="documents")
        self.reader = Reader(ink, settings.reading.width)
        self.panel = FigurePanel(ink)
        self.panes = Panes(self, self.documents, self.reader, self.panel)
        self.count = Count(self.status)
        for pane in self.panes.all:
            pane.count = self.count
        # Display of the session.
        self.background = Background(self, session.notes, source)
        self.frame = Frame(session, settings, self.panes, self.header, self.status, self.background)
        # Disk and threads.
        self.results = BackgroundResults(self, self.frame)
        self.alarms = Alarms(self, self.frame)
        self.sync = NoteSync(self, self.frame, self.results, self.alarms, problems)
        self.opening = Opening(self.frame, self.results, self.sync)
        self.watching = Watching(self.frame, self.results, self.sync)
        # Handlers of actions.
        self.moving = Moving(self.frame)
        self.finding = Finding(self, self.frame)
        self.ordering = Ordering(self.frame, self.count)
        self.selecting = Selecting(self.frame)
        self.noting = Noting(self, self.frame, self.sync)
        self.dialogs = Dialogs(
            self, self.frame, theming, self.sync, self.noting, self.opening, problems
        )

    def compose(self) -> ComposeResult:
        yield self.header
        with Horizontal(id="panes"):
            yield self.documents
            yield self.reader
            yield self.panel
        yield self.status
        yield self.alarms.row

    def on_mount(self) -> None:
        self.set_interval(watching.BEAT, self.watching.check)
        self.set_interval(notesync.BEAT, self.sync.check)
        self.panes.share_out(self.app.size.width, READER)
        self.documents.show(self.session)
        self.set_focus(self.reader)
        self.frame.hint()
        self.background.start(self.results.read)
        if self._problems:
            self.frame.report_problems(self._problems)

    # What its keys do -------------------------------------------------------------------------

    @cached_property
    def action_handlers(self) -> Mapping[str, Callable[[], object]]:
        """The functions of the desk's actions, by id."""
        take, panes, moving = self.count.take, self.panes, self.moving
        finding, ordering, selecting = self.finding, self.ordering, self.selecting
        noting, dialogs = self.noting, self.dialogs
        return {
            "find.open": finding.open,
            "find.next": lambda: finding.step(take()),
            "find.previous": lambda: finding.step(-take()),
            "search.open": dialogs.search,
            "compare.open": dialogs.compare,
            "facts.open": dialogs.facts,
            "figure.next": lambda: moving.step_figure(take()),
            "figure.previous": lambda: moving.step_figure(-take()),
            "document.next": lambda: moving.step_document(take()),
            "document.previous": lambda: moving.step_document(-take()),
            "documents.open": dialogs.path,
            "documents.reload": self.watching.read_again,
            "list.sort": ordering.sort,
            "list.reverse": ordering.reverse,
            "figures.kind": ordering.next_kind,
            "trail.back": moving.back,
            "trail.forward": moving.forward,
            "note.write": noting.write,
            "select.start": selecting.start,
            "select.more": lambda: selecting.extend(take()),
            "select.less": lambda: selecting.extend(-take()),
            "note.whole": noting.write_on_document,
            "note.edit": noting.edit_here,
            "note.delete": noting.delete_here,
            "note.next": lambda: moving.step_note(take()),
            "note.previous": lambda: moving.step_note(-take()),
            "note.undo": noting.undo,
            "note.redo": noting.redo,
            "notes.open": dialogs.notes,
            "figure.unchecked": moving.to_unchecked,
            "pane.next": lambda: panes.focus((panes.here + 1) % 3),
            "pane.previous": lambda: panes.focus((panes.here - 1) % 3),
            "desk.escape": self._escape,
            "problems.open": dialogs.problems,
            "themes.open": dialogs.themes,
            "desk.palette": dialogs.palette,
            "desk.quit": self.alarms.leave_app,
        }

    async def action_do(self, action_id: str) -> None:
        """Run the action with this id."""
        done = self.action_handlers[action_id]()
        if isawaitable(done):
            await done

    def action_verdict(self, number: int) -> None:
        """Set the verdict with this number, as in every place where that is possible."""
        self.noting.judge_here(number)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the find line is open, letters and control keys belong to it."""
        return self.panes.typed_for is None

    def on_key(self, event: events.Key) -> None:
        if self.panes.typed_for is None and self.count.add(event.character or ""):
            event.stop()

    def _escape(self) -> None:
        """Close one thing: the tour, a filter, the selection, or highlighted matches."""
        if self.tour is not None:
            self.tour.end()
            self.tour = None
        elif not self.finding.unfilter():
            self.panes.focus(READER)
            self.status.clear_message()
            if not self.selecting.stop():
                self.finding.forget()

    # What its panes say -----------------------------------------------------------------------

    def on_reader_moved(self, event: Reader.Moved) -> None:
        self.moving.follow_reader(event)

    @on(Rows.Moved, "#documents")
    def _document_pointed(self, event: Rows.Moved) -> None:
        # Show in full what the list has truncated.
        self.status.caption(self.documents.about(event.number))

    @on(Rows.Opened, "#documents")
    def _document_opened(self, event: Rows.Opened) -> None:
        self.moving.open_document(event.number)

    @on(Rows.Moved, "#figures")
    def _figure_pointed(self, event: Rows.Moved) -> None:
        self.moving.point_at_figure(event.number)

    @on(Rows.Opened, "#figures")
    def _figure_opened(self, event: Rows.Opened) -> None:
        self.moving.open_figure(event.number)

    def on_find_line_changed(self, event: FindLine.Changed) -> None:
        self.finding.change(event.words)

    def on_find_line_stepped(self, event: FindLine.Stepped) -> None:
        self.finding.step_in_line(event.by)

    def on_find_line_closed(self, event: FindLine.Closed) -> None:
        self.finding.close(accepted=event.accepted)

    def on_resize(self, event: events.Resize) -> None:
        self.panes.fit()
        self.call_after_refresh(self.frame.head)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.finding.leave_line()
        self.frame.hint()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if event.widget is self.documents:
            self.frame.follow()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        # Below a dialog, a new size of the window reaches the text after the headings. At a start
        # nothing is laid out yet.
        if self.reader.lines:
            self.call_after_refresh(self.frame.head)

    def on_screen_suspend(self) -> None:
        # A dialog is opened: it must show the alarm, too.
        self.call_later(self.alarms.warn)

    # What the background says -------------------------------------------------------------------

    def on_background_read(self, event: Background.Read) -> None:
        self.results.read(event)

    def on_background_brought(self, event: Background.Brought) -> None:
        self.opening.take(event)

    def on_background_extracted(self, event: Background.Extracted) -> None:
        self.results.extracted(event)
        if not self.background.is_seen.is_set():
            self.call_after_refresh(self._begin_the_rest)

    def _begin_the_rest(self) -> None:
        """Start what would delay the frame that shows the first figures, after that frame."""
        self.background.is_seen.set()
        self.sync.check()

    def on_background_indexed(self, event: Background.Indexed) -> None:
        is_another = event.index is not self.session.index
        self.results.indexed(event)
        if is_another and self.app.screen is not self:
            # For a search that is open; the index may have read the notes before they changed.
            self.sync.index_notes()

    def on_background_progressed(self, event: Background.Progressed) -> None:
        self.results.progressed(event)

    def on_background_failed(self, event: Background.Failed) -> None:
        self.results.failed(event)
