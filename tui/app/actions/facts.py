"""The desk's actions on facts: comparing a figure with others, and listing all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.desk.panes import FIGURES
from tui.app.desk.view import COMING
from tui.app.dialog import cached_dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tui.app.actions.notes import NoteActions
    from tui.app.background.background import Background
    from tui.app.desk.view import DeskView
    from tui.app.dialogs.check import CheckScreen
    from tui.app.dialogs.compare import CompareScreen
    from tui.app.dialogs.facts import FactsScreen
    from tui.facts import Fact

    #: Gets the rival that was opened, or None, and the fact that was compared last.
    Compared = Callable[[Fact | None, Fact], None]


class FactActions:
    """Opens the comparison and the table of facts, and goes to what is opened there."""

    def __init__(
        self,
        screen: Screen[None],
        view: DeskView,
        background: Background,
        note_actions: NoteActions,
    ) -> None:
        self._screen, self._view, self._session = screen, view, view.session
        self._background, self._note_actions = background, note_actions

    def compare(self) -> None:
        """Compare the figure at the cursor with others, and go to the opened rival."""
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
            if not document.figures:
                said = "There is no figure in this document to compare."
            view.status.say(view.told(said))
            return
        self._compare(Fact(document, number, session.focus_figure(number)), self._leave_comparison)

    def check(self) -> None:
        """Check the open document: list its figures with what all others say of them."""
        view, document = self._view, self._session.document
        if document is None or not document.is_extracted:
            view.status.say(COMING if document else "There is nothing open to check.")
        elif not document.figures:
            view.status.say("There is no figure in this document to check.")
        else:
            self._screen.app.push_screen(self.check_dialog(), self._go_to)

    def list_all(self) -> None:
        """List the figures of all documents, and go to the opened one."""
        self._screen.app.push_screen(self.table_dialog(), self._go_to)

    def table_dialog(self) -> FactsScreen:
        """The dialog with the table of all figures."""
        from tui.app.dialogs.facts import FactsScreen

        session, ink, app = self._session, self._view.ink, self._screen.app
        return cached_dialog(
            app,
            FactsScreen,
            ink,
            lambda: FactsScreen(session, ink, self._background, self._note_actions, self._compare),
        )

    def check_dialog(self) -> CheckScreen:
        """The dialog that checks a document."""
        from tui.app.dialogs.check import CheckScreen

        session, ink, app = self._session, self._view.ink, self._screen.app
        return cached_dialog(
            app,
            CheckScreen,
            ink,
            lambda: CheckScreen(
                session, ink, self._background, self._note_actions, self._compare_checked
            ),
        )

    def comparison_dialog(self) -> CompareScreen:
        """The dialog that compares a figure with others."""
        from tui.app.dialogs.compare import CompareScreen

        session, ink, app = self._session, self._view.ink, self._screen.app
        return cached_dialog(
            app,
            CompareScreen,
            ink,
            lambda: CompareScreen(session, ink, self._background, self._note_actions),
        )

    def _compare(self, asked: Fact, then: Compared, first: Fact | None = None) -> None:
        """Compare a fact with others, beginning with the `first`."""
        screen = self.comparison_dialog()
        screen.fact, screen.first = asked, first

        def closed(rival: Fact | None) -> None:
            then(rival, screen.fact)

        self._screen.app.push_screen(screen, closed)

    def _compare_checked(self, asked: Fact, rival: Fact | None, then: Compared) -> None:
        """Compare a fact of the document that is checked, beginning with this rival; verdicts are
        for the fact until the reader changes sides."""
        screen = self.comparison_dialog()
        side, screen.judges_asked = screen.judges_asked, True

        def closed(opened: Fact | None, last: Fact) -> None:
            screen.judges_asked = side
            then(opened, last)

        self._compare(asked, closed, rival)

    def _leave_comparison(self, rival: Fact | None, last: Fact) -> None:
        if rival is None:
            self._session.focus_figure_at(last.figure.start)
            self._view.follow()
        else:
            self._go_to(rival)

    def _go_to(self, fact: Fact | None) -> None:
        if fact is not None:
            self._view.go_to(fact.document.name, fact.figure.start, on_figure=True)
