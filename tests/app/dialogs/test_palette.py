"""The palette: finding and running everything by name."""

import pytest
from looking import screen_text

from tui.actions import ACTIONS
from tui.app.dialogs.help import HelpScreen
from tui.app.dialogs.palette import ChoiceList, PaletteScreen, commands
from tui.app.dialogs.search import SearchScreen
from tui.session.remembered.recent_queries import RecentQueries


def test_every_command_of_the_desk_is_there_with_the_keys_in_force():
    found = {choice.what: choice for choice in commands({"figure.next": ("f7", "]")})}
    wanted = {a.id for a in ACTIONS if a.where in ("desk", "judge", "app", "pane")}
    assert set(found) == wanted - {"desk.palette"}
    assert found["figure.next"].end == "f7  ]"
    assert found["verdict.9"].end == ""


async def test_a_command_is_found_and_run(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "ctrl+p")
        assert "Go to the next figure in this document" in screen_text(pilot.app)
        await type_in(pilot, "=next figure", "enter")
        assert pilot.app.screen is pilot.app.desk
        assert pilot.app.session.figure == 0


@pytest.mark.parametrize(
    ("typed", "done"),
    [
        ("last row", lambda app: app.session.offset > 200),
        ("what you can do anywhere", lambda app: isinstance(app.screen, HelpScreen)),
        ("next pane", lambda app: app.desk.focused is app.desk.panel.list),
        ("ferries", lambda app: app.session.document.name == "2-ferries.txt"),
        ("theme paper", lambda app: app.session.memory.theme == "paper"),
        ("search grain", lambda app: isinstance(app.screen, SearchScreen)),
        ("leave", lambda app: not app.is_running),
    ],
)
async def test_every_kind_of_choice_is_carried_out(open_desk, type_in, typed, done):
    RecentQueries().remember("grain >1m")
    async with open_desk() as pilot:
        await type_in(pilot, "ctrl+p", f"={typed}", "enter")
        assert done(pilot.app)
        if isinstance(pilot.app.screen, SearchScreen):
            assert pilot.app.session.query == "grain >1m"


async def test_it_can_be_left_and_moved_in(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "ctrl+p", "=document", "down", "down", "up", "pagedown", "pageup")
        screen = pilot.app.screen
        assert isinstance(screen, PaletteScreen)
        assert screen.query_one(ChoiceList).cursor == 0
        await type_in(pilot, "ctrl+u", "=zebra")
        assert "Nothing is called that." in screen_text(pilot.app)
        await type_in(pilot, "enter")
        assert pilot.app.screen is screen
        await type_in(pilot, "ctrl+c")
        assert pilot.app.screen is pilot.app.desk


async def test_titles_are_made_safe_and_not_parsed_as_markup(open_desk, type_in, folder):
    (folder / "3-bad.txt").write_text("[red]Owned[/] \x1b]0;x\x07 [/\n\nText.\n", encoding="utf-8")
    async with open_desk() as pilot:
        await type_in(pilot, "ctrl+p", "=owned")
        text = screen_text(pilot.app)
        assert "[red]Owned[/]" in text
        assert not set(text) & set("\x1b\x07")


async def test_what_is_done_in_a_list_is_found_by_the_list(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "ctrl+p", "=export")
        text = screen_text(pilot.app)
        assert "List all notes: filter, decide, export" in text
        assert "List the figures of all documents: sort, group, export" in text
