"""Two numbers joined by "to": one range, or both ends of a move."""

import pytest

from tui.figures import extract


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose from 70 to 90 miles", [("70", ("to",)), ("90 miles", ("to",))]),
        ("Rates fell from 5% to 3%", [("5%", ("to",)), ("3%", ("to",))]),
        ("It ranges from 70 to 90 miles", [("70 to 90 miles", ())]),
        ("September, 373,000 people", [("373,000", ())]),
        (
            "The firm cut its staff by 1,200 to 8,000",
            [("1,200", ("change",)), ("8,000", ("change",))],
        ),
        ("Growth rose by 5 to 7 percent", [("5 to 7 percent", ())]),
        ("the 2-2 draw", [("2-2", ())]),
        ("The index rose 9 to 2231", [("9", ("change",)), ("2231", ("change",))]),
        (
            "They cut the number of working oil wells by 8 to 465",
            [("8", ("change",)), ("465", ("change",))],
        ),
        (
            "Idle barns fell by 12,000 to 1.3 million",
            [("12,000", ("change",)), ("1.3 million", ("change",))],
        ),
        ("It rose to 1,204 from 1,100", [("1,204", ("to",)), ("1,100", ("to",))]),
        ("It fell from 120 in 2019 to 98 in 2020", [("120", ("to",)), ("98", ("to",))]),
        ("203,091 votes (0.15 percent)", [("203,091", ("same",)), ("0.15 percent", ("same",))]),
        ("£5bn, 5p, 50 pence", [("£5bn", ()), ("5p", ()), ("50 pence", ())]),
        (
            "Gains were cut by a total of 1,500 to 16,500",
            [("1,500", ("change",)), ("16,500", ("change",))],
        ),
        ("Dust went from 5% to 10-20%", [("5%", ("to",)), ("10-20%", ("to",))]),
        ("In all 19 million or 17% left", [("19 million", ()), ("17%", ())]),
        ("It fell 6.5% to 164p", [("6.5%", ("change",)), ("164p", ("change",))]),
    ],
)
def test_two_ends_are_one_range_or_a_move(
    text: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    figures = [figure for figure in extract(text) if figure.kind != "date"]
    assert [(f.text, tuple(relation for relation, _ in f.links)) for f in figures] == found
