"""The tour: explains one action at a time, until the reader has done it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.geometry import Size

from tui.app import keys
from tui.app.paint import Ink, line, wrapped
from tui.app.widgets.row_widget import LEVEL, RowWidget
from tui.session import Session

if TYPE_CHECKING:
    from tui.app.app import Factdesk

#: Seconds between checks whether a step is done.
BEAT = 0.2
#: The number of rows for the text of a step.
_MAX_ROWS = 4


class TourState(NamedTuple):
    """The state that a step checks: session, active place, the document opened first."""

    session: Session
    place: str
    first: str


class Step(NamedTuple):
    """What to do, with `{...}` for keys and VERDICTS for verdicts, and a test whether it is
    done."""

    words: str
    is_done: Callable[[TourState], bool]


def _is_at(seen: TourState, value: int) -> bool:
    """Whether a figure with this value is focused."""
    session = seen.session
    if seen.place != "desk" or session.document is None or session.figure is None:
        return False
    return session.document.figures[session.figure].value == value


def _has(seen: TourState, field: str) -> bool:
    """Whether the note at the cursor has a verdict, or a body."""
    mark = seen.session.note_here() if seen.place == "desk" else None
    return mark is not None and bool(getattr(mark.note, field))


STEPS = (
    Step(
        "Five reports about one subject, and their figures do not agree. Press {figure.next} to go "
        "to the first figure of this one.",
        lambda seen: seen.session.figure is not None,
    ),
    Step(
        "It is marked in the text, and the list of figures ({pane.next}) says all that the text "
        "does: what it counts, of when, how surely. {document.next} opens the next report.",
        lambda seen: seen.session.document is not None and seen.session.document.name != seen.first,
    ),
    Step(
        "{search.open} searches all reports at once. Type 634k: a figure is found however it is "
        "written. {hit.open} opens it in its place.",
        lambda seen: _is_at(seen, 634_000),
    ),
    Step(
        "634,000 suspects. {compare.open} looks in all reports for figures that may be the same.",
        lambda seen: seen.place == "compare",
    ),
    Step(
        "Another report says 373,000: both sentences, and how they stand to each other. That one "
        "is of nine months, this one of twelve. {compare.close} goes back; pass a verdict: "
        "VERDICTS.",
        lambda seen: _has(seen, "verdict"),
    ),
    Step(
        "The figure has its sign now, in the text and in the lists. {note.write} opens its note: "
        "write why, and {note.save} saves it.",
        lambda seen: _has(seen, "body"),
    ),
    Step(
        "{check.open} lists every figure of this report with what the others say of it, those that "
        "they contradict first: so a draft is checked.",
        lambda seen: seen.place == "check",
    ),
    Step(
        "{check.close} closes it. {notes.open} lists all your notes; each is found again when its "
        "text changes. {notes.export} writes the list to a file to hand over.",
        lambda seen: seen.place == "notes",
    ),
    Step(
        "That is the desk. {desk.help} shows what can be done in any place, {desk.palette} finds "
        "every command by its words, {app.manual} opens the manual. Your own reports: factdesk "
        "FOLDER.",
        lambda _seen: False,
    ),
)


class TourPanel(RowWidget):
    """The text of the current step, at the bottom of any screen."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, classes="tour")
        self._title = self._words = self._end = ""

    def show(self, title: str, words: str, end: str) -> None:
        """Show a step."""
        if (title, words, end) != (self._title, self._words, self._end):
            self._title, self._words, self._end = title, words, end
            self.refresh(layout=True)

    def row(self, y: int, width: int) -> list[Segment]:
        ink = self.ink
        if y == 0:
            end = f" {self._end} " if self._end else ""
            rule = LEVEL * (width - len(self._title) - len(end) - 3)
            parts = [(LEVEL, ink.focus), (f" {self._title} ", ink.title), (rule, ink.focus)]
            return line(parts, width, ink.surface, right=[(end, ink.muted)])
        rows = wrapped(self._words, width - 2, _MAX_ROWS)
        words = rows[y - 1] if y <= len(rows) else ""
        return line([(f" {words}", ink.text)], width, ink.surface)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1 + len(wrapped(self._words, width - 2, _MAX_ROWS))


class Tour:
    """Runs the steps; `end` removes the panel."""

    def __init__(self, app: Factdesk) -> None:
        self._app = app
        self.number = 0
        self._panels: list[TourPanel] = []
        document = app.session.document
        self._first = document.name if document else ""
        self._timer = app.set_interval(BEAT, self.check)
        self.check()

    def check(self) -> None:
        """Go to the next step if the current one is done, and show it on the current screen."""
        if not self._app.screen_stack or not self._app.screen.is_attached:
            return  # the program is ending, and the timer has ticked once more
        seen = TourState(self._app.session, self._app.place, self._first)
        while STEPS[self.number].is_done(seen):
            self.number += 1
        screen, chosen = self._app.screen, self._app.chosen_keys
        panel = next(iter(screen.query_children(TourPanel)), None)
        if panel is None:
            panel = TourPanel(self._app.theming.ink)
            self._panels.append(panel)
            screen.mount(panel)
        ends = "ends the tour" if self.number < len(STEPS) - 1 else "closes this"
        end = keys.told(f"{{desk.escape}} {ends}", chosen) if seen.place == "desk" else ""
        words = STEPS[self.number].words.replace("VERDICTS", self._verdicts)
        panel.show(f"Tour {self.number + 1} of {len(STEPS)}", keys.told(words, chosen), end)

    @property
    def _verdicts(self) -> str:
        words = enumerate(self._app.session.verdicts.words, start=1)
        return ", ".join(f"{{verdict.{number}}} {word}" for number, word in words)

    def end(self) -> None:
        """Remove the panels from all screens, also from the dialogs that are kept."""
        self._timer.stop()
        for panel in self._panels:
            if panel.is_attached:
                panel.remove()
