"""Finding the document to which the notes of a missing one can be moved."""

import pytest

from tui.documents import Document
from tui.notes import Note
from tui.session import find_successor

TEXT = (
    "Of 40 ships 12 sank off the northern coast.\n\n"
    "Divers brought up 7 bells, 300 coins and a mast."
)


@pytest.fixture
def notes():
    old = Document.from_text(TEXT, name="old.txt")
    spots = [TEXT.index(words) for words in ("40", "12", "7", "300")]
    made = [Note.on(old, at, at + 2, kind="figure") for at in spots]
    return [*made, Note.about(old, body="whole")]


def document(text, name="new.txt"):
    return Document.from_text(text, name=name)


def test_the_document_with_most_quotes_is_found(notes):
    half = document(TEXT.partition("\n\n")[0], "half.txt")
    edited = document("Updated.\n\n" + TEXT.replace("7 bells", "8 bells"))
    elsewhere = document("Rain fell.\n", "rain.txt")
    successor = find_successor(notes, [elsewhere, half, edited])
    assert (successor.document.name, successor.found) == ("new.txt", 3)
    assert find_successor(notes, [half]).found == 2


def test_the_same_numbers_in_other_sentences_do_not_match(notes):
    other = document("We sold 40 cars, 12 vans, 7 boats and 300 bikes to people from abroad.")
    assert find_successor(notes, [other]) is None


def test_notes_without_anchors_match_no_document(notes):
    assert find_successor(notes[-1:], [document(TEXT)]) is None
    assert find_successor(notes, []) is None
