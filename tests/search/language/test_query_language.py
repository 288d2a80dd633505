"""What each operator of a query means, and that half-typed ones are ignored."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search import parse
from tui.search.language.nodes import Amounts, Dates, Either, Exact, Field, Kinds, Not, Phrase, Word
from tui.text import days

_2023_07, _2024_05 = days("2023-07"), days("2024-05")
assert _2023_07
assert _2024_05


def _between(low: int | None, high: int | None, unit: str = "", with_low: bool = True) -> Amounts:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Amounts(ends[0], ends[1], with_low, True, unit)


READ = [
    ("telecom frad", [Word("telecom"), Word("frad", True)]),
    ("telecom frad ", [Word("telecom"), Word("frad")]),
    ("Café", [Word("cafe", True)]),
    ("'part", [Exact("part", "part")]),
    ("'whole'", [Exact("whole", "word")]),
    ("^start", [Exact("start", "start")]),
    ("end$", [Exact("end", "end")]),
    ('"eight consecutive months"', [Phrase(("eight", "consecutive", "months"))]),
    ('"telecom fraud"~5', [Phrase(("telecom", "fraud"), 5)]),
    ('"one"', [Exact("one", "word")]),
    ('"half ty', [Phrase(("half", "ty"), None, True)]),
    ("!word", [Not(Exact("word", "word"))]),
    ("-word", [Not(Exact("word", "word"))]),
    ("!!word", [Word("word", True)]),
    ('!"two words"', [Not(Phrase(("two", "words")))]),
    ("!(a b)", None),
    (r"a\|b", [Word("a"), Word("b", True)]),
    (r"a \| b", [Word("a"), Word("b", True)]),
    (r"\!word", [Word("word", True)]),
    (r"\>5", [Word("5", True)]),
    (r"\@name", [Word("name", True)]),
    (r"title:crack\|down", [Field("title", ("crack", "down"))]),
    ("cut-off", [Word("cut"), Word("off", True)]),
    ("a | b", [Either((Word("a"), Word("b", True)))]),
    ("a|b", [Either((Word("a"), Word("b", True)))]),
    ("x a | b y", [Word("x"), Either((Word("a"), Word("b"))), Word("y", True)]),
    (">1000000", [Amounts(Decimal(10**6), None, False, False, "")]),
    (">=1m", [Amounts(Decimal(10**6), None, True, False, "")]),
    ("<10%", [Amounts(None, Decimal(10), False, False, "percent")]),
    (">1bn yuan", [Amounts(Decimal(10**9), None, False, False, "CNY")]),
    ("> 1 billion yuan", [Amounts(Decimal(10**9), None, False, False, "CNY")]),
    ("1m..2bn", [_between(10**6, 2 * 10**9)]),
    ("100k..1m yuan", [_between(10**5, 10**6, "CNY")]),
    ("..5%", [_between(None, 5, "percent")]),
    ("1m..", [_between(10**6, None)]),
    ("=1.1tn", [_between(11 * 10**11, 11 * 10**11)]),
    ("~100", [_between(98, 102)]),
    ("2023-07..2024-05", [Dates(_2023_07.first, _2024_05.last)]),
    ("2023-07..", [Dates(_2023_07.first, None)]),
    (">2023-07", [Dates(_2023_07.last + 1, None)]),
    ("<2023-07", [Dates(None, _2023_07.first - 1)]),
    ("2023-07", [Word("@2023-07", True)]),
    ("1.1 trillion", [Word("1100000000000")]),
    ("1.1tn", [Word("1100000000000", False, ("1.1tn",))]),
    ("394,000", [Word("394000", True)]),
    ("-14", [Word("14", True)]),
    ("$5 ", None),
    ("doc:police", [Field("doc", ("police",))]),
    ('title:"heavy blow"', [Field("title", ("heavy", "blow"))]),
    ("unit:yuan", [Field("unit", ("cny",))]),
    ("subject:suspects", [Field("subject", ("suspects",))]),
    ("tag:check", [Field("tag", ("check",))]),
    ("verdict:doubtful", [Field("verdict", ("doubtful",))]),
    ("note:gangs", [Kinds(frozenset({"note"}), frozenset()), Word("gangs", True)]),
    ("kind:money", [Kinds(frozenset(), frozenset({"money"}))]),
    ("kind:notes", [Kinds(frozenset({"note"}), frozenset())]),
    ("kind:note", [Kinds(frozenset({"note"}), frozenset())]),
    (r"\>5", None),
    (r"\!word", [Word("word", True)]),
    ("http://t.co", None),
    ("((a b)|c) ((d e)|f) ((g h)|i)", None),
]


@pytest.mark.parametrize(("typed", "nodes"), READ, ids=[typed for typed, _ in READ])
def test_a_query_is_parsed(typed: str, nodes: list[object] | None) -> None:
    query = parse(typed)
    assert query.problem is None
    assert query
    if nodes is not None:
        assert list(query.root.nodes) == nodes


@pytest.mark.parametrize(
    "typed",
    ["", " ", '"', "'", "''", "!", "-", "|", "(", ")", "()", "!(", "^", "$", ">", ">=", "~", "=",
     "..", "a |", "| a", "doc:", "kind:", "unit:", "\\", "( | )", '""', "title:\"", "((((", "))"],
)  # fmt: skip
def test_half_typed_signs_are_no_problem(typed: str) -> None:
    assert parse(typed).problem is None
    assert [word for plan in parse(typed + " ").plans for word in plan.groups] in (
        [],
        [(Word("a"),)],
    )


@pytest.mark.parametrize("typed", ["https://docs.example", "unti:", "as:said", "cases:two", "3:1"])
def test_other_words_before_a_colon_are_words(typed: str) -> None:
    assert parse(typed).problem is None


PROBLEMS = [
    ("kind:colour", "kind:colour is none of"),
    ("is:unread", "is:unread"),
    (">abc", "> needs a number"),
    ("unti:cases", "did you mean unit:?"),
    ("(docs:ferries", "did you mean doc:?"),
    ("(" * 30 + "a", "nested deeper"),
    ("a " * 100, "words"),
    ("a" * 2000, "letters"),
    ("word " + "'ab " * 30, "parts of words"),
    ("word 'e", "needs two letters"),
    ("((a b) | (c d)) " * 5, "too many alternatives"),
    ("a (" + " | ".join(f">{number}" for number in range(9)) + ")", "the first 8 of 9"),
]


@pytest.mark.parametrize(("typed", "problem"), PROBLEMS, ids=[text[:12] for text, _ in PROBLEMS])
def test_an_invalid_field_is_reported_and_searched_as_words(typed: str, problem: str) -> None:
    query = parse(typed)
    assert problem in (query.problem or "")
    assert any(plan.groups for plan in query.plans)


SIGNS = st.sampled_from([*"()|!'\"^$<>=~\\-.:%$, ", "..", "doc:", "kind:", "1m", "2023-07", "ab"])


@given(st.lists(SIGNS | st.text(max_size=3), max_size=80).map("".join))
def test_no_input_raises(typed: str) -> None:
    parse(typed)
