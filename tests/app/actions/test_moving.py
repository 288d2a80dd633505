"""Moving through a long text with keys and mouse; the cursor stays in view."""

import pytest
from looking import screen_text, settle

from tui.app.desk.view import DeskView

LINES = [f"On day {day} some {day * 13 + 7} gulls came to the pier." for day in range(300)]


@pytest.fixture
def long(folder):
    (folder / "0-long.txt").write_text("\n\n".join(LINES), encoding="utf-8")


def row_and_top(reader):
    row, top = reader.row_of(reader.cursor), reader.scroll_offset.y
    assert top <= row < top + reader.lines
    assert 0 <= top <= reader.rows - reader.lines
    return row, top


#: Keys, and by how many rows the cursor goes; a page is what is seen but for one row.
MOVES = [
    (["j"], lambda page: 1),
    (["7", "j"], lambda page: 7),
    (["k"], lambda page: -1),
    (["pagedown"], lambda page: page),
    (["3", "pagedown"], lambda page: 3 * page),
    (["pageup"], lambda page: -page),
    (["2", "ctrl+d"], lambda page: 2 * ((page + 1) // 2)),
    (["ctrl+u"], lambda page: -((page + 1) // 2)),
    (["9", "9", "j"], lambda page: 99),
    (["9", "9", "pageup"], lambda page: -9_999),
    (["9", "9", "pagedown"], lambda page: 9_999),
    (["g"], lambda page: -9_999),
    (["G"], lambda page: 9_999),
]


@pytest.mark.parametrize("size", [(120, 30), (60, 17)])
async def test_keys_move_by_rows_and_pages(open_desk, type_in, long, size):
    async with open_desk(size=size) as pilot:
        reader = pilot.app.desk.reader
        for press, rows in MOVES:
            before, _ = row_and_top(reader)
            await type_in(pilot, *press)
            after, _ = row_and_top(reader)
            assert after == max(0, min(before + rows(reader.lines - 1), reader.rows - 1)), press
            # What the cursor stands on is on the screen.
            assert LINES[after // 2][:20] in screen_text(pilot.app)


@pytest.mark.parametrize("is_coming", [False, True])
async def test_another_document_is_followed_once(open_desk, type_in, monkeypatch, is_coming):
    async with open_desk() as pilot:
        desk, followed, follow = pilot.app.desk, [], DeskView.follow
        monkeypatch.setattr(DeskView, "follow", lambda view: followed.append(view) or follow(view))
        if is_coming:
            document = desk.session.library.documents[1]
            monkeypatch.setattr(type(document), "is_extracted", False)
            monkeypatch.setattr(desk.background, "find_at_once", lambda _: False)
        await type_in(pilot, "J")
        assert desk.session.number == 1
        assert len(followed) == 1
        assert ("Figures …" in screen_text(pilot.app)) == is_coming


async def test_a_focused_figure_is_shown_with_the_text_before_it(open_desk, type_in, long):
    async with open_desk(size=(100, 20)) as pilot:
        reader, session = pilot.app.desk.reader, pilot.app.session
        for press in (["]"], *[["]"]] * 8, ["9", "]"], ["9", "9", "]"], ["["], ["9", "9", "["]):
            _, seen = row_and_top(reader)
            await type_in(pilot, *press)
            row, top = row_and_top(reader)
            figure = session.document.figures[session.figure]
            assert figure.text.split()[0] in screen_text(pilot.app).split("\n", 1)[1]
            assert reader.layout_of.row(row).start <= figure.start < reader.layout_of.row(row).end
            if abs(top - seen) > reader.lines:
                assert row - top == reader.lines // 3


def thumb(reader):
    """The rows of the view where the bar at the side is thick."""
    strips = reader.render_lines(reader.size.region)
    return [y for y, strip in enumerate(strips) if strip.text[-1] == "▐"]


async def test_the_scrollbar_matches_the_position(open_desk, type_in, long):
    async with open_desk() as pilot:
        reader = pilot.app.desk.reader
        before = thumb(reader)
        assert before == list(range(len(before)))
        assert 1 <= len(before) < reader.lines // 4
        for _ in range(12):
            await type_in(pilot, "3", "pagedown")
            now = thumb(reader)
            assert before[0] <= now[0] <= now[-1] < reader.lines
            assert len(now) == len(before)
            before = now
        await type_in(pilot, "G")
        assert thumb(reader)[-1] == reader.lines - 1


async def test_the_scrollbar_can_be_dragged(open_desk, type_in, long):
    async with open_desk() as pilot:
        reader = pilot.app.desk.reader
        bar = reader.size.width - 1
        for y, place in ((reader.lines - 1, 1.0), (0, 0.0), (reader.lines // 2, 0.5)):
            await pilot.mouse_down(reader, offset=(bar, y))
            await pilot.mouse_up(reader, offset=(bar, y))
            await settle(pilot)
            far = reader.scroll_offset.y / (reader.rows - reader.lines)
            assert far == pytest.approx(place, abs=0.05)


async def test_a_click_puts_the_cursor_on_a_character_and_below_the_text_nowhere(
    open_desk, type_in
):
    async with open_desk(size=(120, 40)) as pilot:
        reader, session = pilot.app.desk.reader, pilot.app.session
        text = session.document.text
        place = text.index("dockers")
        row = reader.row_of(place)
        column = reader.margin_left + 3 + place - reader.layout_of.row(row).start
        await pilot.click(reader, offset=(column, row))
        await settle(pilot)
        assert session.offset == place
        for y in (reader.rows, reader.lines - 1):
            await pilot.click(reader, offset=(column, y))
            await settle(pilot)
            assert session.offset == place
