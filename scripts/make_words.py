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


def lemmas(folder: Path, pos: str) -> set[str]:
    lines = (folder / f"index.{pos}").read_text("utf-8").splitlines()
    return {word for line in lines if WORD.fullmatch(word := line.split(" ", 1)[0])}


def uses(folder: Path) -> Counter[tuple[str, str]]:
    """How often each lemma was met as each part of speech in WordNet's tagged texts."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, _, count = line.split(" ")
        lemma, rest = key.split("%", 1)
        counts[lemma, POS_OF_SENSE[rest[0]]] += int(count)
    return counts


def exceptions(folder: Path, pos: str) -> dict[str, list[str]]:
    """Irregular form -> its lemmas."""
    lines = (folder / f"{pos}.exc").read_text("utf-8").splitlines()
    return {form: rest for form, *rest in map(str.split, lines) if WORD.fullmatch(form)}


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


def main(folder: Path, target: Path) -> None:
    nouns, verbs, adjs, advs = (lemmas(folder, pos) for pos in ("noun", "verb", "adj", "adv"))
    count = uses(folder)

    def mostly_verb(word: str) -> bool:
        others = max(count[word, "noun"], count[word, "adj"])
        if word not in nouns and word not in adjs:
            return True
        return count[word, "verb"] > 8 * others and count[word, "verb"] > 4

    def seen(word: str) -> bool:
        stems = (word, word.removesuffix("s"), word.removesuffix("es"), word[:-3] + "y")
        return any(count[stem, pos] for stem in stems for pos in ("verb", "adj")) or (
            word in irregular
        )

    irregular = exceptions(folder, "verb")
    verb_words = {verb for verb in verbs if mostly_verb(verb)}
    verb_words |= {third_person(verb) for verb in verbs if verb not in nouns}
    either_words = verbs & nouns
    for form, bases in irregular.items():
        base = bases[0]
        if form.endswith(("ing", "ed")) or (
            form in nouns and count[form, "noun"] > count[base, "verb"]
        ):
            continue
        verb_words.add(form)
    noun_ing = {
        word
        for word in nouns
        if word.endswith(("ing", "ed"))
        and (count[word, "noun"] > 0 or re.sub("(ing|ed)$", "", word) not in verbs)
        and word not in adjs
    } | set(GERUNDS.split())
    adverb_words = {
        w
        for w in advs - nouns - adjs - verbs
        if not w.endswith("ly") and not (w.endswith("s") and w[:-1] in nouns)
    }
    # Words that WordNet's tagged texts never use are left out: news hardly does either.
    verb_words = {word for word in verb_words if seen(word)}
    adjective_words = {
        w for w in adjs if w not in nouns or count[w, "adj"] > 2 * count[w, "noun"]
    } - {w for w in adjs if w.endswith(("ed", "ing")) and w not in nouns}
    adjective_words |= {
        form
        for word in adjs
        if count[word, "adj"] and len(word) < 8
        for form in compared(word)
        if form not in nouns
    } | {form for form in exceptions(folder, "adj") if form not in nouns}
    verb_words -= exceptions(folder, "noun").keys()  # "lives", "leaves": plurals first
    verb_words -= set(INVARIANT_PLURALS.split())
    adjective_words -= {w for w in adjective_words if w.endswith("s") and count[w[:-1], "noun"]}
    plurals = {
        form
        for form, bases in exceptions(folder, "noun").items()
        if not form.endswith("s") and count[bases[0], "noun"] > 0
    } | set(INVARIANT_PLURALS.split())
    sections = {
        "verb": verb_words,
        "either": either_words,
        "noun_ing": noun_ing,
        "adverb": adverb_words,
        "adjective": adjective_words,
        "plural": plurals,
    }
    lines = [NOTICE] + [f"{name} {' '.join(sorted(words))}" for name, words in sections.items()]
    target.write_text("\n".join(lines) + "\n", "utf-8")
    for name, words in sections.items():
        print(f"{name:10} {len(words):6}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
