"""Parses one number, in digits, words or both."""

import re
from decimal import Decimal

from tui.figures.numbers.chinese_numerals import read_cjk
from tui.figures.numbers.digit_groups import grouped_value
from tui.figures.numbers.number_words import (
    CJK_SCALES,
    CJK_TENS,
    SCALES,
    SUFFIXES,
    VULGAR,
)
from tui.figures.numbers.numbers_in_words import fraction_after, multiplied, read_words
from tui.figures.numbers.plain_numbers import (
    REACH,
    RECORD,
    SCALES_BEGIN,
    SHORT_SCALES,
    Numeral,
    digits_alone,
    stands_alone,
    word_alone,
)
from tui.patterns import pattern

DIGITS = pattern(r"[0-9]+(?:[.,][0-9]+)*")
SPACED = pattern(
    r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}|['’][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
)
EXPONENT = pattern(
    r"[eE]([+-]?[0-9]{1,3})(?![0-9A-Za-z])|[ ]?[x×][ ]?10"
    r"(?:\^?((?:[-+]|−{1})?[0-9]{1,3})(?![0-9])|([⁻⁺]?(?:[¹²³]|[⁰⁴-⁹]{1}){1,3}))"
)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
FRACTION = pattern(r"([0-9]{1,3})[/⁄]([0-9]{1,4})(?![0-9/⁄])")
MIXED = pattern(r"[ \u00a0-]?([0-9]{1,2})[/⁄]([0-9]{1,2})(?![0-9/⁄])")
LONG_SCALES = frozenset(scale for scale in SCALES if len(scale) > 3)
SUFFIX = pattern(r"([a-z]+)(?![^\W_])", re.IGNORECASE)
BEFORE_SCALE = frozenset("- \u00a0\u202f")
CJK_SCALE = pattern(r"[千百]?[万萬亿億兆]+")
REPEATED = pattern(r" \(([0-9][0-9,]{0,11})\)")  # "ten (10) days"
AIRLINERS = pattern(r" 7[0-8]7 [A-Z]")  # "30 737 MAX jets"
SMALLER = pattern(r" ([0-9]{1,3}) (crore|million|lakh|thousand|hundred)(?![a-z])")
ENDS_NUMBER = frozenset(',.;:)]%!?\n"”')  # behind these no number goes on
MAX_DIGITS = 40  # digits: longer ones are identifiers
MAX_SCALES = 2  # "lakh crore", "thousand billion"


def read_digits(text: str, start: int) -> Numeral | None:
    """The number whose first digit is at `start`.

    >>> read_digits("over 1.945 million cases", 5)[:5]
    (5, 18, Decimal('1945000'), 'digits', 1000000)
    >>> read_digits("3,2016 illegally", 0)[:4]
    (0, 6, None, 'malformed')
    >>> read_digits("1 234 567 people", 0)[:3]
    (0, 9, Decimal('1234567'))
    >>> read_digits("10 1/2 miles", 0)[:3]
    (0, 6, Decimal('10.5'))
    """
    match = DIGITS.match(text, start)
    if match is None:
        return None
    end = match.end()
    body = match.group()
    if end - start > MAX_DIGITS:
        return Numeral(start, end, None, "malformed")
    following = text[end : end + 1]
    if following in ENDS_NUMBER and text[start - 1 : start] != ".":
        value, grouped = grouped_value(body)
        style = "digits" if value is not None else "malformed"
        return RECORD(Numeral, (start, end, value, style, 1, grouped, None, False))
    if following == " " and stands_alone(text[end + 1 : end + 3]):
        if not body.isdigit():
            value, grouped = grouped_value(body)
            if value is not None:
                return RECORD(Numeral, (start, end, value, "digits", 1, grouped, None, False))
        elif text[start - 1 : start] != ".":
            return RECORD(Numeral, (start, end, Decimal(body), "digits", 1, False, None, False))
    return (
        _grouped_by_blanks(text, start, end)
        or _decimals_only(text, start, end, body)
        or _with_separators(text, start, end, body)
    )


def _grouped_by_blanks(text: str, start: int, end: int) -> Numeral | None:
    """ "1 234 567", "1'234'567"."""
    groups = end < len(text) and text[end] in " \u00a0\u2009\u202f'’"
    if not groups or end - start > 3 or not text[end + 1 : end + 2].isdigit():
        return None
    match = SPACED.match(text, start)
    if match is None or AIRLINERS.fullmatch(text, end, match.end() + 2):
        return None
    digits = re.sub("[^0-9.,]", "", match.group()).replace(",", ".")
    return scaled(text, Numeral(start, match.end(), Decimal(digits), "digits", 1, True))


