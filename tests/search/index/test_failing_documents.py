"""A document that cannot be indexed is left out whole and named; all others can be searched."""

from pathlib import Path

import numpy as np
import pytest
from reports import FEW, answers, documents, is_right, put, refreshed, written

import tui.search.index.facts
import tui.search.index.segment_builder
from tui.cli import main
from tui.documents import Document, find
from tui.errors import Problem
from tui.search import Index, IndexFolder, NoteText, open_index, refresh
from tui.search.index.segment_builder import SegmentBuilder


def cannot_index(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Makes taking a figure of this value fail, in the middle of its document."""

    def written(number: object) -> str:
        if str(number) == value:
            raise ZeroDivisionError("by nought")
        return before(number)

    before = tui.search.index.facts.written
    monkeypatch.setattr(tui.search.index.facts, "written", written)


def test_nothing_of_it_is_left_in_the_segment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = documents(folder)
    cannot_index(monkeypatch, "7")
    builder, without = SegmentBuilder(), SegmentBuilder()
    added = [document.name for document in held if builder.document(document)]
    for document in held:
        if document.name != "7.txt":
            without.document(document)
    assert added == without.names == [f"{number}.txt" for number in range(12) if number != 7]
    segment, expected = builder.segment(), without.segment()
    assert segment.lexicon.terms() == expected.lexicon.terms()
    for name, column in expected.facts.arrays.items():
        assert np.array_equal(segment.facts.arrays[name], column, equal_nan=column.dtype == float)
    assert np.array_equal(segment.unit_document, expected.unit_document)
    assert np.array_equal(segment.tokens, expected.tokens)


def test_the_others_are_found_and_it_is_named_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = documents(folder)
    cannot_index(monkeypatch, "7")
    index = Index.build(held)
    others = [document for document in held if document.name != "7.txt"]
    assert answers(index) == answers(Index.build(others))
    index.add(held)
    assert answers(index) == answers(Index.build(others))
    assert answers(open_index(held)) == answers(index)
    assert [document.name for document in held if document.problems] == ["7.txt"]
    (problem,) = held[7].problems
    assert problem.where == str(folder / "7.txt")
    assert problem.what.startswith("it cannot be searched (ZeroDivisionError: by nought, ")


def test_a_text_that_cannot_be_indexed_does_not_answer_for_the_one_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = Index.build([Document.from_text("Lions\n\nThere were none.", "a")])
    cannot_index(monkeypatch, "7")
    index.add([Document.from_text("Lions\n\nIn all there were 7 million.", "a")])
    assert index.search("lions")
    cannot_index(monkeypatch, "7000000")
    index.add([Document.from_text("Lions\n\nIn all there were 7 million.", "a")])
    assert index.search("lions") == []


def test_an_index_of_nothing_else_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    cannot_index(monkeypatch, "7")
    index = Index.build([Document.from_text("Lions\n\nIn all there were 7 of them.", "a")])
    assert index.search("lions") == []
    index.add([Document.from_text("The lions sleep.", "b")])
    assert [hit.document for hit in index.search("lions")] == ["b"]


def test_the_index_on_disk_has_all_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as while_failing:
        cannot_index(while_failing, "7")
        found = list(find([folder]))
        said = list(refresh(IndexFolder.for_sources(found), found, FEW))
        (problem,) = (each for each in said if isinstance(each, Problem))
        assert problem.where == str(folder / "7.txt")
        others = [document for document in documents(folder) if document.name != "7.txt"]
        assert answers(open_index(find([folder]))) == answers(Index.build(others))
    assert list(written())
    assert answers(open_index(find([folder]))) == answers(Index.build(documents(folder)))


def test_a_changed_text_that_fails_leaves_the_index_on_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refreshed(folder)
    put(folder, 7, 2)
    with monkeypatch.context() as while_failing:
        cannot_index(while_failing, "7")
        refreshed(folder)
        index = open_index(find([folder]))
        assert "7.txt" not in {hit.document for hit in index.search("report", 500)}
    assert is_right(open_index(find([folder])), folder)


def test_a_note_that_cannot_be_indexed_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def terms(token: str) -> object:
        if token == "okapis":
            raise ZeroDivisionError("by nought")
        return before(token)

    before = tui.search.index.segment_builder.terms
    monkeypatch.setattr(tui.search.index.segment_builder, "terms", terms)
    bodies = ("seen by lions", "seen by okapis", "more okapis", "seen by tapirs")
    notes = [NoteText("a.txt", 0, 0, body, str(n)) for n, body in enumerate(bodies)]
    index = Index.build([Document.from_text("The zebras ran.", "a.txt")], notes)
    assert [hit.note for hit in index.search("seen")] == ["0", "3"]
    assert index.search("zebras")
    assert [problem.where for problem in index.problems] == ["a.txt", "a.txt"]
    assert index.problems[0].what.startswith("a note cannot be searched (ZeroDivisionError: ")
    monkeypatch.undo()
    index.replace_notes(notes)
    assert {hit.note for hit in index.search("okapis")} == {"1", "2"}
    assert index.problems == ()


def test_the_verb_names_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cannot_index(monkeypatch, "7")
    assert main(["search", "zebras", str(folder)]) == 0
    printed = capsys.readouterr()
    assert "6.txt:" in printed.out
    assert "7.txt: it cannot be searched" in printed.err
