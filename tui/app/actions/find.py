"""The actions of the find line: finding words in the text, and filtering the focused list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.desk.panes import DOCUMENTS, FIGURES, READER
from tui.app.desk.view import NOTHING_OPEN
from tui.session import Matches, Place

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import AwaitMount

    from tui.app.desk.view import DeskView
    from tui.app.widgets.find_line import FindLine

#: What can be typed for each pane.
_WANTED = {
    DOCUMENTS: "words of titles, is:unread, tag:check, >1bn",
    READER: "words in this document",
    FIGURES: "words, >1bn, kind:money, unit:CNY",
}


class FindActions:
    """The text of the find line, and its matches."""

    def __init__(self, screen: Screen[None], view: DeskView) -> None:
        self._screen, self._view = screen, view
        self._session, self._panes = view.session, view.panes
        #: The line, cached since mounting it takes 10 ms.
        self._line: FindLine | None = None
        self._mounted: AwaitMount
        #: The place and the filter before it was opened.
        self._from: Place | None = None
        self._filter_before = ""

    # The line ---------------------------------------------------------------------------------

    async def open(self) -> None:
        """Open the line for the focused pane."""
        if self._panes.typed_for is not None:
            return
        if self._session.document is None:
            self._view.status.say(NOTHING_OPEN)
            return
        self._view.status.clear_message()
        pane = self._panes.here
        self._from = self._session.place
        if pane == READER:
            words = self._session.matches.words if self._session.matches else ""
        else:
            words = self._filter_before = self._view.filters.typed(pane)
        line = self.prepare()
        if not line.is_mounted:
            await self._mounted
        self._panes.typed_for = pane
        line.begin(words, _WANTED[pane])
        # In the frame that shows the line: of the focus and the row it takes we are told after it.
        self._panes.reader.anticipate(-1)
        self._view.hint()
        if words or pane != READER:
            self.change(words)

    def prepare(self) -> FindLine:
        """Mount the line, hidden, unless it is there."""
        if self._line is None:
            from tui.app.widgets.find_line import FindLine

            self._line = FindLine()
            self._line.display = False
            self._view.filters.on_change(self._count_left)
            self._mounted = self._screen.mount(self._line, before=self._view.status)
        return self._line

    def change(self, words: str) -> None:
        """Find or filter by other text."""
        pane = self._panes.typed_for
        if pane is not None and pane != READER:
            self._filter(pane, words)
            return
        if self._from is not None:
            self._session.move(self._from.offset)
        found = self._session.find_words(words)
        self._show_found(self._session.step_match(1, here=True) if found else None)

    def step_in_line(self, by: int) -> None:
        """Move by matches or rows, keeping the line open."""
        pane = self._panes.typed_for
        if pane is not None and pane != READER:
            self._panes.all[pane].step(by)
        else:
            self._show_found(self._session.step_match(by))

    def close(self, *, accepted: bool) -> None:
        """Close the line, and go back to the state before unless it was accepted."""
        line, pane, session = self._line, self._panes.typed_for, self._session
        if line is None or pane is None:
            return
        if pane != READER:
            if not accepted:
                self._view.filters.put(pane, self._filter_before)
        elif accepted and self._from and self._from != session.place:
            session.trail.leave(self._from)
        elif not accepted:
            session.matches = None
            session.move(self._from.offset if self._from else 0)
            self._panes.reader.set_matches(None)
            self._view.follow()
        self._panes.typed_for = None
        if self._screen.focused not in self._panes.all:
            self._panes.focus(pane)
        line.display = False
        self._panes.reader.anticipate(1)
        self._view.hint()

    def leave_line(self) -> None:
        """Close the line if a pane has the focus: it was clicked, or a document was opened there.

        Open without the focus, it would get no keys, and nothing else would.
        """
        if self._screen.focused in self._panes.all:
            self.close(accepted=True)

    # Filters ----------------------------------------------------------------------------------

    def unfilter(self) -> bool:
        """Clear the filter of the focused list; returns whether it had one."""
        pane = self._panes.here
        if pane == READER or not self._view.filters.typed(pane):
            return False
        self._view.filters.put(pane, "")
        return True

    def _filter(self, pane: int, typed: str) -> None:
        problem = self._view.filters.put(pane, typed)
        if problem:
            self._view.status.say(problem, error=True)
        else:
            self._view.status.clear_message()
        self._count_left()

    def _count_left(self) -> None:
        pane = self._panes.typed_for
        if self._line is not None and pane is not None and pane != READER:
            self._line.count(self._view.filters.left(pane))

    # Words in the text ------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Move by matches."""
        if self._session.matches is None:
            words = self._view.told("Nothing to find yet: {find.open} finds.")
            self._view.status.say(words)
        else:
            self._show_found(self._session.step_match(by))

    def forget(self) -> bool:
        """Clear the matches; returns whether there were any."""
        if self._session.matches is None:
            return False
        self._session.matches = None
        self._panes.reader.set_matches(None)
        return True

    def _show_found(self, number: int | None) -> None:
        found = self._session.matches
        self._panes.reader.set_matches(found, number)
        self._view.follow()
        words = _count(found, number)
        if self._line is not None and self._panes.typed_for is not None:
            self._line.count(words)
        elif words:
            self._view.status.say(words)


def _count(found: Matches | None, number: int | None) -> str:
    if found is None:
        return ""
    if number is None:
        return "not found"
    return f"{number + 1:,} of {found.how_many}"
