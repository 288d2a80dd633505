"""Which figures may be the same fact, by unit, noun and context words."""

import string
from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.documents import Document
from tui.facts import Similarity, facts, relation, rival_groups, shared_spans
from tui.facts.clusters import MIN_MEAN, MIN_PAIR
from tui.facts.relations import RELATIONS
from tui.facts.similarity import STATED_SAME

FLOOD = "The flood destroyed 340 homes in Norwall. Rescuers carried 52 people to a school."
AFTER = "In Norwall the flood has destroyed 355 homes. The town counts 9,000 inhabitants."
FAIR = "The fair sold 355 cakes and raised €1.2 million for a new organ."


def library(*texts):
    documents = [Document.from_text(text, f"{n}.txt") for n, text in enumerate(texts)]
    return Similarity.of(documents), list(facts(documents))


def fact(all_facts, text):
    return next(each for each in all_facts if each.figure.text == text)


def rivals(similarity, one):
    return [rival.fact.figure.text for rival in similarity.rivals(one)]


def test_a_figure_with_the_same_noun_and_words_is_a_rival():
    similarity, found = library(FLOOD, AFTER, FAIR)
    assert rivals(similarity, fact(found, "340")) == ["355"]
    (rival,) = similarity.rivals(fact(found, "340"))
    assert {"norwall", "flood"} <= rival.words


def test_stop_words_are_not_shared():
    one = "Homes and farms fell by 12% and 30% respectively in Norwall."
    other = "In Norwall homes and farms fell by 14% and 31% respectively."
    similarity, found = library(one, other)
    (rival, *_) = similarity.rivals(fact(found, "12%"))
    assert "norwall" in rival.words
    assert [one[a:b] for a, b in shared_spans(fact(found, "12%"), rival.words)] == [
        "Homes",
        "farms",
        "fell",
        "Norwall",
    ]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        # A noun and one that reports use for it; a general word for people.
        ("Police broke up 12 gangs of forgers.", "Of forgers 14 rings were broken up.", True),
        ("For fraud 373 people were held in Oxley.", "Oxley held 634 suspects for fraud.", True),
        ("In Oxley 373 victims were heard.", "In Oxley 373 suspects were heard.", False),
        # Another unit is another fact, however alike the words.
        ("The bridge cost 3 million euros.", "The bridge cost 3 million dollars.", False),
        ("The bridge is 30 metres long.", "The bridge is 98 feet long.", True),
        ("The bridge is 30 metres long.", "The bridge weighs 30 tonnes.", False),
        ("Rents are up 5 %.", "Rents are down 5 %.", False),
        # A date, an ordinal, a clock, a score are never compared.
        ("It was her third visit to Oxley.", "It was her third visit to Oxley.", False),
        ("The vote was on 3 May 2021.", "The vote was on 3 May 2021.", False),
        # The opposite.
        ("They closed 65 domestic airlines.", "They closed 65 overseas airlines.", True),
        ("Nothing is known of 40 ships.", "Everybody has heard of 40 cakes.", False),
    ],
)
def test_two_sentences(one, other, alike):
    similarity, found = library(one, other)
    shown = any(rival.fact.document is not found[0].document
                for each in found for rival in similarity.rivals(each))  # fmt: skip
    assert shown == alike


def test_opposite_words_lower_the_score():
    similarity, found = library(
        "Courts closed 65 domestic airlines.",
        "Courts closed 70 overseas airlines.",
        "Courts closed 70 domestic airlines.",
    )
    home, abroad, again = found
    assert similarity.score(home, abroad) < similarity.score(home, again)


def test_two_figures_of_one_sentence_are_no_rivals():
    similarity, found = library("The north lost 340 homes and the south 355 homes in the flood.")
    assert [similarity.rivals(each) for each in found] == [[], []]


def test_a_conversion_is_no_rival():
    similarity, found = library("It is 30 miles (48 km) to Oxley.")
    assert [similarity.rivals(each) for each in found] == [[], []]


def test_rivals_of_other_documents_come_first():
    similarity, found = library(f"{FLOOD} In Norwall the flood took 340 homes.", AFTER)
    documents = [rival.fact.document for rival in similarity.rivals(found[0])]
    assert [document is found[0].document for document in documents] == [False, True]


def test_a_change_has_the_words_of_the_figure_that_changed():
    similarity, found = library(
        "Oxley hired 340 dockers. The number is up 8% and a record.",
        "Oxley took on 355 dockers, up 12% on the year before.",
    )
    assert "12%" in rivals(similarity, fact(found, "8%"))


def test_shared_words_are_in_lower_case_except_names():
    similarity, _ = library(
        "Flood Kills 340 in Norwall.", "In Norwall the flood killed 355 people."
    )
    (group,) = rival_groups(similarity)
    assert set(group.words) == {"Norwall", "flood", "killed"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same said in other words, of one event; of those not told apart by a noun.
        ("At Norwall 340 people lost their lives.", "Norwall counts 355 fatalities."),
        ("The death toll at Norwall is 340.", "At Norwall 355 people were killed."),
        ("In Norwall 12 people are unaccounted for.", "Norwall: 15 people missing."),
        ("Norwall took 30 protesters into custody.", "In Norwall 34 people were arrested."),
    ],
)
def test_the_same_outcome_in_other_words_makes_a_rival(one, other):
    similarity, found = library(one, other)
    assert len(rivals(similarity, found[0])) == 1


