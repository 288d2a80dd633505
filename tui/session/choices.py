"""Fuzzy choice from a list by a few typed words: commands, documents, themes, queries."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.session.spans import Span

#: Characters of a choice that are searched and shown; a title can be a megabyte long.
MAX_CHOICE_LENGTH = 200
#: Similarity (0 to 100) from which a word that matches nowhere counts as misspelt.
_ALIKE = 75.0


class Choice(NamedTuple):
    """An item to choose: its kind, the words shown, further words to match, `what` for the caller
    to act on, and a text at the end of its row."""

    kind: str
    words: str
    more: str = ""
    what: str = ""
    end: str = ""


class Choices:
    """A list of choices, folded once, so that each keystroke only compares."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.all = list(choices)
        self._folded = [f"{c.words[:MAX_CHOICE_LENGTH]} {c.more}".lower() for c in self.all]

    def ranked(self, typed: str) -> list[Choice]:
        """The choices that match every typed word, best first; if none does, those that match
        approximately.

        A match at the start counts more than one at the start of a word, and that more than one
        inside a word; ties stay in the order of the choices.

        >>> found = Choices([Choice("do", "Find words"), Choice("do", "The next word")])
        >>> [c.words for c in found.ranked("wo ne")], [c.words for c in found.ranked("nxet")]
        (['The next word'], ['The next word'])
        """
        words = typed.lower().split()
        if not words:
            return self.all
        begun = [(word, re.compile(rf"\b{re.escape(word)}")) for word in words]
        scored: list[tuple[float, int]] = [
            (-score, number)
            for number, text in enumerate(self._folded)
            if all(word in text for word in words)
            and (score := sum(_worth(word, begins, text) for word, begins in begun))
        ]
        if not scored:
            scored = self._nearly(words)
        return [self.all[number] for _, number in sorted(scored)]

    def _nearly(self, words: list[str]) -> list[tuple[float, int]]:
        """Choices that match every word approximately, scored by similarity."""
        from rapidfuzz import fuzz, process

        left = dict.fromkeys(range(len(self._folded)), 0.0)
        for word in words:
            texts = {number: self._folded[number] for number in left}
            found = process.extract(
                word, texts, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=None
            )
            left = {number: left[number] - score for _, score, number in found}
        return [(score, number) for number, score in left.items()]


def matched_spans(typed: str, words: str) -> Iterator[Span]:
    """The spans of the typed words in a choice, for highlighting."""
    folded = words.lower()
    for word in typed.lower().split():
        at = folded.find(word)
        if at >= 0:
            yield at, at + len(word)


def _worth(word: str, begins: re.Pattern[str], text: str) -> int:
    if text.startswith(word):
        return 4
    return 3 if begins.search(text) else 2
