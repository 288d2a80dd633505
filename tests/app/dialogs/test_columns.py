"""The layout of table columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.dialogs.columns import GAP, Column, laid_out
from tui.app.dialogs.fact_table import fact_columns, group_columns

COLUMNS = (Column("name", 6, 10), Column("count", 4, 6, is_right=True), Column("where", 5, 8))


@pytest.mark.parametrize(
    ("wanted", "width", "placed"),
    [
        ("name where count", 40, {"name": (0, 10), "count": (12, 6), "where": (20, 20)}),
        ("name where count", 19, {"name": (0, 6), "count": (8, 4), "where": (14, 5)}),
        ("name where count", 18, {"name": (0, 9), "where": (11, 7)}),
        ("count where name", 18, {"count": (0, 6), "where": (8, 10)}),
        ("name count", 40, {"name": (0, 10), "count": (12, 6)}),
        ("name count", 7, {"name": (0, 7)}),
        ("name count", 3, {"name": (0, 3)}),
        ("name count", 0, {"name": (0, 0)}),
    ],
)
def test_columns_that_fit_keep_their_order(wanted, width, placed) -> None:
    found = laid_out(COLUMNS, tuple(wanted.split()), width)
    assert {column.name: (start, cells) for column, start, cells in found} == placed


@given(st.integers(5, 400), st.booleans())
def test_columns_do_not_overlap_at_any_width(width, plotted) -> None:
    facts = fact_columns(width, plotted=plotted)
    for columns in (facts, group_columns(width, "unit"), group_columns(width, "subject")):
        ends = [start + cells for _, start, cells in columns]
        assert [start for _, start, _ in columns[1:]] == [end + GAP for end in ends[:-1]]
        assert ends[-1] <= width
    if width >= 80:
        names = {column.name for column, _, _ in facts}
        assert names >= {"value", "unit", "subject", "document", "bar" if plotted else "period"}
