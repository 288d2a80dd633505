"""The grammar of dates: spellings, and their ISO 8601 values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import dates

# text | the document's date | what it says
TABLE = """
April 14, 2022 | | 2022-04-14
April 14th | | XXXX-04-14
Jan. 4, 2019 | | 2019-01-04
Friday, January 4, 2019 | | 2019-01-04
14 April 2022 | | 2022-04-14
27th of May | | XXXX-05-27
26 Jun | | XXXX-06-26
December 2022 | | 2022-12
June of 2018 | | 2018-06
2023-07-18 | | 2023-07-18
2023-07 | | 2023-07
2023/7/18 | | 2023-07-18
5/17/2018 | | 2018-05-17
17/5/2018 | | 2018-05-17
17.5.2018 | | 2018-05-17
12/13/2018 | | 2018-12-13
13/13/2018 | |
17.13.2018 | |
5/32/2018 | |
12/12/30 | | XX30-12-12
2021 | | 2021
2014-15 | | 2014/2015
2014–2017 | | 2014/2017
2014 to 2017 | | 2014/2017
1980s | | 198X
20th century | | 19XX
third quarter of 2023 | | 2023-Q3
1999/00 | | 1999/2000
Q3 2023 | | 2023-Q3
2023 Q1 | | 2023-Q1
first half of 2021 | | 2021-01/2021-06
January to September | | XXXX-01/XXXX-09
January to September 2020 | | 2020-01/2020-09
June to September this year | 2021-10-26 | 2021-06/2021-09
May this year | 2021-10-26 | 2021-05
May last year | 2021-10-26 | 2020-05
May this year | | XXXX-05
May next year | 2021-10-26 | 2022-05
14 May the following year | 2021-10-26 | XXXX-05-14
October 26 | 2021-10-27 | 2021-10-26
December 28 | 2022-01-03 | 2021-12-28
March 29 | 2019-02-01 | 2019-03-29
9-11 May 2020 | | 2020-05-09/2020-05-11
April 14-16, 2022 | | 2022-04-14/2022-04-16
28 April to 2 May 2021 | | 2021-04-28/2021-05-02
28 December to 3 January | 2021-05-05 | 2020-12-28/2021-01-03
1st of March to 10th of March | | XXXX-03-01/XXXX-03-10
Sunday October 24 to Sunday October 31 | 2021-11-05 | 2021-10-24/2021-10-31
1H2017 | | 2017-01/2017-06
third quarter | 2021-05-05 | 2021-Q3
first quarter | 2021-12-05 | 2022-Q1
first quarter | 2021-11-05 | 2021-Q1
fourth quarter of the year | 2021-01-20 | 2020-Q4
first half of the year | 2021-05-05 | 2021-01/2021-06
first half | 2021-05-05 |
Thursday | 2022-04-15 | 2022-04-14
Sunday | 2022-04-15 | 2022-04-10
Thursday | XXXX-05-27 |
Thursday | |
2021年10月26日 | | 2021-10-26
9月30日 | | XXXX-09-30
12月5日 | | XXXX-12-05
13月5日 | |
1-9月 | 2021-10-26 | 2021-01/2021-09
1-12月 | 2021-10-26 | 2020-01/2020-12
1-13月 | 2021-10-26 |
9-9月 | 2021-10-26 |
may 5 people | |
march 5 miles | |
31 trees | |
1,234 | |
"""
CASES = [[part.strip() for part in line.split("|")] for line in TABLE.strip().split("\n")]


@pytest.mark.parametrize(("text", "dated", "iso"), CASES)
def test_match(text: str, dated: str, iso: str) -> None:
    found = dates.match(text, text.lower(), 0, dated or None)
    assert (found.iso if found else "") == iso
    if found:
        assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("On Tuesday", "2020-03-03"),
        ("Super Tuesday", ""),
        ("Black Friday", ""),
        ("Sheffield Wednesday", ""),
        ("In black Friday", "2020-02-28"),
    ],
)
def test_a_day_with_a_name_is_not_the_last_one(text: str, iso: str) -> None:
    found = dates.match(text, text.lower(), text.rindex(" ") + 1, "2020-03-05")
    assert (found.iso if found else "") == iso


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Updated:  April 15, 2022 by staff", ["2022-04-15"]),
        ("Posted on 26 Jun, again July 18, 2023", ["XXXX-06-26", "2023-07-18"]),
        ("Order no. 12 in 2021", []),
        ("on 14 april 2022, of 5 may be late", ["2022-04-14"]),
        ("version 1.2.3", []),
        ("Model X2021-07 came in 2021-07", ["2021-07"]),
        ("It began on 22/04 and ended by 13/12", ["XXXX-04-22", "XXXX-12-13"]),
        ("They scored 22/04 points on 13/13", []),
        ("since 5/00, by 0/12, until 32/01", []),
        ("June car sales rose, then June Sales spoke", ["XXXX-06"]),
    ],
)
def test_find(text: str, found: list[str]) -> None:
    assert [span.iso for span in dates.find(text)] == found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("June to September. Then", "June to September"),
        ("5 May. Then", "5 May"),
        ("12 Feb. 2020", "12 Feb. 2020"),
        ("Sept. 5", "Sept. 5"),
    ],
)
def test_a_full_stop_belongs_to_a_short_name_alone(text: str, read: str) -> None:
    found = dates.match(text, text.lower(), 0)
    assert found is not None
    assert text[found.start : found.end] == read


def test_a_month_that_is_a_word_needs_its_capital_and_its_preposition() -> None:
    assert [span.iso for span in dates.find("It may rise in May, and march in March.")] == [
        "XXXX-05",
        "XXXX-03",
    ]


@pytest.mark.parametrize(
    ("dated", "count", "unit", "day"),
    [
        ("2024-05-27", 5, "year", "2019-05-27"),
        ("2024-03-31", 1, "month", "2024-02-29"),
        ("2024-02-29", 1, "year", "2023-02-28"),
        ("2024-01-01", 1, "day", "2023-12-31"),
        ("2024-05", 1, "day", None),
        ("2024-02-30", 1, "day", None),
        ("0001-01-01", 1, "year", None),
        (None, 1, "year", None),
    ],
)
def test_back_from(dated: str | None, count: int, unit: str, day: str | None) -> None:
    assert dates.back_from(dated, count, unit) == day


@pytest.mark.parametrize("dated", [None, "2021-10", "XXXX-10-26"])
def test_no_week_without_a_full_date(dated: str | None) -> None:
    assert dates.week(dated) is None


@given(st.text(max_size=80), st.sampled_from([None, "2021-10-26", "9999-12-31", "XXXX-05"]))
def test_any_text_gives_spans_in_order(text: str, dated: str | None) -> None:
    end = 0
    for span in dates.find(text, dated=dated):
        assert end <= span.start < span.end <= len(text)
        end = span.end
