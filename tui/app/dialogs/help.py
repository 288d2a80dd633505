"""The help: the available actions with their keys, generated from the table of actions."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.actions import ACTIONS, LAYERS, Action
from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.dialogs.places import PLACES, words_for
from tui.app.paint import Ink, Part
from tui.app.widgets.field import Field
from tui.app.widgets.prose import Prose
from tui.app.widgets.status import Status
from tui.errors import Problem


class HelpText(Prose):
    """Problems with the settings, a description of the place, its actions, then all others."""

    def __init__(self, ink: Ink, problems: Iterable[Problem]) -> None:
        super().__init__(ink, id="help-text")
        self._problems = problems
        self._about = self._narrowed = ""
        self._order: list[str] = []
        self._here = 0
        #: What the rows were made of: making them takes 4 of the 11 ms to open the help.
        self._made_of: object = None

    def explain(self, place: str, pane: str) -> None:
        """Show the actions of this place first; `narrow` displays them."""
        self._about = words_for(place, pane).about
        here = LAYERS.get(place, ())
        self._order = list(dict.fromkeys((place, *here, *PLACES)))
        self._here = len({place, *here})

    def narrow(self, words: str) -> None:
        """Show only the actions that match these words."""
        self._narrowed = words.strip().casefold()
        self.reshape()
        self.scroll_row(0)

    def reshape(self) -> None:
        here = self._about, self._order, self._here, self._narrowed
        made_of = *here, self.ink, self.columns, keys.chosen(self), [*self._problems]
        if made_of != self._made_of:
            self._made_of = made_of
            super().reshape()

    def typeset(self) -> Iterator[list[Part]]:
        ink = self.ink
        if not self._narrowed:
            for problem in self._problems:
                yield from self.set_beside(" ✗ ", ink.error, str(problem), ink.error)
            if self._about:
                about = keys.said(self, self._about)
                yield from self.set_beside(" ", ink.text, about, ink.text)
                yield []
        rows = [row for number, place in enumerate(self._order)
                for row in self._actions(place, number)]  # fmt: skip
        nothing = "Nothing here is called that; the manual may know it."
        yield from rows or [[(f" {nothing}", ink.muted)]]

    def _actions(self, place: str, number: int) -> Iterator[list[Part]]:
        ink, name = self.ink, words_for(place).where
        if number == self._here and not self._narrowed:
            yield [(" Elsewhere", ink.title)]
            yield []
        wanted = (action for action in ACTIONS if action.where == place and self._has(action))
        for group, actions in groupby(wanted, lambda action: action.group):
            yield [(f" {group}", ink.title), (f"  {name}", ink.muted)]
            for action in actions:
                label = f"   {self._keys_of(action):<14}"
                yield from self.set_beside(label, ink.accent, action.help, ink.text)
            yield []

    def _has(self, action: Action) -> bool:
        said = f"{action.title} {action.help} {action.group} {self._keys_of(action)} {action.id}"
        return all(word in said.casefold() for word in self._narrowed.split())

    def _keys_of(self, action: Action) -> str:
        return "  ".join(map(keys.sign, keys.in_force(action, keys.chosen(self)))) or "no key"


class HelpScreen(Dialog[None]):
    """Scrolls with the keys of every pane; `/` filters it."""

    BINDINGS = keys.bindings("help")

    #: The place that is explained, and the pane of the desk.
    place = pane = ""

    def __init__(self, ink: Ink, problems: Iterable[Problem]) -> None:
        super().__init__()
        self._text = HelpText(ink, problems)
        self._field = Field(placeholder="{help.filter} filters", id="filter")
        self._status = Status(ink, "help", "Help")
        self._box = framed("help", "", self._field, self._text, self._status)

    def compose(self) -> ComposeResult:
        yield self._box

    def on_mount(self) -> None:
        self._field.on_change(self, self._text.narrow)

    def begin(self) -> None:
        self._box.border_title = f"What you can do {words_for(self.place).where}"
        self.set_focus(self._text)
        self._text.explain(self.place, self.pane)
        self._field.put("")

    def show_keys(self) -> None:
        super().show_keys()
        self._text.reshape()

    @on(Input.Submitted)
    def _to_text(self) -> None:
        self._text.focus()

    def action_help_filter(self) -> None:
        self._field.focus()

    def action_help_close(self) -> None:
        if self._field.has_focus:
            self._field.value = ""
            self._to_text()
        else:
            self.dismiss(None)
