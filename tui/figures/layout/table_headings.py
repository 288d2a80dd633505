"""Applies table headings to the figures below them: unit, scale, period and subject.

"| 2021 | 1,234.5 |" below "| Year | Revenue (US$ million) |" is a revenue of 1,234.5 million
dollars in 2021. A unit in the line above a table is not used: often it does not apply to all of it
("in millions, except staff").
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.figures.draft import Draft
from tui.figures.layout.table_grids import Span, grids
from tui.figures.numbers.numbers_in_words import multiplied
from tui.figures.rules import decide
from tui.figures.tables import money_before, word_set
from tui.patterns import pattern
from tui.text.dates import MONTHS

#: Where in a heading its unit may be: "(US$ million)", ", %", "in thousands of euros", or all.
PLACES = (
    pattern(r" ?[(\[]([^()\[\]]{1,30})[)\]]"),
    pattern(r", ?([^,]{1,30})$"),
    pattern(r"(?:^| )in ([^,]{1,30})$"),
    pattern(r"^([^a-z]{1,12}|[^,]{1,30})$"),
)
SCALE = pattern(r"(thousand|million|billion|trillion|lakh|crore)s?(?: of)?(?![a-z])", re.IGNORECASE)
SCALES_ALONE = {
    "thousand": 10**3, "000": 10**3, "'000": 10**3, "’000": 10**3, "000s": 10**3,
    "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
SIGN_FIRST = pattern(r"([A-Z]{0,3}[^\w\s%]|[A-Z]{2,3}) ?(.*)", re.DOTALL)
STATED = frozenset(["money", "percent", "measure", "duration"])
AROUND_WORDS = " \t*_`:,;–-|"
# What is told in money, and what of it is not.
SUMS = word_set(
    """
    revenue revenues sales profit profits income earnings ebitda ebit costs cost expenses expense
    expenditure assets liabilities equity debt cash loss losses tax taxes dividend dividends
    turnover backlog investment investments investing capex borrowings loans deposits depreciation
    amortisation amortization receivables inventories payables capital interest premiums fees
    """
)
SHARES = word_set("margin ratio rate rates share growth change per % return multiple")
CHANGE = pattern(r"change|growth|increase|decrease|[+/±∆Δ]|yoy|qoq|mom", re.IGNORECASE)
YEAR = pattern(r"[0-9]{4}")


class Unit(NamedTuple):
    """The unit and scale that a heading states; no kind if it only states a scale."""

    kind: str | None
    unit: str | None
    scale: int


class Heading(NamedTuple):
    """The heading of a column or row: its words, unit and period."""

    words: str
    unit: Unit | None
    period: str | None


def read_headings(text: str, drafts: list[Draft]) -> None:
    """Applies the headings to the figures in the tables of a text.

    >>> from tui.figures import extract
    >>> text = "| Year | Revenue (US$ million) |\\n|---|---|\\n| 2021 | 1,234.5 |\\n"
    >>> year, revenue = extract(text)
    >>> str(revenue.value), revenue.unit, revenue.subject, revenue.period
    ('1234500000', 'USD', 'Revenue', '2021')
    """
    starts: list[int] = []
    for grid in grids(text, drafts):
        starts = starts or [draft.start for draft in drafts]
        columns = [heading(text, cell, within(drafts, starts, cell)) for cell in grid.heads]
        for row in grid.rows:
            inside = [within(drafts, starts, cell) for cell in row]
            at = label_of(text, row, inside)
            label = heading(text, row[at], inside[at])
            if label.unit is None and columns[at].unit and is_money(label.words):
                label = label._replace(unit=columns[at].unit)  # "| NOK million | 2021 |"
            for x, figures in enumerate(inside):
                if x != at:
                    for draft in figures:
                        apply_headings(draft, row[x], columns[x], label)


def is_money(words: str) -> bool:
    """Whether a row is an amount of money, to which the unit in the corner of a table applies; the
    other rows are counts and shares more often than not.

    >>> is_money("Operating profit"), is_money("Employees"), is_money("Profit margin")
    (True, False, False)
    """
    said = words.lower().split()
    return not SUMS.isdisjoint(said) and SHARES.isdisjoint(said)


def within(drafts: list[Draft], starts: list[int], cell: Span) -> list[Draft]:
    """The figures that start in a cell."""
    return drafts[bisect_left(starts, cell[0]) : bisect_left(starts, cell[1])]


def label_of(text: str, row: Sequence[Span], inside: Sequence[list[Draft]]) -> int:
    """The index of the cell that labels a row: a date at the start, else the first words."""
    if any(draft.kind == "date" for draft in inside[0]):
        return 0
    for x, (start, end) in enumerate(row):
        if not inside[x] and any(sign.isalpha() for sign in text[start:end]):
            return x
    return 0


def heading(text: str, cell: Span, figures: Sequence[Draft]) -> Heading:
    """Parses a heading, given the figures in it."""
    start, end = cell
    words, period = text[start:end], None
    for draft in reversed(figures):
        if draft.kind == "date":
            period = draft.date
            words = words[: draft.start - start] + words[draft.end - start :]
    words, unit = split_off_unit(words.strip())
    words = " ".join(words.strip(AROUND_WORDS).split())
    if period is None and words.lower() in MONTHS:  # alone it is no date elsewhere
        words, period = "", f"XXXX-{MONTHS[words.lower()]:02}"
    return Heading(words, unit, period)


def split_off_unit(words: str) -> tuple[str, Unit | None]:
    """A heading without its unit, and the unit.

    >>> split_off_unit("Revenue (US$ million)")
    ('Revenue', Unit(kind='money', unit='USD', scale=1000000))
    >>> split_off_unit("Share, %"), split_off_unit("Area [km²]")
    (('Share', Unit(kind='percent', unit='percent', scale=1)), \
('Area', Unit(kind='measure', unit='square kilometre', scale=1)))
    >>> split_off_unit("Loans in thousands of euros")
    ('Loans', Unit(kind='money', unit='EUR', scale=1000))
    >>> split_off_unit("Staff ('000)"), split_off_unit("Net (a)"), split_off_unit("Cases")
    (('Staff', Unit(kind=None, unit=None, scale=1000)), ('Net (a)', None), ('Cases', None))
    """
    for place in PLACES:
        for match in place.finditer(words):
            unit = unit_of(match[1].strip())
            if unit:
                return words[: match.start()] + words[match.end() :], unit
    return words, None


def unit_of(said: str) -> Unit | None:
    """The unit that a few words name completely.

    >>> unit_of("$m"), unit_of("per cent")
    (Unit(kind='money', unit='USD', scale=1000000), Unit(kind='percent', unit='percent', scale=1))
    >>> unit_of("EUR bn").scale, unit_of("m")
    (1000000000, None)
    """
    if len(said) == 1 and said.isalpha():
        return None  # "(m)" is metres or millions, "(a)" a footnote
    said = SCALE.sub(lambda match: match[1].lower(), said)
    alone = SCALES_ALONE.get(said)
    if alone:
        return Unit(None, None, alone)
    sign = SIGN_FIRST.fullmatch(said)
    if sign and sign[1] in money_before():
        blank = " " if sign[2][:3].isalpha() and len(sign[2]) > 2 else ""
        example = f"{sign[1]}1{blank}{sign[2]}"
    else:
        example = f"1 {said}" if said[:1].isalnum() else f"1{said}"
    decided = decide(example, example.lower(), example.index("1"), None)
    found = decided[0] if decided else None
    if not isinstance(found, Draft) or found.kind not in STATED or found.low is None:
        return None
    if found.start or max(found.end, found.noun_end) < len(example):
        return None
    return Unit(found.kind, found.unit, int(found.low))


def apply_headings(draft: Draft, cell: Span, column: Heading, label: Heading) -> None:
    """Applies its headings to one figure; what the cell itself states takes precedence."""
    unit = column.unit or label.unit
    if draft.kind == "date":
        if not (unit or column.period) or not is_number(draft, cell):
            return
        assert draft.date is not None
        draft.value = draft.low = draft.high = Decimal(draft.date)
        draft.kind, draft.date = "count", None
    if unit:
        take_unit(draft, unit)
    if draft.change and not CHANGE.search(column.words):
        draft.change = None  # "-3.7%" under "Margin" is a loss, not a fall
    draft.period = time_of(column, label) or draft.period
    draft.subject = ", ".join(filter(None, (column.words, label.words))) or draft.subject


def is_number(draft: Draft, cell: Span) -> bool:
    """Whether a year is in fact an amount, in a cell below a heading for amounts."""
    return (draft.start, draft.end) == cell and YEAR.fullmatch(draft.date or "") is not None


def take_unit(draft: Draft, unit: Unit) -> None:
    """Sets the unit and scale of a number from its heading, if it has none."""
    if draft.unit is None and draft.kind == "count":
        draft.kind, draft.unit = unit.kind or draft.kind, unit.unit
    elif draft.kind != "money" or unit.kind == "percent":
        return
    if draft.scale == 1 and unit.scale > 1:
        draft.scale = unit.scale
        draft.value, draft.low, draft.high = (
            None if each is None else multiplied(each, unit.scale)
            for each in (draft.value, draft.low, draft.high)
        )


def time_of(column: Heading, label: Heading) -> str | None:
    """The period that column and row state together: May from the row, 2021 from the column."""
    first, second = column.period, label.period
    for month, year in ((first, second), (second, first)):
        if month and year and month.startswith("XXXX-") and YEAR.fullmatch(year):
            return year + month[4:]
    return first or second
