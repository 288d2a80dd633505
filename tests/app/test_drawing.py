"""Cached rows are dropped when anything about them changes."""

import pytest
from textual.geometry import Region
from textual.widgets import Input

from tui.app.widgets.field import Field

#: One row in each paragraph, more of them than a screen has.
LONG = "\n\n".join(f"Paragraph {number} speaks of cranes." for number in range(200))


def cells(strips):
    """Each cell of some strips, with its style."""
    return [
        [(sign, segment.style) for segment in strip for sign in segment.text] for strip in strips
    ]


def marked(reader):
    """The words in view that are marked as found."""
    strips = reader.render_lines(reader.size.region)
    hits = (reader.ink.hit.bgcolor, reader.ink.hit_current.bgcolor)
    return [
        segment.text
        for strip in strips
        for segment in strip
        if segment.style and segment.style.bgcolor in hits
    ]


@pytest.fixture
def long(folder):
    (folder / "0-long.txt").write_text(LONG, encoding="utf-8")


async def test_highlights_of_rows_out_of_view_are_updated(open_desk, type_in, long):
    async with open_desk() as pilot:
        reader = pilot.app.desk.reader
        await type_in(pilot, "G", "g")
        assert marked(reader) == []
        await type_in(pilot, "/", "=graph 19", "enter", "n")
        assert marked(reader) == ["graph 19"] * 10
        await type_in(pilot, "g", "escape", "G")
        assert marked(reader) == []


async def test_only_the_current_match_is_highlighted_as_such(open_desk, type_in, long):
    async with open_desk() as pilot:
        reader = pilot.app.desk.reader
        await type_in(pilot, "/", "=graph 3 ")
        assert marked(reader) == ["graph 3"]
        await type_in(pilot, "backspace", "backspace", "=5")
        assert marked(reader) == ["graph 5"]


async def test_no_row_keeps_the_colours_of_the_previous_theme(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        before = cells(desk.reader.render_lines(desk.reader.size.region))
        pilot.app.theming.choose("solarized-light")
        await type_in(pilot, "j")
        for pane in desk.panes.all:
            grounds = {
                style.bgcolor.name
                for row in cells(pane.render_lines(pane.size.region))
                for _, style in row
            }
            colours = pilot.app.theming.theme.colours
            assert grounds <= {colours[key] for key in ("background", "surface", "cursor")}
        pilot.app.theming.choose("dusk")
        await type_in(pilot, "k")
        assert cells(desk.reader.render_lines(desk.reader.size.region)) == before


FIELDS = {
    "empty": [],
    "words": ["=words"],
    "the cursor within": ["=words", "left", "left"],
    "selected": ["=some words", "shift+left", "shift+left"],
    "selected from the beginning": ["=some words", "home", "shift+right"],
    "wide signs": ["=公安部 cases", "home", "right"],
    "longer than the field": ["=" + "many words " * 20],
    "longer, at its beginning": ["=" + "many words " * 20, "home"],
}


@pytest.mark.parametrize("pressed", FIELDS.values(), ids=FIELDS)
async def test_a_field_looks_as_textual_would_draw_it(open_desk, type_in, pressed):
    async with open_desk() as pilot:
        await type_in(pilot, "s", *pressed)
        field = pilot.app.screen.query_one(Field)
        whole = Region(0, 0, *field.outer_size)
        ours, textuals = field.render_lines(whole), Input.render_lines(field, whole)
        assert [strip.cell_length for strip in ours] == [field.outer_size.width]
        for (sign, style), (other, its) in zip(cells(ours)[0], cells(textuals)[0], strict=True):
            assert (sign, style.bgcolor, style.reverse) == (other, its.bgcolor, its.reverse)
            assert sign == " " or style.color == its.color


@pytest.mark.parametrize("opened", [["f"], ["A"], ["right_square_bracket"] * 3 + ["c"]])
async def test_a_filter_that_gets_the_focus_redraws_nothing_else(
    open_desk, type_in, monkeypatch, opened
):
    async with open_desk() as pilot:
        await type_in(pilot, *opened)
        screen, drawn = pilot.app.screen, []
        monkeypatch.setattr(screen, "refresh", lambda *parts, **how: drawn.append(parts))
        await type_in(pilot, "slash")
        assert isinstance(screen.focused, Field)
        await type_in(pilot, "escape")
        assert not isinstance(screen.focused, Field)
        assert drawn == []
