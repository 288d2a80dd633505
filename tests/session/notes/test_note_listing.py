"""The list of all notes, and its filter."""

from pathlib import Path

import pytest

from tui.documents import Document
from tui.notes import Note, NoteStore
from tui.search import QueryContext, parse
from tui.session import NOTE_ORDERS, NOTE_VALUES, ListedNote, NoteListing, filter_problem

TEXT = "Police caught 373,000 people.\n\nThey froze 12 billion yuan."


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "a-report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Document.from_text(TEXT, "a-report.txt", path=path)


@pytest.fixture
def store(tmp_path: Path, document: Document) -> NoteStore:
    store = NoteStore.open([tmp_path])
    store.register([document])
    store.add(Note.on(document, 14, 21, body="Too high", tags=["Check it"], verdict="wrong"))
    store.add(Note.on(document, 42, 52, body="Frozen when?"))
    store.add(Note.about(document, body="Trust"))
    store.remove(store.add(Note.on(document, 0, 6, body="Given up")).id)
    return store


def query(typed: str):
    return parse(typed, QueryContext({"mine": "verdict:wrong"}, lambda: [], NOTE_VALUES))


def having(listing: NoteListing, typed: str) -> list[ListedNote]:
    return listing.having(query(typed))


@pytest.mark.parametrize(
    ("typed", "bodies"),
    [
        ("", ["Too high", "Frozen when?", "Trust"]),
        ("high TOO", ["Too high"]),
        ('"too high"', ["Too high"]),
        ('"high too"', []),
        ("billion", ["Frozen when?"]),
        ("!too", ["Frozen when?", "Trust"]),
        ("tag:check", ["Too high"]),
        ('tag:"check it', ["Too high"]),
        ("verdict:wr", ["Too high"]),
        ("!verdict:wrong", ["Frozen when?", "Trust"]),
        ("verdict:unchecked", ["Frozen when?", "Trust"]),
        ("doc:report is:checked", ["Too high"]),
        ("is:document", ["Trust"]),
        ("is:open", []),
        ("is:deleted", ["Given up"]),
        ("is:deleted up", ["Given up"]),
        ("tag:", ["Too high", "Frozen when?", "Trust"]),
        ("is:", ["Too high", "Frozen when?", "Trust"]),
        ("other:thing", []),
        ("is:unread is:document", ["Trust"]),
        ("is:read", []),
        ("kind:document", ["Trust"]),
        ("kind:note verdict:wrong", ["Too high"]),
        ("kind:passage frozen", ["Frozen when?"]),
        ("note:too", ["Too high"]),
        ("note:billion", []),
        ("title:police trust", ["Trust"]),
        ("trust | frozen", ["Trust", "Frozen when?"]),
        ("trust | frozen when", ["Frozen when?"]),
        ("verdict:wrong | is:document", ["Too high", "Trust"]),
        ("!too | trust", ["Frozen when?", "Trust"]),
        ("| trust |", ["Trust"]),
        ("'rus ^too", []),
        ("12:30", []),
        ("! \" '", ["Too high", "Frozen when?", "Trust"]),
        # What only the language of the search can say.
        ("(trust | frozen) !when", ["Trust"]),
        ("12bn", ["Frozen when?"]),
        ("bilion frozn", ["Frozen when?"]),
        ('"billion when"~3', ["Frozen when?"]),
        ("@mine", ["Too high"]),
        (">1bn", []),
        ("!unit:CNY trust", ["Trust"]),
    ],
)
def test_the_filter_keeps_the_notes_that_match(
    store: NoteStore, document: Document, typed: str, bodies: list[str]
) -> None:
    found = [listed.note.body for listed in having(NoteListing([document], store), typed)]
    assert sorted(found) == sorted(bodies)


def test_fields_that_notes_lack_are_reported() -> None:
    for typed in ("too unit:CNY", "!>1bn", "kind:money"):
        assert "notes have no > unit:" in (filter_problem(query(typed)) or ""), typed
    assert "none of open, changed" in (filter_problem(query("is:funny")) or "")
    assert "none of figure, passage, document, title" in (filter_problem(query("kind:odd")) or "")
    assert filter_problem(query("too tag:x 12:30 is:lost kind:figure")) is None


def test_the_list_is_sorted(store: NoteStore, document: Document) -> None:
    listing = NoteListing([document], store)
    listing.sort("by verdict")
    assert [listed.note.verdict for listed in having(listing, "")] == ["wrong", None, None]
    for order in NOTE_ORDERS:
        listing.sort(order)
        assert len(having(listing, "")) == 3
    changed = Document.from_text(TEXT.replace("12 b", "13 b"), document.name, path=document.path)
    listing = NoteListing([changed], store)
    listing.sort("undecided first")
    assert having(listing, "")[0].note.body == "Frozen when?"


def test_notes_on_documents_that_are_not_open_are_listed_too(store: NoteStore) -> None:
    listed = having(NoteListing([], store), "too")
    assert [(one.mark.state, one.title) for one in listed] == [("", "a-report.txt")]


def test_what_a_query_is_asked_of_is_kept_for_notes_that_are_the_same(
    store: NoteStore, document: Document
) -> None:
    before = NoteListing([document], store)
    before.prepare()
    asked = {one.note.body: one.asked for one in before.all}
    (note,) = (one.note for one in before.all if one.note.body == "Trust")
    store.update(note._replace(tags=("no",)))
    after = NoteListing([document], store, before)
    same = [one.note.body for one in after.all if one.asked is asked[one.note.body]]
    assert same == ["Too high", "Frozen when?"]
    assert [one.note.body for one in having(after, "tag:no")] == ["Trust"]
    renamed = Document.from_text(f"Title\n\n{TEXT}", document.name, path=document.path)
    assert len(having(NoteListing([renamed], store, after), "title:title")) == 3


def test_changed_words_need_a_decision(store: NoteStore, document: Document) -> None:
    changed = Document.from_text(
        TEXT.replace("373,000", "374,000"), document.name, path=document.path
    )
    (listed,) = having(NoteListing([changed], store), "is:open")
    assert (listed.mark.state, listed.note.body) == ("changed", "Too high")
