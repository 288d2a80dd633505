"""Shared by all quantities: their sign, and building a figure from number and unit."""

from tui.figures.draft import Draft, Site
from tui.figures.kinds.units import per, per_many
from tui.figures.numbers.number_words import SCALES
from tui.figures.numbers.numbers_in_words import multiplied
from tui.patterns import pattern

SCALED = ("thousand ", "million ", "billion ", "trillion ")  # how a unit in short may begin
MINUS = ("minus", "negative")
MINUS_ENDS = "se"
LONGEST_BRACKET = 33  # code points
DIVIDING = (" a ", " an ", " per ", " each ")
# "0.002 moles of oxygen per cubic metre"
OF_SOMETHING = pattern(r" of [a-z][a-z0-9]{1,15}(?: [a-z]{2,15})?(?= per )")
# How that and all that divides a quantity begins: " (", " of", " per", "-a-", " for every".
BEGIN_DIVISION = frozenset(blank + sign for blank in " \u00a0-" for sign in "(opae/fti")


def sign(site: Site) -> tuple[int, int]:
    """The start of the number including its sign, and the sign as 1 or -1; cached."""
    if site.signed is None:
        site.signed = read_sign(site)
    return site.signed


def read_sign(site: Site) -> tuple[int, int]:
    """A minus counts only at the start of a token: "-5 yards", "(-1.3%)", "minus 387"."""
    before = site.preceding
    if before == "(" and in_table_cell(site):
        return site.start, -1
    low, start = site.low, site.start
    if before == " " and (
        start < 2 or low[start - 2] not in MINUS_ENDS or not low.endswith(MINUS, 0, start - 1)
    ):
        return start, 1  # most numbers
    if before in " -":
        tail = site.low[max(0, site.start - 10) : site.start - 1]
        for word in MINUS:
            if tail.endswith("or minus"):
                break  # "plus or minus 3 points"
            if tail.endswith(word) and not tail[: -len(word)][-1:].isalpha():
                return site.start - 1 - len(word), -1
    if before in "-−–+":
        earlier = site.before(2)
        opens = earlier in ' \u00a0\n\t("“=:|' and not (before == "–" and earlier != "(")
        if opens and (before == "+" or site.following == "%" or not site.before(3).isdigit()):
            return site.start - 1, 1 if before == "+" else -1
    if before == "下" and site.before(2) == "零":
        return site.start - 2, -1  # "零下5摄氏度"
    return site.start, 1


def in_table_cell(site: Site) -> bool:
    """Whether a number in brackets fills a table cell, where brackets mean a negative value.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text, at):
    ...     return in_table_cell(Site(text, text, read_number(text, text, at), None))
    >>> of("net result  (1,204)  88", 13), of("cameras (0)", 9)
    (True, False)
    """
    closing = site.after(1) if site.following == "%" else site.following
    if closing != ")" or site.start < 3:
        return False
    ahead = site.before(2)
    return ahead in "\t|" or (ahead in " \u00a0" and site.before(3) in " \u00a0|\t")


def where_per_follows(site: Site, kind: str, end: int) -> int:
    """Where "per" something may follow: after the quantity's bracket or noun.

    "9 billion shekels ($2.4 billion) a year", "0.002 moles of oxygen per cubic metre".
    """
    low = site.low
    if low.startswith(" (", end):
        closing = low.find(")", end, end + LONGEST_BRACKET)
        told = closing > 0 and low.startswith(DIVIDING, closing + 1)
        return closing + 1 if told and low.rfind("(", end, closing) == end + 1 else end
    of = OF_SOMETHING.match(low, end) if kind == "measure" and low.startswith(" of ", end) else None
    return of.end() if of else end


def quantity(
    site: Site, kind: str, unit: str, begin: int, end: int, direction: int = 1, spoken: bool = True
) -> Draft:
    """A figure with number and unit, including "per" something if that follows."""
    number = site.number
    value, high, scale = number.value, number.high, number.scale
    if value is not None and direction < 0:
        value = -value
    if kind == "money" and len(unit) == 4 and unit[0] == "M" and value is not None:
        unit, value, scale = unit[1:], multiplied(value, 10**6), scale * 10**6  # "30 MUSD"
    elif kind == "measure" and unit.startswith(SCALED) and value is not None:
        prefix, _, unit = unit.partition(" ")  # "5 mb/d": million barrels a day
        value, scale = multiplied(value, SCALES[prefix]), scale * SCALES[prefix]
    over = many = None
    if spoken and (site.low[end : end + 2] in BEGIN_DIVISION or site.low[end : end + 1] == "/"):
        at = where_per_follows(site, kind, end)
        over = per(site.low, site.text, at)
        many = None if over else per_many(site.low, site.text, at)
    if many:
        unit = f"{unit} per {many[0]}"
    if over:
        unit = f"{unit} per {over[0]}"
        again = per(site.low, site.text, over[1]) if site.low.startswith(" per ", over[1]) else None
        if again:  # "150 litres per person per day"
            unit, over = f"{unit} per {again[0]}", again
        if kind == "measure" and at == end:
            end = over[1]  # "3 kilometres per hour" is one unit, "£5 a week" an amount and a time
    if high is None:
        draft = Draft(begin, end, kind, value, value, value, unit)
    else:
        draft = Draft(begin, end, kind, None, value, high, unit)
    draft.scale = scale  # here: an argument by name takes half as long as the whole record
    told = over or many
    draft.noun_end = told[1] if told and at == end else end
    return draft
