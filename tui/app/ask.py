"""A question with two answers."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.app import keys
from tui.app.dialog import Dialog
from tui.text import safe, spell


class Ask(Dialog[bool]):
    """Asks; `y` and `n` answer, and so do `enter` and `escape`."""

    BINDINGS = keys.bindings("ask")

    def __init__(self, question: str, *, yes: str = "yes", no: str = "no") -> None:
        super().__init__()
        self._question = " ".join(safe(part) for part in question.split())
        self._yes, self._no = yes, no

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="ask"):
            yield Static(Content(spell(self._question)), id="question")
            yield Static(Content(self._answers), id="answers")

    @property
    def _answers(self) -> str:
        chosen: keys.Keys = getattr(self.app, "chosen_keys", {})
        said = (("ask.yes", self._yes), ("ask.no", self._no))
        return "    ".join(" ".join(hint) for id_, title in said
                           for hint in keys.hint(id_, chosen, title))  # fmt: skip

    def leave_app(self) -> None:
        """Nothing is left before the question is answered (the application calls this)."""

    def action_ask_yes(self) -> None:
        self.dismiss(True)

    def action_ask_no(self) -> None:
        self.dismiss(False)
