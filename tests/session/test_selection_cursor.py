"""Selecting words with the keyboard."""

import pytest

from tui.documents import Document
from tui.session.selection_cursor import SelectionCursor


def at(text: str, offset: int) -> SelectionCursor:
    cursor = SelectionCursor()
    cursor.document = Document.from_text(text, name="a.txt")
    cursor.offset = offset
    cursor.select()
    return cursor


def selected(cursor: SelectionCursor) -> str:
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
    cursor = at(text, offset)
    cursor.step_word(steps)
    assert selected(cursor) == words


def test_nothing_is_selected_in_an_empty_text() -> None:
    cursor = at(" \n", 0)
    assert cursor.selection is None
    cursor.unselect()
    assert cursor.selection is None
