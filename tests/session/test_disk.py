"""Reading documents again: the cursor, notes and figures follow the new text."""

import os
from pathlib import Path

import pytest

from tui.documents import CHANGED, GONE, Document, Intake, Library
from tui.notes import NoteStore
from tui.session import UNDECIDED, Memory, Session, TableOptions, TableView
from tui.session.disk import same_place
from tui.session.notes.note_fields import NoteContent

TEXT = "Gulls return\n\nIn May 4,000 gulls came. In June 7,000 gulls came. Then 12 gulls left.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "birds"
    folder.mkdir()
    (folder / "gulls.txt").write_text(TEXT)
    (folder / "terns.txt").write_text("9 terns came.")
    return folder


@pytest.fixture
def session(folder: Path, tmp_path: Path) -> Session:
    intake = Intake()
    notes = NoteStore.open([folder])
    session = Session(Library(), notes, Memory(tmp_path / "state"), intake=intake)
    for arrival in intake.load([folder]):
        session.library.add(arrival)
    session.open("gulls.txt")
    return session


def write(path: Path, words: str) -> None:
    path.write_text(words)
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))


def judge(session: Session, words: str) -> None:
    session.focus_figure_at(TEXT.index(words))
    target = session.target()
    assert target is not None
    session.write_note(target, NoteContent(verdict="supported"))


def replace_document(session: Session) -> list[Document]:
    again = session.read_again()
    for document, offset in again.changed:
        session.replace_document(document, offset)
    return [document for document, _ in again.changed]


def test_notes_figures_and_the_place_are_found_in_the_new_text(
    session: Session, folder: Path
) -> None:
    judge(session, "4,000")
    judge(session, "7,000")
    new = "Written later.\n\n" + TEXT.replace("4,000", "4,100")
    write(folder / "gulls.txt", new)
    (document,) = replace_document(session)
    assert session.document is document is session.library.get("gulls.txt")
    assert session.offset == new.index("7,000")
    states = {mark.note.anchor.exact: mark.state for mark in session.marks() if mark.note.anchor}
    assert states["7,000"] == "moved"
    assert states["4,000"] in UNDECIDED
    assert "4,100" in {figure.text for figure in document.figures}
    session.refocus()
    assert session.figure is not None
    assert document.figures[session.figure].text == "7,000"


def test_changes_are_reported_before_they_are_read_again(session: Session, folder: Path) -> None:
    write(folder / "gulls.txt", "Another text.")
    before = session.document
    session.set_file_states(session.disk.check(session.document))
    assert before is session.document
    assert before is not None
    assert (before.text, session.file_state(before)) == (TEXT, CHANGED)
    (document,) = replace_document(session)
    assert session.file_state(document) == ""
    assert replace_document(session) == []


def test_new_missing_and_unreadable_files(session: Session, folder: Path) -> None:
    (folder / "terns.txt").unlink()
    (folder / "auks.txt").write_text("3 auks")
    (folder / "gulls.txt").write_bytes(b"\x00\xff\x01" * 50)
    again = session.read_again()
    assert again.changed == []
    assert [problem.what for problem in again.problems] == ["not text"]
    assert again.gone == ["terns.txt"]
    assert [one.name for one in again.new if isinstance(one, Document)] == ["auks.txt"]
    session.set_file_states({"terns.txt": GONE})
    terns = session.library.get("terns.txt")
    assert terns is not None
    assert session.file_state(terns) == GONE


def test_the_table_of_facts_has_the_current_marks(session: Session, folder: Path) -> None:
    def marked() -> list[tuple[int, int]]:
        views: list[TableView] = []
        asked = session.table_request(TableOptions())
        session.table_builder.build(asked, lambda: False, views.append)
        return [mark.span for mark in views[-1].marks["gulls.txt"]]

    for document in session.library:
        assert document.figures
    judge(session, "7,000")
    start = TEXT.index("7,000")
    assert [begin for begin, _ in marked()] == [start]
    write(folder / "gulls.txt", "Later. " + TEXT)
    for document in replace_document(session):
        assert document.figures
    assert [begin for begin, _ in marked()] == [start + len("Later. ")]


@pytest.mark.parametrize(
    ("new", "at", "expected"),
    [
        ("Before.\n\n" + TEXT, "7,000", "7,000"),
        (TEXT + "Behind.", "7,000", "7,000"),
        (TEXT.replace("In May 4,000 gulls came. ", ""), "7,000", "7,000"),
        (TEXT.replace("May", "April").replace("Then 12", "At last 13"), "7,000", "7,000"),
        ("12 gulls. " + TEXT, "12", "12 gulls left"),
        (TEXT.replace("7,000", "8,000"), "7,000", "8,000"),
        ("", "7,000", None),
    ],
)
def test_the_same_place_in_another_text(new: str, at: str, expected: str | None) -> None:
    place = same_place(TEXT, new, TEXT.index(at))
    assert place == (new.index(expected) if expected else 0)


def test_the_same_place_in_a_long_text_that_changed_everywhere() -> None:
    old = "".join(f"On day {day} {day * 7:,} gulls came. " for day in range(2_000))
    new = "A new head. " + old.replace("day 17 ", "the 17th ").replace("day 1999 ", "the last ")
    assert same_place(old, new, old.index("day 1000 ")) == new.index("day 1000 ")
