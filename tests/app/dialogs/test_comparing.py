"""The comparison: a figure, its rivals, both sentences."""

import pytest
from floods import AFTER, FLOOD, listed, to_figure
from looking import screen_text, settle

from tui.app.dialogs import rivals
from tui.app.dialogs.rivals import RivalList
from tui.documents import Document
from tui.facts import Rival


async def test_the_focused_figure_is_compared_with_other_documents_first(
    open_desk, type_in, floods
):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        found = listed(pilot)
        assert found[0] == ("355", "2-after.txt")
        assert found[-1] == ("340", "1-flood.txt")
        text = screen_text(pilot.app)
        assert "In the flood of May 2021 in Norwall 340 homes were" in text
        assert "The flood in Norwall has destroyed 355 homes, the town" in text
        assert "+4.41 %" in text
        likely = sum(rival.is_likely for rival in pilot.app.screen.query_one(RivalList).rivals)
        assert 0 < likely < 3
        assert f"3 figures that may be the same, {likely} of them likely" in text


async def test_unlikely_rivals_are_reported_as_such(open_desk, type_in, floods, monkeypatch):
    monkeypatch.setattr(Rival, "is_likely", False)
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        text = screen_text(pilot.app)
        assert "3 figures that may be the same, none of them likely" in text


async def test_enter_goes_to_the_rival_and_the_trail_leads_back(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "enter")
        session = pilot.app.session
        assert pilot.app.screen is pilot.app.desk
        assert session.document.name == "2-after.txt"
        assert session.document.figures[session.figure].text == "355"
        await type_in(pilot, "ctrl+o")
        assert session.document.name == "1-flood.txt"
        assert session.document.text[session.offset :].startswith("340")


async def test_the_next_figure_is_compared_without_closing(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "right_square_bracket")
        assert listed(pilot)[0] == ("50", "2-after.txt")
        assert "within the hedge" in screen_text(pilot.app)
        # The date has no rivals and is passed over.
        await type_in(pilot, "right_square_bracket")
        assert pilot.app.screen.fact.figure.text == "340"
        await type_in(pilot, *["right_square_bracket"] * 5)
        assert "No figure after this one can be compared." in screen_text(pilot.app)
        await type_in(pilot, "left_square_bracket", "escape")
        session = pilot.app.session
        assert pilot.app.screen is pilot.app.desk
        assert session.document.figures[session.figure].text == "340"


