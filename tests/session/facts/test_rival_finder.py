"""The comparison of figures follows changes of the library."""

from tui.documents import Document
from tui.facts import facts
from tui.session.facts.rival_finder import RivalFinder

TEXTS = ("The flood destroyed 340 homes.", "The flood destroyed 355 homes.")


def library():
    return [Document.from_text(text, f"{number}.txt") for number, text in enumerate(TEXTS)]


def rivals(finder, document):
    (fact,) = facts([document])
    return [rival.fact.document.name for rival in finder.rivals(fact)]


def test_only_extracted_figures_are_added():
    finder, (one, other) = RivalFinder(), library()
    assert not finder.is_behind([one, other])
    assert one.figures
    assert finder.is_behind([one, other])
    finder.catch_up([one, other])
    assert not finder.is_behind([one, other])
    assert rivals(finder, one) == []
    assert other.figures
    finder.catch_up([one, other])
    assert rivals(finder, one) == ["1.txt"]


def test_removed_and_changed_documents_are_dropped():
    finder, documents = RivalFinder(), library()
    assert all(document.figures for document in documents)
    finder.catch_up(documents)
    one, other = documents
    assert finder.is_behind([one])
    finder.catch_up([one])
    assert rivals(finder, one) == []
    again = Document.from_text("The flood destroyed 360 homes.", "1.txt")
    finder.catch_up([one, other])
    assert again.figures
    assert finder.is_behind([one, again])
    finder.catch_up([one, again])
    (fact,) = facts([one])
    (rival,) = finder.rivals(fact)
    assert rival.fact.document is again


def test_prepared_rivals_are_kept_until_figures_are_added():
    finder, documents = RivalFinder(), library()
    assert all(document.figures for document in documents)
    finder.catch_up(documents)
    (fact, _) = facts(documents)
    found = finder.rivals(fact)
    finder.prepare(fact)
    prepared = finder.rivals(fact)
    assert prepared == found
    assert finder.rivals(fact) is prepared
    more = Document.from_text("The flood destroyed 350 homes.", "2.txt")
    assert more.figures
    finder.catch_up([*documents, more])
    assert sorted(rivals(finder, documents[0])) == ["1.txt", "2.txt"]


def test_the_rivals_of_the_figure_before_are_not_found_again():
    finder = RivalFinder()
    text = "".join(f"The flood destroyed {number} homes. " for number in (340, 350, 360))
    documents = [Document.from_text(text, f"{number}.txt") for number in range(2)]
    assert all(document.figures for document in documents)
    finder.catch_up(documents)
    first, second, third, *_ = facts(documents)
    found = [finder.rivals(fact) for fact in (first, second)]
    finder.prepare(third)  # as when going on to the next one
    assert finder.rivals(first) is found[0]
    assert finder.rivals(second) is found[1]
