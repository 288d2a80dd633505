"""Choosing from a list by typed words: which choices match, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.session import Choice, Choices, matched_spans

CHOICES = [
    Choice("command", "The next figure of this document", "figure figure.next"),
    Choice("command", "Find words in this document", "find find.open"),
    Choice("document", "Police find 380 crime rings", "1-rings.txt"),
    Choice("document", "Fines for crime", "2-fines.txt"),
    Choice("theme", "Theme dusk", "colours"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("   ", [0, 1, 2, 3, 4]),
        ("find", [1, 2]),
        ("rings POLICE", [2]),
        ("next figure", [0]),
        ("fig", [0]),
        ("in", [1, 2, 3]),
        ("fines", [3]),
        ("2-fi", [3]),
        ("dusc", [4]),
        ("polcie rngs", [2]),
        ("zebra", []),
        ("find zebra", []),
    ],
)
def test_words_match_in_any_order_and_fuzzily_only_without_exact_matches(typed, found):
    assert Choices(CHOICES).ranked(typed) == [CHOICES[number] for number in found]


@given(st.text(max_size=20))
def test_any_input_is_answered_with_valid_spans(typed):
    for choice in Choices(CHOICES).ranked(typed):
        for start, end in matched_spans(typed, choice.words):
            assert 0 <= start < end
            assert choice.words.lower()[start:end] in typed.lower()


def test_only_the_shown_part_of_a_long_title_is_searched():
    choices = Choices([Choice("document", "x" * 10_000_000 + " end")])
    assert choices.ranked("end") == []
    assert choices.ranked("xxx") == choices.all
