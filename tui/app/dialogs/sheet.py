"""The dialog for the name of an export file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.dialogs.ask import Ask
from tui.app.paint import Ink
from tui.app.widgets.field import Field
from tui.app.widgets.status import Status
from tui.errors import FactdeskError
from tui.files import is_there
from tui.session import FORMATS, format_of, parse_path
from tui.text import safe

#: The default name: an HTML page, which every browser can show.
_NAME = "notes.html"


class SheetScreen(Dialog[None]):
    """An input line for the file name; its extension decides the format."""

    BINDINGS = keys.bindings("sheet")
    AUTO_FOCUS = ""

    def __init__(
        self, ink: Ink, chosen: keys.Keys, words: str, write: Callable[[Path], None]
    ) -> None:
        """`words` describe what is written; `write` is called with the path."""
        super().__init__()
        self._words, self._write = words, write
        self._field = Field(placeholder=", ".join(FORMATS), id="filter")
        self._status = Status(ink, keys.footer("sheet", chosen), " ".join(FORMATS))

    def compose(self) -> ComposeResult:
        yield framed("sheet", f"Write {self._words} to a file", self._field, self._status)

    def begin(self) -> None:
        self.set_focus(self._field)
        self._field.put(_NAME)

    @on(Input.Submitted)
    def action_sheet_write(self) -> None:
        """Write the file, after confirmation if it exists."""
        try:
            path = parse_path(self._field.value).absolute()
            format_of(path)
        except FactdeskError as error:
            self._status.say(str(error), error=True)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(None)
                self._write(path)

        if is_there(path):
            question = f"There is a file {safe(str(path))}. Write over it?"
            self.app.push_screen(Ask(question, yes="write over it", no="another name"), answered)
        else:
            answered(True)

    def action_sheet_close(self) -> None:
        self.dismiss(None)
