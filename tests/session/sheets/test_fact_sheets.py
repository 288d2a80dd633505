"""Figures on a sheet: what each format says of them."""

import csv
import io
import json

import pytest

from tui.documents import Document
from tui.facts import Rival, facts
from tui.notes import Note
from tui.session import Verdicts, fact_sheet, rival_sheet

VERDICTS = Verdicts(("supported", "wrong"))
TEXT = "Harbour | port\n\nSome 340 dockers <b>were</b> hired for 1.5 million euros in May 2021.\n"


@pytest.fixture
def listed():
    return list(facts([Document.from_text(TEXT, name="a b/harbour.md")]))


def noted(fact):
    """A note on the dockers."""
    if fact.figure.text != "340":
        return None
    document, _, figure = fact
    said = {"body": "=too few", "tags": ("pay",), "verdict": "wrong", "value": figure.value + 2}
    return Note.on(document, figure.start, figure.end, kind="figure", **said)


def rows_of(sheet):
    return list(csv.DictReader(io.StringIO(sheet.text("csv"), newline="")))


def test_a_spreadsheet_has_plain_numbers_and_every_field(listed):
    sheet = fact_sheet(listed, noted, VERDICTS)
    assert (sheet.words, sheet.name) == ("3 figures", "figures.csv")
    dockers, euros, _ = rows_of(sheet)
    assert (dockers["value"], dockers["unit"], dockers["bound"]) == ("340", "dockers", "approx")
    assert (dockers["verdict"], dockers["note"], dockers["tags"]) == ("wrong", "'=too few", "pay")
    assert dockers["correction"] == "should be 342 dockers"
    assert (euros["value"], euros["unit"], euros["quote"]) == (
        "1500000",
        "EUR",
        "1.5 million euros",
    )
    assert (euros["file"], euros["line"], euros["verdict"]) == ("a b/harbour.md", "3", "")
    assert euros["sentence"].startswith("Some 340 dockers <b>")
    assert "relation" not in dockers


def test_json_has_the_same_with_numbers(listed):
    dockers, *_ = json.loads(fact_sheet(listed, noted, VERDICTS).text("json"))
    assert (dockers["value"], dockers["period"], dockers["line"]) == (340, "2021-05", 3)
    assert listed[0].document.text[dockers["start"] : dockers["end"]] == "340"


def test_a_page_marks_the_figure_in_its_sentence_and_escapes_the_text(listed):
    page = fact_sheet(listed, noted, VERDICTS).text("html")
    assert "<title>Figures</title>" in page
    assert "Some <mark>340</mark> dockers &lt;b&gt;were&lt;/b&gt; hired" in page
    assert "<b>✗ wrong</b> · =too few · should be 342 dockers · #pay" in page
    assert "Harbour | port<small>a b/harbour.md, line 3</small>" in page
    assert page.count("<tr") == 4


def test_a_markdown_table_keeps_its_columns(listed):
    table = fact_sheet(listed, noted, VERDICTS).text("md").splitlines()
    assert table[0].startswith("| figure | of | period |")
    assert len({row.replace("\\|", "").count("|") for row in table}) == 1
    assert "| ≈ 340 dockers | dockers | May 2021 | **✗ wrong** · " in table[2]
    assert "Harbour \\| port (a b/harbour.md, line 3)" in table[2]
    assert "Some **340** dockers \\<b>" in table[2]


@pytest.mark.parametrize("form", ["html", "md", "csv", "json"])
def test_a_comparison_says_how_each_relates_to_the_first(listed, form):
    other = Document.from_text("In May 2021 360 dockers were hired.", name="b.txt")
    *_, rival = facts([other])
    sheet = rival_sheet(listed[0], [Rival(rival, 0.9, frozenset())], noted, VERDICTS)
    assert (sheet.words, sheet.name) == ("2 figures", "comparison.html")
    text = sheet.text(form)
    assert "compared" in text
    assert "within the hedge, +5.88 %" in text
    assert "not likely" not in text


def test_an_unlikely_rival_is_called_so(listed):
    sheet = rival_sheet(listed[0], [Rival(listed[1], 0.1, frozenset())], noted, VERDICTS)
    assert "; not likely the same" in sheet.text("md")
    assert [row["likely"] for row in rows_of(sheet)] == ["True", "False"]
