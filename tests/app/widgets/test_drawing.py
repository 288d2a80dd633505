"""Cached rows are dropped when anything about them changes."""

import pytest
from textual.containers import Vertical
from textual.geometry import Region
from textual.widgets import Input, TextArea

from tui.app.dialog import Box
from tui.app.dialogs.body import Body
from tui.app.widgets.field import Field
from tui.app.widgets.labelled_field import LabelledField

#: One row in each paragraph, more of them than a screen has.
LONG = "\n\n".join(f"Paragraph {number} speaks of cranes." for number in range(200))


def cells(strips):
    """Each cell of some strips, with its style."""
    return [
        [(sign, segment.style) for segment in strip for sign in segment.text] for strip in strips
    ]


def seen(strips):
    """The same, without the colour of blanks, which have none to be seen."""
    return [
        [(sign, style.bgcolor, style.reverse, sign == " " or style.color) for sign, style in row]
        for row in cells(strips)
    ]


def drawn_by_textual(body):
    """The rows of the body of a note, drawn by Textual from the beginning."""
    TextArea.notify_style_update(body)
    return TextArea.render_lines(body, Region(0, 0, *body.outer_size))


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
        assert seen(ours) == seen(textuals)


BODIES = {
    "empty": [],
    "words": ["=some words", "left"],
    "three rows": ["=one", "enter", "=two", "enter", "=three", "up"],
    "selected rows": ["=one", "enter", "enter", "=two", "shift+up", "shift+up"],
    "wide signs": ["=公安部 cases", "home", "right"],
    "more rows than it has": ["=one", *["enter"] * 40, "=two"],
    "more rows, at the first": ["=one", *["enter"] * 40, "=two", "ctrl+home"],
}


@pytest.mark.parametrize("pressed", BODIES.values(), ids=BODIES)
async def test_the_body_of_a_note_looks_as_textual_would_draw_it(open_desk, type_in, pressed):
    async with open_desk() as pilot:
        await type_in(pilot, "a", *pressed)
        body = pilot.app.screen.query_one(Body)
        whole = Region(0, 0, *body.outer_size)
        ours = body.render_lines(whole)
        assert seen(ours) == seen(drawn_by_textual(body))
        part = Region(1, 2, 30, 3)
        assert cells(body.render_lines(part)) == [row[1:31] for row in cells(ours)[2:5]]


async def test_the_body_of_a_note_takes_the_colours_of_another_theme(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=words", "shift+left")
        body = pilot.app.screen.query_one(Body)
        whole = Region(0, 0, *body.outer_size)
        before = seen(body.render_lines(whole))
        pilot.app.theming.choose("paper")
        await type_in(pilot, "shift+left")
        ours = seen(body.render_lines(whole))
        assert ours == seen(drawn_by_textual(body))
        assert ours[0][0][1] != before[0][0][1]


async def test_a_letter_in_a_note_draws_its_row_only(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=one", "enter", "=two", "up")
        asked, draw = [], Body.render_line
        monkeypatch.setattr(Body, "render_line", lambda body, y: asked.append(y) or draw(body, y))
        body = pilot.app.screen.query_one(Body)
        await type_in(pilot, "x")
        await pilot.pause(0.05)  # a frame comes at most 17 ms later
        assert body.text == "onex\ntwo"
        assert sorted(set(asked)) == [0, 1, 2]  # the last stands for all below


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
@pytest.mark.parametrize("opened", ["a", "A", "f2", "ctrl+p", "p"])
async def test_a_box_looks_as_textual_would_draw_it(open_desk, type_in, opened, size):
    async with open_desk(size=size) as pilot:
        await type_in(pilot, opened)
        box = pilot.app.screen.query_one(Box)
        whole = Region(0, 0, *box.outer_size)
        ours = box.render_lines(whole)
        assert cells(ours) == cells(Vertical.render_lines(box, whole))
        assert len(set(map(id, ours))) == 3
        part = Region(1, 2, 30, 3)
        assert cells(box.render_lines(part)) == [row[1:31] for row in cells(ours)[2:5]]


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


@pytest.mark.parametrize(("words", "ending"), [(4, "very far”"), (90, "…")])
async def test_the_details_of_a_figure_show_where_its_sentence_was_cut(
    open_desk, type_in, tmp_path, words, ending
):
    (tmp_path / "a.txt").write_text(f"We saw 30 goats run {'very ' * words}far", encoding="utf-8")
    async with open_desk(tmp_path) as pilot:
        await type_in(pilot, "right_square_bracket")
        detail = pilot.app.desk.panes.panel.detail
        rows = ["".join(part.text for part in detail.row(y, 32)) for y in range(detail.size.height)]
        assert " ".join(" ".join(rows).split()).endswith(ending)


async def test_label_and_reading_of_a_field_are_in_the_colours_of_the_theme(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "]", "a", "tab", "tab", "=12")
        field, ink = pilot.app.screen.query_one("#value", LabelledField), pilot.app.desk.reader.ink
        [row] = field.render_lines(Region(0, 0, *field.outer_size))
        styles = {segment.text.strip(): segment.style for segment in row}
        said = next(words for words in styles if words.startswith("= "))
        assert styles["value"].color == ink.muted.color
        assert styles[said].color == ink.accent.color
        assert {styles["value"].bgcolor, styles[said].bgcolor} == {ink.surface.bgcolor}
        assert field.styles.padding.right == len(said) + 2
        await type_in(pilot, "backspace", "backspace")
        assert field.styles.padding.right == 2
