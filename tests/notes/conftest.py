"""Documents for the tests of notes, and a home of the tests' own."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tui.notes.anchor import digest


class Paper(NamedTuple):
    """What notes need to know of a document."""

    name: str
    text: str
    path: Path | None = None
    title: str = "A title"

    @property
    def sha256(self) -> str:
        return digest(self.text)


TEXT = (
    "Fraud falls for a second year\n\n"
    "Police solved 262,000 cases and arrested 373,000 suspects between January and September, "
    "an increase of 41.1% and 116.4% on the year before.\n\n"
    "The ministry counted 37 raids abroad. A year earlier it had arrested 172,000 suspects.\n"
)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """No test of notes writes into the folders of whoever runs it."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setattr("tui.notes.home.data_folder", lambda: folder)
    return folder


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    path = tmp_path / "reports" / "police.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return Paper("police.txt", TEXT, path)
