"""Splits a clause into tokens, each with what it can be in a noun phrase.

What a word can be is found out once, and kept for the next time: a clause is then read by comparing
bits of one number.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.noun_words import STOP
from tui.figures.grammar.phrase_words import (
    ACTS_ALONE,
    ATTRIBUTES,
    COMPASS,
    DETERMINERS,
    EMPTY,
    INSIDE,
    NOUNS_IN_LY,
    NOUNS_TOO,
    OF_CLOCKS,
    OPENS_TIME,
    PREPOSITIONS,
    PRONOUNS,
    SAME_IN_THE_PAST,
    SUMS,
)
from tui.figures.scan import lowered
from tui.figures.tables import Kept, words
from tui.patterns import pattern

#: The blanks before a token, its length, and what it can be (bits; 0 for blanks alone).
Token = tuple[int, int, int]

# What a token can be; each is a TOKEN.
TOKEN = 1 << 0
NOUN = 1 << 1  # the head of a noun phrase
ADJECTIVE = 1 << 2
VERB = 1 << 3
EITHER = 1 << 4  # a noun or a verb
ADVERB = 1 << 5
PARTICIPLE = 1 << 6
GERUND = 1 << 7  # "serving"
OWNER = 1 << 8  # "NASA's"
CAPITAL = 1 << 9
SIGN = 1 << 10  # a sign, a number
YEAR = 1 << 11
COMMA = 1 << 12
DETERMINER = 1 << 13
THE = 1 << 14
OF = 1 << 15
PREPOSITION = 1 << 16
PRONOUN = 1 << 17
TIME = 1 << 18  # "last year"
DAY = 1 << 19  # "Monday", "yesterday"
DIRECTION = 1 << 20  # "west", part of a noun phrase in a name only
SUM = 1 << 21  # "average"
ACT = 1 << 22  # a verb if an article or a number follows
ACTS = 1 << 23  # "gives": never a noun
STOPS = 1 << 24  # a noun that is counted
BEGINS = 1 << 25  # a noun phrase
NO_BEGINNING = 1 << 26  # not even after an article
INSERTED = 1 << 27  # begins like what may stand between two nouns: "(WTI)"

SPLIT = pattern(
    r"(?:[^\W\d_]\.){2,}|(?:Inc|Corp|Ltd|Co|Bros)\.[’']s|[^\W_]+(?:(?:['&./-]|’{1})[^\W_]+)*|[^\w\s]"
)
INSERTION_BEGINS = frozenset("(&'’0123456789").union(word[0] for word in ATTRIBUTES)


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens between two places, and the blanks at the end.

    >>> [each[:2] for each in tokens("In the U.S., sales", 3, 18)]
    [(1, 3), (1, 4), (0, 1), (1, 5)]
    """
    return chain.from_iterable(map(TOKENS.__getitem__, text[start:end].split(" ")))


def split(words: str) -> tuple[Token, ...]:
    """The tokens of what stands between two spaces; the first one follows a space.

    >>> [each[:2] for each in split("(U.S.)")], split("")
    ([(1, 1), (0, 4), (0, 1)], ((1, 0, 0),))
    """
    if words.isalpha():
        return ((1, len(words), KINDS[words]),)
    found, last = [], -1
    for match in SPLIT.finditer(words):
        at, after = match.span()
        found.append((at - last, after - at, KINDS[match[0]]))
        last = after
    if last < len(words):
        found.append((len(words) - last, 0, 0))
    return tuple(found)


