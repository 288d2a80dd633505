"""Dialogs: closed once, however fast keys arrive; reused; resized."""

import pytest
from looking import screen_text, settle
from textual import events
from textual.geometry import Region, Size

from tui.app.compositor import RowCompositor
from tui.app.dialog import Dialog
from tui.app.dialogs.editor import NoteEditor

OPENED_BY = ["s", "A", "a", "w", "t", "P", "f", "p", "question_mark", "f1", "f2", "ctrl+p"]


@pytest.mark.parametrize("key", OPENED_BY)
async def test_closing_twice_at_once_closes_only_the_dialog(open_desk, type_in, key):
    async with open_desk() as pilot:
        await type_in(pilot, key)
        dialog = pilot.app.screen
        assert isinstance(dialog, Dialog)
        dialog.dismiss()
        dialog.dismiss()
        await settle(pilot)
        assert pilot.app.screen is pilot.app.desk


@pytest.mark.parametrize("key", [*OPENED_BY, "c"])
async def test_ctrl_c_closes_every_dialog(open_desk, type_in, key):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", key, "ctrl+c")
        assert pilot.app.screen is pilot.app.desk


async def test_enter_twice_at_once_opens_the_hit(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=passengers")
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert pilot.app.screen is pilot.app.desk
        assert pilot.app.session.document.name == "2-ferries.txt"


async def test_a_dialog_below_another_is_not_closed(open_desk, type_in):
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


#: Keys that open a dialog which is kept, and what is done in it before it is left.
KEPT = [
    ("s", ["=cranes", "down", *["backspace"] * 6, "ctrl+s"]),
    ("A", ["slash", "=crane", *["backspace"] * 5]),
    ("a", ["=words", "tab", "=tag", "tab", "=12", "tab", "=seen"]),
    ("w", ["=words", "tab", "=tag", "tab", "=May 2024"]),
    ("f", ["j", "j", "slash", "=crane", *["backspace"] * 5, "escape", "g"]),
    ("c", ["j"]),
    ("p", ["=/", "down"]),
    ("question_mark", ["space", "slash", "=note"]),
    ("ctrl+p", ["=note", "down"]),
]


@pytest.mark.parametrize(("key", "done"), KEPT)
async def test_a_reopened_dialog_is_reset(open_desk, type_in, key, done):
    async with open_desk() as pilot:
        await type_in(pilot, "]", key)
        first, shown = pilot.app.screen, screen_text(pilot.app)
        await type_in(pilot, *done)
        first.dismiss()
        await settle(pilot)
        await type_in(pilot, key)
        assert pilot.app.screen is first
        assert screen_text(pilot.app) == shown


async def test_the_list_of_notes_is_as_it_was_left(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "w", "=On cranes.", "ctrl+s", "A", "slash", "=dockers", "enter")
        shown = screen_text(pilot.app)
        assert "On cranes." not in shown
        await type_in(pilot, "escape", "A")
        assert screen_text(pilot.app) == shown


@pytest.mark.parametrize("key", [key for key, _ in KEPT])
async def test_a_dialog_follows_another_size_while_it_is_away(open_desk, type_in, key):
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "]", key)
        dialog, shown = pilot.app.screen, screen_text(pilot.app)
        dialog.dismiss()
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        await type_in(pilot, key)
        dialog.dismiss()
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await type_in(pilot, key)
        assert screen_text(pilot.app) == shown


@pytest.mark.parametrize("key", [key for key, _ in KEPT])
async def test_a_dialog_follows_another_size_while_it_is_open(open_desk, type_in, key):
    async with open_desk(size=(120, 40)) as pilot:
        await type_in(pilot, "]", key)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        size = pilot.app.screen.children[0].outer_size
        assert size.width <= 80
        assert size.height <= 24


async def test_a_dialog_is_recreated_for_another_theme(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "ctrl+c")
        before = pilot.app.screen
        pilot.app.theming.apply("paper")
        await type_in(pilot, "s")
        search = pilot.app.screen
        assert search is not before
        assert search.query_one("#hits").ink is pilot.app.theming.ink
        assert search.styles.background == pilot.app.desk.styles.background
        await type_in(pilot, "ctrl+c")
        assert pilot.app.screen is pilot.app.desk


@pytest.mark.parametrize(("answer", "is_left"), [("#yes", True), ("#no", False)])
async def test_an_answer_can_be_clicked(open_desk, type_in, answer, is_left):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=words", "escape")
        await pilot.click(answer)
        await settle(pilot)
        assert (pilot.app.screen is pilot.app.desk) == is_left
        assert isinstance(pilot.app.screen, NoteEditor) != is_left


#: Keys that open a dialog, and the answers that it must show in the smallest of windows.
IN_SMALL = [
    (["a"], "^s save"),
    (["a", "=words", "escape"], "go on writing"),
    (["t"], "enter keep"),
    (["P"], "themes and notes."),
]


@pytest.mark.parametrize(("opened_by", "words"), IN_SMALL)
async def test_a_dialog_fits_into_a_small_window(open_desk, type_in, opened_by, words):
    async with open_desk(size=(40, 12)) as pilot:
        await type_in(pilot, *opened_by)
        rows = screen_text(pilot.app).split("\n")
        assert any(words in row for row in rows)
        for corner in "╭╮╰╯":
            assert sum(row.count(corner) for row in rows) == len(pilot.app.screen_stack) - 1


