"""Lookups in the vocabulary find what a scan of all terms finds."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tui.search.answering.match import MIN_FRAGMENT_LENGTH, MIN_LENGTH_FOR_TWO_TYPOS, typos_allowed
from tui.search.index.lexicon import Lexicon
from tui.text import stem

WORDS = st.text(st.sampled_from("abcdeé果1"), min_size=1, max_size=12)
VOCABULARY = st.lists(WORDS, max_size=40, unique=True).map(sorted)


@given(VOCABULARY, WORDS)
def test_terms_are_found_exactly_and_by_prefix(terms: list[str], word: str) -> None:
    lexicon = Lexicon.of(terms)
    assert [lexicon.term(number) for number in range(len(lexicon))] == terms
    assert [lexicon.id(term) for term in terms] == list(range(len(terms)))
    assert (lexicon.id(word) >= 0) == (word in terms)
    first, last = lexicon.with_prefix(word)
    assert terms[first:last] == [term for term in terms if term.startswith(word)]


@given(VOCABULARY, WORDS)
def test_terms_are_found_by_substring(terms: list[str], word: str) -> None:
    lexicon = Lexicon.of(terms)
    assert [terms[n] for n in lexicon.containing(word)] == [term for term in terms if word in term]
    assert [terms[n] for n in lexicon.with_suffix(word)] == [t for t in terms if t.endswith(word)]
    if len(word) >= MIN_FRAGMENT_LENGTH:
        inside = {terms[n] for n in lexicon.containing_inner(word)}
        assert inside == {t for t in terms if t.isalpha() and len(t) >= 4 and word in t[1:]}
    assert {terms[n] for n in lexicon.with_stem(word)} == {
        term for term in terms if len(term) >= 4 and term.isalpha() and stem(term) == stem(word)
    }


@given(VOCABULARY, WORDS)
def test_no_term_within_the_edit_distance_is_missed(terms: list[str], word: str) -> None:
    allowed = typos_allowed(word)
    near = {Lexicon.of(terms).term(number) for number in Lexicon.of(terms).near(word, allowed)}
    for term in terms:
        long_enough = len(term) >= (MIN_LENGTH_FOR_TWO_TYPOS - 2 if allowed == 2 else 4)
        if term.isalpha() and long_enough and OSA.distance(word, term) <= allowed:
            assert term in near


def test_a_vocabulary_may_be_empty() -> None:
    lexicon = Lexicon.of([])
    assert len(lexicon) == 0
    assert lexicon.id("a") == -1
    assert lexicon.with_prefix("a") == (0, 0)
    assert not len(lexicon.near("fraud", 1))
    assert not len(lexicon.containing_inner("raud"))
    assert not len(lexicon.containing("a"))
