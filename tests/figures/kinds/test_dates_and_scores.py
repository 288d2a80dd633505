"""Values of dates; and times, scores and ordinals, which have none."""

import pytest
from bracketed import rows

from tui.figures import extract

DATES = """
Sales rose in [Q3] | XXXX-Q3
Sales rose in [Q3 2023] | 2023-Q3
Sales rose in [3Q23] | 2023-Q3
Sales rose in [H1 2023] | 2023-01/2023-06
The [FY2023] plan is out | 2023
Profits fell in the [first half] | XXXX-01/XXXX-06
In [the twentieth] century | 19XX
In the [80s] it was a farm | XX8X
In the late [80s] it was a farm | XX8X
In the '[80s] it was a farm | XX8X
An act of [1867] says so | 1867
The Mill Rules, [1972] lists hens | 1972
In [1086] the town was poor | 1086
He wrote The Mill ([1998]) in Bonn | 1998
As it entered [June], Roe led | XXXX-06
For [May] 6.6 million came | XXXX-05
"""


@pytest.mark.parametrize(("marked", "date"), rows(DATES))
def test_what_a_date_says(marked: str, date: str) -> None:
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    found = [each for each in extract(text) if each.kind == "date" and each.end > start]
    assert [each.date for each in found] == [date]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They played much of the first half", "ordinal"),
        ("They met at half past five", "time"),
        ("They met at 17:00", "time"),
        ("The bill passed 220-207 on Friday", "score"),
        ("the third try", "ordinal"),
        ("He said: “The first one, long as it was, held”", "ordinal"),
    ],
)
def test_kinds_without_a_value_of_their_own(text: str, kind: str) -> None:
    assert [each.kind for each in extract(text)] == [kind]
