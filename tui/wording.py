"""Figures in a few words, for the panel, tables and the command line.

The same wording everywhere makes figures comparable. No digit is ever rounded away.
"""

from decimal import Decimal

from tui.figures import Figure

_SCALES = (
    (Decimal(10) ** 12, "tn"),
    (Decimal(10) ** 9, "bn"),
    (Decimal(10) ** 6, "m"),
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BOUNDS = {"more": ">", "less": "<", "approx": "≈"}
_ARROWS = {"up": "↑", "down": "↓"}
_SYMBOLS = {"percent": "%", "percentage point": "pp", "basis point": "bp"}
#: Irregular plurals of units, and units without a plural form.
_PLURALS = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "penny": "pence",
    "henry": "henries",
    "acre-foot": "acre-feet",
}
_UNCHANGED = (
    "celsius", "fahrenheit", "kelvin", "hertz", "magnitude", "horsepower", "hundredweight", "lux",
    "baud", "peak", "mu",
    "per mille", "ppb", "ppm", "stone",
)  # fmt: skip


def number(value: Decimal) -> str:
    """`value` in digits, with a scale word if no digit is lost.

    >>> number(Decimal(1945000)), number(Decimal("1.1e12")), number(Decimal(394000))
    ('1.945 m', '1.1 tn', '394,000')
    >>> number(Decimal("28.50")), number(Decimal(1234567)), number(Decimal(-7))
    ('28.5', '1,234,567', '-7')
    """
    for scale, word in _SCALES:
        if abs(value) >= scale:
            scaled = (value / scale).normalize()
            if _decimals(scaled) <= 3 and scaled * scale == value:
                return f"{scaled:,f} {word}"
    digits = f"{value:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def counted(count: int, noun: str) -> str:
    """A number with a noun in the singular or plural.

    >>> counted(1, "note"), counted(1200, "figure")
    ('1 note', '1,200 figures')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def plain_number(value: Decimal) -> int | float:
    """`value` as a number in JSON.

    >>> plain_number(Decimal("3.0")), plain_number(Decimal("28.5"))
    (3, 28.5)
    """
    return int(value) if value == value.to_integral_value() else float(value)


def amount(figure: Figure) -> str:
    """The value with its unit, both ends of a range, or the figure as written. A currency stands
    before the value, what it is paid for behind.

    >>> from tui.figures import extract
    >>> [amount(f) for f in extract("It returned 12 billion yuan, up 28.5%.")]
    ['CNY 12 bn', '28.5 %']
    >>> [amount(f) for f in extract("It costs $40 per tonne, or 5 pence, or 30 cents a share.")]
    ['USD 40 per tonne', '5 pence', '30 cents per share']
    """
    digits, unit = digits_and_unit(figure)
    if _is_currency(figure):
        currency, per, whole = unit.partition(" per ")
        return f"{currency} {digits}{per}{whole}"
    return f"{digits} {unit}".strip()


def digits_and_unit(figure: Figure) -> tuple[str, str]:
    """The value and the unit of a figure, for the columns of a table. If there is no value, or it
    is more than a number with a unit, everything is in the first.

    >>> from tui.figures import extract
    >>> [digits_and_unit(f) for f in extract("It returned 12 billion yuan, up 28.5%, in May.")]
    [('12 bn', 'CNY'), ('28.5', '%'), ('May, year?', '')]
    """
    if figure.kind == "date" and figure.date:
        return date_words(figure.date), ""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        digits = f"{number(figure.low)} – {number(figure.high)}"
    elif figure.value is not None:
        digits = number(figure.value)
    else:
        return " ".join(figure.text.split()), ""
    unit = figure.unit or ""
    if _is_currency(figure):
        return digits, unit
    if figure.kind in ("ordinal", "time", "ratio", "score"):
        return " ".join(figure.text.split()), ""
    if figure.kind in ("measure", "duration", "money") and figure.high != 1:
        unit = plural(unit)
    return digits, _SYMBOLS.get(unit, unit)


def _is_currency(figure: Figure) -> bool:
    """Whether the unit is an ISO 4217 code, and not cents or pence."""
    return figure.kind == "money" and (figure.unit or "")[:3].isupper()


def plural(unit: str) -> str:
    """The plural of a unit of measure.

    >>> [plural(u) for u in ("month", "barrel per day", "square foot", "century", "celsius")]
    ['months', 'barrels per day', 'square feet', 'centuries', 'celsius']
    >>> plural("year of age"), plural("magnitude"), plural("per mille"), plural("megahertz")
    ('years of age', 'magnitude', 'per mille', 'megahertz')
    """
    counted, per, rest = unit.partition(" per ")
    head, of, whole = counted.partition(" of ")
    first, blank, last = head.rpartition(" ")
    if not counted.endswith(_UNCHANGED):
        last = _PLURALS.get(last, last + "s")
    return first + blank + last + of + whole + per + rest


def summary(figure: Figure) -> str:
    """A figure in one line: signs, value, subject, period.

    >>> from tui.figures import extract
    >>> summary(extract("In May 2021 nearly 30 ships sank.")[1])
    '≈ 30 ships · May 2021'
    """
    period = period_of(figure)
    return f"{labelled(figure)} · {period}" if period else labelled(figure)


def labelled(figure: Figure) -> str:
    """A figure with its signs and subject, without its period.

    >>> from tui.figures import extract
    >>> labelled(extract("In May 2021 nearly 30 ships sank.")[1])
    '≈ 30 ships'
    """
    words = f"{signs(figure)} {amount(figure)}".strip()
    subject = further_subject(figure)
    return f"{words} · {subject}" if subject else words


def further_subject(figure: Figure) -> str:
    """What a figure says something about, unless its unit names it.

    >>> from tui.figures import extract
    >>> [further_subject(f) for f in extract("The death toll rose to 31; 30 ships sank.")]
    ['death toll', '']
    """
    return "" if figure.subject == figure.unit else figure.subject or ""


def period_of(figure: Figure) -> str:
    """The period of a figure in words, unless it is a date, which names it.

    >>> from tui.figures import extract
    >>> [period_of(f) for f in extract("In May 2021 nearly 30 ships sank.")]
    ['', 'May 2021']
    """
    return date_words(figure.period) if figure.period and figure.period != figure.date else ""


def signs(figure: Figure) -> str:
    """Hedge and direction as signs: `>` more than, `<` less than, `≈` about, `↑` up, `↓` down."""
    return _BOUNDS.get(figure.bound or "", "") + _ARROWS.get(figure.change or "", "")


def date_words(date: str) -> str:
    """An ISO 8601 date, with X for unknown parts, in words.

    >>> [date_words(d) for d in ("2022-04-15", "XXXX-05-27", "2023-07", "198X", "2023-Q3")]
    ['15 Apr 2022', '27 May, year?', 'Jul 2023', '1980s', 'Q3 2023']
    >>> date_words("2021-04/.."), date_words("../XXXX-04")
    ('since Apr 2021', 'until Apr, year?')
    >>> date_words("XXXX-01/XXXX-09"), date_words("2021-01/2021-09"), date_words("2021")
    ('Jan – Sep, year?', 'Jan – Sep 2021', '2021')
    """
    if "/" in date:
        first, _, last = date.partition("/")
        if last == "..":
            return f"since {date_words(first)}"
        if first == "..":
            return f"until {date_words(last)}"
        left, right = _one_date(first), _one_date(last)
        if left[1] == right[1] and left[0]:
            return _join(f"{left[0]} – {right[0]}", left[1])
        return f"{_join(*left)} – {_join(*right)}"
    return _join(*_one_date(date))


def figure_fields(figure: Figure) -> list[tuple[str, str]]:
    """The fields of a figure that are not empty, with their names."""
    fields = [
        (figure.kind, amount(figure)),
        ("as written", " ".join(figure.text.split())),
        ("hedge", figure.hedge or ""),
        ("change", _ARROWS[figure.change] + " " + figure.change if figure.change else ""),
        ("against", figure.versus or ""),
        ("of", figure.subject or ""),
        ("period", date_words(figure.period) if figure.period else ""),
    ]
    return [(name, words) for name, words in fields if words]


def _join(day: str, year: str) -> str:
    if not year:
        return day
    if not day:
        return year
    return f"{day}, {year}" if year == "year?" else f"{day} {year}"


def _one_date(date: str) -> tuple[str, str]:
    year, *rest = date.split("-")
    year_words = "year?" if year == "XXXX" else f"{year[:3]}0s" if year.endswith("X") else year
    if not rest:
        return "", year_words
    if not rest[0].isdigit() or not 1 <= int(rest[0]) <= 12:
        return rest[0], year_words
    month = _MONTHS[int(rest[0]) - 1]
    if len(rest) > 1 and rest[1].isdigit():
        return f"{int(rest[1])} {month}", year_words
    return month, year_words


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
