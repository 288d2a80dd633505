"""The line behind `/`: it finds words in the text, and filters the list that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app import keys
from tui.app.noting import Noting
from tui.session import Found, Place

if TYPE_CHECKING:
    from tui.app.find import FindLine


class Finding(Noting):
    """What is typed behind `/`, and the places it is found at."""

    #: The line, as long as it is open.
    _find: FindLine | None = None
    #: The line, kept when it is left: to mount it again takes 10 ms.
    _find_line: FindLine | None = None
    _find_from: Place | None = None
    _filter_before = ""

    # Finding in the document ------------------------------------------------------------------

    async def action_find_open(self) -> None:
        if self.session.document is None or self._find is not None:
            return
        self.status.hush()
        pane = self.panes.here
        self._find_from = self.session.place
        if pane == 1:
            words = self.session.found.words if self.session.found else ""
        else:
            words = self._filter_before = self.filters.typed(pane)
        if self._find_line is None:
            from tui.app.find import FindLine

            self._find_line = FindLine()
            self.filters.tell(self._count_left)
            await self.mount(self._find_line, before=self.status)
        self._find, self.panes.typed_for = self._find_line, pane
        self._find.begin(words, pane)

    def on_find_line_changed(self, event: FindLine.Changed) -> None:
        if self._find is not None and self._find.pane != 1:
            self._filter(self._find.pane, event.words)
            return
        if self._find_from is not None:
            self.session.move(self._find_from.offset)
        found = self.session.look_for(event.words)
        self._show_found(self.session.step_found(1, here=True) if found else None)

    def on_find_line_stepped(self, event: FindLine.Stepped) -> None:
        if self._find is not None and self._find.pane != 1:
            self.panes.all[self._find.pane].step(event.by)
            return
        self._show_found(self.session.step_found(event.by))

    def on_find_line_closed(self, event: FindLine.Closed) -> None:
        if self._find is None:
            return
        pane = self._find.pane
        if pane != 1:
            if not event.accepted:
                self.filters.put(pane, self._filter_before)
        elif event.accepted and self._find_from and self._find_from != self.session.place:
            self.session.trail.leave(self._find_from)
        elif not event.accepted:
            self.session.found = None
            self.session.move(self._find_from.offset if self._find_from else 0)
            self.reader.know_found(None)
            self.frame.follow()
        line, self._find, self.panes.typed_for = self._find, None, None
        self.panes.focus(pane)
        line.display = False

    def unfilter(self) -> bool:
        """Show all of the focused list again; whether it was filtered."""
        pane = self.panes.here
        if pane == 1 or not self.filters.typed(pane):
            return False
        self.filters.put(pane, "")
        return True

    def _filter(self, pane: int, typed: str) -> None:
        problem = self.filters.put(pane, typed)
        if problem:
            self.status.say(problem, error=True)
        else:
            self.status.hush()
        self._count_left()

    def _count_left(self) -> None:
        if self._find is not None and self._find.pane != 1:
            self._find.count(self.filters.left(self._find.pane))

    def action_find_next(self) -> None:
        self._step_found(self.count.take())

    def action_find_previous(self) -> None:
        self._step_found(-self.count.take())

    def _step_found(self, by: int) -> None:
        if self.session.found is None:
            self.status.say(keys.said(self, "Nothing to find yet: {find.open} finds."))
        else:
            self._show_found(self.session.step_found(by))

    def _show_found(self, number: int | None) -> None:
        found = self.session.found
        self.reader.know_found(found, number)
        self.frame.follow()
        words = _count(found, number)
        if self._find is not None:
            self._find.count(words)
        elif words:
            self.status.say(words)


def _count(found: Found | None, number: int | None) -> str:
    if found is None:
        return ""
    if number is None:
        return "not found"
    return f"{number + 1:,} of {found.how_many}"
