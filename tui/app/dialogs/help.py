"""The help: the available actions with their keys, generated from the table of actions."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.actions import ACTIONS, LAYERS, Action
from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.paint import Ink, Part
from tui.app.widgets.field import Field
from tui.app.widgets.prose import Prose
from tui.app.widgets.status import Status
from tui.errors import Problem

_PLACES = {
    "pane": "in every pane and list",
    "desk": "on the desk",
    "judge": "on a figure",
    "app": "everywhere",
    "find": "while finding",
    "search": "in the search",
    "name": "while naming a query",
    "note": "while writing a note",
    "notes": "in the list of notes",
    "sheet": "while naming a file",
    "compare": "in the comparison",
    "facts": "in the table of facts",
    "themes": "in the list of themes",
    "palette": "in the palette",
    "path": "while naming a path",
    "problems": "in the list of what is wrong",
    "help": "in the help",
    "manual": "in the manual",
}

#: Descriptions of panes and dialogs.
_ABOUT = {
    "documents": "The open documents with title, date, number of figures and publisher. {row.open} "
    "opens the one under the cursor, {list.sort} sorts, {documents.open} opens others. • is not "
    "opened yet, ↻ has changed on disk ({documents.reload} reloads it), ✗ could not be read.",
    "reader": "The text as it is, with its figures underlined. {figure.next} goes from figure to "
    "figure, {find.open} finds words, {note.write} writes a note.",
    "figures": "Every figure of the document in the order of the text. Below the list, the figure "
    "under the cursor in full. {row.open} goes to its place in the text, {list.sort} sorts by "
    "value, {figures.kind} shows one kind.",
    "find": "Finds words in the text as you type; in a list, filters it by a query. {find.accept} "
    "keeps the match or the filter, {find.cancel} goes back to where you were.",
    "search": "Words in any order, typing mistakes allowed; figures by value, however they are "
    'written. Try 634k, >1bn yuan, >=10%, 2023-07, "exact words", !not, title:words; {app.manual} '
    "opens the manual, which lists them all.",
    "note": "What you type is kept as a draft. {note.save} saves the note, {note.leave} closes.",
    "notes": "All notes in the order of the documents. {notes.filter} filters the list, {row.open} "
    "goes to the words of a note.",
    "sheet": "What the list shows, written to a file; its ending says the format. .html is a page "
    "for a browser, .csv a table, .md text; .json is for programs, and .jsonld, for notes.",
    "compare": "Figures that may be the same fact, those of other documents first: = agree, "
    "≈ within the hedge, ◷ other period, ? differ while a period is open, ≠ differ. Whether they "
    "are the same is for you to say. {compare.filter} filters them by a query such as doc:2022/ or "
    ">1bn arrested, {compare.export} writes them to a file; {row.open} opens one in its document.",
    "facts": "The figures of all documents. {facts.filter} filters them by a query such as "
    "unit:CNY >1bn arrested; {facts.sort} sorts, {facts.group} groups, {facts.plot} draws the "
    "values of one unit, {facts.export} writes the figures to a file. {row.open} goes to the text, "
    "or opens a group.",
    "problems": "What is wrong with settings, themes and notes, where it is, and what to do. "
    "Everything else in those files still counts.",
    "palette": "Commands, documents, themes and queries by name; misspelt words are forgiven. "
    "{palette.run} runs or opens the one under the cursor.",
    "path": "A file, or a folder for everything in it; ~ is your own folder. {path.complete} "
    "completes a name, {path.down} steps through those that fit.",
    "themes": "The desk shows the theme under the cursor. {row.open} keeps it, {themes.close} goes "
    "back to the previous one.",
}


class HelpText(Prose):
    """Problems with the settings, a description of the place, its actions, then all others."""

    def __init__(self, ink: Ink, problems: Iterable[Problem]) -> None:
        super().__init__(ink, id="help-text")
        self._problems = problems
        self._about = self._narrowed = ""
        self._order: list[str] = []
        self._here = 0

    def explain(self, place: str, pane: str) -> None:
        """Show the actions of this place first; `narrow` displays them."""
        self._about = keys.said(self, _ABOUT.get(pane if place == "desk" else place, ""))
        here = LAYERS.get(place, ())
        self._order = list(dict.fromkeys((place, *here, *_PLACES)))
        self._here = len({place, *here})

    def narrow(self, words: str) -> None:
        """Show only the actions that match these words."""
        self._narrowed = words.strip().casefold()
        self.reshape()
        self.scroll_row(0)

    def typeset(self) -> Iterator[list[Part]]:
        ink = self.ink
        if not self._narrowed:
            for problem in self._problems:
                yield from self.set_beside(" ✗ ", ink.error, str(problem), ink.error)
            if self._about:
                yield from self.set_beside(" ", ink.text, self._about, ink.text)
                yield []
        rows = [row for number, place in enumerate(self._order)
                for row in self._actions(place, number)]  # fmt: skip
        nothing = "Nothing here is called that; the manual may know it."
        yield from rows or [[(f" {nothing}", ink.muted)]]

    def _actions(self, place: str, number: int) -> Iterator[list[Part]]:
        ink, name = self.ink, _PLACES.get(place, "here")
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
        self._box.border_title = f"What you can do {_PLACES.get(self.place, 'here')}"
        self.set_focus(self._text)
        self._text.explain(self.place, self.pane)
        self._field.put("")

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
