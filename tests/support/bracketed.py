"""Tables of test sentences in which the figure to check is in [brackets]."""

from pathlib import Path

import pytest

from tui.figures import Figure, extract


def rows(table: str) -> list[tuple[str, ...]]:
    """The rows of a table, split at `|`."""
    return [tuple(part.strip() for part in line.split(" | ")) for line in table.strip().split("\n")]


def cases(file: Path):
    """The rows of a file as test cases, each with its line as id: `money:12`."""
    lines = rows(file.read_text("utf-8"))
    return [pytest.param(*row, id=f"{file.stem}:{number}") for number, row in enumerate(lines, 1)]


def figure_in(marked: str, dated: str | None = None) -> Figure:
    """The figure at the position of the opening bracket, after the brackets are removed."""
    start = marked.index("[")
    figures = extract(marked.replace("[", "").replace("]", ""), dated=dated)
    return next(each for each in figures if each.start <= start < each.end)
