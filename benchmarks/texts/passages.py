"""Writes many passages, one a line, that look like the texts of a folder without being them.

    python benchmarks/texts/passages.py 1000000 --like FOLDER > passages.txt

A chain of word pairs learned from the folder's `.txt` files (the shipped seeds, if none is named)
gives the sentences; digits are drawn anew, and names are invented letter by letter at a rate that
makes the vocabulary grow as news does (about 180,000 words in a million passages). The same count
and folder give the same passages.
"""

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_SENTENCE = re.compile(r"[^\n]+?[.!?”\"](?=\s|$)")
_DIGIT = re.compile(r"\d")
_PLAIN_WORD = re.compile(r"[a-z]{4,}")
NAMES_PER_WORD = 0.03
NEW_NAMES = 0.6
RARER_FROM = 60_000
"""From about so many names on, those known already come up more often than new ones."""
SHORTEST, LONGEST = 6, 45


def learn(folder: Path) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The words that follow each word (an empty one begins and ends a sentence), and the letters
    that follow each pair of letters."""
    following: dict[str, list[str]] = defaultdict(list)
    letters: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.glob("**/*.txt")):
        for match in _SENTENCE.finditer(path.read_text(encoding="utf-8", errors="replace")):
            words = match[0].split()
            for left, right in zip(["", *words], [*words, ""], strict=True):
                following[left].append(right)
            for word in _PLAIN_WORD.findall(match[0]):
                for at in range(len(word) + 1):
                    letters[("^^" + word)[at : at + 2]].append((word + "$")[at])
    return following, {pair: "".join(after) for pair, after in letters.items()}


def name(chance: random.Random, letters: dict[str, str]) -> str:
    """An invented word of four letters or more, with a capital."""
    while True:
        made = ""
        while len(made) < 14:
            letter = chance.choice(letters[("^^" + made)[-2:]])
            if letter == "$":
                break
            made += letter
        if len(made) > 3:
            return made.capitalize()


def passages(count: int, folder: Path) -> Iterator[str]:
    """So many passages, each a line of `SHORTEST` to about `LONGEST` words."""
    chance = random.Random(count)
    following, letters = learn(folder)
    names: list[str] = []
    while count:
        words: list[str] = []
        word = chance.choice(following[""])
        while word and len(words) < LONGEST:
            drawn = chance.random()
            if drawn < NAMES_PER_WORD:
                if not names or chance.random() < NEW_NAMES / (1 + len(names) / RARER_FROM):
                    names.append(name(chance, letters))
                words.append(names[int(len(names) * chance.random() ** 2)])
            words.append(_DIGIT.sub(lambda _: str(chance.randrange(10)), word))
            word = chance.choice(following[word])
        if len(words) >= SHORTEST:
            count -= 1
            yield " ".join(words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--like", type=Path, default=Path(__file__).resolve().parents[2] / "seeds")
    chosen = parser.parse_args()
    if not any(chosen.like.glob("**/*.txt")):
        sys.exit(f"{chosen.like}: no .txt file in it; name a folder with texts")
    for passage in passages(chosen.count, chosen.like):
        print(passage)


if __name__ == "__main__":
    main()
