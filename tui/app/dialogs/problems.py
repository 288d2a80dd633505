"""Problems with settings, themes, notes and documents: a message on the desk, and the full list."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from textual.app import ComposeResult

from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.paint import Ink, Part
from tui.app.widgets.prose import Prose
from tui.app.widgets.status import Status
from tui.errors import Problem

_NONE = "Nothing is wrong with your settings, themes and notes."


def in_one_line(problems: Sequence[Problem], chosen: keys.Keys) -> str:
    """The first problem, with its file name only, and the key that shows the others."""
    first = problems[0]
    if not problems[1:]:
        return str(first._replace(where=PurePath(first.where).name))
    words = str(Problem(first.what, PurePath(first.where).name))
    return (
        f"{words} (and {len(problems) - 1} more: {keys.told('{problems.open}', chosen)} lists all)"
    )


class ProblemText(Prose):
    """Each problem in full: where, what, and what to do."""

    def __init__(self, ink: Ink, problems: Sequence[Problem]) -> None:
        super().__init__(ink, id="problem-text")
        self._problems = problems

    def typeset(self) -> Iterator[list[Part]]:
        ink = self.ink
        if not self._problems:
            yield from self.set_beside(" ", ink.muted, _NONE, ink.muted)
        for problem in self._problems:
            if problem.where:
                yield from self.set_beside(" ", ink.title, problem.where, ink.title)
            yield from self.set_beside(" ✗ ", ink.error, problem.what, ink.text)
            if problem.remedy:
                yield from self.set_beside("   ", ink.muted, problem.remedy, ink.muted)
            yield []


class ProblemsScreen(Dialog[None]):
    """Scrolls with the keys of every pane."""

    BINDINGS = keys.bindings("problems")

    def __init__(self, ink: Ink, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._text = ProblemText(ink, problems)
        self._status = Status(ink, "problems", "Problems")

    def compose(self) -> ComposeResult:
        yield framed("problems", "What is wrong", self._text, self._status)

    def on_mount(self) -> None:
        self._text.focus()

    def action_problems_close(self) -> None:
        self.dismiss(None)
