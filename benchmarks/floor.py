"""The CPU time that Textual itself takes for a key, in minimal apps: a lower bound for the desk.

    python benchmarks/floor.py

Printed in the format of `desk.py`: CPU time until the program is quiet again.
"""

import tempfile

from desk import in_and_out, keys, opened

#: Two panes of ready strips that change whole at each letter, beside an Input or without it.
PANES = """
import sys
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input
STYLES = [Style.parse(words) for words in ("#ffffff on #101010", "bold #ff8800 on #101010")]
class Pane(Widget):
    turns = 0
    def strips(self, turn):
        width, height = self.size
        text = "READY " * width
        cut = [text[y + turn :][: width] for y in range(height)]
        return [
            Strip([Segment(row[:20], STYLES[0]), Segment(row[20:], STYLES[1])], width)
            for row in cut
        ]
    def render_lines(self, crop):
        if not hasattr(self, "made"):
            self.made = [self.strips(turn) for turn in range(6)]
        return [self.made[self.turns % 6][y] for y in crop.line_range]
class Panes(App):
    CSS = (
        "Horizontal { height: 1fr; visibility: hidden; } Input { border: none; height: 1; }"
        "Pane { width: 1fr; height: 100%; visibility: visible; }"
    )
    def compose(self):
        if WITH_INPUT:
            yield Input()
        with Horizontal():
            yield Pane()
            yield Pane()
    def on_mount(self):
        if WITH_INPUT:
            field = self.query_one(Input)
            field.cursor_blink = False
            field.focus()
            self.watch(field, "value", self.turn, init=False)
    def turn(self, _value):
        if WITH_PANES:
            for pane in self.query(Pane):
                pane.turns += 1
                pane.refresh()
Panes().run()
"""
#: A modal screen of three widgets, made anew or kept, and another theme.
SCREENS = """
from textual.app import App
from textual.screen import ModalScreen
from textual.widgets import Input, Static
class Three(ModalScreen):
    AUTO_FOCUS = ""
    CSS = "Three { background: black; }"
    BINDINGS = [("a", "app.pop_screen")]
    def compose(self):
        yield Input()
        yield Static("list " * 200)
        yield Static("status")
class Screens(App):
    BINDINGS = [("a", "open"), ("k", "kept"), ("t", "turn")]
    def compose(self):
        yield Static("bare " * 400 + "READY")
    def on_mount(self):
        self.animation_level = "none"
        self.install_screen(Three(), "three")
    def action_open(self):
        self.push_screen(Three())
    def action_kept(self):
        self.push_screen("three")
    def action_turn(self):
        self.theme = "gruvbox" if self.theme == "nord" else "nord"
Screens().run()
"""


def panes(*, field: bool, change: bool) -> str:
    """The code of an app with two panes, with or without an input field, whose panes change or
    not."""
    return f"WITH_INPUT, WITH_PANES = {field}, {change}\n{PANES}"


def main() -> None:
    """Print what each key costs."""
    with tempfile.TemporaryDirectory() as home:
        for name, code in (
            ("a key that does nothing", panes(field=False, change=False)),
            ("a letter in an Input", panes(field=True, change=False)),
            ("the same, and two panes that change", panes(field=True, change=True)),
        ):
            with opened(seen="READY", code=code, home=home) as (terminal, _, _):
                keys(terminal, name, *"abcdefghij")
        with opened(seen="READY", code=SCREENS, home=home) as (terminal, _, _):
            in_and_out(terminal, "three widgets, new", "a", "a")
            in_and_out(terminal, "three widgets, kept", "k", "a")
            keys(terminal, "another theme", "t")


if __name__ == "__main__":
    main()
