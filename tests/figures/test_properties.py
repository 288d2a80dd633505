"""Properties for any text: valid, ordered, disjoint spans; no exception; linear time."""

import sys
from decimal import Decimal
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.figures import KINDS, StoppedError, explain, extract

RELATIONS = Path(__file__).parent / "relations"
WRITTEN = """
    1 12 3,2016 1,100 12,34,567.89 1.111,11 4.5 0 00 2021 1980s 3rd .5 1/2 ½ 10km 5G 9/11
    12:30 10.45pm one two twenty-one hundred thousand million billion dozen dozens half a
    third thirds of and or to the $ US$ € £ CN¥ RM Rs. yuan dollars pounds p cents % percent
    per cent points basis over up down nearly at least from between rose fell by increase
    compared with year-on-year respectively several January May 4, march Thursday this year
    last month since past five years old aged -year-old ± AD people cases fans were arrested (
    ) [ ] - – — , . ; : “ ” ' ’ / ~ > + − × ^ 万 亿 三百 元 37万人 İ ß ﬁ 𝟙 ٣ https://t.co/x1 @user12
    #2023 x86-64 QM100DY-2H (0)
"""
PIECES = st.sampled_from(
    [*WRITTEN.split(), "\n", "\n\n", "\t", "\u00a0", "\u2009", "\x00", "\ud800"]
)
SOUP = st.lists(PIECES, max_size=24).map(" ".join) | st.lists(PIECES, max_size=24).map("".join)
# The words that rules ask about are those of the sentences that test them.
TOLD = sorted(
    {word for path in RELATIONS.glob("*.txt") for word in path.read_text("utf-8").split()}
)
SENTENCES = st.lists(st.sampled_from(TOLD), max_size=40).map(" ".join)
DATED = st.sampled_from(
    [None, "2021-10-26", "XXXX-05-27", "2024-02", "2020", "0001-01-01", "9999-12-31"]
)


def check(text: str, dated: str | None) -> None:
    end = 0
    starts = set()
    for figure in (figures := extract(text, dated=dated)):
        assert end <= figure.start < figure.end <= len(text)
        end = figure.end
        starts.add(figure.start)
        assert text[figure.start : figure.end] == figure.text
        assert figure.kind in KINDS
        assert figure.bound in (None, "more", "less", "approx")
        assert figure.change in (None, "up", "down")
        for number in (figure.value, figure.low, figure.high):
            assert number is None or (isinstance(number, Decimal) and number.is_finite())
        if figure.kind in ("date", "malformed"):
            assert figure.value is None
        assert (figure.date is not None) == (figure.kind == "date")
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        if figure.value is not None and figure.low == figure.high:
            assert figure.value == figure.low
        first, last = figure.sentence
        assert 0 <= first <= figure.start < figure.end <= last <= len(text)
    assert all(start in starts for figure in figures for _, start in figure.links)
    assert figures == extract(text, dated=dated)


@settings(max_examples=300, deadline=None)
@given(SOUP, DATED)
def test_pieces_of_figures_in_any_order(text: str, dated: str | None) -> None:
    check(text, dated)


@settings(max_examples=300, deadline=None)
@given(SENTENCES, DATED)
def test_words_of_sentences_in_any_order(text: str, dated: str | None) -> None:
    check(text, dated)


@pytest.mark.parametrize(
    "text",
    ["It is due Friday", "One will, as fraud ed", "1 September 2017-06 aPhone", "In the hundreds"],
)
def test_sentences_that_break_off(text: str) -> None:
    check(text, "2021-10-26")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), DATED)
def test_any_text(text: str, dated: str | None) -> None:
    check(text, dated)


@pytest.mark.parametrize("text", ["Deaths rose to %s1.", "The Sprint %s1s", "the %s1st case"])
def test_numbers_of_any_length(text: str) -> None:
    check(text % ("2" * 31), None)  # decimals are divided with 28 digits


