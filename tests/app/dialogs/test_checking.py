"""The check of a document: its figures with what all others say of them."""

import re

import pytest
from drafts import DRAFT, OFFICE, figures, row_of
from looking import screen_text

from tui.app.dialogs.check_list import CheckList


async def test_what_differs_comes_first_with_what_the_other_says(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C")
        assert pilot.app.place == "check"
        assert figures(pilot) == ["355", "48 million euros", "1,800", "12", "3 May 2021"]
        row = row_of(pilot, "355 homes")
        assert row.startswith("▎   ≠ 1  = 1 ")
        assert "340 homes, -4.23 %" in row
        assert "Office report" in row
        text = screen_text(pilot.app)
        assert "≠ 1 differ" in text
        assert "0 of 5 checked" in text
        assert "On 3 May 2021 the flood in Norwall destroyed 340 homes" in text


async def test_how_far_a_value_is_away_is_cut_last(open_desk, type_in, drafts):
    text = OFFICE.replace("340 homes", "340 homes of fishermen and of weavers")
    (drafts / "office.md").write_text(text, encoding="utf-8")
    async with open_desk(drafts, size=(80, 24)) as pilot:
        await type_in(pilot, "C")
        assert "…, -4.23 %  " in row_of(pilot, "355 homes")


HERE_ONLY = "The fair in Oster drew 4,600 guests. The fair in Oster drew 4,600 guests, they said.\n"


async def test_in_a_narrow_window_signs_say_what_words_have_no_room_for(open_desk, type_in, drafts):
    (drafts / "1-draft.md").write_text(f"{DRAFT}\n{HERE_ONLY}", encoding="utf-8")
    for size, row, summary in (
        ((120, 40), "nowhere else  here = 1 ", " ≠ 1 differ "),
        ((80, 24), "    here = 1 ", " ≠ 1  ? 1   3 nowhere else  = 1   1 not compared"),
    ):
        async with open_desk(drafts, size=size) as pilot:
            await type_in(pilot, "C")
            assert row in row_of(pilot, "4,600 guests")
            assert summary in screen_text(pilot.app)


async def test_both_views_say_the_same(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C")
        check = pilot.app.session.draft_check
        for number in list(pilot.app.screen.query_one(CheckList).numbers):
            signs = check.standing(number).tally.signs
            await type_in(pilot, "c")
            assert pilot.app.screen.fact.number == number
            (heading,) = pilot.app.screen._over_list._headings
            assert heading.end == " · ".join(filter(None, (signs, "0 of 5 checked")))
            await type_in(pilot, "escape", "j")


async def test_a_comparison_begins_with_the_figure_that_decides_and_judges_the_draft(
    open_desk, type_in, drafts
):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "enter")
        assert pilot.app.place == "compare"
        assert pilot.app.screen.fact_here.figure.text == "340"
        await type_in(pilot, "minus", "escape")
        assert pilot.app.place == "check"
        assert row_of(pilot, "355 homes").startswith("▎✗  ≠ 1")
        (note,) = pilot.app.session.notes.all()
        assert (note.document, note.verdict) == ("1-draft.md", "wrong")
        assert "1 of 5 checked" in screen_text(pilot.app)
        # The side is that of before for a figure that is compared from elsewhere.
        await type_in(pilot, "escape", "right_square_bracket", "right_square_bracket", "c")
        assert not pilot.app.screen.judges_asked


async def test_closing_a_comparison_comes_back_to_the_figure_compared_last(
    open_desk, type_in, drafts
):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "c", "plus", "full_stop", "escape")
        here = pilot.app.screen.query_one(CheckList)
        assert figures(pilot)[here.cursor] == "12"
        assert row_of(pilot, "355 homes").startswith(" ✓ ")


async def test_a_source_is_opened_and_the_check_comes_back_as_it_was(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "j", "c", "enter")
        assert pilot.app.screen is pilot.app.desk
        assert pilot.app.session.document.name == "insurers.md"
        await type_in(pilot, "ctrl+o", "C")
        assert figures(pilot)[pilot.app.screen.query_one(CheckList).cursor] == "48 million euros"


async def test_verdicts_notes_and_copies_are_for_the_row(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "j", "tilde", "a", "=Ask them.", "ctrl+s", "y")
        (note,) = pilot.app.session.notes.all()
        assert (note.anchor.exact, note.verdict) == ("48 million euros", "disputed")
        assert note.body == "Ask them."
        assert "The flood in Norwall cost 48 million euros." in pilot.app.clipboard
        assert row_of(pilot, "EUR 48 m").startswith("▎≠ ")


