import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text import cells, offset_at_cell, safe
from tui.text.cell_width import clusters

#: What makes widths and clusters hard, often enough to meet.
TRICKY = (
    "a",
    *"☎⚠1#\ufe0f\ufe0e\u200d\u200b\u0301\u20e3👍👨🏽🇩🇪果。、（“”한ᄀ가ᅡᆨक\u094dषि\u0600\u0e33\uff9e\u0d4e",
    *" \t\x1b\x7f\x9b\u202e\ud800",
)
tricky_text = st.lists(st.sampled_from(TRICKY) | st.characters(codec=None)).map("".join)

WIDTHS = [
    ("", 0),
    ("abc", 3),
    ("naïve — “quoted”", 16),
    ("果敢", 4),
    ("❤️", 2),
    ("❤", 1),
    ("👨\u200d👩\u200d👧", 2),
    ("🇩🇪", 2),
    ("1\ufe0f\u20e3", 2),
    ("e\u0301", 1),
    ("\x1b[0m\t\n", 6),
    ("\u200b\u202e", 2),
    ("가", 2),
]
COLUMNS = [
    ("abc", -1, 0),
    ("abc", 2, 2),
    ("abc", 9, 3),
    ("果敢 group", 0, 0),
    ("果敢 group", 1, 0),
    ("果敢 group", 2, 1),
    ("果敢 group", 4, 2),
    ("e\u0301a", 1, 2),
    ("👍❤️x", 2, 1),
    ("👍❤️x", 3, 1),
    ("👍❤️x", 4, 3),
    ("🇩🇪x", 1, 0),
    ("🇩🇪x", 2, 2),
    ("果", 2, 1),
]


@pytest.mark.parametrize(("text", "width"), WIDTHS)
def test_width(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(("text", "cell", "offset"), COLUMNS)
def test_offset_at_cell(text: str, cell: int, offset: int) -> None:
    assert offset_at_cell(text, cell) == offset


def test_every_character_is_as_wide_as_rich_draws_it() -> None:
    """If this fails after an update of Rich: `python scripts/make_widths.py`."""
    differ = []
    planes = (
        *range(0, 0x20000, 32),
        *range(0x20000, sys.maxunicode, 0x1000),
        *range(0xE0000, 0xE1000, 32),
    )
    for start in planes:
        text = "".join(map(chr, range(start, start + 32)))
        if cells(text) != cell_len(safe(text)):
            differ.append(hex(start))
    assert differ == []


@given(tricky_text)
def test_every_text_is_as_wide_as_rich_draws_it(text: str) -> None:
    assert cells(text) == cell_len(safe(text))


@given(tricky_text)
def test_clusters_cover_the_text_and_its_width(text: str) -> None:
    spans = list(clusters(text))
    assert [start for start, _, _ in spans] == [0, *(end for _, end, _ in spans)][: len(spans)]
    assert (spans[-1][1] if spans else 0) == len(text)
    assert sum(width for _, _, width in spans) == cells(text)
