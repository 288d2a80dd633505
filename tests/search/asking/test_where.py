"""Evaluating a query on single figures, and that the index agrees."""

import pytest

from tui.documents import Document
from tui.search import Index, NoteText, parse

WHERE = [
    "",
    ">1bn",
    ">1bn yuan",
    "<1bn yuan",
    ">=394000",
    "300bn..1tn",
    "=54.8m",
    "~1.09tn",
    ">10%",
    "kind:money",
    "kind:percent | kind:date",
    "unit:CNY",
    "unit:yuan saved",
    "unit:suspects",
    "subject:cases",
    "doc:crypto",
    "title:crackdown",
    "title:crakd",
    "arrested",
    "arested suspects",
    "'arrest",
    "fice",
    "fic",
    "'arrest'",
    "^some",
    "companies$",
    "april$",
    '"phone fraud"',
    '"fraud phone"',
    "phonefraud",
    "phonefr",
    '"phonefraud"',
    '"handled fraud"~5',
    "yuan !warnings",
    "unit:CNY !>1bn",
    "2023-07",
    "2023-07..2024-05",
    "<2000-01",
    "394,000",
    "1.1tn",
    "gangs | suspects",
    "tag:check",
    "(court | gangs) >1",
]


@pytest.mark.parametrize("where", WHERE)
def test_a_figure_passes_where_the_index_finds_it(
    where: str, index: Index, documents: list[Document]
) -> None:
    query = parse(where)
    passed = {
        (document.name, figure.start)
        for document in documents
        for figure in document.figures
        if query.matches_figure(figure, document)
    }
    every = {(document.name, figure.start) for document in documents for figure in document.figures}
    found = {
        (hit.document, hit.start)
        for hit in index.search(f"{where} kind:fact", limit=1000, kinds={"fact"})
        if hit.exact
    }
    assert passed >= found
    assert passed <= every
    if where in EXPECTED:
        assert len(passed) == EXPECTED[where]


EXPECTED = {
    ">1bn": 2,
    "<1bn yuan": 1,
    "300bn..1tn": 1,
    ">10%": 1,
    "unit:CNY": 3,
    "unit:yuan saved": 1,
    '"fraud phone"': 0,
    "<2000-01": 0,
    "tag:check": 0,
    # Four letters from within a word are enough; three are not.
    # A space too few; the index shows such a passage as a close match.
    "phonefraud": 1,
    "phonefr": 1,
    '"phonefraud"': 0,
    "fice": 1,
    "fic": 0,
    "arested suspects": 2,
    "unit:CNY !>1bn": 1,
}


def test_every_figure_satisfies_an_empty_query(documents: list[Document]) -> None:
    query = parse("")
    assert not query
    assert all(
        query.matches_figure(figure, document)
        for document in documents
        for figure in document.figures
    )


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("arrested unit:CNY >1bn", ["Field", "Amounts", "Word"]),
        ("(bank fraud) | (kind:money >1bn)", ["All", "All"]),
        ("fact:bank fraud >1bn", ["Kinds", "Amounts", "Within", "Within"]),
        ('"phone fraud" !bank 2023-07..2024-05', ["Dates", "Phrase", "Not"]),
    ],
)
def test_conditions_that_read_the_sentence_come_last(query, asked):
    from tui.search.asking.asked import planned

    tree = planned(parse(query).root)
    assert [type(node).__name__ for node in getattr(tree, "nodes", [tree])] == asked


YEARBOOK = NoteText("crypto.txt", 0, 0, "Contradicts their own yearbook", "n1")


@pytest.mark.parametrize(
    ("query", "passes"),
    [
        ("note:yearbook", True),
        ("note:yearbok gangs", False),  # words after note: are those of the note
        ("note:yearbok", True),
        ("note:own note:contradicts", True),
        ('note:"own yearbook"', True),
        ("note:gangs", False),
        ("kind:note", True),
        ("note:yearbook unit:USDT", True),
        ("note:yearbook >1tn", False),
        ("!note:yearbook", False),
        ("!note:gangs", True),
    ],
)
def test_a_figure_passes_by_the_words_of_its_note(
    query: str, passes: bool, documents: list[Document]
) -> None:
    document = documents[2]
    (figure,) = (each for each in document.figures if each.unit == "USDT")
    assert parse(query).matches_figure(figure, document, YEARBOOK) is passes
    assert parse(query).matches_figure(figure, document) is query.startswith("!")


@pytest.mark.parametrize(
    ("query", "name", "passes"),
    [
        ("doc:2022/", "2022/a.txt", True),
        ("doc:2022/", "report-2022.txt", False),
        ("doc:a.txt", "txt/a.md", False),
        ("doc:1,000", "Top 1,000.txt", True),
        ("doc:CAFÉ", "Cafe\u0301 prices.txt", True),
        ('doc:"cafe prices"', "Café prices.txt", True),
        (r"doc:cafe\ prices", "Café prices.txt", True),
        ('doc:"prices cafe"', "Café prices.txt", False),
    ],
)
def test_a_name_is_compared_literally(query: str, name: str, passes: bool) -> None:
    document = Document.from_text("Five zebras ran.", name)
    index = Index.build([document])
    assert parse(query).matches_document(document) is passes
    assert bool(index.search(query)) is passes


def test_cached_grades_are_kept_apart_by_word():
    first = Document.from_text("Police arrested 300 dockers.", "a")
    other = Document.from_text("Police arrested 400 sailors.", "b")
    for query, found in (("arested", [True, True]), ("sailor", [False, True])):
        asked = parse(query)
        for _ in "12":
            assert [asked.matches_figure(d.figures[0], d) for d in (first, other)] == found
