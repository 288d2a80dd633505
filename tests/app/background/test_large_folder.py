"""Searching a folder whose index is on disk."""

import pytest
from looking import screen_text, settle

from tui import files
from tui import search as searching
from tui.app.background import background
from tui.app.dialogs.hits import HitList


async def test_an_index_on_disk_is_used_now_and_at_the_next_start(open_desk, type_in, on_disk_from):
    on_disk_from(2)
    for _ in range(2):
        async with open_desk() as pilot:
            (segment,) = files.cache_folder().rglob("*.segment")
            await type_in(pilot, "s", "=pasengers lose")
            assert "Ferries lose passengers" in screen_text(pilot.app)
            await type_in(pilot, "enter")
            assert pilot.app.session.document.name == "2-ferries.txt"
    assert [segment] == list(files.cache_folder().rglob("*.segment"))


async def test_notes_are_found_together_with_an_index_on_disk(open_desk, type_in, on_disk_from):
    on_disk_from(2)
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=Ask the dockers", "ctrl+s", "s", "=ask dockrs")
        assert "Ask the dockers" in screen_text(pilot.app)


async def test_passages_are_found_before_all_figures_are(open_desk, type_in, monkeypatch):
    monkeypatch.setattr(background, "SLOW", 0)
    monkeypatch.setattr(searching, "build_progressively", lambda *_: iter(()))
    async with open_desk() as pilot:
        session = pilot.app.session
        assert not session.is_all_indexed
        await type_in(pilot, "s", "=pasengers lose")
        assert pilot.app.screen.query_one(HitList).hits
        await type_in(pilot, "ctrl+u", "=<1")
        assert "The figures are still being found" in screen_text(pilot.app)


@pytest.mark.parametrize(("large", "figures_first"), [(0, False), (1_000_000, True)])
async def test_a_large_first_document_does_not_delay_searching(
    open_desk, monkeypatch, large, figures_first
):
    monkeypatch.setattr(background, "SLOW", 0)
    monkeypatch.setattr("tui.documents.document._LARGE", large)
    found = []
    early = searching.quick_index

    def recorded(documents, in_memory):
        found.append(any(document.is_extracted for document in documents))
        return early(documents, in_memory)

    monkeypatch.setattr(searching, "quick_index", recorded)
    async with open_desk() as pilot:
        await settle(pilot)  # passages come first here: that is one thread more to wait for
        assert pilot.app.session.is_all_indexed
    assert found == [figures_first]


async def test_in_the_end_all_is_indexed(open_desk, type_in, monkeypatch):
    monkeypatch.setattr(background, "SLOW", 0)
    async with open_desk() as pilot:
        await settle(pilot)  # passages come first here: that is one thread more to wait for
        assert pilot.app.session.is_all_indexed
        await type_in(pilot, "s", "=>1m")
        assert {hit.kind for hit in pilot.app.screen.query_one(HitList).hits} == {"fact"}
        await type_in(pilot, "ctrl+u", "=<1")
        assert "Nothing in these documents matches" in screen_text(pilot.app)
