"""The main screen: every key is a verb of the session, and a look at what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message

from tui.actions import ACTIONS
from tui.app import keys, watching
from tui.app.dialog import kept
from tui.app.dialogs import Dialogs
from tui.app.finding import Finding
from tui.app.frame import COMING
from tui.app.moving import Moving
from tui.app.noting import Noting
from tui.app.opening import Opening
from tui.app.ordering import Ordering
from tui.app.reader import Reader
from tui.app.rows import Rows
from tui.app.watching import Watching

if TYPE_CHECKING:
    from tui.app.background import Arrival, Background
    from tui.app.find import FindLine
    from tui.app.paint import Ink
    from tui.app.tour import Tour
    from tui.config import Settings
    from tui.errors import Problem
    from tui.facts import Fact
    from tui.search import Hit
    from tui.session import Choice, Session


class Desk(Noting):
    """Turns keys into verbs of the session."""

    BINDINGS = keys.bindings("desk", "judge")

    @dataclass
    class ThemesWanted(Message):
        """The reader wants to choose a theme, or this one."""

        name: str = ""

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
        self.opening = Opening(self.frame, self, self)
        self.dialogs = Dialogs(self, self.frame, self.opening)
        self.watching = Watching(self.frame, self, self)

    def on_mount(self) -> None:
        self.set_interval(watching.BEAT, self.watching.look)

    @cached_property
    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What the desk does, by the ids of the actions."""
        take, panes = self.count.take, self.panes
        moving, finding = self.moving, self.finding
        return {
            "find.open": self.finding.open,
            "find.next": lambda: finding.step(take()),
            "find.previous": lambda: finding.step(-take()),
            "search.open": self.action_search_open,
            "compare.open": self.action_compare_open,
            "facts.open": self.action_facts_open,
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
            "note.write": self.action_note_write,
            "select.start": self.action_select_start,
            "select.more": self.action_select_more,
            "select.less": self.action_select_less,
            "note.whole": self.action_note_whole,
            "note.edit": self.action_note_edit,
            "note.delete": self.action_note_delete,
            "note.next": lambda: moving.step_note(take()),
            "note.previous": lambda: moving.step_note(-take()),
            "note.undo": self.action_note_undo,
            "note.redo": self.action_note_redo,
            "notes.open": self.action_notes_open,
            "figure.unchecked": moving.to_unchecked,
            "pane.next": lambda: panes.focus((panes.here + 1) % 3),
            "pane.previous": lambda: panes.focus((panes.here - 1) % 3),
            "desk.escape": self.action_desk_escape,
            "problems.open": self.action_problems_open,
            "themes.open": self.action_themes_open,
            "desk.palette": self.action_desk_palette,
            "desk.quit": self.action_desk_quit,
        }

    async def action_do(self, action_id: str) -> None:
        """Do what the action of that id stands for."""
        done = self.deeds[action_id]()
        if isawaitable(done):
            await done

    def on_background_brought(self, event: Background.Brought) -> None:
        self.opening.take(event)

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

    def action_desk_escape(self) -> None:
        if self.tour is not None:
            self.tour.end()
            self.tour = None
            return
        if self.finding.unfilter():
            return
        self.panes.focus(1)
        self.status.hush()
        if self.session.origin is not None:
            self.session.unselect()
            self.frame.follow()
            return
        self.finding.forget()

    # Searching everything ---------------------------------------------------------------------

    def action_search_open(self) -> None:
        from tui.app.search import SearchScreen

        def opened(hit: Hit | None) -> None:
            if hit is not None:
                self.frame.go(hit)

        self.index_notes()
        most = self.frame.settings.search.hits
        ink = self.reader.ink
        screen = kept(
            self.app,
            SearchScreen,
            ink,
            lambda: SearchScreen(self.session, ink, self.frame.chosen_keys, most),
        )
        self.app.push_screen(screen, opened)

    # Comparing --------------------------------------------------------------------------------

    def action_compare_open(self) -> None:
        from tui.app.compare import comparison
        from tui.facts import Fact

        session = self.session
        document = session.document
        if document is None or not document.is_extracted:
            self.status.say(COMING if document else "There is nothing open to compare.")
            return
        number = session.nearest_figure() if self.panes.here == 2 else session.asked_figure()
        if number is None:
            said = "No figure in this sentence to compare: {figure.next} goes to the next one."
            self.status.say(keys.said(self, said))
            return

        def compared(rival: Fact | None) -> None:
            if rival is None:
                session.focus_figure_at(screen.fact.figure.start)
                self.frame.follow()
            else:
                self.frame.go_to(rival.document.name, rival.figure.start, on_figure=True)

        figure = session.focus_figure(number)
        screen = comparison(self, self.frame.chosen_keys, Fact(document, number, figure))
        self.app.push_screen(screen, compared)

    def action_facts_open(self) -> None:
        from tui.app.facts import FactsScreen

        def opened(fact: Fact | None) -> None:
            if fact is not None:
                self.frame.go_to(fact.document.name, fact.figure.start, on_figure=True)

        ink = self.reader.ink
        screen = kept(self.app, FactsScreen, ink, lambda: FactsScreen(self, self.frame.chosen_keys))
        self.app.push_screen(screen, opened)

    # Choosing and leaving -----------------------------------------------------------------------

    def action_problems_open(self) -> None:
        from tui.app.problems import ProblemsScreen

        unsaved = dict.fromkeys(one.problem for one in self.session.notes.unsaved)
        problems = [*unsaved, *self.problems]
        self.app.push_screen(ProblemsScreen(self.reader.ink, self.frame.chosen_keys, problems))

    def action_themes_open(self) -> None:
        self.post_message(self.ThemesWanted())

    def action_desk_palette(self) -> None:
        from tui.app.palette import PaletteScreen

        ink, run = self.reader.ink, self.background.run
        screen = kept(
            self.app,
            PaletteScreen,
            ink,
            lambda: PaletteScreen(ink, self.frame.chosen_keys, self.session, run),
        )
        self.app.push_screen(screen, self._chosen)

    async def _chosen(self, choice: Choice | None) -> None:
        """Do or open what was chosen in the palette."""
        if choice is None:
            return
        if choice.kind == "command":
            action = next(action for action in ACTIONS if action.id == choice.what)
            heard = {"pane": self.focused, "app": self.app}.get(action.where)
            await self.app.run_action(keys.call(action), heard or self)
        elif choice.kind == "document":
            self.session.open(choice.what)
            self.frame.show_document()
            self.panes.focus(1)
        elif choice.kind == "query":
            self.session.query = choice.what
            self.action_search_open()
        else:
            self.post_message(self.ThemesWanted(choice.what))

    def action_desk_quit(self) -> None:
        self.leave_app()
