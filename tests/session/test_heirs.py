"""Which document may be the one that is gone, by the words of its notes."""

import pytest

from tui.documents import Document
from tui.notes import Note
from tui.session import heir_of

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


def test_it_is_the_one_with_the_words_of_most_notes(notes):
    half = document(TEXT.partition("\n\n")[0], "half.txt")
    edited = document("Updated.\n\n" + TEXT.replace("7 bells", "8 bells"))
    elsewhere = document("Rain fell.\n", "rain.txt")
    heir = heir_of(notes, [elsewhere, half, edited])
    assert (heir.document.name, heir.found) == ("new.txt", 3)
    assert heir_of(notes, [half]).found == 2


def test_the_same_numbers_in_other_sentences_are_none(notes):
    other = document("We sold 40 cars, 12 vans, 7 boats and 300 bikes to people from abroad.")
    assert heir_of(notes, [other]) is None


def test_without_words_nothing_can_be_told(notes):
    assert heir_of(notes[-1:], [document(TEXT)]) is None
    assert heir_of(notes, []) is None
