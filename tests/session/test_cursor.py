"""Moving the cursor from figure to figure, from any offset; selecting words."""

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


def test_a_figure_that_is_extracted_again_is_focused_again(cursor):
    cursor.focus_figure(2)
    cursor.lose_figures()
    assert (cursor.figure, cursor.offset) == (None, STARTS[2])
    cursor.refocus()
    assert cursor.figure == 2


def test_a_passage_is_not_taken_for_a_figure_when_figures_are_extracted_again(cursor):
    cursor.move(STARTS[2])
    cursor.lose_figures()
    cursor.refocus()
    assert cursor.figure is None


def test_a_figure_is_awaited_until_it_is_extracted(cursor):
    cursor.document = Document.from_text(TEXT, "later.txt")
    cursor.move(STARTS[1])
    cursor.await_figure()
    assert cursor.figure is None
    assert cursor.document.figures
    cursor.refocus()
    assert cursor.figure == 1


# Selecting words.


def selecting(text: str, offset: int) -> Cursor:
    cursor = Cursor()
    cursor.document = Document.from_text(text, name="a.txt")
    cursor.offset = offset
    cursor.select()
    return cursor


def selected(cursor: Cursor) -> str:
    assert cursor.document is not None
    assert cursor.selection is not None
    return cursor.document.text[slice(*cursor.selection)]


@pytest.mark.parametrize(
    ("text", "offset", "steps", "words"),
    [
        ("Some 394,000 cases, up 28.5%.", 5, 0, "394,000"),
        ("Some 394,000 cases, up 28.5%.", 8, 1, "394,000 cases"),
        ("Some 394,000 cases, up 28.5%.", 5, 2, "394,000 cases,"),
        ("Some 394,000 cases, up 28.5%.", 23, 1, "28.5%"),
        ("Some 394,000 cases", 5, -1, "Some 394,000"),
        ("Some 394,000 cases", 5, 99, "394,000 cases"),
        ("Some 394,000 cases", 13, -99, "Some 394,000 cases"),
        ("one\n\n  two", 3, 0, "two"),
        ("one\n\n  two", 0, 1, "one\n\n  two"),
        ("公安部公布", 2, 1, "部公"),
        ("naïve café", 0, 1, "naïve café"),
        ("end ", 3, 0, " "),
        ("x" * 9_000, 8_000, 1, "x" * 2_999),
    ],
)
def test_a_selection_grows_word_by_word(text: str, offset: int, steps: int, words: str) -> None:
    cursor = selecting(text, offset)
    cursor.step_word(steps)
    assert selected(cursor) == words


def test_nothing_is_selected_in_an_empty_text() -> None:
    cursor = selecting(" \n", 0)
    assert cursor.selection is None
    cursor.unselect()
    assert cursor.selection is None