async def test_the_sentence_of_the_rival_under_the_cursor_is_shown(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        assert "A flood took 61 homes in Norwall in 1954." not in screen_text(pilot.app)
        await type_in(pilot, "j")
        assert "A flood took 61 homes in Norwall in 1954." in screen_text(pilot.app)


async def test_shared_words_and_the_figure_are_marked(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        ink = pilot.app.desk.reader.ink
        rows = pilot.app.screen._sides._rival._sentence
        parts = [part for y in range(3) for part in rows.row(y, 60)]
        marked = {part.text for part in parts if part.style and part.style.underline}
        assert {"flood", "Norwall", "355", "destroyed"} <= marked
        assert "town" not in marked
        assert any(part.text == "355" and part.style.reverse for part in parts)
        assert ink.match.bold


async def test_without_a_focus_it_is_the_figure_of_the_sentence(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        session = pilot.app.session
        for words, expected in (("52 bridges", "52"), ("had 52", "52"), ("were destroyed", "340")):
            session.move(session.document.text.index(words))
            await type_in(pilot, "c")
            assert pilot.app.screen.fact.figure.text == expected, words
            await type_in(pilot, "escape")
        session.move(session.document.text.index("Then came"))
        await type_in(pilot, "c")
        assert pilot.app.screen is pilot.app.desk
        assert "No figure in this sentence to compare: ] goes to" in screen_text(pilot.app)


async def test_in_the_panel_it_is_the_figure_under_the_cursor(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await type_in(pilot, "g", "shift+tab", "shift+tab", "tab", "tab", "tab")
        pilot.app.desk.panes.focus(2)
        await type_in(pilot, "j", "c")
        number = pilot.app.desk.panel.list.cursor
        assert pilot.app.screen.fact.number == number


async def test_no_rival_is_reported(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, *["right_square_bracket"] * 4, "c")
        text = screen_text(pilot.app)
        assert "No other figure in 2 documents may be the same." in text
        assert "Asked for: counts of dockers." in text
        await type_in(pilot, "enter", "a")
        assert pilot.app.screen is not pilot.app.desk
        await type_in(pilot, "minus")
        assert "No rival here; tab turns to the figure that is compared." in screen_text(pilot.app)
        assert not pilot.app.session.notes.all()
        await type_in(pilot, "tab", "minus")
        assert len(pilot.app.session.notes.all()) == 1
        await type_in(pilot, "q")
        assert pilot.app.screen is pilot.app.desk


async def test_a_date_is_not_compared(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "c")
        assert "A date is not compared: it states no amount." in screen_text(pilot.app)


async def test_figures_extracted_meanwhile_are_added(open_desk, type_in, floods, monkeypatch):
    monkeypatch.setattr("tui.app.dialogs.compare._PAUSE", 0.001)
    monkeypatch.setattr("tui.app.dialogs.compare._TIMES", 0.0)
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        new = Document.from_text("The flood in Norwall destroyed 341 homes.", "3-late.txt")
        pilot.app.session.library.add(new)
        await type_in(pilot, "c")
        assert "figures of 1 document still to be found" in screen_text(pilot.app)
        assert ("341", "3-late.txt") not in listed(pilot)
        assert new.figures
        for _ in range(500):
            pilot.app.screen.figures_found()
            await pilot.pause(0.01)
            await settle(pilot)
            if ("341", "3-late.txt") in listed(pilot):
                break
        assert ("341", "3-late.txt") in listed(pilot)
        assert "still to be found" not in screen_text(pilot.app)


async def test_figures_extracted_again_replace_the_old(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "escape")
        other = pilot.app.session.library.documents[1]
        other.date_by_hand("2030-01-01")
        assert other.figures
        await type_in(pilot, "c")
        there = [rival.fact for rival in pilot.app.screen.query_one(RivalList).rivals]
        assert all(fact.figure in fact.document.figures for fact in there)
        assert len(there) == 3


async def test_a_note_is_written_on_the_rival(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "a", "=higher", "ctrl+s")
        (note,) = pilot.app.session.notes.all()
        assert (note.document, note.anchor.exact, note.body) == ("2-after.txt", "355", "higher")
        assert pilot.app.screen is not pilot.app.desk


async def test_the_rival_under_the_cursor_is_judged(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        assert "unchecked" in screen_text(pilot.app)
        await type_in(pilot, "minus")
        assert "✗ wrong" in screen_text(pilot.app)
        (note,) = pilot.app.session.notes.all()
        assert (note.document, note.anchor.exact, note.verdict) == ("2-after.txt", "355", "wrong")
        await type_in(pilot, "j")
        assert "unchecked" in screen_text(pilot.app)


async def test_tab_judges_the_compared_figure_and_again_its_rival(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "tab", "minus")
        notes = pilot.app.session.notes
        (note,) = notes.all()
        assert (note.document, note.anchor.exact, note.verdict) == ("1-flood.txt", "340", "wrong")
        assert "━ ✗ 340 homes" in screen_text(pilot.app)
        await type_in(pilot, "j", "a", "=counted twice", "ctrl+s", "shift+tab", "k", "plus")
        wrong, supported = sorted(notes.all(), key=lambda note: note.document)
        assert (wrong.id, wrong.body) == (note.id, "counted twice")
        assert (supported.anchor.exact, supported.verdict) == ("355", "supported")
        assert "━ ✓ 355 homes" in screen_text(pilot.app)


async def test_a_figure_without_rivals_can_be_judged_too(open_desk, type_in, folder):
    async with open_desk(folder) as pilot:
        await type_in(pilot, "right_square_bracket", "c", "tab", "exclamation_mark")
        (note,) = pilot.app.session.notes.all()
        assert note.verdict == "unverifiable"


async def test_the_full_stop_compares_the_next_figure_without_a_verdict(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "right_square_bracket", "tab", "plus")
        assert pilot.app.screen.fact.figure.text == "52"
        await type_in(pilot, "left_square_bracket", "full_stop")
        fact = pilot.app.screen.fact
        assert fact.figure.text == "340"
        await type_in(pilot, *["plus", "full_stop"] * 2)
        said = "All figures after this one that can be compared are checked."
        assert said in screen_text(pilot.app)
        judged = {note.anchor.exact for note in pilot.app.session.notes.all()}
        assert judged == {"52", "340", "12"}


async def test_the_table_of_facts_leads_to_it_and_back(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await type_in(pilot, "f", "j", "c")
        assert type(pilot.app.screen).__name__ == "CompareScreen"
        assert pilot.app.screen.fact.figure.text == "340"
        await type_in(pilot, "escape")
        assert type(pilot.app.screen).__name__ == "FactsScreen"
        await type_in(pilot, "c", "enter")
        assert pilot.app.screen is pilot.app.desk
        assert pilot.app.session.document.name == "2-after.txt"


async def test_many_figures_are_compared_in_a_thread(open_desk, type_in, floods, monkeypatch):
    monkeypatch.setattr("tui.session.facts.rival_finder.AT_ONCE", 0)
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        assert listed(pilot)[0] == ("355", "2-after.txt")
        await type_in(pilot, "right_square_bracket")
        assert listed(pilot)[0] == ("50", "2-after.txt")


@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (40, 12), (20, 8)])
async def test_any_window_size_can_be_drawn(open_desk, type_in, floods, size):
    async with open_desk(floods, size=size) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "j", "k")
        rows = screen_text(pilot.app).split("\n")
        assert len(rows) == size[1]
        text = " ".join(rows)
        assert "340" in text
        if size[0] >= 80:
            assert "355 homes" in text
        aside = [row for row in rows if "In the flood of May" in row]
        assert bool(aside and "The flood in Norwall has" in aside[0]) == (size[0] >= 120)


async def test_wide_and_long_names_are_cut_to_fit(open_desk, type_in, tmp_path):
    name = "公安部" * 25
    (tmp_path / f"{name}.txt").write_text(f"{name}\n\n{AFTER}", encoding="utf-8")
    (tmp_path / "1.txt").write_text(FLOOD, encoding="utf-8")
    async with open_desk(tmp_path, size=(80, 24)) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        assert listed(pilot)[0][0] == "355"
        assert "公安部" in screen_text(pilot.app)


@pytest.mark.parametrize(
    ("width", "heading"),
    [
        (100, "━ 3 figures that may be the same ━"),
        (60, "━ 3 figures ━"),
        (40, "━ 3 figures ━"),
    ],
)
async def test_the_heading_counts_likely_rivals_that_agree_and_differ(
    open_desk, type_in, tmp_path, width, heading
):
    for name, homes in (("a", 340), ("b", 340), ("c", 355), ("d", 520)):
        words = f"The flood in Norwall destroyed {homes} homes, the town of Norwall said."
        (tmp_path / f"{name}.txt").write_text(words)
    async with open_desk(tmp_path, size=(width, 30)) as pilot:
        await type_in(pilot, "right_square_bracket", "c")
        assert len(listed(pilot)) == 3
        (row,) = (row for row in screen_text(pilot.app).split("\n") if heading in row)
        assert "≠ 2  = 1" in row
        assert ("0 of 1 checked" in row) == (width > 40)
        await type_in(pilot, "tab", "plus")
        assert ("1 of 1 checked" in screen_text(pilot.app)) == (width > 40)


async def test_the_table_below_shows_a_verdict_of_the_comparison(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await type_in(pilot, "f", "slash", "=unit:homes", "enter", "c")
        rival = pilot.app.screen.fact_here
        await type_in(pilot, "+", "escape")
        (row,) = (row for row in screen_text(pilot.app).split("\n") if "✓" in row)
        assert rival.document.title in row


async def test_rivals_that_were_listed_before_are_not_measured_again(
    open_desk, type_in, floods, monkeypatch
):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "right_square_bracket")
        asked, written = [], rivals.digits_and_unit
        monkeypatch.setattr(
            rivals, "digits_and_unit", lambda figure: asked.append(figure) or written(figure)
        )
        await type_in(pilot, "left_square_bracket")
        # What is asked is asked for the rows that are drawn.
        assert len(asked) == len(listed(pilot)) == 3


async def test_a_document_without_figures_has_none_to_compare(open_desk, type_in, tmp_path):
    (tmp_path / "empty.txt").write_text("Nothing is counted here.")
    async with open_desk(tmp_path) as pilot:
        await type_in(pilot, "c")
        assert "There is no figure in this document to compare." in screen_text(pilot.app)


async def test_the_names_of_documents_get_what_the_columns_before_do_not_need(
    open_desk, type_in, tmp_path
):
    for place in ("Norwall", "Southport", "Eastham"):
        title = f"Report of the flood commission of {place}"
        words = f"{title}\n\nThe flood in Norwall destroyed {len(place)} homes."
        (tmp_path / f"{place}.txt").write_text(words)
    async with open_desk(tmp_path, size=(120, 30)) as pilot:
        await type_in(pilot, "right_square_bracket", "c")
        text = screen_text(pilot.app)
        assert "line 3 · Report of the flood commission of Norwall" in text
        assert "line 3 · Report of the flood commission of Southport" in text
