"""Comparisons and ranges select exactly the figures on one side of a number or day; their bounds
too."""

import pytest

from tui.documents import Document
from tui.search import Index, parse

AMOUNTS = Document.from_text("It had 5 ships.\n\nIt had 10 ships.\n\nIt had 20 ships.", "a.txt")
DAYS = Document.from_text(
    "It sank on 31 March 2021.\n\nIt sank in May 2022.\n\nIt sank on 1 June 2022.", "b.txt"
)

RANGES = Document.from_text("It had 3 to 5 ships.\n\nIt had over 10 ships.", "c.txt")

BY_NUMBER = {
    ">10": "20",
    ">=10": "10 20",
    "=>10": "10 20",
    "≥10": "10 20",
    "<10": "5",
    "<=10": "5 10",
    "=<10": "5 10",
    "≤10": "5 10",
    "=10": "10",
    "~10.1": "10",
    "~10.4": "",
    "10..20": "10 20",
    "6..19": "10",
    "..10": "5 10",
    "10..": "10 20",
    "2021..2022": "",
    ">5 <20": "10",
    "!>5": "5",
    "<5 | >10": "20",
    ">20": "",
}
BY_DAY = {
    "2022-05": "May",
    "2022": "May June",
    "<2022-05": "March",
    "<=2022-05": "March May",
    "≤2022-05": "March May",
    ">2022-05": "June",
    ">=2022-05": "May June",
    "≥2022-05": "May June",
    "=2022-05": "May",
    "2021-03..2022-05": "March May",
    "2022-06-01..": "June",
    "..2021-03-31": "March",
    "..2022-05 sank": "March May",
    "..2021-03-30": "",
    ">2022-06-01": "",
    # Two years are days as well as numbers.
    "2021..2022": "March May June",
    "2020..2021": "March",
    "2022..2023": "May June",
    "2023..2024": "",
}


def asked(document: Document, query: str) -> tuple[list[str], list[str]]:
    """The figures that a query selects: evaluated figure by figure, and by an index."""
    wanted = parse(query)
    one_by_one = [
        figure.text for figure in document.figures if wanted.matches_figure(figure, document)
    ]
    hits = Index.build([document]).search(query, kinds={"fact"})
    return one_by_one, [
        document.text[hit.start : hit.end] for hit in sorted(hits, key=lambda h: h.start)
    ]


@pytest.mark.parametrize("query", BY_NUMBER)
def test_comparisons_with_a_number(query: str) -> None:
    for found in asked(AMOUNTS, query):
        assert " ".join(words.split()[0] for words in found) == BY_NUMBER[query]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [(">4", "3 10"), (">=5", "3 10"), (">5", "10"), ("<4", "3"), ("<3", ""), ("4..9", "3")],
)
def test_of_a_range_any_value_counts(query: str, wanted: str) -> None:
    for found in asked(RANGES, query):
        assert " ".join(words.removeprefix("over ").split()[0] for words in found) == wanted


@pytest.mark.parametrize("query", BY_DAY)
def test_comparisons_with_a_day(query: str) -> None:
    for found in asked(DAYS, query):
        months = [month for words in found for month in words.split() if month.isalpha()]
        assert " ".join(months) == BY_DAY[query]
