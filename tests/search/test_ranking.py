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


def test_a_rare_word_may_be_a_typo_of_a_frequent_one() -> None:
    passages = [f"The press met at house {number}." for number in range(200)]
    text = "\n\n".join([*passages, "The preds are here.", "The index_folder press met."])
    index = Index.build([Document.from_text(text, name="a.txt")])
    hits = index.search("index_folder preds", limit=5, kinds={"passage"})
    assert "The index_folder press met." in {text[hit.start : hit.end] for hit in hits[:2]}
