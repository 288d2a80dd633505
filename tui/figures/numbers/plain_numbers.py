"""Numbers of digits or one word behind which only a space and another word stand, as most do.

They are recognised by how the next word begins, without a pattern: 2,200 of the 4,600 numbers that
are read in 1.4 MB of news, in half the time.
"""

from decimal import Decimal
from typing import NamedTuple

from tui.figures.numbers.number_words import SCALES
from tui.figures.numbers.numbers_in_words import JOINS_ON, SMALL
from tui.figures.tables import word_set

SHORT_SCALES = word_set("m mn mln mio mil bn bln tn trn tln k cr")  # after a space too
SCALES_BEGIN = frozenset("htlmcbqdkHTLMCBQDK- \u00a0\u202f")
# How a scale word begins, and what else may be after the space then.
BEGIN_SCALES = frozenset(word[:2] for word in (*SCALES, *SHORT_SCALES, *"htlmcbqdk"))
GOES_ON = SCALES_BEGIN | frozenset("0123456789x×")  # what may belong to a number after a space
# "12 and a half"
MAY_GO_ON = GOES_ON | {"a"}
BEGIN_MORE = BEGIN_SCALES | {"an"}
# How the words begin that go on a number in words; a single letter may be the end of the text.
BEGIN_JOINING = frozenset([*(f"{word} "[:2] for word in JOINS_ON), *"abcdefghijklmnopqrstuvwxyz"])
REACH = 32  # code points of a number and the words behind it that are looked at
LONGEST_DIGITS = 13  # more are not read here


class Numeral(NamedTuple):
    """A parsed number: its span, its value, and how it is written.

    `style` is digits, words, open ("dozens"), part ("two-thirds"), ordinal or malformed; `scale` is
    the scale word or suffix as a number, 1 if there is none.
    """

    start: int
    end: int
    value: Decimal | None
    style: str
    scale: int = 1
    grouped: bool = False
    high: Decimal | None = None
    loose: bool = False  # the suffix letter could be a unit of measure as well ("37m")


RECORD = tuple.__new__  # a numeral of its fields in order, in half the time


def digits_alone(low: str, start: int, body: str, behind: str) -> Numeral | None:
    """The digits at `start` if a space and a word that cannot go on a number are behind them.

    >>> digits_alone("12 men", 0, "12", "men")[:3], digits_alone("12 million", 0, "12", "million")
    ((0, 2, Decimal('12')), None)
    """
    if not body.isdigit() or len(body) > LONGEST_DIGITS or not body.isascii():
        return None
    begins = behind[:2]
    if len(begins) < 2:
        return None
    if begins[0] in MAY_GO_ON and (not begins.isalpha() or begins in BEGIN_MORE):
        return None
    if start and low[start - 1] == ".":
        return None
    end = start + len(body)
    return RECORD(Numeral, (start, end, Decimal(body), "digits", 1, False, None, False))


def word_alone(start: int, word: str, behind: str) -> Numeral | None:
    """The number of one word at `start` if a space and a word that cannot go on it are behind it.

    >>> word_alone(0, "two", "men")[:3], word_alone(0, "two", "million men")
    ((0, 3, Decimal('2')), None)
    """
    if word in SMALL and "a" <= behind < "{" and behind[:2] not in BEGIN_JOINING:
        end = start + len(word)
        return RECORD(Numeral, (start, end, SMALL[word], "words", 1, False, None, False))
    return None


def stands_alone(behind: str) -> bool:
    """Whether the first two characters after a number and a space cannot belong to it.

    >>> [stands_alone(behind) for behind in ("me", "of", "mi", "m ", "1/", "x ", "")]
    [True, True, False, False, False, False, True]
    """
    if behind[:1] not in GOES_ON:
        return True
    return behind.isalpha() and behind.lower() not in BEGIN_SCALES