def _decimals_only(text: str, start: int, end: int, body: str) -> Numeral | None:
    """ ".5" is a half, but other digits after a full stop may follow the end of a sentence or a
    name."""
    if not start or text[start - 1] != "." or not body.isdigit():
        return None
    before = text[start - 2] if start > 1 else " "
    if before.isalnum() or before in ".)":
        return None
    return scaled(text, Numeral(start - 1, end, Decimal("0." + body), "digits"))


def _with_separators(text: str, start: int, end: int, body: str) -> Numeral:
    value, grouped = grouped_value(body)
    if value is None:
        return Numeral(start, end, None, "malformed")
    following = text[end : end + 1]
    if following and following in VULGAR:
        return scaled(text, Numeral(start, end + 1, value + VULGAR[following], "digits"))
    return (
        _fraction(text, start, end, value)
        or _raised(text, start, end, value)
        or scaled(text, Numeral(start, end, value, "digits", 1, grouped))
    )


def _fraction(text: str, start: int, end: int, whole: Decimal) -> Numeral | None:
    """ "1/2" and, after a whole number, "10 1/2"; after cents "$3.12 1/2" or "$3.12-1/2"."""
    following = text[end : end + 1]
    if following and following in "/⁄":
        match = FRACTION.match(text, start)
        if match and int(match[1]) < max(20, int(match[2])) and int(match[2]):  # not "140/90"
            return Numeral(start, match.end(), Decimal(match[1]) / Decimal(match[2]), "part")
    cents = text[start - 1 : start] == "$" and text[end - 3 : end - 2] == "."
    if following and following in " \u00a0-" and (end - start <= 3 or cents):
        part = text[end + 1 : end + 5]  # "10 1/2"
        match = (
            MIXED.match(text, end) if part[:1].isdigit() and ("/" in part or "⁄" in part) else None
        )
        if match and 0 < int(match[1]) < int(match[2]) <= 64:
            share = Decimal(match[1]) / Decimal(match[2])
            return Numeral(start, match.end(), whole + (share / 100 if cents else share), "digits")
    return None


def _raised(text: str, start: int, end: int, value: Decimal) -> Numeral | None:
    """ "1.5e6", "1.5 x 10^6"."""
    following = text[end : end + 1]
    if not following or following not in "eEx× ":
        return None
    if following == " " and text[end + 1 : end + 2] not in ("x", "×"):
        return None
    power = EXPONENT.match(text, end)
    if power is None or (power[2] and not is_power(value, power)):
        return None
    exponent = int((power[1] or power[2] or power[3]).translate(RAISED))
    raised = value.scaleb(exponent)
    if 0 < exponent <= MAX_DIGITS and raised == raised.to_integral_value():
        raised = Decimal(int(raised))  # 1500000, not 1.5E+6
    return Numeral(start, power.end(), raised, "digits")


def is_power(value: Decimal, power: re.Match[str]) -> bool:
    """Whether digits after "x10" are an exponent: in "2×1030 kg" the superscript was lost.

    >>> def of(text):
    ...     at = text.index("x")
    ...     return is_power(Decimal(text[:at]), EXPONENT.match(text, at))
    >>> of("2.5x10^6"), of("2x1030"), of("1920x1080"), of("4x100")
    (True, True, False, False)
    """
    told = power[2]
    return "^" in power[0] or told[0] in "-+−" or (value < 10 and told[0] != "0")


def scaled(text: str, number: Numeral) -> Numeral:
    """The number with the scale words or suffix that follow.

    >>> scaled("277bn yuan", Numeral(0, 3, Decimal(277), "digits"))[:5]
    (0, 5, Decimal('277000000000'), 'digits', 1000000000)
    >>> scaled("1.1万亿元", Numeral(0, 3, Decimal("1.1"), "digits")).value
    Decimal('1100000000000')
    """
    end, value = number.end, number.value
    assert value is not None
    following = text[end : end + 1]
    if not following:
        return number
    if following.isalpha():
        if following in CJK_SCALES or following in CJK_TENS:
            cjk = CJK_SCALE.match(text, end)
            if cjk:
                scale = 1
                for sign in cjk.group():
                    scale *= CJK_SCALES.get(sign) or CJK_TENS[sign]
                return number._replace(end=cjk.end(), value=multiplied(value, scale), scale=scale)
            return number
        if following in "余多" and text[end + 1 : end + 2] in CJK_SCALES:
            return scaled(text, number._replace(end=end + 1))  # "1000余万元"
        suffix = SUFFIX.match(text, end)
        word = suffix.group().lower() if suffix else ""
        if word in SUFFIXES:
            scale = SUFFIXES[word]
            return number._replace(
                end=end + len(word),
                value=multiplied(value, scale),
                scale=scale,
                loose=len(word) <= 2,
            )
        if word.removesuffix("s") not in SCALES:
            return number
    elif following not in BEFORE_SCALE or text[end + 1 : end + 2] not in SCALES_BEGIN:
        return number  # five numbers in six end here, without a pattern
    return with_scale_words(text, number, value)