async def test_tab_turns_to_the_figure_that_decides_and_back(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "tab", "y", "minus")
        assert "the flood in Norwall destroyed 340 homes" in pilot.app.clipboard
        (note,) = pilot.app.session.notes.all()
        assert (note.document, note.anchor.exact) == ("office.md", "340")
        assert "━ ✗ 340 homes" in screen_text(pilot.app)
        await type_in(pilot, "G", "minus")
        said = "No other figure here; tab turns to the one in the list."
        assert said in screen_text(pilot.app)
        await type_in(pilot, "tab", "minus", "g", "tab", "t")
        assert len(pilot.app.session.notes.all()) == 2
        assert pilot.app.session.document.name == "office.md"
        await type_in(pilot, "ctrl+o", "C", "plus")
        assert row_of(pilot, "355 homes").startswith("▎✓ ")


async def test_the_next_row_without_a_verdict_and_round_the_end(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "j", "plus", "k", "full_stop")
        here = pilot.app.screen.query_one(CheckList)
        assert here.cursor == 2
        await type_in(pilot, "G", "full_stop")
        assert here.cursor == 0
        await type_in(pilot, "plus", *["full_stop", "plus"] * 3, "full_stop")
        assert "5 of 5 checked" in screen_text(pilot.app)
        assert "All figures that are listed here are checked." in screen_text(pilot.app)


async def test_the_list_is_filtered_and_a_verdict_takes_a_row_away(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "slash", "=verdict:unchecked", "enter")
        assert len(figures(pilot)) == 5
        await type_in(pilot, "minus")
        assert figures(pilot) == ["48 million euros", "1,800", "12", "3 May 2021"]
        assert pilot.app.screen.query_one(CheckList).cursor == 0
        await type_in(pilot, "j")
        assert "4 of 5 figures" in screen_text(pilot.app)
        await type_in(pilot, "slash", "ctrl+u", "=zeppelin")
        assert "No figure has all that: / changes the filter." in screen_text(pilot.app)
        assert pilot.app.screen.fact_here is None
        await type_in(pilot, "ctrl+u", "=kind:colour")
        assert "kind:colour is none of" in screen_text(pilot.app)


async def test_the_order_of_the_text_and_one_state_alone(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "o")
        assert figures(pilot)[:2] == ["3 May 2021", "355"]
        assert "in the order of the text" in screen_text(pilot.app)
        await type_in(pilot, "F")
        assert figures(pilot) == ["355"]
        assert "only: differ" in screen_text(pilot.app)
        assert "1 of 5 figures" in screen_text(pilot.app)


async def test_the_figure_is_shown_in_the_text(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "j", "t")
        session = pilot.app.session
        assert pilot.app.screen is pilot.app.desk
        assert session.document.figures[session.figure].text == "48 million euros"


async def test_what_is_listed_is_written_to_a_file(
    open_desk, type_in, drafts, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "F", "x", "ctrl+u", "=out.md", "enter")
        rows = (tmp_path / "out.md").read_text("utf-8").splitlines()
        assert len(rows) == 3
        assert "1 differ; 1 agree" in rows[2]
        assert "340 homes" in rows[2]


async def test_nothing_contradicted_is_said(open_desk, type_in, drafts):
    (drafts / "office.md").write_text(OFFICE.replace("340", "355"), encoding="utf-8")
    (drafts / "insurers.md").unlink()
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C")
        said = "No other document contradicts a figure of 1-draft.md: 1 none likely, 1 nowhere else"
        assert said in screen_text(pilot.app)


async def test_while_a_period_is_open_it_is_not_said(open_desk, type_in, drafts):
    (drafts / "office.md").unlink()
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C")
        assert "? 1 differ, period open" in screen_text(pilot.app)
        assert "No other document contradicts" not in screen_text(pilot.app)


async def test_a_document_alone_says_so(open_desk, type_in, tmp_path):
    path = tmp_path / "only.md"
    path.write_text(DRAFT, encoding="utf-8")
    async with open_desk(path) as pilot:
        await type_in(pilot, "C")
        assert "No other document is open that could say otherwise." in screen_text(pilot.app)
        assert len(figures(pilot)) == 5


async def test_a_date_says_why_it_is_not_compared(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "G")
        text = screen_text(pilot.app)
        assert "A date is not compared: it states no amount." in text
        assert row_of(pilot, "not compared   ").startswith("▎   not compared")


async def test_without_a_figure_the_desk_says_so(open_desk, type_in, tmp_path):
    (tmp_path / "empty.txt").write_text("Nothing is counted here.")
    async with open_desk(tmp_path) as pilot:
        await type_in(pilot, "C")
        assert pilot.app.screen is pilot.app.desk
        assert "There is no figure in this document to check." in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (40, 12), (20, 8)])
async def test_any_window_size_can_be_drawn(open_desk, type_in, drafts, size):
    name = "公安部" * 25
    (drafts / f"{name}.txt").write_text(f"{name}\n\n{OFFICE}", encoding="utf-8")
    async with open_desk(drafts, size=size) as pilot:
        await type_in(pilot, "C", "j", "k")
        rows = screen_text(pilot.app).split("\n")
        assert len(rows) == size[1]
        if size[0] >= 40:
            assert re.search(r"≠ 2", "\n".join(rows))
        if size[0] >= 80:
            assert "340 homes" in row_of(pilot, "355 homes")
