"""What can be done, with the keys that do it: the table of actions, read aloud."""

from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.actions import ACTIONS, Action
from tui.app import keys
from tui.app.lines import LinePane
from tui.app.paint import Ink, Part, line, wrapped
from tui.app.status import Status
from tui.errors import Problem

_PLACES = {
    "pane": "in every pane",
    "desk": "on the desk",
    "app": "everywhere",
    "find": "while finding in a document",
    "search": "in the search",
    "note": "while writing a note",
    "notes": "in the list of notes",
    "themes": "in the list of themes",
}


class HelpText(LinePane):
    """The help as rows: what was wrong with the settings, then every action by its place."""

    def __init__(self, ink: Ink, chosen: keys.Keys, problems: list[Problem]) -> None:
        super().__init__(ink, id="help-text")
        self._chosen = chosen
        self._problems = problems
        self._lines: list[list[Part]] = []

    def reshape(self) -> None:
        ink = self.ink
        self._lines = []
        for problem in self._problems:
            self._add(" ✗ ", ink.error, str(problem), ink.error)
        if self._problems:
            self._lines.append([])
        for (group, place), actions in groupby(ACTIONS, lambda a: (a.group, _PLACES.get(a.where))):
            if place is None:
                continue
            self._lines.append([(f" {group}", ink.title), (f"  {place}", ink.muted)])
            for action in actions:
                self._add(f"   {self._keys_of(action):<14}", ink.accent, action.help, ink.text)
            self._lines.append([])
        self.measure()

    def _keys_of(self, action: Action) -> str:
        return "  ".join(map(keys.sign, keys.in_force(action, self._chosen))) or "no key"

    def _add(self, label: str, label_style: Style, words: str, style: Style) -> None:
        """Add rows: a label, and words wrapped beside it."""
        for number, part in enumerate(wrapped(words, self.columns - len(label) - 1, 9)):
            self._lines.append(
                [(label if not number else " " * len(label), label_style), (part, style)]
            )

    @property
    def ground(self) -> Style:
        return self.ink.surface

    @property
    def rows(self) -> int:
        return len(self._lines)

    def draw(self, y: int, width: int) -> list[Segment]:
        return line(self._lines[y], width, self.ground)

    def step(self, by: int) -> None:
        self.scroll_row(self.scroll_offset.y + by)

    def leap(self, by: int) -> None:
        self.step(by)

    def go(self, to_end: bool) -> None:
        self.scroll_row(self.rows if to_end else 0)


class HelpScreen(ModalScreen[None]):
    """Scrolls with the keys of every pane."""

    BINDINGS = keys.bindings("help")

    def __init__(self, ink: Ink, chosen: keys.Keys, problems: list[Problem]) -> None:
        super().__init__()
        self._text = HelpText(ink, chosen, problems)
        self._status = Status(ink, keys.footer("help", chosen), "Help")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="help") as dialog:
            dialog.border_title = "What can be done"
            yield self._text
            yield self._status

    def on_mount(self) -> None:
        self._text.focus()

    def action_help_close(self) -> None:
        self.dismiss(None)
