"""The desk's actions that open dialogs, and what becomes of their results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import ACTIONS
from tui.app import keys
from tui.app.desk_view import COMING
from tui.app.dialog import cached_dialog
from tui.app.panes import FIGURES

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.desk_view import DeskView
    from tui.app.note_actions import NoteActions
    from tui.app.note_sync import NoteSync
    from tui.app.path_opener import PathOpener
    from tui.app.theming import Theming
    from tui.errors import Problem
    from tui.facts import Fact
    from tui.search import Hit
    from tui.session import Choice


class DialogActions:
    """Opens dialogs. Their modules are imported on first use."""

    def __init__(
        self,
        screen: Screen[None],
        view: DeskView,
        theming: Theming,
        sync: NoteSync,
        note_actions: NoteActions,
        path_opener: PathOpener,
        problems: list[Problem],
    ) -> None:
        self._screen, self._view, self._session = screen, view, view.session
        self._sync, self._note_actions, self._path_opener = sync, note_actions, path_opener
        self._theming, self._problems = theming, problems

    def search(self) -> None:
        """Search everything, and go to the opened hit."""
        from tui.app.dialogs.search import SearchScreen

        def opened(hit: Hit | None) -> None:
            if hit is not None:
                self._view.go(hit)

        self._sync.index_notes()
        view, session, app = self._view, self._session, self._screen.app
        ink, most = view.ink, view.settings.search.hits
        screen = cached_dialog(
            app, SearchScreen, ink, lambda: SearchScreen(session, ink, view.chosen_keys, most)
        )
        app.push_screen(screen, opened)

    def compare(self) -> None:
        """Compare the figure at the cursor with others, and go to the opened rival."""
        from tui.app.dialogs.compare import comparison
        from tui.facts import Fact

        view, session = self._view, self._session
        document = session.document
        if document is None or not document.is_extracted:
            view.status.say(COMING if document else "There is nothing open to compare.")
            return
        in_list = view.panes.here == FIGURES
        number = session.nearest_figure() if in_list else session.asked_figure()
        if number is None:
            said = "No figure in this sentence to compare: {figure.next} goes to the next one."
            view.status.say(view.told(said))
            return

        def compared(rival: Fact | None) -> None:
            if rival is None:
                session.focus_figure_at(screen.fact.figure.start)
                view.follow()
            else:
                view.go_to(rival.document.name, rival.figure.start, on_figure=True)

        fact = Fact(document, number, session.focus_figure(number))
        screen = comparison(self._screen.app, view, self._note_actions, fact)
        self._screen.app.push_screen(screen, compared)

    def facts(self) -> None:
        """List the figures of all documents, and go to the opened one."""
        from tui.app.dialogs.facts import FactsScreen

        view, note_actions, app = self._view, self._note_actions, self._screen.app

        def opened(fact: Fact | None) -> None:
            if fact is not None:
                view.go_to(fact.document.name, fact.figure.start, on_figure=True)

        app.push_screen(
            cached_dialog(app, FactsScreen, view.ink, lambda: FactsScreen(view, note_actions)),
            opened,
        )

    def notes(self) -> None:
        """List all notes."""
        from tui.app.dialogs.notes import NotesScreen

        view, note_actions, app = self._view, self._note_actions, self._screen.app
        app.push_screen(
            cached_dialog(app, NotesScreen, view.ink, lambda: NotesScreen(view, note_actions))
        )

    def path(self) -> None:
        """Ask for a path, and open it."""
        from tui.app.dialogs.path import PathScreen

        view, bring, app = self._view, self._path_opener.open_path, self._screen.app
        ink, run = view.ink, view.background.run
        endings = view.settings.documents.endings
        screen = cached_dialog(
            app, PathScreen, ink, lambda: PathScreen(ink, view.chosen_keys, endings, bring, run)
        )
        app.push_screen(screen)

    def problems(self) -> None:
        """List the problems with settings, themes and notes."""
        from tui.app.dialogs.problems import ProblemsScreen

        view = self._view
        unsaved = dict.fromkeys(one.problem for one in self._session.notes.unsaved)
        problems = [*unsaved, *self._problems]
        self._screen.app.push_screen(ProblemsScreen(view.ink, view.chosen_keys, problems))

    def themes(self) -> None:
        """Let the reader choose a theme; each is shown while the cursor is on it."""
        from tui.app.dialogs.themes import ThemesScreen

        theming, chosen_keys = self._theming, self._view.chosen_keys
        before = theming.theme.name

        def chosen(name: str | None) -> None:
            if name is not None:
                self._choose_theme(name)
            elif theming.theme.name != before:
                theming.apply(before)

        screen = ThemesScreen(theming.apply, before, chosen_keys, theming.ink_of)
        self._screen.app.push_screen(screen, chosen)

    def _choose_theme(self, name: str) -> None:
        self._view.say_done(f"Theme: {name}", self._theming.choose(name))

    # The palette ------------------------------------------------------------------------------

    def palette(self) -> None:
        """Find commands, documents, themes and queries by name."""
        from tui.app.dialogs.palette import PaletteScreen

        view, session, app = self._view, self._session, self._screen.app
        ink, run = view.ink, view.background.run
        screen = cached_dialog(
            app, PaletteScreen, ink, lambda: PaletteScreen(ink, view.chosen_keys, session, run)
        )
        app.push_screen(screen, self._choose)

    async def _choose(self, choice: Choice | None) -> None:
        """Run or open the choice from the palette."""
        if choice is None:
            return
        if choice.kind == "command":
            await self._run(choice.what)
        elif choice.kind == "document":
            self._view.open(choice.what)
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
