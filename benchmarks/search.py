"""Search: what a key costs, how often the right passage is found, and what an index costs.

    python benchmarks/search.py [--like FOLDER] [--sizes 10000 100000] [--quality]

Passages come from `texts/passages.py` (see there for FOLDER); the shipped seeds are measured
first. Every beginning of a query is typed in turn, as a person types it. Times are CPU time of
this process.
With `--quality` queries of thirteen kinds are made from random passages; a passage counts as right
if it holds all the words that were wanted.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tui.documents import Document, find, read
from tui.search import Index
from tui.search.words import TOKEN, terms

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "texts"))

from passages import passages

SEEDS = HERE.parent / "seeds"
PER_DOCUMENT = 500
QUERIES, PER_KIND, LIMIT = 60, 60, 100
WORD = re.compile(r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])")
NUMBER = re.compile(r"(?<![\d.,])(?:[1-9]\d{0,2},\d{3}(?![\d,])|[1-9]\d* (?:million|billion))")
NEIGHBOURS = {
    letter: row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at, letter in enumerate(row)
}
Spoil = Callable[[list[str], random.Random], list[str]]


def drop(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def swap(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def wrong(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice(NEIGHBOURS[word[at]]) + word[at + 1 :]


def double(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


SLIPS = (drop, swap, wrong, double)


def slip(word: str, chance: random.Random) -> str:
    return chance.choice(SLIPS)(word, chance)


def on_longest(change: Callable[[str, random.Random], str]) -> Spoil:
    """Changes the longest word of a query."""

    def spoil(words: list[str], chance: random.Random) -> list[str]:
        at = max(range(len(words)), key=lambda number: len(words[number]))
        return [*words[:at], change(words[at], chance), *words[at + 1 :]]

    return spoil


def fragment(word: str, chance: random.Random) -> str:
    return word[chance.randrange(1, max(len(word) - 4, 2)) :]


def parted(word: str, chance: random.Random) -> str:
    at = chance.randrange(3, max(len(word) - 2, 4))
    return f"{word[:at]} {word[at:]}"


def begun(words: list[str], chance: random.Random) -> list[str]:
    return [*words[:-1], words[-1][: chance.randrange(3, len(words[-1]))]]


KINDS: dict[str, Spoil] = {
    "clean": lambda words, chance: words,
    "a letter dropped": on_longest(drop),
    "two letters swapped": on_longest(swap),
    "a wrong letter": on_longest(wrong),
    "a letter doubled": on_longest(double),
    "two slips in a word": on_longest(lambda word, chance: slip(slip(word, chance), chance)),
    "a slip in every word": lambda words, chance: [slip(word, chance) for word in words],
    "other order": lambda words, chance: words[::-1],
    "last word half typed": begun,
    "slip, half typed": lambda words, chance: begun([slip(words[0], chance), *words[1:]], chance),
    "the inside of a word": on_longest(fragment),
    "a space too many": on_longest(parted),
}


def drawn(texts: Sequence[str], chance: random.Random) -> Iterator[list[str]]:
    """Yields two or three words of a random passage, in order, endlessly."""
    while True:
        found = set(WORD.findall(chance.choice(texts)))
        words = sorted(found, key=lambda word: (len(word), word))[-6:]
        count = chance.choice([2, 3])
        if len(words) > count:
            yield chance.sample(words, count)


def rewritten(texts: Sequence[str], chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Yields a number in another spelling with a word of its passage, and the terms to find."""
    while True:
        text = chance.choice(texts)
        number, words = NUMBER.search(text), WORD.findall(text)
        if number and words:
            plain = number[0].replace(",", "").replace(" million", "m").replace(" billion", "bn")
            word = max(words, key=len)
            wanted = [term.text for token in TOKEN.findall(number[0]) for term in terms(token)]
            yield f"{word} {plain}", [word, wanted[0]]


