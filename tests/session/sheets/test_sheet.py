"""A sheet of notes in a file: its format, what it says, and what it never writes over."""

import json

import pytest

from tui.documents import Document, Library
from tui.errors import FactdeskError
from tui.notes import Note
from tui.session import Verdicts, note_sheet, write_sheet
from tui.session.sheets.sheet import NOTE_FORMATS

TEXT = "Harbour\n\nSome 340 dockers were hired, up 8% from May.\n"
VERDICTS = Verdicts(("supported", "wrong"))


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "harbour.md"
    path.write_text(TEXT)
    found = Library()
    found.add(Document.from_text(TEXT, name=path.name, path=path))
    return found


@pytest.fixture
def notes(library):
    (document,) = library
    at = TEXT.index("340")
    return [Note.on(document, at, at + 3, kind="figure", body="Too few.", verdict="wrong")]


@pytest.mark.parametrize("ending", NOTE_FORMATS)
def test_a_sheet_says_the_figure_and_the_verdict(tmp_path, library, notes, ending):
    path = tmp_path / f"out{ending.upper()}"
    write_sheet(path, note_sheet(notes, library, VERDICTS), library)
    text = path.read_text(encoding="utf-8")
    assert all(words in text for words in ("340", "Too few.", "wrong"))
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["harbour.md", path.name])


def test_a_sheet_reads_figures_and_replaces_an_older_sheet(tmp_path, library, notes):
    path = tmp_path / "out.json"
    path.write_text("older")
    write_sheet(path, note_sheet(notes, library, VERDICTS), library)
    (row,) = json.loads(path.read_text())
    assert (row["figure"], row["sign"], row["line"]) == ("≈ 340 dockers", "✗", 3)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("out.pdf", "the file extension is no export format"),
        ("out", "the file extension is no export format"),
        ("harbour.md", "this is an open document"),
        ("nowhere/out.csv", r"cannot be written \(no such file or directory\)"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_left(tmp_path, library, notes, name, said):
    with pytest.raises(FactdeskError, match=said):
        write_sheet(tmp_path / name, note_sheet(notes, library, VERDICTS), library)
    assert [one.name for one in tmp_path.iterdir()] == ["harbour.md"]
    assert (tmp_path / "harbour.md").read_text() == TEXT
