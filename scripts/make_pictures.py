"""Draw the pictures of the documentation: the real program in a real terminal, as SVG.

    python scripts/make_pictures.py

Writes docs/pictures/: the desk, the search and the editor as they are in the tour of the README;
the tour itself as an animation, a frame a step; and every theme on the same page of a document.
Nothing in them is fetched: no font, no script.
"""

import itertools
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests/support"), str(ROOT / "scripts")]

import pyte
from make_docs import homeless, shows, tour
from terminal import Terminal

from tui import theme

PICTURES = ROOT / "docs" / "pictures"

#: Pixels of a cell, and around the screen; seconds that a frame of the animation stays.
WIDE, HIGH, MARGIN, CAPTION = 8.4, 18, 14, 34
SECONDS = 3
FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"

#: What a terminal may take for the colours that have only a name.
NAMED = {
    "black": "#1d1f21",
    "red": "#cc6666",
    "green": "#b5bd68",
    "brown": "#f0c674",
    "blue": "#81a2be",
    "magenta": "#b294bb",
    "cyan": "#8abeb7",
    "white": "#c5c8c6",
    "brightblack": "#969896",
    "brightred": "#de935f",
    "brightgreen": "#c5d68a",
    "brightbrown": "#f7dc8b",
    "brightblue": "#a3bfd8",
    "brightmagenta": "#ccb3d4",
    "brightcyan": "#a8d5cf",
    "brightwhite": "#ffffff",
}
INK, PAPER = "#c5c8c6", "#1d1f21"


class Look(NamedTuple):
    """How a cell is drawn."""

    ink: str
    paper: str
    bold: bool
    italic: bool
    underlined: bool


class Frame(NamedTuple):
    """One screen as SVG, and what was pressed to come to it."""

    drawn: str
    pressed: str


def look(cell: pyte.screens.Char) -> Look:
    """The colours of a cell as they are seen: a reversed one has them exchanged."""
    ink, paper = colour(cell.fg, INK), colour(cell.bg, PAPER)
    if cell.reverse:
        ink, paper = paper, ink
    return Look(ink, paper, cell.bold, cell.italics, cell.underscore)


def colour(name: str, default: str) -> str:
    """A colour of the terminal as `#rrggbb`."""
    if name == "default":
        return default
    return NAMED.get(name) or f"#{name}"


def drawn(screen: pyte.Screen) -> str:
    """The cells of a screen as SVG: grounds first, then words, each run at its own column."""
    grounds, words = [], []
    for y in range(screen.lines):
        row = screen.buffer[y]
        cells = [(x, row[x]) for x in range(screen.columns)]
        for style, run in itertools.groupby(cells, key=lambda item: look(item[1])):
            part = list(run)
            x, length = part[0][0], len(part)
            left, top = round(x * WIDE, 1), y * HIGH
            if style.paper != PAPER:
                grounds.append(
                    f'<rect x="{left}" y="{top}" width="{round(length * WIDE + 0.4, 1)}" '
                    f'height="{HIGH + 0.4}" fill="{style.paper}"/>'
                )
            text = "".join(cell.data for _, cell in part)
            if text.strip() or style.underlined:
                words.append(_words(text, style, left, top, length))
    return "".join((*grounds, *words))


def _words(text: str, style: Look, left: float, top: int, length: int) -> str:
    traits = f' fill="{style.ink}"'
    traits += ' font-weight="bold"' if style.bold else ""
    traits += ' font-style="italic"' if style.italic else ""
    traits += ' text-decoration="underline"' if style.underlined else ""
    return (
        f'<text x="{left}" y="{top + HIGH - 5}" textLength="{round(length * WIDE, 1)}"{traits}>'
        f"{escape(text)}</text>"
    )


