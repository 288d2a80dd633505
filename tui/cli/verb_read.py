"""`factdesk read`: prints the text, with figures and notes in words after each line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.output import documents_of, notes_of, say
from tui.documents import Document
from tui.session import Mark, Marks, date_aloud, figure_aloud, note_aloud
from tui.text import line_starts, safe

if TYPE_CHECKING:
    from types import SimpleNamespace

    from tui.figures import Figure

#: Indents everything that is not part of the text.
INDENT = "    "


def run(options: SimpleNamespace) -> int:
    """Print every document; returns exit status 1 if there is none."""
    notes = notes_of(options.paths)
    count = 0
    for document in documents_of(options.paths, notes):
        if count:
            print()
        count += 1
        for line in read_aloud(document, Marks(document, notes.for_document(document))):
            print(line)
    for problem in notes.problems:
        say(str(problem))
    return 0 if count else 1


def read_aloud(document: Document, marks: Marks) -> Iterator[str]:
    """The lines to print for a document: its head, and its text with figures and notes.

    Every line of the text is complete and in order, at the margin; a figure or note follows,
    indented, after the line in which it ends.
    """
    text, starts = document.text, line_starts(document.text)
    figures, standing = sorted(document.figures, key=_end_of), sorted(marks.standing, key=_end_of)
    yield from _head(document, marks)
    yield ""
    next_figure = next_note = 0
    for start, after in zip(starts, [*starts[1:], len(text)], strict=True):
        if start == len(text):
            break  # after the last line break
        yield _as_it_is(text[start:after].rstrip("\r\n"))
        while next_figure < len(figures) and figures[next_figure].end <= after:
            yield INDENT + safe(_capital(figure_aloud(figures[next_figure])))
            next_figure += 1
        while next_note < len(standing) and _end_of(standing[next_note]) <= after:
            yield from _note(standing[next_note])
            next_note += 1
    for mark in marks.elsewhere:
        if mark.state != "document":
            yield from _note(mark)


def _head(document: Document, marks: Marks) -> Iterator[str]:
    dated = date_aloud(document.dated) if document.dated else "not stated"
    yield f"{INDENT}Document: {safe(' '.join(document.title.split()))}"
    yield f"{INDENT}File: {safe(str(document.path or document.name))}"
    yield f"{INDENT}Dated: {dated}"
    yield f"{INDENT}Figures: {len(document.figures):,}; notes: {len(marks):,}"
    for mark in marks.elsewhere:
        if mark.state == "document":
            yield from _note(mark)


def _note(mark: Mark) -> Iterator[str]:
    first, *others = map(safe, note_aloud(mark))
    yield INDENT + _capital(first)
    for line in others:
        yield INDENT * 2 + line


def _as_it_is(line: str) -> str:
    """A line of the text, made safe except for tabs."""
    return "\t".join(map(safe, line.split("\t")))


def _end_of(what: Figure | Mark) -> int:
    return what.end or 0


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
