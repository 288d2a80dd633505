"""Finds candidates in a text: places where a number, a month or a duration may start.

Digits are found by one pattern, words by another that starts with a space and continues with a trie
(a flat alternation takes three times as long). Only around these places is the text analysed.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import NamedTuple

from tui.figures.numbers.number_words import FOLDED, NUMBER_WORDS
from tui.patterns import pattern
from tui.text.dates import MONTHS, WEEKDAYS, is_full

# Each begins with signs that are sought as they are: all in one pattern take ten times as long.
LINKS = (
    pattern(r"https?://[^\s\x07\x1b]+"),
    pattern(r"www\.[^\s\x07\x1b]+"),
    pattern(r"pic\.twitter\.com/[^\s\x07\x1b]+"),
)
HANDLES = (pattern(r"@\w+"), pattern(r"#\w+"))
# What a terminal is told: "ESC [ 0 m", "ESC ] 8 ; ; address BEL".
TERMINAL = pattern(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]PX^_]|[\x90\x9d])[^\x07\x1b\x9c\n]*"
    r"|\x1b[ -/]+[0-~]?|\x1b[0-9]"
)
TERMINAL_SIGNS = "\x1b\x9b\x9d\x90"
# Sought one by one: a set takes two million instructions to compile, and few texts have any.
OTHER_NUMERALS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞〇零一二两三四五六七八九十百千"
ONE_OF_THEM = pattern("[¼-¾⅐-⅞〇零一二两三四五六七八九十百千]")


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern for any of the words, as a trie.

    >>> trie_pattern(["ten", "tens", "two"])
    't(?:ens?|wo)'
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
        alone = len(choices) == 1 and ("" not in node or len(choices[0]) == 1)
        body = choices[0] if alone else f"(?:{'|'.join(choices)})"
        return body + "?" if "" in node else body

    return pattern(tree)


# Words and digits are sought in bytes in which one sign stands for all that may go before them: the
# search for a first sign that is one letter runs at 1,000 MB/s, for one of a class at 150.
LETTERS_AND_SPACES = bytes(sign if 97 <= sign <= 122 else 32 for sign in range(256))
ZEROS_AND_POINTS = bytes(
    48 if 48 <= sign <= 57 else 46 if sign in b",." else 32 for sign in range(256)
)
# What every text is full of. What is left without it is short, and tells which signs a text has.
COMMON = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \n.,'\"()-"
DIGITS = pattern(b"0[0.]*")


# What any of the words may end in: "tens" and "tenths" need no place of their own in the pattern. A
# word that is none, such as "ones", is dropped when it is read.
ENDINGS = ("", "s", "ths", "th", "fold")


@cache
def words_sought(weekdays: bool) -> tuple[re.Pattern[bytes], frozenset[bytes]]:
    """The words of numbers and times behind a space, and a pattern that finds them and some others.

    Any of their first letters is followed by the rest of any of them, since most words end the
    search at the first letter: "day" is found, too, because of "may". A weekday alone is a date
    only if the document's own date is known to the day.

    >>> pattern, known = words_sought(weekdays=False)
    >>> [found[0] in known for found in pattern.finditer(b" two days in may")]
    [True, False, True]
    """
    words = {*NUMBER_WORDS, *MONTHS, *FOLDED}
    words -= {word + ending for word in words for ending in ENDINGS[1:]}
    known = {word + ending for word in words for ending in ENDINGS}
    if weekdays:
        words.update(WEEKDAYS)
        known.update(WEEKDAYS)
    firsts = "".join(sorted({word[0] for word in words}))
    rest = trie_pattern(sorted({word[1:] for word in words}))
    found = f" [{firsts}](?:{rest})(?:{'|'.join(ENDINGS[1:])})?(?![a-z])"
    return pattern(found.encode()), frozenset(f" {word}".encode() for word in known)


class Scan(NamedTuple):
    """A text prepared for scanning, in forms of the same length.

    `low` is the text in lower case, `signs` the same in Latin-1 with a question mark for other
    characters, `letters` with a space for all but a to z. `rare` is not as long: it has
    only the characters that are not `COMMON`, as written.
    """

    low: str
    signs: bytes
    letters: bytes
    rare: str


def scan(text: str) -> Scan:
    """Prepares a text for scanning.

    >>> low, signs, letters, rare = scan("“İstanbul: 3 BN”")
    >>> low, signs, letters, rare
    ('“istanbul: 3 bn”', b'?istanbul: 3 bn?', b' istanbul    bn ', '“İ:”')
    """
    raw = text.encode("utf-8", "surrogatepass")
    rare = raw.translate(None, COMMON).decode("utf-8", "surrogatepass")
    plain = rare == rare.lower()  # then this takes half as long
    low = raw.lower().decode("utf-8", "surrogatepass") if plain else lowered(text)
    signs = low.encode("latin-1", "replace")
    return Scan(low, signs, signs.translate(LETTERS_AND_SPACES), rare)


def lowered(text: str) -> str:
    """The text in lower case with the same length (İ alone would become two code points).

    >>> lowered("İstanbul 3 BN")
    'istanbul 3 bn'
    """
    low = text.lower()
    return low if len(low) == len(text) else text.replace("\u0130", "I").lower()


def places(scan: Scan, dated: str | None = None) -> list[int]:
    """The starts of numbers and time words, in order.

    >>> places(scan("In May, 84,600 cases; two dens"))
    [3, 8, 22]
    """
    low, signs, letters, rare = scan
    digits = [match.start() for match in DIGITS.finditer(signs.translate(ZEROS_AND_POINTS))]
    # With a space in front each match begins where its word does.
    words, known = words_sought(is_full(dated))
    found = [digits, [word.start() for word in words.finditer(b" " + letters) if word[0] in known]]
    if not rare.isascii() and any(map(rare.__contains__, OTHER_NUMERALS)):
        found.append([match.start() for match in ONE_OF_THEM.finditer(low)])
    return sorted(chain.from_iterable(found))


def masks(scan: Scan) -> list[tuple[int, int]]:
    """The spans of links, handles, hashtags and terminal codes: numbers in them are not figures.

    >>> masks(scan("see https://t.co/m6ztsch79f by @sheebs82531759"))
    [(4, 27), (31, 46)]
    >>> masks(scan("\\x1b[0;31m12 men\\x1b[0m"))
    [(0, 7), (13, 17)]
    """
    low, signs, rare = scan.low, scan.signs, scan.rare
    found: list[tuple[int, int]] = []
    if "://" in rare or b"www." in signs or ("/" in rare and b".com/" in signs):
        found += [match.span() for each in LINKS for match in each.finditer(low)]
    if "@" in rare or "#" in rare:
        found += [match.span() for each in HANDLES for match in each.finditer(low)]
    if any(map(rare.__contains__, TERMINAL_SIGNS)):
        found += [match.span() for match in TERMINAL.finditer(low)]
    return joined(sorted(found))


def joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans, with those that overlap merged.

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
