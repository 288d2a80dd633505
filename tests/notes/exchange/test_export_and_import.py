"""Export and import of notes in every format."""

import csv
import io
import json
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from colours import contrast

from tui.documents import Document
from tui.errors import FactdeskError
from tui.notes import Note, export_as, export_rows, fill_template, import_annotations
from tui.notes.exchange.export import locate_notes
from tui.notes.exchange.webpage import COLOURS, GROUNDS

TEXT = (
    "Fraud falls\n\nBy A. Writer, 15 April 2022\n\n"
    "Police arrested 373,000 suspects, an increase of 41.1%.\n"
)
HOSTILE = '=cmd|"/c calc"!A1 \x1b[31m <script>alert(1)</script>\r\n\u202e[/ x'


@pytest.fixture
def document():
    return Document.from_text(TEXT, name="reports/fraud <1>.txt")


@pytest.fixture
def notes(document):
    def on(words, **more):
        start = TEXT.index(words)
        return Note.on(document, start, start + len(words), **more)

    figure = on("373,000", kind="figure", body="Too high.", tags=("check", "police"))
    figure = figure._replace(verdict="wrong", value=Decimal("-37.30"), proof="a - b")
    return [figure, on("Police arrested", body=HOSTILE), Note.about(document, dated="2022-04-15")]


def test_rows_have_the_current_place_of_the_quote(document, notes):
    changed = Document.from_text("New line.\n" + TEXT.replace("41.1", "14.1"), name=document.name)
    percent = Note.on(document, TEXT.index("41.1%"), TEXT.index("41.1%") + 5)
    listed = export_rows([*notes, percent], [changed])
    assert [row.state for row in listed] == ["moved", "moved", "anchored", "changed"]
    assert changed.text[listed[0].start : listed[0].end] == listed[0].quote == "373,000"
    assert (listed[0].line, listed[0].sha256) == (6, changed.sha256)
    # What is not certain keeps the place that it was noted at.
    assert (listed[3].line, listed[3].sha256) == (5, document.sha256)
    assert [match.state for _, match in locate_notes(document, notes)] == ["anchored"] * 3
    assert [row.state for row in export_rows(notes, [])] == ["", "", ""]


def test_csv_is_valid_and_has_no_formulas(document, notes):
    table = list(
        csv.DictReader(io.StringIO(export_as("csv", export_rows(notes, [document])), newline=""))
    )
    assert [row["quote"] for row in table] == ["373,000", "Police arrested", ""]
    assert table[0]["value"] == "-37.30"
    assert table[0]["tags"] == "check, police"
    assert table[1]["note"].startswith("'=cmd|")
    assert table[2]["date"] == "2022-04-15"


def test_json_is_the_rows(document, notes):
    listed = export_rows(notes, [document])
    data = json.loads(export_as("json", listed))
    assert [tuple(row) for row in data] == [listed[0]._fields] * 3
    assert data[1]["note"] == HOSTILE
    assert data[0]["tags"] == ["check", "police"]


@pytest.mark.parametrize("form", ["md", "csv", "json", "w3c", "html"])
def test_no_export_contains_control_characters(form, document, notes):
    text = export_as(form, export_rows(notes, [document]))
    assert not set(text) & {*map(chr, range(9)), "\x0b", "\x1b", "\x7f", "\x9b", "\u202e"}
    assert "373,000" in text


def test_markdown_and_html_have_quote_verdict_and_place(document, notes):
    listed = export_rows(notes, [document])
    markdown = export_as("md", listed)
    assert (
        "> Police arrested **373,000** suspects, an increase of 41.1%.\n\n"
        "**wrong** · should be -37.30 · a - b · `check` · `police` · line 5, 58–65" in markdown
    )
    page = export_as("html", listed)
    assert "<blockquote>Police arrested <mark>373,000</mark> suspects, an increase of" in page
    assert "<mark>Police arrested</mark> 373,000 suspects" in page
    tags = elements(export_as("html", listed))
    names = [tag for tag, _ in tags]
    assert "script" not in names
    assert names.count("article") == 3
    assert ("article", {"id": listed[0].id, "class": "v3", "data-verdict": "wrong"}) in tags


