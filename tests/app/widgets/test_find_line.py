"""The find line keeps the focus while it is open, and is closed once something else has it."""

import pytest
from looking import screen_text, settle
from textual.geometry import Region

from tui.app.compositor import RowCompositor
from tui.app.widgets.find_line import FindLine


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
        assert "find" not in {widget.id for widget in desk._compositor.visible_widgets}
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


@pytest.mark.parametrize("keys", [(), ("tab",), ("shift+tab",)])
async def test_it_is_opened_and_closed_in_one_frame_each(open_desk, type_in, monkeypatch, keys):
    async with open_desk() as pilot:
        await type_in(pilot, *keys, "slash", "escape")
        frames = []
        draw = RowCompositor.render_update

        def drawn(self, *arguments, **more):
            update = draw(self, *arguments, **more)
            frames.append(update)
            return update

        monkeypatch.setattr(RowCompositor, "render_update", drawn)
        for key in ("slash", "escape"):
            await type_in(pilot, key)
            await pilot.pause(0.05)  # a frame comes at most 17 ms later
            assert len([update for update in frames if update is not None]) == 1
            frames.clear()


async def test_its_parts_are_in_the_colours_of_the_theme(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "slash", "=cranes")
        line, ink = pilot.app.desk.query_one(FindLine), pilot.app.desk.reader.ink
        [row] = line.render_lines(Region(0, 0, 120, 1))
        styles = {segment.text.strip(): segment.style for segment in row}
        assert (styles["/"].color, styles["/"].bold) == (ink.accent.color, True)
        assert styles["1 of 2"].color == ink.muted.color
        assert {styles["/"].bgcolor, styles["1 of 2"].bgcolor} == {ink.surface.bgcolor}