def kind(word: str) -> int:
    """What a token can be: a sum of bits.

    >>> kind("Oats") == TOKEN | NOUN | BEGINS | CAPITAL
    True
    >>> kind("selling") == TOKEN | NOUN | BEGINS | PARTICIPLE | GERUND
    True
    """
    if word == "March":
        word = "April"  # no noun of the clause either; "march" is one
    low = word if word.islower() else lowered(word)
    small, verbs, adverbs, adjectives, either = _tables()
    found = small.get(low, TOKEN)
    if low in verbs:
        found |= VERB
    if low in adverbs:
        found |= ADVERB
    if low in adjectives or ("-" in low and low.endswith(("ing", "ed"))):
        found |= ADJECTIVE  # "interest-bearing debt"
    if low in either:
        found |= EITHER
    if word is not low and word[0].isupper():
        found |= CAPITAL
    if word[0] in INSERTION_BEGINS:
        found |= INSERTED
    if not low.isalpha():
        found |= _kind_of_signs(low)
    last = low[-1]
    if last == "s":
        if low[:-1] in either:
            found |= ACT
    elif last == "d":
        if low.endswith("ed"):
            found |= PARTICIPLE
    elif last == "g":
        if low.endswith("ing"):
            found |= PARTICIPLE | GERUND
    elif last == "y" and low.endswith("day"):
        found |= DAY
    if _is_noun(word, low, found):
        found |= NOUN
    if not found & NO_BEGINNING and found & (NOUN | ADJECTIVE | OWNER):
        found |= BEGINS
    return found


def _kind_of_signs(low: str) -> int:
    """What a token with a sign or a digit can be."""
    found = 0 if low[0].isalpha() else SIGN
    if low.replace("’", "'").partition("'")[0] in PRONOUNS:
        found |= PRONOUN  # "they're"
    if low.endswith(("'s", "’s")):
        found |= OWNER
    if len(low) == 4 and low.isdigit() and low.startswith(("19", "20")):
        found |= YEAR  # of this or the last century
    return found


def _is_noun(word: str, low: str, kind: int) -> bool:
    """Whether a token can be the head of a noun phrase, by what else it can be."""
    if kind & (STOPS | SIGN):
        return word == "US" or bool(kind & DIRECTION and kind & CAPITAL)
    if kind & (ACTS | PRONOUN):
        return False
    if kind & (VERB | ADVERB):
        return not kind & ADVERB and bool(kind & CAPITAL) and low not in STOP and len(word) > 3
    if kind & ADJECTIVE and not kind & CAPITAL:
        return low in NOUNS_TOO
    last = low[-1]
    if last == "s":
        stem = low[:-1]  # "suspects", but "extends"
        return stem not in words()["verb"] or bool(kind & ACT)
    if kind & PARTICIPLE:  # not "with sales decreasing"
        named = low in words()["noun_ing"] and low not in DIRECTION_WORDS
        return named or word in ("United", "Fed")
    if last == "y" and low.endswith("ly"):
        return low in NOUNS_IN_LY
    return "-by-" not in low


@cache
def _tables() -> tuple[
    dict[str, int], frozenset[str], frozenset[str], frozenset[str], frozenset[str]
]:
    """What the words of the small tables can be, as far as those say; and the large tables."""
    small: dict[str, int] = {}
    for bit, members in (
        (STOPS, STOP - INSIDE | OF_CLOCKS),
        (NO_BEGINNING, STOP - INSIDE - COMPASS | EMPTY | OF_CLOCKS),
        (PRONOUN, PRONOUNS),
        (TIME, OPENS_TIME),
        (PREPOSITION, PREPOSITIONS),
        (DETERMINER, DETERMINERS),
        (DIRECTION, COMPASS),
        (SUM, SUMS),
        (ACT, SAME_IN_THE_PAST),
        (ACTS, ACTS_ALONE),
        (OF, ("of",)),
        (THE, ("the",)),
        (COMMA, (",",)),
    ):
        for word in members:
            small[word] = small.get(word, TOKEN) | bit
    table = words()
    return small, table["verb"], table["adverb"], table["adjective"], table["either"]


TOKENS = Kept(split)
KINDS = Kept(kind)


def is_noun(word: str) -> bool:
    """Whether a word can be the head of a noun phrase.

    >>> [is_noun(word) for word in ("sales", "rose", "of", "fraudulent", "China")]
    [True, False, False, False, True]
    """
    return bool(KINDS[word] & NOUN)
