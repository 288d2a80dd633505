"""A document and a store for the tests of notes."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tui import files
from tui.notes.anchoring.anchor import digest


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


@pytest.fixture
def own_data_folder() -> Path:
    """Where notes go that cannot lie beside their documents."""
    return files.data_folder()


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    path = tmp_path / "reports" / "police.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return Paper("police.txt", TEXT, path)
