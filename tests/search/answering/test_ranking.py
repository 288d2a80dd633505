"""Which passage ranks first, where the words alone do not decide."""

import pytest

from tui.documents import Document
from tui.search import Index


def first(query: str, *passages: str, beside: int = 0) -> str:
    """The passage that ranks first, `beside` that many unrelated ones."""
    others = [f"Nothing of the matter {number} stands here." for number in range(beside)]
    text = "\n\n".join([*others, *passages])
    index = Index.build([Document.from_text(text, name="a.txt")])
    (hit,) = index.search(query, limit=1, kinds={"passage"})
    return text[hit.start : hit.end]


WINS = [
    # One word of a passage answers one word of the query.
    (
        "depth dep",
        "The maximum display depth of the long dependency tree in the list.",
        "The depth is set.",
    ),
    (
        "state states",
        "Each of these states has another state in the list of all of them.",
        "The state is set.",
    ),
    # But two typed parts of one word are that word.
    ("tele communications", "The telecommunications are down.", "They communicate by a telex."),
    # Two words typed as one, though they are also written as one.
    (
        "storagebucket entries",
        "Entries are copied from a storage bucket.",
        "The field storageBucket is a name.",
    ),
    ("ablebaker met", "An able baker met us.", "Their baker met us."),
    # A wrong letter, but not the first.
    ("bards met", "The barks met.", "The cards met."),
    # Letters that changed places, before a letter that is another one.
    ("gagns", "The gangs met.", "The gains met."),
    ("suspecst", "The suspects met.", "The suspect met."),
    # Side by side, before far apart; in the order of the query, before another.
    (
        "seized cards",
        "Some seized cards were in the old town by the sea.",
        "Some seized in the old town by the sea were cards.",
    ),
    ("seized cards", "There the seized cards were.", "There cards seized others."),
    # A larger part of the passage.
    ("seized cards", "They seized cards.", "They seized cards in the old town by the sea."),
    # A slip in a word that is not finished: a letter too many, too few, another one, or swapped.
    ("baank", "There were bankruptcies.", "There was a bald ban."),
    ("frud", "It is fraudulently made.", "It is friendly made."),
    ("freud", "It is fraudulently made.", "It is friendly made."),
    ("frduu", "It is frudulently made.", "It is friendly made."),
    # As it is written, before another writing of it.
    ("parts 2", "There are 2 parts.", "There are two parts."),
    ("parts two", "There are two parts.", "There are 2 parts."),
]


@pytest.mark.parametrize(("query", "best", "other"), WINS)
def test_the_better_passage_comes_first(query: str, best: str, other: str) -> None:
    assert first(query, best, other) == best
    assert first(query, other, best) == best


def found(query: str, *passages: str, kinds: tuple[str, ...] = ("passage",)) -> list[str]:
    """The passages found below a title, or their figures, best first."""
    text = "\n\n".join(["Of the matter", *passages])
    index = Index.build([Document.from_text(text, name="a.txt")])
    return [text[hit.start : hit.end] for hit in index.search(query, limit=20, kinds=kinds)]


@pytest.mark.parametrize(("frequency", "is_slip"), [(40, False), (60, True)])
def test_a_rare_word_may_be_a_slip_for_a_frequent_one(frequency: int, is_slip: bool) -> None:
    others = [f"Here house {number} met." for number in range(200)]
    passages = [f"Here press house {number} met." for number in range(frequency)]
    best = found("house met preds", *others, *passages, "The preds are here.")[0]
    assert best == (passages[0] if is_slip else "The preds are here.")


def test_what_is_exact_precedes_what_is_close_whatever_their_scores() -> None:
    close = "He arrests pirates."
    exact = "Pirates who were in the old town by the blue sea were later arrested."
    others = [f"The man of house {number} was arrested." for number in range(9)]
    assert found("arrested pirates", close, exact, *others)[:2] == [exact, close]


def test_what_is_far_worse_than_the_best_is_left_out() -> None:
    others = [f"The cards of house {number} are old." for number in range(30)]
    assert found("seized cards tallinn", *others, "Cards were seized in Tallinn.") == [
        "Cards were seized in Tallinn."
    ]
    assert len(found("seized cards", *others)) == 20


def test_a_passage_that_several_alternatives_find_is_found_once() -> None:
    passages = "They seized old cards.", "The cards lay there."
    assert found("(seized cards) | (old cards) | (cards lay)", *passages) == list(passages)


def test_of_two_figures_the_one_that_is_asked_for_comes_first() -> None:
    best = found("cases", "In 7 towns there were 40 cases.", kinds=("fact",))
    assert best == ["40", "7"]


def test_a_fact_precedes_a_passage_that_is_as_good() -> None:
    fact = "There were 5 cases in the old town by the blue sea that lies there."
    assert found("cases", "Cases.", fact, kinds=("fact", "passage")) == ["5", "Cases."]
