"""Editing a note in the reader's own editor."""

import errno
from contextlib import nullcontext
from pathlib import Path

import pytest
from looking import screen_text, screen_words


@pytest.fixture
def editor_program(tmp_path, monkeypatch):
    """Names a program as `$EDITOR` that does what a line of shell says to the file `$1`."""

    def named(does: str) -> None:
        program = tmp_path / "an editor"
        program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        program.chmod(0o700)
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f"'{program}'")

    return named


async def test_the_note_goes_to_another_editor_and_back(
    open_desk, type_in, editor_program, tmp_path, monkeypatch
):
    editor_program(f'ls -l "$1" > {tmp_path}/seen; printf "one\\ntwo; $(rm x)\\n" > "$1"')
    async with open_desk() as pilot:
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)
        await type_in(pilot, "a", "=x", "ctrl+g")
        mode, *_, path = (tmp_path / "seen").read_text("utf-8").split()
        assert mode == "-rw-------"
        assert Path(path).is_absolute()
        assert not Path(path).parent.exists()
        await type_in(pilot, "ctrl+s")
        assert [note.body for note in pilot.app.session.notes.all()] == ["one\ntwo; "]


@pytest.mark.parametrize(
    ("does", "says"),
    [("echo lost > $1; exit 3", "ended with status 3"), ("rm $1", "left nothing to read")],
)
async def test_an_editor_that_fails_changes_nothing(
    open_desk, type_in, editor_program, monkeypatch, does, says
):
    editor_program(does)
    async with open_desk() as pilot:
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)
        await type_in(pilot, "a", "=mine", "ctrl+g")
        assert says in screen_text(pilot.app)
        assert pilot.app.screen.typed.body == "mine"
        monkeypatch.setenv("EDITOR", "/there/is/none")
        await type_in(pilot, "ctrl+g")
        assert "cannot be started" in screen_text(pilot.app)
        monkeypatch.setenv("EDITOR", "'unclosed")
        await type_in(pilot, "ctrl+g")
        assert "cannot be read" in screen_text(pilot.app)


async def test_what_an_editor_had_saved_that_was_killed_is_taken(
    open_desk, type_in, editor_program, monkeypatch
):
    editor_program('echo saved > "$1"; kill -9 $$')
    async with open_desk() as pilot:
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)
        await type_in(pilot, "a", "=mine", "ctrl+g")
        assert pilot.app.screen.typed.body == "saved"


async def test_a_text_that_cannot_be_written_for_the_editor_is_as_it_was(
    open_desk, type_in, editor_program, monkeypatch
):
    def full(**_):
        raise OSError(errno.ENOSPC, "No space left on device")

    editor_program("exit 0")
    async with open_desk() as pilot:
        monkeypatch.setattr("tui.notes.lent_text.mkdtemp", full)
        await type_in(pilot, "a", "=mine", "ctrl+g")
        assert "the disk is full" in screen_words(pilot.app)
        assert pilot.app.screen.typed.body == "mine"


async def test_without_a_named_editor_the_first_that_there_is_takes_the_note(
    open_desk, type_in, tmp_path, monkeypatch
):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", " ")
    monkeypatch.setenv("PATH", str(tmp_path))
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=x", "ctrl+g")
        assert "no editor is named; set EDITOR" in screen_text(pilot.app)
        (tmp_path / "vi").write_text('#!/bin/sh\necho "by vi" > "$1"\n', encoding="utf-8")
        (tmp_path / "vi").chmod(0o700)
        await type_in(pilot, "ctrl+g")
        assert "no other program can take this screen" in screen_text(pilot.app)
        monkeypatch.setattr(pilot.app, "suspend", nullcontext)
        await type_in(pilot, "ctrl+g")
        assert pilot.app.screen.typed.body == "by vi"
