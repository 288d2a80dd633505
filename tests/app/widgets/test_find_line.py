"""The find line keeps the focus while it is open, and is closed once something else has it."""

from looking import screen_text, settle


async def test_it_is_typed_on_after_the_window_changed_its_size(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "slash", "=gr")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await type_in(pilot, "=ain")
        assert pilot.app.session.matches.words == "grain"
        await type_in(pilot, "escape")
        assert pilot.app.session.matches is None


async def test_a_filter_is_typed_on_after_the_window_changed_its_size(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "tab", "slash", "=kind:mon")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await type_in(pilot, "=ey", "enter", "j")
        assert "1 of 7 /kind:money" in screen_text(pilot.app)


async def test_a_click_into_the_text_closes_it(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "slash", "=cranes")
        await pilot.click("#reader")
        await settle(pilot)
        desk = pilot.app.desk
        assert desk.focused is desk.reader
        assert "find-words" not in {widget.id for widget in desk._compositor.visible_widgets}
        await type_in(pilot, "n")
        assert "1 of 2" in screen_text(pilot.app)


async def test_a_document_that_is_opened_meanwhile_closes_it(open_desk, type_in, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Five new cranes\n\nThe yard has 5 new cranes.\n", encoding="utf-8")
    async with open_desk() as pilot:
        await type_in(pilot, "slash", "=cranes")
        pilot.app.desk.path_opener.open_path(other)
        pilot.app.desk.background.wait()
        await settle(pilot)
        await type_in(pilot, "H")
        assert pilot.app.session.document.name == "1-harbour.txt"
