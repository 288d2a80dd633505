"""Writing what a list shows to a file: notes, the table of facts, a comparison."""

import csv
import json

from floods import to_figure
from looking import screen_text, screen_words, settle


async def test_the_listed_notes_are_written(open_desk, type_in, folder, monkeypatch):
    monkeypatch.chdir(folder)
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=one", "ctrl+s")
        await type_in(pilot, "right_square_bracket", "a", "=two", "ctrl+s")
        await type_in(pilot, "A", "slash", "=two", "enter", "x")
        assert "Write 1 note to a file" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+u", "=out.csv", "enter")
        await settle(pilot)
        assert "1 note written to" in screen_text(pilot.app)
    with (folder / "out.csv").open(newline="") as file:
        assert [row["note"] for row in csv.DictReader(file)] == ["two"]


async def test_a_file_is_overwritten_only_after_confirmation(
    open_desk, type_in, folder, monkeypatch
):
    monkeypatch.chdir(folder)
    there = folder / "notes.html"
    there.write_text("precious")
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=one", "ctrl+s", "A", "x", "enter")
        assert "Write over it?" in screen_words(pilot.app)
        await type_in(pilot, "n")
        assert there.read_text() == "precious"
        await type_in(pilot, "enter", "y")
        await settle(pilot)
        assert there.read_text().startswith("<!doctype html>")


async def test_an_unwritable_file_is_reported(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "A", "x")
        assert "No notes to write" in screen_text(pilot.app)
        await type_in(pilot, "escape", "right_square_bracket", "a", "=one", "ctrl+s", "A", "x")
        await type_in(pilot, "ctrl+u", "=out.pdf", "enter")
        assert "the file extension is no export format" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+u", f"={folder}/nowhere/out.md", "enter")
        await settle(pilot)
        assert "cannot be written (no such" in screen_words(pilot.app)


async def test_the_listed_figures_are_written_in_the_order_of_the_table(
    open_desk, type_in, folder, monkeypatch
):
    monkeypatch.chdir(folder)
    async with open_desk() as pilot:
        await type_in(pilot, "f", "slash", "=kind:percent", "enter", "o", "x")
        assert "Write 2 figures to a file" in screen_text(pilot.app)
        await type_in(pilot, "enter")
        assert "2 figures written to" in screen_text(pilot.app)
    with (folder / "figures.csv").open(newline="") as file:
        assert [row["value"] for row in csv.DictReader(file)] == ["14", "8"]


async def test_figures_of_closed_groups_are_written_too(open_desk, type_in, folder, monkeypatch):
    monkeypatch.chdir(folder)
    async with open_desk() as pilot:
        await type_in(pilot, "f", "plus", "u", "x", "ctrl+u", "=out.json", "enter")
        total = sum(len(document.figures) for document in pilot.app.session.library)
        written = json.loads((folder / "out.json").read_text())
        assert len(written) == total
        assert [row["verdict"] for row in written].count("supported") == 1


async def test_a_comparison_is_written_with_the_figure_that_is_compared(
    open_desk, type_in, floods, monkeypatch
):
    monkeypatch.chdir(floods)
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "minus", "x", "ctrl+u", "=out.csv", "enter")
        assert "4 figures written to" in screen_text(pilot.app)
    with (floods / "out.csv").open(newline="") as file:
        first, second, *_ = csv.DictReader(file)
    assert (first["quote"], first["relation"]) == ("340", "compared")
    assert (second["quote"], second["relation"]) == ("355", "differ, period open, +4.41 %")
    assert second["verdict"] == "wrong"


async def test_an_empty_list_of_figures_is_not_written(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f", "slash", "=zeppelin", "enter", "x")
        assert "No figures to write: the list is empty." in screen_text(pilot.app)
        await type_in(pilot, "slash", "ctrl+u", "enter", "x", "ctrl+u", "=out.jsonld", "enter")
        assert "use one of .html, .md, .csv, .json" in screen_words(pilot.app)
