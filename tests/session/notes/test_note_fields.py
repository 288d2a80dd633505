"""Parsing the fields of a note: values, dates and tags."""

from decimal import Decimal

import pytest

from tui.documents import Document, Library
from tui.errors import FactdeskError
from tui.notes import Note, NoteStore
from tui.session import (
    Mark,
    Memory,
    Session,
    Target,
    TypedNote,
    note_words,
)
from tui.session.notes.note_fields import NoteContent, read_date, read_value, value_words
from tui.session.sheets.aloud import note_aloud

TEXT = (
    "Police update\n\nUpdated: 27 May\n\n"
    "By 3 June the police had solved 400 cases and frozen CNY 3.4 billion, up 12.5%.\n"
)


@pytest.fixture
def session(tmp_path) -> Session:
    path = tmp_path / "update.txt"
    path.write_text(TEXT, encoding="utf-8")
    library = Library()
    library.add(Document.from_text(TEXT, "update.txt", path=path))
    session = Session(library, NoteStore.open([path]), Memory(tmp_path))
    session.open("update.txt")
    return session


def figure(words: str):
    (found,) = [one for one in Document.from_text(TEXT).figures if words in one.text]
    return found


@pytest.mark.parametrize(
    ("noted", "typed", "value", "words"),
    [
        ("400", "420", Decimal(420), "420 cases"),
        ("400", "1,420", Decimal(1420), "1,420 cases"),
        ("400", "2019", Decimal(2019), "2,019 cases"),
        ("400", "1.2 m", Decimal(1200000), "1.2 m cases"),
        ("400", "420 cases", Decimal(420), "420 cases"),
        ("400", "420 people", "420 people", "420 people"),
        ("400", "about 420", "about 420", "≈ 420"),
        ("3.4", "1.2 bn CNY", Decimal(1200000000), "CNY 1.2 bn"),
        ("3.4", "$1.2bn", "$1.2bn", "USD 1.2 bn"),
        ("3.4", "1.1e12", Decimal(1100000000000), "CNY 1.1 tn"),
        ("12.5", "-12.6%", Decimal("-12.6"), "-12.6 %"),
        ("12.5", "10-20", "10-20", "10 – 20"),
        ("27 May", "28 May 2022", "28 May 2022", "28 May 2022"),
        ("400", "  nobody   knows ", "nobody knows", None),
        ("400", "3,2016", "3,2016", None),
    ],
)
def test_a_value_in_the_figures_own_unit_is_a_number(noted, typed, value, words):
    read = read_value(typed, figure(noted))
    assert (read, type(read)) == (value, type(value))
    assert value_words(read, figure(noted)) == words


def test_nothing_typed_is_no_value():
    assert read_value("  ") is None


@pytest.mark.parametrize(
    ("typed", "said", "iso"),
    [
        ("", "2022", ""),
        ("27 May 2022", None, "2022-05-27"),
        ("April 2022", None, "2022-04"),
        ("2022", None, "2022"),
        ("2022", "XXXX-05-27", "2022-05-27"),
        ("2023", "XXXX-02-29", "2023"),
        ("2022-05", "XXXX-05-27", "2022-05"),
        ("xxxx-02-29", None, "XXXX-02-29"),
        ("198X", None, "198X"),
    ],
)
def test_a_date_is_read(typed, said, iso):
    assert read_date(typed, said) == iso


@pytest.mark.parametrize("typed", ["soon", "2022-13", "2022-02-30", "30 cases", "2021 or 2022"])
def test_an_invalid_date_is_refused(typed):
    with pytest.raises(FactdeskError, match="is not a date"):
        read_date(typed, None)


def test_unchanged_fields_stay_as_others_wrote_them():
    before = NoteContent("b", ("a, b", "c"), "wrong", "1 200  cases", "two\nlines")
    target = Target(Document.from_text(TEXT), 0, 6, "passage", None)
    assert before.typed == TypedNote("b", "a, b, c", "1 200 cases", "two lines")
    assert target.read(before, before.typed, "wrong") == before
    changed = target.read(before, before.typed._replace(proof="", tags="c"), None)
    assert changed == NoteContent("b", ("c",), None, "1 200  cases", "")


def test_the_date_of_a_document_is_set_and_cleared(session):
    document = session.document
    session.focus_figure_at(TEXT.index("400"))
    assert figure("400").period == "../XXXX-06-03"
    target = session.whole_target()
    assert target.words == "Police update"
    written = target.read(
        target.content, TypedNote(value="2022", proof="the address says so"), None
    )
    session.write_note(target, written)
    assert (document.dated, document.is_dated_by_hand) == ("2022-05-27", True)
    assert session.redated == [document]
    session.refocus()
    assert document.figures[session.figure].period == "../2022-06-03"
    assert note_words(session.marks().on_whole().note) == "dated 27 May 2022 (the address says so)"
    session.undo()
    assert (document.dated, document.is_dated_by_hand) == ("XXXX-05-27", False)
    session.redo()
    assert document.dated == "2022-05-27"


def test_clearing_a_verdict_keeps_the_corrected_value(session):
    session.focus_figure_at(TEXT.index("400"))
    session.write_note(session.target(), NoteContent(verdict="wrong", value=Decimal(420)))
    note = session.judge(session.target(), "wrong")
    assert (note.verdict, note.value) == (None, Decimal(420))
    assert note_words(note, figure("400")) == "should be 420 cases"


def test_a_passage_can_have_a_corrected_value(session):
    start = TEXT.index("the police")
    note = Note.on(session.document, start, start + 10, value="1.2 bn CNY", proof="page 4")
    assert note_words(note) == "should be CNY 1.2 bn (page 4)"


def test_a_correction_for_screen_readers(session):
    start = TEXT.index("CNY")
    note = Note.on(session.document, start, start + 3, value="1.2 bn CNY", proof="page 4")
    (_, corrected) = note_aloud(Mark(note, "anchored", start, start + 3))
    assert corrected == "should be CNY 1.2 billion (page 4)"
