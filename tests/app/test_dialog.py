"""Every dialog can be left once, however fast the keys come."""

import pytest
from looking import settle

from tui.app.dialog import Dialog

OPENED_BY = ["s", "A", "a", "w", "t", "P", "f", "p", "question_mark", "f1", "f2", "ctrl+p"]


@pytest.mark.parametrize("key", OPENED_BY)
async def test_leaving_twice_at_once_takes_only_the_dialog_away(open_desk, type_in, key):
    async with open_desk() as pilot:
        await type_in(pilot, key)
        dialog = pilot.app.screen
        assert isinstance(dialog, Dialog)
        dialog.dismiss()
        dialog.dismiss()
        await settle(pilot)
        assert pilot.app.screen is pilot.app.desk


async def test_enter_twice_at_once_opens_the_hit(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=passengers")
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert pilot.app.screen is pilot.app.desk
        assert pilot.app.session.document.name == "2-ferries.txt"


async def test_a_dialog_below_another_is_not_left(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "t")
        themes = pilot.app.screen
        await type_in(pilot, "f2")
        above = pilot.app.screen
        themes.dismiss("paper")
        await settle(pilot)
        assert pilot.app.screen is above
        await type_in(pilot, "escape", "escape")
        assert pilot.app.screen is pilot.app.desk
