"""Recent and saved queries."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FactdeskError
from tui.session.remembered.recent_queries import MAX_LINES, MAX_QUERIES, Recall, RecentQueries
from tui.session.remembered.saved_queries import SavedQueries, as_name


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


EDITED = """# Mine, by subject.

# For the yearbook:
"Big Sums" = '>1bn'  # ask Li
both = \"""
fraud
telecom\"""
number = 3  # no query

# From the desk of old:
small = "<10"

[later]
big-sums = "of a table"
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_written_by_hand_stays(tmp_path: Path, newline: str) -> None:
    path, edited = tmp_path / "queries.toml", EDITED.replace("\n", newline)
    path.write_bytes(b"\xef\xbb\xbf" + edited.encode())
    saved = SavedQueries(tmp_path)
    saved.save("big sums", ">2bn # twice")
    old = f"\"Big Sums\" = '>1bn'  # ask Li{newline}"
    assert old in edited
    expected = edited.replace(old, 'big-sums = ">2bn # twice"  # ask Li\n')
    assert path.read_bytes().decode() == expected
    saved.save("größe", "län")
    expected = expected.replace(f"{newline}[later]", f'{newline}"größe" = "län"\n[later]')
    assert path.read_bytes().decode() == expected
    saved.drop("both")
    saved.drop("größe")
    saved.drop("nothing")
    assert saved.all() == {"big-sums": ">2bn # twice", "small": "<10"}
    text = path.read_bytes().decode()
    assert len(text.split("\n")) == len(edited.split("\n")) - 3
    assert all(comment in text for comment in ("# Mine", "# For", "# ask Li", "# no", "# From"))


def test_names_that_are_one_name_become_one(tmp_path: Path) -> None:
    (tmp_path / "queries.toml").write_text('"Big Sums" = "a"\nbig-sums = "b"', encoding="utf-8")
    saved = SavedQueries(tmp_path)
    assert saved.all() == {"big-sums": "b"}
    saved.save("big-sums", "c")
    assert (tmp_path / "queries.toml").read_text(encoding="utf-8") == 'big-sums = "c"\n'


def test_what_would_break_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "queries.toml"
    path.write_text('[later]\nx = "y"\n', encoding="utf-8")
    saved = SavedQueries(tmp_path)
    with pytest.raises(FactdeskError, match="choose another name"):
        saved.save("later", "fraud")
    with pytest.raises(FactdeskError, match="no room"):
        saved.save("long", "x" * 70_000)
    assert path.read_text(encoding="utf-8") == '[later]\nx = "y"\n'
    assert saved.save("sooner", "fraud") == "sooner"
    assert saved.all() == {"sooner": "fraud"}


def test_an_unwritable_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    with pytest.raises(FactdeskError, match=r"queries\.toml"):
        SavedQueries(tmp_path / "state").save("big", ">1bn")


@given(st.text(max_size=80))
def test_names_are_normalized(typed: str) -> None:
    name = as_name(typed)
    assert as_name(name) == name
    assert not set(name) & set(" \t\n()|\"'@\\")
