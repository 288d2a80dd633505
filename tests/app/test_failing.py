"""Unexpected errors in threads and on the desk are reported in one line."""

from asyncio import sleep

import pytest
from looking import screen_text, settle
from textual import events

import tui.app
from tui import files
from tui.app.app import Factdesk
from tui.config import Settings
from tui.errors import FactdeskError


def fail(*_):
    raise ZeroDivisionError("by nought")


async def test_an_error_in_a_thread_is_reported_and_the_desk_continues(open_desk, type_in):
    async with open_desk() as pilot:
        pilot.app.desk.background.run(fail)
        await settle(pilot)
        last = screen_text(pilot.app).split("\n")[-1].strip()
        assert last == "factdesk has failed in the background (ZeroDivisionError: by nought)"
        await type_in(pilot, "right_square_bracket")
        assert pilot.app.session.figure == 0


async def test_an_error_on_the_desk_ends_it_and_is_kept(open_desk, monkeypatch):
    async with open_desk(debug=False) as pilot:
        monkeypatch.setattr(pilot.app.session, "step_figure", fail)
        # The pilot would wait for a screen that is there no more.
        pilot.app.post_message(events.Key("right_square_bracket", "]"))
        for _ in range(1_000):
            await sleep(0.01)
            if not pilot.app.is_running:
                break
        assert pilot.app.return_code == 2
        said = str(pilot.app.failure)
        report = files.state_folder() / "failure.txt"
        assert said == f"factdesk has failed (ZeroDivisionError: by nought); {report} says where"
        assert "in fail" in report.read_text("utf-8")


def test_the_error_is_raised_after_the_terminal_is_restored(monkeypatch):
    class Failed(Factdesk):
        def __init__(self, *_, **_how):
            self.failure = FactdeskError("factdesk has failed")

        def run(self, **_):
            pass

    monkeypatch.setattr("tui.app.app.Factdesk", Failed)
    with pytest.raises(FactdeskError):
        tui.app.run(None, iter(()), Settings(), [])
