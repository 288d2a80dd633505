"""The words around figures, which say what they count."""

import tui.facts.words
from tui.facts.words import CLAUSE, NOUN, REST, context_of_document
from tui.figures import extract

LOG = "".join(f"sensor {letter} sent {n} packets\n" for n, letter in enumerate("bcdefgh" * 9, 11))


def test_the_words_of_a_sentence_are_looked_up_once_however_many_figures_it_has(monkeypatch):
    looked_up = []
    before = tui.facts.words._words_of

    def words_of(text, start, end):
        if text == LOG:
            looked_up.append(end - start)
        return before(text, start, end)

    monkeypatch.setattr(tui.facts.words, "_words_of", words_of)
    figures = extract(LOG)
    assert len(figures) == 63
    contexts = list(context_of_document(LOG, figures))
    assert sum(looked_up) <= len(LOG)
    assert contexts[20].words["packet"] == NOUN


def test_a_word_counts_as_near_in_the_clause_of_each_figure_and_as_far_for_the_others():
    text = "Hull lost 40 cranes, but it gained 50 barges from its harbour."
    cranes, barges = context_of_document(text, extract(text))
    assert (cranes.words["cran"], barges.words["cran"]) == (NOUN, REST)
    assert (cranes.words["harbour"], barges.words["harbour"]) == (REST, CLAUSE)
    assert (cranes.words["lost"], barges.words["lost"]) == (CLAUSE, REST)
