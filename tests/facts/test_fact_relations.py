"""How the values of two figures relate: rounding, hedges, periods."""

from decimal import Decimal

import pytest

from tui.documents import Document
from tui.facts import facts, relation, relations


def first(text, name="a.txt", number=0):
    return list(facts([Document.from_text(text, name)]))[number]


def amount(text, name="a.txt"):
    """The first fact of a text that is no date."""
    return next(
        fact for fact in facts([Document.from_text(text, name)]) if fact.figure.kind != "date"
    )


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        # The same, or rounded to what is written.
        ("Police held 426 men.", "Police held 426 men.", "agree"),
        ("Police solved 1.9 million cases.", "Police solved 1,945,000 cases.", "agree"),
        ("They spent 28 % on roads.", "They spent 28.4 % on roads.", "agree"),
        ("It is 30 miles away.", "It is 48.3 km away.", "agree"),
        ("The wall is 2 km long.", "The wall is 2,000 metres long.", "agree"),
        ("They seized 8 tons.", "They seized 8 tonnes.", "agree"),
        ("Some 5 to 7 ships sank.", "At the quay 6 ships sank.", "agree"),
        # Not rounded: exact numbers, and a digit too far.
        ("The port has 340 dockers.", "The port has 343 dockers.", "differ"),
        ("Police solved 1.9 million cases.", "Police solved 1,960,000 cases.", "differ"),
        ("A ticket costs $9.", "A ticket costs $9.40.", "differ"),
        ("A ticket costs $9,000.", "A ticket costs $9,400.", "agree"),
        ("A ticket costs $900.", "A ticket costs $940.", "differ"),
        ("They counted 1 million birds.", "They counted 1.4 million birds.", "differ"),
        ("They spent 28.1 % on roads.", "They spent 28.4 % on roads.", "differ"),
        # Bounds and hedges reach so far and no further.
        ("Frost of -5 to -3 degrees.", "Frost of -4 degrees.", "agree"),
        ("Dozens of ships sank.", "Dozens of ships sank.", "agree"),
        ("Dozens of ships sank.", "At the quay 31 ships sank.", "hedged"),
        ("Dozens of ships sank.", "At the quay 300 ships sank.", "differ"),
        ("Over 300 homes burnt.", "In all 312 homes burnt.", "hedged"),
        ("Over 300 homes burnt.", "In all 290 homes burnt.", "differ"),
        ("Over 300 homes burnt.", "In all 900 homes burnt.", "differ"),
        ("Over 300 homes burnt.", "In all 375 homes burnt.", "hedged"),
        ("Over 300 homes burnt.", "In all 376 homes burnt.", "differ"),
        ("About 300 homes burnt.", "In all 330 homes burnt.", "hedged"),
        ("About 300 homes burnt.", "In all 331 homes burnt.", "differ"),
        ("About 300 homes burnt.", "In all 270 homes burnt.", "hedged"),
        ("About 300 homes burnt.", "In all 269 homes burnt.", "differ"),
        ("Fewer than 300 homes burnt.", "In all 225 homes burnt.", "hedged"),
        ("Fewer than 300 homes burnt.", "In all 224 homes burnt.", "differ"),
        ("Fewer than 300 homes burnt.", "In all 280 homes burnt.", "hedged"),
        ("About 300 homes burnt.", "In all 285 homes burnt.", "hedged"),
        ("About 300 homes burnt.", "In all 240 homes burnt.", "differ"),
        # Periods: different ones explain a difference, one alone may.
        ("In 2021, 300 homes burnt.", "In 2022, 900 homes burnt.", "other period"),
        ("In 2021, 300 homes burnt.", "In 2022, 300 homes burnt.", "other period"),
        ("In 2021, 300 homes burnt.", "In 2021, 900 homes burnt.", "differ"),
        ("In 2021, 300 homes burnt.", "In all 900 homes burnt.", "period open"),
        ("In May, 300 homes burnt.", "In May 2022, 900 homes burnt.", "period open"),
        ("In May, 300 homes burnt.", "In June 2022, 900 homes burnt.", "other period"),
        ("In 2021, 300 homes burnt.", "In all 300 homes burnt.", "agree"),
    ],
)
def test_two_figures(one, other, name):
    assert relation(amount(one), amount(other, "b.txt")).name == name


@pytest.mark.parametrize(
    ("when", "name"),
    [
        # The same days in another form, nearly the same days, and an end that is not stated.
        ("In the third quarter of 2021,", "differ"),
        ("In the third quarter,", "period open"),
        ("In the second quarter,", "other period"),
        ("From 1 July to 29 September 2021", "period open"),
        ("From 1 July to 29 August 2021", "other period"),
        ("Since July 2021,", "period open"),
        ("Since August 2021,", "other period"),
    ],
)
def test_a_time_is_the_same_however_it_is_written(when, name):
    one, other = f"{when} 300 homes burnt.", "From July to September 2021 900 homes burnt."
    assert relation(amount(one), amount(other, "b.txt")).name == name


def test_the_difference_is_that_of_the_second_against_the_first():
    one = first("Police arrested 373,000 people.")
    other = first("Police arrested 634,000 people.", "b.txt")
    assert round(relation(one, other).by, 2) == Decimal("69.97")
    assert round(relation(other, one).by, 2) == Decimal("-41.17")


def test_no_relative_difference_from_zero():
    assert relation(first("There were 0 cases."), first("There were 9 cases.")).by is None


def test_percentages_differ_by_points():
    one, other = first("Oxley spends 28.5 % on roads."), first("Oxley spends 41.1 % on roads.")
    assert relation(one, other)[1:] == (Decimal("12.6"), "pp")


def test_bounds_are_computed_once_for_each_figure(monkeypatch):
    asked, computed = [], relations.bounds
    monkeypatch.setattr(relations, "bounds", lambda one: asked.append(one) or computed(one))
    one, other = first("Over 300 homes burnt."), first("In all 312 homes burnt.", "b.txt")
    assert relation(one, other).name == "hedged"
    assert asked == [one.figure, other.figure]
