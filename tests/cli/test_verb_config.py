"""`factdesk config` and `factdesk themes`: output and exit status."""

import json
import tomllib
from pathlib import Path

import pytest

from tui import config, files, theme
from tui.cli import main


@pytest.fixture
def own(away_from_home: Path):
    """Write a file into one's own config folder."""

    def write(name: str, content: str) -> Path:
        path = files.config_folder() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return path

    return write


def test_path_prints_every_file_in_order(own, capsys, tmp_path: Path) -> None:
    mine = own("config.toml", "")
    named = tmp_path / "named.toml"
    assert main(["config", "path", "--config", str(named)]) == 0
    assert capsys.readouterr().out.split("\n") == [
        str(files.shipped("config.toml")),
        str(mine),
        f"{named}  (missing)",
        "",
    ]


def test_show_prints_what_is_in_force_as_a_configuration(own, capsys, tmp_path: Path) -> None:
    own(
        "config.toml",
        '[reading]\nwidth = 66\n[notes]\nverdicts = ["è \\" \\\\ 中"]\n'
        '[keys]\nfigure.next = [";", "f5"]\nthemes.open = []\n',
    )
    assert main(["config", "show"]) == 0
    printed = capsys.readouterr().out
    assert tomllib.loads(printed)["reading"]["width"] == 66
    again = tmp_path / "again.toml"
    again.write_text(printed, "utf-8")
    assert config.load(again) == config.load()


def test_check_prints_every_mistake_and_ends_with_1(own, capsys) -> None:
    mine = own("config.toml", '[reading]\nwidht = 1\nwidth = 1\n[theme]\nname = "mine"\n')
    theirs = own("themes/mine.toml", 'dark = true\nmoney = "grren"\n')
    assert main(["config", "check"]) == 1
    printed = capsys.readouterr()
    assert printed.out.split("\n") == [
        f"{mine}:2: unknown setting 'reading.widht'; did you mean 'width'?",
        f"{mine}:3: 'reading.width' is out of range: 1; 30 to 200",
        (
            f"{theirs}:2: 'money' is not a colour: 'grren'; "
            "write #rrggbb, or a colour of the terminal such as ansi_bright_red"
        ),
        "",
    ]


def test_check_of_what_is_right_prints_nothing_and_ends_with_0(own, capsys) -> None:
    own("config.toml", "[reading]\nwidth = 66\n")
    assert main(["config", "check"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "nothing is wrong" in printed.err


def test_themes_lists_every_theme(own, capsys) -> None:
    own("themes/mine.toml", 'dark = false\nmoney = "#123456"\n')
    assert main(["themes"]) == 0
    lines = capsys.readouterr().out.split("\n")[:-1]
    assert [line[2:].split()[0] for line in lines] == theme.names()
    assert [line.split() for line in lines if line[0] == "*"] == [["*", "dusk", "dark"]]
    assert [line.split() for line in lines if "yours" in line] == [["mine", "light", "yours"]]
    assert main(["themes", "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.split("\n")[:-1]]
    mine = next(one for one in found if one["name"] == "mine")
    assert (mine["dark"], mine["money"]) == (False, "#123456")


def test_themes_reports_problems_with_custom_themes(own, capsys) -> None:
    own("themes/mine.toml", 'dark = false\nmoney = "grren"\n')
    assert main(["themes"]) == 1
    assert "mine.toml:2: 'money' is not a colour" in capsys.readouterr().err


def test_an_invalid_flag_exits_with_2(capsys) -> None:
    assert main(["--theme", "dsuk"]) == 2
    assert "--theme names no theme: 'dsuk'; did you mean 'dusk'?" in capsys.readouterr().err
    assert main(["--width", "7"]) == 2
    assert "--width is out of range: 7; 30 to 200" in capsys.readouterr().err


def test_the_config_flag_works_for_every_verb(tmp_path: Path, capsys) -> None:
    (tmp_path / "a.txt").write_text("Some 30 ships sank in 1999.", "utf-8")
    (tmp_path / "b.txt").write_text("Some 40 ships sank.", "utf-8")
    (tmp_path / "c.org").write_text("Some 50 ships sank.", "utf-8")
    settings = tmp_path / "named.toml"
    settings.write_text(
        '[documents]\nexclude = ["b.txt"]\nendings = [".txt", ".ORG"]\n'
        '[figures]\nleave_out = ["date"]\n'
    )
    assert main(["figures", str(tmp_path), "--config", str(settings)]) == 0
    printed = capsys.readouterr().out
    assert "30 ships" in printed
    assert "50 ships" in printed
    assert "40 ships" not in printed
    assert "1999" not in printed.replace("30 ships · 1999", "")
