"""Dialogs that are made before they are opened for the first time."""

import pytest
from looking import screen_text, settle, until
from textual.widget import Widget

from tui.app.compositor import RowCompositor
from tui.app.dialog import Dialog

#: The keys that open them, and their classes.
PREPARED = {
    "s": "SearchScreen",
    "a": "NoteEditor",
    "c": "CompareScreen",
    "question_mark": "HelpScreen",
    "f": "FactsScreen",
    "C": "CheckScreen",
    "A": "NotesScreen",
    "ctrl+p": "PaletteScreen",
}


@pytest.fixture
def soon(monkeypatch):
    monkeypatch.setattr("tui.app.preparation.QUIET", 0.001)


def prepared(app):
    """The names of the dialogs that are made."""
    names = [name for name in PREPARED.values() if app.is_screen_installed(name)]
    return [name for name in names if app.get_screen(name).is_running]


async def all_prepared(pilot):
    await until(pilot, lambda: len(prepared(pilot.app)) == len(PREPARED))
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("key", PREPARED)
async def test_a_prepared_dialog_looks_like_one_that_is_made_when_it_is_opened(
    open_desk, type_in, monkeypatch, key, size
):
    async with open_desk(size=size) as pilot:
        await type_in(pilot, "]", key)
        shown = screen_text(pilot.app)
    monkeypatch.setattr("tui.app.preparation.QUIET", 0.001)
    async with open_desk(size=size) as pilot:
        await all_prepared(pilot)
        await type_in(pilot, "]", key)
        assert screen_text(pilot.app) == shown


@pytest.mark.parametrize(("key", "name"), PREPARED.items())
async def test_opening_a_prepared_dialog_makes_no_widgets(
    open_desk, type_in, monkeypatch, soon, key, name
):
    async with open_desk() as pilot:
        await all_prepared(pilot)
        await type_in(pilot, "]")
        dialog, made, drawn = pilot.app.get_screen(name), [], []
        make, draw = Widget.__init__, RowCompositor.render_full_update
        monkeypatch.setattr(
            Widget, "__init__", lambda one, *its, **how: made.append(one) or make(one, *its, **how)
        )
        monkeypatch.setattr(
            RowCompositor,
            "render_full_update",
            lambda one, **how: drawn.append(one) or draw(one, **how),
        )
        await type_in(pilot, key)
        await pilot.pause(0.05)  # a frame comes at most 17 ms later
        assert pilot.app.screen is dialog
        assert made == []
        assert len(drawn) == 1


@pytest.mark.parametrize("key", PREPARED)
async def test_a_prepared_dialog_follows_another_size(open_desk, type_in, soon, key):
    async with open_desk(size=(120, 40)) as pilot:
        await all_prepared(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await type_in(pilot, "]", key)
        shown = screen_text(pilot.app)
        assert {len(row) for row in shown.split("\n")} == {80}
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "]", key)
        assert screen_text(pilot.app) == shown


async def test_no_dialog_is_made_while_keys_are_pressed(open_desk, monkeypatch):
    async with open_desk() as pilot:
        app = pilot.app
        preparation, waits = app._preparation, []
        monkeypatch.setattr(preparation, "_wait", lambda: waits.append(app.dispatched_keys))
        before = app.dispatched_keys
        await pilot.press("j")
        preparation._go_on(before)
        assert prepared(app) == []
        assert waits == [before + 1]  # it goes on waiting
        preparation._go_on(before + 1)  # the find line
        preparation._go_on(before + 1)
        await until(pilot, lambda: prepared(app) == ["SearchScreen"])


async def test_no_dialog_is_made_while_one_is_open(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "P")
        assert isinstance(pilot.app.screen, Dialog)
        pilot.app._preparation._go_on(pilot.app.dispatched_keys)
        assert prepared(pilot.app) == []


async def test_the_find_line_is_made_before_it_is_opened(open_desk, type_in, soon, monkeypatch):
    async with open_desk() as pilot:
        await all_prepared(pilot)
        assert "find" not in {widget.id for widget in pilot.app.desk._compositor.visible_widgets}
        made, make = [], Widget.__init__
        monkeypatch.setattr(
            Widget, "__init__", lambda one, *its, **how: made.append(one) or make(one, *its, **how)
        )
        await type_in(pilot, "slash", "=cranes")
        assert "1 of 2" in screen_text(pilot.app)
        assert made == []


async def test_a_dialog_is_drawn_unseen_in_the_step_after_it_was_made(open_desk, monkeypatch):
    async with open_desk() as pilot:
        app, preparation, drawn = pilot.app, pilot.app._preparation, []
        monkeypatch.setattr(
            "tui.app.preparation.draw_unseen", lambda _, dialog: drawn.append(dialog)
        )
        for _ in range(2):
            preparation._go_on(app.dispatched_keys)
        await until(pilot, lambda: prepared(app) == ["SearchScreen"])
        preparation._go_on(app.dispatched_keys)
        assert drawn == [app.get_screen("SearchScreen")]
        assert app.screen is app.desk