@settings(max_examples=100, deadline=None)
@given(SOUP, DATED)
def test_a_thread_that_asks_whether_to_stop_finds_the_same(text: str, dated: str | None) -> None:
    assert extract(text, dated=dated, stop=lambda: False) == extract(text, dated=dated)


@pytest.mark.parametrize("asked", range(1, 9))
def test_it_stops_as_soon_as_it_is_told(asked: int) -> None:
    questions = 0

    def stop() -> bool:
        nonlocal questions
        questions += 1
        return questions == asked

    # 200 numbers in as many sentences: three rounds with four questions each.
    text = "\n\n".join(["There were 12 whales."] * 200)
    with pytest.raises(StoppedError):
        extract(text, stop=stop)
    assert questions == asked


@settings(max_examples=100, deadline=None)
@given(SOUP)
def test_every_figure_has_a_decision(text: str) -> None:
    decisions = explain(text)
    for decision in decisions:
        assert text[decision.start : decision.end] == decision.text
        assert decision.rule
        assert decision.reason
    for figure in extract(text):
        assert any(figure.start <= told.start < figure.end for told in decisions)


LONG = 400_000
SPARSE = {
    "digits": "1",
    "digits and commas": "1,",
    "commas": ",",
    "points": "1.",
    "slashes": "1/",
    "hyphens": "1-",
    "years": "2021-",
    "scale words": "million ",
    "number words": "one hundred and twenty ",
    "hashes": "#",
    "at signs": "@a",
    "brackets": "(",
    "dollars": "$",
    "letters": "a",
    "spaces": " ",
    "CJK numerals": "三百万",
}
# Figures by the thousand: here the steps of twice the text are counted, not the time.
DENSE = {
    "spaced digits": "1 ",
    "grouped by spaces": "123 ",
    "number words without an end": "twenty-",
    "open ranges": "tens of ",
    "halves": "half a ",
    "months": "May 5 ",
    "month words": "from may to june ",
    "dollar figures": "$1 ",
    "percent": "5% ",
    "ranges": "from 5 to ",
    "conversions": "5 km (3 miles) ",
    "nouns": "12 big red cases of ",
    "equal figures": "262,000 cases ",
    "changes": "rose 5% to 12 million, ",
    "hedges": "more than no fewer than ",
    "CJK scale": "1万亿",
    "fractions": "½",
    "apostrophes": "'1",
    "plus and minus": "+1-",
    "one": "one of the ",
    "ordinals": "first second ",
    "last years": "last year ",
    "past": "in the past five years ",
    "moves without an end": "1 to 1 from ",
    "a range without an end": "to 1 ",
    "fractions without an end": "and a half ",
    "rates": "5 per 100,000 people ",
    "spans that end": "three months to June ",
    "halves behind": "one and a half ",
    "lists": "1, 2, 3 and 4 percent, ",
    "shares": "12 jobs, 5 percent of its staff ",
    "bases": "5%, up from 4%, ",
}
PART = 3_000


def repeated(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def steps(text: str) -> int:
    """How many functions are called, ours and those of the interpreter, for one text."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    previous = sys.getprofile()
    sys.setprofile(counted)
    try:
        extract(text, dated="2021-10-26")
    finally:
        sys.setprofile(previous)
    return count


@pytest.mark.parametrize("piece", SPARSE.values(), ids=SPARSE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = repeated(piece, LONG)
    figures = extract(text, dated="2021-10-26")
    assert all(text[figure.start : figure.end] == figure.text for figure in figures[:1000])


@pytest.mark.parametrize("piece", DENSE.values(), ids=DENSE)
def test_twice_the_figures_take_twice_the_steps(piece: str) -> None:
    text = repeated(piece, 2 * PART)
    figures = extract(text, dated="2021-10-26")  # what is made once is made before the count
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    assert steps(text) < 2.3 * steps(repeated(piece, PART)) + 2_000
