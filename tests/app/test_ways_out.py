"""Every dialog closes in two ways, nothing animates, and empty places explain themselves."""

import pytest
from looking import screen_text, settle
from textual.widgets import Input, TextArea

from tui.actions import ACTIONS, LAYERS

#: How each place that can be left is reached from the desk.
WAYS = {
    "find": ["slash"],
    "search": ["s"],
    "name": ["s", "=grain", "ctrl+s"],
    "note": ["right_square_bracket", "a"],
    "notes": ["A"],
    "sheet": ["right_square_bracket", "a", "=word", "ctrl+s", "A", "x"],
    "compare": ["right_square_bracket", "c"],
    "path": ["p"],
    "check": ["C"],
    "facts": ["f"],
    "themes": ["t"],
    "problems": ["P"],
    "palette": ["ctrl+p"],
    "help": ["question_mark"],
    "manual": ["f1"],
    "ask": ["right_square_bracket", "plus", "d"],
}
OUT = ("close", "leave", "cancel", "no")


def keys_out(place):
    """The keys that leave a place, as the table has them."""
    leaving = [action for action in ACTIONS if action.where == place and action.id.endswith(OUT)]
    return [key for action in leaving for key in action.keys]


def test_every_dialog_is_covered_by_these_tests():
    assert set(WAYS) == set(LAYERS) - {"desk"}


@pytest.mark.parametrize("place", WAYS)
async def test_every_dialog_closes_in_two_ways(open_desk, type_in, place):
    keys = keys_out(place)
    assert len(keys) >= 2
    async with open_desk() as pilot:
        for key in keys:
            await type_in(pilot, *WAYS[place])
            assert pilot.app.place == place
            await type_in(pilot, "question_mark" if key == "?" else key)
            assert pilot.app.place != place
            await type_in(pilot, "escape", "escape")
            assert pilot.app.place == "desk"


@pytest.mark.parametrize("place", WAYS)
async def test_nothing_blinks_and_nothing_moves_by_itself(open_desk, type_in, place):
    async with open_desk() as pilot:
        await type_in(pilot, *WAYS[place])
        assert pilot.app.animation_level == "none"
        fields = [*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)]
        assert not any(field.cursor_blink for field in fields)
        before = screen_text(pilot.app)
        await settle(pilot)
        assert screen_text(pilot.app) == before


async def test_ctrl_c_says_which_key_leaves(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "ctrl+c")
        assert "q leaves factdesk" in screen_text(pilot.app)
        assert pilot.app.is_running


@pytest.mark.parametrize(
    ("files", "way", "said"),
    [
        (
            {},
            [],
            [
                "━ Reader ━",
                "No documents.",
                "There is no document here",
                "any file",
                "No figures here.",
            ],
        ),
        ({}, ["A"], ["No notes yet.", "a on a figure or a passage writes one."]),
        ({}, ["f"], ["No documents are open."]),
        ({"a.txt": "No numbers.\n"}, ["f"], ["No figures in these documents."]),
        ({"a.txt": "It cost $12.\n"}, ["f", "slash", "=zebra"], ["No figure has all that:"]),
        ({}, ["s", "=zebra"], ["No documents are open."]),
        ({"a.txt": "It cost $12.\n"}, ["s", "=zebra"], ["f1 says what can be typed"]),
        ({}, ["right_square_bracket"], ["There is nothing open."]),
        ({}, ["slash"], ["There is nothing open."]),
        ({"a.txt": "No numbers.\n"}, ["]"], ["There are no figures in this document."]),
        ({"a.txt": "No numbers.\n"}, [], ["No figures here.", "s searches all documents"]),
        ({"a.txt": " \n"}, [], ["This document is empty.", "J opens the next one."]),
        ({"a.txt": "It cost $12.\n"}, ["tab", "slash", "=>1bn"], ["esc shows all again"]),
        ({"a.txt": "It cost $12.\n"}, ["h", "slash", "=zebra"], ["esc shows all again"]),
        ({"a.txt": "It cost $12.\n"}, ["n"], ["Nothing to find yet: / finds."]),
        ({"a.txt": "It cost $12.\n"}, ["e"], ["No note here: a writes one."]),
        ({"a.txt": "It cost $12.\n"}, ["A", "slash", "=zebra"], ["is:lost"]),
        ({"a.txt": "It cost $12.\n"}, ["P"], ["Nothing is wrong"]),
        ({"a.txt": "No numbers.\n"}, ["full_stop"], ["There are no figures in this document."]),
        ({"a.txt": "No numbers.\n"}, ["F"], ["No figures here to choose from."]),
        ({"a.txt": " \n"}, ["plus"], ["There is nothing here to judge."]),
        ({}, ["plus"], ["There is nothing here to judge."]),
        ({}, ["p", "=/no-such-name", "tab"], ["No name here begins like that."]),
        ({}, ["s", "=zebra", "ctrl+r"], ["Empty the line to see earlier queries"]),
        ({"a.txt": "It cost $12.\n"}, ["A", "slash", "=unit:USD"], ["notes have no > unit:"]),
    ],
)
async def test_empty_places_say_so_and_what_to_do(open_desk, type_in, tmp_path, files, way, said):
    folder = tmp_path / "some"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    async with open_desk(folder) as pilot:
        await type_in(pilot, *way)
        text = screen_text(pilot.app)
        assert [words for words in said if words not in text] == []
