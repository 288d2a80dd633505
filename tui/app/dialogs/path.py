"""The dialog for a path: an input line, and the matching entries of its folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.paint import Ink, line
from tui.app.widgets.field import Field
from tui.app.widgets.rows import Rows
from tui.app.widgets.status import Status
from tui.errors import FactdeskError
from tui.session import (
    Entry,
    complete_name,
    list_entries,
    matching_entries,
    missing_part,
    parse_path,
    split_path,
)
from tui.text import safe

_MISSING = (FileNotFoundError, NotADirectoryError)
_NO_FOLDER = ("There is no such folder, or it cannot be read.",)


class EntryList(Rows):
    """One row for each name."""

    empty = ("No name in this folder begins like that.",)
    entries: Sequence[Entry] = ()

    @property
    def length(self) -> int:
        return len(self.entries)

    def show(self, found: Sequence[Entry]) -> None:
        """Show these names, from the first."""
        self.entries = found
        self.reset()

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        entry, ink = self.entries[number], self.ink
        bar, ground = self.bar_and_ground(here)
        return line([bar, (entry.shown, ink.title if entry.is_folder else ink.text)], width, ground)


class PathScreen(Dialog[None]):
    """Opens the path in the input line, whichever row the cursor is on."""

    BINDINGS = keys.bindings("path")
    AUTO_FOCUS = ""

    @dataclass
    class Looked(Message):
        """The entries of a folder, or the reason why it cannot be read."""

        folder: str
        entries: list[Entry]
        problem: str = ""

    @dataclass
    class Missed(Message):
        """What is missing of a path."""

        typed: str
        problem: str

    def __init__(
        self,
        ink: Ink,
        endings: Sequence[str],
        bring: Callable[[Path], None],
        run: Callable[[Callable[[], None]], None],
    ) -> None:
        """`bring` opens a path; it raises `FactdeskError` if there is nothing."""
        super().__init__()
        self._endings, self._bring, self._run = endings, bring, run
        self._field = Field(placeholder="a file or a folder, such as ~/reports", id="filter")
        self._list = EntryList(ink, id="entries")
        self._status = Status(ink, "path", "Open")
        self._folder: str | None = None
        self._there: list[Entry] = []
        # The text that was inserted from a row, and its path: a name may have characters that the
        # line cannot show.
        self._taken: tuple[str, Path] | None = None

    def compose(self) -> ComposeResult:
        yield framed("path", "Open a file or a folder", self._field, self._list, self._status)

    def on_mount(self) -> None:
        self._list.can_focus = False
        self._field.on_change(self, self._narrow)

    def begin(self) -> None:
        self._folder = self._taken = None
        self.set_focus(self._field)
        self._field.put("")

    def _narrow(self, typed: str) -> None:
        if self._taken is not None and typed == self._taken[0]:
            return
        self._taken = None
        self._status.clear_message()
        folder, begun = split_path(typed)
        if folder != self._folder:
            self._folder, self._there = folder, []
            self._run(lambda: self._look(folder))
        self._list.show(matching_entries(begun, self._there, self._endings))

    def _look(self, folder: str) -> None:
        try:
            self.post_message(self.Looked(folder, list_entries(parse_path(folder or "."))))
        except FactdeskError as error:
            self.post_message(self.Looked(folder, [], str(error)))

    def on_path_screen_looked(self, event: Looked) -> None:
        """Show the entries of the folder in the input line."""
        if event.folder == self._folder:
            self._there = event.entries
            self._list.empty = _NO_FOLDER if event.problem else EntryList.empty
            self._list.show(matching_entries(self._begun, self._there, self._endings))
            if event.problem and not self._status.has_message:
                self._status.say(event.problem, error=True)  # else it was opened: that says more

    @property
    def _begun(self) -> str:
        return split_path(self._field.value)[1]

    @property
    def path(self) -> Path:
        """The path in the input line; raises `FactdeskError` for an unknown home folder."""
        typed = self._field.value
        return self._taken[1] if self._taken and self._taken[0] == typed else parse_path(typed)

    @on(Input.Submitted)
    def action_path_open(self) -> None:
        if not self._field.value.strip():
            self._status.say("Type the path of a file or a folder.")
            return
        typed, path = self._field.value, None
        try:
            path = self.path
            self._bring(path)
        except FactdeskError as error:
            self._status.say(str(error), error=True)
            if path is not None and isinstance(error.__cause__, _MISSING):
                self._run(partial(self._explain, typed, path))
        else:
            self.dismiss(None)

    def _explain(self, typed: str, path: Path) -> None:
        """Find what is missing of a path; in a thread, since folders may be large."""
        problem = missing_part(path)
        if problem is not None:
            self.post_message(self.Missed(typed, str(problem)))

    def on_path_screen_missed(self, event: Missed) -> None:
        """Say what is missing of the path in the input line."""
        if event.typed == self._field.value:
            self._status.say(event.problem, error=True)

    @on(Rows.Opened)
    def _clicked(self, event: Rows.Opened) -> None:
        self._take(self._list.entries[event.number])
        self._enter()

    def action_path_complete(self) -> None:
        if not self._list.entries:
            self._status.say("No name here begins like that.")
        elif self._taken is not None:
            self._enter()
        else:
            folder, begun = split_path(self._field.value)
            more = complete_name(begun, self._list.entries)
            if more == begun:
                words = f"{len(self._list.entries):,} names begin so: "
                self._status.say(words + keys.said(self, "{path.down} goes through them."))
            self._put(folder + safe(more))

    def action_path_down(self) -> None:
        self._step(1)

    def action_path_up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._list.entries:
            if self._taken is not None:
                self._list.step(by)
            self._take(self._list.entries[self._list.cursor])

    def _take(self, entry: Entry) -> None:
        """Put the name of an entry into the input line, keeping the list."""
        folder = self._folder or ""
        shown = folder + safe(entry.shown)
        self._taken = shown, parse_path(folder or ".") / entry.name
        self._put(shown)

    def _enter(self) -> None:
        """Continue in the folder that was chosen from the list."""
        if self._taken is not None and self._taken[0].endswith("/"):
            shown, self._taken = self._taken[0], None
            self._narrow(shown)

    def _put(self, words: str) -> None:
        self._field.value = words
        self._field.cursor_position = len(words)

    def action_path_close(self) -> None:
        self.dismiss(None)
