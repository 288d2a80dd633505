"""Writing the listed notes to a file, from the list of notes."""

import csv

from looking import screen_text, settle


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
        assert "Write over it?" in " ".join(screen_text(pilot.app).split())
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
        assert "cannot be written (no such" in " ".join(screen_text(pilot.app).split())
