"""Queries that refer to saved queries (`@name`) and to what was read (`is:unread`)."""

import pytest

from tui.documents import Document
from tui.search import Index, QueryContext, parse

SAVED = {
    "big": ">1bn yuan",
    "fraud": "fradulent | phone",
    "open": '"phone frau',
    "self": "@self cases",
    "odd": "kind:colour",
}
READ = ("crypto.txt",)
KNOWN = QueryContext(SAVED, lambda: READ)


def found(index: Index, query: str) -> list[tuple[str, int, str]]:
    return [(hit.document, hit.start, hit.kind) for hit in index.query(parse(query, KNOWN)).hits]


@pytest.mark.parametrize("name", ["big", "fraud", "open"])
def test_a_saved_query_finds_what_it_found_when_it_was_typed(index: Index, name: str) -> None:
    assert found(index, f"@{name}") == found(index, SAVED[name])
    assert found(index, f"@{name.upper()}") == found(index, SAVED[name])


def test_a_saved_query_is_one_part_among_others(index: Index) -> None:
    assert found(index, "blocked @big") == found(index, "blocked >1bn yuan")
    assert found(index, "!@big kind:money") == found(index, "!(>1bn yuan) kind:money")
    assert found(index, "@open cases") != found(index, '"phone frau cases')


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("@nobody", "no query is saved as @nobody; searched as plain words"),
        ("@odd", "@odd: kind:colour is none of"),
        ("@self", "@self: no query is saved as @self"),
        ("is:found", "is:found is none of read, unread"),
    ],
)
def test_unknown_names_are_reported(index: Index, query: str, said: str) -> None:
    assert (parse(query, KNOWN).problem or "").startswith(said)
    found(index, query)


VERDICTS = QueryContext(verdicts=("supported", "wrong", "needs context"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("verdict:rong", "none of those in the settings; did you mean 'wrong'?"),
        ("verdict:zeppelin", "it is one of supported, wrong, needs context, unchecked"),
        ('!verdict:"needs contact"', "did you mean 'needs context'?"),
    ],
)
def test_an_unknown_verdict_is_reported_with_the_nearest_one(query: str, said: str) -> None:
    asked = parse(query, VERDICTS)
    assert said in (asked.problem or "")
    assert asked.asks_for_notes
    assert parse(query).problem is None


@pytest.mark.parametrize(
    "verdict", ["", "w", "wrong", "Supp", "unch", "context", '"needs context"']
)
def test_the_beginning_of_a_verdict_is_no_problem(verdict: str) -> None:
    assert parse(f"verdict:{verdict}", VERDICTS).problem is None


@pytest.mark.parametrize("query", ["@", "cases @", "is:", "@ cases"])
def test_a_half_typed_name_or_state_is_no_problem(query: str) -> None:
    assert parse(query, KNOWN).problem is None


def test_is_unread_keeps_only_unread_documents(index: Index, documents: list[Document]) -> None:
    everywhere = {hit.document for hit in index.search("cases | gangs", limit=100)}
    assert everywhere == {document.name for document in documents}
    for query in ("cases | gangs is:unread", "cases | gangs is:u", "cases | gangs !is:read"):
        assert {each for each, _, _ in found(index, query)} == everywhere - set(READ)
    assert {each for each, _, _ in found(index, "cases | gangs is:read")} == set(READ)


def test_is_unread_is_a_problem_where_reading_is_not_recorded(index: Index) -> None:
    assert "is:unread needs a record of what was read; there is none here" in str(
        index.query("is:unread").problem
    )


def test_a_figure_in_an_unread_document(documents: list[Document]) -> None:
    query = parse("is:unread kind:money", KNOWN)
    passed = {
        document.name
        for document in documents
        for figure in document.figures
        if query.matches_figure(figure, document)
    }
    assert passed == {"police/heavy-blow.txt", "police/crackdown.txt"}


def test_many_saved_queries_cost_no_more_than_a_long_one(index: Index) -> None:
    saved = {"long": "fraud " * 2000}
    query = parse("@long " * 2000, QueryContext(saved))
    assert query.problem
    assert len(query.plans) == 1
    assert len(query.plans[0].groups) == 1
    index.query(query)
