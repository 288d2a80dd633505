"""Numbers that are no figures: names, references, addresses, page furniture; and broken ones."""

from pathlib import Path

import pytest

from tui.figures import extract

LINES = (Path(__file__).parent / "nonfigures.txt").read_text("utf-8").rstrip("\n").split("\n")
ESCAPES = (
    "\x1b[0;31mSeen\x1b[0m in \x9b12mred",
    "\x1b]8;;file:///srv/2400/31\x07Seen\x1b]8;;\x1b\\",
)


@pytest.mark.parametrize("text", [*LINES, *ESCAPES])
def test_what_is_no_figure_is_left_out(text: str) -> None:
    assert [figure.text for figure in extract(text) if figure.kind != "date"] == []


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
