"""Earlier queries in the search dialog, and the input for the name of a query."""

from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.app import keys
from tui.app.paint import Ink, Part, line
from tui.app.widgets.field import Field
from tui.session import Session


class EarlierQuery(NamedTuple):
    """An earlier query; saved, if it has a name."""

    text: str
    name: str = ""


def earlier_queries(session: Session) -> list[EarlierQuery]:
    """The saved queries by name, then the recent ones, newest first."""
    saved = session.saved.all()
    recent = [EarlierQuery(text) for text in session.recent.all() if text not in saved.values()]
    return [EarlierQuery(saved[name], name) for name in sorted(saved)] + recent


def draw_query(
    query: EarlierQuery, ink: Ink, width: int, bar: Part, ground: Style
) -> list[Segment]:
    """The row of a query."""
    name = f"@{query.name}  " if query.name else ""
    return line([bar, (name, ink.accent), (query.text, ink.text)], width, ground)


class NameLine(Horizontal):
    """The input for the name of a query."""

    BINDINGS = keys.bindings("name")

    @dataclass
    class Closed(Message):
        """The input was closed: with a name, or empty to save nothing."""

        name: str | None

    def __init__(self, suggestion: str) -> None:
        super().__init__(id="name")
        self._suggestion = suggestion

    def compose(self) -> ComposeResult:
        yield Label("save as @", id="name-label", markup=False)
        yield Field(self._suggestion, placeholder="a name", id="name-typed")

    def on_mount(self) -> None:
        self.query_one(Field).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_name_keep()

    def action_name_keep(self) -> None:
        self.post_message(self.Closed(self.query_one(Field).value))

    def action_name_leave(self) -> None:
        self.post_message(self.Closed(None))
