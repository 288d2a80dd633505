"""Each piece of evidence for or against the same fact counts, whatever the others say."""

import pytest

from tui.documents import Document
from tui.facts import Similarity, facts
from tui.facts.topics import Topics


def scores(one, *others):
    """The similarity of the first figure of a text with the first one of each of the others."""
    documents = [Document.from_text(text, f"{n}") for n, text in enumerate((one, *others))]
    similarity = Similarity.of(documents)
    first, *rest = (next(facts([document])) for document in documents)
    return [similarity.score(first, other) for other in rest]


@pytest.mark.parametrize(
    ("one", "rather", "than"),
    [
        pytest.param(
            "In Oxley rents are 28 %.",
            "In Oxley rents are 29 %.",
            "In Oxley rents are up 29 %.",
            id="only one is a change",
        ),
        pytest.param(
            "Oxley sold 340 domestic cars.",
            "Oxley sold 355 electric cars.",
            "Oxley sold 355 foreign cars.",
            id="opposite words",
        ),
        pytest.param(
            "Oxley paid 1,945,000 euros to its builders.",
            "Oxley paid 1.9 million euros to its masons.",
            "Oxley paid 1,976,000 euros to its builders.",
            id="one is the other rounded",
        ),
        pytest.param(
            "Oxley hired 634 dockers.",
            "Oxley hired 643 dockers.",
            "Oxley hired 642 dockers.",
            id="two digits are exchanged",
        ),
        pytest.param(
            "Oxley hired 634 dockers.",
            "Oxley hired 684 dockers.",
            "Oxley hired 613 dockers.",
            id="one digit is another",
        ),
        pytest.param(
            "Oxley paid 6.34 million euros.",
            "Oxley paid 6.34 billion euros.",
            "Oxley paid 9.27 billion euros.",
            id="another scale",
        ),
        pytest.param(
            "Oxley hired 5 dockers.",
            "Oxley hired 500 dockers.",
            "Oxley hired 50,000 dockers.",
            id="far apart, and farther",
        ),
        pytest.param(
            "Oxley hired 3 to 5 dockers.",
            "Oxley hired 3 to 5 dockers.",
            "Oxley hired 3 to 9 dockers.",
            id="both ends of a range",
        ),
        pytest.param(
            "Thefts rose to 340 in Oxley.",
            "Thefts rose to 355 in Oxley.",
            "Tolls rose to 355 in Oxley.",
            id="other nouns",
        ),
    ],
)
def test_a_piece_of_evidence_counts(one, rather, than):
    likely, unlikely = scores(one, rather, than)
    assert likely > unlikely


def test_the_more_digits_are_the_same_the_more_they_say():
    many = scores("Oxley paid 4,458,000 euros.", "Oxley paid 4,458,000 euros.")
    few = scores("Oxley paid 4,000,000 euros.", "Oxley paid 4,000,000 euros.")
    assert many > few


def test_a_value_that_many_figures_have_says_little():
    one = "Oxley hired 24 dockers."
    rare = [f"Ruston {verb} {n} cooks." for n, verb in enumerate(["fed", "sent", "paid"] * 10, 60)]
    usual = [text.replace(text.split()[2], "24") for text in rare]
    assert scores(one, one, *rare)[0] > scores(one, one, *usual)[0]


def test_a_report_that_agrees_does_not_contradict():
    one = Document.from_text("A fire in Oxley left 31 people dead.", "one")
    agrees = "A fire in Oxley left 31 people dead.\n\nIn Oxley 29 people were left by the fire."
    differs = "In Oxley 29 people were left by the fire."
    found = {}
    for name, text in (("agrees", agrees), ("differs", differs)):
        similarity = Similarity.of([one, Document.from_text(text, name)])
        (fact,) = facts([one])
        rivals = similarity.rivals(fact)
        found[name] = {rival.fact.figure.text: rival.score for rival in rivals}
    assert found["agrees"]["29"] < found["differs"]["29"] / 2
    assert found["agrees"]["31"] > found["agrees"]["29"]


def test_a_document_seldom_contradicts_itself():
    own = Document.from_text("Oxley hired 340 dockers.\n\nOxley hired 355 dockers.", "own")
    other = Document.from_text("Oxley hired 355 dockers.", "other")
    similarity = Similarity.of([own, other])
    first, second, third = facts([own, other])
    assert similarity.score(first, second) < similarity.score(first, third)


def test_a_rise_is_no_fall():
    assert scores("Rents in Oxley rose 5 %.", "Rents in Oxley fell 5 %.") == [0.0]
    cut, added = scores("Oxley cut 340 jobs.", "Oxley cut 355 jobs.", "Oxley added 340 jobs.")
    assert cut > 0.5
    assert added == 0.0
    (level,) = scores("Thefts in Oxley rose to 340.", "Thefts in Oxley fell to 340.")
    assert level > 0.5


def test_a_time_is_compared_with_nothing():
    text = "In the past five years Oxley was flooded."
    assert scores(text, text) == [0.0]
    text = "For five years Oxley was flooded."
    assert scores(text, text) > [0.5]


def test_topics_follow_the_documents():
    topics = Topics()
    topics.add("a", ["fraud", "telecom"])
    topics.add("b", ["fraud", "arrest"])
    topics.compute_weights()
    before = topics.similarity("a", "b"), topics.nearest("a")
    for number in range(200):
        topics.add(f"{number}", ["fraud", f"word{number}"])
    topics.add("b", [f"other{number}" for number in range(200)])
    topics.compute_weights()
    assert topics.similarity("a", "b") < before[0]
    assert topics.nearest("a") != before[1]
