"""Numbers that are not figures: names, references, addresses, page furniture; and malformed
ones."""

from pathlib import Path

import pytest

from tui.figures import extract

LINES = (Path(__file__).parent / "nonfigures.txt").read_text("utf-8").rstrip("\n").split("\n")
ESCAPES = (
    "\x1b[0;31mSeen\x1b[0m in \x9b12mred",
    "\x1b]8;;file:///srv/2400/31\x07Seen\x1b]8;;\x1b\\",
)


@pytest.mark.parametrize("text", [*LINES, *ESCAPES])
def test_non_figures_are_left_out(text: str) -> None:
    assert [figure.text for figure in extract(text) if figure.kind != "date"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Eggs\n1 2 3 4 5 ... 20 Next\n",
        "Contents\n1 Eggs 1\n2 Materials and methods 14\n2.1 Boiled eggs 15\n",
        ".egg {\n  z-index: 9999;\n  transition: all 0.3s ease;\n}",
        '{\n  "port": 8080,\n  "timeout": 30000\n}',
    ],
)
def test_pages_contents_and_code_of_several_lines(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the trial (n = 120) it fell; p < 0.05, it said.", ["120", "0.05"]),
        ("Sales = $5 million | costs = $3 million", ["$5 million", "$3 million"]),
        ("The plan -- worth $5 million -- failed; 12 men left;", ["$5 million", "12"]),
        ("The weight is 20 {kg}", ["20"]),
        ("He bought:\n12 eggs;\n3 hens;\nand {5} geese", ["12", "3", "5"]),
    ],
)
def test_prose_with_signs_of_code_keeps_its_figures(text: str, found: list[str]) -> None:
    assert [figure.text for figure in extract(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By Friday, 1500 US Marines had left.", ["1500"]),
        ("It went to Quay 5, 1500 US Marines went on.", ["1500"]),
        ("1200 NY Owls fans came.", ["1200"]),
        ("List price     45\nTable wine     60", ["45", "60"]),
        ("The ship took 300, via Rotterdam.", ["300"]),
        ("Of these 12, place five on top.", ["12", "five"]),
        ("The team won 10, 12 (2008) and 14 (2012) cups.", ["10", "12", "14"]),
        ("Upgrade growth from 2.9 to 3.1 percent.", ["2.9", "3.1 percent"]),
        ("Tremor rattles Oxley\n\nTwo died.", ["Two"]),
        ("Tremor rattles Oxley\r\n\r\n31 died.", ["31"]),
        ("Magnitude 6.1 tremor rattles Oxley", ["6.1"]),
    ],
)
def test_what_only_looks_like_an_address_citation_name_or_version_is_kept(
    text: str, found: list[str]
) -> None:
    assert [figure.text for figure in extract(text) if figure.kind != "date"] == found


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("There were 3,2016 leaving", "3,2016"),
        ("some 200,0000 residents", "200,0000"),
        ("The firm added 64,00 jobs", "64,00"),
    ],
)
def test_malformed_numbers_are_flagged_without_a_value(text: str, flagged: str) -> None:
    (figure,) = extract(text)
    assert (figure.kind, figure.text, figure.value) == ("malformed", flagged, None)
