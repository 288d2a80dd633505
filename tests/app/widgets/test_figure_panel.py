import pytest

from tui.app.widgets.figure_panel import what_it_says
from tui.figures import extract


def said(text, at, room=40):
    return what_it_says(extract(text, dated="2022-05-01")[at], room)


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("The death toll rose to 31 in April.", 0, "  death toll · Apr 2022"),
        ("Police solved 30 cases of card fraud.", 0, " of card fraud"),
        ("Last month 30 ships sank.", 0, "  Apr 2022"),
        ("Some 30 ships sank.", 0, ""),
        ("It was in April 2021.", 0, ""),
    ],
)
def test_a_row_says_what_its_unit_does_not(text, at, words):
    assert said(text, at) == words


@pytest.mark.parametrize(
    ("room", "words"),
    [(23, "  death toll · Apr 2022"), (22, "  death toll"), (9, "  death…"), (7, ""), (-4, "")],
)
def test_a_subject_is_cut_and_a_period_is_left_out_where_there_is_no_room(room, words):
    assert said("The death toll rose to 31 in April.", 0, room) == words
