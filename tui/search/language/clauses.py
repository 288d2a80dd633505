"""Builds the nodes of a query: words tokenized like documents, and amounts and dates with their
comparison operators."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tui.search.language.nodes import Amounts, Dates, Node, Word
from tui.search.numbers import UNITS, Amount
from tui.search.words import NUMBER_WORDS, SYNONYMS, TOKEN, terms
from tui.text import Days, days

#: Relative tolerance of `~1.1tn`, to both sides.
_NEARLY = Decimal("0.02")
_YEARS = range(1000, 3000)


def _same_unit() -> dict[str, tuple[str, ...]]:
    """Currency words and codes with the same meaning: yuan maps to cny, renminbi and rmb."""
    by_code: dict[str, set[str]] = {}
    for written_unit, code in UNITS.items():
        if code.isupper():
            by_code.setdefault(code, {code.lower()}).add(SYNONYMS.get(written_unit, written_unit))
    return {
        word: tuple(sorted(words - {word}))
        for words in by_code.values()
        for word in words
        if word.isalpha()
    }


#: Terms that match as well as the word itself: eight and 8, yuan and cny.
_ALSO = {**{word: (digits,) for word, digits in NUMBER_WORDS.items()}, **_same_unit()}


def terms_of(text: str) -> tuple[str, ...]:
    """The terms of a text, one for each position; phrases and fields are compared with these."""
    return tuple(
        term.text for token in TOKEN.findall(text) for term in terms(token) if not term.extra
    )


def begin_terms(words: Iterable[str], held: Sequence[str]) -> bool:
    """Whether each word is the beginning of one of these terms."""
    return all(any(term.startswith(word) for term in held) for word in words)


def words_of(token: str, half_typed: bool) -> list[Node]:
    """The nodes of one token; `half_typed`: more letters may follow."""
    found = terms(token)
    if token[0].isdecimal() and len(found) > 1 and found[1].extra:
        # 690m matches its value or its spelling; 690 alone would be another number.
        value, *others = (term.text for term in found[1:] if term.extra)
        scaled = not found[0].text.startswith(value) or value == found[0].text
        if scaled:
            return [Word(value, False, tuple(others))]
        return [Word(found[0].text, half_typed, (value, *others))]
    places = [term for term in found if not term.extra]
    return [
        Word(
            term.text,
            half_typed and term is places[-1],
            _ALSO.get(term.text, ()),
        )
        for term in places
    ]


def amounts_compared(sign: str, found: Amount) -> Amounts:
    """The condition that an operator and an amount make; `~` and `≈` allow a tolerance of 2 %."""
    value, unit = found.value, found.unit
    if sign in (">", ">=", "=>", "≥"):
        return Amounts(value, None, sign != ">", False, unit)
    if sign in ("<", "<=", "=<", "≤"):
        return Amounts(None, value, False, sign != "<", unit)
    reach = abs(value) * _NEARLY if sign in "~≈" else Decimal(0)
    return Amounts(value - reach, value + reach, True, True, unit)


def dates_compared(sign: str, covered: Days) -> Dates:
    """The condition that an operator and a range of days make."""
    if sign == ">":
        return Dates(covered.last + 1, None)
    if sign == "<":
        return Dates(None, covered.first - 1)
    if sign in (">=", "=>", "≥"):
        return Dates(covered.first, None)
    if sign in ("<=", "=<", "≤"):
        return Dates(None, covered.last)
    return Dates(covered.first, covered.last)


def amounts_between(low: Amount | None, high: Amount | None) -> Amounts:
    """The condition for `low..high`; an end may be None. Two bare years also match as dates."""
    unit = (high.unit if high else "") or (low.unit if low else "")
    ends = [end.value if end else None for end in (low, high)]
    years = [end for end in (low, high) if end and end.bare and end.value in _YEARS]
    or_days = None
    if low and high and len(years) == 2:
        first, last = days(f"{int(low.value):04d}"), days(f"{int(high.value):04d}")
        or_days = Days(first.first, last.last) if first and last else None
    return Amounts(ends[0], ends[1], True, True, unit, or_days)