def test_the_same_outcome_scores_higher_than_another():
    similarity, found = library(
        "In Norwall 40 people died and 95 were injured.",
        "Norwall: the flood killed 90, and 45 people were wounded.",
    )
    dead, hurt, killed, wounded = found
    assert similarity.score(dead, killed) > similarity.score(dead, wounded)
    assert similarity.score(hurt, wounded) > similarity.score(hurt, killed)


@pytest.mark.parametrize(
    ("one", "rather", "than"),
    [
        # A number that there is, and one that it has grown by.
        ("Oxley had 340 thefts.", "Oxley had 355 thefts.", "Oxley had 355 fewer thefts."),
        # What another number is compared with.
        (
            "Oxley hired 340 dockers.",
            "Against all hope Oxley hired 355 dockers.",
            "Oxley hired all hope against 355 dockers.",
        ),
        # All of it, and a part for each.
        ("Oxley paid 340 euros.", "Oxley paid 355 euros in days.", "Oxley paid 355 euros a day."),
        # A range that holds it, one that does not, and one so wide that it holds anything.
        (
            "Oxley hired 350 dockers.",
            "Oxley hired 340 to 360 dockers.",
            "Oxley hired 360 to 380 dockers.",
        ),
        (
            "Oxley hired 350 dockers.",
            "Oxley hired 340 to 360 dockers.",
            "Oxley hired 100 to 900 dockers.",
        ),
    ],
)
def test_of_two_figures_in_the_same_words_one_is_rather_the_same_fact(one, rather, than):
    similarity, (asked, likely, unlikely) = library(one, rather, than)
    assert similarity.score(asked, likely) > similarity.score(asked, unlikely)


def test_in_a_document_that_is_not_among_the_related_ones_it_is_found_by_its_words(monkeypatch):
    monkeypatch.setattr("tui.facts.topics._MAX_RELATED_DOCUMENTS", 1)
    similarity, found = library(FLOOD, AFTER, FAIR)
    assert rivals(similarity, fact(found, "340")) == ["355"]


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        # The last is like the one before it, and not like the first.
        (
            (
                "In Norwall a flood took 340 homes.",
                "In Norwall a flood took 355 homes, Oxley said.",
                "Oxley said 520 homes burnt.",
            ),
            [["340", "355"]],
        ),
        # Each is somewhat like each.
        (
            (
                "A flood in Norwall took 340 homes.",
                "A flood in Norwall and a storm in Oxley took 400 homes.",
                "A storm in Oxley took 470 homes.",
            ),
            [["340", "400", "470"]],
        ),
    ],
)
def test_a_chain_is_no_group(texts, groups):
    similarity, _ = library(*texts)
    found = rival_groups(similarity)
    assert [[fact.figure.text for fact in group.facts] for group in found] == groups


@pytest.mark.parametrize("value", ["1e-400", "0", "1e400"])
def test_values_out_of_the_range_of_floats_can_be_compared(value):
    similarity, found = library(f"The wall is {value} metres long.", "The wall is 2 metres long.")
    assert all(0 <= rival.score <= 1 for each in found for rival in similarity.rivals(each))


# What holds for any text.

_SAID = """
    police arrested solved fraud cases people suspects homes flood 12 340 355 1.2 million over about
    euros $3 28% 30 km miles and, in 2021 May 2022. The . ; domestic overseas
"""
_WORDS = st.sampled_from(_SAID.split())
_TEXTS = st.lists(_WORDS, max_size=40).map(" ".join)


@given(st.lists(_TEXTS, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_similarity_is_symmetric_and_no_figure_is_its_own_rival(texts):
    similarity, found = library(*texts)
    for one in found:
        for rival in similarity.rivals(one):
            other = rival.fact
            assert other != one
            assert similarity.score(one, other) == pytest.approx(similarity.score(other, one))
            # Where values differ the figures of a document share the odds.
            assert 0 <= rival.score <= similarity.score(one, other) + 1e-6
            there, back = relation(one, other), relation(other, one)
            assert there.name == back.name
            assert there.name in RELATIONS


@given(st.lists(_TEXTS, min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_groups_are_the_same_each_time_and_hold_each_fact_once(texts):
    similarity, _ = library(*texts)
    found = rival_groups(similarity)
    assert _texts(found) == _texts(rival_groups(library(*texts)[0]))
    members = [(each.document.name, each.number) for group in found for each in group.facts]
    assert len(members) == len(set(members))
    assert all(len(group.facts) > 1 for group in found)
    for group in found:
        scores = [similarity.score(*pair) for pair in combinations(group.facts, 2)]
        assert STATED_SAME in scores or min(scores) >= MIN_PAIR
        assert STATED_SAME in scores or fmean(scores) >= MIN_MEAN - 1e-9
    order = [RELATIONS.index(group.relation) for group in found]
    assert order == sorted(order)


def _texts(found):
    return [[each.figure for each in group.facts] for group in found]


@given(st.text(alphabet=string.printable + "千万人%€", max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_added(text):
    similarity, found = library(text, text)
    for one in found:
        similarity.rivals(one)
    rival_groups(similarity)
