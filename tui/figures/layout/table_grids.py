"""Finds tables in a text: their headings, rows and cells.

Two formats are recognised: Markdown tables, and columns separated by tabs or at least two spaces.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.figures.draft import Draft
from tui.patterns import pattern

Span = tuple[int, int]
Parted = tuple[Span, list[Draft]]  # a line with column gaps, and the figures behind the first

RULE = pattern(r"^[|:\- \t]{3,}$", re.MULTILINE)
RULE_SIGNS = ("|-", "| -", "|:", "| :", "-|")
BAR = pattern(r"(?<!\\)\|")
GAP = pattern(r"\t+|[ \u00a0]{2,}")
LONGEST_ROW = 1000  # code points; what is longer is no row that anybody reads
FEWEST_ROWS = 2


class Grid(NamedTuple):
    """The cells of a table: `rows[y][x]` is below `heads[x]`."""

    heads: list[Span]
    rows: list[list[Span]]


def grids(text: str, drafts: list[Draft]) -> Iterator[Grid]:
    """The tables of a text that contain figures.

    >>> [grid] = grids("| Year | Net |\\n|---|---|\\n| 2021 | 45 |\\n", [])
    >>> ["| Year | Net |\\n|---|---|\\n| 2021 | 45 |\\n"[slice(*cell)] for cell in grid.rows[0]]
    ['2021', '45']
    """
    if "|" in text and any(sign in text for sign in RULE_SIGNS):
        yield from ruled(text)
    if "  " in text or "\t" in text:
        yield from spaced(text, drafts)


def ruled(text: str) -> Iterator[Grid]:
    """Markdown tables: a row of headings, a row of dashes, rows."""
    done = 0
    for rule in RULE.finditer(text):
        if rule.start() < done or not is_rule(rule[0]):
            continue
        heads = cells(text, line_before(text, rule.start()), BAR)
        rows = []
        line = line_after(text, rule.end())
        while "|" in text[slice(*line)] and not is_rule(text[slice(*line)]):
            row = cells(text, line, BAR)
            if len(row) == len(heads):
                rows.append(row)
            line = line_after(text, line[1])
        done = line[0]
        if rows:
            yield Grid(heads, rows)


def is_rule(line: str) -> bool:
    """Whether a line consists of bars and dashes."""
    return "|" in line and "-" in line and RULE.fullmatch(line) is not None


def spaced(text: str, drafts: list[Draft]) -> Iterator[Grid]:
    """Tables with columns separated by tabs or spaces.

    All rows have the same number of cells; the row of headings may have one less, if the first
    column has none.
    """
    for lines in adjacent(parted_lines(text, drafts)):
        rows = [(cells(text, line, GAP), line, figures) for line, figures in lines]
        for _, alike in itertools.groupby(rows, key=lambda row: len(row[0])):
            run = list(alike)
            if len(run) >= FEWEST_ROWS:
                _, first, opening = run[0]
                yield from under_heads(text, first, [row for row, _, _ in run], opening)


def adjacent(lines: Iterable[Parted]) -> Iterator[list[Parted]]:
    """The lines that follow each other directly, at least as many as a table has rows.

    >>> list(adjacent([((0, 4), []), ((5, 9), []), ((20, 24), [])]))
    [[((0, 4), []), ((5, 9), [])]]
    """
    run: list[Parted] = []
    for parted in lines:
        if run and parted[0][0] != run[-1][0][1] + 1:
            if len(run) >= FEWEST_ROWS:
                yield run
            run = []
        run.append(parted)
    if len(run) >= FEWEST_ROWS:
        yield run


def under_heads(
    text: str, first: Span, run: list[list[Span]], opening: list[Draft]
) -> Iterator[Grid]:
    """A table of such rows: the first is the headings if all figures in it are dates."""
    if all(draft.kind == "date" for draft in opening):
        head, heads, rows = first, run[0], run[1:]
    else:
        head = line_before(text, first[0])
        heads, rows = cells(text, head, GAP), run
    if len(heads) == len(rows[0]) - 1:
        heads = [(head[0], head[0]), *heads]
    if len(heads) == len(rows[0]):
        yield Grid(heads, rows)


def parted_lines(text: str, drafts: list[Draft]) -> Iterator[Parted]:
    """The lines in which a figure follows a column gap, with the figures from there on."""
    end = 0
    parted: Parted | None = None
    for draft in drafts:
        if draft.start < end:
            if parted:
                parted[1].append(draft)
            continue
        if draft.start > 1 and text[draft.start - 1] == " " != text[draft.start - 2]:
            continue  # most
        before = text[max(0, draft.start - 6) : draft.start].rstrip("$€£¥+-−(")
        if not before.endswith(("  ", "\t", "\u00a0\u00a0")):
            continue
        if parted:
            yield parted
        begin = text.rfind("\n", 0, draft.start) + 1
        end = end_of_line(text, draft.start)
        row = end - begin <= LONGEST_ROW and text[begin : draft.start].strip()
        parted = ((begin, end), [draft]) if row else None
    if parted:
        yield parted


def cells(text: str, line: Span, apart: re.Pattern[str]) -> list[Span]:
    """The cells of a line, without surrounding spaces and bars."""
    begin, end = trimmed(text, line, " \t\r\u00a0")
    if apart is BAR:
        begin += text.startswith("|", begin, end)
        end -= text.endswith("|", begin, end)
    found = []
    for gap in apart.finditer(text, begin, end):
        found.append(trimmed(text, (begin, gap.start())))
        begin = gap.end()
    found.append(trimmed(text, (begin, end)))
    return found


def trimmed(text: str, span: Span, blanks: str = " \t\u00a0") -> Span:
    """A span without outer spaces."""
    start, end = span
    while start < end and text[start] in blanks:
        start += 1
    while start < end and text[end - 1] in blanks:
        end -= 1
    return start, end


def line_before(text: str, begin: int) -> Span:
    """The line that ends before the one that begins at `begin`."""
    if not begin:
        return 0, 0
    return text.rfind("\n", max(0, begin - 1 - LONGEST_ROW), begin - 1) + 1, begin - 1


def line_after(text: str, end: int) -> Span:
    """The line after the one that ends at `end`."""
    begin = min(end + 1, len(text))
    return begin, end_of_line(text, begin)


def end_of_line(text: str, at: int) -> int:
    """The end of the line that contains `at`."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
