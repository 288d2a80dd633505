"""Settings and themes saved while the desk is open, and custom keys."""

import os

import pytest
import strange
from looking import screen_text, settle

from tui import files, theme
from tui.actions import ACTIONS, LAYERS
from tui.app import keys
from tui.app.settings_watch import SettingsWatch


@pytest.fixture
def save(away_from_home):
    """Write a file into one's own config folder, with another time than before."""
    times = iter(range(1_700_000_000, 1_800_000_000))

    def save(name, content):
        path = files.config_folder() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        os.utime(path, (next(times),) * 2)
        return path

    return save


async def looked(pilot):
    """Let the application look at its files, and take over what was saved."""
    pilot.app.settings_watch.check()
    await settle(pilot)


async def test_configured_keys_work(open_desk, type_in, save):
    save("config.toml", '[keys]\nfigure.next = [";", "f5"]\nfind.open = []\nnotes.open = "f6"\n')
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "semicolon")
        assert session.figure == 0
        await type_in(pilot, "f5")
        assert session.figure == 1
        await type_in(pilot, "right_square_bracket", "slash")
        assert session.figure == 1
        assert pilot.app.desk.panes.typed_for is None
        footer = screen_text(pilot.app).split("\n")[-1]
        assert "; figure" in footer
        assert "f6 all notes" in footer
        assert " find" not in footer
        await type_in(pilot, "question_mark")
        assert ";  f5" in screen_text(pilot.app)
        assert "no key        Find words" in " ".join(screen_text(pilot.app).split("|"))


async def test_messages_name_the_effective_keys(open_desk, type_in, save):
    save(
        "config.toml",
        '[keys]\nask.yes = "f5"\nask.no = "f6"\nnote.undo = "f7"\nselect.more = "f8"\n'
        "note.write = []\n",
    )
    async with open_desk() as pilot:
        await type_in(pilot, "e")
        assert "No note here: ^p “note” writes one." in screen_text(pilot.app)
        await type_in(pilot, "v")
        assert "f8 a word more, ← less" in screen_text(pilot.app)
        await type_in(pilot, "escape", "right_square_bracket", "plus", "d")
        assert "f5 yes    f6 no" in screen_text(pilot.app)
        await type_in(pilot, "y", "f5")
        assert "Note deleted: f7 brings it back." in screen_text(pilot.app)


async def test_keys_apply_as_soon_as_they_are_saved(open_desk, type_in, save):
    async with open_desk() as pilot:
        session = pilot.app.session
        await looked(pilot)
        save("config.toml", '[keys]\nfigure.next = "f5"\n')
        await looked(pilot)
        assert "The settings were reloaded." in screen_text(pilot.app)
        await type_in(pilot, "right_square_bracket")
        assert session.figure is None
        await type_in(pilot, "f5")
        assert session.figure == 0
        pilot.app.desk.status.clear_message()
        await settle(pilot)
        assert "f5 figure" in screen_text(pilot.app).split("\n")[-1]
        save("config.toml", "[keys]\nfigure.next = []\n")
        await looked(pilot)
        await type_in(pilot, "f5", "right_square_bracket")
        assert session.figure == 0
        save("config.toml", "")
        await looked(pilot)
        await type_in(pilot, "right_square_bracket")
        assert session.figure == 1
        pilot.app.desk.status.clear_message()
        await settle(pilot)
        assert "] figure" in screen_text(pilot.app).split("\n")[-1]


async def test_without_keys_no_key_does_anything(open_desk, type_in, save):
    save("config.toml", "[keys]\n" + "".join(f"{action.id} = []\n" for action in ACTIONS))
    keys = {key for action in ACTIONS for key in action.keys if action.where in LAYERS["desk"]}
    async with open_desk() as pilot:
        session = pilot.app.session
        place, before = session.place, screen_text(pilot.app)
        await type_in(pilot, *sorted(keys))
        assert pilot.app.screen is pilot.app.desk
        assert (session.place, session.figure) == (place, None)
        assert screen_text(pilot.app) == before


async def test_one_key_for_many_actions_is_that_of_one_of_them(open_desk, type_in, save):
    lines = [f'{action.id} = "f{12 + number % 12}"' for number, action in enumerate(ACTIONS)]
    save("config.toml", "\n".join(["[keys]", *lines]))
    async with open_desk() as pilot:
        await type_in(pilot, "j", "escape", "f12", "f20", "enter", "q")
        assert pilot.app.is_running
        assert list(pilot.app.problems)


@pytest.mark.parametrize("number", range(8))
async def test_strange_configurations_never_stop_the_desk(open_desk, type_in, save, number):
    save("config.toml", strange.configuration(number))
    async with open_desk(size=(100, 30)) as pilot:
        await type_in(pilot, "down", "question_mark", "escape", "t", "down", "escape")
        save("config.toml", strange.configuration(number + 100))
        await looked(pilot)
        assert "Documents" in screen_text(pilot.app)


