"""The palette: finds commands, documents, themes and queries by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from tui.actions import ACTIONS
from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.paint import Ink, Part, line
from tui.app.widgets.field import Field
from tui.app.widgets.rows import Rows
from tui.app.widgets.status import Status
from tui.documents import Document
from tui.session import MAX_CHOICE_LENGTH, Choice, Choices, Session, matched_spans
from tui.theme import names

#: The places whose actions can be run from the desk.
_PLACES = ("desk", "judge", "app", "pane")


class ChoiceList(Rows):
    """One row for each choice: its name with the matches highlighted, and its keys or kind."""

    empty = ("Nothing is called that.", "Commands, documents, themes and queries are found here.")

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, id="choices")
        self._typed = ""
        self.choices: list[Choice] = []

    @property
    def length(self) -> int:
        return len(self.choices)

    def show(self, typed: str, choices: list[Choice]) -> None:
        """Show the choices that match, with the cursor on the best."""
        self._typed, self.choices = typed, choices
        self.reset()

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        choice, ink = self.choices[number], self.ink
        bar, ground = self.bar_and_ground(here)
        end = (f" {choice.end}", ink.accent if choice.kind == "command" else ink.muted)
        return line([bar, *self._marked(choice)], width, ground, right=[end])

    def _marked(self, choice: Choice) -> Iterator[Part]:
        words, at = choice.words[:MAX_CHOICE_LENGTH], 0
        for start, end in sorted(matched_spans(self._typed, words)):
            if start >= at:
                yield words[at:start], self.ink.text
                yield words[start:end], self.ink.match
                at = end
        yield words[at:], self.ink.text


class PaletteScreen(Dialog[Choice | None]):
    """Returns the choice, or None."""

    BINDINGS = keys.bindings("palette")
    AUTO_FOCUS = ""

    @dataclass
    class Titled(Message):
        """The titles of all documents are available."""

        choices: Choices

    def __init__(
        self,
        session: Session,
        ink: Ink,
        run: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__()
        self._few: list[Choice] = []
        self._choices = Choices([])
        self._session, self._run = session, run
        self._field = Field(placeholder="a command, a document, a theme, a query", id="filter")
        self._list = ChoiceList(ink)
        self._status = Status(ink, "palette", "Commands")

    def compose(self) -> ComposeResult:
        yield framed("palette", "Commands", self._field, self._list, self._status)

    def on_mount(self) -> None:
        self._list.can_focus = False
        self._field.on_change(self, self._narrow)

    def begin(self) -> None:
        self._collect()
        self.set_focus(self._field)
        self._field.put("")

    def show_keys(self) -> None:
        super().show_keys()
        self._collect()
        self._narrow(self._field.value)

    def _collect(self) -> None:
        """Collect what there is to choose from; the documents in a thread."""
        queries = _queries(self._session.recent.all())
        self._few = [*commands(keys.chosen(self)), *_themes(), *queries]
        self._choices = Choices(self._few)
        few, documents = self._few, list(self._session.library)
        # Finding the title of a document takes 150 us the first time.
        self._run(lambda: self._take_titles(few, documents))

    def _take_titles(self, few: list[Choice], documents: list[Document]) -> None:
        label = self._session.titles.label
        titled = [Choice("document", label(d).text, d.name, d.name, "document") for d in documents]
        self.post_message(self.Titled(Choices([*few, *titled])))

    def on_palette_screen_titled(self, event: Titled) -> None:
        """Include documents from now on."""
        self._choices = event.choices
        if self._field.value:
            self._narrow(self._field.value)

    def _narrow(self, typed: str) -> None:
        # Without input only commands are shown: a thousand titles would hide them.
        found = self._choices.ranked(typed) if typed.strip() else self._few
        self._list.show(typed, found)
        self._status.tell(f"{len(found):,} found" if typed.strip() else "Commands")

    @on(Rows.Opened)
    @on(Input.Submitted)
    def action_palette_run(self) -> None:
        if self._list.choices:
            self.dismiss(self._list.choices[self._list.cursor])

    def action_palette_down(self) -> None:
        self._list.step(1)

    def action_palette_up(self) -> None:
        self._list.step(-1)

    def action_palette_page_down(self) -> None:
        self._list.leap(self._list.page)

    def action_palette_page_up(self) -> None:
        self._list.leap(-self._list.page)

    def action_palette_close(self) -> None:
        self.dismiss(None)


def commands(chosen: keys.Keys) -> list[Choice]:
    """Every action that can be run from the desk, with its effective keys."""
    return [
        Choice(
            "command",
            action.help,
            f"{action.title} {action.id}",
            action.id,
            "  ".join(keys.sign(key) for key in keys.in_force(action, chosen)),
        )
        for place in _PLACES
        for action in ACTIONS
        if action.where == place and action.id != "desk.palette"
    ]


def _themes() -> list[Choice]:
    return [Choice("theme", f"Theme {name}", "colours", name, "theme") for name in names()]


def _queries(queries: list[str]) -> list[Choice]:
    return [Choice("query", f"Search {query}", "", query, "query") for query in queries]