def with_scale_words(text: str, number: Numeral, value: Decimal) -> Numeral:
    """The number with the scale words that follow: "277 thousand million"."""
    end, scale = number.end, 1
    for _ in range(MAX_SCALES):
        word, word_end = scale_word(text, end)
        step = SUFFIXES.get(word) or SCALES.get(word) or SCALES.get(word.removesuffix("s"), 1)
        if not word or (step <= 12 and scale > 1):
            break
        scale *= step
        end = word_end
        if len(word) == 1 or word == "cr":
            return number._replace(end=end, value=multiplied(value, scale), scale=scale, loose=True)
    if scale == 1:
        return number
    return number._replace(end=end, value=multiplied(value, scale), scale=scale)


def scale_word(text: str, at: int) -> tuple[str, int]:
    """The scale word in lower case after blanks or a hyphen at `at`, and where it ends.

    >>> scale_word("5 Million", 1), scale_word("5-million", 1), scale_word("5 bn", 1)
    (('million', 9), ('million', 9), ('bn', 4))
    >>> scale_word("5-bn", 1), scale_word("5 millionaires", 1)
    (('', 1), ('', 1))
    """
    begin = at
    while begin < at + 2 and text[begin : begin + 1] in BEFORE_SCALE:
        begin += 1
    match = SUFFIX.match(text, begin)
    word = match.group().lower() if match else ""
    short = word in SHORT_SCALES and text[at:begin] in (" ", "\u00a0")
    if match and (short or word.removesuffix("s") in LONG_SCALES):
        return word, match.end()
    return "", at


def with_fraction(low: str, number: Numeral) -> Numeral:
    """ "2 and a half", "3 million and a half": the fraction is part of the number."""
    fraction = fraction_after(low, number.end)
    if fraction is None or number.value is None or number.style != "digits":
        return number
    value = multiplied(number.value + fraction[0] * number.scale, 1)
    return number._replace(end=fraction[1], value=value)


def with_smaller_scales(low: str, number: Numeral) -> Numeral:
    """ "2 crore 35 lakh", "4 thousand 3 hundred": descending scales make one number.

    >>> number = scaled("2 crore 35 lakh people", Numeral(0, 1, Decimal(2), "digits"))
    >>> with_smaller_scales("2 crore 35 lakh people", number)[:3]
    (0, 15, Decimal('23500000'))
    """
    least, value = number.scale, number.value
    end = number.end
    while smaller := SMALLER.match(low, end):
        scale = SCALES[smaller[2]]
        part = int(smaller[1]) * scale
        if part >= least or value is None:
            break
        value, least, end = value + part, scale, smaller.end()
    return number._replace(end=end, value=value)


def read_number(text: str, low: str, start: int) -> Numeral | None:
    """The number that starts at `start`, in any style; `low` is `text` in lower case.

    >>> text = "ten (10) days"
    >>> read_number(text, text, 0)[1:3]
    (8, Decimal('10'))
    """
    written, _, behind = low[start : start + REACH].partition(" ")
    return number_of(text, low, start, written, behind)


def number_of(text: str, low: str, start: int, written: str, behind: str) -> Numeral | None:
    """The number that starts at `start` with what is written up to a space, and that behind it."""
    first = low[start]
    if first < "\x80":
        if first <= "9":
            number = digits_alone(low, start, written, behind)
            if number is not None:
                return number
            number = read_digits(text, start)
            if number and number.scale > 100 and low[number.end + 1 : number.end + 2].isdigit():
                number = with_smaller_scales(low, number)
            if number and low.startswith((" and ", "-and-"), number.end):
                return with_fraction(low, number)
            return number
        alone = word_alone(start, written, behind)
        if alone is not None:
            return alone
        found = read_words(low, start)
        if found is None:
            return None
        again = low.startswith(" (", found[1]) and REPEATED.match(low, found[1])
        if again and found[2] == Decimal(again[1].replace(",", "")):
            found = found[0], again.end(), *found[2:]
        return RECORD(Numeral, (*found, False))
    if first in VULGAR:
        return scaled(text, Numeral(start, start + 1, VULGAR[first], "part"))
    found = read_cjk(text, start)
    return Numeral(*found) if found else None
