"""What was asked lately, and what was saved under a name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FactdeskError
from tui.session.recent_queries import LONGEST, MOST, Recall, Recent
from tui.session.saved_queries import Saved, as_name


def test_the_newest_comes_first_and_each_once(tmp_path: Path) -> None:
    recent = Recent(tmp_path)
    for query in ("fraud", ">1bn", "  ", "fraud", "two\nlines"):
        recent.remember(query)
    assert recent.all() == ["two lines", "fraud", ">1bn"]
    recent.forget("fraud")
    assert Recent(tmp_path).all() == ["two lines", ">1bn"]


def test_two_programs_keep_what_the_other_asked(tmp_path: Path) -> None:
    one, other = Recent(tmp_path), Recent(tmp_path)
    one.remember("first")
    other.remember("second")
    one.remember("third")
    other.forget("first")
    assert one.all() == other.all() == ["third", "second"]


def test_no_more_than_anybody_steps_through(tmp_path: Path) -> None:
    recent = Recent(tmp_path)
    for number in range(LONGEST):
        recent.remember(f"query {number}")
    assert recent.all() == [f"query {LONGEST - 1 - number}" for number in range(MOST)]
    assert len((tmp_path / "queries").read_bytes().split(b"\n")) <= LONGEST + 2


@given(st.binary(max_size=200))
def test_whatever_lies_there_the_next_query_is_kept(tmp_path_factory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("state")
    (folder / "queries").write_bytes(data)
    recent = Recent(folder)
    recent.all()
    recent.remember("'whole words'")
    assert recent.all()[0] == "'whole words'"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    recent = Recent(tmp_path / "file")
    recent.remember("fraud")
    assert recent.all() == []


def test_what_is_changed_after_a_step_is_where_the_next_begins() -> None:
    recall = Recall(["b", "a"])
    assert recall.step(1, "") == "b"
    assert recall.step(1, "bc") == "b"
    assert recall.step(-1, "b") == "bc"
    assert Recall([]).step(1, "typed") == "typed"
    assert Recall(["same", "older"]).step(1, "same") == "older"


def test_a_saved_query_is_there_for_every_program(tmp_path: Path) -> None:
    one, other = Saved(tmp_path), Saved(tmp_path)
    assert one.all() == {}
    assert one.save("Big sums", '>1bn "two words"') == "big-sums"
    other.save("quotes", "'word' \\ \"")
    one.save("big sums", ">2bn")
    assert one.all() == other.all() == {"big-sums": ">2bn", "quotes": "'word' \\ \""}
    other.drop("quotes")
    assert one.all() == {"big-sums": ">2bn"}
    assert sorted(path.name for path in tmp_path.glob("[!.]*")) == ["queries.toml"]


def test_a_name_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(FactdeskError):
        Saved(tmp_path).save("?!", "fraud")
    assert not (tmp_path / "queries.toml").exists()


def test_a_file_that_is_no_toml_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "queries.toml"
    path.write_text("big = >1bn\n", encoding="utf-8")
    saved = Saved(tmp_path)
    assert saved.all() == {}
    with pytest.raises(FactdeskError) as error:
        saved.save("more", "fraud")
    assert f"{path}:1" in str(error.value)
    assert path.read_text(encoding="utf-8") == "big = >1bn\n"


def test_what_is_no_query_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "queries.toml"
    path.write_text('"Big Sums" = ">1bn"\nnumber = 3\n"?" = "x"\n', encoding="utf-8")
    assert Saved(tmp_path).all() == {"big-sums": ">1bn"}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    with pytest.raises(FactdeskError, match=r"queries\.toml"):
        Saved(tmp_path / "state").save("big", ">1bn")


@given(st.text(max_size=80))
def test_a_name_can_be_typed_behind_an_at(typed: str) -> None:
    name = as_name(typed)
    assert as_name(name) == name
    assert not set(name) & set(" \t\n()|\"'@\\")
