"""What a reader does on the desk, key by key."""

import pytest
from looking import screen_text, screen_words, settle

from tui.actions import ACTIONS


async def test_it_opens_on_the_first_document_with_the_reader_in_focus(open_desk):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        assert desk.session.document.name == "1-harbour.txt"
        assert desk.focused is desk.reader
        assert [figure.text for figure in desk.panel.list.figures] == [
            figure.text for figure in desk.session.document.figures
        ]
        text = screen_text(pilot.app)
        assert "Ships brought 1.2 million tonnes" in text
        assert "Documents 2" in text
        assert "1 of 2" in text


async def test_brackets_step_through_the_figures_and_the_panel_follows(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        figures = desk.session.document.figures
        for number in range(len(figures)):
            await type_in(pilot, "right_square_bracket")
            assert desk.session.figure == number
            assert desk.reader.cursor == figures[number].start
            assert desk.panel.list.cursor == number
        await type_in(pilot, "right_square_bracket")
        assert desk.session.figure == len(figures) - 1
        await type_in(pilot, "left_square_bracket")
        assert desk.session.figure == len(figures) - 2


async def test_a_count_repeats_a_motion(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "3", "right_square_bracket")
        assert desk.session.figure == 2
        await type_in(pilot, "g", "2", "j")
        assert desk.reader.layout_of.row_of(desk.session.offset) == 2


async def test_documents_are_stepped_through_and_back_leads_back(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "right_square_bracket")
        place = session.place
        await type_in(pilot, "J")
        assert session.document.name == "2-ferries.txt"
        await type_in(pilot, "ctrl+o")
        assert session.place == place
        await type_in(pilot, "L")
        assert session.document.name == "2-ferries.txt"


async def test_tab_cycles_through_the_panes(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        seen = []
        for _ in range(3):
            await type_in(pilot, "tab")
            seen.append(desk.focused.id)
        assert seen == ["figures", "documents", "reader"]
        await type_in(pilot, "h")
        assert desk.focused.id == "documents"


async def test_the_list_opens_a_document_and_the_panel_a_figure(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "h", "j", "enter")
        assert desk.session.document.name == "2-ferries.txt"
        assert desk.focused is desk.reader
        await type_in(pilot, "tab", "G", "enter")
        assert desk.session.figure == len(desk.session.document.figures) - 1
        assert desk.focused is desk.reader


async def test_finding_highlights_every_match_and_cancelling_returns(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "slash", "=cranes")
        assert desk.session.document.text[desk.session.offset :].startswith("cranes")
        assert len(desk.session.matches.spans) == 2
        await type_in(pilot, "enter", "n")
        assert desk.session.offset == desk.session.matches.spans.items[1][0]
        await type_in(pilot, "n")
        assert desk.session.offset == desk.session.matches.spans.items[0][0]
        here = desk.session.offset
        await type_in(pilot, "slash", "ctrl+u", "=euros")
        assert desk.session.offset != here
        await type_in(pilot, "escape")
        assert desk.session.offset == here
        assert desk.session.matches is None


async def test_letters_are_not_commands_while_finding(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "slash", "=sat]J")
        assert pilot.app.screen is pilot.app.desk
        assert pilot.app.session.document.name == "1-harbour.txt"
        assert pilot.app.session.matches.words == "sat]J"


@pytest.mark.parametrize(
    ("columns", "documents", "figures"), [(120, True, True), (99, True, False), (69, False, False)]
)
async def test_narrow_windows_turn_panes_into_drawers(
    open_desk, type_in, columns, documents, figures
):
    async with open_desk(size=(columns, 24)) as pilot:
        desk = pilot.app.desk
        assert (desk.documents.display, desk.panel.display) == (documents, figures)
        await type_in(pilot, "tab")
        assert desk.panel.display
        assert desk.focused is desk.panel.list
        await type_in(pilot, "tab")
        assert desk.documents.display
        await type_in(pilot, "escape")
        assert desk.focused is desk.reader
        assert (desk.documents.display, desk.panel.display) == (documents, figures)


async def test_below_100_columns_the_figures_do_not_rewrap_the_text(open_desk, type_in, folder):
    years = (f"In {year} some {year * 7} ships came by. " * 6 for year in range(1900, 2000))
    (folder / "0-long.txt").write_text("\n\n".join(years), encoding="utf-8")
    async with open_desk(size=(80, 24)) as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "pagedown", "pagedown", "=7j")
        before = desk.reader.layout_of.width, desk.reader.scroll_offset.y, desk.session.offset
        for _ in range(2):
            await type_in(pilot, "tab")
            assert not desk.documents.display
            figures = desk.panel.list.region
            assert (desk.reader.region.right, figures.right) == (figures.x, 80)
            heading = screen_text(pilot.app).split("\n")[0]
            assert heading.index("━") == figures.x
            await type_in(pilot, "escape")
            assert desk.documents.display
            after = desk.reader.layout_of.width, desk.reader.scroll_offset.y, desk.session.offset
            assert after == before


async def test_the_placeholder_of_the_figure_filter_fits_80_columns(open_desk, type_in):
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "tab", "slash", "=zzz")
        rows = [row[54:] for row in screen_text(pilot.app).split("\n")[1:8]]
        assert any("verdict:wrong" in row for row in rows)
        assert not any("…" in row for row in rows)


async def test_resizing_keeps_the_words_at_the_top(open_desk, type_in, folder):
    words = "\n".join(f"Line {number} has some words to be wrapped." for number in range(400))
    (folder / "0-long.txt").write_text(words, encoding="utf-8")
    async with open_desk() as pilot:
        reader = pilot.app.desk.reader
        await type_in(pilot, "pagedown", "pagedown", "pagedown")
        top = reader.layout_of.row(reader.scroll_offset.y).start
        await pilot.resize_terminal(60, 30)
        await settle(pilot)
        row = reader.layout_of.row(reader.scroll_offset.y)
        assert row.start <= top < row.end


async def test_q_leaves(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "q")
        assert not pilot.app.is_running


async def test_the_last_row_shows_the_figure_if_the_panel_is_a_drawer(open_desk, type_in):
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "right_square_bracket", "right_square_bracket")
        assert "1.2 m tonnes" in screen_text(pilot.app).rsplit("\n", 1)[1]
        await type_in(pilot, "j")
        assert "search" in screen_text(pilot.app).rsplit("\n", 1)[1]


async def test_a_long_message_takes_the_rows_it_needs(open_desk, type_in):
    from tui.errors import Problem

    problem = Problem(
        "unknown setting 'reading.widht'", "/a/long/path/" * 4, "did you mean 'width'?"
    )
    async with open_desk(size=(60, 20), problems=[problem]) as pilot:
        text = screen_words(pilot.app)
        assert "did you mean 'width'?" in text
        await type_in(pilot, "escape")
        assert "did you mean" not in screen_text(pilot.app)


async def test_arrows_go_through_the_matches_while_they_are_typed(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "slash", "=e")
        places = [start for start, _ in session.matches.spans.items]
        assert session.offset == places[0]
        for key, expected in (("down", 1), ("down", 2), ("up", 1), ("up", 0), ("up", -1)):
            await type_in(pilot, key)
            assert session.offset == places[expected], key
        await type_in(pilot, "down", "enter")
        assert session.offset == places[0]


async def test_the_table_of_the_desk_has_every_action_of_the_desk(open_desk):
    named = {action.id for action in ACTIONS if action.where == "desk"}
    async with open_desk() as pilot:
        # The application opens the help, wherever it is asked for.
        assert {*pilot.app.desk.action_handlers, "desk.help"} == named
