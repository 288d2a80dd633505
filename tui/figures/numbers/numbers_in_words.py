"""Parses numbers written in words, of any length."""

import re
from decimal import Decimal

from tui.figures.grammar.following_word import LETTERS as WORD
from tui.figures.grammar.following_word import is_less_by, next_word
from tui.figures.numbers.number_words import (
    NUMBER_WORDS,
    ORDINALS,
    PARTS,
    PLURAL_SCALES,
    SCALES,
    TENS,
    UNITS,
)
from tui.figures.tables import word_set
from tui.patterns import pattern

GAP = pattern(r"[ \u00a0\n]{1,2}(?:and[ \u00a0\n]{1,2})?|[ ]?[-‑-–][ ]?(?=[a-z])")
# "two and three quarters": what the words must be is looked up.
FRACTION = pattern(r"[ -]and[ -]([a-z]+)[ -]([a-z]+)")
ABOVE = word_set("a an one two three four five six seven eight nine")
BELOW = word_set(
    """
    half quarter quarters third thirds fourth fourths fifth fifths sixth sixths seventh sevenths
    eighth eighths ninth ninths tenth tenths
    """
)
# What may follow "two and a third": a plural, a scale word or nothing.
OF_PARTS = pattern(r" (?!(?:was|is|has)(?![a-z]))(?:[a-z]+s|[mb]illion|thousand)(?![a-z])|[.,;)]|$")
DECIMALS = word_set("zero nought naught one two three four five six seven eight nine ten")
POINT = pattern(rf" point((?: (?:{'|'.join(sorted(DECIMALS))}))+)(?![a-z])")
AFTER_HALF = pattern(
    r"[ -](?:(?:of )?an? )?(million|billion|trillion|dozen|thousand|hundred)(?![a-z])"
)
OF_SCALE = pattern(r" of ([a-z]+)")
AFTER_PART = word_set(
    "during in since over from to after between and at on by this last when as or but"
)
BEFORE_QUARTERS = frozenset(
    ["past", "last", "next", "first", "previous", "for", "in", "after", "following", "recent"]
)
LOOSENED = word_set(
    """
    by about nearly almost than over roughly around only up down fell rose lost grew worth from to
    """
)
# "Only a fifth has been paid", but "a third was hurt"
LIMITED = ("about ", "nearly ", "almost ", "than ", "roughly ", "around ", "only ", "just ")
AFTER_LIMITED = frozenset(["has", "have", "had", "was", "is", "said", "say", "want", "live"])
BEFORE_PART = tuple(f"{word} " for word in sorted(LOOSENED))
SCALE_RUN = pattern(r"(?:(?:[a-z]{1,5}illion|thousand|hundred|lakh|crore)[ ,-]{0,2})+")
SCALE_RANKS = ("hundredth", "thousandth", "millionth", "billionth", "trillionth")
MAX_WORDS = 24
LARGEST = 10**21
SMALL = {word: Decimal(number) for word, number in (UNITS | TENS).items()}
NEXT = pattern(r"[ \u00a0\n‑–-]{1,3}([a-z]+)")
JOINS_ON = NUMBER_WORDS | {"and", "point", "a"}  # what may go on a number after its first word
Read = tuple[int, int, Decimal | None, str, int, bool, Decimal | None]


def read_words(low: str, start: int) -> Read | None:
    """(start, end, value, style, scale, grouped, high) of the number in words at `start`.

    >>> read_words("twenty-eight thousand six hundred forty-two students", 0)[:3]
    (0, 43, Decimal('28642'))
    >>> read_words("half a million people", 0)[:4]
    (0, 14, Decimal('500000'), 'words')
    >>> read_words("two-thirds of them", 0)[3]
    'part'
    >>> read_words("twenty-first century", 0)[2:4]
    (Decimal('21'), 'ordinal')
    >>> read_words("tens of thousands of people", 0)[1:]
    (17, Decimal('10000'), 'open', 10000, False, Decimal('100000'))
    """
    first = WORD.match(low, start)
    if first is None:
        return None
    word = first.group()
    if word in SMALL:
        end = first.end()
        following = NEXT.match(low, end)
        if following is None or following[1] not in JOINS_ON:
            return start, end, SMALL[word], "words", 1, False, None
        return read_cardinal(low, start)
    if word.endswith("fold"):
        value = SMALL.get(word[:-4]) or Decimal(SCALES[word[:-4]])
        return start, first.end() - 4, value, "words", 1, False, None
    if word in PLURAL_SCALES:
        return read_open(low, start, first.end(), PLURAL_SCALES[word])
    if word in PARTS and (word == "half" or word == "quarter"):
        return read_half(low, start, first.end(), PARTS[word])
    if word in ORDINALS:
        return article(low, start, first.end(), word)
    return read_cardinal(low, start)


