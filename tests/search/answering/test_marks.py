"""What is highlighted in a hit."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents import Document
from tui.search import Index, parse
from tui.search.answering.spans import Marker

MARKED = [
    ("fradulent", "Fraudulent SIM cards", "[Fra]u[dulent] SIM cards"),
    ("sim card", "Fraudulent SIM cards", "Fraudulent [SIM] [card]s"),
    ("arrest ", "They arrested him", "They [arrested] him"),
    ("communi", "telecommunications", "tele[communi]cations"),
    ("criminalgroups", "criminal groups", "[criminal] [groups]"),
    ("tele communications", "the telecommunications law", "the [telecommunications] law"),
    ("cutoff", "the cut-off", "the [cut-off]"),
    ("1.1tn", "paid 1.1 trillion yuan", "paid [1.1 trillion] yuan"),
    ("394000 ", "in 394,000 cases", "in [394,000] cases"),
    ("39", "in 394,000 cases", "in [394,000] cases"),
    ("76.7 percent", "up 76.7% then", "up [76.7%] then"),
    ("cafe", "the Café", "the [Café]"),
    ("strasse", "Hauptstraße", "Haupt[straße]"),
    ("'mmun", "a community", "a co[mmun]ity"),
    ('"one two"', "one two three", "[one] [two] three"),
    ("one !two", "one two", "[one] two"),
    ("one | two", "one two", "[one] [two]"),
    ("果敢", "in 果敢.", "in [果敢]."),
    # So unlike that the search does not find it either.
    ("brudulen", "the fraudulently", "the fraudulently"),
    (">5", "in 394 cases", "in 394 cases"),
    ("", "words", "words"),
]


@pytest.mark.parametrize(("query", "text", "marked"), MARKED, ids=[query for query, *_ in MARKED])
def test_words_and_letters_are_marked(query: str, text: str, marked: str) -> None:
    shown, at = "", 0
    for start, end in Marker(parse(query)).spans(text):
        shown += text[at:start] + "[" + text[start:end] + "]"
        at = end
    assert (shown + text[at:]) == marked


def test_spans_of_a_hit_are_offsets_of_its_text(index: Index, documents: list[Document]) -> None:
    texts = {document.name: document for document in documents}
    (hit,) = index.search("seized", kinds={"passage"})
    ((start, end),) = index.spans("seized", hit)
    assert texts[hit.document].text[start:end] == "seized"
    (title,) = index.search("laundering", kinds={"title"})
    ((start, end),) = index.spans("laundering", title)
    assert texts[title.document].title[start:end] == "laundering"
    (note,) = index.search("yearbook", kinds={"note"})
    ((start, end),) = index.spans("yearbook", note)
    assert "Contradicts the ministry's own yearbook"[start:end] == "yearbook"


def test_the_figure_of_a_fact_is_marked(index: Index, documents: list[Document]) -> None:
    texts = {document.name: document.text for document in documents}
    for query in (">1tn", "2023-07", "unit:CNY warnings"):
        hit = index.search(query)[0]
        assert hit.kind == "fact"
        marked = index.spans(query, hit)
        assert any(start <= hit.start and hit.end <= end for start, end in marked)
        assert all(a[1] < b[0] for a, b in pairwise(marked))
        assert all(texts[hit.document][start:end].strip() for start, end in marked)


@given(st.text(max_size=40), st.text(max_size=80))
def test_marks_stay_inside_any_text_in_order(query: str, text: str) -> None:
    spans = Marker(parse(query)).spans(text)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in spans)
