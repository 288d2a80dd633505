"""Opens the dialogs over the desk, and handles their results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import ACTIONS
from tui.app import keys
from tui.app.dialog import cached_dialog
from tui.app.frame import COMING
from tui.app.panes import FIGURES

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.frame import Frame
    from tui.app.notesync import NoteSync
    from tui.app.noting import Noting
    from tui.app.opening import Opening
    from tui.app.theming import Theming
    from tui.errors import Problem
    from tui.facts import Fact
    from tui.search import Hit
    from tui.session import Choice


class Dialogs:
    """Opens dialogs. Their modules are imported on first use."""

    def __init__(
        self,
        screen: Screen[None],
        frame: Frame,
        theming: Theming,
        sync: NoteSync,
        noting: Noting,
        opening: Opening,
        problems: list[Problem],
    ) -> None:
        self._screen, self._frame, self._session = screen, frame, frame.session
        self._sync, self._noting, self._opening = sync, noting, opening
        self._theming, self._problems = theming, problems

    def search(self) -> None:
        """Search everything, and go to the opened hit."""
        from tui.app.search import SearchScreen

        def opened(hit: Hit | None) -> None:
            if hit is not None:
                self._frame.go(hit)

        self._sync.index_notes()
        frame, session, app = self._frame, self._session, self._screen.app
        ink, most = frame.ink, frame.settings.search.hits
        screen = cached_dialog(
            app, SearchScreen, ink, lambda: SearchScreen(session, ink, frame.chosen_keys, most)
        )
        app.push_screen(screen, opened)

    def compare(self) -> None:
        """Compare the figure at the cursor with others, and go to the opened rival."""
        from tui.app.compare import comparison
        from tui.facts import Fact

        frame, session = self._frame, self._session
        document = session.document
        if document is None or not document.is_extracted:
            frame.status.say(COMING if document else "There is nothing open to compare.")
            return
        in_list = frame.panes.here == FIGURES
        number = session.nearest_figure() if in_list else session.asked_figure()
        if number is None:
            said = "No figure in this sentence to compare: {figure.next} goes to the next one."
            frame.status.say(frame.told(said))
            return

        def compared(rival: Fact | None) -> None:
            if rival is None:
                session.focus_figure_at(screen.fact.figure.start)
                frame.follow()
            else:
                frame.go_to(rival.document.name, rival.figure.start, on_figure=True)

        fact = Fact(document, number, session.focus_figure(number))
        screen = comparison(self._screen.app, frame, self._noting, fact)
        self._screen.app.push_screen(screen, compared)

    def facts(self) -> None:
        """List the figures of all documents, and go to the opened one."""
        from tui.app.facts import FactsScreen

        frame, noting, app = self._frame, self._noting, self._screen.app

        def opened(fact: Fact | None) -> None:
            if fact is not None:
                frame.go_to(fact.document.name, fact.figure.start, on_figure=True)

        app.push_screen(
            cached_dialog(app, FactsScreen, frame.ink, lambda: FactsScreen(frame, noting)), opened
        )

    def notes(self) -> None:
        """List all notes."""
        from tui.app.notes import NotesScreen

        frame, noting, app = self._frame, self._noting, self._screen.app
        app.push_screen(
            cached_dialog(app, NotesScreen, frame.ink, lambda: NotesScreen(frame, noting))
        )

    def path(self) -> None:
        """Ask for a path, and open it."""
        from tui.app.path import PathScreen

        frame, bring, app = self._frame, self._opening.open_path, self._screen.app
        ink, run = frame.ink, frame.background.run
        endings = frame.settings.documents.endings
        screen = cached_dialog(
            app, PathScreen, ink, lambda: PathScreen(ink, frame.chosen_keys, endings, bring, run)
        )
        app.push_screen(screen)

    def problems(self) -> None:
        """List the problems with settings, themes and notes."""
        from tui.app.problems import ProblemsScreen

        frame = self._frame
        unsaved = dict.fromkeys(one.problem for one in self._session.notes.unsaved)
        problems = [*unsaved, *self._problems]
        self._screen.app.push_screen(ProblemsScreen(frame.ink, frame.chosen_keys, problems))

    def themes(self) -> None:
        """Let the reader choose a theme; each is shown while the cursor is on it."""
        from tui.app.themes import ThemesScreen

        theming, chosen_keys = self._theming, self._frame.chosen_keys
        before = theming.theme.name

        def chosen(name: str | None) -> None:
            if name is not None:
                self._choose_theme(name)
            elif theming.theme.name != before:
                theming.apply(before)

        screen = ThemesScreen(theming.apply, before, chosen_keys, theming.ink_of)
        self._screen.app.push_screen(screen, chosen)

    def _choose_theme(self, name: str) -> None:
        self._frame.say_done(f"Theme: {name}", self._theming.choose(name))

    # The palette ------------------------------------------------------------------------------

    def palette(self) -> None:
        """Find commands, documents, themes and queries by name."""
        from tui.app.palette import PaletteScreen

        frame, session, app = self._frame, self._session, self._screen.app
        ink, run = frame.ink, frame.background.run
        screen = cached_dialog(
            app, PaletteScreen, ink, lambda: PaletteScreen(ink, frame.chosen_keys, session, run)
        )
        app.push_screen(screen, self._choose)

    async def _choose(self, choice: Choice | None) -> None:
        """Run or open the choice from the palette."""
        if choice is None:
            return
        if choice.kind == "command":
            await self._run(choice.what)
        elif choice.kind == "document":
            self._frame.open(choice.what)
        elif choice.kind == "query":
            self._session.query = choice.what
            self.search()
        else:
            self._choose_theme(choice.what)

    async def _run(self, action_id: str) -> None:
        """Run an action as its key would: in the pane, the desk or the application."""
        desk, app = self._screen, self._screen.app
        action = next(action for action in ACTIONS if action.id == action_id)
        heard = {"pane": desk.focused, "app": app}.get(action.where)
        await app.run_action(keys.call(action), heard or desk)
