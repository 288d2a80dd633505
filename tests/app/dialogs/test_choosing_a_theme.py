"""Choosing a theme: previewed, applied or cancelled, and remembered."""

import json
from itertools import combinations

import pytest
from looking import screen_text

from tui import config, theme
from tui.app.paint import Ink


@pytest.fixture
def own(away_from_home):
    """Write a user theme."""
    folder = away_from_home / "config_folder" / "themes"
    folder.mkdir(parents=True)
    return lambda name, content: (folder / f"{name}.toml").write_text(content, "utf-8")


def in_use(pilot):
    """The theme that Textual uses, and the background that ours has."""
    return pilot.app.theme.removeprefix("factdesk-"), pilot.app.desk.reader.ink.ground.bgcolor.name


def ground(name):
    return theme.load(name)[0].colours["background"]


async def test_a_theme_is_previewed_under_the_cursor_and_kept_by_enter(open_desk, type_in):
    async with open_desk() as pilot:
        assert in_use(pilot) == ("dusk", ground("dusk"))
        await type_in(pilot, "t", "j")
        assert in_use(pilot) == ("gruvbox-dark", ground("gruvbox-dark"))
        await type_in(pilot, "t", "enter")
        assert in_use(pilot) == ("gruvbox-light", ground("gruvbox-light"))
        assert pilot.app.screen is pilot.app.desk
        assert "Theme: gruvbox-light" in screen_text(pilot.app)
        assert pilot.app.session.memory.theme == "gruvbox-light"
    async with open_desk() as pilot:
        assert in_use(pilot) == ("gruvbox-light", ground("gruvbox-light"))


async def test_escape_restores_the_previous_theme(open_desk, type_in, away_from_home):
    async with open_desk() as pilot:
        await type_in(pilot, "t", "G")
        assert in_use(pilot)[0] == "tokyo-night"
        await type_in(pilot, "t")
        assert in_use(pilot)[0] == "catppuccin-latte", "from the last on to the first"
        await type_in(pilot, "escape")
        assert in_use(pilot) == ("dusk", ground("dusk"))
    state = json.loads((away_from_home / "state_folder" / "state.json").read_text())
    assert state["theme"] is None


async def test_a_theme_named_in_the_settings_later_wins(open_desk, type_in, away_from_home):
    async with open_desk() as pilot:
        await type_in(pilot, "t", "j", "enter")
        assert in_use(pilot)[0] == "gruvbox-dark"
    folder = away_from_home / "config_folder"
    folder.mkdir()
    (folder / "config.toml").write_text('[theme]\nname = "nord"\n')
    async with open_desk() as pilot:
        assert in_use(pilot)[0] == "nord"


async def test_a_flag_wins_over_the_remembered_theme_and_is_not_remembered(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "t", "j", "enter")
    config.follow(config.Line(None, {"--theme": "nord"}))
    async with open_desk() as pilot:
        assert in_use(pilot)[0] == "nord"
    config.follow(config.Line())
    async with open_desk() as pilot:
        assert in_use(pilot)[0] == "gruvbox-dark"


async def test_a_terminal_with_few_colours_uses_their_theme(open_desk, type_in, monkeypatch):
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "linux")
    async with open_desk() as pilot:
        assert in_use(pilot)[0] == theme.SIXTEEN
    config.follow(config.Line(None, {"--theme": "nord"}))
    async with open_desk() as pilot:
        assert in_use(pilot)[0] == "nord"


async def test_no_color_means_no_colours(open_desk, type_in, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "")
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "slash", "=port", "enter")
        colours = {
            (segment.style.color, segment.style.bgcolor)
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None
        }
        assert all(one is None or one.is_default for pair in colours for one in pair), (
            "no escape sequence asks for a colour"
        )


async def test_every_theme_can_be_applied_in_turn(open_desk, type_in):
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "t", "g")
        for name in theme.names():
            assert pilot.app.theme == f"factdesk-{name}"
            assert name in screen_text(pilot.app)
            await type_in(pilot, "t")


async def test_problems_with_a_theme_are_shown_when_it_is_chosen(open_desk, type_in, own):
    own("dust", 'dark = true\nmoney = "grren"\n')
    async with open_desk() as pilot:
        await type_in(pilot, "t", "j")
        assert "'grren'" in screen_text(pilot.app)
        assert "dust  yours" in screen_text(pilot.app)
        await type_in(pilot, "j")
        assert "'grren'" not in screen_text(pilot.app)


# What an Ink makes of a theme.


_KINDS = ("count", "money", "percent", "measure", "duration", "date", "malformed")


@pytest.mark.parametrize("name", ["dusk", "terminal"])
def test_without_colours_kinds_of_figures_differ_in_weight_and_line(name):
    ink = Ink(theme.load(name)[0], colourless=True)
    styles = [ink.kind(kind).without_color for kind in _KINDS]
    for one, other in combinations(styles, 2):
        assert one != other
    assert all(style.underline for style in styles)


def test_matches_focus_and_selection_are_visible_without_colours():
    ink = Ink(theme.load("dusk")[0], colourless=True)
    plain = ink.ground.without_color
    layers = (ink.hit, ink.hit_current, ink.selection, ink.focused)
    assert all((plain + layer.without_color) != plain for layer in layers)
    assert ink.hit.without_color != ink.hit_current.without_color


def test_with_colours_figures_are_only_underlined_and_nothing_is_dimmed():
    ink = Ink(theme.load("dusk")[0])
    assert {ink.kind(kind).bold for kind in _KINDS} == {None}
    assert len({str(ink.kind(kind).color) for kind in _KINDS}) == len(_KINDS)
    assert not ink.chrome.dim, "it could not be read any more"


def test_reversed_matches_differ_from_the_current_one():
    ink = Ink(theme.load("terminal")[0])
    assert ink.hit.reverse
    assert ink.hit_current.reverse
    assert ink.hit != ink.hit_current


@pytest.mark.parametrize("setting", [("NO_COLOR", "1"), ("COLORTERM", "")])
async def test_the_cursor_of_a_field_is_seen_without_colours(
    open_desk, type_in, monkeypatch, setting
):
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.setenv(*setting)
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=grain")
        typed, cursor, *_ = list(pilot.app.screen.query_one("#query").render_line(0))
        assert (typed.text.strip(), cursor.text) == ("grain", " ")
        assert cursor.style.reverse
        for colour in (cursor.style.color, cursor.style.bgcolor):
            assert colour is None or colour.is_default


async def test_a_theme_is_not_applied_after_the_list_was_closed(open_desk, type_in, monkeypatch):
    monkeypatch.setattr("tui.app.dialog.FOLLOWS", 0.02)
    async with open_desk() as pilot:
        await type_in(pilot, "t")
        await pilot.press("j", "escape")
        await pilot.pause(0.1)
        assert in_use(pilot) == ("dusk", ground("dusk"))
