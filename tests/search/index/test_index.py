"""What a search finds, in which order, and as which kind of hit."""

from collections.abc import Callable
from threading import Thread

import pytest

from tui.documents import Document
from tui.search import Index, NoteText

FIRST = [
    ("fradulent sim cards", "passage: Fraudulent SIM cards were seized in 37 dens."),
    ("cards seized simm", "passage: Fraudulent SIM cards were seized in 37 dens."),
    ("simcards", "passage: Fraudulent SIM cards were seized in 37 dens."),
    ("tele communications", "passage: The spokesman thanked telecommunications companies."),
    ("communicat thanked", "passage: The spokesman thanked telecommunications companies."),
    ("cutoff campaign", "passage: A cut-off campaign against smugglers began in April."),
    ("smuggling campaigns", "passage: A cut-off campaign against smugglers began in April."),
    ("priv", "passage: People's privacy matters, said the café owner."),
    ("CAFE people", "passage: People's privacy matters, said the café owner."),
    ("果敢", "passage: A court in 果敢 heard the case on July 18, 2023."),
    ("crypto laundring", "title: Crypto laundering grows"),
    ("1.1tn", "fact: 1.1 trillion yuan"),
    ("1,100,000,000,000 yuan", "fact: 1.1 trillion yuan"),
    ("1.1 trillion", "fact: 1.1 trillion yuan"),
    ("394k cases", "fact: 394,000"),
    ("76.7 percent", "fact: 76.7%"),
    ("8 consecutive", "fact: eight consecutive months"),
    ("54.8m usdt", "fact: 54.8 million USDT"),
    ("2023-07-18", "fact: July 18, 2023"),
    ("2023-07", "fact: July 18, 2023"),
    ("yearbook contradict", "note: n1"),
    ("exchange", "note: n2"),
]


@pytest.mark.parametrize(("query", "first"), FIRST, ids=[query for query, _ in FIRST])
def test_the_right_hit_is_first(shown: Callable[..., list[str]], query: str, first: str) -> None:
    assert shown(query)[0] == first


ALL = [
    ('"eight consecutive months"', ["Since September 2023 the number of new cases has fallen for"]),
    ('"consecutive eight"', []),
    ('"cases suspects"~3', []),
    ('"number cases"~3', ["Since September 2023"]),
    ('"campaign against smug', ["A cut-off campaign"]),
    ("'fraud'", ["Heavy blow", "Officers handled"]),
    ("'raudul", ["Fraudulent SIM"]),
    ("^some", ["Some 634,000"]),
    ("^som suspects", ["Some 634,000"]),
    ("suspects$", []),
    ("companies$", ["The spokesman thanked"]),
    ("cases !officers", ["Since September 2023", "A court in"]),
    ('cases !"new cases"', ["Officers handled", "A court in"]),
    ("cases !(new | court)", ["Officers handled"]),
    ("'zebra' | 'café'", ["People's privacy"]),
    ("'gangs' | 'dens'", ["Fraudulent SIM", "Two gangs"]),
    ("doc:police 'yuan'", ["The warnings saved", "Banks blocked"]),
    ("title:crackdown 'yuan'", ["Banks blocked"]),
    ("zzzzzz", []),
    ("?!", []),
    ("", []),
]


@pytest.mark.parametrize(("query", "beginnings"), ALL, ids=[query for query, _ in ALL])
def test_these_passages_and_no_others_are_found(
    shown: Callable[..., list[str]], query: str, beginnings: list[str]
) -> None:
    found = [hit.partition(": ")[2] for hit in shown(query, kinds={"passage"})]
    assert len(found) == len(beginnings)
    for beginning in beginnings:
        assert any(text.startswith(beginning) for text in found)


FACTS = [
    (">1bn", ["329.1 billion yuan", "1.1 trillion yuan"]),
    (">1bn yuan", ["329.1 billion yuan", "1.1 trillion yuan"]),
    ("300bn..1tn", ["329.1 billion yuan"]),
    ("<1bn yuan", ["380 million yuan"]),
    (">10%", ["76.7%"]),
    ("=394000", ["394,000"]),
    ("~1.09tn", ["1.1 trillion yuan"]),
    ("unit:CNY", ["329.1 billion yuan", "1.1 trillion yuan", "380 million yuan"]),
    ("unit:yuan saved", ["329.1 billion yuan"]),
    ("unit:suspects", ["634,000"]),
    ("kind:percent", ["76.7%"]),
    ("unit:CNY !>1bn", ["380 million yuan"]),
    ("2023-07..2024-05 court", ["July 18, 2023"]),
    ("kind:money doc:crypto", ["54.8 million USDT", "380 million yuan"]),
]


@pytest.mark.parametrize(("query", "figures"), FACTS, ids=[query for query, _ in FACTS])
def test_conditions_on_figures_find_facts(
    shown: Callable[..., list[str]], query: str, figures: list[str]
) -> None:
    assert shown(query) == [f"fact: {figure}" for figure in figures]


