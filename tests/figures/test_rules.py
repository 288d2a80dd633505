"""A number is not given to the rules that can have no answer for it: that changes no decision."""

from pathlib import Path

import pytest

from tui.figures import explain, rules
from tui.figures.draft import Site
from tui.figures.numbers.numerals import read_number

HERE = Path(__file__).parent
LINES = [
    line.partition(" | ")[0].replace("[", "").replace("]", "")
    for path in (*sorted((HERE / "values").glob("*.txt")), HERE / "excluded" / "nonfigures.txt")
    for line in path.read_text("utf-8").splitlines()
]


class AsksAll(dict[object, int]):
    """A table by which every rule may have an answer."""

    def get(self, key: object, default: object = None) -> int:
        return rules.EVERY


@pytest.mark.parametrize(
    "table", ["BY_SIGN_BEFORE", "BY_SIGN_AFTER", "BY_WORD_BEFORE", "BY_TOKEN_AFTER"]
)
def test_a_rule_that_is_not_asked_has_no_answer(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = [explain(line) for line in LINES]
    monkeypatch.setattr(rules, table, AsksAll())
    assert [explain(line) for line in LINES] == decided


ASKED = """
They sold 12 goats | count bare
It cost $50 each | money name_numeral count bare
Rents rose 5% in May | unit_of_measure count bare
They ran 40 miles | unit_of_measure count bare
A man aged 40 left | age count bare
It fell by 1204 tonnes | unit_of_measure year count bare
It is on page 17. | list_marker age name_numeral count bare
"""


@pytest.mark.parametrize("line", ASKED.strip().split("\n"))
def test_a_number_is_given_to_the_rules_that_may_have_an_answer(line: str) -> None:
    text, _, names = line.partition(" | ")
    low = text.lower()
    start = next(at for at, sign in enumerate(text) if sign.isdigit())
    number = read_number(text, low, start)
    assert number is not None
    asked = rules.rules_for(Site(text, low, number, None), low[start : start + 3])
    assert [rule.__name__ for rule in asked] == names.split()
