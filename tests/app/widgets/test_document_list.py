"""The list of documents shows in full what a narrow row truncates."""

import pytest
from looking import screen_text

SOURCED = """Harbour closes for good after a hundred years of trade and of storms

Source: Coast Herald

12 June 2023

Some 90 dockers left.
"""


@pytest.fixture
def sourced(folder):
    (folder / "3-closed.txt").write_text(SOURCED, encoding="utf-8")
    (folder / "4-broken.txt").write_bytes(b"\x00\xff\x01" * 50)
    return folder


def last_row(pilot):
    return screen_text(pilot.app).split("\n")[-1].strip().removesuffix("? help").strip()


async def test_the_row_under_the_cursor_is_shown_in_full(open_desk, type_in, sourced):
    async with open_desk(size=(200, 30)) as pilot:
        document = pilot.app.session.library.get("3-closed.txt")
        assert document.publisher == "Coast Herald"
        await type_in(pilot, "h", "j", "j")
        assert last_row(pilot) == f"3-closed.txt · Coast Herald · 12 Jun 2023 · {document.title}"
        assert "Coast Herald  │" in screen_text(pilot.app)
        await type_in(pilot, "j")
        assert "4-broken.txt: not text; save its text as UTF-8" in last_row(pilot)
        await type_in(pilot, "l")
        assert last_row(pilot).startswith("/ find")


async def test_the_hints_are_those_of_the_pane(open_desk, type_in):
    async with open_desk() as pilot:
        assert last_row(pilot).startswith("/ find  s search")
        for key in ("tab", "tab"):
            await type_in(pilot, key)
            assert last_row(pilot).startswith("/ filter  o sort  s search")
        await type_in(pilot, "escape")
        assert last_row(pilot).startswith("/ find  s search")


async def test_documents_with_the_same_title_are_told_apart(open_desk, type_in, folder):
    for day in (6, 7):
        words = f"Daily situation report\n\nThe flood destroyed {340 + day} homes in Norwall."
        (folder / f"sitrep-{day} Feb.txt").write_text(words)
    (folder / "Überblick.txt").write_text("Flood in Norwall\n\nOf 340 homes 12 are left.")
    async with open_desk(size=(80, 24)) as pilot:
        text = screen_text(pilot.app)
        assert "Daily situa…sitrep-6 Feb" in text
        assert "Daily situa…sitrep-7 Feb" in text
        assert " Flood in Norwall " in text
        await type_in(pilot, "f")
        assert "…sitrep-6 Feb" in screen_text(pilot.app)
        await type_in(pilot, "escape", "J", "J", "right_square_bracket", "c")
        assert "line 3 · Daily situation report · sitrep-7 Feb" in screen_text(pilot.app)
        await type_in(pilot, "escape", "s", "=destroyed")
        assert "  Daily situation report · sitrep-7 Feb" in screen_text(pilot.app)
