"""What the headings of tables say about the figures under them.

Under each table stands a line for each figure that is asked about: `as written | value | unit |
subject | period`, where `-` is nothing.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.figures import Figure, extract

TABLES = {
    "Markdown, years in the rows": """
| Year | Sales (US$ million) | Net result | Margin | Change |
|------|--------------------:|-----------:|-------:|-------:|
| 2021 | 1,234.5 | (45.6) | -3.7% | -2% |
| 2022 | **1,456.0** | 78.9 | 5.4% | +18% |
===
1,234.5 | 1234500000 | USD | Sales | 2021
45.6 | -45.6 | - | Net result | 2021
-3.7% | -3.7 | percent | Margin | 2021
1,456.0 | 1456000000 | USD | Sales | 2022
+18% | 18 | percent | Change | 2022
""",
    "Markdown, years in the columns": """
Harbour dues | 2021 | 2022
:--- | ---: | ---:
Fishing boats, €m | 1.2 | 1.4
Ferries (%) | 31 | 1990
===
1.2 | 1200000 | EUR | Fishing boats | 2021
1.4 | 1400000 | EUR | Fishing boats | 2022
31 | 31 | percent | Ferries | 2021
1990 | 1990 | percent | Ferries | 2022
""",
    "months down, years across": """
| Month | 2021 | 2022 |
|---|---|---|
| May | 12 | 14 |
===
12 | 12 | - | - | 2021-05
14 | 14 | - | - | 2022-05
""",
    "a rank before the name": """
| | Town | Area (km²) | Wages in thousands of euros |
|-|-|-|-|
| 1 | Hafen | 12.5 | 31.4 |
===
12.5 | 12.5 | square kilometre | Area, Hafen | -
31.4 | 31400 | EUR | Wages, Hafen | -
""",
    "what a cell says itself counts first": """
| Fund | Assets ($bn) |
|---|---|
| Lake | 1.2 million |
| Hill | €3 |
| Dale | 12 km |
===
1.2 million | 1200000 | USD | Assets, Lake | -
€3 | 3000000000 | EUR | Assets, Hill | -
12 km | 12 | kilometre | Assets, Dale | -
""",
    "columns apart by blanks": """
Region       2022     2023    Change
North       1,200    1,350    +12.5%
South         980      900     -8.2%
===
1,200 | 1200 | - | North | 2022
980 | 980 | - | South | 2022
900 | 900 | - | South | 2023
-8.2% | -8.2 | percent | Change, South | -
""",
    "columns apart by tabs, no word over the first": """
\tBerths\tIncome, £
Quay\t120\t4,500
Pier\t80\t3,100
===
120 | 120 | - | Berths, Quay | -
3,100 | 3100 | GBP | Income, Pier | -
""",
    "no table: one row alone, and sentences": """
North       1,200    1,350

The north had 12 boats.  The south had 14 boats.
===
1,200 | 1200 | - | - | -
14 | 14 | boats | * | -
""",
}


def cases() -> list[tuple[str, str]]:
    """Each line of answers with its table."""
    found = []
    for name, table in TABLES.items():
        _, _, answers = table.partition("===\n")
        found += [(name, line) for line in answers.strip().split("\n")]
    return found


@pytest.mark.parametrize(("name", "answer"), cases())
def test_headings_apply_to_figures(name: str, answer: str) -> None:
    text, _, _ = TABLES[name].partition("===\n")
    written, *wanted = (part.strip() for part in answer.split(" | "))
    [figure] = [each for each in extract(text) if each.text == written]
    told = [str(figure.value), figure.unit, figure.subject, figure.period]
    assert [t if w != "*" else "*" for t, w in zip(told, wanted, strict=True)] == [
        None if each == "-" else each for each in wanted
    ]


def test_a_loss_under_a_heading_without_a_change_is_no_fall() -> None:
    text, _, _ = TABLES["Markdown, years in the rows"].partition("===\n")
    changes = {figure.text: figure.change for figure in extract(text)}
    assert (changes["-3.7%"], changes["-2%"], changes["+18%"]) == (None, "down", "up")


def test_a_heading_of_a_unit_is_no_figure() -> None:
    assert [figure.text for figure in extract("Sales (US$ million) of 12 towns")] == ["12"]


@given(st.lists(st.lists(st.sampled_from(["", "1", "-", "2021", "%", "a", "|", "($m)", "\t"]))))
def test_any_rows_give_figures_of_the_text(rows: list[list[str]]) -> None:
    text = (
        "\n".join(" | ".join(row) for row in rows) + "\n|-|-|\n" + "\n".join(map("  ".join, rows))
    )
    figures: list[Figure] = extract(text)
    assert all(text[each.start : each.end] == each.text for each in figures)
    assert [each.start for each in figures] == sorted(each.start for each in figures)
    assert all(re.search("[0-9]", each.text) for each in figures)
