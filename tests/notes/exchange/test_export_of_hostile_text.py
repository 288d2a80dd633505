"""Exports of hostile text: no formulas, no markup, no control characters."""

import csv
import io
import json
import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.documents import Document
from tui.errors import FactdeskError
from tui.notes import Note, export_as, export_rows, import_annotations

#: What begins something in HTML, in Markdown or in a spreadsheet, and what a terminal obeys.
SIGNS = [
    *"ab1 \t\r\n\\`*_~[]()<>&|!#+-=@＝'\";:/.,\x1b\x9b\u202e\ud83d",
    *("<script>", "</p>", "<!--", "]]>", "&amp;", "&#60;", "![x](http://e/x.png)", "[x](y)"),
    *("[x]: http://e", "<http://e>", "**", "__", "~~", "```", "    ", "1. ", "- ", "> ", "---"),
    *("\n===", "=1+1", "@SUM(1)", "+1", "-1", "=cmd|'/c calc'!A1"),
]
words = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=8).map("".join)
NUMBER = re.compile(r"\s*[+-]?[0-9._]+\s*")


def listed(text):
    """Rows that hold the words in every place that takes any."""
    around = f"{text}\n\nPolice held {text}37{text} men."
    document = Document.from_text(around, name=f"{text}.txt")
    note = Note.on(document, 0, len(text), body=text, tags=(text,), verdict=text)
    start = around.rindex(f"37{text} men.")
    figure = Note.on(document, start, start + 2)
    on_whole = Note.about(document, body="=1")
    return document, export_rows(
        [note._replace(value=text, proof=text), figure, on_whole], [document]
    )


@given(words)
def test_no_csv_cell_is_a_formula(text):
    _, found = listed(text)
    table = list(csv.DictReader(io.StringIO(export_as("csv", found), newline="")))
    assert [list(line) for line in table] == [list(found[0]._fields)] * 3
    if NUMBER.fullmatch(table[0]["value"]):
        del table[0]["value"]
    for cell in (cell for line in table for cell in line.values()):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))


@pytest.mark.parametrize("sign", "=+-@\t＝＋－＠")
def test_formulas_in_csv_start_with_an_apostrophe(sign):
    _, (row, *_) = listed("x")
    (cells,) = csv.DictReader(io.StringIO(export_as("csv", [row._replace(note=f"{sign}1+1")])))
    assert cells["note"] == f"'{sign}1+1"


class Reader(HTMLParser):
    """The tags of a page, with the names of their attributes."""

    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, [name for name, _ in attrs]))

    def handle_comment(self, data):
        self.tags.append((data, []))


def tags_of(text):
    reader = Reader()
    reader.feed(export_as("html", listed(text)[1]))
    return reader.tags


HARMLESS = {str(tag) for tag in tags_of("words")}


@given(words)
def test_no_text_adds_tags_to_the_html_page(text):
    found = tags_of(text)
    assert {str(tag) for tag in found} <= HARMLESS
    assert [tag for tag, _ in found].count("article") == 3


@given(words.filter(lambda text: text.strip(" \t\r\n\ud83d")))
def test_quotes_titles_and_verdicts_are_escaped_in_markdown(text):
    reader = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    found = [row._replace(note="") for row in listed(text)[1]]
    tokens = reader.parse(export_as("md", found))
    inline = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inline} <= {
        *("text", "softbreak", "strong_open", "strong_close", "code_inline", "text_special"),
    }
    assert {token.type for token in tokens} <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "hr"),
        *("blockquote_open", "blockquote_close"),
    }
    assert sum(token.type == "heading_open" for token in tokens) == 1


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("5 * 3, ~12 and `x`", "5 \\* 3, \\~12 and \\`x\\`"),
        ("# one", "\\# one"),
        ("-37 % [1] in a_b & R&D < 5", "-37 % [1] in a_b & R&D < 5"),
        ("- a ![x](http://e)", "\\- a ![x\\](http://e)"),
        ("2021. Then <b>&lt;", "2021\\. Then \\<b>\\&lt;"),
    ],
)
def test_only_markdown_syntax_is_escaped(words, written):
    assert f"> {written}\n" in export_as("md", listed(words)[1])


KEYS = st.sampled_from(
    [
        *("id", "body", "target", "selector", "source", "type", "exact", "prefix", "start", "end"),
        *("created", "modified", "text", "tags", "uri", "purpose", "value", "factdesk:kind"),
    ]
)
#: What JSON can say where an annotation says something else.
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.sampled_from([0, -1, 1e999, float("nan"), 10**30, "", "a.txt", "37", "sNaN", "\ud83d"])
    | st.sampled_from(["9999-12-31T23:59:59-23:00", "0001-01-01T00:00:00+10:00", "http://["]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
ITEM = {
    "target": {
        "source": "a.txt",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "37"},
            {"type": "TextPositionSelector", "start": 0, "end": 2},
        ],
    },
    "body": [{"purpose": "editing", "value": "1"}, {"purpose": "tagging", "value": "x"}],
    "created": "2020-01-31T01:50:27+00:00",
}


def spoilt(data, value, odd):
    """`value` with `odd` in one place, at any depth."""
    while isinstance(value, dict | list) and value and data.draw(st.booleans()):
        keys = list(value) if isinstance(value, dict) else range(len(value))
        key = data.draw(st.sampled_from(keys))
        copy = dict(value) if isinstance(value, dict) else list(value)
        copy[key] = spoilt(data, value[key], odd)
        return copy
    return odd


@given(st.data(), ODD)
def test_any_annotation_is_imported_or_reported(data, odd):
    document = Document.from_text("Police held 37 men.", name="a.txt")
    text = json.dumps(spoilt(data, {"items": [ITEM, ITEM]}, odd))
    try:
        found = import_annotations(text, [document])
    except FactdeskError:
        return
    assert len(found.notes) + len(found.problems) >= 1
    for note in found.notes:
        assert isinstance(hash(note), int)
        assert not isinstance(note.value, Decimal) or note.value.is_finite()
        for form in ("md", "csv", "json", "w3c", "html"):
            assert export_as(form, export_rows([note], [document]))
