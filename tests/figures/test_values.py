"""What a figure is worth, and in what.

Sentences of our own lie in values/, a file for each kind: the figure in [brackets], its value
(`low..high` for a range) and its unit, where `-` is none.
"""

from decimal import Decimal
from pathlib import Path

import pytest
from bracketed import cases

from tui.figures import extract

KINDS = ("count", "money", "percent", "measure", "duration", "ratio")
CASES = [
    pytest.param(kind, *case.values, id=case.id)
    for kind in KINDS
    for case in cases(Path(__file__).parent / "values" / f"{kind}.txt")
]


def close(number: Decimal | None, wanted: str) -> bool:
    return number is not None and abs(number - Decimal(wanted)) < Decimal("0.0001")


@pytest.mark.parametrize(("kind", "marked", "value", "unit"), CASES)
def test_figure(kind: str, marked: str, value: str, unit: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    start = marked.index("[")
    end = marked.index("]") - 1
    found = [each for each in extract(text) if each.start < end and start < each.end]
    assert len(found) == 1, extract(text)
    figure = found[0]
    assert (figure.kind, figure.unit or "-") == (kind, unit)
    low, _, high = value.partition("..")
    assert close(figure.low, low)
    assert close(figure.high, high or low)
    assert (figure.value is None) == bool(high)
    assert start <= figure.start
    assert figure.end <= max(end, figure.start + len(figure.text))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Barley rose by 2 percent but oats fell by 1.", ["percent", "percent"]),
        ("It leaned 1.4 degrees in 2018 and 2.1 last year", ["degree", "degree"]),
        ("It leaned 1.4 degrees and 300 last year", ["degree", None]),
        ("A fourth of the hill population left", ["hill population"]),
        ("One of the best ideas I've had", ["best ideas"]),
        ("A 12 page document leaked", ["page"]),
        ("It measures 88×167.6×7.9mm", ["millimetre"] * 3),
        ("She sank nine 3-pointers", ["3-pointers"]),
    ],
)
def test_units_left_out_and_units_of_a_share(text: str, units: list[str | None]) -> None:
    assert [figure.unit for figure in extract(text) if figure.kind != "date"] == units


def test_a_tolerance_keeps_the_value_and_says_its_bounds() -> None:
    (figure,) = extract("The star is 1010 ± 195 light years away")
    assert (figure.value, figure.low, figure.high) == (1010, 815, 1205)


def test_a_minus_after_the_first_number_is_not_its_sign() -> None:
    [figure] = extract("5 minus.")
    assert (figure.start, figure.text, figure.value) == (0, "5", 5)


def test_brackets_are_a_minus_in_a_table() -> None:
    figures = extract("Net result  (1,204)  88\nMargin\t(5.2%)\t3.1%\t(3.5)%")
    assert [str(figure.value) for figure in figures] == ["-1204", "88", "-5.2", "3.1", "-3.5"]
    assert [figure.kind for figure in figures] == ["count", "count", *["percent"] * 3]
