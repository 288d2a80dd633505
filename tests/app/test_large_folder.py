"""A folder whose index lies on disk: the desk searches it as any other."""

from looking import screen_text

from tui import files
from tui.search import opening


async def test_what_was_indexed_on_disk_is_found_today_and_tomorrow(
    open_desk, type_in, monkeypatch
):
    monkeypatch.setattr(opening, "IN_MEMORY", 2)
    for _ in range(2):
        async with open_desk() as pilot:
            (segment,) = files.cache_folder().rglob("*.segment")
            await type_in(pilot, "s", "=pasengers lose")
            assert "Ferries lose passengers" in screen_text(pilot.app)
            await type_in(pilot, "enter")
            assert pilot.app.session.document.name == "2-ferries.txt"
    assert [segment] == list(files.cache_folder().rglob("*.segment"))


async def test_a_note_is_found_beside_what_lies_on_disk(open_desk, type_in, monkeypatch):
    monkeypatch.setattr(opening, "IN_MEMORY", 2)
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=Ask the dockers", "ctrl+s", "s", "=ask dockrs")
        assert "Ask the dockers" in screen_text(pilot.app)
