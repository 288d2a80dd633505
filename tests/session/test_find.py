import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.session.find import MAX_MATCHES, find


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Fraud, fraud and FRAUD", "fraud", [(0, 5), (7, 12), (17, 22)]),
        ("Fraud, fraud and FRAUD", "FRAUD", [(17, 22)]),
        ("one  two\nthree", "two three", [(5, 14)]),
        ("100% of (all)", "(all)", [(8, 13)]),
        ("果敢 and 果敢", "果敢", [(0, 2), (7, 9)]),
        ("nothing", "   ", []),
        ("", "x", []),
    ],
)
def test_places(text, words, expected):
    assert find(text, words).spans.items == expected


def test_the_number_of_matches_is_limited():
    found = find("a " * (MAX_MATCHES + 5), "a")
    assert len(found.spans) == MAX_MATCHES
    assert found.more
    assert found.how_many == f"{MAX_MATCHES:,}+"


@given(st.text(max_size=200), st.text(max_size=20))
def test_finding_any_words_in_any_text(text, words):
    for start, end in find(text, words).spans.items:
        assert 0 <= start < end <= len(text)
        assert text[start:end].split()


def test_long_runs_of_spaces_take_linear_time():
    assert find(" " * 1_000_000, "a b").spans.items == []
    assert find("a" + " " * 1_000_000, "a b").spans.items == []
