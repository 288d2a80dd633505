"""The manual shown in the app: the shipped pages, parsed into headings, paragraphs and tables."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from tui import files

#: The pages, each with the section that is shown, `""` for all of it.
PAGES = (("docs/manual.md", ""), ("docs/search.md", "The language by example"))

_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")
_CODE = re.compile(r"`([^`]+)`")
_CELLS = re.compile(r"(?<!\\)\|")


class Words(NamedTuple):
    """A line of text, and its spans of `code`."""

    text: str
    code: tuple[tuple[int, int], ...] = ()


class Block(NamedTuple):
    """A block of a page: `heading`, `text`, `item`, `code` (a line for each) or `table`."""

    kind: str
    lines: tuple[Words, ...]
    level: int = 0
    #: The first column of a table; `lines` has the others.
    labels: tuple[Words, ...] = ()


def manual() -> list[Block]:
    """All blocks of the pages, in order; raises `FactdeskError` if a page is missing."""
    found: list[Block] = []
    for name, section in PAGES:
        page = files.read_bytes(files.shipped(name)).decode("utf-8")
        found += blocks(_section(page, section) if section else page)
    return found


def _section(page: str, heading: str) -> str:
    """The part of a page from a heading to the next of the same level."""
    return f"## {heading}\n" + page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def blocks(page: str) -> Iterator[Block]:
    r"""The blocks of a Markdown page; supports what our own pages use.

    >>> [(block.kind, block.lines[0].text) for block in blocks("# A\n\nOne\n[two](x) `k`.")]
    [('heading', 'A'), ('text', 'One two k.')]
    """
    lines = [line for line in page.split("\n") if not line.startswith("<!--")]
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith("```"):
            body = list(takewhile(lambda line: not line.startswith("```"), lines[at + 1 :]))
            yield Block("code", tuple(map(Words, body)))
            at += len(body) + 2
            continue
        kind = _kind(line)
        run = [line, *takewhile(partial(_goes_on, kind), lines[at + 1 :])]
        at += len(run)
        if kind == "heading":
            marks, _, said = line.partition(" ")
            yield Block(kind, (_words(said),), len(marks))
        elif kind == "code":
            yield Block(kind, tuple(Words(line[4:]) for line in run))
        elif kind == "table":
            rows = [_CELLS.split(row.strip().strip("|")) for row in run]
            rows = [row for row in rows if set("".join(row)) - set("-: ")]
            labels = tuple(_words(row[0]) for row in rows)
            yield Block(kind, tuple(_words("  ".join(row[1:])) for row in rows), labels=labels)
        elif kind:
            said = " ".join(line.strip() for line in run)
            yield Block(kind, (_words(said.removeprefix("- ")),))


def _kind(line: str) -> str:
    """The kind of block that starts with a line; `""` for a blank line."""
    if not line.strip():
        return ""
    starts = {"#": "heading", "|": "table", "- ": "item", "    ": "code"}
    return next((kind for start, kind in starts.items() if line.startswith(start)), "text")


def _goes_on(kind: str, line: str) -> bool:
    """Whether a line continues a block of this kind."""
    if kind == "item":
        return line.startswith("  ")
    return kind not in ("", "heading") and _kind(line) == kind


def _words(said: str) -> Words:
    """A line without Markdown syntax, and its spans of code."""
    said = " ".join(_LINK.sub(r"\1", said).replace("**", "").replace("\\|", "|").split())
    text, spans, at = "", [], 0
    for found in _CODE.finditer(said):
        text += said[at : found.start()]
        spans.append((len(text), len(text) + len(found[1])))
        text += found[1]
        at = found.end()
    return Words(text + said[at:], tuple(spans))
