"""Selecting words with keys or mouse, and noting the selection."""

import pytest
from looking import screen_text
from textual.events import MouseDown, MouseMove, MouseUp
from textual.geometry import Offset
from textual.selection import Selection


async def test_words_are_selected_and_noted(open_desk, type_in):
    async with open_desk() as pilot:
        session, reader = pilot.app.session, pilot.app.desk.reader
        await type_in(pilot, "j", "j", "v")
        assert session.document.text[slice(*session.selection)] == "Port"
        await type_in(pilot, "right")
        assert session.document.text[slice(*session.selection)] == "Port Authority"
        assert reader.picked == session.selection
        await type_in(pilot, "right", "right", "left", "left", "a", "=who", "ctrl+s")
        (mark,) = session.marks().standing
        assert (mark.note.anchor.exact, mark.note.kind) == ("Port Authority", "passage")
        assert session.selection is None
        assert reader.picked is None


async def test_v_restarts_the_selection_and_escape_clears_it(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "j", "j", "v", "right", "v")
        assert session.document.text[slice(*session.selection)] == "Authority"
        await type_in(pilot, "j", "j")
        assert session.document.text[slice(*session.selection)].startswith("Authority, 3 March")
        await type_in(pilot, "escape")
        assert session.selection is None
        assert pilot.app.desk.reader.picked is None


async def test_a_selection_starts_at_the_focused_figure(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "right_square_bracket", "v")
        figure = session.document.figures[1]
        assert session.selection == (figure.start, figure.end)
        await type_in(pilot, "3", "right", "minus")
        (mark,) = session.marks().standing
        assert mark.note.anchor.exact.startswith(figure.text + " ")
        assert mark.note.verdict == "wrong"


async def test_another_document_has_no_selection(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "v", "J")
        assert pilot.app.session.selection is None


async def test_a_note_on_a_mouse_selection(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        margin = desk.reader.margin_left + 3
        first, last = Offset(margin, 2), Offset(margin + len("Port Authority"), 2)
        desk.selections = {desk.reader: Selection(first, last)}
        await pilot.pause()
        await type_in(pilot, "a", "=who", "ctrl+s")
        (mark,) = pilot.app.session.marks().standing
        assert mark.note.anchor.exact == "Port Authority"
        assert desk.reader.dragged is None
        assert "✎" in screen_text(pilot.app)


async def test_text_copied_with_the_mouse_is_made_safe(open_desk, type_in, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"One\r\ntwo \x1b[31m\r\nthree")
    async with open_desk(path) as pilot:
        desk = pilot.app.desk
        margin = desk.reader.margin_left + 3
        desk.selections = {desk.reader: Selection(Offset(margin + 1, 0), Offset(margin + 7, 1))}
        await pilot.pause()
        assert desk.get_selected_text() == "ne\ntwo ␛[3"
        await type_in(pilot, "ctrl+c")
        assert pilot.app.clipboard == "ne\ntwo ␛[3"
        desk.selections = {desk.reader: Selection(None, None)}
        await pilot.pause()
        assert desk.get_selected_text() == "One\ntwo ␛[31m\nthree"


@pytest.mark.parametrize("upwards", [False, True])
async def test_a_first_drag_begins_where_the_mouse_was_pressed(open_desk, upwards):
    """Over some terminals no motion is reported before a button is pressed."""
    async with open_desk() as pilot:
        reader = pilot.app.desk.reader
        margin = reader.margin_left + 3
        ends = [(margin + len("Port "), 2), (margin + len("Port Authority"), 2)]
        first, last = reversed(ends) if upwards else ends
        assert not reader._has_mouse
        desk = pilot.app.desk
        on_the_way = (margin, 2)
        drag = (MouseDown, first), (MouseMove, on_the_way), (MouseMove, last), (MouseUp, last)
        for kind, (x, y) in drag:
            x, y = x + reader.region.x, y + reader.region.y
            desk._forward_event(kind(reader, x, y, 0, 0, 1, False, False, False, x, y))
            await pilot.pause()
        assert reader.dragged is not None
        assert desk.session.document.text[slice(*reader.dragged)] == "Authority"
