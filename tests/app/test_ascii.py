"""ASCII mode: the program draws nothing that a plain terminal cannot show."""

import ast
from pathlib import Path

import pytest
from looking import screen_text

import tui
from tui import config, files
from tui.text import ASCII

#: What leads to each place from the desk, and words that stand there alone.
PLACES = {
    "desk": (["right_square_bracket"], "Harbour trade grows"),
    "a verdict": (["right_square_bracket", "colon"], "needs context"),
    "find": (["slash", "=grain"], "1 of 1"),
    "search": (["s", "=grian"], "grian"),
    "nothing found": (["s", "=zzzz"], "zzzz"),
    "note": (["right_square_bracket", "a", "=Words.", "ctrl+t"], "Words."),
    "comparison": (["right_square_bracket", "right_square_bracket", "c"], "] next"),
    "question": (["a", "=Words.", "escape"], "Words."),
    "notes": (["plus", "w", "=Words.", "ctrl+s", "A"], "2 notes"),
    "facts": (["f", "p", "o", "plus"], "largest first"),
    "groups of facts": (["f", "u", "enter"], "grouped by unit"),
    "help": (["question_mark"], "What you can do"),
    "help of the list": (["tab", "question_mark"], "What you can do"),
    "manual": (["f1"], "- Manual -"),
    "palette": (["ctrl+p"], "Commands"),
    "themes": (["t", "j"], "- Themes -"),
    "problems": (["P"], "What is wrong"),
    "selecting": (["v", "right"], "a word more"),
}


@pytest.fixture
def ascii_alone(away_from_home):
    folder = files.config_folder()
    folder.mkdir()
    (folder / "config.toml").write_text("[reading]\nascii = true\nwidht = 1\n")


def strange(text):
    return {character for character in text if not (character.isascii() or character == "\n")}


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
@pytest.mark.parametrize("place", PLACES)
async def test_every_place_is_drawn_with_ascii(open_desk, type_in, ascii_alone, place, size):
    async with open_desk(size=size) as pilot:
        keys, words = PLACES[place]
        await type_in(pilot, *keys)
        shown = screen_text(pilot.app)
        assert strange(shown) == set()
        assert words in shown


async def test_the_manual_uses_the_signs_that_are_shown(open_desk, type_in, ascii_alone):
    async with open_desk(size=(100, 600)) as pilot:
        await type_in(pilot, "f1")
        assert strange(screen_text(pilot.app)) <= set("’")


async def test_the_text_of_a_document_is_shown_as_it_is(open_desk, type_in, folder, ascii_alone):
    (folder / "0-signs.txt").write_text("An arrow → and “12 %” of café ≈ 3.\n", encoding="utf-8")
    async with open_desk() as pilot:
        assert "An arrow → and “12 %” of café ≈ 3." in screen_text(pilot.app)


@pytest.mark.parametrize(
    "environment", [{"TERM": "linux"}, {"LC_ALL": "C"}, {"LC_ALL": "", "LANG": "de_DE"}]
)
async def test_a_plain_terminal_uses_ascii_by_default(open_desk, monkeypatch, environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    async with open_desk() as pilot:
        shown = screen_text(pilot.app)
        assert strange(shown) == set()
        assert "- Figures 7 -" in shown


async def test_the_flag_selects_ascii(open_desk):
    config.follow(config.Line(None, {"--ascii": True}))
    async with open_desk() as pilot:
        shown = screen_text(pilot.app)
        assert strange(shown) == set()
        assert "- Figures 7 -" in shown


async def test_other_terminals_use_all_signs(open_desk):
    async with open_desk() as pilot:
        assert strange(screen_text(pilot.app)) >= set("─━│·▎")


def test_every_sign_that_the_program_draws_is_in_the_table():
    house = Path(tui.__file__).parent
    folders = ("app", "session", "actions")
    drawn = set()
    for path in (path for folder in folders for path in (house / folder).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                drawn |= strange(node.value) if id(node) not in told else set()
    assert drawn - {"\ufeff"} <= set(ASCII)
