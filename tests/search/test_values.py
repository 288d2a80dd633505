"""Numbers by value."""

from decimal import Decimal

import pytest

from tui.search.numbers import amount, plain_number, scaled_number

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
