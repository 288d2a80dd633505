"""The tokenizer of the index: cuts text into tokens and folds each into one or more terms.

Documents and queries are cut by the same pattern, so both sides always agree. A token yields
several terms where one spelling is not enough: "cut-off" is cut, off and (at the same position)
cutoff; "1.1 trillion" is 1.1 and 1100000000000.
"""

import re
import unicodedata
from typing import NamedTuple

from tui.search.numbers import SCALES, plain_number, scaled_number

#: The longest term that is indexed, in code points; longer ones are cut, so that hostile text stays
#: cheap.
MAX_TERM_LENGTH = 48

# Combining marks inside words. Python's \w does not match them, but words in Hindi, Thai or
# decomposed Latin must not be split at them.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0980-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"
)
_CJK = (
    "\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
_PART = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_SCALE_WORDS = "|".join(sorted((word for word in SCALES if len(word) > 1), key=len, reverse=True))

#: Matches one token: a number with its scale word, a single CJK character, a word with up to seven
#: hyphens or apostrophes, or a sign that carries meaning (currency, percent, emoji).
TOKEN = re.compile(
    rf"\d+(?:[.,]\d+|[\u00a0\u202f]\d{{3}}(?!\d))*(?:[\s-]?(?i:{_SCALE_WORDS})\b|[^\W_{_CJK}]*)"
    rf"|[{_CJK}]"
    r"|(?i:per\scent)\b"
    rf"|{_PART}(?:[-'’‐‑]{_PART}){{0,7}}"
    r"|[%‰％$€£¥￥₹₩₽₺₫₪฿]"
    r"|[\U0001F000-\U0001FAFF\u2600-\u27bf]"
)

_CJK_PIECE = re.compile(rf"[{_CJK}]|[^{_CJK}]+")
_HAS_CJK = re.compile(rf"[{_CJK}]")
_DIGITS = re.compile(r"[\d.,\s]*\d")
_INNER = re.compile(r"[-'’‐‑]")

#: Signs and spellings, and the term they are indexed as.
SYNONYMS = {
    "%": "percent",
    "pct": "percent",
    "per cent": "percent",
    "$": "usd",
    "€": "eur",
    "£": "gbp",
    "¥": "cny",
    "₹": "inr",
    "₩": "krw",
    "₽": "rub",
}

_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMBER_WORDS = {word: str(number) for number, word in enumerate(_COUNTED.split(), start=1)}

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "ð": "d"}
)


class Term(NamedTuple):
    """A term of a token. An `extra` one shares the position of the term before it."""

    text: str
    extra: bool = False


def fold(text: str) -> str:
    """The text in lower case and without accents; its length may change.

    >>> fold("Déjà-VU"), fold("Straße"), fold("\u0663\u0664")
    ('deja-vu', 'strasse', '34')
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", plain)
    kept = "".join(
        str(unicodedata.decimal(sign, sign))
        for sign in decomposed
        if not unicodedata.combining(sign)
    )
    return kept.translate(_LETTERS)


def terms(token: str) -> tuple[Term, ...]:
    """The terms of one token, as `TOKEN` matched it.

    >>> [term.text for term in terms("cut-off")]
    ['cut', 'off', 'cutoff']
    >>> [term.text for term in terms("1.1 Trillion")]
    ['1.1', '1100000000000', 'trillion']
    >>> [term.text for term in terms("People's")], [term.text for term in terms("USDT果")]
    (['people'], ['usdt', '果'])
    """
    if token[0].isdecimal():
        return _number_terms(token)
    if len(token) > 1 and not token.isascii() and _HAS_CJK.search(token):
        pieces = _CJK_PIECE.findall(token)
        if len(pieces) > 1:
            return tuple(term for piece in pieces for term in terms(piece))
    whole = fold(token)
    if not whole:  # a sound mark of half-width katakana without its kana
        return ()
    if known := SYNONYMS.get(whole if whole.isalnum() else " ".join(whole.split())):
        return (Term(known),)
    if not token.isalnum():
        return _compound_terms(whole)
    term = Term(whole[:MAX_TERM_LENGTH])
    return (term, Term(NUMBER_WORDS[whole], True)) if whole in NUMBER_WORDS else (term,)


def _compound_terms(whole: str) -> tuple[Term, ...]:
    """The parts of a word with hyphens or apostrophes, and all of them joined."""
    pieces = [piece for piece in _INNER.split(whole) if piece]
    if len(pieces) > 1 and len(pieces[-1]) <= 2 and "-" not in whole and len(pieces[0]) > 1:
        # "People's" becomes people, "don't" becomes dont: an apostrophe does not start a new word.
        pieces = pieces[:-1] if pieces[-1] == "s" else ["".join(pieces)]
    found = [Term(piece[:MAX_TERM_LENGTH]) for piece in pieces]
    if len(found) > 1:
        found.append(Term("".join(pieces)[:MAX_TERM_LENGTH], True))
    return tuple(found)


def _number_terms(token: str) -> tuple[Term, ...]:
    """The digits as written, the value if a scale word follows, and the scale word."""
    folded = fold(token)
    match = _DIGITS.match(folded)
    assert match is not None
    plain, rest = plain_number(match[0]), folded[match.end() :]
    if not rest:
        return (Term(plain[:MAX_TERM_LENGTH]),)
    scale = rest.lstrip(" \t\r\n\u00a0\u202f-")
    value = scaled_number(plain, scale)
    if value is None:
        return (Term((plain + rest)[:MAX_TERM_LENGTH]), Term(plain[:MAX_TERM_LENGTH], True))
    if scale == rest and len(scale) < 4:
        return (Term(plain), Term(value, True), Term((plain + rest)[:MAX_TERM_LENGTH], True))
    return (Term(plain), Term(value, True), Term(scale))
