"""Finds the places in a text where a number, a month or a span of time may stand.

Digits are found by a pattern that begins with them (120 MB/s), words by one that begins with
"no letter" and goes on with a trie of the words (40 MB/s; a flat alternation runs at 14). Only
around these places does anything else look at the text.
"""

import re
from collections.abc import Iterable
from itertools import chain

from tui.figures.vocabulary import FOLDED, NUMBER_WORDS
from tui.patterns import pattern
from tui.text.dates import MONTHS, WEEKDAYS, is_full

LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)[^\s\x07\x1b]+")
HANDLE = re.compile(r"[@#]\w+")
# What a terminal is told: "ESC [ 0 m", "ESC ] 8 ; ; address BEL".
TERMINAL = pattern(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]PX^_]|[\x90\x9d])[^\x07\x1b\x9c\n]*"
    r"|\x1b[ -/]+[0-~]?|\x1b[0-9]"
)
TERMINAL_SIGNS = ("\x1b", "\x9b", "\x9d", "\x90")
OTHER_NUMERALS = re.compile("[¼-¾⅐-⅞〇零一二两三四五六七八九十百千]")


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern for any of the words that decides letter by letter.

    >>> trie_pattern(["ten", "tens", "two"])
    't(?:en(?:s)?|wo)'
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}

    def pattern(node: dict) -> str:  # type: ignore[type-arg]
        choices = [letter + pattern(node[letter]) for letter in sorted(node) if letter]
        if not choices:
            return ""
        body = choices[0] if len(choices) == 1 and "" not in node else f"(?:{'|'.join(choices)})"
        return body + "?" if "" in node else body

    return pattern(tree)


DIGITS = re.compile(r"[0-9][0-9.,]*")


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words behind what is no letter; compiled when it is first used.

    What the first three letters can be is asked before the trie is: 25 ms for 1.4 MB, not 34.
    """
    listed = list(words)
    letters = zip(*(word[:3] for word in listed), strict=False)
    ahead = "".join(f"[{''.join(sorted(set(each)))}]" for each in letters)
    return pattern(f"[^a-z](?={ahead})(?:{trie_pattern(listed)})(?![a-z])")


NUMBERS_AND_MONTHS = (*NUMBER_WORDS, *MONTHS, *(word + "fold" for word in FOLDED))
WORDS = words_pattern(NUMBERS_AND_MONTHS)
# A weekday alone is a date only where the document's own date is known to the day.
WORDS_AND_WEEKDAYS = words_pattern((*NUMBERS_AND_MONTHS, *WEEKDAYS))


def lowered(text: str) -> str:
    """The text in lower case, code point for code point (İ alone would become two).

    >>> lowered("İstanbul 3 BN")
    'istanbul 3 bn'
    """
    low = text.lower()
    return low if len(low) == len(text) else text.replace("\u0130", "I").lower()


def places(text: str, low: str, dated: str | None = None) -> list[int]:
    """Where a number or a word of time begins, in order.

    >>> places("In May, 84,600 cases; two dens", "in may, 84,600 cases; two dens")
    [3, 8, 22]
    """
    digits = [match.start() for match in DIGITS.finditer(low)]
    wanted = WORDS_AND_WEEKDAYS if is_full(dated) else WORDS
    words = [match.start() + 1 for match in wanted.finditer(low)]
    first = wanted.match(" " + low[:24])  # a word at the very beginning has nothing before it
    found = [digits, words]
    if first:
        found.append([0])
    if not text.isascii():
        found.append([match.start() for match in OTHER_NUMERALS.finditer(low)])
    return sorted(chain.from_iterable(found))


def masks(low: str) -> list[tuple[int, int]]:
    """Spans of links, handles, hashtags and terminal codes: no number in them is a figure.

    >>> masks("see https://t.co/m6ztsch79f by @sheebs82531759")
    [(4, 27), (31, 46)]
    >>> masks("\\x1b[0;31m12 men\\x1b[0m")
    [(0, 7), (13, 17)]
    """
    found: list[tuple[int, int]] = []
    if ("/" in low and ("://" in low or ".com/" in low)) or "www." in low:
        found += [match.span() for match in LINK.finditer(low)]
    if "@" in low or "#" in low:  # 100 times as fast alone as with the links in one pattern
        found += [match.span() for match in HANDLE.finditer(low)]
    if any(sign in low for sign in TERMINAL_SIGNS):
        found += [match.span() for match in TERMINAL.finditer(low)]
    return joined(sorted(found))


def joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans with those that overlap made one: the link inside a terminal code.

    >>> joined([(0, 9), (3, 5), (8, 12), (20, 21)])
    [(0, 12), (20, 21)]
    """
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    return apart
