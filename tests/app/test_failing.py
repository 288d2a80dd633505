"""Unexpected errors in threads and on the desk are reported in one line."""

from asyncio import sleep

import pytest
from looking import screen_text, screen_words, settle
from textual import events

import tui.app
import tui.documents.decode
import tui.facts.similarity
import tui.figures
import tui.search.index.facts
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


async def test_an_error_in_one_document_leaves_the_others_their_figures(
    open_desk, type_in, monkeypatch
):
    def extract(text, **how):
        return fail() if "Ships" in text else before(text, **how)

    before = tui.figures.extract
    monkeypatch.setattr("tui.figures.extract", extract)
    async with open_desk() as pilot:
        session = pilot.app.session
        assert [len(document.figures) for document in session.library] == [0, 3]
        said = "1-harbour.txt: its figures cannot be found (ZeroDivisionError: by nought, test_fai"
        assert said in screen_words(pilot.app)
        await type_in(pilot, "P")
        assert "everything else in it can be used" in screen_words(pilot.app)
        await type_in(pilot, "escape", "s", "=dockers")
        assert "340 dockers" in screen_text(pilot.app)


async def test_a_text_read_again_has_no_problem_of_the_text_before(
    open_desk, type_in, folder, monkeypatch
):
    def extract(text, **how):
        return fail() if "Ships" in text else before(text, **how)

    before = tui.figures.extract
    monkeypatch.setattr("tui.figures.extract", extract)
    async with open_desk() as pilot:
        await type_in(pilot, "P")
        assert "cannot be found" in screen_text(pilot.app)
        (folder / "1-harbour.txt").write_text("Rain fell on 12 days.\n", encoding="utf-8")
        await type_in(pilot, "escape", "R")
        await settle(pilot)
        await type_in(pilot, "P")
        assert "Nothing is wrong" in screen_text(pilot.app)


async def test_an_error_in_comparing_one_document_leaves_the_others(
    open_desk, type_in, monkeypatch
):
    def context(text, figures):
        return fail() if "Ferries" in text else before(text, figures)

    before = tui.facts.similarity.context_of_document
    monkeypatch.setattr("tui.facts.similarity.context_of_document", context)
    async with open_desk() as pilot:
        await type_in(pilot, "]", "c")
        assert "Comparing …" not in screen_text(pilot.app)
        await type_in(pilot, "escape", "P")
        assert "its figures cannot be compared" in screen_words(pilot.app)


async def test_an_error_in_indexing_one_document_leaves_the_others(open_desk, type_in, monkeypatch):
    def take(builder, unit, figures, numbers):
        if figures[0].text == "1.2 million tonnes":
            fail()
        return before(builder, unit, figures, numbers)

    before = tui.search.index.facts.FactsBuilder.take
    monkeypatch.setattr("tui.search.index.facts.FactsBuilder.take", take)
    async with open_desk() as pilot:
        await settle(pilot)
        screen = screen_words(pilot.app)
        assert "1-harbour.txt: it cannot be searched (ZeroDivisionError: by nought" in screen
        await type_in(pilot, "s", "=dockers")
        assert "340 dockers" not in screen_text(pilot.app)
        await type_in(pilot, *["backspace"] * 7, "=ferries lose")
        assert "Ferries lose passengers" in screen_text(pilot.app)


async def test_an_error_in_a_thread_is_reported_in_an_open_dialog(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "A")
        pilot.app.desk.background.run(fail)
        await settle(pilot)
        assert "factdesk has failed in the background" in screen_text(pilot.app)


async def test_a_file_that_cannot_be_decoded_leaves_the_others(open_desk, monkeypatch):
    def decode(data, where):
        return fail() if b"Ships" in data else before(data, where=where)

    before = tui.documents.decode.decode
    monkeypatch.setattr("tui.documents.decode.decode", decode)
    async with open_desk() as pilot:
        library = pilot.app.session.library
        assert [document.name for document in library] == ["2-ferries.txt"]
        assert library.unreadable[0].what.startswith("it cannot be decoded (ZeroDivisionError")


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
