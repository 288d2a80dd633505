"""The main screen: every key is a verb of the session, and a look at what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult

from tui.app import keys, notesync, watching
from tui.app.alarm import Alarms
from tui.app.arriving import Arriving
from tui.app.dialogs import Dialogs
from tui.app.finding import Finding
from tui.app.moving import Moving
from tui.app.notesync import NoteSync
from tui.app.noting import Noting
from tui.app.opening import Opening
from tui.app.ordering import Ordering
from tui.app.reader import Reader
from tui.app.rows import Rows
from tui.app.selecting import Selecting
from tui.app.watching import Watching

if TYPE_CHECKING:
    from tui.app.background import Arrival, Background
    from tui.app.find import FindLine
    from tui.app.paint import Ink
    from tui.app.tour import Tour
    from tui.config import Settings
    from tui.errors import Problem
    from tui.session import Session


class Desk(Arriving):
    """Turns keys into verbs of the session."""

    BINDINGS = keys.bindings("desk", "judge")

    #: The tour, while it is taken.
    tour: Tour | None = None

    def __init__(
        self,
        session: Session,
        settings: Settings,
        ink: Ink,
        source: Iterator[Arrival],
        problems: list[Problem],
    ) -> None:
        super().__init__(session, settings, ink, source, problems)
        self.moving = Moving(self.frame)
        self.finding = Finding(self, self.frame)
        self.ordering = Ordering(self.frame, self.count)
        self.alarms = Alarms(self, self.frame)
        self.sync = NoteSync(self, self.frame, self, self.alarms, problems)
        self.opening = Opening(self.frame, self, self.sync)
        self.selecting = Selecting(self.frame)
        self.noting = Noting(self, self.frame, self.sync)
        self.dialogs = Dialogs(self, self.frame, self.sync, self.noting, self.opening, problems)
        self.watching = Watching(self.frame, self, self.sync)

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self.alarms.row

    def on_mount(self) -> None:
        self.set_interval(watching.BEAT, self.watching.look)
        self.set_interval(notesync.BEAT, self.sync.look)
        self.call_after_refresh(self.sync.look)

    def on_screen_suspend(self) -> None:
        # A dialog comes up: it says too what is not saved.
        self.call_later(self.alarms.warn)

    @cached_property
    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What the desk does, by the ids of the actions."""
        take, panes = self.count.take, self.panes
        moving, finding = self.moving, self.finding
        noting, selecting = self.noting, self.selecting
        return {
            "find.open": self.finding.open,
            "find.next": lambda: finding.step(take()),
            "find.previous": lambda: finding.step(-take()),
            "search.open": self.dialogs.search,
            "compare.open": self.dialogs.compare,
            "facts.open": self.dialogs.facts,
            "figure.next": lambda: moving.step_figure(take()),
            "figure.previous": lambda: moving.step_figure(-take()),
            "document.next": lambda: moving.step_document(take()),
            "document.previous": lambda: moving.step_document(-take()),
            "documents.open": self.dialogs.path,
            "documents.reload": self.watching.read_again,
            "list.sort": self.ordering.sort,
            "list.reverse": self.ordering.reverse,
            "figures.kind": self.ordering.next_kind,
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
            "notes.open": self.dialogs.notes,
            "figure.unchecked": moving.to_unchecked,
            "pane.next": lambda: panes.focus((panes.here + 1) % 3),
            "pane.previous": lambda: panes.focus((panes.here - 1) % 3),
            "desk.escape": self._escape,
            "problems.open": self.dialogs.problems,
            "themes.open": self.dialogs.themes,
            "desk.palette": self.dialogs.palette,
            "desk.quit": self.alarms.leave_app,
        }

    async def action_do(self, action_id: str) -> None:
        """Do what the action of that id stands for."""
        done = self.deeds[action_id]()
        if isawaitable(done):
            await done

    def on_background_brought(self, event: Background.Brought) -> None:
        self.opening.take(event)

    def action_verdict(self, number: int) -> None:
        """Pass the verdict of that number on what is focused."""
        self.noting.judge_here(number)

    # What the panes say -----------------------------------------------------------------------

    def on_reader_moved(self, event: Reader.Moved) -> None:
        self.moving.follow_reader(event)

    @on(Rows.Moved, "#documents")
    def _document_pointed(self, event: Rows.Moved) -> None:
        # Said in full is what the list has cut.
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

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if event.widget is self.documents:
            self.frame.follow()

    # Panes ------------------------------------------------------------------------------------

    def _escape(self) -> None:
        """Take back one thing: the tour, a filter, the selection, or the marked words."""
        if self.tour is not None:
            self.tour.end()
            self.tour = None
            return
        if self.finding.unfilter():
            return
        self.panes.focus(1)
        self.status.hush()
        if not self.selecting.stop():
            self.finding.forget()
