"""Reads a number that is written in words, of any length."""

import re
from decimal import Decimal

from tui.figures.vocabulary import (
    NUMBER_WORDS,
    ORDINALS,
    PARTS,
    PLURAL_SCALES,
    SCALES,
    TENS,
    UNITS,
)
from tui.patterns import pattern

WORD = pattern(r"[a-z]+")
GAP = pattern(r"[ \u00a0\n]{1,2}(?:and[ \u00a0\n]{1,2})?|[ ]?[-‑–][ ]?(?=[a-z])")
HALF = pattern(r" (?:and )?(?:(a|one) )?(half|quarter)(?![a-z])")
POINT = pattern(
    r" point((?: (?:zero|nought|naught|one|two|three|four|five|six|seven|eight|nine"
    r"|ten))+)(?![a-z])"
)
AFTER_HALF = pattern(
    r"[ -](?:(?:of )?an? )?(million|billion|trillion|dozen|thousand|hundred)(?![a-z])"
)
OF_SCALE = pattern(r" of ([a-z]+)")
NEXT_WORD = pattern(
    r" (?!(?:during|in|since|over|from|to|after|between|and|at|on|by|this|last|when|as|or|but)"
    r"(?![a-z]))[a-z]"
)
BEFORE_QUARTERS = frozenset(
    ["past", "last", "next", "first", "previous", "for", "in", "after", "following", "recent"]
)
BEFORE_PART = (
    "by ",
    "about ",
    "nearly ",
    "almost ",
    "than ",
    "over ",
    "roughly ",
    "around ",
    "only ",
)
SCALE_RUN = pattern(r"(?:(?:[a-z]{1,5}illion|thousand|hundred|lakh|crore)[ ,-]{0,2})+")
MOST_WORDS = 24
SMALL = {**UNITS, **TENS}
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
    if word.endswith("fold"):
        value = SMALL.get(word[:-4]) or SCALES[word[:-4]]
        return start, first.end() - 4, Decimal(value), "words", 1, False, None
    if word in SMALL:
        end = first.end()
        following = NEXT.match(low, end)
        if following is None or following[1] not in JOINS_ON:
            return start, end, Decimal(SMALL[word]), "words", 1, False, None
        return read_cardinal(low, start)
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
        value, style, end = (value * scale).normalize() + 0, "words", after.end()
    if low.endswith("a ", max(0, start - 2), start) and not low[start - 3 : start - 2].isalpha():
        start -= 2
    return start, end, value, style, scale, False, None


def article(low: str, start: int, end: int, word: str) -> Read:
    """ "a third of", "by a third" are parts, "the third" and "a third time" are ordinals."""
    parts = PARTS.get(word)
    if parts and low[start - 2 : start] == "a " and not low[start - 3 : start - 2].isalpha():
        loosened = low[max(0, start - 12) : start - 2].endswith(BEFORE_PART)
        if low.startswith(" of ", end) or (loosened and not NEXT_WORD.match(low, end)):
            return start - 2, end, Decimal(1) / parts, "part", 1, False, None
    return start, end, Decimal(ORDINALS[word]), "ordinal", 1, False, None


