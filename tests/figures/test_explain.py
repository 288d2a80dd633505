"""Every number in a text has a rule that decided about it, with a readable reason."""

import pytest

from tui.figures import explain, extract
from tui.figures.rules import RULES

DECIDED = """
Cameras (0) | 0 | widget
Deal Score0 | 0 | glued_to_name
2MBI400L-060 | 2MBI400L-060 | glued_letters
S&P 500 fell | 500 | name_numeral
see #2023 | #2023 | masked
There were 3,2016 of them | 3,2016 | malformed
On 5 May 2021 | 5 May 2021 | date
at 10.45pm | 10.45pm | clock
It cost $5 | $5 | money
It rose 5% | 5% | unit_of_measure
She, aged 66 | 66 | age
12 cases | 12 | count
It came to 12. | 12 | bare
one another | one | pronoun
the second try | second | ordinal
one in five | one in five | ratio
a 3-1 win | 3-1 | score
in 2021 | 2021 | year
79 AD | 79 AD | era
555-0199-2040 | 555-0199-2040 | serial
"""
CASES = [[part.strip() for part in line.split("|")] for line in DECIDED.strip().split("\n")]


@pytest.mark.parametrize(("text", "number", "rule"), CASES)
def test_the_rule_that_decided(text: str, number: str, rule: str) -> None:
    (decision, *_) = explain(text)
    assert (decision.text, decision.rule) == (number, rule)
    assert decision.reason
    assert "\n" not in decision.reason


def test_every_rule_says_its_reason_in_one_line() -> None:
    for rule in RULES:
        assert rule.__doc__
        assert len(rule.__doc__.strip().split("\n")[0]) < 100


def test_what_is_explained_as_a_figure_is_one() -> None:
    text = "Over 380 gangs (0) and 14.8 billion yuan in 2021, up 5%."
    starts = {figure.start for figure in extract(text)}
    told = {decision.start for decision in explain(text) if decision.rule != "widget"}
    assert starts == told