def test_a_figure_is_exported_with_its_sentence_and_how_it_was_parsed():
    text = "Of 40 ships 12 sank. Later 40 ships were built.\n\nNothing else happened."
    document = Document.from_text(text, name="a.txt")
    start = text.rindex("40")
    note = Note.on(document, start, start + 2, kind="figure")
    row = export_rows(
        [note], [document], figure_of=lambda name, start, end: f"{name} {start} {end}"
    )[0]
    assert (row.sentence, row.figure) == ("Later 40 ships were built.", "a.txt 27 29")
    assert row.quoted == ("Later ", "40", " ships were built.")
    assert "> Later **40** ships were built.\n\na.txt 27 29\n" in export_as("md", [row])
    # Where its words are lost, nothing is said of what stands there now.
    gone = Document.from_text("Rain.", name="a.txt")
    row = export_rows([note], [gone], figure_of=lambda name, start, end: "Rain")[0]
    assert (row.state, row.sentence, row.figure) == ("lost", "Later 40 ships were built.", "")


def test_a_note_without_a_paragraph_is_exported_with_its_quote_only(document, notes):
    row = export_rows([notes[0]._replace(paragraph="")], [document])[0]
    assert row.quoted == ("", "373,000", "")
    assert "> 373,000\n" in export_as("md", [row])


def elements(page):
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append((tag, dict(attrs)))

    Reader().feed(page)
    return found


def test_every_colour_comes_with_a_sign_and_a_word(document, notes):
    signs = {"wrong": "✗", "so-so": "②", None: "✎"}
    own = notes[1]._replace(verdict="so-so", body="Half right")
    page = export_as("html", export_rows([notes[0], own, notes[2]], [document], signs.__getitem__))
    classes = [attributes["class"] for tag, attributes in elements(page) if tag == "article"]
    assert len(set(classes)) == 3
    for words in ("✗ wrong · 1", "② so-so · 1", "✎ unchecked · 1", "#check · 1"):
        assert words in page
    for words in ("<b>✗ wrong</b>", "<b>② so-so</b>", "<b>✎ unchecked</b>"):
        assert words in page
    csv_rows = export_as("csv", export_rows([notes[0]], [document], signs.__getitem__))
    assert "wrong,✗," in csv_rows
    assert "**✗ wrong**" in export_as("md", export_rows([notes[0]], [document], signs.__getitem__))


@pytest.mark.parametrize("side", [0, 1])
def test_the_colours_of_verdicts_have_enough_contrast(side):
    for pair in COLOURS:
        assert contrast(pair[side], GROUNDS[side]) >= 4.5, pair


def test_templates_use_the_names_of_fields(document, notes):
    listed = export_rows(notes[:1], [document])
    assert fill_template("$quote in $title, line $line: $verdict $$\n", listed) == (
        "373,000 in Fraud falls, line 5: wrong $\n"
    )
    with pytest.raises(FactdeskError, match=r"\$quotation"):
        fill_template("$quotation", listed)
    with pytest.raises(FactdeskError, match="cannot be read"):
        fill_template("100 $ or so", listed)
    with pytest.raises(FactdeskError, match="unknown export format"):
        export_as("pdf", listed)


def test_web_annotations_follow_the_model(document, notes):
    page = json.loads(export_as("w3c", export_rows(notes, [document])))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:factdesk:note:")
        assert item["created"].endswith("Z")
        assert item["target"]["source"] == "reports/fraud%20%3C1%3E.txt"
        for body in item.get("body", []):
            assert body["type"] == "TextualBody"
            assert body["purpose"] in ("commenting", "tagging", "assessing", "editing")
    quote, position = page["items"][0]["target"]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "373,000"
    assert TEXT.startswith(
        quote["prefix"] + quote["exact"] + quote["suffix"], position["start"] - 32
    )


