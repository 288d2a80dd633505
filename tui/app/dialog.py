"""A screen over the desk, which can be left once."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A modal screen. A key that comes when it has been left already does nothing more.

    Two keys can arrive in one read of the terminal; of Textual's own, the second would take the
    screen below away, at last the desk.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, with what came of it."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