class Corpus:
    """Passages as documents, their index, and which passages hold a term."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        documents = []
        for begin in range(0, len(texts), PER_DOCUMENT):
            spans, at = [], 0
            for text in texts[begin : begin + PER_DOCUMENT]:
                spans.append((at, at + len(text)))
                at += len(text) + 2
            whole = "\n\n".join(texts[begin : begin + PER_DOCUMENT])
            documents.append(Document.from_text(whole, name=f"{begin}", passages=spans))
        for document in documents:
            assert document.figures is not None  # found beforehand: extraction is not measured here
        before = time.process_time()
        self.index = Index.build(documents)
        self.seconds = time.process_time() - before
        self._texts = {document.name: document.text for document in documents}

    def found(self, query: str, limit: int) -> list[set[str]]:
        """The terms of each passage found, best first."""
        return [
            {
                term.text
                for token in TOKEN.findall(self._texts[hit.document][hit.start : hit.end])
                for term in terms(token)
            }
            for hit in self.index.search(query, limit=limit, kinds={"passage"})
        ]


def spent(index: Index, queries: Sequence[str]) -> str:
    """CPU milliseconds per key, over every prefix of the queries."""
    keys = [query[:size] for query in queries for size in range(1, len(query) + 1)]
    times = []
    for key in keys:
        before = time.process_time()
        index.query(key, limit=LIMIT)
        times.append((time.process_time() - before) * 1000)
    times.sort()
    p50, p95, p99 = (times[int(len(times) * part)] for part in (0.5, 0.95, 0.99))
    return f"a key {p50:5.2f} / {p95:5.2f} / {p99:5.2f} ms (p50 / p95 / p99, {len(times)} keys)"


def quality(corpus: Corpus) -> None:
    """The share of queries whose right passage is first, and among the first ten, by kind."""
    chance, totals = random.Random(7), [0.0, 0.0]
    kinds: dict[str, list[tuple[str, list[str]]]] = {}
    for kind, spoil in KINDS.items():
        source = drawn(corpus.texts, chance)
        wanted = [next(source) for _ in range(PER_KIND)]
        kinds[kind] = [(" ".join(spoil(words, chance)), words) for words in wanted]
    numbers = rewritten(corpus.texts, chance)
    kinds["a number rewritten"] = [next(numbers) for _ in range(PER_KIND)]
    for kind, queries in kinds.items():
        first = ten = 0
        for query, words in queries:
            right = [set(words) <= held for held in corpus.found(query, 10)]
            first += right[:1] == [True]
            ten += any(right)
        shares = first / len(queries), ten / len(queries)
        totals = [total + share / len(kinds) for total, share in zip(totals, shares, strict=True)]
        print(f"    {kind:22s} r@1 {shares[0]:.3f}  r@10 {shares[1]:.3f}")
    print(f"    {'all kinds':22s} r@1 {totals[0]:.3f}  r@10 {totals[1]:.3f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--like", type=Path, default=SEEDS)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--quality", action="store_true")
    chosen = parser.parse_args()
    chance = random.Random(5)

    documents = [read(found) for found in find([SEEDS])]
    figures = sum(len(document.figures) for document in documents)
    before = time.process_time()
    index = Index.build(documents)
    took = (time.process_time() - before) * 1000
    texts = [document.text for document in documents]
    source = drawn(texts, chance)
    queries = [" ".join(next(source)) for _ in range(QUERIES)]
    ready = f"index ready in {took:.0f} ms"
    print(
        f"{len(documents)} seeds, {figures} figures: {ready}, {spent(index, queries)}", flush=True
    )

    for size in chosen.sizes:
        corpus = Corpus(list(passages(size, chosen.like)))
        source = drawn(corpus.texts, chance)
        queries = [" ".join(next(source)) for _ in range(QUERIES)]
        ready = f"index in {corpus.seconds:.1f} s"
        print(f"{size:,} passages: {ready}, {spent(corpus.index, queries)}", flush=True)
        if chosen.quality:
            quality(corpus)


if __name__ == "__main__":
    main()
