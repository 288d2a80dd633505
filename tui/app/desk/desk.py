"""The main screen: its widgets, and the dispatch of keys and messages to the objects that handle
them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from inspect import isawaitable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.app import keys
from tui.app.actions.dialogs import DialogActions
from tui.app.actions.facts import FactActions
from tui.app.actions.find import FindActions
from tui.app.actions.lists import ListActions
from tui.app.actions.move import MoveActions
from tui.app.actions.notes import NoteActions
from tui.app.actions.selection import SelectionActions
from tui.app.background import file_watch, note_sync
from tui.app.background.background import Arrival, Background
from tui.app.background.file_watch import FileWatch
from tui.app.background.note_sync import NoteSync
from tui.app.background.path_opener import PathOpener
from tui.app.background.results import BackgroundResults
from tui.app.desk.alarm import Alarms
from tui.app.desk.panes import READER, Panes
from tui.app.desk.view import DeskView
from tui.app.problem_list import ProblemList
from tui.app.screens import OnceDrawn
from tui.app.theming import Theming
from tui.app.widgets.count import Count
from tui.app.widgets.document_list import DocumentList
from tui.app.widgets.figure_panel import FigurePanel
from tui.app.widgets.header import Header
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import Rows
from tui.app.widgets.status import Status
from tui.config import Settings
from tui.session import Session

if TYPE_CHECKING:
    from tui.app.desk.tour import Tour
    from tui.app.widgets.find_line import FindLine


class Desk(OnceDrawn[None]):
    """Dispatches every key and message to the object that handles it."""

    BINDINGS = keys.bindings("desk", "judge")
    AUTO_FOCUS = ""
    # Its widgets cover it completely: one strip of background instead of 40 to style in each frame.
    BLANK = True

    #: The tour, while it runs.
    tour: Tour | None = None

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theming: Theming,
        source: Iterator[Arrival],
        problems: ProblemList,
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
        self.background = background = Background(self, session.notes, source)
        session.watch_reading(background.reading.part)
        self.view = DeskView(
            session, settings, self.panes, self.header, self.status, self.background
        )
        # Disk and threads.
        self.results = BackgroundResults(self, self.view, background, problems)
        self.alarms = Alarms(self, self.view)
        self.sync = NoteSync(self, self.view, background, self.results, self.alarms, problems)
        self.path_opener = PathOpener(self, self.view, background, self.results, self.sync)
        self.file_watch = FileWatch(self.view, background, self.results, self.sync)
        # Handlers of actions.
        self.move_actions = MoveActions(self.view)
        self.find_actions = FindActions(self, self.view)
        self.list_actions = ListActions(self.view, self.count)
        self.selection_actions = SelectionActions(self.view)
        self.note_actions = NoteActions(self, self.view, background, self.sync)
        self.fact_actions = FactActions(self, self.view, background, self.note_actions)
        self.dialog_actions = DialogActions(
            self, self.view, background, self.sync, theming, problems
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
        self.set_interval(file_watch.BEAT, self.file_watch.check)
        self.set_interval(note_sync.BEAT, self.sync.check)
        self.panes.share_out(self.app.size.width, READER)
        self.documents.show(self.session)
        self.set_focus(self.reader)
        self.view.hint()
        self.background.start(self.results.read)
        if problems := list(self._problems):
            self.view.report_problems(problems)

    # What its keys do -------------------------------------------------------------------------

    @cached_property
    def action_handlers(self) -> Mapping[str, Callable[[], object]]:
        """The functions of the desk's actions, by id."""
        take, panes, move, find = self.count.take, self.panes, self.move_actions, self.find_actions
        lists, select = self.list_actions, self.selection_actions
        note, fact, dialog = self.note_actions, self.fact_actions, self.dialog_actions
        return {
            "find.open": find.open,
            "find.next": lambda: find.step(take()),
            "find.previous": lambda: find.step(-take()),
            "search.open": dialog.search,
            "compare.open": fact.compare,
            "check.open": fact.check,
            "facts.open": fact.list_all,
            "figure.next": lambda: move.step_figure(take()),
            "figure.previous": lambda: move.step_figure(-take()),
            "document.next": lambda: move.step_document(take()),
            "document.previous": lambda: move.step_document(-take()),
            "documents.open": self.path_opener.ask,
            "documents.reload": self.file_watch.read_again,
            "list.sort": lists.sort,
            "list.reverse": lists.reverse,
            "figures.kind": lists.next_kind,
            "trail.back": move.back,
            "trail.forward": move.forward,
            "note.write": note.write,
            "select.start": select.start,
            "select.more": lambda: select.extend(take()),
            "select.less": lambda: select.extend(-take()),
            "note.whole": note.write_on_document,
            "note.edit": note.edit_here,
            "note.delete": note.delete_here,
            "note.next": lambda: move.step_note(take()),
            "note.previous": lambda: move.step_note(-take()),
            "note.undo": note.undo,
            "note.redo": note.redo,
            "notes.open": note.list_all,
            "figure.unchecked": move.to_unchecked,
            "pane.next": lambda: panes.step(1),
            "pane.previous": lambda: panes.step(-1),
            "desk.escape": self._escape,
            "problems.open": dialog.problems,
            "themes.open": dialog.themes,
            "desk.palette": dialog.palette,
            "desk.quit": self.alarms.leave_app,
        }

    async def action_do(self, action_id: str) -> None:
        """Run the action with this id."""
        done = self.action_handlers[action_id]()
        if isawaitable(done):
            await done

    def action_verdict(self, number: int) -> None:
        """Set the verdict with this number, as in every place where that is possible."""
        self.note_actions.judge_here(number)

    def action_figure_copy(self) -> None:
        """Copy what is at the cursor, as in every place where that is possible."""
        self.selection_actions.copy()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the find line is open, letters and control keys belong to it."""
        return self.panes.typed_for is None

    def on_key(self, event: events.Key) -> None:
        if self.panes.typed_for is None and self.count.add(event.character or ""):
            event.stop()

    def _escape(self) -> None:
        """Close one thing: the tour, a filter, the selection, highlighted matches; or stop
        reading files, or finding figures."""
        if self.tour is not None:
            self.tour.end()
            self.tour = None
        elif not self.find_actions.unfilter():
            self.panes.focus(READER)
            self.status.clear_message()
            if self.selection_actions.stop() or self.find_actions.forget():
                return
            if self.background.reading.stop():
                words = "Reading was stopped: {documents.reload} reads the rest."
                self.status.say(self.view.told(words))
            elif self.background.stop_finding():
                words = "Finding figures was stopped: {documents.reload} finds the rest."
                self.status.say(self.view.told(words))

    # What its panes say -----------------------------------------------------------------------

    def on_reader_moved(self, event: Reader.Moved) -> None:
        self.move_actions.follow_reader(event)

    @on(Rows.Moved, "#documents")
    def _document_pointed(self, event: Rows.Moved) -> None:
        # Show in full what the list has truncated.
        self.status.caption(self.documents.about(event.number))

    @on(Rows.Opened, "#documents")
    def _document_opened(self, event: Rows.Opened) -> None:
        self.move_actions.open_document(event.number)

    @on(Rows.Moved, "#figures")
    def _figure_pointed(self, event: Rows.Moved) -> None:
        self.move_actions.point_at_figure(event.number)

    @on(Rows.Opened, "#figures")
    def _figure_opened(self, event: Rows.Opened) -> None:
        self.move_actions.open_figure(event.number)

    def on_find_line_typed(self, event: FindLine.Typed) -> None:
        self.find_actions.change(event.words)

    def on_find_line_stepped(self, event: FindLine.Stepped) -> None:
        self.find_actions.step_in_line(event.by)

    def on_find_line_closed(self, event: FindLine.Closed) -> None:
        self.find_actions.close(accepted=event.accepted)

    def on_resize(self, event: events.Resize) -> None:
        self.panes.fit()

    def on_reader_resized(self) -> None:
        self.view.head()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        event.stop()
        self.find_actions.leave_line()
        self.view.hint()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        event.stop()
        if event.widget is self.documents:
            self.view.follow()

    def on_screen_suspend(self) -> None:
        # A dialog is opened: it must show the alarm, too.
        self.call_later(self.alarms.warn)

    # What the background says -------------------------------------------------------------------

    def on_background_read(self, event: Background.Read) -> None:
        self.results.read(event)

    def on_background_brought(self, event: Background.Brought) -> None:
        self.path_opener.take(event)

    def on_background_extracted(self, event: Background.Extracted) -> None:
        self.results.extracted(event)
        if not self.background.is_seen.is_set():
            # Asked of a pane that will be drawn: the desk does not know yet that it must draw.
            # Asked twice: the first answer may be owed to a frame from before (on a busy machine,
            # of 200 starts 29).
            begin = partial(self.reader.call_after_refresh, self._begin_the_rest)
            self.reader.call_after_refresh(begin)

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
        if not event.early:
            self.sync.tell_undecided()

    def on_background_progressed(self, event: Background.Progressed) -> None:
        self.results.progressed(event)

    def on_threads_failed(self, event: Background.Failed) -> None:
        self.results.failed(event)