def read_open(low: str, start: int, end: int, scale: int) -> Read:
    """ "hundreds of thousands": from one to ten of them."""
    while True:
        match = OF_SCALE.match(low, end)
        if match is None or match[1] not in PLURAL_SCALES:
            break
        scale *= PLURAL_SCALES[match[1]]
        end = match.end()
    return start, end, Decimal(scale), "open", scale, False, Decimal(scale * 10)


def read_half(low: str, start: int, end: int, parts: int) -> Read:
    """ "half", "a quarter", "half a million", "half dozen"."""
    value, style, scale = Decimal(1) / parts, "part", 1
    after = AFTER_HALF.match(low, end)
    if after:
        scale = SCALES[after[1]]
        value, style, end = multiplied(value, scale), "words", after.end()
    if low.endswith("a ", max(0, start - 2), start) and not low[start - 3 : start - 2].isalpha():
        start -= 2
    return start, end, value, style, scale, False, None


def article(low: str, start: int, end: int, word: str) -> Read:
    """ "a third of", "by an eighth" are parts, "the third" and "a third time" are ordinals."""
    parts, begin = PARTS.get(word), start - (3 if word[0] == "e" else 2)
    if parts and low[begin:start] in ("a ", "an ") and not low[begin - 1 : begin].isalpha():
        loosened = low[max(0, begin - 10) : begin].endswith(BEFORE_PART)
        shares = low.startswith((" of ", " were ", " are "), end) or is_less_by(low, end)
        behind = next_word(low, end)
        limited = behind in AFTER_LIMITED and low.endswith(LIMITED, 0, begin)
        if shares or limited or (loosened and (not behind or behind in AFTER_PART)):
            return begin, end, Decimal(1) / parts, "part", 1, False, None
    return start, end, Decimal(ORDINALS[word]), "ordinal", 1, False, None


class Sum:
    """A number in words, as parsed so far: units, tens, hundreds and scales in descending order."""

    __slots__ = ("current", "last", "least", "scale", "total")

    def __init__(self) -> None:
        self.total = self.current = 0
        self.scale = 1
        self.last = ""  # the class of the word before
        self.least = 10**18  # the smallest scale word so far, within which the next one must fit

    @property
    def value(self) -> int:
        """The value of the words so far."""
        return self.total + self.current

    def takes(self, word: str, after_and: bool) -> bool:
        """Adds the next word; False if it cannot continue the number.

        >>> number = Sum()
        >>> [number.takes(word, False) for word in ("two", "hundred", "forty", "one", "six")]
        [True, True, True, True, False]
        >>> number.value
        241
        """
        if word in UNITS:
            return self.takes_unit(UNITS[word], after_and)
        if word in TENS:
            if self.last and self.last not in ("hundred", "scale"):
                return False
            self.current += TENS[word]
            self.last = "tens"
            return True
        if word == "hundred" and self.last in ("unit", "teen", "tens", "") and not after_and:
            self.current = (self.current or 1) * 100
            self.last, self.scale = "hundred", max(self.scale, 100)
            return True
        return not after_and and word != "hundred" and self.takes_scale(word)

    def takes_unit(self, size: int, after_and: bool) -> bool:
        """Adds a number below twenty."""
        if self.last and not (
            (self.last == "tens" and 0 < size < 10 and not after_and)
            or (self.last in ("hundred", "scale") and size > 0)
        ):
            return False
        self.current += size
        self.last = "unit" if size < 10 else "teen"
        return True

    def takes_scale(self, word: str) -> bool:
        """Multiplies by a scale word; "three dozens" and "two millions" are valid, too."""
        plural = self.last in ("unit", "teen", "tens") and word in PLURAL_SCALES
        size = SCALES.get(word) or (PLURAL_SCALES[word] if plural else 0)
        if not size or (size == 12 and self.last not in ("", "unit", "teen", "tens")):
            return False
        if size < self.least:
            if not self.current and self.last == "scale":
                return False
            self.total += (self.current or (0 if self.total else 1)) * size
        elif not self.current and self.last == "scale":
            self.total *= size
        else:
            return False
        self.least, self.current = min(self.least, size), 0
        self.last, self.scale = "scale", max(self.scale, size)
        return True


def read_cardinal(low: str, start: int) -> Read | None:
    """A run of number words, possibly with a fraction: "two million and a half"."""
    number = Sum()
    begin = end = position = start
    for _ in range(MAX_WORDS):
        match = WORD.match(low, position)
        if match is None:
            break
        word = match.group()
        after_and = position > start and "and" in low[end:position]
        if end == start and word in SCALES:
            if several(low, start):
                return several_of(low, start, match)
            begin = with_article(low, start)
        if not number.takes(word, after_and):
            special = read_part(low, begin, match, number, after_and)
            if special:
                return special
            break
        if number.total > LARGEST:  # "million million million": no number, however long it goes on
            run = SCALE_RUN.match(low, position)
            return begin, run.end() if run else end, None, "malformed", 1, False, None
        end = match.end()
        gap = GAP.match(low, end)
        if gap is None or fraction_after(low, end):
            break
        position = gap.end()
    return with_fraction(low, begin, end, number) if end > start else None


