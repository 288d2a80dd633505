"""The frames: what is sent, and no more than must be drawn for it."""

from random import Random

import pytest
from looking import Shown, screen_text, settle

from tui.app.widgets.line_pane import LinePane

#: Keys of all kinds: they move, open and close dialogs, type, filter, sort and zoom.
KEYS = [
    *("j", "k", "space", "b", "]", "[", "J", "K", "tab", "shift+tab", "slash", "slash", "a", "c"),
    *("o", "e", "1", "enter", "escape", "escape", "s", "f", "A", "?", "ctrl+p", "C", "w", "v", "n"),
    *("N", "z", "down", "up", "pagedown", "home", "end", "backspace", "G", "g", "P", "x"),
]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize("number", range(2))
async def test_the_terminal_shows_what_a_whole_frame_would(
    open_desk, type_in, monkeypatch, size, number
):
    dice, shown = Random(number), Shown(monkeypatch, *size)
    async with open_desk(size=size) as pilot:
        pressed = []
        for key in dice.choices(KEYS, k=40):
            pressed.append(key)
            await type_in(pilot, key)
            await pilot.pause(0.03)  # a frame comes at most 17 ms later
            if shown.text != screen_text(pilot.app):
                await pilot.pause(0.5)
            assert shown.text == screen_text(pilot.app), pressed


@pytest.fixture
def drawn(monkeypatch):
    """The rows that panes were asked to draw, by the id of the pane."""
    rows = set()
    draw = LinePane.render_line

    def told(self, y):
        rows.add((self.id, y))
        return draw(self, y)

    monkeypatch.setattr(LinePane, "render_line", told)
    return rows


async def test_a_row_that_has_not_changed_is_not_drawn_again(open_desk, type_in, drawn):
    async with open_desk() as pilot:
        await settle(pilot)
        await pilot.pause(0.05)
        drawn.clear()
        await type_in(pilot, "j")
        await pilot.pause(0.05)
        # The heading and the last row, which stand above and below all panes, have changed, too;
        # and the figure at the cursor is another.
        assert {y for pane, y in drawn if pane == "reader"} == {0, 1}
        assert "documents" not in {pane for pane, _ in drawn}


async def test_what_a_dialog_covers_is_not_drawn(open_desk, type_in, drawn):
    async with open_desk() as pilot:
        await type_in(pilot, "s")
        await pilot.pause(0.05)
        drawn.clear()
        await type_in(pilot, "=cranes")
        await pilot.pause(0.05)
        assert {pane for pane, _ in drawn} == {"hits", "reader"}
        assert pilot.app.desk.reader is not pilot.app.screen.query_one("#reader")
