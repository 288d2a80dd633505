"""Reduces WordNet's files to the words that end, or stand inside, a counted noun.

    python scripts/make_words.py /usr/share/wordnet tui/figures/tables/words.txt

The folder is what the Debian package `wordnet-base` installs (WordNet 3.0, free for any use; its
notice is kept in the head of the file that is written, its licence in LICENSE-WordNet). Only
single lower-case words are kept, and of those only what cannot be told from the letters at run
time:

verb        base, -s and irregular forms of verbs that are hardly ever nouns or adjectives
either      base forms of verbs that are nouns as well: behind a plural they are verbs
noun_ing    nouns that end in -ing or -ed ("building", "seed"): no participles
adverb      adverbs that do not end in -ly and are nothing else
adjective   adjectives that are not mostly used as nouns ("different", "criminal")
plural      plurals that do not end in -s ("men", "phenomena")
"""

import re
import sys
from collections import Counter
from pathlib import Path

WORD = re.compile(r"[a-z]{2,}")
POS_OF_SENSE = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
VOWEL_Y = re.compile(r"[^aeiou]y$")

# Plurals of which nothing about the word says so; news counts them every day.
INVARIANT_PLURALS = """
people police staff personnel fish sheep deer aircraft spacecraft salmon cattle livestock
poultry offspring crew folk youth infantry cavalry swine trout shrimp squid bison taxis rabbis
tsunamis alibis skis emojis safaris bureaus gurus menus plateaus
alumni cacti paparazzi fungi bacteria errata algae vertebrae nebulae supernovae dice mujahideen
bedouin inuit samurai hovercraft watercraft moose elk buffalo reindeer tuna cod clergy
"""
# Nouns that WordNet's tagged texts do not use as such.
GERUNDS = """
funding mourning farming banking streaming policing sequencing screening trafficking hearing
listing catering seating ticketing branding licensing lobbying polling fundraising staffing
restructuring flooding breeding poaching smoking vaping brewing underwriting consulting
"""
NOTICE = (
    "# Made by scripts/make_words.py from WordNet 3.0, Copyright 2006 by Princeton University."
    " All rights reserved. Used under the WordNet 3.0 licence (LICENSE-WordNet)."
)


class WordNet:
    """What of WordNet's files is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.nouns, self.verbs = self._lemmas("noun"), self._lemmas("verb")
        self.adjectives, self.adverbs = self._lemmas("adj"), self._lemmas("adv")
        #: How often each lemma was met as each part of speech in WordNet's tagged texts.
        self.count = self._uses()
        self.irregular_nouns = self._exceptions("noun")
        self.irregular_verbs = self._exceptions("verb")
        self.irregular_adjectives = self._exceptions("adj")

    def _lemmas(self, pos: str) -> set[str]:
        lines = (self._folder / f"index.{pos}").read_text("utf-8").splitlines()
        return {word for line in lines if WORD.fullmatch(word := line.split(" ", 1)[0])}

    def _uses(self) -> Counter[tuple[str, str]]:
        counts: Counter[tuple[str, str]] = Counter()
        for line in (self._folder / "cntlist.rev").read_text("utf-8").splitlines():
            key, _, count = line.split(" ")
            lemma, rest = key.split("%", 1)
            counts[lemma, POS_OF_SENSE[rest[0]]] += int(count)
        return counts

    def _exceptions(self, pos: str) -> dict[str, list[str]]:
        """Irregular form -> its lemmas."""
        lines = (self._folder / f"{pos}.exc").read_text("utf-8").splitlines()
        return {form: rest for form, *rest in map(str.split, lines) if WORD.fullmatch(form)}

    def is_mostly_verb(self, word: str) -> bool:
        """Whether a verb is hardly ever a noun or an adjective."""
        if word not in self.nouns and word not in self.adjectives:
            return True
        as_verb = self.count[word, "verb"]
        others = max(self.count[word, "noun"], self.count[word, "adj"])
        return as_verb > 8 * others and as_verb > 4

    def is_used(self, word: str) -> bool:
        """Whether the tagged texts use a verb at all; what they never use, news hardly does."""
        stems = (word, word.removesuffix("s"), word.removesuffix("es"), word[:-3] + "y")
        used = any(self.count[stem, pos] for stem in stems for pos in ("verb", "adj"))
        return used or word in self.irregular_verbs


def third_person(verb: str) -> str:
    if VOWEL_Y.search(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def compared(adjective: str) -> tuple[str, str]:
    """ "cheap" -> "cheaper", "cheapest"."""
    if VOWEL_Y.search(adjective):
        return adjective[:-1] + "ier", adjective[:-1] + "iest"
    stem = adjective.removesuffix("e")
    return stem + "er", stem + "est"


def verb_words(net: WordNet) -> set[str]:
    found = {verb for verb in net.verbs if net.is_mostly_verb(verb)}
    found |= {third_person(verb) for verb in net.verbs if verb not in net.nouns}
    found |= {
        form
        for form, (base, *_) in net.irregular_verbs.items()
        if not form.endswith(("ing", "ed"))
        and (form not in net.nouns or net.count[form, "noun"] <= net.count[base, "verb"])
    }
    # "lives", "leaves": plurals first.
    plurals = net.irregular_nouns.keys() | set(INVARIANT_PLURALS.split())
    return {word for word in found if net.is_used(word)} - plurals


def nouns_in_ing(net: WordNet) -> set[str]:
    found = {
        word
        for word in net.nouns - net.adjectives
        if word.endswith(("ing", "ed"))
        and (net.count[word, "noun"] > 0 or re.sub("(ing|ed)$", "", word) not in net.verbs)
    }
    return found | set(GERUNDS.split())


def adverb_words(net: WordNet) -> set[str]:
    return {
        word
        for word in net.adverbs - net.nouns - net.adjectives - net.verbs
        if not word.endswith("ly") and not (word.endswith("s") and word[:-1] in net.nouns)
    }


def adjective_words(net: WordNet) -> set[str]:
    found = {
        word
        for word in net.adjectives
        if word not in net.nouns or net.count[word, "adj"] > 2 * net.count[word, "noun"]
    }
    found -= {w for w in net.adjectives - net.nouns if w.endswith(("ed", "ing"))}
    short = (word for word in net.adjectives if net.count[word, "adj"] and len(word) < 8)
    found |= {form for word in short for form in compared(word)} - net.nouns
    found |= net.irregular_adjectives.keys() - net.nouns
    return {w for w in found if not (w.endswith("s") and net.count[w[:-1], "noun"])}


def plural_words(net: WordNet) -> set[str]:
    found = {
        form
        for form, (base, *_) in net.irregular_nouns.items()
        if not form.endswith("s") and net.count[base, "noun"] > 0
    }
    return found | set(INVARIANT_PLURALS.split())


def main(folder: Path, target: Path) -> None:
    net = WordNet(folder)
    sections = {
        "verb": verb_words(net),
        "either": net.verbs & net.nouns,
        "noun_ing": nouns_in_ing(net),
        "adverb": adverb_words(net),
        "adjective": adjective_words(net),
        "plural": plural_words(net),
    }
    lines = [NOTICE] + [f"{name} {' '.join(sorted(words))}" for name, words in sections.items()]
    target.write_text("\n".join(lines) + "\n", "utf-8")
    for name, words in sections.items():
        print(f"{name:10} {len(words):6}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
