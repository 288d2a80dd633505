"""A confirmation dialog."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from tui.app import keys
from tui.app.dialog import Box, Dialog
from tui.text import safe, spell


class Ask(Dialog[bool]):
    """A question answered by `y` or `n`, `enter` or `escape`, or a click."""

    BINDINGS = keys.bindings("ask")

    def __init__(self, question: str, *, yes: str = "yes", no: str = "no") -> None:
        super().__init__()
        self._question = " ".join(safe(part) for part in question.split())
        self._yes, self._no = yes, no

    def compose(self) -> ComposeResult:
        with Box(classes="dialog", id="ask"):
            yield Static(Content(spell(self._question)), id="question")
            with Horizontal(id="answers"):
                yield Static(Content(self._answer("ask.yes", self._yes)), id="yes")
                yield Static(Content(self._answer("ask.no", self._no)), id="no")

    def _answer(self, id_: str, title: str) -> str:
        hints = keys.hint(id_, keys.chosen(self), title)
        return " ".join(f"{hint.sign} {hint.title}" for hint in hints)

    @on(Click, "#yes")
    def _click_yes(self) -> None:
        self.dismiss(True)

    @on(Click, "#no")
    def _click_no(self) -> None:
        self.dismiss(False)

    def action_ask_yes(self) -> None:
        self.dismiss(True)

    def action_ask_no(self) -> None:
        self.dismiss(False)
