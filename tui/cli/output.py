"""Shared by the verbs of the command line: loading paths, and printing.

stdout is for data, stderr for messages; all output is made safe for the terminal.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui import config
from tui.documents import Document, Intake, Library, from_bytes
from tui.errors import FactdeskError, Problem
from tui.files import MAX_BYTES
from tui.text import safe, shows_only_ascii, use_ascii

if TYPE_CHECKING:
    from tui.notes import NoteStore
    from tui.session import Session

#: Stands for the standard input among paths; a file of this name is `./-`.
STDIN = "-"


def session_on(paths: Iterable[str]) -> Session:
    """A session on the documents at `paths`."""
    from tui.session import Memory, Session, Verdicts

    library, notes = Library(), notes_of(paths)
    for document in documents_of(paths, notes):
        library.add(document)
    settings, _ = config.load()
    session = Session(library, notes, Memory(), Verdicts(settings.notes.verdicts))
    for problem in session.notes.problems:
        say(str(problem))
    return session


def notes_of(paths: Iterable[str]) -> NoteStore:
    """The notes on the documents at `paths`."""
    from tui.notes import NoteStore

    settings, _ = config.load()
    return NoteStore.open(_files(paths), settings.notes.folder)


def _files(paths: Iterable[str]) -> list[Path]:
    return [Path(path) for path in paths if path != STDIN]


def documents_of(paths: Iterable[str], notes: NoteStore | None = None) -> Iterator[Document]:
    """Yields the documents at `paths`, with the dates that their notes set; problems go to stderr.

    `-` is the standard input; it comes first. Raises `FactdeskError` at the end if there were files
    but none could be read.
    """
    settings, problems = config.load()
    use_ascii(settings.reading.ascii or shows_only_ascii(os.environ))
    for problem in problems:
        say(str(problem))
    notes = notes or notes_of(paths)
    read = refused = 0
    intake = Intake(*settings.documents, settings.figures.leave_out)
    found = intake.load(_files(paths))
    if STDIN in paths:
        found = chain([_standard_input(settings.figures.leave_out)], found)
    for arrival in found:
        if isinstance(arrival, Problem):
            refused += 1
            say(str(arrival))
        else:
            read += 1
            notes.set_date(arrival)
            yield arrival
            say_problems([arrival])
    if refused and not read:
        raise FactdeskError("none of the files could be read")
    if not read:
        endings = " or ".join(settings.documents.endings)
        say(f"{', '.join(map(str, paths))}: no {endings} files")


def say_problems(documents: Iterable[Document]) -> None:
    """Print what could not be computed of these documents."""
    for document in documents:
        for problem in document.problems:
            say(str(problem))


def _standard_input(leave_out: Collection[str]) -> Document:
    """The document on the standard input. Raises `FactdeskError` if it is not text, or too
    large."""
    if sys.stdin is None:
        raise FactdeskError("the standard input is closed", where=STDIN)
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise FactdeskError(f"larger than the limit of {MAX_BYTES:,} bytes", where=STDIN)
    document = from_bytes(data, STDIN)
    document.leave_out = frozenset(leave_out)
    return document


def print_line(document: Document, offset: int, words: str) -> None:
    """Print a message about a place in a document: `path:line: words`."""
    print(safe(f"{place_of(document, offset)}: {words}"))


def place_of(document: Document, offset: int) -> str:
    """`path:line`, as lines name a place in a document."""
    return f"{document.path or document.name}:{document.line_of(offset)}"


def print_json(record: dict[str, Any]) -> None:
    """Print a record as one line of JSON."""
    print(json.dumps(record, default=_plain))


def _plain(value: object) -> object:
    """Decimals as JSON numbers, times in ISO 8601."""
    if isinstance(value, Decimal):
        from tui.wording import plain_number

        return plain_number(value)
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
    with suppress(OSError):  # messages that cannot be written must not end the work
        print("factdesk: " + " ".join(map(safe, words.split())), file=sys.stderr)
