"""The session without a screen: going from place to place, finding, notes at the cursor."""

from pathlib import Path

import pytest

from tui.documents import Intake, Library
from tui.notes import NoteStore
from tui.search import Index
from tui.session import Memory, NoteContent, Session, note_texts

GULLS = "Gulls\n\nSome 40 gulls came in May. They ate 12 crabs.\n\nNobody counted terns.\n"
TERNS = "Terns\n\nIn June 300 terns came, and 7 gulls.\n"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    folder = tmp_path / "birds"
    folder.mkdir(exist_ok=True)
    (folder / "gulls.txt").write_text(GULLS, "utf-8")
    (folder / "terns.txt").write_text(TERNS, "utf-8")
    session = Session(Library(), NoteStore.open([folder]), Memory(tmp_path))
    for arrival in Intake().load([folder]):
        session.library.add(arrival)
    assert session.open("gulls.txt")
    return session


def another(session: Session) -> NoteStore:
    """The notes as another program sees them."""
    (home, *_) = session.notes.homes
    return NoteStore.open([home.folder])


# Where the reader is.


def test_jumps_are_taken_back_and_forward(session: Session) -> None:
    session.move(20)
    session.open("terns.txt", 7)
    assert session.back() is session.library.get("gulls.txt")
    assert session.offset == 20
    assert session.forward() is session.library.get("terns.txt")
    assert session.offset == 7
    assert session.forward() is None


def test_a_document_opens_where_it_was_left(session: Session) -> None:
    session.move(20)
    session.open("terns.txt", jump=False)
    session.open("gulls.txt", jump=False)
    assert session.offset == 20
    assert session.back() is None


def test_an_unknown_document_changes_nothing(session: Session) -> None:
    assert session.open("owls.txt") is None
    assert session.place == ("gulls.txt", 0)


def test_the_next_session_knows_what_was_open(session: Session, tmp_path: Path) -> None:
    session.open("terns.txt", 9)
    session.leave()
    session.memory.save()
    later = Session(session.library, session.notes, Memory(tmp_path))
    later.open("gulls.txt", jump=False)
    assert later.last_document() is session.library.get("terns.txt")
    later.back()
    assert later.place == ("terns.txt", 9)


# Finding.


def test_matches_are_stepped_through_and_wrap_around(session: Session) -> None:
    matches = session.find_words("gulls")
    assert matches is not None
    places = [start for start, _ in matches.spans.items]
    assert len(places) == 2
    assert [session.step_match(1, here=True), session.step_match(1), session.step_match(1)] == [
        0,
        1,
        0,
    ]
    assert session.step_match(-1) == 1
    assert session.offset == places[1]
    assert session.find_words("") is None
    assert session.step_match(1) is None


def test_hits_show_a_sentence_a_title_or_a_note(session: Session) -> None:
    session.write_note(session.whole_target(), NoteContent(body="Ask about owls."))
    documents = list(session.library)
    index = Index.build(documents, note_texts(documents, session.notes))
    shown = {}
    for query in ("crabs", "kind:title terns", "owls"):
        hit = index.search(query)[0]
        text, start, end = session.words_of(hit)
        shown[hit.kind] = text[start:end]
    assert shown == {"fact": "They ate 12 crabs.", "title": "Terns", "note": "Ask about owls."}


def test_the_figure_to_compare_is_the_focused_one_or_one_of_the_sentence(session: Session) -> None:
    session.focus_figure(1)
    assert session.asked_figure() == 1
    session.move(GULLS.index("crabs"))
    number = session.asked_figure()
    assert number is not None
    assert session.document.figures[number].text == "12"
    session.move(GULLS.index("Nobody"))
    assert session.asked_figure() is None


# Notes at the cursor.


def test_a_note_is_about_the_selection_or_the_figure_or_the_passage(session: Session) -> None:
    session.move(GULLS.index("Nobody"))
    assert session.target().words == "Nobody counted terns."
    session.focus_figure_at(GULLS.index("12"))
    assert (session.target().kind, session.target().words) == ("figure", "12")
    session.select()
    session.step_word(1)
    assert (session.target().kind, session.target().words) == ("passage", "12 crabs")
    assert session.target((0, 6)).words == "12 crabs"
    session.unselect()
    assert session.target((0, 6)).words == "Gulls"


def test_the_same_verdict_again_takes_it_back(session: Session) -> None:
    session.focus_figure(0)
    session.judge(session.target(), "wrong")
    assert session.marks().verdict_on(session.document.figures[0]) == "wrong"
    assert session.judge(session.target(), "wrong") is None
    assert len(session.marks()) == 0
    session.undo()
    assert session.marks().verdict_on(session.document.figures[0]) == "wrong"
    session.redo()
    assert len(session.marks()) == 0


def test_taking_a_verdict_back_leaves_what_another_program_has_written(session: Session) -> None:
    session.focus_figure(0)
    note = session.judge(session.target(), "wrong")
    seen = session.target()
    other = NoteStore.open([session.document.path.parent])
    other.update(other.get(note.id)._replace(body="words of another"))
    session.judge(seen, "wrong")
    (left,) = session.notes.all()
    assert (left.body, left.verdict) == ("words of another", None)


def test_unchecked_figures_are_visited_until_all_are_checked(session: Session) -> None:
    seen = []
    while figure := session.step_unchecked():
        seen.append(figure.text)
        session.judge(session.target(), "supported")
    assert sorted(seen) == sorted(figure.text for figure in session.document.figures)


def test_a_field_that_another_program_has_changed_too_is_a_clash(session: Session) -> None:
    session.focus_figure(0)
    session.write_note(session.target(), NoteContent(body="Mine."))
    target = session.target()
    another(session).update(target.note._replace(body="Theirs.", tags=("sea",)))
    assert session.clash(target, NoteContent(body="Mine.", verdict="wrong")) is None
    clash = session.clash(target, NoteContent(body="Mine again."))
    assert clash is not None
    assert clash.body == "Theirs."
    note = session.write_note(target, NoteContent(body="Mine.", verdict="wrong"))
    assert (note.body, note.tags, note.verdict) == ("Theirs.", ("sea",), "wrong")
