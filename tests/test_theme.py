"""The themes: what is shipped can be read and told apart, and a bad colour is one clear line."""

from itertools import combinations
from pathlib import Path

import pytest
from colours import ciede2000, contrast, lab, measured, seen
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import files, theme, toml
from tui.theme import ANSI, DEFAULTS, GROUNDS, KEYS, LINES, TEXTS, load, names

SHIPPED = (
    "catppuccin-latte",
    "catppuccin-mocha",
    "colour-blind-dark",
    "colour-blind-light",
    "dracula",
    "dusk",
    "gruvbox-dark",
    "gruvbox-light",
    "high-contrast-dark",
    "high-contrast-light",
    "nord",
    "paper",
    "rose-pine",
    "solarized-dark",
    "solarized-light",
    "terminal",
    "tokyo-night",
)

#: The kinds of figures that stand side by side in a text, and so must be told apart.
KINDS = ("count", "money", "percent", "measure", "duration", "date")


@pytest.fixture(autouse=True)
def _no_themes_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "config_folder", lambda: tmp_path)
    (tmp_path / "themes").mkdir()


@pytest.fixture
def write(tmp_path: Path):
    def write(name: str, content: str) -> None:
        (tmp_path / "themes" / f"{name}.toml").write_bytes(content.encode())

    return write


def said(name: str) -> list[str]:
    """What is wrong with a theme of one's own, without its folder."""
    folder = f"{files.config_folder() / 'themes'}/"
    return [str(problem).replace(folder, "") for problem in load(name)[1]]


# Colours, measured.


#: The reference data of Sharma, Wu and Dalal, The CIEDE2000 Color-Difference Formula:
#: Implementation Notes, Supplementary Test Data, and Mathematical Observations (2005), table 1.
PUBLISHED = """
50.0000   2.6772 -79.7751   50.0000   0.0000 -82.7485   2.0425
50.0000   3.1571 -77.2803   50.0000   0.0000 -82.7485   2.8615
50.0000   2.8361 -74.0200   50.0000   0.0000 -82.7485   3.4412
50.0000  -1.3802 -84.2814   50.0000   0.0000 -82.7485   1.0000
50.0000  -1.1848 -84.8006   50.0000   0.0000 -82.7485   1.0000
50.0000  -0.9009 -85.5211   50.0000   0.0000 -82.7485   1.0000
50.0000   0.0000   0.0000   50.0000  -1.0000   2.0000   2.3669
50.0000  -1.0000   2.0000   50.0000   0.0000   0.0000   2.3669
50.0000   2.4900  -0.0010   50.0000  -2.4900   0.0009   7.1792
50.0000   2.4900  -0.0010   50.0000  -2.4900   0.0010   7.1792
50.0000   2.4900  -0.0010   50.0000  -2.4900   0.0011   7.2195
50.0000   2.4900  -0.0010   50.0000  -2.4900   0.0012   7.2195
50.0000  -0.0010   2.4900   50.0000   0.0009  -2.4900   4.8045
50.0000  -0.0010   2.4900   50.0000   0.0010  -2.4900   4.8045
50.0000  -0.0010   2.4900   50.0000   0.0011  -2.4900   4.7461
50.0000   2.5000   0.0000   50.0000   0.0000  -2.5000   4.3065
50.0000   2.5000   0.0000   73.0000  25.0000 -18.0000  27.1492
50.0000   2.5000   0.0000   61.0000  -5.0000  29.0000  22.8977
50.0000   2.5000   0.0000   56.0000 -27.0000  -3.0000  31.9030
50.0000   2.5000   0.0000   58.0000  24.0000  15.0000  19.4535
50.0000   2.5000   0.0000   50.0000   3.1736   0.5854   1.0000
50.0000   2.5000   0.0000   50.0000   3.2972   0.0000   1.0000
50.0000   2.5000   0.0000   50.0000   1.8634   0.5757   1.0000
50.0000   2.5000   0.0000   50.0000   3.2592   0.3350   1.0000
60.2574 -34.0099  36.2677   60.4626 -34.1751  39.4387   1.2644
63.0109 -31.0961  -5.8663   62.8187 -29.7946  -4.0864   1.2630
61.2901   3.7196  -5.3901   61.4292   2.2480  -4.9620   1.8731
35.0831 -44.1164   3.7933   35.0232 -40.0716   1.5901   1.8645
22.7233  20.0904 -46.6940   23.0331  14.9730 -42.5619   2.0373
36.4612  47.8580  18.3852   36.2715  50.5065  21.2231   1.4146
90.8027  -2.0831   1.4410   91.1528  -1.6435   0.0447   1.4441
90.9257  -0.5406  -0.9208   88.6381  -0.8985  -0.7239   1.5381
 6.7747  -0.2908  -2.4247    5.8714  -0.0985  -2.2286   0.6377
 2.0776   0.0795  -1.1350    0.9033  -0.0636  -0.5514   0.9082
"""


