"""The vocabulary finds what a scan over it would find."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tui.search.lexicon import Lexicon
from tui.search.match import SHORTEST_FOR_TWO, SHORTEST_FRAGMENT, typos_allowed
from tui.text import stem

WORDS = st.text(st.sampled_from("abcdeé果1"), min_size=1, max_size=12)
VOCABULARY = st.lists(WORDS, max_size=40, unique=True).map(sorted)


@given(VOCABULARY, WORDS)
def test_terms_are_found_whole_and_by_their_beginning(terms: list[str], word: str) -> None:
    lexicon = Lexicon.of(terms)
    assert [lexicon.term(number) for number in range(len(lexicon))] == terms
    assert [lexicon.id(term) for term in terms] == list(range(len(terms)))
    assert (lexicon.id(word) >= 0) == (word in terms)
    first, last = lexicon.beginning(word)
    assert terms[first:last] == [term for term in terms if term.startswith(word)]


@given(VOCABULARY, WORDS)
def test_terms_are_found_by_what_they_hold(terms: list[str], word: str) -> None:
    lexicon = Lexicon.of(terms)
    assert [terms[n] for n in lexicon.holding(word)] == [term for term in terms if word in term]
    assert [terms[n] for n in lexicon.ending(word)] == [t for t in terms if t.endswith(word)]
    if len(word) >= SHORTEST_FRAGMENT:
        inside = {terms[n] for n in lexicon.inside(word)}
        assert inside == {t for t in terms if t.isalpha() and len(t) >= 4 and word in t[1:]}
    assert {terms[n] for n in lexicon.with_stem(word)} == {
        term for term in terms if len(term) >= 4 and term.isalpha() and stem(term) == stem(word)
    }


@given(VOCABULARY, WORDS)
def test_no_term_within_reach_of_typos_is_missed(terms: list[str], word: str) -> None:
    allowed = typos_allowed(word)
    near = {Lexicon.of(terms).term(number) for number in Lexicon.of(terms).near(word, allowed)}
    for term in terms:
        long_enough = len(term) >= (SHORTEST_FOR_TWO - 2 if allowed == 2 else 4)
        if term.isalpha() and long_enough and OSA.distance(word, term) <= allowed:
            assert term in near


def test_a_vocabulary_may_be_empty() -> None:
    lexicon = Lexicon.of([])
    assert len(lexicon) == 0
    assert lexicon.id("a") == -1
    assert lexicon.beginning("a") == (0, 0)
    assert not len(lexicon.near("fraud", 1))
    assert not len(lexicon.inside("raud"))
    assert not len(lexicon.holding("a"))
