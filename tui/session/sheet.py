"""Exports notes to a file, in the format of its extension."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import FactdeskError
from tui.files import write_atomically
from tui.session.target import figure_words

if TYPE_CHECKING:
    from tui.documents import Library
    from tui.notes import Note, Row
    from tui.session.verdicts import Verdicts

#: The export format of each file extension.
FORMATS = {
    ".html": "html",
    ".md": "md",
    ".csv": "csv",
    ".json": "json",
    ".jsonld": "w3c",
}


def format_of(path: Path) -> str:
    """The export format of a file name; raises `FactdeskError` for an unknown extension."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise FactdeskError(
            "the file extension is no export format",
            where=path.name,
            remedy="use one of " + ", ".join(FORMATS),
        )
    return form


def sheet_rows(notes: Sequence[Note], library: Library, verdicts: Verdicts) -> list[Row]:
    """The notes as rows for an export."""
    from tui.notes import export_rows

    def figure_of(name: str, start: int, end: int) -> str:
        document = library.get(name)
        return figure_words(document, start, end) if document else ""

    return export_rows(notes, library, lambda verdict: verdicts.symbol(verdict).sign, figure_of)


def write_sheet(path: Path, notes: Sequence[Note], library: Library, verdicts: Verdicts) -> None:
    """Atomically writes the notes to a file, replacing any file with that name.

    Raises `FactdeskError` if that fails or the extension is unknown. May extract figures: call it
    in a thread.
    """
    from tui.notes import export_as

    if any(document.path and document.path.resolve() == path.resolve() for document in library):
        raise FactdeskError(
            "this is an open document, which is never overwritten",
            where=str(path),
            remedy="name another file",
        )
    text = export_as(format_of(path), sheet_rows(notes, library, verdicts))
    try:
        write_atomically(path, text.encode("utf-8"), is_synced=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FactdeskError(f"cannot be written ({reason})", where=str(path)) from error
