"""The settings: shipped defaults, and the precedence of files and flags."""

import json
from pathlib import Path

import pytest

from tui import config, files, toml
from tui.actions import ACTIONS
from tui.config import CHECKS, Settings, load
from tui.errors import FactdeskError


def test_the_shipped_file_says_what_the_records_say() -> None:
    assert load() == (Settings(), [])


def test_the_shipped_file_leaves_no_setting_out_and_has_no_other() -> None:
    values = toml.read(files.shipped("config.toml")).values
    recorded = {
        group: set(record._fields)
        for group, record in Settings()._asdict().items()
        if group != "keys"
    }
    assert {group: set(values[group]) for group in values if group != "keys"} == recorded
    assert set(CHECKS) == {f"{group}.{key}" for group, keys in recorded.items() for key in keys}


def test_the_shipped_keys_are_those_of_the_table_of_actions() -> None:
    shipped = files.shipped("config.toml").read_text("utf-8").partition("\n[keys]\n")[2]
    lines = [
        f"{action.id} = {json.dumps(action.keys, ensure_ascii=False)}  # {action.help}"
        for action in ACTIONS
    ]
    found = [line for line in shipped.split("\n") if " = [" in line]
    assert found == lines, "\n".join(("[keys] of config.toml must say", *lines))


def test_precedence_of_the_files(monkeypatch, tmp_path: Path) -> None:
    """The user's own file, `--config`, FACTDESK_CONFIG, flags: the later one counts."""

    def seen() -> tuple[int, str, int]:
        found, problems = load()
        assert problems == []
        return found.reading.width, found.theme.name, found.search.hits

    assert seen() == (80, "dusk", 200)
    files.config_folder().mkdir()
    (files.config_folder() / "config.toml").write_text(
        "[reading]\nwidth = 31\n[search]\nhits = 31\n"
    )
    assert seen() == (31, "dusk", 31)
    named = tmp_path / "named.toml"
    named.write_text("[reading]\nwidth = 32\n[theme]\nname = 'paper'\n")
    config.follow(config.Line(named))
    assert seen() == (32, "paper", 31)
    environment = tmp_path / "environment.toml"
    environment.write_text("[reading]\nwidth = 33\n")
    monkeypatch.setenv("FACTDESK_CONFIG", str(environment))
    assert seen() == (33, "paper", 31)
    config.follow(config.Line(named, {"--width": 34, "--theme": "nord"}))
    assert seen() == (34, "nord", 31)
    assert [path.name for path in config.sources()] == [
        "config.toml",
        "config.toml",
        "named.toml",
        "environment.toml",
    ]


@pytest.mark.parametrize("flag", [{"--theme": "dsuk"}, {"--width": 7}])
def test_an_invalid_flag_raises(flag: dict[str, object]) -> None:
    with pytest.raises(FactdeskError, match=r"--(theme|width) (names|is)"):
        config.follow(config.Line(None, flag))
    assert load()[0] == Settings()


def test_a_file_that_was_named_must_be_there(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTDESK_CONFIG", str(tmp_path / "none.toml"))
    assert [str(problem) for problem in load()[1]] == [
        f"{tmp_path / 'none.toml'}: no such file or folder"
    ]


def test_a_file_among_documents_is_never_read(monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[reading]\nwidth = 40\n")
    (tmp_path / ".factdesk").mkdir()
    (tmp_path / ".factdesk" / "config.toml").write_text("[reading]\nwidth = 40\n")
    monkeypatch.chdir(tmp_path)
    assert load() == (Settings(), [])


def test_only_keys_in_the_users_file_override(config_file) -> None:
    path = config_file('[reading]\nwidth = 66\n[documents]\nexclude = ["drafts/", "*.old.txt"]\n')
    found, problems = load(path)
    assert problems == []
    assert found == Settings()._replace(
        reading=config.Reading(66), documents=config.Documents(("drafts/", "*.old.txt"))
    )


def test_the_own_file_is_found_in_the_config_folder() -> None:
    files.config_folder().mkdir()
    (files.config_folder() / "config.toml").write_text("[reading]\nwidth = 100\n")
    assert load()[0].reading.width == 100


def test_a_byte_order_mark_is_no_mistake(config_file) -> None:
    found, problems = load(config_file(b"\xef\xbb\xbf[reading]\r\nwidth = 70\r\n"))
    assert (found.reading.width, problems) == (70, [])


def test_a_custom_theme_can_be_named(config_file) -> None:
    (files.config_folder() / "themes").mkdir(parents=True)
    (files.config_folder() / "themes" / "mine.toml").write_text("dark = true\n")
    found, problems = load(config_file('[theme]\nname = "mine"\n'))
    assert (found.theme.name, problems) == ("mine", [])
