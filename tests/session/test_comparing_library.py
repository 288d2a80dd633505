"""The comparison of figures follows changes of the library."""

from tui.documents import Document
from tui.facts import facts
from tui.session import Comparing

TEXTS = ("The flood destroyed 340 homes.", "The flood destroyed 355 homes.")


def library():
    return [Document.from_text(text, f"{number}.txt") for number, text in enumerate(TEXTS)]


def rivals(comparing, document):
    (fact,) = facts([document])
    return [rival.fact.document.name for rival in comparing.rivals(fact)]


def test_only_extracted_figures_are_added():
    comparing, (one, other) = Comparing(), library()
    assert not comparing.is_behind([one, other])
    assert one.figures
    assert comparing.is_behind([one, other])
    comparing.catch_up([one, other])
    assert not comparing.is_behind([one, other])
    assert rivals(comparing, one) == []
    assert other.figures
    comparing.catch_up([one, other])
    assert rivals(comparing, one) == ["1.txt"]


def test_removed_and_changed_documents_are_dropped():
    comparing, documents = Comparing(), library()
    assert all(document.figures for document in documents)
    comparing.catch_up(documents)
    one, other = documents
    assert comparing.is_behind([one])
    comparing.catch_up([one])
    assert rivals(comparing, one) == []
    again = Document.from_text("The flood destroyed 360 homes.", "1.txt")
    comparing.catch_up([one, other])
    assert again.figures
    assert comparing.is_behind([one, again])
    comparing.catch_up([one, again])
    (fact,) = facts([one])
    (rival,) = comparing.rivals(fact)
    assert rival.fact.document is again
