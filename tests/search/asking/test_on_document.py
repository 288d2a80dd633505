"""Evaluating a query on whole documents, as the filter of their list does."""

import pytest

from tui.documents import Document
from tui.search import NoteText, QueryContext, parse

ALL = {"crypto", "crackdown", "heavy-blow"}
KEPT = [
    ("", ALL),
    ("crackdown", {"crackdown"}),
    ("crakdown", {"crackdown"}),
    ("phone fraud", {"heavy-blow"}),
    ("police", {"crackdown", "heavy-blow"}),
    ("poli", {"crackdown", "heavy-blow"}),
    ("doc:ypt", {"crypto"}),
    ("title:update", {"crackdown"}),
    ("crypto | crackdown", {"crypto", "crackdown"}),
    ("!crypto", {"crackdown", "heavy-blow"}),
    ('"phone fraud"', {"heavy-blow"}),
    ("^crackdown", {"crackdown"}),
    ("saved", set()),
    (">1bn yuan", {"crackdown", "heavy-blow"}),
    (">1bn", {"crackdown", "heavy-blow"}),
    ("!>1bn", {"crypto"}),
    ("unit:CNY <1bn", {"crypto"}),
    ("unit:CNY kind:percent", set()),
    ("kind:percent", {"heavy-blow"}),
    ("subject:cases", {"heavy-blow", "crackdown"}),
    ("634,000", {"heavy-blow"}),
    ("1.1tn", {"crackdown"}),
    ("2023-07", {"crypto"}),
    ("2024-05..", {"crackdown"}),
    ("fact:gangs", {"crypto"}),
    ("fact:gangs >1bn", set()),
    ("note:yearbook", {"heavy-blow"}),
    ("kind:note", {"heavy-blow", "crypto"}),
    ("tag:check", {"heavy-blow"}),
    ("!tag:check", {"crypto", "crackdown"}),
    ("verdict:doubtful", {"heavy-blow"}),
    ("verdict:unchecked", {"crypto", "crackdown"}),
    ("is:unread", {"crackdown", "heavy-blow"}),
    ("is:read", {"crypto"}),
    ("police is:unread >1tn", {"crackdown"}),
    ("(police | crypto) !update", {"heavy-blow", "crypto"}),
]


@pytest.mark.parametrize(("query", "expected"), KEPT)
def test_documents_that_a_query_keeps(
    query: str, expected: set[str], documents: list[Document], notes: list[NoteText]
) -> None:
    asked = parse(query, QueryContext(read=lambda: ["crypto.txt"]))
    kept = {
        document.name.rpartition("/")[2].removesuffix(".txt")
        for document in documents
        if document.figures is not None
        and asked.matches_document(
            document, [note for note in notes if note.document == document.name]
        )
    }
    assert asked.problem is None
    assert kept == expected


def test_filtering_does_not_extract_figures() -> None:
    document = Document.from_text("Report\n\nA sum of 5 million yuan.", name="a.txt")
    assert not parse(">1m").matches_document(document)
    assert not document.is_extracted
    assert parse("report").matches_document(document)
