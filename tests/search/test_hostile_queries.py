"""Any query gets an answer, and no document breaks the index."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.documents import Document
from tui.search import AskedNote, Index, NoteText, QueryContext, parse
from tui.search.language.clauses import terms_of
from tui.search.words import MAX_TERM_LENGTH, TOKEN

LONG = 10_000
HOSTILE = [
    "a" * LONG,
    "a " * (LONG // 2),
    "fraud " * (LONG // 6),
    "(" * LONG,
    ")" * LONG,
    "!" * LONG,
    "!(" * (LONG // 2),
    '"' * LONG,
    '"a b" ' * (LONG // 6),
    "'" * LONG,
    "\\" * LONG,
    "|" * LONG,
    "a|" * (LONG // 2),
    "(a b|c d)" * (LONG // 9),
    "-" * LONG,
    "a-" * (LONG // 2),
    ">" * LONG,
    ">1" * (LONG // 2),
    "1.." * (LONG // 3),
    "." * LONG,
    "9" * LONG,
    "1," * (LONG // 2),
    "1.1tn " * (LONG // 6),
    "2023-07.." * (LONG // 9),
    "doc:" * (LONG // 4),
    "title:a " * (LONG // 8),
    "果" * LONG,
    "👍🏽" * (LONG // 2),
    "\u202e\u200b" * (LONG // 2),
    "e\u0301" * (LONG // 2),
    "\x00\x1b\x9b\ud800" * (LONG // 4),
    "שלום " * (LONG // 5),
    "\n\t" * (LONG // 2),
    "fradulent" * (LONG // 9),
    "ﾞ " * (LONG // 2),
]


@pytest.mark.parametrize("query", HOSTILE, ids=[repr(query[:6]) for query in HOSTILE])
def test_a_long_query_gets_an_answer(index: Index, query: str) -> None:
    answer = index.query(query)
    assert "letters" in (answer.problem or "")
    for hit in answer.hits[:3]:
        places = [place for span in index.spans(query, hit) for place in span]
        assert places == sorted(places)


PARTS = ".. 1m 2023-07 fraud cases doc: kind: unit: is: is:read tag: verdict: note: @self"
SIGNS = st.sampled_from([*"()|!'\"^$<>=~\\-.:%#@, ", *PARTS.split()])
KNOWN = QueryContext({"self": "@self !(fraud", "1m": ">1m"}, lambda: ["crypto.txt"])


@settings(max_examples=300)
@given(st.lists(SIGNS | st.text(max_size=3), max_size=25).map("".join))
def test_any_query_gets_an_answer(index: Index, query: str) -> None:
    asked = parse(query, KNOWN)
    answer = index.query(asked)
    for hit in answer.hits:
        assert hit.score > 0
        index.spans(asked, hit)


@settings(max_examples=200)
@given(st.lists(SIGNS | st.text(max_size=3), max_size=25).map("".join))
def test_any_query_can_be_asked_of_figures_documents_and_notes(
    documents: list[Document], notes: list[NoteText], query: str
) -> None:
    values = {"is": ["open"], "kind": ["figure"]}
    asked = parse(query, KNOWN._replace(values=values))
    for note in notes:
        listed = AskedNote(note, "Title", "634,000 suspects", values)
        assert asked.matches_note(listed) in (True, False)
    for document in documents:
        assert asked.matches_document(document, notes) in (True, False)
        for figure in document.figures:
            assert asked.matches_figure(figure, document, notes[0]) in (True, False)


MIXED = "0123456789年破获起カｶﾞ\u0e01\u0e34\u0301ßabkmnxyz.,-'’% \u00a0"


@settings(max_examples=200)
@given(st.lists(st.text(st.sampled_from(MIXED) | st.characters(), max_size=60), max_size=5))
def test_any_text_is_indexed_and_each_of_its_words_finds_it(texts: Iterable[str]) -> None:
    documents = [Document.from_text(text, name=f"{number}") for number, text in enumerate(texts)]
    index = Index.build(documents)
    for document in documents:
        for start, end in document.passages:
            for token in TOKEN.findall(document.text[start:end])[:8]:
                if terms_of(token) and len(token) < MAX_TERM_LENGTH:
                    found = index.search(f'"{token}"', limit=1000, kinds={"passage"})
                    assert (document.name, start, end) in {hit[:3] for hit in found}, token


def test_a_parsed_query_can_be_searched_twice(index: Index) -> None:
    query = parse("fraud cases")
    assert index.query(query) == index.query("fraud cases")
