"""The scoring of answers written by hand, and the answers that are shipped."""

import importlib.util
import json
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SPEC = importlib.util.spec_from_file_location("scored", BENCHMARKS / "figure_answers.py")
assert SPEC is not None
assert SPEC.loader is not None
scored = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(scored)

TEXT = "Some 40 boats sank in May 2021. Rents rose 5% in Bonn."


def answered(*figures: dict[str, object]):
    rows = [{"file": "a.txt", "dated": None, "until": len(TEXT)}]
    rows += [{"file": "a.txt", **figure} for figure in figures]
    return scored.read_answers(map(json.dumps, rows))[0]


BOATS = {"start": 5, "end": 7, "words": "40", "kind": "count", "value": "40", "unit": "boats"} | {
    "bound": "approx",
    "period": "2021-05",
    "subject": ["ships", "boats"],
}
MAY = {"start": 22, "end": 30, "words": "May 2021", "kind": "date", "date": "2021-05"}
RENTS = {"start": 43, "end": 45, "words": "5%", "kind": "percent", "value": "5"} | {
    "unit": "percent",
    "change": "up",
    "subject": "rents",
}


def wrong(*figures: dict[str, object]) -> list[tuple[str, str, str]]:
    every = scored.judged(answered(*figures), TEXT)
    return [(each.field, each.stated, each.found) for each in every if not each.right]


def test_right_answers_are_met() -> None:
    assert wrong(BOATS, MAY, RENTS) == []


def test_other_answers_are_not_met() -> None:
    assert wrong(BOATS | {"value": "30..40", "unit": "ships"}, MAY, RENTS | {"change": "down"}) == [
        ("value", "30..40", "40"),
        ("unit", "ships", "boats"),
        ("change", "down", "up"),
    ]


def test_what_is_stated_too_much_counts() -> None:
    unbound = {name: value for name, value in BOATS.items() if name != "bound"}
    assert wrong(unbound, RENTS) == [("bound", "", "approx"), ("figure", "", "May 2021")]
    lines = list(scored.table(scored.judged(answered(unbound, RENTS), TEXT)))
    assert [line.split() for line in lines if line.startswith(("figure", "bound", "subject"))] == [
        ["figure", "2", "2", "100.0", "1"],
        ["bound", "0", "0", "100.0", "1"],
        ["subject", "2", "2", "100.0", "0"],
    ]


def test_what_may_be_a_figure_is_not_judged() -> None:
    assert wrong(BOATS, MAY | {"date": "2020", "optional": True}, RENTS) == []


def test_words_out_of_place_are_found() -> None:
    text = answered(BOATS | {"start": 4, "end": 6}, MAY)
    assert [each.words for each in scored.misplaced(TEXT, text.answers)] == ["40"]


def test_the_shipped_answers_can_be_read() -> None:
    for path in (BENCHMARKS / "answers" / "figures").glob("*.jsonl"):
        for text in scored.read_answers(path.read_text("utf-8").splitlines()):
            starts = [each.start for each in text.answers]
            assert starts == sorted(starts), text.file
            assert all(each.end <= text.until for each in text.answers), text.file
            assert all(each.end - each.start == len(each.words) for each in text.answers)
