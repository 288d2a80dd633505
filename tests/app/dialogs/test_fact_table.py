"""The table of facts: growing, filtering, sorting, grouping, opening."""

import pytest
from looking import screen_text, settle

from tui.app.dialogs import facts as facts_module
from tui.app.dialogs.fact_table import FactTable, TableHead
from tui.app.widgets.field import Field
from tui.documents import Document
from tui.facts import Fact
from tui.figures import extract
from tui.text import cells


def rows(pilot):
    """Each row of the table: the words of a figure, or the name of a group."""
    view = pilot.app.screen.query_one(FactTable).view
    shown = [view.row(place) for place in range(len(view.rows))]
    return [row.figure.text if isinstance(row, Fact) else row.name for row in shown]


def here(pilot):
    row = pilot.app.screen.query_one(FactTable).here
    return row.figure.text if isinstance(row, Fact) else row.name


@pytest.fixture(params=["at once", "in a thread"])
def ways(request, monkeypatch):
    """Few facts are listed between a key and its frame, many in a thread."""
    if request.param == "in a thread":
        monkeypatch.setattr(facts_module, "FEW_FIGURES", -1)


@pytest.mark.usefixtures("ways")
async def test_every_figure_of_all_documents_is_there_and_can_be_filtered(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f")
        library = pilot.app.session.library
        assert rows(pilot) == [figure.text for document in library for figure in document.figures]
        total = len(rows(pilot))
        assert f"{total} figures" in screen_text(pilot.app)
        await type_in(pilot, "slash", "=unit:EUR >1m spent")
        assert rows(pilot) == ["45 million euros"]
        assert f"1 of {total} figures" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+u", "=kind:percent", "enter")
        assert rows(pilot) == ["8%", "14%"]
        assert pilot.app.screen.focused is pilot.app.screen.query_one(FactTable)


async def test_a_problem_of_the_filter_is_shown_and_cleared(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f")
        every = rows(pilot)
        await type_in(pilot, "slash", "=kind:colour")
        assert "kind:colour is none of" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+u")
        assert "kind:colour is none of" not in screen_text(pilot.app)
        assert rows(pilot) == every


@pytest.mark.usefixtures("ways")
async def test_orders_are_cycled_and_reversed(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f", "slash", "=kind:percent | kind:money", "enter", "o")
        assert rows(pilot) == ["45 million euros", "14%", "8%"]
        assert "by value in each unit, largest first" in screen_text(pilot.app)
        assert "value ↓" in screen_text(pilot.app)
        await type_in(pilot, "O")
        assert rows(pilot) == ["45 million euros", "8%", "14%"]
        assert "value ↑" in screen_text(pilot.app)
        await type_in(pilot, "o", "o", "o", "o", "o")
        assert "in the order of the texts" in screen_text(pilot.app)


async def test_a_click_on_a_heading_sorts_by_it(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f")
        head = pilot.app.screen.query_one(TableHead)
        (row,) = [row for row in screen_text(pilot.app).split("\n") if " value " in row]
        at = row.index("value") - head.region.x
        await pilot.click(head, offset=(at, 0))
        await settle(pilot)
        assert "by value in each unit, largest first" in screen_text(pilot.app)
        await pilot.click(head, offset=(at, 0))
        await settle(pilot)
        assert "by value in each unit, smallest first" in screen_text(pilot.app)


async def test_a_click_on_a_heading_without_an_order_does_nothing(open_desk, type_in):
    async with open_desk(size=(160, 40)) as pilot:
        await type_in(pilot, "f", "o")
        head = pilot.app.screen.query_one(TableHead)
        for column in ("passage", "value"):
            (row,) = [row for row in screen_text(pilot.app).split("\n") if "passage" in row]
            await pilot.click(head, offset=(row.index(column) - head.region.x, 0))
            await settle(pilot)
            turned = column == "value"
            assert ("smallest first" in screen_text(pilot.app)) == turned


async def test_enter_goes_to_the_sentence_and_back_returns(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f", "G", "enter")
        session = pilot.app.session
        assert pilot.app.screen is pilot.app.desk
        assert session.document.name == "2-ferries.txt"
        assert session.document.figures[session.figure].text == "14%"
        assert pilot.app.desk.focused is pilot.app.desk.reader
        await type_in(pilot, "ctrl+o")
        assert session.document.name == "1-harbour.txt"


@pytest.mark.usefixtures("ways")
async def test_opened_again_it_is_as_it_was_left(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f", "slash", "=kind:percent", "enter", "o", "j", "escape")
        assert pilot.app.screen is pilot.app.desk
        await type_in(pilot, "f")
        assert rows(pilot) == ["14%", "8%"]
        assert here(pilot) == "8%"
        assert pilot.app.screen.query_one(Field).value == "kind:percent"
        await type_in(pilot, "enter", "f")
        assert here(pilot) == "8%"


@pytest.mark.usefixtures("ways")
async def test_groups_are_opened_and_closed(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(
            pilot, "f", "slash", "=unit:people | unit:cranes | unit:percent", "enter", "u", "g"
        )
        assert rows(pilot) == ["percent", "cranes", "people"]
        text = screen_text(pilot.app)
        assert "smallest" in text
        assert "grouped by unit" in text
        await type_in(pilot, "enter")
        assert rows(pilot) == ["percent", "8%", "14%", "cranes", "people"]
        assert here(pilot) == "percent"
        await type_in(pilot, "j", "plus")
        assert pilot.app.session.notes.all()[0].verdict == "supported"
        await type_in(pilot, "k", "plus")
        assert "Go to a figure first" in screen_text(pilot.app)
        await type_in(pilot, "enter", "u")
        assert "grouped by subject" in screen_text(pilot.app)
        await type_in(pilot, "u")
        assert rows(pilot) == ["8%", "12", "23,000", "14%"]


async def test_bars_are_drawn_for_the_unit_under_the_cursor(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f", "slash", "=kind:percent | kind:money", "enter", "p")
        lines = screen_text(pilot.app).split("\n")
        eight, money, fourteen = (
            next(line for line in lines[3:8] if words in line)
            for words in ("  8  %", "EUR", "14  %")
        )
        assert "linear 0 – 14" in lines[2]
        assert fourteen.count("━") > eight.count("━") > 0
        assert "━" not in money
        await type_in(pilot, "j")
        lines = screen_text(pilot.app).split("\n")
        assert "linear 0 – 45 m" in lines[2]
        assert "━" in next(line for line in lines[3:8] if "EUR" in line)
        assert "━" not in next(line for line in lines[3:8] if "14  %" in line)
        await type_in(pilot, "p")
        assert "linear" not in screen_text(pilot.app)


async def test_a_verdict_and_a_note_are_seen_in_the_row(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f", "minus")
        text = screen_text(pilot.app)
        assert "✗ wrong" in text
        assert text.count("✗") == 3  # in the row, below the table, and in what is said
        assert pilot.app.session.marks().on(*pilot.app.session.document.figures[0][:2])
        await type_in(pilot, "j", "a", "=Which grain?", "ctrl+s")
        assert "✎ Which grain?" in screen_text(pilot.app)
        await type_in(pilot, "slash", "=verdict:wrong", "enter")
        assert len(rows(pilot)) == 1
        await type_in(pilot, "minus")
        assert rows(pilot) == []


async def test_a_fact_is_compared_and_the_table_is_found_again(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f", "j", "j", "c")
        assert pilot.app.place == "compare"
        await type_in(pilot, "escape")
        assert (pilot.app.place, here(pilot)) == ("facts", "8%")
        await type_in(pilot, "u", "c")
        assert pilot.app.place == "facts"
        assert "Go to a figure first" in screen_text(pilot.app)


async def test_letters_are_not_commands_while_a_filter_is_typed(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "f", "slash", "=oOupac+q?")
        assert pilot.app.screen.query_one(Field).value == "oOupac+q?"
        assert pilot.app.place == "facts"
        assert pilot.app.session.notes.all() == []


async def test_the_table_grows_while_figures_are_extracted(open_desk, type_in):
    async with open_desk() as pilot:
        session, screen = pilot.app.session, pilot.app.desk
        late = Document.from_text("They caught 12 eels.", "3-late.txt")
        session.library.add(late)
        await type_in(pilot, "f")
        assert "1 document still to be read" in screen_text(pilot.app)
        await type_in(pilot, "G")
        before = here(pilot)
        screen.background.find_figures([late])
        await settle(pilot)
        assert rows(pilot)[-1] == "12"
        assert here(pilot) == before
        assert "still to be read" not in screen_text(pilot.app)


async def test_rows_appended_below_redraw_nothing(open_desk, type_in, monkeypatch):
    async with open_desk(size=(100, 14)) as pilot:
        late = Document.from_text("They caught 12 eels.", "3-late.txt")
        pilot.app.session.library.add(late)
        await type_in(pilot, "f")
        table, drawn = pilot.app.screen.query_one(FactTable), []
        monkeypatch.setattr(table, "draw_item", lambda number, *_: drawn.append(number) or [])
        pilot.app.desk.background.find_figures([late])
        await settle(pilot)
        assert rows(pilot)[-1] == "12"
        assert drawn == []
        await type_in(pilot, "j")
        assert drawn == [0, 1]


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 200])
async def test_every_row_is_as_wide_as_the_window(open_desk, type_in, columns):
    async with open_desk(size=(columns, 24)) as pilot:
        for keys in (["f"], ["p"], ["u"], ["enter", "j"], ["u"]):
            await type_in(pilot, *keys)
            table = pilot.app.screen.query_one(FactTable)
            widths = [sum(cells(s.text) for s in table.render_line(y)) for y in range(5)]
            assert widths == [columns] * 5


async def test_long_and_wide_words_are_cut_and_shown_in_full_below(open_desk, type_in, tmp_path):
    path = tmp_path / "长的名字.txt"
    noun = "overseas telecommunication fraud suspects"
    path.write_text(
        f"公安部公布数据公安部公布数据公安部\n\nPolice held 1,234,567,890,123 {noun}.\n"
    )
    assert extract(path.read_text("utf-8"))[0].unit == noun
    async with open_desk(path, size=(80, 24)) as pilot:
        await type_in(pilot, "f")
        table, *_, detail = screen_text(pilot.app).split("─" * 80)
        assert "1,234,567,890,123" in table
        assert "…" in table
        assert f"1,234,567,890,123 {noun}" in detail
        assert "长的名字.txt" in detail


async def test_slow_filters_show_progress(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "f")
        monkeypatch.setattr(facts_module, "FEW_FIGURES", -1)
        waiting = []
        monkeypatch.setattr(pilot.app.desk.background, "run", waiting.append)
        await type_in(pilot, "o")
        assert "looking …" in screen_text(pilot.app)
        waiting.pop()()
        await settle(pilot)
        assert "looking …" not in screen_text(pilot.app)


async def test_no_key_acts_on_a_row_of_the_list_before_the_filter(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "f")
        before = here(pilot)
        monkeypatch.setattr(facts_module, "FEW_FIGURES", -1)
        waiting = []
        with monkeypatch.context() as now:
            now.setattr(pilot.app.desk.background, "run", waiting.append)
            await type_in(pilot, "slash", "=kind:percent", "enter", "plus", "enter", "c")
        assert "Still filtering" in screen_text(pilot.app)
        assert pilot.app.session.notes.all() == []
        waiting.pop()()
        await settle(pilot)
        assert here(pilot) != before
        await type_in(pilot, "plus")
        assert [note.anchor.exact for note in pilot.app.session.notes.all()] == [here(pilot)]


async def test_a_passage_ends_with_a_quotation_mark_or_says_that_it_is_cut(
    open_desk, type_in, tmp_path
):
    words = "word " * 200
    (tmp_path / "a.txt").write_text(f"Title\n\nHere are 12 boats.\n\nThere are 13 boats, {words}.")
    async with open_desk(tmp_path, size=(80, 24)) as pilot:
        await type_in(pilot, "f")
        assert "“Here are 12 boats.”" in screen_text(pilot.app)
        await type_in(pilot, "j")
        rows = screen_text(pilot.app).split("\n")
        first = next(place for place, row in enumerate(rows) if "“There are 13" in row)
        assert any(row.rstrip().endswith("word…") for row in rows[first:])
        assert "”" not in "".join(rows[first:])
