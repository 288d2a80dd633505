"""The days that dates and intervals cover."""

from datetime import date

import pytest

from tui.text import days

DAYS = [
    ("2023-07-18", date(2023, 7, 18), date(2023, 7, 18)),
    ("2023-07", date(2023, 7, 1), date(2023, 7, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
    ("2023-Q3", date(2023, 7, 1), date(2023, 9, 30)),
    ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
    ("198X", date(1980, 1, 1), date(1989, 12, 31)),
    ("2021-01/2021-09", date(2021, 1, 1), date(2021, 9, 30)),
    ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
]


@pytest.mark.parametrize(("written", "first", "last"), DAYS, ids=[written for written, *_ in DAYS])
def test_a_date_covers_its_days(written: str, first: date, last: date) -> None:
    assert days(written) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "XXXX-05-27",
        "2023-13",
        "2023-02-30",
        "0000",
        "9999-12",
        "2024/2023",
        "2023/..",
        "2021-W53",
        "soon",
    ],
)
def test_a_date_without_its_year_or_wrong_covers_none(written: str | None) -> None:
    assert days(written) is None