def test_notes_survive_export_and_import_as_web_annotations(document, notes):
    text = export_as("w3c", export_rows(notes, [document]))
    back = import_annotations(text, [document])
    assert back.problems == []
    assert back.notes == notes
    for shape in (lambda page: page["items"], lambda page: {"first": page, "total": 3}):
        assert import_annotations(json.dumps(shape(json.loads(text))), [document]).notes == notes
    (one,) = import_annotations(json.dumps(json.loads(text)["items"][0]), [document]).notes
    assert one == notes[0]


def hypothesis_export(uri="https://example.org/a/fraud%20%3C1%3E.txt", exact="373,000"):
    selectors = [
        {"type": "RangeSelector", "startContainer": "/div[1]"},
        {"type": "TextPositionSelector", "start": 900, "end": 907},
        {"type": "TextQuoteSelector", "exact": exact, "prefix": "arrested ", "suffix": " suspects"},
    ]
    return {
        "export_date": "2026-01-12T09:40:00.000Z",
        "client_version": "1.1445.0",
        "annotations": [
            {
                "id": "kYZ_yEPPEeqPxL",
                "created": "2020-01-31T01:50:27.306516+00:00",
                "updated": "2020-02-01T01:50:27.306516+00:00",
                "uri": uri,
                "text": "Really?",
                "tags": ["fraud"],
                "target": [{"source": uri, "selector": selectors}],
            }
        ],
    }


def test_an_export_of_hypothesis_is_anchored_to_its_quotes(document):
    (note,) = import_annotations(json.dumps(hypothesis_export()), [document]).notes
    assert (note.document, note.body, note.tags) == (document.name, "Really?", ("fraud",))
    assert note.anchor
    assert TEXT[note.anchor.start : note.anchor.end] == "373,000"
    assert note.anchor.sha256 == document.sha256
    assert note.created.isoformat() == "2020-01-31T01:50:27+00:00"
    again = import_annotations(json.dumps(hypothesis_export("urn:elsewhere")), [document]).notes
    assert [one.id for one in again] == [note.id]
    lost = import_annotations(json.dumps(hypothesis_export(exact="999,999")), [document]).notes[0]
    assert [match.state for _, match in locate_notes(document, [lost])] == ["lost"]


TWICE = Document.from_text("Some 37 men and 37 women were held.", name="twice.txt")


@pytest.mark.parametrize(
    ("beside", "start", "state"),
    [
        ({"prefix": "Some ", "suffix": " men and"}, 5, "anchored"),
        ({"prefix": "men and ", "suffix": " women"}, 16, "anchored"),
        ({"prefix": "men and ", "suffix": " children"}, 900, "unsure"),
    ],
)
def test_an_imported_note_is_anchored_or_unsure(beside, start, state):
    item = hypothesis_export("twice.txt", exact="37")
    item["annotations"][0]["target"][0]["selector"][2].update(beside)
    (note,) = import_annotations(json.dumps(item), [TWICE]).notes
    assert (note.anchor.exact, note.anchor.start) == ("37", start)
    (row,) = export_rows([note], [TWICE])
    assert row.state == state
    page = export_as("html", [row])
    assert ("words unsure" in page, "words anchored" in page) == (state == "unsure", False)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '"a"', "[" * 100_000, '{"items": [1, null]}']
)
def test_a_file_without_annotations_is_refused(text, document):
    with pytest.raises(FactdeskError):
        import_annotations(text, [document])


@pytest.mark.parametrize(
    "item",
    [
        {"target": {"source": "unknown.txt"}},
        {"target": [{"selector": "x"}]},
        {"target": {"selector": [{"type": "TextQuoteSelector", "exact": "not there"}]}},
        {"target": {"selector": [{"type": "TextPositionSelector", "start": "x"}]}},
        {"target": 7, "body": {"value": None}},
        {"target": {}, "body": [[]], "created": 3, "tags": 5},
    ],
)
def test_a_bad_annotation_does_not_affect_others(item, document):
    good = hypothesis_export()["annotations"]
    found = import_annotations(json.dumps([item, *good]), [document])
    assert len(found.notes) == 1
    assert [problem.what.partition(":")[0] for problem in found.problems] == ["annotation 1"]
