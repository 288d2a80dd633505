"""What the values of a library say about one that occurs twice."""

import pytest

from tui.documents import Document
from tui.facts import facts
from tui.facts.coincidence import Coincidence
from tui.facts.features import comparable_fact
from tui.facts.words import context_of_document


def features(text):
    document = Document.from_text(text, "a")
    (fact,) = facts([document])
    (context,) = context_of_document(text, document.figures)
    return comparable_fact(fact, context)


@pytest.mark.parametrize(
    ("asked", "seen", "rather_than"),
    [
        pytest.param("24 ships", ["24 ships"] * 2, ["24 ships"] * 20, id="seldom, often"),
        pytest.param("1,357 ships", [], ["1,357 ships"] * 9, id="many digits, but often"),
        pytest.param("24 ships", ["24 km"] * 20, ["24 cars"] * 20, id="of another kind"),
    ],
)
def test_a_value_surprises_that_few_have(asked, seen, rather_than):
    surprises = []
    for texts in (seen, rather_than):
        coincidence = Coincidence()
        for text in [asked, asked, *texts, *(f"{n} cooks" for n in range(200, 300))]:
            coincidence.add(features(text))
        surprises.append(coincidence.surprise(features(asked)))
    assert surprises[0] > surprises[1]


def test_the_more_digits_the_more_it_surprises_as_long_as_nothing_is_known():
    coincidence = Coincidence()
    surprises = [coincidence.surprise(features(f"{digits} ships")) for digits in ("2", "24", "241")]
    assert surprises == sorted(surprises)
    assert surprises[0] < surprises[-1] <= 9


def test_a_small_library_counts_as_one_of_200_figures():
    coincidence = Coincidence()
    before = coincidence.crowd
    for _ in range(200):
        coincidence.add(features("24 ships"))
    assert coincidence.crowd == before
    coincidence.add(features("24 ships"))
    assert coincidence.crowd > before
