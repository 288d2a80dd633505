"""Write into the documentation what it shows of the program: keys, colours, output, the screen.

    python scripts/make_docs.py

A part that is made stands between `<!-- made: WHAT -->` and `<!-- end -->`, where WHAT is one of
`PARTS`, or `run` and a command whose output is shown. The tour in the README is played in a real
terminal with an empty home: the screen is that of the tour, and the commands see its note.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests/support"), str(ROOT / "scripts")]

import make_shell
from colours import closest, contrast, lab, measured, seen
from terminal import KEYS, Terminal

from tui import theme
from tui.actions import ACTIONS

PAGES = ("README.md", "docs/manual.md", "docs/themes.md")
COLUMNS, ROWS = 100, 24

PLACES = {
    "pane": "In every pane and list",
    "desk": "On the desk",
    "judge": "On a figure, on the desk and wherever figures are listed",
    "app": "Everywhere",
    "find": "In the line that finds (`/`)",
    "search": "In the search (`s`)",
    "name": "In the line that names a query (`ctrl+s`)",
    "note": "In the note editor (`a`)",
    "notes": "In the list of notes (`A`)",
    "compare": "In the comparison (`c`)",
    "check": "In the check of a document (`C`)",
    "facts": "In the table of facts (`f`)",
    "problems": "In the list of what is wrong (`P`)",
    "themes": "In the list of themes (`t`)",
    "palette": "In the palette (`ctrl+p`)",
    "sheet": "In the line that names a file (`x`)",
    "path": "In the line that names a path (`p`)",
    "help": "In the help (`?`, `f2`)",
    "manual": "In the manual (`f1`)",
    "ask": "In a question",
}

_MADE = re.compile(r"(?s)(<!-- made: (?P<what>[^\n]*?) -->\n).*?(<!-- end -->)")
_STEP = re.compile(r"(?m)^\| (?P<press>.+?) \| (?P<see>.+?) \|$")
_CODE = re.compile(r"`([^`]+)`")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
# A scrollbar is drawn with parts of blocks in two colours; without colours they are noise. The bar
# of the cursor is the one that stays.
_SCROLLBARS = {block: " " for block in range(0x2580, 0x25A0) if chr(block) != "▎"}


class Step(NamedTuple):
    """A row of the tour: what is pressed or typed, and what the screen then shows."""

    press: tuple[str, ...]
    see: tuple[str, ...]


def shows(see: tuple[str, ...], screen: str) -> bool:
    """Whether the screen shows all these words."""
    return all(words in screen for words in see)


def tour(readme: str) -> list[Step]:
    """The steps of the tour in the README: code at the left is pressed, bold words are seen."""
    table = readme.partition("\n| press | and see |\n")[2].partition("\n\n")[0]
    return [
        Step(tuple(_CODE.findall(row["press"])), tuple(_BOLD.findall(row["see"])))
        for row in _STEP.finditer(table)
        if "---" not in row["press"]
    ]


def homeless(home: Path) -> dict[str, str]:
    """An environment in which the program finds no settings, notes or memory but those here.

    It remembers only that it was opened before, so that it takes no tour of its own.
    """
    kinds = ("CACHE", "CONFIG", "DATA", "STATE")
    names = ("HOME", *(f"XDG_{kind}_HOME" for kind in kinds))
    variables = {**dict.fromkeys(names, str(home)), "PYTHONPATH": str(ROOT)}
    if not any(home.rglob("state.json")):
        code = "from tui.session import Memory; m = Memory(); m.is_welcomed = True; m.save()"
        environment = {**os.environ, **variables}
        subprocess.run((sys.executable, "-c", code), cwd=ROOT, env=environment, check=True)
    return variables


def play(steps: list[Step], home: Path) -> str:
    """Take every step in a real terminal; returns the screen before the first `a`.

    Raises `TimeoutError` when the screen does not show what the step says.
    """
    picture = ""
    first, *rest = steps
    assert first.press == ("make run",), "the tour begins with `make run`"
    command = (sys.executable, "-m", "tui")
    with Terminal(
        command, columns=COLUMNS, rows=ROWS, environment=homeless(home), cwd=ROOT
    ) as terminal:
        terminal.until(partial(shows, first.see))
        terminal.settle(0.5)
        for press, see in rest:
            if press == ("a",):
                picture = picture or terminal.text
            for keys in press:
                assert len(keys) == 1 or keys in KEYS or " " in keys or keys.isalnum(), keys
                terminal.press(keys)
                terminal.settle(0.3)
            terminal.until(partial(shows, see))
        assert terminal.wait() == 0
    return "\n".join(line.translate(_SCROLLBARS).rstrip() for line in picture.split("\n"))


def transcript(command: str, home: Path) -> str:
    """A command and what it prints, both streams; `factdesk` is this checkout's."""
    script = f'factdesk() {{ "{sys.executable}" -m tui "$@"; }}\n{command}'
    done = subprocess.run(
        ("sh", "-c", script),
        cwd=ROOT,
        env={**os.environ, **homeless(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    return _fenced("console", f"$ {command}\n{done.stdout}")


#: The actions to begin with, in the order in which they are met.
FIRST = (
    "figure.next",
    "document.next",
    "search.open",
    "facts.open",
    "find.open",
    "note.write",
    "verdict.1",
    "compare.open",
    "check.open",
    "figure.unchecked",
    "notes.open",
    "trail.back",
    "pane.next",
    "themes.open",
    "desk.help",
    "desk.palette",
    "desk.quit",
)


def first_keys_table() -> str:
    """The keys to begin with."""
    named = {action.id: action for action in ACTIONS}
    lines = ["| keys | |", "|---|---|"]
    for action in (named[name] for name in FIRST):
        keys = " ".join(f"`{key}`" for key in action.keys)
        lines.append(f"| {keys} | {action.help} |")
    return "\n".join(lines) + "\n"


def keys_table() -> str:
    """Every action by its place: its keys, what it does, its name in `[keys]`."""
    lines = []
    for where, actions in groupby(ACTIONS, lambda action: action.where):
        lines += [f"**{PLACES[where]}**", "", "| keys | | in `[keys]` |", "|---|---|---|"]
        for action in actions:
            keys = " ".join(f"`{key}`" for key in action.keys) or "none"
            lines.append(f"| {keys} | {action.help} | `{action.id}` |")
        lines.append("")
    return "\n".join(lines)


def colours_table() -> str:
    """Every colour of a theme and what it is for."""
    lines = ["| colour | |", "|---|---|"]
    for table in (theme.GROUNDS, theme.LINES, theme.TEXTS):
        lines += [f"| `{key}` | {what} |" for key, what in table.items()]
    return "\n".join(lines) + "\n"


def themes_table() -> str:
    """Every shipped theme, measured: its contrasts, and how far kinds of figures are apart."""
    lines = [
        "| theme | any text | text | muted | figures | difference | deuteranopia |",
        "|---|---|---|---|---|---|---|",
    ]
    kinds = ("count", "money", "percent", "measure", "duration", "date", "malformed")
    for path in sorted((ROOT / "themes").glob("*.toml")):
        found = measured(path.stem)

        def least(*texts: str, found: dict[str, str] = found) -> str:
            grounds = [found[ground] for ground in theme.GROUNDS]
            return f"{min(contrast(found[text], on) for text in texts for on in grounds):.1f}"

        apart = [found[key] for key in (*kinds, "text")]
        row = [least(*theme.TEXTS), least("text"), least("muted"), least(*kinds)]
        row += [f"{closest(map(eye, apart)):.1f}" for eye in (lab, seen)]
        lines.append(f"| [{path.stem}](../themes/{path.name}) | {' | '.join(row)} |")
    return "\n".join(lines) + "\n"


PARTS: dict[str, Callable[[], str]] = {
    "keys": keys_table,
    "first keys": first_keys_table,
    "colours": colours_table,
    "themes": themes_table,
}


class Stage:
    """The tour is played once, when it is first needed; commands run in the home it leaves."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._picture: str | None = None

    def picture(self) -> str:
        """The desk in the middle of the tour."""
        if self._picture is None:
            readme = (ROOT / "README.md").read_text("utf-8")
            self._picture = play(tour(readme), self._home)
        return self._picture

    def make(self, what: str) -> str:
        """The text of a made part."""
        if what in PARTS:
            return PARTS[what]()
        picture = self.picture()
        if what == "desk":
            return _fenced("text", picture)
        verb, _, command = what.partition(" ")
        assert verb == "run", f"nothing is made of {what!r}"
        return transcript(command, self._home)


def made(page: str) -> Iterator[tuple[str, str]]:
    """The made parts of a page: what each is, and what stands there now."""
    for part in _MADE.finditer(page):
        yield part["what"], part.group(0)[len(part.group(1)) : -len(part.group(3))]


def rewritten(page: str, stage: Stage) -> str:
    """The page with every made part made anew."""
    return _MADE.sub(lambda part: part.group(1) + stage.make(part["what"]) + part.group(3), page)


def _fenced(language: str, body: str) -> str:
    return f"```{language}\n{body.rstrip()}\n```\n"


def main() -> None:
    """Write the pages, and what the shell knows."""
    make_shell.main()
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home))
        for name in PAGES:
            path = ROOT / name
            path.write_text(rewritten(path.read_text("utf-8"), stage), "utf-8")


if __name__ == "__main__":
    main()
