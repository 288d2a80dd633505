"""The shipped themes: complete, readable, with distinct colours."""

from itertools import combinations

import pytest
from colours import ciede2000, contrast, lab, measured, seen

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


def test_every_colour_has_its_use_and_only_one() -> None:
    assert len(set(KEYS)) == len(KEYS) == len(GROUNDS) + len(LINES) + len(TEXTS)