async def test_width_and_theme_apply_as_soon_as_they_are_saved(open_desk, type_in, save):
    save("config.toml", "[reading]\nwidth = 60\n")
    async with open_desk(size=(160, 40)) as pilot:
        await looked(pilot)
        assert pilot.app.desk.reader.layout_of.width == 60
        save("config.toml", '[reading]\nwidth = 44\n[theme]\nname = "paper"\n')
        await looked(pilot)
        assert pilot.app.desk.reader.layout_of.width == 44
        assert pilot.app.theme == "factdesk-paper"


async def test_the_current_theme_is_reloaded_when_it_is_saved(open_desk, type_in, save):
    save("themes/mine.toml", 'dark = true\nmoney = "#00ff00"\n')
    save("config.toml", '[theme]\nname = "mine"\n')
    async with open_desk() as pilot:
        await looked(pilot)
        assert pilot.app.desk.reader.ink.kind("money").color.name == "#00ff00"
        save("themes/mine.toml", 'dark = true\nmoney = "#11ff00"\nbackground = "#010203"\n')
        await looked(pilot)
        assert pilot.app.desk.reader.ink.kind("money").color.name == "#11ff00"
        assert pilot.app.desk.styles.background.hex == "#010203"
        save("themes/mine.toml", 'dark = true\nmoney = "grren"\n')
        await looked(pilot)
        assert "mine.toml:2: 'money' is not a colour" in screen_text(pilot.app)
        assert pilot.app.desk.reader.ink.kind("money").color.name != "#11ff00"


async def test_settings_saved_while_choosing_a_theme_are_not_missed(open_desk, type_in, save):
    async with open_desk() as pilot:
        await type_in(pilot, "t", "j")
        save("config.toml", "[reading]\nwidth = 44\n")
        await type_in(pilot, "j", "escape")
        await looked(pilot)
        assert pilot.app.desk.reader.layout_of.width == 44


async def test_nothing_is_read_again_while_nothing_is_saved(open_desk, monkeypatch):
    async with open_desk() as pilot:
        read = []
        monkeypatch.setattr(SettingsWatch, "read", lambda self: read.append(self))
        for _ in range(3):
            await looked(pilot)
        assert read == []


async def test_problems_are_one_line_with_the_key_of_the_list(open_desk, type_in, save):
    path = save("config.toml", "[reading]\nwidht = 1\nwidth = 1\n[keys]\nfigure.next = 'pgdn'\n")
    async with open_desk(size=(160, 40)) as pilot:
        last = screen_text(pilot.app).split("\n")[-1]
        assert last.strip() == (
            "config.toml:2: unknown setting 'reading.widht' (and 2 more: P lists all)"
        )
        await type_in(pilot, "P")
        shown = screen_text(pilot.app)
        for line in (2, 3, 5):
            assert f"{path}:{line}" in shown
        assert "did you mean 'pagedown'?" in shown
        await type_in(pilot, "escape")
        assert pilot.app.screen is pilot.app.desk
        save("config.toml", "")
        await looked(pilot)
        await type_in(pilot, "P")
        assert "Nothing is wrong" in screen_text(pilot.app)


@pytest.mark.parametrize("key", ["f1", "question_mark", "f", "c", "s", "A"])
async def test_a_saved_theme_applies_to_an_open_dialog(open_desk, type_in, save, key):
    save("themes/mine.toml", "dark = true\n")
    save("config.toml", '[theme]\nname = "mine"\n')
    async with open_desk() as pilot:
        await type_in(pilot, *["right_square_bracket"] * 4, key)
        await looked(pilot)
        save("themes/mine.toml", 'dark = true\ntext = "#010203"\nsurface = "#040506"\n')
        await looked(pilot)
        seen = {
            colour.name
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour
        }
        before = theme.load("dusk")[0].colours
        assert {"#010203", "#040506"} <= seen
        assert not {before["text"], before["surface"]} & seen


CLOSING = {"close", "leave", "cancel"}


@pytest.mark.parametrize("opened_by", ["s", "A", "a", "t", "P", "f", "p", "?", "f1", "ctrl+p"])
async def test_an_open_dialog_shows_changed_keys(open_desk, type_in, save, opened_by):
    async with open_desk() as pilot:
        await type_in(pilot, {"?": "question_mark"}.get(opened_by, opened_by))
        dialog = pilot.app.screen
        before = screen_text(pilot.app)
        dialog.show_keys()
        assert screen_text(pilot.app) == before
        closing = [action for action in ACTIONS if action.where == keys.place(dialog)]
        (close,) = (action.id for action in closing if action.title in CLOSING)
        save("config.toml", f'[keys]\n{close} = "f9"\n')
        await looked(pilot)
        assert "f9" in screen_text(pilot.app)
        await type_in(pilot, "f9")
        assert pilot.app.screen is pilot.app.desk


async def test_escape_restores_the_theme_that_was_set_meanwhile(open_desk, type_in, save):
    async with open_desk() as pilot:
        await type_in(pilot, "t", "j", "j")
        save("config.toml", '[theme]\nname = "paper"\n')
        await looked(pilot)
        await type_in(pilot, "escape")
        assert pilot.app.theming.theme.name == "paper"
        await type_in(pilot, "t", "j", "j", "escape")
        assert pilot.app.theming.theme.name == "paper"
