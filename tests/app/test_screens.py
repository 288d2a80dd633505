"""Screens: styled, laid out and drawn no more often than needed."""

from functools import partialmethod

import pytest
from looking import Shown, screen_text, settle

from tui.app.app import Factdesk
from tui.app.background.results import BackgroundResults
from tui.app.compositor import RowCompositor
from tui.app.desk.desk import Desk


@pytest.fixture
def told(monkeypatch):
    """`told(RowCompositor, "reflow")`: the names of the methods that were called, in order, unless
    one returned None."""
    names = []

    def listen(owner, name, *, even_none=False):
        method = getattr(owner, name)

        def called(self, *arguments, **more):
            result = method(self, *arguments, **more)
            if even_none or result is not None:
                names.append(name)
            return result

        monkeypatch.setattr(owner, name, called)
        return names

    return listen


async def test_the_desk_is_laid_out_and_drawn_whole_once_at_a_start(open_desk, told):
    told(RowCompositor, "render_full_update")
    names = told(RowCompositor, "reflow")
    async with open_desk() as pilot:
        await pilot.pause(0.05)  # a frame comes at most 17 ms later
        assert sorted(names) == ["reflow", "render_full_update"]


@pytest.mark.parametrize("key", ["s", "f", "c", "A", "a", "p", "f2", "f1", "ctrl+p", "P"])
async def test_a_new_dialog_is_laid_out_and_drawn_whole_once(open_desk, told, key):
    async with open_desk() as pilot:
        await pilot.press("]")
        await settle(pilot)
        told(RowCompositor, "render_full_update")
        names = told(RowCompositor, "reflow")
        await pilot.press(key)
        await settle(pilot)
        await pilot.pause(0.05)
        assert sorted(names) == ["reflow", "render_full_update"]


@pytest.mark.parametrize("key", ["s", "ctrl+p"])
async def test_a_dialog_is_not_drawn_again_when_nothing_has_changed(open_desk, told, type_in, key):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, key)
        await pilot.pause(0.05)
        told(RowCompositor, "render_full_update")
        names = told(RowCompositor, "render_partial_update")
        desk.call_later(desk.file_watch.check)  # it is told something every two seconds
        await settle(pilot)
        await pilot.pause(0.05)
        assert names == []


async def test_what_changes_on_the_desk_is_seen_around_a_dialog(open_desk, told, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "ctrl+p")
        await pilot.pause(0.05)
        names = told(RowCompositor, "render_partial_update")
        pilot.app.desk.status.say("The wind has turned.")
        await settle(pilot)
        await pilot.pause(0.05)
        assert names
        assert "The wind has turned." in screen_text(pilot.app)


async def test_what_changed_on_the_desk_below_a_dialog_is_drawn_when_it_is_left(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s")
        pilot.app.desk.status.say("The wind has turned.")
        await type_in(pilot, "escape")
        assert "The wind has turned." in screen_text(pilot.app)


async def test_the_figures_are_drawn_before_other_work_is_begun(open_desk, told):
    told(RowCompositor, "render_update")
    told(Desk, "_begin_the_rest", even_none=True)
    names = told(BackgroundResults, "extracted", even_none=True)
    async with open_desk():
        found = names.index("extracted")
        assert "render_update" in names[found : names.index("_begin_the_rest")]


async def test_no_widgets_are_added_for_notices_and_tooltips(open_desk, monkeypatch):
    with_all = partialmethod(Factdesk.run_test, tooltips=True, notifications=True)
    monkeypatch.setattr(Factdesk, "run_test", with_all)
    async with open_desk() as pilot:
        names = {type(widget).__name__ for widget in pilot.app.desk.children}
        assert "Header" in names
        assert names.isdisjoint({"Toast", "ToastRack", "Tooltip"})


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_find_line_leaves_the_terminal_with_the_pane_that_its_words_changed_hidden(
    open_desk, type_in, monkeypatch, size
):
    shown = Shown(monkeypatch, *size)
    async with open_desk(size=size) as pilot:
        await type_in(pilot, "slash", "=d")
        assert "/ d " in shown.text
        # Another figure is at the cursor: the list of figures and its detail, which have no room in
        # the narrow windows, are to be drawn again.
        await type_in(pilot, "o", "enter")
        await pilot.pause(0.05)
        assert "/ do" not in shown.text
        assert shown.text == screen_text(pilot.app)
