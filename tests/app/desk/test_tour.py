"""The tour: each step continues when it is done; the tour is shown once."""

import pytest
from looking import screen_text, screen_words, settle

from tui import files
from tui.app.desk.tour import STEPS, TourPanel
from tui.session import Memory, Verdicts

#: What is done for each step, the last one being only to be read.
DONE = [
    ["right_square_bracket"],
    ["J"],
    ["s", "=634k", "enter"],
    ["c"],
    ["escape", "colon"],
    ["a", "=Twelve months.", "ctrl+s"],
    ["C"],
    ["escape", "A"],
]


@pytest.fixture
def open_tour(open_desk):
    return lambda **how: open_desk(files.shipped("seeds"), welcome="tour", **how)


async def test_each_step_continues_only_when_it_is_done(open_tour, type_in):
    assert len(DONE) == len(STEPS) - 1
    async with open_tour() as pilot:
        desk = pilot.app.desk
        for number, keys in enumerate(DONE):
            await settle(pilot)
            assert f"Tour {number + 1} of {len(STEPS)}" in screen_text(pilot.app)
            await type_in(pilot, "j", "k")
            desk.tour.check()
            assert desk.tour.number == number
            for key in keys:
                assert desk.tour.number == number
                await type_in(pilot, key)
                await settle(pilot)
            desk.tour.check()
            assert desk.tour.number == number + 1
        await type_in(pilot, "escape")
        desk.tour.check()
        await settle(pilot)
        assert "Your own reports: factdesk FOLDER" in screen_words(pilot.app)
        await type_in(pilot, "escape")
        assert desk.tour is None
        assert "Tour" not in screen_text(pilot.app)


async def test_the_tour_is_shown_everywhere_and_moves_nothing(open_tour, type_in):
    async with open_tour(size=(80, 24)) as pilot:
        desk = pilot.app.desk
        place = desk.session.place
        for way in ("question_mark", "s", "A", "f1", "ctrl+p"):
            await type_in(pilot, way)
            desk.tour.check()
            await settle(pilot)
            assert "Tour 1 of" in screen_text(pilot.app), way
            assert "ends the tour" not in screen_text(pilot.app), "escape closes the dialog"
            await type_in(pilot, "escape")
            assert pilot.app.screen is desk
            assert desk.tour is not None
        assert desk.session.place == place
        assert len(desk.query(TourPanel)) == 1


async def test_a_last_look_after_the_screens_are_closed_does_nothing(open_tour):
    async with open_tour() as pilot:
        tour = pilot.app.desk.tour
    tour.check()
    assert tour.number == 0


async def test_escape_ends_it_and_it_is_never_shown_twice(open_tour, open_desk, type_in):
    async with open_tour() as pilot:
        assert Memory().is_welcomed
        await type_in(pilot, "escape")
        assert "Tour" not in screen_text(pilot.app)
        await type_in(pilot, "right_square_bracket")
        assert not pilot.app.screen.query(TourPanel)


async def test_it_names_the_keys_in_force_and_the_verdicts_of_the_settings(
    open_tour, type_in, away_from_home
):
    folder = away_from_home / "config_folder"
    folder.mkdir()
    (folder / "config.toml").write_text('[keys]\nfigure.next = "f7"\n')
    async with open_tour() as pilot:
        assert "Press f7 to go" in screen_text(pilot.app)
        pilot.app.session.all_marks.set_verdicts(Verdicts(("sure", "unsure")))
        assert pilot.app.desk.tour._verdicts == "{verdict.1} sure, {verdict.2} unsure"


async def test_readers_of_their_own_documents_get_a_message(open_desk):
    async with open_desk(welcome="word") as pilot:
        assert "New here?" in screen_text(pilot.app)
        assert not pilot.app.screen.query(TourPanel)
        assert Memory().is_welcomed


@pytest.mark.parametrize(
    ("words", "welcomed", "how"),
    [
        ([], False, "tour"),
        ([], True, ""),
        (["SEEDS"], False, "tour"),
        (["FOLDER"], False, "word"),
        (["FOLDER"], True, ""),
        (["SEEDS", "FOLDER"], False, "word"),
        (["--tour"], True, "tour"),
        (["--tour", "FOLDER"], True, "tour"),
    ],
)
def test_who_gets_the_tour(monkeypatch, folder, words, welcomed, how):
    from tui import app, cli

    memory = Memory()
    memory.is_welcomed = welcomed
    memory.save()
    names = {"SEEDS": str(files.shipped("seeds")), "FOLDER": str(folder)}
    met = []
    monkeypatch.setattr(app, "run", lambda *_args, welcome, **_how: met.append(welcome) or 0)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert cli.main([names.get(word, word) for word in words]) == 0
    assert met == [how]


async def test_a_dialog_that_is_kept_shows_no_tour_that_has_ended(open_tour, type_in):
    async with open_tour() as pilot:
        await type_in(pilot, "s")
        pilot.app.desk.tour.check()
        await settle(pilot)
        assert "Tour 1" in screen_text(pilot.app)
        await type_in(pilot, "escape", "escape", "s")
        assert "Tour" not in screen_text(pilot.app)
