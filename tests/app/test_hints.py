"""The key hints in the last row: a click on one does what its key does."""

import pytest
from looking import screen_text, settle

from tui.app.widgets.status import Status


async def click(pilot, hint, *, beside=0):
    """Click on a hint as it is shown, in the upper screen."""
    status = pilot.app.screen.query_one(Status)
    row = screen_text(pilot.app).split("\n")[status.region.y]
    x = row.index(f" {hint}  ") + 1 - status.region.x
    await pilot.click(status, offset=(x + beside, 0))
    await settle(pilot)


@pytest.mark.parametrize("beside", [0, 1, 7])
async def test_a_click_on_a_hint_does_what_its_key_does(open_desk, beside):
    async with open_desk() as pilot:
        await click(pilot, "s search", beside=beside)
        assert pilot.app.place == "search"
        await click(pilot, "esc close")
        assert pilot.app.place == "desk"


async def test_beside_a_figure_in_words_there_is_the_way_to_all_keys(open_desk, type_in):
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "]", "]")
        last = screen_text(pilot.app).split("\n")[-1]
        assert last.startswith(" 1.2 m tonnes · grain ")
        assert last.endswith(" ? help  ")
        await click(pilot, "? help")
        assert pilot.app.place == "help"


async def test_a_click_between_hints_does_nothing(open_desk):
    async with open_desk() as pilot:
        for beside in (-1, 8, 9):
            await click(pilot, "s search", beside=beside)
        assert pilot.app.place == "desk"


async def test_a_click_acts_on_the_pane_that_has_the_focus(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "tab")
        here = pilot.app.desk.panes.here
        await click(pilot, "/ filter")
        assert pilot.app.desk.panes.typed_for == here
        await type_in(pilot, "=12")
        await click(pilot, "esc back")
        assert pilot.app.desk.panes.typed_for is None
        assert pilot.app.desk.panes.here == here


@pytest.mark.parametrize(
    ("opened_by", "hint"),
    [("A", "esc close"), ("question_mark", "esc close"), ("a", "esc leave"), ("t", "esc cancel")],
)
async def test_dialogs_are_closed_by_a_click(open_desk, type_in, opened_by, hint):
    async with open_desk() as pilot:
        await type_in(pilot, opened_by)
        await click(pilot, hint)
        assert pilot.app.place == "desk"


@pytest.mark.parametrize(
    ("opened_by", "of_list"), [("A", "d delete"), ("f", "o sort"), ("c", "] next")]
)
async def test_while_a_filter_is_typed_only_its_own_keys_are_shown(
    open_desk, type_in, opened_by, of_list
):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", opened_by)
        row = pilot.app.screen.query_one(Status).region.y
        before = screen_text(pilot.app).split("\n")[row]
        assert of_list in before
        await type_in(pilot, "slash")
        typing = screen_text(pilot.app).split("\n")[row]
        assert "enter to the list" in typing
        assert "x export" not in typing
        await click(pilot, "enter to the list")
        assert screen_text(pilot.app).split("\n")[row] == before


async def test_a_message_is_no_hint(open_desk):
    async with open_desk() as pilot:
        status = pilot.app.desk.status
        x = screen_text(pilot.app).split("\n")[status.region.y].index("s search")
        status.say("A message, which stands where the hints are.")
        await pilot.click(status, offset=(x, 0))
        await settle(pilot)
        assert pilot.app.place == "desk"
