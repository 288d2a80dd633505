"""Recent and saved queries."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FactdeskError
from tui.session.recent_queries import MAX_LINES, MAX_QUERIES, Recall, RecentQueries
from tui.session.saved_queries import SavedQueries, as_name


def test_queries_are_unique_and_newest_first(tmp_path: Path) -> None:
    recent = RecentQueries(tmp_path)
    for query in ("fraud", ">1bn", "  ", "fraud", "two\nlines"):
        recent.remember(query)
    assert recent.all() == ["two lines", "fraud", ">1bn"]
    recent.forget("fraud")
    assert RecentQueries(tmp_path).all() == ["two lines", ">1bn"]


def test_two_processes_keep_the_queries_of_each_other(tmp_path: Path) -> None:
    one, other = RecentQueries(tmp_path), RecentQueries(tmp_path)
    one.remember("first")
    other.remember("second")
    one.remember("third")
    other.forget("first")
    assert one.all() == other.all() == ["third", "second"]


def test_the_number_of_queries_is_limited(tmp_path: Path) -> None:
    recent = RecentQueries(tmp_path)
    for number in range(MAX_LINES):
        recent.remember(f"query {number}")
    assert recent.all() == [f"query {MAX_LINES - 1 - number}" for number in range(MAX_QUERIES)]
    assert len((tmp_path / "queries").read_bytes().split(b"\n")) <= MAX_LINES + 2


@given(st.binary(max_size=200))
def test_any_broken_file_can_be_appended_to(tmp_path_factory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("state")
    (folder / "queries").write_bytes(data)
    recent = RecentQueries(folder)
    recent.all()
    recent.remember("'whole words'")
    assert recent.all()[0] == "'whole words'"


def test_an_unwritable_folder_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    recent = RecentQueries(tmp_path / "file")
    recent.remember("fraud")
    assert recent.all() == []


def test_editing_a_recalled_query_restarts_the_steps() -> None:
    recall = Recall(["b", "a"])
    assert recall.step(1, "") == "b"
    assert recall.step(1, "bc") == "b"
    assert recall.step(-1, "b") == "bc"
    assert Recall([]).step(1, "typed") == "typed"
    assert Recall(["same", "older"]).step(1, "same") == "older"


def test_a_saved_query_is_seen_by_other_processes(tmp_path: Path) -> None:
    one, other = SavedQueries(tmp_path), SavedQueries(tmp_path)
    assert one.all() == {}
    assert one.save("Big sums", '>1bn "two words"') == "big-sums"
    other.save("quotes", "'word' \\ \"")
    one.save("big sums", ">2bn")
    assert one.all() == other.all() == {"big-sums": ">2bn", "quotes": "'word' \\ \""}
    other.drop("quotes")
    assert one.all() == {"big-sums": ">2bn"}
    assert sorted(path.name for path in tmp_path.glob("[!.]*")) == ["queries.toml"]


def test_a_name_without_letters_or_digits_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactdeskError):
        SavedQueries(tmp_path).save("?!", "fraud")
    assert not (tmp_path / "queries.toml").exists()


def test_an_invalid_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "queries.toml"
    path.write_text("big = >1bn\n", encoding="utf-8")
    saved = SavedQueries(tmp_path)
    assert saved.all() == {}
    with pytest.raises(FactdeskError) as error:
        saved.save("more", "fraud")
    assert f"{path}:1" in str(error.value)
    assert path.read_text(encoding="utf-8") == "big = >1bn\n"


def test_invalid_entries_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "queries.toml"
    path.write_text('"Big Sums" = ">1bn"\nnumber = 3\n"?" = "x"\n', encoding="utf-8")
    assert SavedQueries(tmp_path).all() == {"big-sums": ">1bn"}


def test_an_unwritable_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    with pytest.raises(FactdeskError, match=r"queries\.toml"):
        SavedQueries(tmp_path / "state").save("big", ">1bn")


@given(st.text(max_size=80))
def test_names_are_normalized(typed: str) -> None:
    name = as_name(typed)
    assert as_name(name) == name
    assert not set(name) & set(" \t\n()|\"'@\\")
