import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from tui.text import Layout, cells, layout, safe
from tui.text.cell_width import clusters

SAMPLES = (
    *"ab,. \n\r\t果。（“👍☎\ufe0f\u200d\u0301🇩🇪한ᄀ가क\u094dषि\u0600\uff9e\x1b\u200b",
    "\r\n",
    "word ",
    "an-uncommonly-long-word",
    "电信诈骗案件，",
    "👨\u200d👩\u200d👧",
    "    ",
)
texts = st.lists(st.sampled_from(SAMPLES) | st.characters(codec=None), max_size=60).map("".join)
widths = st.integers(1, 200) | st.integers(1, 12)

WRAPPED = [
    ("", 10, []),
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 6, ["one", "two", "three"]),
    ("one   two\n", 5, ["one", "two"]),
    ("one\n\ntwo\r\n\r\nthree\rfour", 20, ["one", "", "two", "", "three", "four"]),
    ("abcdefghij klm", 4, ["abcd", "efgh", "ij", "klm"]),
    ("果敢电信诈骗", 4, ["果敢", "电信", "诈骗"]),
    ("果敢电信诈骗", 5, ["果敢", "电信", "诈骗"]),
    ("果敢，电信", 4, ["果", "敢，", "电信"]),
    ("果（敢）电信", 6, ["果", "（敢）", "电信"]),
    ("in 果敢 group", 8, ["in 果敢", "group"]),
    ("한국어 뉴스", 8, ["한국어", "뉴스"]),
    ("🇩🇪🇫🇷🇬🇧", 3, ["🇩🇪", "🇫🇷", "🇬🇧"]),
    ("👍❤️👍❤️", 4, ["👍❤️", "👍❤️"]),
    ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ("a\tb", 3, ["a b"]),
    ("\x1b[31mred", 4, ["␛[31", "mred"]),
    ("    indented words", 12, ["    indented", "words"]),
    ("果", 1, ["果"]),
]


@pytest.fixture
def _tiny_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_ASCII_BLOCK", 16)
    monkeypatch.setattr(layout, "_BLOCK", 16)


@pytest.mark.parametrize(("text", "width", "rows"), WRAPPED)
def test_rows(text: str, width: int, rows: list[str]) -> None:
    found = Layout(text, width)
    assert [found.shown(row) for row in found.slice(0, 100)] == rows


def _check(text: str, width: int) -> None:
    found = Layout(text, width)
    rows = found.slice(0, 10_000)
    assert "".join(text[row.start : row.end] for row in rows) == text
    boundaries = set()
    for line in re.finditer(r"[^\r\n]*(?:\r\n?|\n|$)", text):
        boundaries.add(place := line.start())
        for cluster in iter_graphemes(safe(line[0].rstrip("\r\n"))):
            boundaries.add(place)
            place += len(cluster)
    for row in rows:
        assert row.start < row.end
        assert row.visible_end <= row.end
        assert text[row.visible_end : row.end].strip(" \t\r\n") == ""
        shown = found.shown(row)
        assert len(shown) == row.visible_end - row.start
        one_cluster = len(list(clusters(shown))) == 1
        assert cells(shown) <= width or one_cluster
        assert row.start in boundaries


@given(texts, widths)
def test_rows_cover_the_text_and_fit(text: str, width: int) -> None:
    _check(text, width)


@given(texts, widths)
def test_numbers_and_offsets_agree(text: str, width: int) -> None:
    found = Layout(text, width)
    for offset in range(len(text)):
        y = found.row_of(offset)
        assert found.row(y).start <= offset < found.row(y).end
    assert [found.row(y) for y in range(len(found))] == found.slice(0, len(text) + 1)


@pytest.mark.usefixtures("_tiny_blocks")
@settings(max_examples=300)
@given(texts, st.integers(1, 8), st.data())
def test_offsets_stay_valid_while_blocks_are_wrapped(
    text: str, width: int, data: st.DataObject
) -> None:
    """Many small blocks: whatever is asked in whatever order, rows are those of the whole text."""
    whole = Layout(text, width).slice(0, len(text) + 1)
    assert "".join(text[row.start : row.end] for row in whole) == text
    found = Layout(text, width)
    for _ in range(8 if text else 0):
        offset = data.draw(st.integers(0, len(text) - 1))
        at = next(n for n, row in enumerate(whole) if row.start <= offset < row.end)
        assert found.row(found.row_of(offset)) == whole[at]
        assert found.slice(found.row_of(offset), 3) == whole[at : at + 3]


@pytest.mark.usefixtures("_tiny_blocks")
def test_any_row_number_gives_a_row_while_numbers_are_estimates() -> None:
    text = "a\n" * 50 + "many words on one line " * 20 + "果敢" * 50
    for y in (-5, 0, 7, 60, 100, 10_000):
        found = Layout(text, 7)
        row = found.row(y)
        assert found.row(found.row_of(row.start)) == row
    assert Layout(text, 7).slice(10_000, 5) == []
    with pytest.raises(IndexError):
        Layout("", 7).row(0)
    assert Layout("", 7).row_of(3) == 0


def test_row_numbers_are_final_once_everything_is_wrapped() -> None:
    found = Layout("some words and 果敢 and more\n" * 20_000, 31)
    seen = len(found.slice(0, 1_000_000))
    assert len(found) == seen
    assert found.row_of(len(found.text)) == seen - 1


HOSTILE = {
    "one line": "word " * 20_000,
    "one word": "x" * 100_000,
    "blanks": " " * 100_000,
    "line ends": "\n" * 100_000,
    "carriage returns": "\r" * 100_000,
    "marks": "e" + "\u0301" * 100_000,
    "joiners": "👨\u200d" * 50_000,
    "linkers": "क\u094d" * 50_000,
    "flags": "🇩" * 100_000,
    "prepended": "\u0600" * 100_000,
    "hangul leads": "ᄀ" * 100_000,
    "openings": "（" * 100_000,
    "closings": "。" * 100_000,
    "controls": "\x1b\u202e" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_wrapped_into_rows_of_bounded_size(text: str) -> None:
    """Thirty leading consonants make one cluster of 60 cells; nothing makes a wider row."""
    found = Layout(text, 40)
    rows = found.slice(0, len(text))
    assert rows[0].start == 0
    assert rows[-1].end == len(text)
    assert all(row.visible_end - row.start <= 40 * 32 for row in rows)
    assert all(cells(found.shown(row)) <= 60 for row in rows)
