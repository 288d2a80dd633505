"""The desk's actions for dialogs on everything: search, palette, themes, problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import ACTIONS
from tui.app import keys
from tui.app.dialog import cached_dialog

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.background.background import Background
    from tui.app.background.note_sync import NoteSync
    from tui.app.desk.view import DeskView
    from tui.app.dialogs.help import HelpScreen
    from tui.app.dialogs.palette import PaletteScreen
    from tui.app.dialogs.search import SearchScreen
    from tui.app.problem_list import ProblemList
    from tui.app.theming import Theming
    from tui.search import Hit
    from tui.session import Choice


class DialogActions:
    """Opens the dialogs, whose modules are imported on first use, and handles their results."""

    def __init__(
        self,
        screen: Screen[None],
        view: DeskView,
        background: Background,
        sync: NoteSync,
        theming: Theming,
        problems: ProblemList,
    ) -> None:
        self._screen, self._view, self._session = screen, view, view.session
        self._background, self._sync = background, sync
        self._theming, self._problems = theming, problems

    def search(self) -> None:
        """Search everything, and go to the opened hit."""

        def opened(hit: Hit | None) -> None:
            if hit is not None:
                self._view.go(hit)

        self._sync.index_notes()
        self._screen.app.push_screen(self.search_dialog(), opened)

    def search_dialog(self) -> SearchScreen:
        """The dialog that searches."""
        from tui.app.dialogs.search import SearchScreen

        view, session, app = self._view, self._session, self._screen.app
        ink, most = view.ink, view.settings.search.hits
        return cached_dialog(app, SearchScreen, ink, lambda: SearchScreen(session, ink, most))

    def help_dialog(self) -> HelpScreen:
        """The help, which the application opens."""
        from tui.app.dialogs.help import HelpScreen

        ink, problems = self._theming.ink, self._problems
        return cached_dialog(self._screen.app, HelpScreen, ink, lambda: HelpScreen(ink, problems))

    def problems(self) -> None:
        """List the problems with settings, themes and notes."""
        from tui.app.dialogs.problems import ProblemsScreen

        view, session = self._view, self._session
        unsaved = dict.fromkeys(one.problem for one in session.notes.unsaved)
        self._problems.update_documents(session.problems())
        problems = [*unsaved, *self._problems]
        self._screen.app.push_screen(ProblemsScreen(view.ink, problems))

    def themes(self) -> None:
        """Let the reader choose a theme; each is shown while the cursor is on it."""
        from tui.app.dialogs.themes import ThemesScreen

        theming = self._theming

        def chosen(name: str | None) -> None:
            if name is not None:
                self._choose_theme(name)
            else:
                theming.restore()

        screen = ThemesScreen(theming.apply, theming.theme.name, theming.ink_of)
        self._screen.app.push_screen(screen, chosen)

    def _choose_theme(self, name: str) -> None:
        self._view.say_done(f"Theme: {name}", self._theming.choose(name))

    # The palette ------------------------------------------------------------------------------

    def palette(self) -> None:
        """Find commands, documents, themes and queries by name."""
        self._screen.app.push_screen(self.palette_dialog(), self._choose)

    def palette_dialog(self) -> PaletteScreen:
        """The palette."""
        from tui.app.dialogs.palette import PaletteScreen

        view, session, app = self._view, self._session, self._screen.app
        ink, run = view.ink, self._background.run
        return cached_dialog(app, PaletteScreen, ink, lambda: PaletteScreen(session, ink, run))

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
