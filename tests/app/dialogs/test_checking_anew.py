"""The check of a document while figures are compared or found, and of another document."""

from drafts import DRAFT, OFFICE, figures, row_of
from looking import screen_text, settle, until

from tui.app.dialogs import check_rounds
from tui.app.dialogs.check_list import CheckList, CheckSummary
from tui.documents import Document
from tui.session import Standing


async def test_another_document_is_checked_from_the_start(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "G", "slash", "=helpers", "escape", "escape", "J", "C")
        assert pilot.app.session.draft_check.document.name == "insurers.md"
        assert pilot.app.screen.query_one(CheckList).cursor == 0
        assert "/ filters" in screen_text(pilot.app)
        assert figures(pilot)[:2] == ["355", "51 million euros"]


async def test_nothing_of_a_document_stays_where_another_one_is_checked(
    open_desk, type_in, drafts, monkeypatch
):
    monkeypatch.setattr(check_rounds.CheckRounds, "begin", lambda one: None)
    (drafts / "2-other.md").write_text(DRAFT.replace("355", "377"), encoding="utf-8")
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "escape", "J", "C")
        text = screen_text(pilot.app)
        assert "377 homes" in text
        assert "355 homes" not in text


async def test_figures_found_meanwhile_are_compared_too(open_desk, type_in, drafts, monkeypatch):
    monkeypatch.setattr(check_rounds, "PAUSE", 0.001)
    monkeypatch.setattr(check_rounds, "TIMES", 0.0)
    async with open_desk(drafts) as pilot:
        new = Document.from_text(OFFICE.replace("340", "341"), "late.txt")
        pilot.app.session.library.add(new)
        await type_in(pilot, "C")
        assert "figures of 1 document still to be found" in screen_text(pilot.app)
        assert row_of(pilot, "355 homes").startswith("▎   ≠ 1  = 1")
        assert new.figures
        pilot.app.screen.figures_found()
        await until(pilot, lambda: "≠ 2  = 1" in screen_text(pilot.app))
        assert "still to be found" not in screen_text(pilot.app)


async def test_figures_found_again_are_checked_from_the_start(
    open_desk, type_in, drafts, monkeypatch
):
    monkeypatch.setattr("tui.app.dialogs.fact_filter.FEW_FIGURES", 0)
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "slash", "=norwall", "enter", "G")
        check = pilot.app.session.draft_check
        before = check.facts
        check.document.date_by_hand("2030-01-01")
        pilot.app.screen.notes_changed()  # while they are found in a thread
        assert "checked" not in screen_text(pilot.app).split("\n")[0]
        assert check.document.figures is not None
        pilot.app.screen.figures_found()
        assert figures(pilot) == []
        await settle(pilot)
        assert check.facts is not before
        assert figures(pilot)[0] == "355"
        assert "0 of 5 checked" in screen_text(pilot.app)


async def test_a_state_that_no_figure_has_any_more_is_left_with_the_same_key(
    open_desk, type_in, drafts
):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "F")
        check = pilot.app.session.draft_check
        check.take([(number, Standing("alone")) for number in range(len(check))])
        pilot.app.screen._show()
        await type_in(pilot, "j")
        assert "No figure stands so any more: F shows the others." in screen_text(pilot.app)
        await type_in(pilot, "F")
        assert len(figures(pilot)) == 5


async def test_nothing_is_compared_below_a_comparison(open_desk, type_in, drafts, monkeypatch):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C")
        check, asked = pilot.app.session.draft_check, []
        monkeypatch.setattr(check, "relate", lambda numbers, is_over: asked.append(numbers) or ())
        below = pilot.app.screen
        await type_in(pilot, "c")
        pilot.app.session.rival_finder.version += 1
        below.figures_found()
        await settle(pilot)
        assert asked == []
        await type_in(pilot, "escape")
        assert asked == [list(range(5))]


async def test_rows_fill_in_while_others_are_still_compared(
    open_desk, type_in, drafts, monkeypatch
):
    monkeypatch.setattr(check_rounds, "BEAT", -1.0)
    monkeypatch.setattr(check_rounds, "EACH", -1.0)
    async with open_desk(drafts) as pilot:
        seen, summary = [], CheckSummary.show

        def show(one, counts, sentence=""):
            seen.append(sum(counts.values()))
            summary(one, counts, sentence)

        monkeypatch.setattr(CheckSummary, "show", show)
        await type_in(pilot, "C")
        assert sorted(seen) == seen
        assert set(seen) == {0, 1, 2, 3, 4, 5}


async def test_closing_stops_it(open_desk, type_in, drafts):
    async with open_desk(drafts) as pilot:
        await type_in(pilot, "C", "escape")
        screen = pilot.app.get_screen("CheckScreen")
        check = pilot.app.session.draft_check
        known = check.counts()
        check._version = -1
        screen._rounds.begin()
        asked = screen._rounds._round
        screen.end()
        await settle(pilot)
        assert screen._rounds._round > asked
        assert check.counts() == known
        assert check.missing() == list(range(5))
