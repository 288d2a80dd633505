"""The dialog for the name of an export file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.dialogs.ask import Ask
from tui.app.widgets.field import Field
from tui.app.widgets.status import Status
from tui.errors import FactdeskError
from tui.files import is_there
from tui.session import Sheet, parse_path, write_sheet
from tui.text import safe

if TYPE_CHECKING:
    from tui.app.background.background import Background
    from tui.app.paint import Ink
    from tui.documents import Library


class SheetScreen(Dialog[None]):
    """An input line for the file name; its extension decides the format."""

    BINDINGS = keys.bindings("sheet")
    AUTO_FOCUS = ""

    def __init__(self, ink: Ink, sheet: Sheet, write: Callable[[Path], None]) -> None:
        """`write` is called with the path."""
        super().__init__()
        self._sheet, self._write = sheet, write
        self._field = Field(placeholder=", ".join(sheet.formats), id="filter")
        self._status = Status(ink, "sheet", " ".join(sheet.formats))

    def compose(self) -> ComposeResult:
        title = f"Write {self._sheet.words} to a file"
        yield framed("sheet", title, self._field, self._status)

    def begin(self) -> None:
        self.set_focus(self._field)
        self._field.put(self._sheet.name)

    @on(Input.Submitted)
    def action_sheet_write(self) -> None:
        """Write the file, after confirmation if it exists."""
        try:
            path = parse_path(self._field.value).absolute()
            self._sheet.format_of(path)
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


def export(sheet: Sheet, library: Library, background: Background, status: Status) -> None:
    """Write a sheet to a file that the reader names, in a thread; `status` says how it went."""

    def say(said: tuple[str, bool]) -> None:
        words, is_error = said
        status.say(words, error=is_error)

    def write(path: Path) -> None:
        status.say(f"Writing {sheet.words} …", stay=True)
        background.ask(lambda: _written(path, sheet, library), say)

    status.app.push_screen(SheetScreen(status.ink, sheet, write))


def _written(path: Path, sheet: Sheet, library: Library) -> tuple[str, bool]:
    """Write the sheet; what to say of it, and whether that is an error."""
    try:
        write_sheet(path, sheet, library)
    except FactdeskError as error:
        return str(error), True
    return f"{sheet.words} written to {path}.", False
