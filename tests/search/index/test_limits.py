"""Where the work of a query is limited: the answer is the same, or says that there is more."""

import numpy as np
import pytest

from tui.documents import Document
from tui.search import Index, parse
from tui.search.answering import expand, filters, rank, spans
from tui.search.index.lexicon import Lexicon

BEASTS = ("zebras", "lions", "okapis", "tapirs", "lynxes", "bears")


@pytest.fixture(scope="module")
def herds() -> Index:
    lines = [
        f"The {BEASTS[n % 6]} of herd {n} ran {n % 7} miles with {BEASTS[n % 5]}x{n}."
        for n in range(120)
    ]
    return Index.build([Document.from_text("Herds\n\n" + "\n\n".join(lines), "a.txt")])


def answer(index: Index, query: str) -> list[tuple[int, str]]:
    return [(hit.start, hit.kind) for hit in index.search(query, 500)]


@pytest.mark.parametrize("query", ["'ear", "'o", "'x1", "'s", "!'ras herd", "^t", "s$"])
@pytest.mark.parametrize("one_by_one", [0, 1, 3])
def test_terms_that_hold_some_letters_are_marked_together(
    herds: Index, monkeypatch: pytest.MonkeyPatch, query: str, one_by_one: int
) -> None:
    expected = answer(herds, query)
    monkeypatch.setattr(filters, "MAX_ONE_BY_ONE", one_by_one)
    assert answer(herds, query) == expected


@pytest.mark.parametrize("most", [1, 7, 40])
def test_of_too_many_candidates_the_best_are_kept_and_that_is_said(
    herds: Index, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    whole = herds.query("lions herd ran", limit=200)
    assert not whole.more
    monkeypatch.setattr(rank, "MAX_CANDIDATES", most)
    some = herds.query("lions herd ran", limit=200)
    assert some.more
    assert 0 < len(some.hits) <= most + 1  # the title is found by its letters
    assert set(some.hits[:1]) <= set(whole.hits)


def test_of_too_many_places_the_rarest_words_are_looked_up_first(
    herds: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    (expected,) = answer(herds, "'lynxesx34'")
    monkeypatch.setattr(rank, "MAX_POSTINGS", 10)
    found = herds.query("the ran lynxesx34")
    assert found.more
    assert (found.hits[0].start, found.hits[0].kind) == expected


@pytest.mark.parametrize("query", ["lions herd", "zebrs ran", "herd 17"])
def test_what_is_remembered_of_words_and_letters_can_be_little(
    herds: Index, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    hits = herds.search(query, 50)
    marked = [herds.spans(parse(query), hit) for hit in hits]
    monkeypatch.setattr(expand, "_KEPT", 1)
    monkeypatch.setattr(spans, "_KEPT", 0)
    assert herds.search(query, 50) == hits
    assert [herds.spans(parse(query), hit) for hit in hits] == marked


def test_words_with_the_same_long_beginning_are_told_apart() -> None:
    terms = ["documentable", "documentary", "documentation", "documents", "documenu"]
    lexicon = Lexicon.of(terms)
    for begun in ("documentat", "documentar", "documentab", "document", "documentz", "documents"):
        first, last = lexicon.with_prefix(begun)
        assert terms[first:last] == [term for term in terms if term.startswith(begun)]
    assert np.array_equal(lexicon.with_suffix("tion"), [2])
