"""State that is remembered between runs, also with two processes at once."""

from pathlib import Path
from threading import Thread
from unittest.mock import Mock

import pytest

from tui.documents import Document
from tui.files import write_atomically
from tui.session import Memory

ONE, TWO = (Document.from_text("words " * 9, name=name) for name in ("one.txt", "two.txt"))


def test_two_processes_keep_the_places_of_each_other(tmp_path: Path) -> None:
    first, second = Memory(tmp_path), Memory(tmp_path)
    first.remember(ONE, 3)
    second.remember(TWO, 4)
    second.choose_theme("paper")
    second.save()
    first.save()
    after = Memory(tmp_path)
    assert (after.place(ONE), after.place(TWO), after.theme) == (3, 4, "paper")


def test_two_processes_that_end_at_once_keep_the_places_of_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Memory(tmp_path), Memory(tmp_path)
    first.remember(ONE, 3)
    second.remember(TWO, 4)
    other = Thread(target=second.save)

    def write_late(path: Path, data: bytes) -> None:
        if other.ident is None:
            other.start()
            other.join(0.1)
        write_atomically(path, data)

    monkeypatch.setattr("tui.session.remembered.memory.write_atomically", write_late)
    first.save()
    other.join()
    after = Memory(tmp_path)
    assert (after.place(ONE), after.place(TWO)) == (3, 4)


@pytest.mark.parametrize("error", [OSError, NotImplementedError])
def test_places_are_kept_where_a_file_cannot_be_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    monkeypatch.setattr("filelock.FileLock.acquire", Mock(side_effect=error))
    memory = Memory(tmp_path)
    memory.remember(ONE, 3)
    memory.save()
    assert Memory(tmp_path).place(ONE) == 3


def test_the_chosen_theme_is_remembered(tmp_path: Path) -> None:
    first, second = Memory(tmp_path), Memory(tmp_path)
    second.choose_theme("paper")
    second.save()
    first.choose_theme("dusk")
    first.save()
    assert Memory(tmp_path).theme == "dusk"


def test_the_chosen_theme_wins_until_the_settings_change(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    assert memory.theme_over("dusk") == "dusk"
    memory.choose_theme("nord", instead_of="dusk")
    memory.save()
    again = Memory(tmp_path)
    assert (again.theme_over("dusk"), again.theme_over("paper")) == ("nord", "paper")
    again.choose_theme("dracula")
    assert (again.theme_over("dusk"), again.theme_over("paper")) == ("dracula", "dracula")


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"theme": 3, "places": {"one.txt": -1}}'])
def test_a_broken_file_never_stops_the_start(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "state.json").write_bytes(data)
    memory = Memory(tmp_path)
    assert memory.theme is None
    assert memory.place(ONE) is None


def test_the_last_open_document_is_remembered(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    for document in (ONE, TWO, ONE, Document.from_text("Elsewhere.", name="elsewhere.txt")):
        memory.remember(document, 1)
    assert (
        memory.last_document({one.name: one for one in (ONE, TWO)}.get) is None
    )  # this time is not the last time
    memory.save()
    again = Memory(tmp_path)
    again.remember(TWO, 2)
    assert again.last_document({TWO.name: TWO, ONE.name: ONE}.get) is ONE
    assert again.last_document({TWO.name: TWO}.get) is TWO
    assert again.last_document({}.get) is None


def test_documents_are_identified_by_their_full_path(tmp_path: Path) -> None:
    here, there = (
        Document.from_text("Words.", name="may/one.txt", path=tmp_path / folder / "may" / "one.txt")
        for folder in ("here", "there")
    )
    memory = Memory(tmp_path)
    memory.remember(here, 1)
    memory.save()
    assert Memory(tmp_path).last_document({"may/one.txt": here}.get) is here
    assert Memory(tmp_path).last_document({"may/one.txt": there}.get) is None


def test_the_tour_is_offered_once(tmp_path: Path) -> None:
    Memory(tmp_path).save()
    memory = Memory(tmp_path)
    assert not memory.is_welcomed
    memory.is_welcomed = True
    memory.save()
    Memory(tmp_path).save()
    assert Memory(tmp_path).is_welcomed
