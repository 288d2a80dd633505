"""Parses numbers in Chinese numerals: "三百二十万", "三分之二", "百分之三十"."""

from decimal import Decimal

from tui.figures.numbers.number_words import CJK_DIGITS, CJK_SCALES, CJK_TENS
from tui.figures.numbers.numbers_in_words import Read
from tui.patterns import pattern

NUMBER = pattern(r"[〇零一二两三四五六七八九十百千万萬亿億]+")
PARTS = "分之"
MAX_LENGTH = 40  # characters: a longer run is not a number


def read_cjk(text: str, start: int) -> Read | None:
    """(start, end, value, style, scale, grouped, high) of a number with at least two characters.

    >>> read_cjk("三百二十万人", 0)[:3]
    (0, 5, Decimal('3200000'))
    >>> read_cjk("四分之三", 0)[:4], read_cjk("百分之三十", 0)[:4]
    ((0, 4, Decimal('0.75'), 'part'), (0, 5, Decimal('0.3'), 'part'))
    """
    match = NUMBER.match(text, start)
    if match is None:
        return None
    end = match.end()
    if end - start > MAX_LENGTH:
        return start, end, None, "malformed", 1, False, None
    if text.startswith(PARTS, end):
        above = NUMBER.match(text, end + len(PARTS))
        whole = worth(match.group())
        if above and whole and len(above.group()) <= MAX_LENGTH:
            return start, above.end(), worth(above.group()) / whole, "part", 1, False, None
    if end - start < 2:
        return None
    return start, end, worth(match.group()), "words", 10, False, None


def worth(signs: str) -> Decimal:
    """The value of Chinese numerals.

    >>> worth("十二"), worth("三万"), worth("二〇二四")
    (Decimal('12'), Decimal('30000'), Decimal('2024'))
    """
    total = section = digit = 0
    for sign in signs:
        if sign in CJK_DIGITS:
            digit = digit * 10 + CJK_DIGITS[sign] if digit else CJK_DIGITS[sign]
        elif sign in CJK_TENS:
            section += (digit or 1) * CJK_TENS[sign]
            digit = 0
        else:
            total = (total + section + digit) * CJK_SCALES[sign]
            section = digit = 0
    return Decimal(total + section + digit)
