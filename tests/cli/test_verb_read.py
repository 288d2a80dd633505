"""`factdesk read`: the complete text, with figures and notes in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli import main
from tui.cli.verb_read import INDENT, read_aloud
from tui.documents import Document
from tui.notes import Note, NoteStore
from tui.session import Marks
from tui.text import safe

TEXT = """Harbour trade grows

Port Authority, 3 March 2024

Ships brought 1.2 million tonnes of grain. Trade was up about 8%. Some 340 dockers were hired.
Costs fell,\tsays report 3,2016.
"""

READ = """\
    Document: Harbour trade grows
    File: {path}
    Dated: 3 Mar 2024
    Figures: 5; notes: 4
    Note on the whole document
        On all of it

Harbour trade grows

Port Authority, 3 March 2024
    Date: 3 Mar 2024

Ships brought 1.2 million tonnes of grain. Trade was up about 8%. Some 340 dockers were hired.
    Measure: 1.2 million tonnes; of grain
    Percent: up about 8 percent; of Trade
    Count: about 340 dockers
    Note on 1.2 million tonnes: wrong
        Doubt it.
        It was more.
        Tags: grain, check
Costs fell,\tsays report 3,2016.
    Malformed: 3,2016; a number written wrongly, without a value
    Note on Costs fell: needs context
    Note on Ships carried (no longer here)
        Where is it?
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode())
    document = Document.from_text(TEXT, "report.txt", path=path)
    store = NoteStore.open([path])
    start = TEXT.index("1.2 million")
    body = "Doubt it.\n\nIt was more.\n"
    store.add(
        Note.on(document, start, start + 18, body=body, tags=("grain", "check"), verdict="wrong")
    )
    start = TEXT.index("Costs fell")
    store.add(Note.on(document, start, start + 10, body="", verdict="needs context"))
    store.add(Note.about(document, body="On all of it"))
    elsewhere = Document.from_text("Zebras.\n\nShips carried zinc to Zanzibar.", "report.txt")
    store.add(Note.on(elsewhere, 9, 22, body="Where is it?"))
    return path


def test_figures_and_notes_follow_the_line_in_which_they_end(report, capsys):
    assert main(["read", str(report)]) == 0
    assert capsys.readouterr().out == READ.format(path=report)


def words_of(lines):
    """The lines of the text among those that are read out: what is not indented, after the head."""
    lines = list(lines)
    return [line for line in lines[lines.index("") + 1 :] if not line.startswith(INDENT)]


LINES = st.lists(
    st.one_of(
        st.text(st.characters(exclude_characters="\r\n"), max_size=20).map(str.lstrip),
        st.sampled_from(
            ["Some 340 dockers.", "It cost $5", "million in May 2021.", "up 8%", "x\ty"]
        ),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_every_line_comes_whole_and_in_order(lines, end, has_end_at_last):
    text = end.join(lines) + (end if has_end_at_last and lines else "")
    document = Document.from_text(text)
    wanted = ["\t".join(map(safe, line.split("\t"))) for line in lines]
    if not has_end_at_last and wanted and not wanted[-1]:
        wanted.pop()  # the text ends in the line break before it
    read = words_of(read_aloud(document, Marks(document, ())))
    assert read == wanted


def test_every_figure_is_printed_once_in_words(report):
    document = Document.from_text(TEXT)
    read = list(read_aloud(document, Marks(document, ())))
    told = [line for line in read[read.index("") :] if line.startswith(INDENT)]
    assert len(told) == len(document.figures)
    assert not set("".join(told)) & set("≈↑↓–%<>")


def test_several_documents_or_none(report, tmp_path, capsys):
    (report.parent / "second.txt").write_text("It cost \x1b]0;owned\x07 $12.", encoding="utf-8")
    assert main(["read", str(report.parent)]) == 0
    said = capsys.readouterr().out
    assert said.count(f"{INDENT}Document: ") == 2
    assert not set(said) & set("\x1b\x07")
    (tmp_path / "empty").mkdir()
    assert main(["read", str(tmp_path / "empty")]) == 1