@pytest.fixture
def frames(monkeypatch):
    """What was drawn, in order: `whole` screens and `parts`."""
    drawn = []

    def listen(method, name):
        draw = getattr(RowCompositor, method)

        def told(self, *arguments, **more):
            update = draw(self, *arguments, **more)
            if update is not None:
                drawn.append(name)
            return update

        monkeypatch.setattr(RowCompositor, method, told)

    listen("render_full_update", "whole")
    listen("render_partial_update", "parts")
    return drawn


@pytest.mark.parametrize(
    ("key", "then", "drawn"),
    [
        ("s", "=x", "whole"),
        ("f", "j", "whole"),
        ("a", "=x", "parts"),
        ("question_mark", "space", "whole"),
        ("ctrl+p", "=x", "parts"),
    ],
)
async def test_a_dialog_that_is_opened_again_is_drawn_once_and_nothing_around_it(
    open_desk, type_in, frames, key, then, drawn
):
    async with open_desk() as pilot:
        for _ in range(4):  # a second time would depend on when the timer of the desk fires
            await type_in(pilot, key, "escape", "]")
            await pilot.pause(0.05)  # a frame comes at most 17 ms later
            frames.clear()
            await pilot.press(key)
            await settle(pilot)
            await pilot.pause(0.05)
            assert isinstance(pilot.app.screen, Dialog)
            assert frames == [drawn]
            await type_in(pilot, "escape")
        await type_in(pilot, key, then)
        await pilot.pause(0.05)
        assert frames[-1] == "parts"


@pytest.mark.parametrize("key", ["a", "ctrl+p"])
async def test_the_screen_is_drawn_whole_for_a_dialog_if_the_desk_below_is_not_on_the_terminal(
    open_desk, type_in, frames, key
):
    async with open_desk() as pilot:
        await type_in(pilot, "]", key, "escape")
        await pilot.pause(0.05)
        frames.clear()
        pilot.app.desk.is_shown = False  # as when it was not drawn since another dialog was closed
        await pilot.press(key)
        await settle(pilot)
        await pilot.pause(0.05)
        assert frames == ["whole"]


async def test_the_desk_is_on_the_terminal_once_it_is_drawn(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        assert desk.is_shown
        await type_in(pilot, "ctrl+p")
        pilot.app.screen.dismiss()
        desk.on_screen_resume(events.ScreenResume())
        assert not desk.is_shown
        await pilot.pause(0.05)
        assert desk.is_shown


@pytest.mark.parametrize("key", ["a", "ctrl+p", "t"])
async def test_the_desk_is_seen_around_a_dialog_as_it_is(open_desk, type_in, key):
    async with open_desk() as pilot:
        before = pilot.app.screen._compositor.render_strips()
        await type_in(pilot, key)
        dialog = pilot.app.screen
        box = dialog.query_one(".dialog").region
        shown = dialog._compositor.render_strips()
        outside = [y for y in range(pilot.app.size.height) if not box.y <= y < box.bottom]
        # The last row says other keys.
        assert [shown[y].text for y in outside[:-1]] == [before[y].text for y in outside[:-1]]
        assert shown[box.y].crop(0, box.x).text == before[box.y].crop(0, box.x).text
        assert list(shown[0]) == list(before[0])


@pytest.mark.parametrize(("key", "typed"), [("a", "=words"), ("ctrl+p", "=note")])
async def test_a_letter_in_a_dialog_does_not_draw_the_desk_around_it(
    open_desk, type_in, monkeypatch, key, typed
):
    async with open_desk() as pilot:
        await type_in(pilot, key)
        await pilot.pause(0.05)  # a frame comes at most 17 ms later
        drawn, render = [], RowCompositor.render_strips

        def told(compositor, *size):
            drawn.append(compositor)
            return render(compositor, *size)

        monkeypatch.setattr(RowCompositor, "render_strips", told)
        await type_in(pilot, typed)
        await pilot.pause(0.05)
        assert drawn == []


async def test_the_desk_around_two_dialogs_is_drawn_when_it_has_changed(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=words", "escape")
        assert len(pilot.app.screen_stack) == 3
        assert "The wind has turned." not in screen_text(pilot.app)
        pilot.app.desk.status.say("The wind has turned.")
        await settle(pilot)
        await pilot.pause(0.05)
        assert "The wind has turned." in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(40, 12), (200, 50)])
async def test_a_dialog_is_drawn_whole_over_a_desk_that_has_another_size_still(
    open_desk, type_in, size
):
    async with open_desk(size=(120, 40)) as pilot:
        await type_in(pilot, "a")
        desk = pilot.app.desk
        desk._compositor.reflow(desk, Size(*size))
        rows = pilot.app.screen.render_lines(Region(0, 0, 120, 40))
        assert [row.cell_length for row in rows] == [120] * 40


async def test_the_heading_is_right_after_the_window_changed_below_a_dialog(
    open_desk, type_in, folder
):
    (folder / "1-harbour.txt").write_text("Ships\n\n" + "There are 12 ships in port. " * 400)
    async with open_desk() as pilot:
        await type_in(pilot, "ctrl+p")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await type_in(pilot, "escape")
        heading = screen_text(pilot.app).split("\n")[0]
        assert f" {pilot.app.desk.reader.progress} %" in heading


async def test_the_headings_around_a_dialog_follow_another_size(open_desk, type_in, folder):
    (folder / "0-long.txt").write_text("Long words\n\n" + "and so on, " * 2_000, encoding="utf-8")
    async with open_desk() as pilot:
        await type_in(pilot, "P")
        for size in [(80, 24), (120, 40), (120, 24)]:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            await pilot.pause()
            desk = pilot.app.desk
            heading = desk._compositor.render_strips()[0].text
            assert f"· {desk.reader.progress} %" in heading
