"""Writes what a list shows to a file, in the format of its extension."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FactdeskError, reason
from tui.files import write_atomically
from tui.session.notes.target import figure_words
from tui.wording import counted

if TYPE_CHECKING:
    from tui.documents import Library
    from tui.notes import ExportRow, Note
    from tui.session.notes.verdicts import Verdicts

#: The format of each file extension for notes.
NOTE_FORMATS = {
    ".html": "html",
    ".md": "md",
    ".csv": "csv",
    ".json": "json",
    ".jsonld": "w3c",
}


class Sheet(NamedTuple):
    """What can be written to a file."""

    #: What it holds, as in "3 notes".
    words: str
    #: The default file name.
    name: str
    #: The format of each file extension.
    formats: Mapping[str, str]
    #: Its text in one of these formats. May extract figures: call it in a thread.
    text: Callable[[str], str]

    def format_of(self, path: Path) -> str:
        """The format of a file name; raises `FactdeskError` for an unknown extension."""
        form = self.formats.get(path.suffix.lower())
        if form is None:
            raise FactdeskError(
                "the file extension is no export format",
                where=path.name,
                remedy="use one of " + ", ".join(self.formats),
            )
        return form


def note_sheet(notes: Sequence[Note], library: Library, verdicts: Verdicts) -> Sheet:
    """Notes as a sheet."""

    def text(form: str) -> str:
        from tui.notes import export_as

        return export_as(form, sheet_rows(notes, library, verdicts))

    # An HTML page is what every browser can show.
    return Sheet(counted(len(notes), "note"), "notes.html", NOTE_FORMATS, text)


def sheet_rows(notes: Sequence[Note], library: Library, verdicts: Verdicts) -> list[ExportRow]:
    """The notes as rows for an export."""
    from tui.notes import export_rows

    def figure_of(name: str, start: int, end: int) -> str:
        document = library.get(name)
        return figure_words(document, start, end) if document else ""

    return export_rows(notes, library, lambda verdict: verdicts.symbol(verdict).sign, figure_of)


def write_sheet(path: Path, sheet: Sheet, library: Library) -> None:
    """Atomically writes a sheet to a file, replacing any file with that name.

    Raises `FactdeskError` if that fails or the extension is unknown. Call it in a thread.
    """
    if any(document.path and document.path.resolve() == path.resolve() for document in library):
        raise FactdeskError(
            "this is an open document, which is never overwritten",
            where=str(path),
            remedy="name another file",
        )
    text = sheet.text(sheet.format_of(path))
    try:
        write_atomically(path, text.encode("utf-8"), is_synced=True)
    except OSError as error:
        raise FactdeskError(f"cannot be written ({reason(error)})", where=str(path)) from error
