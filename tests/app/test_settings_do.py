"""Every setting has its effect, tested with a value other than the default."""

import pytest
from looking import screen_text, settle

import tui.app
from tui import app, files
from tui.cli import main
from tui.config import CHECKS


@pytest.fixture
def opened(away_from_home, folder, monkeypatch):
    """Open the desk as the command line does, on settings; what it is run with comes back."""

    def opened(settings):
        files.config_folder().mkdir(parents=True, exist_ok=True)
        (files.config_folder() / "config.toml").write_text(settings, "utf-8")
        given = {}
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        monkeypatch.setattr(
            app, "run", lambda *args, **kwargs: given.update(args=args, kwargs=kwargs) or 0
        )
        assert main([str(folder)]) == 0
        session, source, settings, problems = given["args"]
        assert problems == []
        from tui.app.app import Factdesk

        return Factdesk(session, source, settings, problems)

    return opened


async def shown(desk, *keys, size=(120, 40)):
    """The screen after some keys."""
    async with desk.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(*(key[1:] if key[:1] == "=" else [key]))
            await settle(pilot)
        return screen_text(desk)


async def test_exclude(opened):
    assert "Ferries" not in await shown(opened('[documents]\nexclude = ["2-*"]\n'))


async def test_endings(opened, folder):
    (folder / "3-canals.org").write_text("Canals freeze\n\nSome 12 canals froze.\n")
    assert "Canals freeze" not in await shown(opened(""))
    assert "Canals freeze" in await shown(opened('[documents]\nendings = [".org"]\n'))
    both = '[documents]\nendings = [".rst", ".log"]'
    assert "ending in .rst or .log" in await shown(opened(both))


async def test_width(opened):
    desk = opened("[reading]\nwidth = 40\n")
    await shown(desk)
    assert desk.desk.reader.layout_of.width == 40


async def test_ascii(opened):
    assert (await shown(opened("[reading]\nascii = true\n"))).isascii()


@pytest.mark.parametrize("mouse", [True, False])
async def test_mouse(opened, monkeypatch, mouse):
    asked = []
    run = tui.app.run
    desk = opened(f"[reading]\nmouse = {str(mouse).lower()}\n")
    monkeypatch.setattr("tui.app.app.Factdesk.run", lambda self, **how: asked.append(how["mouse"]))
    run(desk.session, iter(()), desk.desk.view.settings, [])
    assert asked == [mouse]


async def test_leave_out(opened):
    screen = await shown(opened('[figures]\nleave_out = ["money", "percent", "date"]\n'))
    assert "340 dockers" in screen
    assert "Figures 3" in screen
    assert "EUR" not in screen


async def test_hits(opened, folder):
    words = "".join(f"The grain of ship number {number} was dry.\n\n" for number in range(40))
    (folder / "3-grain.txt").write_text(words)
    assert "10+" in await shown(opened("[search]\nhits = 10\n"), "s", "=grain")
    assert "10+" not in await shown(opened("[search]\nhits = 11\n"), "s", "=grain")


async def test_history(opened):
    desk = opened("[search]\nhistory = 1\n")
    await shown(desk, "s", "=grain", "enter", "s", *["backspace"] * 5, "=crane", "enter")
    assert desk.session.recent.all() == ["crane"]
    desk = opened("[search]\nhistory = 0\n")
    await shown(desk, "s", "=dockers", "enter")
    assert desk.session.recent.all() == []
    assert "dockers" not in (files.state_folder() / "queries").read_text()


async def test_on_disk(opened, folder):
    words = "".join(f"The grain of ship number {number} was dry.\n\n" for number in range(1100))
    (folder / "3-grain.txt").write_text(words)
    await shown(opened(""))
    assert not files.cache_folder().exists()
    await shown(opened("[search]\non_disk = 1000\n"))
    assert any(files.cache_folder().rglob("*"))


async def test_verdicts(opened):
    screen = await shown(
        opened('[notes]\nverdicts = ["fine", "odd"]\n'), "right_square_bracket", "tilde"
    )
    assert "② odd" in screen


async def test_folder(opened, tmp_path, folder, capsys):
    settings = f'[notes]\nfolder = "{tmp_path / "kept"}"\n'
    await shown(opened(settings), "right_square_bracket", "a", "=Checked", "ctrl+s")
    assert not (folder / ".factdesk").exists()
    (written,) = (tmp_path / "kept").rglob("1-harbour*.toml")
    assert "Checked" in written.read_text()
    assert main(["notes", "list", str(folder)]) == 0
    assert "Checked" in capsys.readouterr().out


async def test_theme(opened):
    assert opened('[theme]\nname = "nord"\n').theme == "factdesk-nord"


def test_every_setting_is_tried_here():
    tried = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    assert {name.partition(".")[2] for name in CHECKS} - {"name"} <= tried
    assert "theme" in tried
