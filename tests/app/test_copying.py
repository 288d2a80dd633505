"""Copying a sentence with its place to the clipboard of the terminal."""

from floods import to_figure
from looking import screen_text


async def test_y_copies_the_sentence_of_the_figure_with_file_and_line(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "52")
        await type_in(pilot, "y")
        assert pilot.app.clipboard == "“Norwall had 52 bridges.” (1-flood.txt:5)"
        assert "Copied, with file and line: “Norwall had 52 bridges.”" in screen_text(pilot.app)


async def test_the_clipboard_of_the_terminal_is_written(open_desk, type_in, floods, monkeypatch):
    async with open_desk(floods) as pilot:
        written = []
        monkeypatch.setattr(pilot.app._driver, "write", written.append)
        await to_figure(pilot, "52")
        await type_in(pilot, "y")
        assert any(each.startswith("\x1b]52;c;") for each in written)


async def test_a_selection_is_copied_alone(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "52")
        await type_in(pilot, "v", "right", "y")
        assert pilot.app.clipboard == "“52 bridges” (1-flood.txt:5)"


async def test_without_a_figure_the_passage_is_copied(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await type_in(pilot, "y")
        assert pilot.app.clipboard == "“The flood in Norwall” (1-flood.txt:1)"


async def test_control_characters_of_a_document_are_copied_as_signs(open_desk, type_in, tmp_path):
    (tmp_path / "a.txt").write_text("Ten\x1b[2J homes fell.\n", encoding="utf-8")
    async with open_desk(tmp_path) as pilot:
        await type_in(pilot, "y")
        assert pilot.app.clipboard == "“Ten␛[2J homes fell.” (a.txt:1)"


async def test_the_comparison_and_the_table_copy_the_figure_under_the_cursor(
    open_desk, type_in, floods
):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "y")
        assert pilot.app.clipboard.endswith("said in June 2022.” (2-after.txt:3)")
        await type_in(pilot, "tab", "y")
        assert pilot.app.clipboard.endswith("were destroyed.” (1-flood.txt:3)")
        await type_in(pilot, "escape", "f", "slash", "=52", "enter", "y")
        assert pilot.app.clipboard == "“Norwall had 52 bridges.” (1-flood.txt:5)"


async def test_in_the_filter_of_the_table_y_is_a_letter(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await type_in(pilot, "f", "slash", "y")
        assert pilot.app.clipboard == ""


async def test_with_nothing_open_nothing_is_copied(open_desk, type_in, tmp_path):
    (tmp_path / "empty").mkdir()
    async with open_desk(tmp_path / "empty") as pilot:
        await type_in(pilot, "y")
        assert "There is nothing open to copy." in screen_text(pilot.app)
