"""The themes: what is shipped can be read and told apart, and a bad colour is one clear line."""

import math
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import files, theme, toml
from tui.theme import ANSI, DEFAULTS, GROUNDS, KEYS, LINES, TEXTS, load, names

SHIPPED = ("dusk", "paper")

#: The kinds of figures that stand side by side in a text, and so must be told apart.
KINDS = ("count", "money", "percent", "measure", "duration", "date")

#: Words that are found, selected or under the cursor are read on these.
READ_ON = ("background", "surface", "cursor")


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


def linear(colour: str) -> list[float]:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: 1 (none) to 21 (black on white)."""
    dim, bright = sorted(
        sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (bright + 0.05) / (dim + 0.05)


def lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = linear(colour)
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (
            (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
            0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
            (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """How different two colours in CIELAB look: 1 can just be seen, 15 is another colour."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grey = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    c1, c2 = math.hypot(a1 * grey, b1), math.hypot(a2 * grey, b2)
    h1 = math.degrees(math.atan2(b1, a1 * grey)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * grey)) % 360
    apart = abs(h2 - h1) > 180
    turn = h2 - h1 - math.copysign(360, h2 - h1) * apart if c1 * c2 else 0.0
    hue = (h1 + h2 + 360 * apart * (1 if h1 + h2 < 360 else -1)) / (2 if c1 * c2 else 1)
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2

    def cos(degrees: float) -> float:
        return math.cos(math.radians(degrees))

    t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6)
    t -= 0.20 * cos(4 * hue - 63)
    dl = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    blue = math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2)))
    twist = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(blue)
    return math.sqrt(dl**2 + dc**2 + dh**2 + twist * dc * dh)


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [  # Published pairs: blue, grey, across the red axis, far apart.
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_the_difference_is_computed_as_published(one, other, difference: float) -> None:
    assert ciede2000(one, other) == pytest.approx(difference, abs=1e-4)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


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
    assert set(values) == {"dark", *KEYS}
    assert found.colours == {key: values[key] for key in KEYS}


@pytest.mark.parametrize("name", SHIPPED)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    colours = load(name)[0].colours
    for text in TEXTS:
        for ground in GROUNDS:
            ratio = contrast(colours[text], colours[ground])
            least = 4.5 if text != "muted" or ground in READ_ON else 3.5
            assert ratio >= least, f"{text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("name", SHIPPED)
def test_the_focused_border_is_seen_and_the_others_stay_behind(name: str) -> None:
    colours = load(name)[0].colours
    for ground in ("background", "surface"):
        focus, border = (contrast(colours[line], colours[ground]) for line in ("focus", "border"))
        assert focus >= 3 > border >= 1.4


@pytest.mark.parametrize("name", SHIPPED)
def test_kinds_of_figures_are_told_apart(name: str) -> None:
    colours = {key: lab(colour) for key, colour in load(name)[0].colours.items()}
    for one, other in combinations((*KINDS, "malformed", "text"), 2):
        difference = ciede2000(colours[one], colours[other])
        assert difference >= 15, f"{one} and {other}: {difference:.1f}"


@pytest.mark.parametrize("name", SHIPPED)
def test_grounds_are_told_apart(name: str) -> None:
    colours = {key: lab(colour) for key, colour in load(name)[0].colours.items()}
    for one, other in combinations(("background", "cursor", "selection", "hit", "hit-current"), 2):
        difference = ciede2000(colours[one], colours[other])
        assert difference >= 5, f"{one} and {other}: {difference:.1f}"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_dark_theme_is_dark(name: str) -> None:
    found = load(name)[0]
    darker = lab(found.colours["background"])[0] < lab(found.colours["text"])[0]
    assert found.dark == darker


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
    assert found == ("night", True, {**dusk, "money": "#00ff00", "background": "ansi_black"})
    assert names() == ["dusk", "night", "paper"]


def test_ones_own_theme_overlays_the_shipped_one_of_its_name(write) -> None:
    write("paper", 'money = "#004400"\n')
    found, problems = load("paper")
    assert problems == []
    assert load("paper")[0] == found
    shipped = toml.read(files.shipped("themes") / "paper.toml").values
    assert found.dark is False
    assert found.colours == {**{key: shipped[key] for key in KEYS}, "money": "#004400"}


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


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*KEYS, "dark", "x"]), st.text(max_size=9)), max_size=5))
def test_no_theme_is_too_strange(lines: list[tuple[str, str]]) -> None:
    path = files.config_folder() / "themes" / "strange.toml"
    content = "".join(f"{key} = {value}\n" for key, value in lines)
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    colours = load("strange")[0].colours
    assert set(colours) == set(KEYS)
    assert all(theme.is_colour(colour) for colour in colours.values())
