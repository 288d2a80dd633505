"""Tables of sentences of our own in which the figure that is asked about stands in [brackets]."""

from pathlib import Path

import pytest

from tui.figures import Figure, extract


def rows(table: str) -> list[tuple[str, ...]]:
    """The lines of a table, cut at their bars."""
    return [tuple(part.strip() for part in line.split(" | ")) for line in table.strip().split("\n")]


def cases(file: Path):
    """The same of a file, as cases of a test: each is called by its line, as `money:12`."""
    lines = rows(file.read_text("utf-8"))
    return [pytest.param(*row, id=f"{file.stem}:{number}") for number, row in enumerate(lines, 1)]


def figure_in(marked: str, dated: str | None = None) -> Figure:
    """The figure that covers the place of the opening bracket once the brackets are taken out."""
    start = marked.index("[")
    figures = extract(marked.replace("[", "").replace("]", ""), dated=dated)
    return next(each for each in figures if each.start <= start < each.end)
