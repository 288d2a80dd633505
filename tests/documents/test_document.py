from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from tui.documents import Document

TEXT = (
    "Fraud falls\n\nSaturday, January 5, 2019\n\nDeal Score0\n\n"
    "Police solved 262,000 cases.\r\nThey held 33,860 suspects on Friday.\r  • Cameras (0)\n"
)


def test_properties_of_a_document() -> None:
    document = Document.from_text(TEXT, "reports/a.txt", path=Path("/x/reports/a.txt"))
    assert document.title == "Fraud falls"
    assert document.dated == "2019-01-05"
    assert document.publisher is None
    assert document.encoding == "utf-8"
    assert document.sha256 == sha256(TEXT.encode()).hexdigest()
    assert [TEXT[a:b] for a, b in document.chrome] == ["Deal Score0", "  • Cameras (0)"]
    assert "They held 33,860 suspects on Friday." in [TEXT[a:b] for a, b in document.passages]
    assert not document.is_extracted
    texts = [figure.text for figure in document.figures]
    assert document.is_extracted
    assert "262,000" in texts
    assert "33,860" in texts
    assert not {"0", "Score0"} & set(texts)
    assert document.figures is document.figures


def test_the_date_of_the_document_reaches_its_figures() -> None:
    document = Document.from_text(TEXT, "a.txt")
    assert "2019-01-04" in [figure.date for figure in document.figures]


def test_a_date_set_by_hand_resolves_the_figures_anew() -> None:
    document = Document.from_text("Notice of 27 May\n\nBy 3 June some 400 cases were solved.")
    assert "XXXX-06-03" in [figure.date for figure in document.figures]
    assert document.date_by_hand("2022-05-27")
    assert (document.dated, document.is_dated_by_hand) == ("2022-05-27", True)
    assert not document.is_extracted
    assert "2022-06-03" in [figure.date for figure in document.figures]
    assert not document.date_by_hand("2022-05-27")
    assert document.is_extracted
    assert document.date_by_hand(None)
    assert (document.dated, document.is_dated_by_hand) == (document.said_date, False)
    assert "XXXX-06-03" in [figure.date for figure in document.figures]


def test_the_title_is_the_file_name_where_there_is_none() -> None:
    assert Document.from_text("", "reports/b.txt").title == "b.txt"


def test_passages_may_be_given() -> None:
    assert Document.from_text("abc", passages=[(0, 1)]).passages == [(0, 1)]


def test_lone_surrogates_have_a_digest() -> None:
    assert len(Document.from_text("\ud800").sha256) == 64


@pytest.mark.parametrize(
    ("offset", "line"), [(-1, 1), (0, 1), (3, 1), (4, 2), (5, 2), (7, 3), (9, 4), (99, 5)]
)
def test_line_of(offset: int, line: int) -> None:
    assert Document.from_text("one\na\r\nb\rc\n").line_of(offset) == line


def test_concurrent_access_from_threads() -> None:
    document = Document.from_text(TEXT * 50, "a.txt")
    with ThreadPoolExecutor(8) as pool:
        figures = list(pool.map(lambda _: document.figures, range(16)))
        passages = list(pool.map(lambda _: document.passages, range(16)))
    assert all(found is figures[0] for found in figures)
    assert all(found is passages[0] for found in passages)


def fail(*_: object, **_how: object) -> None:
    raise ZeroDivisionError("by nought")


@pytest.mark.parametrize(
    ("broken", "ask", "instead", "what"),
    [
        ("tui.figures.extract", lambda one: one.figures, [], "its figures"),
        ("tui.text.sentences", lambda one: one.passages, [(0, 13)], "its sentences"),
        ("tui.text.chrome", lambda one: one.chrome, [], "its menus"),
        ("tui.documents.describe.title", lambda one: one.title, "a.txt", "its title"),
        ("tui.documents.describe.describe", lambda one: one.dated, None, "its date"),
    ],
)
def test_an_unexpected_error_leaves_out_only_what_it_concerns(
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
    ask: Callable[[Document], object],
    instead: object,
    what: str,
) -> None:
    monkeypatch.setattr(broken, fail)
    document = Document.from_text("Sales fell 5%", "reports/a.txt")
    assert ask(document) == instead
    assert ask(document) == instead
    (problem,) = document.problems
    assert problem.where == "reports/a.txt"
    assert problem.what.startswith(f"{what} cannot be found (ZeroDivisionError: by nought, test_")
