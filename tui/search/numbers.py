"""Numbers by value: parses "1.1tn" in a query or a text."""

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

#: Scale words and suffixes, with their power of ten.
SCALES = {
    "k": 3, "thousand": 3,
    "m": 6, "mn": 6, "mln": 6, "million": 6, "millions": 6,
    "b": 9, "bn": 9, "bln": 9, "billion": 9, "billions": 9,
    "tn": 12, "trn": 12, "trillion": 12, "trillions": 12,
}  # fmt: skip

_GROUPED = re.compile(r"\d{1,3}(?:[,\s\u00a0\u202f]\d{3})+(?:\.\d+)?")
_DECIMAL = re.compile(r"\d+\.\d+")
_EXPONENT = re.compile(r"e\+?(\d{1,2})")
_LONGEST = 40


def plain_number(digits: str) -> str:
    """Digits without grouping separators and trailing zeros; a malformed number stays as it is.

    >>> plain_number("560,000"), plain_number("2.50"), plain_number("3,2016")
    ('560000', '2.5', '3,2016')
    """
    if digits.isdigit():
        return digits
    if _GROUPED.fullmatch(digits):
        digits = re.sub(r"[,\s\u00a0\u202f]", "", digits)
    if _DECIMAL.fullmatch(digits):
        return digits.rstrip("0").rstrip(".")
    return digits


def scaled_number(plain: str, scale: str) -> str | None:
    """The value of a number as `plain_number` writes it, times a scale word, as digits; None if it
    is no scale word or the number is malformed.

    >>> scaled_number("1.1", "trillion"), scaled_number("49", "e3"), scaled_number("5", "th")
    ('1100000000000', '49000', None)
    """
    exponent = _EXPONENT.fullmatch(scale)
    power = int(exponent[1]) if exponent else SCALES.get(scale)
    if power is None or len(plain) > _LONGEST or not (plain.isdigit() or _DECIMAL.fullmatch(plain)):
        return None
    return written(Decimal(plain).scaleb(power))


def written(value: Decimal) -> str:
    """A value in the canonical form in which the index stores it: no sign, exponent or trailing
    zeros.

    >>> written(Decimal("1.10E+12")), written(Decimal("28.50")), written(Decimal(-3))
    ('1100000000000', '28.5', '3')
    """
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return str(value)
    plain = format(abs(value), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


#: Units as people type them, with the `unit` a figure has.
UNITS = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP",
    "¥": "CNY", "￥": "CNY", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "renminbi": "CNY",
    "cn¥": "CNY", "jpy": "JPY", "yen": "JPY", "₹": "INR", "inr": "INR", "rupee": "INR",
    "rupees": "INR", "₩": "KRW", "krw": "KRW", "won": "KRW", "₽": "RUB", "rub": "RUB",
    "ruble": "RUB", "rubles": "RUB", "chf": "CHF", "cad": "CAD", "aud": "AUD", "hk$": "HKD",
    "hkd": "HKD", "a$": "AUD", "c$": "CAD", "usdt": "USDT", "btc": "BTC",
    "%": "percent", "％": "percent", "percent": "percent", "pct": "percent",
    "per cent": "percent",
    "year": "year", "years": "year", "month": "month", "months": "month", "week": "week",
    "weeks": "week", "day": "day", "days": "day", "hour": "hour", "hours": "hour",
    "minute": "minute", "minutes": "minute", "second": "second", "seconds": "second",
    "km": "kilometer", "kilometers": "kilometer", "kilometres": "kilometer",
    "m²": "square meter", "meter": "meter", "meters": "meter", "metre": "meter",
    "metres": "meter", "mile": "mile", "miles": "mile", "kg": "kilogram",
    "kilograms": "kilogram", "ton": "ton", "tons": "ton", "tonne": "tonne", "tonnes": "tonne",
}  # fmt: skip


class Amount(NamedTuple):
    """A number typed in a query: its value, its unit (or ""), the offset at which it ends, and
    whether it is digits only (`bare`)."""

    value: Decimal
    unit: str
    end: int
    bare: bool


_SIGNS = "|".join(re.escape(sign) for sign in ("US$", "HK$", "CN¥", "A$", "C$", *"$€£¥￥₹₩₽"))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<sign>[-+−]?)(?P<before>{_SIGNS})?\s?"
    rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<power>e\+?\d{{1,2}}\b)?"
    rf"(?:\s?(?P<scale>{_SCALE})(?![^\W\d_]))?"
    rf"(?:\s?(?P<unit>{_UNIT})(?![^\W_]))?",
    re.IGNORECASE,
)


def amount(text: str, at: int = 0) -> Amount | None:
    """The number that starts at an offset of a query, with its scale and unit, or None.

    >>> amount("1.1tn yuan")
    Amount(value=Decimal('1.1E+12'), unit='CNY', end=10, bare=False)
    >>> amount("1e6").value, amount("10%").unit, amount("cases")
    (Decimal('1E+6'), 'percent', None)
    """
    match = _AMOUNT.match(text, at)
    if not match or match.end("digits") - match.start("digits") > _LONGEST:
        return None
    try:
        value = Decimal(match["digits"].replace(",", "") + (match["power"] or ""))
    except InvalidOperation:
        return None
    value = value.scaleb(SCALES[match["scale"].lower()]) if match["scale"] else value
    unit = UNITS.get((match["unit"] or match["before"] or "").lower(), "")
    bare = match["digits"] == text[at : match.end()]
    return Amount(-value if match["sign"] in ("-", "−") else value, unit, match.end(), bare)
