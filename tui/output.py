"""Shared by the verbs of the command line: loading paths, and printing.

stdout is for data, stderr for messages; all output is made safe for the terminal.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui import config
from tui.documents import Document, Library
from tui.errors import FactdeskError, Problem
from tui.text import is_plain, safe, use_ascii

if TYPE_CHECKING:
    from tui.notes import NoteStore
    from tui.session import Session


def session_on(paths: Iterable[str]) -> Session:
    """A session on the documents at `paths`."""
    from tui.session import Memory, Session

    library, notes = Library(), notes_of(paths)
    for document in documents_of(paths, notes):
        library.add(document)
    session = Session(library, notes, Memory())
    for problem in session.notes.problems:
        say(str(problem))
    return session


def notes_of(paths: Iterable[str]) -> NoteStore:
    """The notes on the documents at `paths`."""
    from tui.notes import NoteStore

    settings, _ = config.load()
    return NoteStore.open([Path(path) for path in paths], settings.notes.folder)


def documents_of(paths: Iterable[str], notes: NoteStore | None = None) -> Iterator[Document]:
    """Yields the documents at `paths`, with the dates that their notes set; problems go to stderr.

    Raises `FactdeskError` at the end if there were files but none could be read.
    """
    settings, problems = config.load()
    use_ascii(settings.reading.ascii or is_plain(os.environ))
    for problem in problems:
        say(str(problem))
    notes = notes or notes_of(paths)
    read = refused = 0
    found = Library.load(
        [Path(path) for path in paths], *settings.documents, settings.figures.leave_out
    )
    for arrival in found:
        if isinstance(arrival, Problem):
            refused += 1
            say(str(arrival))
        else:
            read += 1
            notes.set_date(arrival)
            yield arrival
    if refused and not read:
        raise FactdeskError("none of the files could be read")
    if not read:
        say(f"{', '.join(map(str, paths))}: no .txt or .md files")


def print_line(document: Document, offset: int, words: str) -> None:
    """Print a message about a place in a document: `path:line: words`."""
    where = str(document.path) if document.path else document.name
    print(f"{safe(where)}:{document.line_of(offset)}: {safe(words)}")


def print_json(record: dict[str, Any]) -> None:
    """Print a record as one line of JSON."""
    print(json.dumps(record, default=_plain))


def _plain(value: object) -> object:
    """Decimals as JSON numbers, times in ISO 8601."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def nothing(words: str) -> int:
    """Print on a terminal that nothing was found; returns the exit status for that.

    A script uses the status, and its log stays empty.
    """
    if sys.stderr.isatty():
        say(words)
    return 1


def say(words: str) -> None:
    """Print a message on stderr, in one line."""
    print("factdesk: " + " ".join(map(safe, words.split())), file=sys.stderr)
