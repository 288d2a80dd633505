"""The table of commands: paths alone need no parser."""

import pytest

from tui.cli.commands import options_for_paths
from tui.cli.parser import parse_arguments


@pytest.mark.parametrize("words", [[], ["a.txt"], [".", "a.txt", "no-such-file"]])
def test_paths_alone_give_what_the_parser_makes_of_them(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("A line.")
    assert options_for_paths(words) == parse_arguments(words)


@pytest.mark.parametrize(
    "words",
    [["figures"], ["figures", "a.txt"], ["no-such-file"], ["--tour"], ["a.txt", "--ascii"], [""]],
)
def test_all_else_is_left_to_the_parser(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("A line.")
    assert options_for_paths(words) is None
