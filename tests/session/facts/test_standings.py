"""How the figures of a document stand among those of all others."""

import csv
import io
import json

import pytest

from tui.documents import Document
from tui.facts import RELATIONS, facts, relation
from tui.session import (
    STATES,
    DraftCheck,
    Standing,
    Verdicts,
    check_sheet,
    nothing_differs,
    standing,
    state_words,
)
from tui.session.facts.rival_finder import RivalFinder

DRAFT = """The flood in Norwall

On 3 May 2021 the flood in Norwall destroyed 355 homes, and 12 bridges in Norwall. In Norwall the
flood killed 9 people. The flood in Norwall cost 48 million euros.

Some 1,800 helpers came to Norwall after the flood. In Norwall the flood flooded 640 cellars.
"""
OFFICE = """The flood in Norwall, by the office

On 3 May 2021 the flood in Norwall destroyed 340 homes, and 12 bridges in Norwall. In Norwall the
flood killed 14 people in 1954. The flood in Norwall flooded 600 cellars.
"""
INSURERS = """The flood in Norwall, by the insurers

The flood in Norwall of 3 May 2021 cost 51 million euros. The flood in Norwall destroyed 355 homes.
"""


def document(text, name):
    made = Document.from_text(text, name)
    assert made.figures is not None
    return made


@pytest.fixture
def library():
    return [
        document(DRAFT, "draft.md"),
        document(OFFICE, "office.txt"),
        document(INSURERS, "insurers.txt"),
    ]


@pytest.fixture
def finder(library):
    made = RivalFinder()
    made.catch_up(library)
    return made


@pytest.fixture
def check(library, finder):
    made = DraftCheck(finder)
    assert made.turn_to(library[0])
    made.take(made.relate(made.missing(), lambda: False))
    return made


def stands(check, words):
    """How the first figure that is written so stands."""
    number = next(fact.number for fact in check.facts if fact.figure.text == words)
    return check.standing(number)


def test_a_figure_that_another_document_contradicts_comes_first(check):
    numbers = check.listed(range(len(check)))
    first = check.facts[numbers[0]]
    assert first.figure.text == "355"
    found = check.standing(first.number)
    assert (found.state, found.rival.fact.figure.text) == ("differ", "340")
    assert (found.tally.others["differ"], found.tally.others["agree"]) == (1, 1)
    ranks = [STATES.index(check.standing(number).state) for number in numbers]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) >= 4


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("355", "differ"),
        ("9", "period open"),
        ("12", "agree"),
        ("1,800", "alone"),
        ("3 May 2021", "not compared"),
    ],
)
def test_a_figure_stands_as_the_likely_rivals_of_other_documents_say(check, words, state):
    assert stands(check, words).state == state


def test_the_states_say_what_the_comparison_says(check, finder):
    """Both count the likely rivals only, and by the same relations."""
    for fact in check.facts:
        rivals = finder.rivals(fact)
        found = check.standing(fact.number)
        others = [one for one in rivals if one.fact.document is not fact.document]
        names = [relation(fact, one.fact).name for one in others if one.is_likely]
        assert sorted(names) == sorted(found.tally.others.elements())
        if names:
            assert found.state == min(names, key=RELATIONS.index)
            assert found.rival in others
            assert found.rival.is_likely
        else:
            assert found.state == ("unlikely" if others else found.state)
            assert found.state in ("unlikely", "alone", "not compared")


def test_a_document_that_contradicts_itself_comes_next():
    text = "In May 2021 the flood in Norwall destroyed {} homes in Norwall."
    draft = document("\n\n".join(text.format(homes) for homes in (340, 355)), "draft.md")
    finder = RivalFinder()
    finder.catch_up([draft])
    fact = next(fact for fact in facts([draft]) if fact.figure.text == "340")
    rivals = finder.rivals(fact)
    likely = [one._replace(score=1.0) for one in rivals]
    found = standing(fact, likely)
    assert (found.state, found.rival.fact.figure.text) == ("differ here", "355")
    assert found.tally.signs == "here ≠ 1"
    assert standing(fact, [one._replace(score=0.1) for one in rivals]) == Standing("alone")


def test_what_is_not_likely_is_not_counted(check, finder):
    fact = check.facts[0]
    fact = next(one for one in check.facts if one.figure.text == "355")
    rivals = [one._replace(score=0.1) for one in finder.rivals(fact)]
    found = standing(fact, rivals)
    assert (found.state, found.tally.signs) == ("unlikely", "")
    assert found.rival == next(one for one in rivals if one.fact.document is not fact.document)


