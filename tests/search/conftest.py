"""A small library in which every kind of hit has its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reports import FEW, put

from tui.documents import Document
from tui.search import Index, NoteText
from tui.search.disk import opening

TEXTS = {
    "police/heavy-blow.txt": """Heavy blow to phone fraud

15 April 2022

Officers handled 394,000 cases of phone fraud last year.
Some 634,000 suspects were arrested, up 76.7% from the year before.

The warnings saved 329.1 billion yuan. A cut-off campaign against smugglers began in April.
""",
    "police/crackdown.txt": """Crackdown update

27 May 2024

Since September 2023 the number of new cases has fallen for eight consecutive months.
Banks blocked 1.1 trillion yuan of payments.

Fraudulent SIM cards were seized in 37 dens. The spokesman thanked telecommunications companies.
""",
    "crypto.txt": """Crypto laundering grows

Two gangs moved 54.8 million USDT, about 380 million yuan, through 12 accounts.
A court in 果敢 heard the case on July 18, 2023.

Organised groups recruit young people online. People's privacy matters, said the café owner.
""",
}


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    """Three documents: two about police work in one folder, one about crypto."""
    return [Document.from_text(text, name=name) for name, text in TEXTS.items()]


@pytest.fixture(scope="session")
def notes() -> list[NoteText]:
    """A note on a figure with a tag and a verdict, and one on a whole document."""
    at = TEXTS["police/heavy-blow.txt"].index("634,000")
    return [
        NoteText(
            "police/heavy-blow.txt",
            at,
            at + 7,
            "Contradicts the ministry's own yearbook",
            "n1",
            ("check", "ministry"),
            "doubtful",
        ),
        NoteText("crypto.txt", 0, 0, "Ask the exchange about gangs", "n2"),
    ]


@pytest.fixture(scope="session")
def index(documents: list[Document], notes: list[NoteText]) -> Index:
    """An index of all of it."""
    return Index.build(documents, notes)


@pytest.fixture(scope="session")
def shown(index: Index, documents: list[Document]) -> Callable[..., list[str]]:
    """The hits of a query as `kind: words`, a fact with its figure, best first."""
    texts = {document.name: document for document in documents}

    def show(query: str, **options: object) -> list[str]:
        found = []
        for hit in index.search(query, **options):  # type: ignore[arg-type]
            text = texts[hit.document].text[hit.start : hit.end]
            words = {"title": texts[hit.document].title, "note": hit.note}.get(hit.kind, text)
            found.append(f"{hit.kind}: {words}")
        return found

    return show


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve reports; more than fits into memory, which is as much as three hold."""
    monkeypatch.setattr(opening, "MAX_IN_MEMORY", FEW)
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(12):
        put(reports, number, 0)
    return reports
