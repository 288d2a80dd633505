"""The desk in a real pty: start, keys, large documents, a long list. CPU time is counted.

    python benchmarks/desk.py

Each start is paired with a bare Textual app (one Static that fills the screen) in the same run.
"""

import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/support"))

from terminal import Terminal

#: What is written between the words: colours, places.
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
#: Behind everything it writes a program says how much CPU it has used up to then: whoever reads
#: that comes some milliseconds late, when the program is far in what follows the frame.
STAMPED = """
import time
from textual.drivers.linux_driver import LinuxDriver
write = LinuxDriver.write
def stamped(driver, data):
    write(driver, f"{data}\\x1b]999;{time.process_time()}\\x07")
LinuxDriver.write = stamped
"""
STAMP = re.compile(r"\x1b\]999;([0-9.e-]+)\x07")
DESK = """
from tui.cli import main
raise SystemExit(main())
"""
Seen = str | Callable[[str], bool]

#: Dialogs by their keys, on a figure of the text.
DIALOGS = {
    "search": "s",
    "note": "a",
    "list of notes": "A",
    "compare": "c",
    "check": "C",
    "facts": "f",
    "help": "?",
    "palette": "ctrl+p",
    "find line": "/",
}
STARTS = 7
PRESSES = 60
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("bare " * 400 + "READY")
Bare().run()
"""
ROWS = """
from textual.app import App
from tui import theme
from tui.app.paint import Ink, line
from tui.app.widgets.rows import Rows
class Million(Rows):
    length = 1_000_000
    def draw_item(self, number, part, width, here):
        return line([(f"row {number} READY", self.ink.text)], width, self.ground)
class Listing(App):
    def compose(self):
        yield Million(Ink(theme.load("dusk")[0]), id="million")
    def get_theme_variable_defaults(self):
        return {f"ink-{key}": "#808080" for key in theme.KEYS}
    def on_mount(self):
        self.query_one("#million").reset()
        self.query_one("#million").focus()