def test_of_figures_that_are_not_likely_one_in_the_same_unit_is_shown(check, finder):
    fact = next(one for one in check.facts if one.figure.text == "355")
    homes = next(one for one in finder.rivals(fact) if one.fact.figure.text == "340")
    bridges = homes._replace(fact=next(
        one for one in facts([homes.fact.document]) if one.figure.text == "12"
    ))  # fmt: skip
    rivals = [one._replace(score=0.1) for one in (bridges, homes)]
    assert standing(fact, rivals).rival.fact.figure.text == "340"
    assert standing(fact, rivals[:1]).rival.fact.figure.text == "12"


def test_of_figures_without_a_likely_rival_the_likeliest_comes_first(check, finder):
    fact = next(one for one in check.facts if one.figure.text == "355")
    rival = finder.rivals(fact)[0]
    scores = {0: 0.1, 1: 0.4, 2: 0.2}
    check.take(
        (number, Standing("unlikely", rival=rival._replace(score=score)))
        for number, score in scores.items()
    )
    assert check.listed(list(scores)) == [1, 2, 0]


def test_another_order_and_one_state_alone(check):
    everything = range(len(check))
    check.next_order()
    assert check.listed(everything) == list(everything)
    check.next_only()
    assert check.only == "differ"
    differing = check.listed(everything)
    assert {check.standing(number).state for number in differing} == {"differ"}
    assert check.listed(differing[1:]) == differing[1:]
    seen = []
    while check.only:
        seen.append(check.only)
        check.next_only()
    assert seen == [state for state in STATES if check.counts()[state]]
    assert check.listed(everything) == list(everything)


def test_only_what_is_not_known_is_compared(check, library, finder):
    assert check.missing() == []
    assert not check.turn_to(library[0])
    finder.catch_up([*library, document("The flood in Norwall destroyed 355 homes.", "new.txt")])
    assert check.missing() == list(range(len(check)))
    assert stands(check, "355").tally.others["agree"] == 1
    check.take(check.relate(check.missing(), lambda: False))
    assert stands(check, "355").tally.others["agree"] == 2
    assert check.missing() == []
    assert check.turn_to(library[1])
    assert check.counts() == {}
    assert check.missing() == list(range(len(library[1].figures)))


def test_comparing_stops_when_it_is_over(check):
    asked = []
    found = check.relate([0, 1, 2], lambda: asked.append(0) or len(asked) > 2)
    assert [number for number, _ in found] == [0, 1]


def test_the_sentence_names_the_document_and_counts(check):
    counts = check.counts()
    said = nothing_differs({"agree": counts["agree"], "alone": counts["alone"]}, "draft.md")
    assert said.startswith("No other document contradicts a figure of draft.md: ")
    assert f"{counts['agree']} agree" in said


def listed(check):
    return [(fact, check.standing(fact.number)) for fact in check.facts]


@pytest.mark.parametrize("form", ["html", "md", "csv", "json"])
def test_a_sheet_names_the_figure_that_decides(check, form):
    sheet = check_sheet(listed(check), lambda fact: None, Verdicts(()))
    assert (sheet.words, sheet.name) == (f"{len(check)} figures", "check.html")
    text = sheet.text(form)
    assert "340 homes" in text
    assert "office.txt" in text
    assert "1 differ; 1 agree" in text
    assert state_words("alone") in text


def test_a_spreadsheet_has_a_column_for_each_field_of_it(check):
    sheet = check_sheet(listed(check), lambda fact: None, Verdicts(()))
    rows = list(csv.DictReader(io.StringIO(sheet.text("csv"), newline="")))
    (homes,) = (row for row in rows if row["quote"] == "355")
    assert homes["standing"] == "differ"
    assert (homes["elsewhere_file"], homes["elsewhere_line"]) == ("office.txt", "3")
    assert homes["elsewhere_sentence"].startswith("On 3 May 2021 the flood")
    assert all(None not in row.values() for row in rows)
    (helpers,) = (row for row in json.loads(sheet.text("json")) if row["quote"] == "1,800")
    assert (helpers["relation"], helpers["elsewhere"]) == ("nowhere else", None)


def test_a_markdown_table_keeps_its_columns(check):
    sheet = check_sheet(listed(check), lambda fact: None, Verdicts(()))
    rows = sheet.text("md").splitlines()
    assert rows[0].endswith("| sentence | elsewhere |")
    assert len({row.replace("\\|", "").count("|") for row in rows}) == 1


def test_a_figure_that_was_not_compared_yet_says_so(check):
    sheet = check_sheet([(check.facts[0], None)], lambda fact: None, Verdicts(()))
    assert "not compared yet" in sheet.text("md")
    assert "elsewhere" not in sheet.text("md")
