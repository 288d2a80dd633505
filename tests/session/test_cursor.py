"""Moving the cursor from figure to figure, from any offset."""

import pytest

from tui.documents import Document
from tui.session.cursor import Cursor

TEXT = "In all 12 ships came, 7 more than before, with 340 dockers and 9 cooks on board."
DOCUMENT = Document.from_text(TEXT, "ships.txt")
STARTS = [figure.start for figure in DOCUMENT.figures]
ENDS = [figure.end for figure in DOCUMENT.figures]
OFFSETS = range(len(TEXT) + 1)


@pytest.fixture
def cursor():
    found = Cursor()
    found.document = DOCUMENT
    return found


def test_the_sample_text_has_several_figures():
    assert len(STARTS) == 4
    assert 0 < STARTS[0] < ENDS[-1] < len(TEXT)


def test_offsets_are_clamped_to_the_text(cursor):
    for offset, expected in ((-3, 0), (5, 5), (1_000, len(TEXT))):
        cursor.figure = 2
        cursor.move(offset)
        assert (cursor.offset, cursor.figure) == (expected, None)


def test_a_figure_is_focused_only_at_its_start(cursor):
    for offset in OFFSETS:
        cursor.move(3)
        focused = cursor.focus_figure_at(offset)
        if offset in STARTS:
            assert focused is DOCUMENT.figures[cursor.figure]
            assert focused.start == cursor.offset == offset
        else:
            assert (focused, cursor.figure, cursor.offset) == (None, None, 3)


@pytest.mark.parametrize("by", [-5, -2, -1, 1, 2, 5])
def test_stepping_to_a_figure_from_any_offset(cursor, by):
    for offset in OFFSETS:
        ahead = [start for start in STARTS if (start >= offset) == (by > 0)]
        ahead = ahead if by > 0 else ahead[::-1]
        cursor.move(offset)
        found = cursor.step_figure(by)
        if ahead:
            assert found.start == cursor.offset == ahead[: abs(by)][-1]
            assert STARTS[cursor.figure] == cursor.offset
        else:
            assert (found, cursor.offset, cursor.figure) == (None, offset, None)


@pytest.mark.parametrize("by", [-5, -2, -1, 1, 2, 5])
def test_stepping_from_figure_to_figure_stops_at_the_last(cursor, by):
    for number in range(4):
        cursor.focus_figure(number)
        found = cursor.step_figure(by)
        expected = max(0, min(number + by, 3))
        assert cursor.figure == expected
        assert (found is None) == (expected == number)


def test_the_nearest_figure_is_focused_or_under_the_cursor_or_next(cursor):
    for offset in OFFSETS:
        cursor.move(offset)
        next_one = [number for number, end in enumerate(ENDS) if end > offset]
        assert cursor.nearest_figure() == (next_one or [3])[0]
    cursor.focus_figure(1)
    assert cursor.nearest_figure() == 1


@pytest.mark.parametrize("document", [None, Document.from_text("No figure.", "words.txt")])
def test_without_figures_the_cursor_stays(cursor, document):
    cursor.document = document
    assert cursor.focus_figure_at(0) is None
    assert cursor.step_figure(1) is None
    assert cursor.nearest_figure() is None