Listing().run()
"""


def has_figures(screen: str) -> bool:
    """Whether the panel shows the figures of a document."""
    return re.search(r"Figures \d", screen) is not None


@contextmanager
def opened(
    *arguments: str, seen: Seen, code: str = "", home: str
) -> Iterator[tuple[Terminal, float, float]]:
    """Starts a program; returns it, with the CPU and wall seconds until its first full frame."""
    command = [sys.executable, "-c", STAMPED + (code or DESK), *arguments]
    kinds = ("CONFIG", "DATA", "STATE", "CACHE")
    folders = {f"XDG_{kind}_HOME": home for kind in kinds}
    began = time.monotonic()
    with Terminal(command, environment={"PYTHONPATH": str(ROOT), **folders}) as terminal:
        cpu, wall = until(terminal, seen), time.monotonic() - began
        yield terminal, cpu, wall


def until(terminal: Terminal, seen: Seen, timeout: float = 120) -> float:
    """Read until `seen` was written; returns the CPU seconds up to then.

    Searches the raw output, since computing the screen takes 50 ms.
    """
    test = seen if callable(seen) else lambda text: seen in text
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        terminal.read(0.05)
        written = iter(STAMP.split(terminal.raw.decode(errors="replace")))
        for words, stamp in zip(written, written, strict=False):
            if test(SEQUENCE.sub("", words)):
                return float(stamp)
    raise TimeoutError(f"{seen!r} did not come; the screen was\n{terminal.text}")


class Start(NamedTuple):
    """A program to start, and how to tell that its first full frame is complete."""

    name: str
    seen: Seen
    code: str = ""
    arguments: tuple[str, ...] = ()


def start(home: str, *programs: Start) -> None:
    """Print the median time to the first full frame of each, and its ratio to that of the first.

    They are started in turn and the ratio is taken within each round, since the speed of a machine
    may drift by a third while the benchmark runs.
    """
    rounds = []
    for _ in range(STARTS):
        times = []
        for program in programs:
            with opened(*program.arguments, seen=program.seen, code=program.code, home=home) as (
                _,
                cpu,
                wall,
            ):
                times.append((cpu, wall))
        rounds.append(times)
    for program, turns in zip(programs, zip(*rounds, strict=True), strict=True):
        cpu, wall = (statistics.median(each) * 1000 for each in zip(*turns, strict=True))
        print(f"start, {program.name:<35} {cpu:7.0f} ms CPU {wall:7.0f} ms wall")
    for number, program in enumerate(programs[1:], 1):
        ratio = statistics.median(times[number][0] / times[0][0] for times in rounds)
        print(f"  {program.name}, beside {programs[0].name}: {ratio:.2f}")


def keys(
    terminal: Terminal, name: str, *presses: str, beside_work: bool = False, quiet: float = 0.06
) -> None:
    """Print the CPU time from a key until the program is `quiet` for that many seconds, over many
    presses: of all threads, and of the main thread, which draws the frame.

    If other threads work, too, only the main thread is counted.
    """
    terminal.settle()
    costs = [cost(terminal, presses[n % len(presses)], quiet=quiet) for n in range(PRESSES)]
    in_all, in_main = ([each[n] for each in costs] for n in (0, 1))
    main_thread = f"{_spread(in_main)} in the main thread"
    print(f"{name:<42} {main_thread if beside_work else f'{_spread(in_all)}, {main_thread}'}")


def cost(terminal: Terminal, press: str, *, quiet: float = 0.06) -> tuple[float, float]:
    """The CPU time in ms from a key until the program is `quiet` for that many seconds: of all
    threads, and of the main thread."""
    before = terminal.cpu(), terminal.cpu(main_only=True)
    terminal.press(press)
    terminal.read(0.1)
    terminal.settle(quiet)
    after = terminal.cpu(), terminal.cpu(main_only=True)
    return (after[0] - before[0]) * 1000, (after[1] - before[1]) * 1000


def in_and_out(terminal: Terminal, name: str, opens: str, closes: str) -> None:
    """Print the CPU time of opening a dialog for the first time, of opening it again, and of
    closing it."""
    terminal.idle()
    opened, closed = [], []
    for _ in range(PRESSES // 3):
        opened.append(cost(terminal, opens)[0])
        closed.append(cost(terminal, closes, quiet=0.15)[0])  # a lone escape is waited for
    print(f"{name:<20} first {opened[0]:6.1f} ms, again {_spread(opened[1:])}")
    print(f"{'  closed':<42} {_spread(closed)}")


def _spread(costs: list[float]) -> str:
    costs = sorted(costs)
    high = costs[int(len(costs) * 0.95)]
    return f"{statistics.median(costs):7.1f} ms p50 {high:7.1f} ms p95"


def memory(terminal: Terminal) -> float:
    """Megabytes resident."""
    pages = int(Path(f"/proc/{terminal.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def large(path: Path, extra: str) -> None:
    """Write 10 MB with six figures in a thousand characters, as news has; `extra` in the middle."""
    words = (
        "In the harbour of the old town, where the wind comes from the sea and the gulls sit on "
        "every roof, the desk counted {:,} ships; nobody had asked for so many, and those who "
        "kept the books said that it was up 3.5% on the month before, which they had not foreseen. "
    )
    lines, size, number = [], 0, 0
    while size < 10_000_000:
        lines.append("".join(words.format(number + i) for i in range(3)))
        size += len(lines[-1]) + 1
        number += 3
    lines.insert(len(lines) // 2, extra)
    path.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    """Print all numbers in docs/performance.md about the desk."""
    with tempfile.TemporaryDirectory() as folder:
        home = str(Path(folder) / "home")
        with opened(seen=has_figures, home=home) as (terminal, _, _):
            terminal.idle()  # Python keeps the modules that a first start compiles
        start(
            home,
            Start("a bare Textual app", "READY", BARE),
            Start("the first frame of the desk", "Documents 5"),
            Start("the same with figures", has_figures),
        )
        with opened(seen=has_figures, home=home) as (terminal, _, _):
            terminal.idle()
            terminal.press("escape")  # ends the tour, which looks five times a second
            terminal.idle()
            print(f"{'memory on seeds/':<42} {memory(terminal):7.0f} MB")
            keys(terminal, "reader: line down, up", *("j" * 10 + "k" * 10))
            keys(terminal, "reader: page down, up", " ", "b")
            keys(terminal, "figure next, previous", *("]" * 10 + "[" * 10))
            keys(terminal, "document next, previous", "J", "K")
            keys(terminal, "pane to pane", "\t")
            for name, key in DIALOGS.items():
                in_and_out(terminal, name, key, "escape")
            # Typed and erased whole, by PRESSES keys: what was left would wait for a decision.
            typed = "The port counted 1340 dockers."
            assert 2 * len(typed) == PRESSES
            for name, opens in {"note": "a", "palette": "ctrl+p"}.items():
                terminal.idle()
                terminal.press(opens)
                keys(terminal, f"{name}: a letter", *typed, *("\x7f" * len(typed)))
                terminal.press("escape")
            terminal.idle()
            terminal.press("s")
            terminal.idle()
            letters = (*"telecom fraud cases solved 394", *("\x7f" * 30))
            keys(terminal, "search: a letter, to its frame", *letters, quiet=0.02)
            keys(terminal, "  and to the preview behind it", *letters, quiet=0.1)
        for name, extra in (("plain ASCII", "A line."), ("one emoji", "A line with \U0001f44d.")):
            path = Path(folder) / f"{name.replace(' ', '-')}.txt"
            large(path, extra)
            start(home, Start(f"10 MB, {name}", "the desk counted", arguments=(str(path),)))
            with opened(str(path), seen="the desk counted", home=home) as (terminal, _, _):
                keys(terminal, f"10 MB, {name}: page down, while working", " ", beside_work=True)
                terminal.idle()
                print(f"{'  memory when all is found':<42} {memory(terminal):7.0f} MB")
                keys(terminal, f"10 MB, {name}: line down", "j")
                keys(terminal, f"10 MB, {name}: page down", " ")
                keys(terminal, f"10 MB, {name}: top, end", "g", "G")
        start(home, Start("a list of a million rows", "READY", ROWS))
        with opened(seen="READY", code=ROWS, home=home) as (terminal, _, _):
            keys(terminal, "a million rows: row down", "j")
            keys(terminal, "a million rows: page down", " ")


if __name__ == "__main__":
    main()
