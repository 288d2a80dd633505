"""Numbers by value and dates by day."""

from datetime import date
from decimal import Decimal

import pytest

from tui.search.numbers import amount, days, plain_number, scaled_number

AMOUNTS = [
    ("1.1 trillion", "1100000000000", ""),
    ("1.1tn", "1100000000000", ""),
    ("1,100,000,000,000", "1100000000000", ""),
    ("1.1e12", "1100000000000", ""),
    ("1bn yuan", "1000000000", "CNY"),
    ("$2.33bn", "2330000000", "USD"),
    ("US$ 5m", "5000000", "USD"),
    ("CN¥5", "5", "CNY"),
    ("10%", "10", "percent"),
    ("10 per cent", "10", "percent"),
    ("-14%", "-14", "percent"),
    ("−3", "-3", ""),
    ("100k", "100000", ""),
    ("8 months", "8", "month"),
    ("5 monthsx", "5", ""),
    ("12 cases", "12", ""),
]


@pytest.mark.parametrize(("typed", "value", "unit"), AMOUNTS, ids=[typed for typed, *_ in AMOUNTS])
def test_an_amount_is_read_by_value(typed: str, value: str, unit: str) -> None:
    found = amount(typed)
    assert found is not None
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("typed", ["", "cases", "$", "yuan", "-", "%", "." * 50])
def test_other_words_are_no_amount(typed: str) -> None:
    assert amount(typed) is None


def test_ten_thousand_digits_are_no_amount() -> None:
    assert amount("9" * 10_000) is None
    assert scaled_number("9" * 10_000, "bn") is None
    assert plain_number("9" * 10_000) == "9" * 10_000


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
]


@pytest.mark.parametrize(("written", "first", "last"), DAYS, ids=[written for written, *_ in DAYS])
def test_a_date_covers_its_days(written: str, first: date, last: date) -> None:
    assert days(written) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    "written",
    [None, "", "XXXX-05-27", "2023-13", "2023-02-30", "0000", "9999-12", "2024/2023", "soon"],
)
def test_a_date_without_its_year_or_wrong_covers_none(written: str | None) -> None:
    assert days(written) is None
