"""Custom themes: inheritance, palettes, and one clear line for each mistake."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import files, theme, toml
from tui.theme import DEFAULTS, KEYS, load, names


@pytest.fixture
def write(away_from_home: Path):
    folder = files.config_folder() / "themes"
    folder.mkdir(parents=True)

    def write(name: str, content: str) -> None:
        (folder / f"{name}.toml").write_bytes(content.encode())

    return write


def said(name: str) -> list[str]:
    """The problems of a user theme, without the path of its folder."""
    folder = f"{files.config_folder() / 'themes'}/"
    return [str(problem).replace(folder, "") for problem in load(name)[1]]


def test_a_custom_theme_needs_only_what_differs(write) -> None:
    shipped = names()
    write("night", 'dark = true\nmoney = "#00ff00"\nbackground = "ansi_black"\n')
    found, problems = load("night")
    assert problems == []
    dusk = load("dusk")[0].colours
    assert (found.name, found.dark) == ("night", True)
    assert found.colours == {**dusk, "money": "#00ff00", "background": "ansi_black"}
    assert names() == sorted((*shipped, "night"))
    assert [theme.is_own(name) for name in ("night", "dusk")] == [True, False]


def test_a_custom_theme_overrides_the_shipped_one_with_its_name(write) -> None:
    write("paper", 'money = "#004400"\n')
    found, problems = load("paper")
    assert problems == []
    assert load("paper")[0] == found
    shipped = toml.read(files.shipped("themes") / "paper.toml").values
    assert found.dark is False
    assert found.colours == {**{key: shipped[key] for key in KEYS}, "money": "#004400"}


def test_a_theme_inherits_what_it_does_not_say(write) -> None:
    write("harbour", 'inherits = "nord"\nmoney = "#00ff00"\n')
    found, problems = load("harbour")
    assert problems == []
    nord = load("nord")[0]
    assert (found.dark, found.colours) == (nord.dark, {**nord.colours, "money": "#00ff00"})
    assert [path.name for path in found.files] == ["harbour.toml", "nord.toml"]


def test_a_palette_gives_names_to_colours_and_changes_those_of_what_is_inherited(write) -> None:
    write("one", 'dark = true\nmoney = "sea"\ncount = "sea"\n[palette]\nsea = "#00ffaa"\n')
    write("two", 'inherits = "one"\ndate = "sand"\n[palette]\nsea = "#11aaff"\nsand = "#ffeecc"\n')
    one, two = load("one"), load("two")
    assert one[1] == two[1] == []
    keys = ("money", "count", "date")
    assert [one[0].colours[key] for key in keys[:2]] == ["#00ffaa"] * 2
    assert [two[0].colours[key] for key in keys] == ["#11aaff", "#11aaff", "#ffeecc"]


def test_ones_own_theme_may_inherit_from_the_shipped_one_of_its_name(write) -> None:
    write("paper", 'inherits = "paper"\nmoney = "#004400"\n')
    found, problems = load("paper")
    assert (problems, found.dark, found.colours["money"]) == ([], False, "#004400")


def test_at_most_eight_themes_are_chained(write) -> None:
    for number in range(12):
        write(
            f"t{number}", f'inherits = "t{number + 1}"\ndark = true\nmoney = "#0000{number:02}"\n'
        )
    found, (problem,) = load("t0")
    assert (found.colours["money"], len(found.files)) == ("#000000", 8)
    assert "t8" in problem.what
    assert "too long" in problem.what


def test_matches_may_be_reversed(write) -> None:
    write("mine", 'dark = true\nhit = "reverse"\n')
    found, problems = load("mine")
    assert (problems, found.colours["hit"]) == ([], "reverse")


#: What a theme "mine" says, what is wrong with it, and the darkness that it is taken for.
HEX = "write #rrggbb, or a colour of the terminal such as ansi_bright_red"
STOP = "the whole file is ignored until this is fixed"
MISTAKES = [
    ('dark = true\nmoney = "grren"', f"mine.toml:2: 'money' is not a colour: 'grren'; {HEX}", True),
    ('dark = true\nmoney = "#fff"', f"mine.toml:2: 'money' is not a colour: '#fff'; {HEX}", True),
    ("dark = true\nmoney = 7", f"mine.toml:2: 'money' is not a colour: 7; {HEX}", True),
    (
        'dark = false\n\nmony = "#ffffff"',
        "mine.toml:3: no colour is called 'mony'; did you mean 'money'?",
        False,
    ),
    (
        "dark = 1",
        "mine.toml:1: 'dark' must be true or false; true when the background is dark",
        True,
    ),
    (
        'text = "#ffffff"',
        "mine.toml:1: 'dark' must be true or false; true when the background is dark",
        True,
    ),
    (
        'dark = true\nmoney = "reverse"',
        f"mine.toml:2: 'money' is not a colour: 'reverse'; {HEX}",
        True,
    ),
    (
        'dark = true\n[palette]\nsea = "blue"',
        f"mine.toml:3: 'palette.sea' is not a colour: 'blue'; {HEX}",
        True,
    ),
    (
        'dark = true\nmoney = "see"\n[palette]\nsea = "#00ffaa"',
        "mine.toml:2: 'money' is not a colour: 'see'; did you mean 'sea'?",
        True,
    ),
    (
        'dark = true\npalette = "sea"',
        "mine.toml:2: 'palette' must be a table; write [palette] on a line of its own",
        True,
    ),
    (
        'dark = false\ninherits = "papier"',
        "mine.toml:2: 'inherits' names an unknown theme: 'papier'; did you mean 'paper'?",
        False,
    ),
    (
        "dark = false\ninherits = 7",
        "mine.toml:2: 'inherits' names an unknown theme: 7",
        False,
    ),
    (
        '# round and round\ninherits = "mine"\ndark = true',
        (
            "mine.toml:2: it inherits from 'mine', in a cycle or a chain that is too long; "
            "inherit from another"
        ),
        True,
    ),
    (
        "dark = false\nmoney =",
        f"mine.toml:2: not valid TOML: invalid value; {STOP}",
        True,
    ),
]


@pytest.mark.parametrize(("content", "line", "dark"), MISTAKES)
def test_a_mistake_has_its_line_and_the_rest_counts(write, content: str, line: str, dark) -> None:
    write("mine", content)
    assert said("mine") == [line]
    found = load("mine")[0]
    assert (found.name, found.dark) == ("mine", dark)
    ours = load(DEFAULTS[dark])[0].colours
    white = {"text": "#ffffff"} if 'text = "#ffffff"' in content else {}
    assert found.colours == {**ours, **white}


def test_cyclic_inheritance_is_reported(write) -> None:
    write("one", 'inherits = "two"\ndark = true\n')
    write("two", 'inherits = "one"\nmoney = "#00ff00"\n')
    found = load("one")[0]
    assert found.colours == {**load("dusk")[0].colours, "money": "#00ff00"}
    (line,) = said("one")
    assert line.startswith("two.toml:1: it inherits from 'one'")


def test_a_broken_theme_in_a_chain_is_skipped(write) -> None:
    write("one", 'inherits = "two"\nmoney = "#00ff00"\ndark = false\n')
    write("two", "text = ")
    found = load("one")[0]
    assert found.colours == {**load("paper")[0].colours, "money": "#00ff00"}
    assert said("one") == [f"two.toml:1: not valid TOML: invalid value; {STOP}"]


def test_an_unknown_theme_names_the_nearest() -> None:
    found, problems = load("papier")
    assert found == load("dusk")[0]
    assert [str(problem) for problem in problems] == [
        "no theme is called 'papier'; did you mean 'paper'?"
    ]


@pytest.mark.parametrize("name", ["../themes/dusk", "/etc/passwd", "", ".hidden", "dusk.toml"])
def test_a_name_is_never_a_path(write, name: str) -> None:
    write(".hidden", "dark = true")
    assert load(name)[1][0].what == f"no theme is called {name!r}"


def test_without_the_shipped_themes_the_terminal_chooses(monkeypatch, write, tmp_path) -> None:
    monkeypatch.setattr(files, "shipped", lambda name: tmp_path / "gone")
    write("mine", 'dark = true\nmoney = "#00ff00"')
    colours = load("mine")[0].colours
    assert colours == {**dict.fromkeys(KEYS, "ansi_default"), "money": "#00ff00"}
    assert set(load("dusk")[0].colours.values()) == {"ansi_default"}


HUGE = f"0x{'f' * 5000}"
VALUE = st.one_of(
    st.text(max_size=9),
    st.sampled_from(
        ["true", '"nord"', '"strange"', '"reverse"', "{ a = 1 }", "[[]]", '"#123456"', HUGE]
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*KEYS, "dark", "inherits", "x"]), VALUE), max_size=5))
def test_any_theme_is_handled(lines: list[tuple[str, str]]) -> None:
    path = files.config_folder() / "themes" / "strange.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = "".join(f"{key} = {value}\n" for key, value in lines)
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    colours = load("strange")[0].colours
    assert set(colours) == set(KEYS)
    for key, colour in colours.items():
        assert theme.is_colour(colour) or (colour == "reverse" and key in theme.REVERSIBLE)
