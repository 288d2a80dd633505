"""Figures in words, without loss of digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts import Relation
from tui.figures import Figure
from tui.session.facts.relations import difference_words
from tui.wording import figure_fields, number, summary

SCALES = {"m": 6, "bn": 9, "tn": 12}


@given(st.decimals(allow_nan=False, allow_infinity=False) | st.integers().map(Decimal))
def test_a_number_keeps_every_digit(value: Decimal) -> None:
    if abs(value.adjusted()) > 400:
        value = value.scaleb(-value.adjusted())
    digits, _, scale = number(value).partition(" ")
    assert Decimal(f"{digits.replace(',', '')}E{SCALES.get(scale, 0)}") == value
    assert (scale in SCALES) == (scale != "")


def figure(**said: object) -> Figure:
    nothing = dict.fromkeys(Figure._fields)
    start = {"start": 0, "end": 2, "text": "30", "kind": "count", "sentence": (0, 2), "links": ()}
    number_ = Decimal(30)
    return Figure(**{**nothing, **start, "value": number_, "low": number_, "high": number_, **said})


RANGE = {"value": None, "low": Decimal(5), "high": Decimal(7)}
SUMMED = [
    ({"unit": "ships"}, "30 ships"),
    ({"unit": "ships", "bound": "approx"}, "≈ 30 ships"),
    ({"unit": "ships", "bound": "more", "change": "down"}, ">↓ 30 ships"),
    ({"bound": "less"}, "< 30"),
    ({"kind": "percent", "unit": "percent", "change": "up"}, "↑ 30 %"),
    ({"kind": "money", "unit": "EUR", **RANGE}, "EUR 5 – 7"),
    ({"kind": "measure", "unit": "mile"}, "30 miles"),
    ({"unit": "ships", "subject": "ferries", "period": "2021-05"}, "30 ships · ferries · May 2021"),
    ({"unit": "ships", "subject": "ships"}, "30 ships"),
    ({"kind": "date", "date": "2021-05", "period": "2021-05"}, "May 2021"),
    ({"kind": "ordinal", "text": "30th"}, "30th"),
    ({"kind": "malformed", "text": "3,0", "value": None, "low": None, "high": None}, "3,0"),
]


@pytest.mark.parametrize(("said", "words"), SUMMED)
def test_a_figure_in_one_line(said: dict[str, object], words: str) -> None:
    assert summary(figure(**said)) == words


def test_only_fields_that_are_set_are_listed() -> None:
    assert figure_fields(figure(unit="ships")) == [("count", "30 ships"), ("as written", "30")]
    whole = figure(
        unit="ships", hedge="nearly", change="up", versus="May", subject="ferries", period="2021"
    )
    assert figure_fields(whole)[2:] == [
        *(("hedge", "nearly"), ("change", "↑ up"), ("against", "May"), ("of", "ferries")),
        ("period", "2021"),
    ]


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("0", ""),
        ("100", "+100 %"),
        ("-12.345", "-12.34 %"),
        ("-0.004", "-0.01 % or less"),
        ("1e20", "+100,000,000,000,000,000,000 %"),
        ("-1e30", "-1" + ",000" * 10 + " %"),
    ],
)
def test_a_difference_of_any_size_has_words(by: str, words: str) -> None:
    assert difference_words(Relation("differ", Decimal(by))) == words
