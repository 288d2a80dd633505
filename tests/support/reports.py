"""Changing reports on disk, and the answers of an index over them."""

import os
from collections.abc import Iterator
from pathlib import Path

from tui import files
from tui.documents import Document, find, read
from tui.search import Index, IndexFolder, build_progressively, refresh

#: Fewer passages than twelve reports have, so that an index of them lies on disk.
FEW = 13
BEASTS = ("zebras", "lions", "okapis", "tapirs", "lynxes", "bears")
QUERIES = ("zebras ran", "lion", "report 7", ">30", "kind:money", "zerbas", "doc:1", "title:report")


def text(number: int, version: int) -> str:
    beast = BEASTS[(number + version) % len(BEASTS)]
    return (
        f"Report {number} of v{version}\n\nA total of {number} {beast} ran. "
        f"They cost {version + 1} million yuan.\n"
    )


def put(folder: Path, number: int, version: int) -> None:
    """Write a report; its version is also its timestamp."""
    path = folder / f"{number}.txt"
    path.write_text(text(number, version), encoding="utf-8")
    os.utime(path, (1_600_000_000 + version, 1_600_000_000 + version))


def documents(folder: Path) -> list[Document]:
    return [read(found) for found in find([folder])]


def refreshed(folder: Path) -> IndexFolder:
    """The index of a folder on disk, updated."""
    found = list(find([folder]))
    index_folder = IndexFolder.for_sources(found)
    for _ in refresh(index_folder, found, FEW):
        pass
    return index_folder


def answers(index: Index) -> dict[str, list[tuple[object, ...]]]:
    return {
        query: [(hit.document, hit.start, hit.end, hit.kind) for hit in index.search(query, 500)]
        for query in QUERIES
    }


def is_right(index: Index, folder: Path) -> bool:
    """Whether it answers like an index in memory of the current files."""
    return answers(index) == answers(Index.build(documents(folder)))


def build_stages(folder: Path) -> list[tuple[Index | None, str]]:
    """Every index on the way to the complete one, with its progress message."""
    return list(build_progressively(documents(folder)))


def written() -> Iterator[Path]:
    """The files of all indexes on disk."""
    yield from files.cache_folder().rglob("*.segment")