def read_part(
    low: str, begin: int, match: re.Match[str], number: Sum, after_and: bool
) -> Read | None:
    """ "three-quarters", "two thirds of a million", "twenty-first": the word ends the number."""
    word, end = match.group(), match.end()
    if word in PARTS and number.last in ("unit", "teen") and not after_and and word != "second":
        if word == "quarters" and duration_in_quarters(low, begin, match.start(), number.current):
            return None
        plural = word.endswith("s") or word == "half"
        joined = low[match.start() - 1] == "-" and not number.total  # "a two-third majority"
        if not (plural or joined) and number.value != 1 and word not in SCALE_RANKS:
            return None
        if plural or word not in SCALE_RANKS or number.value == 1:
            return fraction_of(low, begin, end, Decimal(number.value) / PARTS[word])
    if word in SCALE_RANKS and not after_and and number.value > 1:  # "two hundredth"
        return begin, end, Decimal(number.value * ORDINALS[word]), "ordinal", 1, False, None
    if word in ORDINALS and number.last in ("tens", "hundred", "scale"):
        return begin, end, Decimal(number.value + ORDINALS[word]), "ordinal", 1, False, None
    return None


def fraction_of(low: str, begin: int, end: int, value: Decimal) -> Read:
    """ "Three-quarters", with a scale if one follows: "of a million"."""
    after = AFTER_HALF.match(low, end)
    if after is None:
        return begin, end, value, "part", 1, False, None
    scale = SCALES[after[1]]
    return begin, after.end(), multiplied(value, scale), "words", scale, False, None


def with_fraction(low: str, begin: int, end: int, number: Sum) -> Read:
    """The number with "and a half" or "point five", if they follow."""
    value, scale = Decimal(number.value), number.scale
    fraction = fraction_after(low, end)
    if fraction:
        part, end = fraction
        after = AFTER_HALF.match(low, end)
        if after and number.last != "scale":  # "one and a half million"
            scale = SCALES[after[1]]
            return begin, after.end(), multiplied(value + part, scale), "words", scale, False, None
        if after:  # "one billion and three quarters million"
            value, end = multiplied(value + part * SCALES[after[1]], 1), after.end()
        else:
            value = multiplied(value + part * (number.least if number.last == "scale" else 1), 1)
        return begin, end, value, "words", scale, False, None
    pointed = low.startswith(" point ", end) and next_word(low, end + len(" point")) in DECIMALS
    point = POINT.match(low, end) if pointed else None
    if point:
        decimals = "".join(str(UNITS[word]) for word in point[1].split())
        return begin, point.end(), value + Decimal("0." + decimals), "words", scale, False, None
    return begin, end, value, "words", scale, False, None


def fraction_after(low: str, at: int) -> tuple[Decimal, int] | None:
    """The value and end of "and a half" or "and two thirds" after a number.

    >>> fraction_after("two and a half men", 3), fraction_after("two and a third was", 3)
    ((Decimal('0.5'), 14), None)
    """
    match = FRACTION.match(low, at) if low.startswith("and", at + 1) else None
    if match is None or match[1] not in ABOVE or match[2] not in BELOW:
        return None
    above, below = SMALL.get(match[1], Decimal(1)), PARTS[match[2]]
    if above >= below:
        return None
    if above == 1 and match[2] in ORDINALS and not OF_PARTS.match(low, match.end()):
        return None  # "two and a third was hurt"
    return above / below, match.end()


def multiplied(value: Decimal, scale: int) -> Decimal:
    """The product, without trailing zeros after the point.

    >>> multiplied(Decimal("1.945"), 10**6)
    Decimal('1945000')
    """
    product = value * scale
    whole = product.to_integral_value()
    return whole if product == whole else product.normalize()


def duration_in_quarters(low: str, start: int, at: int, number: int) -> bool:
    """Whether "three quarters" are quarters of a year: "the past three quarters".

    >>> duration_in_quarters("the past three quarters", 9, 15, 3)
    True
    >>> duration_in_quarters("three quarters of them", 0, 6, 3)
    False
    """
    if low[at - 1] == "-":
        return False
    before = low[max(0, start - 12) : start].split()
    if before and before[-1] in BEFORE_QUARTERS:
        return True
    return number not in (1, 3) and not low.startswith(" of ", at + 8)


def several(low: str, start: int) -> bool:
    """Whether "several" or "a few" is before a scale word."""
    return low[max(0, start - 8) : start].endswith((" few ", "several ", "many "))


def several_of(low: str, start: int, match: re.Match[str] | None) -> Read | None:
    """ "several hundred", "a few million": from two to nine of them."""
    if match is None:
        return None
    scale = SCALES[match.group()]
    return start, match.end(), Decimal(2 * scale), "open", scale, False, Decimal(9 * scale)


def with_article(low: str, start: int) -> int:
    """ "a million" includes the article."""
    if low[start - 2 : start] == "a " and not low[start - 3 : start - 2].isalpha():
        return start - 2
    return start