def read_cardinal(low: str, start: int) -> Read | None:
    """A run of number words: units, tens, hundreds and scales in falling order."""
    total = current = 0
    scale = 1
    last = ""  # the class of the word before
    least = 10**18  # the smallest scale word so far, within which the next one must fit
    end = position = start
    begin = start
    for _ in range(MOST_WORDS):
        match = WORD.match(low, position)
        word = match.group() if match else ""
        joined_by_and = position > start and "and" in low[end:position]
        if word in UNITS:
            size = UNITS[word]
            if last and not (
                (last == "tens" and 0 < size < 10 and not joined_by_and)
                or (last in ("hundred", "scale") and size > 0)
            ):
                break
            current += size
            last = "unit" if size < 10 else "teen"
        elif word in TENS:
            if last and last not in ("hundred", "scale"):
                break
            current += TENS[word]
            last = "tens"
        elif word == "hundred" and last in ("unit", "teen", "tens", ""):
            if joined_by_and:
                break
            if not last:
                begin = with_article(low, start)
                if several(low, start):
                    return several_of(low, start, match)
            current = (current or 1) * 100
            last, scale = "hundred", max(scale, 100)
        elif word in SCALES and not joined_by_and and word != "hundred":
            size = SCALES[word]
            if word == "dozen" and last not in ("", "unit", "teen", "tens"):
                break
            if not last:
                begin = with_article(low, start)
                if several(low, start):
                    return several_of(low, start, match)
            if size < least:
                total += (current or (0 if total else 1)) * size
                if not current and last == "scale":
                    break
            elif not current and last == "scale":
                total *= size
                if total > 10**21:  # "million million million": no number, however long it goes on
                    run = SCALE_RUN.match(low, position)
                    return begin, run.end() if run else end, None, "malformed", 1, False, None
            else:
                break
            least, current = min(least, size), 0
            last, scale = "scale", max(scale, size)
        elif word in PARTS and last in ("unit", "teen") and not joined_by_and and word != "second":
            if word == "quarters" and spell_of_quarters(low, start, position, current):
                break
            plural = word.endswith("s") or word == "half"
            if plural or (current == 1 and not total):
                value = Decimal(total + current) / PARTS[word]
                after = AFTER_HALF.match(low, position + len(word))
                if after:
                    scale = SCALES[after[1]]
                    value = (value * scale).normalize() + 0
                    return begin, after.end(), value, "words", scale, False, None
                return begin, position + len(word), value, "part", 1, False, None
            break
        elif word in ORDINALS and last in ("tens", "hundred", "scale"):
            value = Decimal(total + current + ORDINALS[word])
            return begin, position + len(word), value, "ordinal", 1, False, None
        else:
            break
        end = position + len(word)
        gap = GAP.match(low, end)
        if gap is None:
            break
        position = gap.end()
    if end == start:
        return None
    value = Decimal(total + current)
    half = HALF.match(low, end)
    if half and (half[1] or half[0].startswith(" and")):
        part = Decimal(1) / PARTS[half[2]]
        after = AFTER_HALF.match(low, half.end())
        if last in ("unit", "teen", "tens") and after:
            scale = SCALES[after[1]]
            return begin, after.end(), (value + part) * scale, "words", scale, False, None
        return (
            begin,
            half.end(),
            value + part * (least if last == "scale" else 1),
            "words",
            scale,
            False,
            None,
        )
    point = POINT.match(low, end)
    if point:
        decimals = "".join(str(UNITS[word]) for word in point[1].split())
        return begin, point.end(), value + Decimal("0." + decimals), "words", scale, False, None
    return begin, end, value, "words", scale, False, None


def spell_of_quarters(low: str, start: int, at: int, number: int) -> bool:
    """Whether "three quarters" are quarters of a year: "the past three quarters", "four quarters".

    >>> spell_of_quarters("the past three quarters", 9, 15, 3)
    True
    >>> spell_of_quarters("three quarters of them", 0, 6, 3)
    False
    """
    if low[at - 1] == "-":
        return False
    before = low[max(0, start - 12) : start].split()
    if before and before[-1] in BEFORE_QUARTERS:
        return True
    return number not in (1, 3) and not low.startswith(" of ", at + 8)


def several(low: str, start: int) -> bool:
    """Whether "several" or "a few" stands before a scale word."""
    return low[max(0, start - 8) : start].endswith((" few ", "several ", "many "))


def several_of(low: str, start: int, match: re.Match[str] | None) -> Read | None:
    """ "several hundred", "a few million": from two to nine of them."""
    if match is None:
        return None
    scale = SCALES[match.group()]
    return start, match.end(), Decimal(2 * scale), "open", scale, False, Decimal(9 * scale)


def with_article(low: str, start: int) -> int:
    """ "a million" begins at the article: it is the one."""
    if low[start - 2 : start] == "a " and not low[start - 3 : start - 2].isalpha():
        return start - 2
    return start
