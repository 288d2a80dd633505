"""The table of facts: what each order sorts by, and where facts without a value go."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents import Document
from tui.facts import GROUPINGS, ORDERS, Fact, Scale, Table, extent, facts, grouped
from tui.facts.scale import Spread
from tui.figures import KINDS, Figure

HARBOUR = (
    "In May 2021 some 340 dockers struck, then 12 to 20 Dockers. It cost 45 million euros and "
    "900 euros, up 8%, and by August 2019 the third crane had gone."
)
ALMANAC = "Almanac\n\nIn 2023, 7 dockers held 3% of 2 billion yuan."


@pytest.fixture(scope="module")
def table() -> Table:
    documents = [Document.from_text(HARBOUR, "b.txt"), Document.from_text(ALMANAC, "a.txt")]
    return Table(list(facts(documents)))


def texts(table: Table, order: str, *, descending: bool = False) -> list[str]:
    numbers = table.sort(range(len(table)), order, descending=descending)
    return [table.facts[number].figure.text for number in numbers]


@pytest.mark.parametrize(
    ("order", "descending", "begin"),
    [
        ("place", False, ["May 2021", "340"]),
        ("place", True, ["2 billion yuan", "3%"]),
        ("value", False, ["7", "12 to 20", "340", "2 billion yuan"]),
        ("value", True, ["340", "12 to 20", "7", "2 billion yuan"]),
        ("unit", False, ["2 billion yuan", "340", "12 to 20", "7"]),
        ("period", False, ["August 2019", "May 2021"]),
        ("document", False, ["2023", "7"]),
    ],
)
def test_the_first_rows_of_each_order(
    table: Table, order: str, descending: bool, begin: list[str]
) -> None:
    assert texts(table, order, descending=descending)[: len(begin)] == begin


@pytest.mark.parametrize("descending", [False, True])
def test_by_value_dates_stand_in_the_order_of_time(table: Table, descending: bool) -> None:
    dates = ["August 2019", "May 2021", "2023"]
    found = [words for words in texts(table, "value", descending=descending) if words in dates]
    assert found == (dates[::-1] if descending else dates)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    ("order", "lacks"),
    [
        ("value", lambda f: extent(f) is None and not f.date),
        ("unit", lambda f: not f.unit),
        ("subject", lambda f: not f.subject),
        ("period", lambda f: not (f.period or f.date)),
    ],
)
def test_missing_values_come_last_in_both_directions(table, order, lacks, descending) -> None:
    numbers = table.sort(range(len(table)), order, descending=descending)
    lacking = [lacks(table.facts[number].figure) for number in numbers]
    assert lacking == sorted(lacking)


def test_a_fact_is_found_by_its_document_and_its_place(table: Table) -> None:
    for number, fact in enumerate(table.facts):
        assert table.number(fact.document.name, fact.figure.start) == number
    dockers = table.number("a.txt", ALMANAC.index("7"))
    assert table.number("a.txt", ALMANAC.index("7") - 2) == dockers
    assert table.number("a.txt", 10_000) == len(table) - 1
    assert table.number("b.txt", 10_000) == table.number("a.txt", 0) - 1
    assert table.number("c.txt", 0) is None


def test_groups_by_unit_say_how_far_their_values_spread(table: Table) -> None:
    groups = {group.name: group for group in grouped(table, range(len(table)), "unit")}
    dockers = groups["dockers"]
    assert dockers.spread == Spread(Decimal(7), Decimal(16), Decimal(340))
    assert (len(dockers.numbers), dockers.documents, dockers.unit) == (3, 2, "dockers")
    assert groups["EUR"].spread == Spread(Decimal(900), Decimal(22500450), Decimal(45_000_000))
    assert groups["(date)"].spread is None


def test_groups_by_subject_with_several_units_have_no_spread() -> None:
    text = "Fraud cases fell by 8% to 300 cases. Some 20 ships sank; 4 ships were sold."
    table = Table(list(facts([Document.from_text(text)])))
    made = [
        fact._replace(figure=fact.figure._replace(subject=subject))
        for fact, subject in zip(table.facts, ("Cases", "cases", "ships", None), strict=True)
    ]
    groups = grouped(Table(made), range(4), "subject")
    assert [(group.name, group.numbers, group.spread is None) for group in groups] == [
        ("Cases", [0, 1], True),
        ("ships", [2], False),
        ("", [3], False),
    ]


def test_a_scale_is_linear_from_zero_until_values_lie_far_apart() -> None:
    near = Scale.of([(Decimal(5), Decimal(5)), (Decimal(50), Decimal(100))])
    assert near == Scale(Decimal(0), Decimal(100), False)
    far = Scale.of([(Decimal(5), Decimal(5)), (Decimal(5000), Decimal(5000))])
    assert far == Scale(Decimal(1), Decimal(5000), True)
    assert Scale.of([]) is None
    largest = Decimal("9e999999")
    assert Scale.of([(largest, largest)]) == (0, largest, False)


@pytest.mark.parametrize(
    ("low", "high", "bar"),
    [("50", "50", (0.5, 0.75)), ("-100", "-100", (0.0, 0.5)), ("0", "100", (0.5, 1.0))],
)
def test_a_bar_reaches_from_zero_or_from_end_to_end(low, high, bar) -> None:
    scale = Scale(Decimal(-100), Decimal(100), False)
    figure = Figure(0, 1, "x", "count", low=Decimal(low), high=Decimal(high))
    assert scale.bar(figure) == bar


def test_a_bar_on_a_logarithmic_scale_begins_where_the_scale_does() -> None:
    scale = Scale(Decimal(1), Decimal(10_000), True)
    assert scale.bar(Figure(0, 1, "x", "count", value=Decimal(100))) == (0.0, 0.5)
    assert scale.bar(Figure(0, 1, "x", "date")) is None


numbers = st.none() | st.decimals(allow_nan=True, allow_infinity=True)
words = (
    st.none() | st.sampled_from(["cases", "Cases", "", "人", "=date", "CNY"]) | st.text(max_size=3)
)
dates = st.none() | st.sampled_from(
    ["2021", "XXXX-05", "198X", "2023-Q3", "2021-01/2021-09", "../2020-06", "2020/..", "/", "?"]
)
figures = st.builds(
    Figure,
    start=st.integers(0, 50),
    end=st.just(51),
    text=st.just("x"),
    kind=st.sampled_from(KINDS),
    value=numbers,
    low=numbers,
    high=numbers,
    unit=words,
    subject=words,
    period=dates,
    date=dates,
)


@given(st.lists(figures, max_size=12))
def test_any_figures_are_sorted_and_grouped_without_loss(odd) -> None:
    document = Document.from_text("x" * 60)
    table = Table([Fact(document, number, figure) for number, figure in enumerate(odd)])
    everything = list(range(len(odd)))
    for order in ORDERS:
        for descending in (False, True):
            found = table.sort(range(len(odd)), order, descending=descending)
            assert sorted(found) == everything
    for by in GROUPINGS:
        groups = grouped(table, everything, by)
        assert sorted(number for group in groups for number in group.numbers) == everything
        assert all(group.spread is None or group.spread[0] <= group.spread[2] for group in groups)


@given(st.lists(figures, min_size=1, max_size=12))
def test_bars_of_any_figures_stay_within_their_scale(odd) -> None:
    values = [both for figure in odd if (both := extent(figure))]
    scale = Scale.of(values)
    for figure in odd:
        bar = scale.bar(figure) if scale else None
        assert bar is None or 0 <= bar[0] <= bar[1] <= 1


@pytest.mark.parametrize(
    ("low", "high", "first", "is_logarithmic"),
    [
        ("3", "9000000", "1", True),
        ("3", "9", "0", False),
        ("0", "9000000", "0", False),
        ("-0.5", "9000000", "-0.5", False),
        ("-9000000", "-3", "-9000000", False),
    ],
)
def test_only_positive_values_far_apart_are_logarithmic(
    low: str, high: str, first: str, is_logarithmic: bool
) -> None:
    pair = Decimal(low), Decimal(high)
    scale = Scale.of([pair])
    assert scale is not None
    assert (scale.first, scale.is_logarithmic) == (Decimal(first), is_logarithmic)
    assert 0 <= scale.place(pair[0]) < scale.place(pair[1]) <= 1


@given(st.lists(st.tuples(st.decimals(-(10**9), 10**9), st.decimals(-(10**9), 10**9)), min_size=1))
def test_the_median_lies_between_the_smallest_and_the_largest(pairs) -> None:
    spread = Spread.of([(min(pair), max(pair)) for pair in pairs])
    assert spread is not None
    assert spread.smallest <= spread.median <= spread.largest