def test_a_sentence_appears_once_as_the_kind_that_is_asked_for(index: Index) -> None:
    found = index.search("394,000 cases")
    assert (found[0].kind, found[0].exact) == ("fact", True)
    passages = [hit.passage for hit in found if hit.document == found[0].document]
    assert len(set(passages)) == len(passages)
    assert index.search("394,000 cases", kinds={"passage"})[0].kind == "passage"
    assert {hit.kind for hit in index.search("cases", kinds={"fact", "note"})} == {"fact"}
    assert index.search("cases", kinds=()) == []


def test_fields_of_notes(shown: Callable[..., list[str]]) -> None:
    assert shown("note:gangs") == ["note: n2"]
    assert shown("tag:check") == ["note: n1"]
    assert shown("verdict:doubt") == ["note: n1"]
    assert shown("tag:ministry exchange") == []


def test_spans_of_hits_are_spans_of_the_text(index: Index, documents: list[Document]) -> None:
    texts = {document.name: document.text for document in documents}
    for hit in index.search("cases 634,000 fraud yuan", limit=100, kinds={"passage", "fact"}):
        start, end = hit.passage
        assert 0 <= start <= hit.start < hit.end <= end <= len(texts[hit.document])


def test_exact_hits_come_before_close_ones_and_say_so(index: Index) -> None:
    exact = [hit.exact for hit in index.search("case ")]
    assert exact == sorted(exact, reverse=True)
    assert {True, False} == set(exact)


def test_the_answer_says_what_was_corrected_and_counts(index: Index) -> None:
    answer = index.query("fradulent crads ", limit=1)
    assert answer.corrections == (("fradulent", "fraudulent"), ("crads", "cards"))
    assert (len(answer.hits), answer.problem, answer.more) == (1, None, False)
    assert sum(answer.counts.values()) >= 1
    assert index.query("kind:colour").problem
    assert index.query("fraud").corrections == ()


def test_hits_are_the_same_every_time_and_ties_in_order(index: Index) -> None:
    found = index.search("the", limit=100)
    assert found == index.search("the", limit=100)
    assert found[:2] == index.search("the", limit=2)
    assert index.search("the", limit=0) == index.search("the", limit=-1) == []


def test_documents_and_notes_can_be_added(documents: list[Document]) -> None:
    index = Index.build(documents[:1])
    assert index.search("crypto laundering") == []
    index.add(documents[1:])
    index.add([])
    assert index.search("crypto laundering") == Index.build(documents).search("crypto laundering")
    note = NoteText("crypto.txt", 5, 9, "unheard-of words", "n9")
    index.replace_notes([note])
    (hit,) = index.search("unheardof")
    assert (hit.kind, hit.note, hit.start, hit.end) == ("note", "n9", 5, 9)
    index.replace_notes([])
    assert index.search("unheardof") == []


def test_many_additions_make_few_segments_and_the_same_answer() -> None:
    documents = [
        Document.from_text(f"Report {number}\n\nA total of {number} zebras ran.", name=f"{number}")
        for number in range(40)
    ]
    index = Index()
    for document in documents:
        index.add([document])
    whole = Index.build(documents)
    for query in ("zebras ran", "total zebra", "report", ">30", "=7"):
        assert index.search(query) == whole.search(query)


def test_searching_while_documents_are_added() -> None:
    documents = [
        Document.from_text(f"Title\n\nThe {number} lions slept.", name=f"{number}.txt")
        for number in range(60)
    ]
    index, seen = Index.build(documents[:1]), list[int]()
    adding = Thread(target=lambda: [index.add([document]) for document in documents[1:]])
    adding.start()
    while adding.is_alive():
        seen.append(len(index.search("lions", limit=100, kinds={"passage"})))
    adding.join()
    assert seen == sorted(seen)
    assert len(index.search("lions", limit=100, kinds={"passage"})) == 60


def test_an_empty_index_finds_nothing() -> None:
    for index in (Index(), Index.build([]), Index.build([Document.from_text("", name="empty")])):
        assert index.search("anything >5 'x' ^y z$ \"a b\" doc:none") == []
        assert index.query("").counts == {}


def test_a_title_with_a_figure_is_found_once() -> None:
    index = Index.build([Document.from_text("Police held 40 men\n\nThey held 40 women.", "a.txt")])

    def found(query: str, kinds: set[str] | None = None) -> list[tuple[str, int]]:
        return [(hit.kind, hit.passage[0]) for hit in index.search(query, kinds=kinds)]

    assert found("held 40") == [("title", 0), ("fact", 20)]
    assert found("held 40", {"fact"}) == [("fact", 0), ("fact", 20)]
    assert found("held 40", {"fact", "passage"}) == [("fact", 0), ("fact", 20)]
    assert found(">30") == [("fact", 0), ("fact", 20)]


@pytest.mark.parametrize("query", ["off$", "cut-off$"])
def test_a_compound_at_the_end_ends_with_its_last_part(query: str) -> None:
    index = Index.build([Document.from_text("Prices rose after the cut-off", "a.txt")])
    assert index.search(query)