@pytest.mark.parametrize("row", PUBLISHED.strip().split("\n"))
def test_the_difference_is_computed_as_published(row: str) -> None:
    l1, a1, b1, l2, a2, b2, difference = map(float, row.split())
    assert ciede2000((l1, a1, b1), (l2, a2, b2)) == pytest.approx(difference, abs=1e-4)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_an_eye_without_green_sees_greys_as_they_are_and_red_and_green_as_one_hue() -> None:
    assert seen("#808080") == pytest.approx(lab("#808080"), abs=0.1)
    red, green = seen("#c04040"), seen("#708030")
    assert ciede2000(lab("#c04040"), lab("#708030")) > 3 * ciede2000(red, green)


# What is shipped.


def test_the_shipped_themes_are_these() -> None:
    assert names() == sorted(SHIPPED)
    assert [load(DEFAULTS[dark])[0].dark for dark in (True, False)] == [True, False]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_theme_says_every_colour_and_nothing_else(name: str) -> None:
    found, problems = load(name)
    assert problems == []
    assert found.name == name
    values = toml.read(files.shipped("themes") / f"{name}.toml").values
    palette = values.pop("palette", {})
    assert set(values) == {"dark", *KEYS}
    assert found.colours == {key: palette.get(values[key], values[key]) for key in KEYS}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_palette_holds_nothing_that_the_theme_does_not_speak_of(name: str) -> None:
    path = files.shipped("themes") / f"{name}.toml"
    above, _, palette = path.read_text("utf-8").partition("[palette]\n")
    for line in palette.split("\n")[:-1]:
        word = line.partition(" ")[0]
        assert f'"{word}"' in above or f"  # {word}\n" in above, word


@pytest.mark.parametrize("name", SHIPPED)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    least = 7 if "contrast" in name else 4.5
    colours = measured(name)
    for text in TEXTS:
        for ground in GROUNDS:
            ratio = contrast(colours[text], colours[ground])
            assert ratio >= least, f"{text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("name", SHIPPED)
def test_the_focused_border_is_seen_and_the_others_stay_behind(name: str) -> None:
    colours = measured(name)
    for ground in ("background", "surface"):
        focus, border = (contrast(colours[line], colours[ground]) for line in ("focus", "border"))
        assert focus > border >= (3 if "contrast" in name else 1.3)
        assert focus >= 2.7


@pytest.mark.parametrize("name", SHIPPED)
def test_kinds_of_figures_are_told_apart(name: str) -> None:
    colours = measured(name)
    for one, other in combinations((*KINDS, "malformed", "text"), 2):
        difference = ciede2000(lab(colours[one]), lab(colours[other]))
        assert difference >= 15, f"{one} and {other}: {difference:.1f}"


@pytest.mark.parametrize("name", [name for name in SHIPPED if "blind" in name])
def test_kinds_of_figures_are_told_apart_by_an_eye_without_green(name: str) -> None:
    colours = measured(name)
    for one, other in combinations((*KINDS, "malformed", "text"), 2):
        difference = ciede2000(seen(colours[one]), seen(colours[other]))
        assert difference >= 14, f"{one} and {other}: {difference:.1f}"


@pytest.mark.parametrize("name", SHIPPED)
def test_grounds_are_told_apart(name: str) -> None:
    said = load(name)[0].colours
    colours = measured(name)
    grounds = ("background", "cursor", "selection", "hit", "hit-current")
    for one, other in combinations([key for key in grounds if said[key] not in ANSI], 2):
        if theme.REVERSE not in (said[one], said[other]):
            difference = ciede2000(lab(colours[one]), lab(colours[other]))
            assert difference >= 5, f"{one} and {other}: {difference:.1f}"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_dark_theme_is_dark(name: str) -> None:
    colours = measured(name)
    darker = lab(colours["background"])[0] < lab(colours["text"])[0]
    assert load(name)[0].dark == darker


def test_the_theme_for_few_colours_has_only_those() -> None:
    assert set(load(theme.SIXTEEN)[0].colours.values()) <= {*ANSI, theme.REVERSE}


def test_textual_can_draw_every_colour_that_is_taken() -> None:
    from textual.color import Color

    for colour in (*ANSI, "#1b1d23", "#ABCDEF"):
        assert theme.is_colour(colour)
        Color.parse(colour)


