"""The two sides of the comparison: the figure that is compared, and the rival under the cursor."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container

from tui.app.dialogs.statement import Statement
from tui.app.paint import Ink
from tui.facts import Fact
from tui.session import Session


class Sides(Container):
    """Both figures with their sentences and verdicts; verdicts and notes are for one of them."""

    def __init__(self, ink: Ink, session: Session) -> None:
        super().__init__(id="statements")
        self._session = session
        self._asked, self._rival = Statement(ink), Statement(ink)
        #: Whether it is the compared figure that is judged, and not its rival.
        self.judges_asked = False

    def compose(self) -> ComposeResult:
        yield self._asked
        yield self._rival

    def show(
        self, asked: Fact | None, rival: Fact | None, shared: frozenset[str], else_title: str
    ) -> None:
        """Show both, with the words that they share marked, or a title if there is no rival."""
        ours = self.judges_asked
        sign = self._sign(asked) if asked else ""
        self._asked.show(asked, shared, sign=sign, has_focus=ours)
        sign = self._sign(rival) if rival else ""
        self._rival.show(rival, shared, title=else_title, sign=sign, has_focus=not ours)

    def verdict(self, fact: Fact) -> str:
        """The verdict on a figure, with its sign."""
        sign = self._sign(fact)
        if not sign:
            return "unchecked"
        return f"{sign} {self._session.marks(fact.document).verdict_on(fact.figure) or 'note'}"

    def _sign(self, fact: Fact) -> str:
        mark = self._session.marks(fact.document).on(fact.figure.start, fact.figure.end)
        return self._session.verdicts.symbol(mark.note.verdict).sign if mark else ""
