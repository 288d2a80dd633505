"""Building an index progressively: in memory, or on disk by a second process."""

from pathlib import Path

import pytest
from reports import answers, build_stages, documents, is_right, put, refreshed, written

from tui import files
from tui.documents import Document, find
from tui.errors import FactdeskError
from tui.search import Index, NoteText, build_progressively, open_index, quick_index
from tui.search.disk import opening


def test_a_small_folder_is_indexed_in_memory_only(folder: Path) -> None:
    for number in range(3, 12):
        (folder / f"{number}.txt").unlink()
    ((index, words),) = build_stages(folder)
    assert index is not None
    assert words == ""
    assert is_right(index, folder)
    refreshed(folder)
    assert not files.cache_folder().exists()


def test_a_large_folder_is_indexed_on_disk_by_a_second_process(folder: Path) -> None:
    stages = build_stages(folder)
    assert stages[0] == (None, "Indexing …")
    assert "Indexing: 0 of 12 documents …" in [words for _, words in stages]
    index, words = stages[-1]
    assert index is not None
    assert words == ""
    assert len(list(written())) == 1
    assert is_right(index, folder)
    ((again, _),) = build_stages(folder)
    assert again is not None
    assert is_right(again, folder)
    assert is_right(open_index(find([folder])), folder)


def test_passages_can_be_searched_before_any_figure_is_found(folder: Path) -> None:
    assert quick_index(documents(folder)) is None
    few = documents(folder)[:2]
    index = quick_index(few)
    assert index is not None
    assert not any(document.is_extracted for document in few)
    assert {hit.kind for hit in index.search("report zebras")} == {"title", "passage"}


def test_an_index_on_disk_can_be_searched_at_once(folder: Path) -> None:
    refreshed(folder)
    put(folder, 50, 1)
    held = documents(folder)
    index = quick_index(held)
    assert index is not None
    assert not any(document.is_extracted for document in held)
    found = {hit.document for hit in index.search("kind:money", 500)}
    assert found == {f"{number}.txt" for number in range(12)}


def test_an_unwritable_folder_means_indexing_in_memory(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(files, "cache_folder", lambda: tmp_path / "file")
    stages = build_stages(folder)
    assert any("cannot be" in words for _, words in stages)
    index, words = stages[-1]
    assert index is not None
    assert words == ""
    assert is_right(index, folder)
    with pytest.raises(FactdeskError):
        refreshed(folder)


def test_documents_without_a_file_are_found_beside_those_on_disk(folder: Path) -> None:
    held = [*documents(folder), Document.from_text("The okapis sang.", name="typed")]
    index = [index for index, _ in build_progressively(held)][-1]
    assert index is not None
    assert [hit.document for hit in index.search("'sang'")] == ["typed"]
    assert answers(index) == answers(Index.build(held))


def test_notes_stay_while_an_index_grows(folder: Path) -> None:
    note = NoteText("3.txt", 0, 0, "unheard-of words", "n1")
    later = NoteText("3.txt", 0, 0, "something else", "n2")
    index = None
    for index, _ in build_progressively(documents(folder), [note]):
        if index and index.search("'unheard'"):
            index.replace_notes([later])
    assert index is not None
    assert [hit.note for hit in index.search("'something'")] == ["n2"]


def test_modules_in_the_current_folder_are_not_imported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("json", "tui", "numpy", "sitecustomize"):
        (folder / f"{module}.py").write_text("open('run', 'w')\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    build_stages(folder)
    assert len(list(written())) == 1
    assert not (folder / "run").exists()


def test_closing_the_iterator_stops_the_second_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    real = opening.subprocess.Popen
    monkeypatch.setattr(
        opening.subprocess, "Popen", lambda *a, **k: started.append(real(*a, **k)) or started[-1]
    )
    growing = build_progressively(documents(folder))
    next(growing)
    next(growing)
    growing.close()
    assert started[0].poll() is not None