# What is of one's own.


def test_ones_own_theme_need_say_only_what_differs(write) -> None:
    write("night", 'dark = true\nmoney = "#00ff00"\nbackground = "ansi_black"\n')
    found, problems = load("night")
    assert problems == []
    dusk = load("dusk")[0].colours
    assert (found.name, found.dark) == ("night", True)
    assert found.colours == {**dusk, "money": "#00ff00", "background": "ansi_black"}
    assert names() == sorted((*SHIPPED, "night"))
    assert [theme.is_own(name) for name in ("night", "dusk")] == [True, False]


def test_ones_own_theme_overlays_the_shipped_one_of_its_name(write) -> None:
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


def test_nobody_reads_through_more_than_eight_themes(write) -> None:
    for number in range(12):
        write(
            f"t{number}", f'inherits = "t{number + 1}"\ndark = true\nmoney = "#0000{number:02}"\n'
        )
    found, (problem,) = load("t0")
    assert (found.colours["money"], len(found.files)) == ("#000000", 8)
    assert "t8" in problem.what
    assert "too far" in problem.what


def test_what_is_found_may_change_places_with_its_ground(write) -> None:
    write("mine", 'dark = true\nhit = "reverse"\n')
    found, problems = load("mine")
    assert (problems, found.colours["hit"]) == ([], "reverse")


#: What a theme "mine" says, what is wrong with it, and the darkness that it is taken for.
HEX = "write #rrggbb, or a colour of the terminal such as ansi_bright_red"
STOP = "nothing in this file counts until that is put right"
MISTAKES = [
    ('dark = true\nmoney = "grren"', f"mine.toml:2: 'money' is no colour: 'grren'; {HEX}", True),
    ('dark = true\nmoney = "#fff"', f"mine.toml:2: 'money' is no colour: '#fff'; {HEX}", True),
    ("dark = true\nmoney = 7", f"mine.toml:2: 'money' is no colour: 7; {HEX}", True),
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
        f"mine.toml:2: 'money' is no colour: 'reverse'; {HEX}",
        True,
    ),
    (
        'dark = true\n[palette]\nsea = "blue"',
        f"mine.toml:3: 'palette.sea' is no colour: 'blue'; {HEX}",
        True,
    ),
    (
        'dark = true\nmoney = "see"\n[palette]\nsea = "#00ffaa"',
        "mine.toml:2: 'money' is no colour: 'see'; did you mean 'sea'?",
        True,
    ),
    (
        'dark = true\npalette = "sea"',
        "mine.toml:2: 'palette' is a group of colours; write [palette] above them",
        True,
    ),
    (
        'dark = false\ninherits = "papier"',
        "mine.toml:2: 'inherits' names no theme there is: 'papier'; did you mean 'paper'?",
        False,
    ),
    (
        "dark = false\ninherits = 7",
        "mine.toml:2: 'inherits' names no theme there is: 7",
        False,
    ),
    (
        '# round and round\ninherits = "mine"\ndark = true',
        (
            "mine.toml:2: it inherits from 'mine', which leads back to it or too far; "
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


def test_themes_that_inherit_in_a_circle_end_it_where_they_meet(write) -> None:
    write("one", 'inherits = "two"\ndark = true\n')
    write("two", 'inherits = "one"\nmoney = "#00ff00"\n')
    found = load("one")[0]
    assert found.colours == {**load("dusk")[0].colours, "money": "#00ff00"}
    (line,) = said("one")
    assert line.startswith("two.toml:1: it inherits from 'one'")


def test_a_broken_theme_between_two_others_says_nothing(write) -> None:
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


def test_every_colour_has_its_use_and_only_one() -> None:
    assert len(set(KEYS)) == len(KEYS) == len(GROUNDS) + len(LINES) + len(TEXTS)


VALUE = st.one_of(
    st.text(max_size=9),
    st.sampled_from(["true", '"nord"', '"strange"', '"reverse"', "{ a = 1 }", "[[]]", '"#123456"']),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*KEYS, "dark", "inherits", "x"]), VALUE), max_size=5))
def test_no_theme_is_too_strange(lines: list[tuple[str, str]]) -> None:
    path = files.config_folder() / "themes" / "strange.toml"
    content = "".join(f"{key} = {value}\n" for key, value in lines)
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    colours = load("strange")[0].colours
    assert set(colours) == set(KEYS)
    for key, colour in colours.items():
        assert theme.is_colour(colour) or (colour == "reverse" and key in theme.REVERSIBLE)