def picture(frames: list[Frame], columns: int, rows: int) -> str:
    """One frame as a picture, or several as an animation that says what is pressed."""
    moves = len(frames) > 1
    width = round(columns * WIDE + 2 * MARGIN)
    height = rows * HIGH + 2 * MARGIN + (CAPTION if moves else 0)
    style = (
        f"text {{ font: 14px {FONT}; white-space: pre; }} rect {{ shape-rendering: crispEdges; }}"
    )
    if moves:
        share = 100 / len(frames)
        style += (
            f" .step {{ opacity: 0; animation: step {SECONDS * len(frames)}s step-end infinite; }}"
            f" @keyframes step {{ 0% {{ opacity: 1; }} {share:.3f}% {{ opacity: 0; }} }}"
            " @media (prefers-reduced-motion: reduce) { .step { animation: none; } }"
        )
    inside = f'<g transform="translate({MARGIN} {MARGIN})">'
    # Where nothing moves, by choice or for want of it, the last frame lies under all others.
    body = [f"{inside}{frames[-1].drawn}</g>"]
    for number, frame in enumerate(frames if moves else ()):
        body.append(
            f'<g class="step" style="animation-delay: {number * SECONDS}s">'
            f'<rect width="{width}" height="{height}" rx="9" fill="{PAPER}"/>'
            f"{inside}{frame.drawn}{_caption(frame.pressed, rows)}</g></g>"
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" xml:space="preserve">\n<style>{style}</style>\n'
        f'<rect width="{width}" height="{height}" rx="9" fill="{PAPER}"/>\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def _caption(pressed: str, rows: int) -> str:
    top = rows * HIGH + 10
    width = round(len(pressed) * WIDE + 20)
    return (
        f'<rect x="0" y="{top}" width="{width}" height="{HIGH + 8}" rx="5" fill="#3a3f45"/>'
        f'<text x="10" y="{top + HIGH}" fill="#ffffff" font-weight="bold">{escape(pressed)}</text>'
    )


def toured(home: Path, columns: int, rows: int) -> Iterator[Frame]:
    """The desk after each step of the README's tour, up to the last one, which leaves it."""
    first, *rest = tour((ROOT / "README.md").read_text("utf-8"))
    with _terminal(home, columns, rows) as terminal:
        terminal.until(partial(shows, first.see))
        terminal.settle(0.5)
        yield Frame(drawn(terminal.screen), " ".join(first.press))
        for press, see in rest[:-1]:
            for keys in press:
                terminal.press(keys)
                terminal.settle(0.3)
            terminal.until(partial(shows, see))
            yield Frame(drawn(terminal.screen), " ".join(press))


def worn(name: str, home: Path, columns: int, rows: int) -> Frame:
    """A page with figures of every kind, a hit and a note, in a theme."""
    (home / "factdesk").mkdir(parents=True, exist_ok=True)
    (home / "factdesk" / "config.toml").write_text(f'[theme]\nname = "{name}"\n', encoding="utf-8")
    with _terminal(home, columns, rows) as terminal:
        terminal.until(lambda screen: re.search(r"Figures \d", screen) is not None)
        for keys in ("J", "+", "3", "]", "/", "gangs", "enter", "[", "[", "]"):
            terminal.press(keys)
            terminal.settle(0.2)
        terminal.settle(0.5)
        return Frame(drawn(terminal.screen), "")


def _terminal(home: Path, columns: int, rows: int) -> Terminal:
    command = (sys.executable, "-m", "tui")
    return Terminal(command, columns=columns, rows=rows, environment=homeless(home), cwd=ROOT)


#: Pictures of their own, by the keys that lead to them in the tour.
STILLS = {"desk": "enter", "search": "634k", "compare": "c", "check": "C", "note": "not of nine."}


def main() -> None:
    """Draw every picture."""
    PICTURES.mkdir(exist_ok=True)
    size = (112, 30)
    with tempfile.TemporaryDirectory() as home:
        frames = list(toured(Path(home), *size))
    (PICTURES / "tour.svg").write_text(picture(frames, *size), encoding="utf-8")
    for name, pressed in STILLS.items():
        chosen = next(frame for frame in frames if frame.pressed.endswith(pressed))
        (PICTURES / f"{name}.svg").write_text(picture([chosen], *size), encoding="utf-8")
    for name in theme.names():
        with tempfile.TemporaryDirectory() as home:
            frame = worn(name, Path(home), 104, 18)
        (PICTURES / f"theme-{name}.svg").write_text(picture([frame], 104, 18), encoding="utf-8")


if __name__ == "__main__":
    main()
