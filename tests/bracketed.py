"""Tables of sentences of our own in which the figure that is asked about stands in [brackets]."""

from tui.figures import Figure, extract


def rows(table: str) -> list[tuple[str, ...]]:
    """The lines of a table, cut at their bars."""
    return [tuple(part.strip() for part in line.split(" | ")) for line in table.strip().split("\n")]


def figure_in(marked: str, dated: str | None = None) -> Figure:
    """The figure that covers the place of the opening bracket once the brackets are taken out."""
    start = marked.index("[")
    figures = extract(marked.replace("[", "").replace("]", ""), dated=dated)
    return next(each for each in figures if each.start <= start < each.end)
