import os
from pathlib import Path

import pytest

from tui.documents import Intake, Library, find, natural, read
from tui.errors import FactdeskError, Problem


def _make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"Text of {name}".encode("utf-8", "surrogateescape"))
    return folder


def _names(*paths: Path, exclude: tuple[str, ...] = ()) -> list[str]:
    return [found.name for found in find(paths, exclude)]


def test_folders_are_read_in_natural_order(tmp_path: Path) -> None:
    names = ["a2.txt", "a10.txt", "B/x.md", "B/Y.TXT", "c.md"]
    _make(tmp_path, *names, "c.pdf", "d", ".hidden.txt", ".git/x.txt", ".factdesk/notes/n.txt")
    assert _names(tmp_path) == names


def test_names_are_sorted_by_their_numbers_whatever_counts_as_a_digit() -> None:
    names = ["", "0x", "002b", "2²", "10", "9" * 5_000, "1" + "0" * 5_000, "a²", "a٣", "b", "²1"]
    assert sorted({*names}, key=natural) == names
    assert natural("a007") == natural("A7")


def test_a_file_that_is_named_is_taken(tmp_path: Path) -> None:
    _make(tmp_path, "a.log", ".hidden.txt")
    assert _names(tmp_path / "a.log", tmp_path / ".hidden.txt") == ["a.log", ".hidden.txt"]


def test_names_are_unique_and_nothing_is_found_twice(tmp_path: Path) -> None:
    _make(tmp_path, "x/a.txt", "y/a.txt", "y/z/a.txt")
    assert _names(tmp_path / "x", tmp_path / "y", tmp_path / "x" / "a.txt") == [
        *("a.txt", "y/a.txt", "z/a.txt"),
    ]
    assert _names(tmp_path, tmp_path) == ["x/a.txt", "y/a.txt", "y/z/a.txt"]


def test_excluded(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt", "b-old.txt", "c-old.txt", "drafts/d.txt", "e/drafts.txt", "f.txt")
    exclude = ("drafts/", "*-old.txt", "!c-old.txt", "f.txt/")
    assert _names(tmp_path, exclude=exclude) == ["a.txt", "c-old.txt", "e/drafts.txt", "f.txt"]
    assert _names(tmp_path / "b-old.txt", exclude=exclude) == ["b-old.txt"]
    with pytest.raises(FactdeskError, match="not a pattern"):
        find([tmp_path], ["!"])


def test_cyclic_links_are_followed_once(tmp_path: Path) -> None:
    _make(tmp_path, "a/b/c.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "here").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "z.txt").symlink_to(tmp_path / "a" / "b" / "c.txt")
    assert _names(tmp_path) == ["a/b/c.txt"]


def test_a_broken_link_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (problem,) = Intake().load([tmp_path])
    assert isinstance(problem, Problem)
    assert "no such file" in problem.what
    assert problem.where == str(tmp_path / "gone.txt")


def test_deep_folders(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(400):
        folder /= "d"
    folder.mkdir(parents=True)
    _make(folder, "a.txt")
    assert _names(tmp_path) == ["d/" * 400 + "a.txt"]


def test_a_missing_path_raises_before_anything_is_read(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt")
    for missing in (tmp_path / "b.txt", tmp_path / "a.txt" / "b", Path("nul\0nul")):
        with pytest.raises(FactdeskError):
            find([tmp_path, missing])
        with pytest.raises(FactdeskError):
            Intake().load([tmp_path, missing])


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_no_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        _make(tmp_path, name)
    except OSError:
        pytest.skip("this file system has no such names")
    (found,) = find([tmp_path])
    assert found.name == name
    assert read(found).path == tmp_path / name
    assert read(found).title.startswith("Text of caf")


def test_unreadable_folders_are_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path, "a/x.txt", "b/x.txt")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "a":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    problem, document = Intake().load([tmp_path])
    assert problem == Problem(
        "folder cannot be read (permission denied)", where=str(tmp_path / "a")
    )
    assert not isinstance(document, Problem)
    assert document.name == "b/x.txt"


def test_a_library_keeps_documents_and_problems(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt", "b.txt")
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.4")
    library = Library()
    for arrival in Intake().load([tmp_path]):
        library.add(arrival)
    assert [document.name for document in library] == ["a.txt", "b.txt"]
    assert len(library) == 2
    assert library.number("b.txt") == 1
    assert library.number("c.txt") == -1
    assert library.get("a.txt") is library.documents[0]
    assert library.get("c.txt") is None
    (problem,) = library.unreadable
    assert "PDF" in problem.what
    with pytest.raises(ValueError, match="two documents"):
        library.add(library.documents[0])


def test_a_file_that_has_vanished(tmp_path: Path) -> None:
    _make(tmp_path, "a.txt")
    (found,) = find([tmp_path])
    found.path.unlink()
    with pytest.raises(FactdeskError, match="no such file"):
        read(found)


def test_a_file_without_permission_for_stat_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat

    def refuse(path: Path, **options: bool) -> object:
        if path.name == "secret":
            raise PermissionError(13, "Permission denied")
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", refuse)
    (problem,) = Intake().load([tmp_path / "secret"])
    assert isinstance(problem, Problem)
