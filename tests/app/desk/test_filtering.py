"""`/` in a list shows only the items that match a query."""

import pytest
from looking import screen_text, settle

from tui.app.background.background import Background
from tui.app.desk import filters
from tui.app.widgets.field import Field
from tui.documents import Document


def headings(pilot):
    """The first row of the desk."""
    return screen_text(pilot.app).split("\n")[0]


def shown_figures(pilot):
    desk = pilot.app.desk
    figures = desk.session.document.figures
    return [figures[number].text for number in desk.panel.list.shown]


def shown_documents(pilot):
    desk = pilot.app.desk
    return [desk.documents.documents[number].name for number in desk.documents.shown]


@pytest.mark.parametrize("few", [150, 0])
async def test_figures_are_filtered_while_typing(open_desk, type_in, monkeypatch, few):
    monkeypatch.setattr(filters, "FEW_FIGURES", few)
    async with open_desk() as pilot:
        desk = pilot.app.desk
        total = len(desk.session.document.figures)
        await type_in(pilot, "tab", "/", "=>1m")
        assert shown_figures(pilot) == ["1.2 million tonnes", "45 million euros"]
        assert f"2 of {total} />1m" in headings(pilot)
        await type_in(pilot, "= euros")
        assert shown_figures(pilot) == ["45 million euros"]
        await type_in(pilot, "enter")
        assert desk.focused is desk.panel.list
        assert shown_figures(pilot) == ["45 million euros"]


async def test_a_filter_stays_until_escape(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "tab", "/", "=kind:percent", "enter")
        assert shown_figures(pilot) == ["8%"]
        await type_in(pilot, "J")
        assert desk.session.document.name == "2-ferries.txt"
        assert shown_figures(pilot) == ["14%"]
        assert "1 of 3 /kind:percent" in headings(pilot)
        await type_in(pilot, "escape")
        assert desk.focused is desk.panel.list
        assert desk.panel.list.shown is None
        assert "Figures 3" in headings(pilot)
        await type_in(pilot, "escape")
        assert desk.focused is desk.reader


async def test_cancelling_restores_the_previous_filter(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "tab", "/", "=kind:percent", "enter")
        await type_in(pilot, "/", "= zzz")
        assert shown_figures(pilot) == []
        assert "No figure here has that." in screen_text(pilot.app)
        await type_in(pilot, "escape")
        assert shown_figures(pilot) == ["8%"]
        await type_in(pilot, "/", "ctrl+u", "enter")
        assert desk.panel.list.shown is None


async def test_keys_of_the_line_step_through_the_matches(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "tab", "/", "=>1m", "down")
        focused = desk.session.document.figures[desk.session.figure]
        assert focused.text == "45 million euros"
        await type_in(pilot, "enter", "enter")
        assert desk.focused is desk.reader
        assert desk.session.offset == focused.start


async def test_brackets_go_through_all_figures(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "tab", "/", "=kind:percent", "enter", "tab", "tab", "g")
        await type_in(pilot, "right_square_bracket", "right_square_bracket")
        assert session.document.figures[session.figure].text == "1.2 million tonnes"
        assert pilot.app.desk.panel.list.cursor == 0


async def test_a_judged_figure_leaves_the_list_of_unchecked_ones(open_desk, type_in):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        total = len(desk.session.document.figures)
        await type_in(pilot, "tab", "/", "=verdict:unchecked", "enter", "down", "+")
        assert len(desk.panel.list.shown) == total - 1
        await type_in(pilot, "/", "ctrl+u", "=verdict:supported", "enter")
        assert len(desk.panel.list.shown) == 1


@pytest.mark.parametrize("few", [40, 0])
async def test_documents_are_filtered_while_typing(open_desk, type_in, monkeypatch, few):
    monkeypatch.setattr(filters, "FEW_DOCUMENTS", few)
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "shift+tab", "/", "=feries")
        assert shown_documents(pilot) == ["2-ferries.txt"]
        assert "1 of 2 /feries" in headings(pilot)
        await type_in(pilot, "enter", "enter")
        assert desk.session.document.name == "2-ferries.txt"
        assert shown_documents(pilot) == ["2-ferries.txt"]
        await type_in(pilot, "shift+tab", "escape")
        assert desk.documents.shown is None
        assert desk.documents.cursor == 1


async def test_documents_are_filtered_by_their_content(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "shift+tab", "/", "=unit:EUR")
        assert shown_documents(pilot) == ["1-harbour.txt"]
        await type_in(pilot, "ctrl+u", "=23,000")
        assert shown_documents(pilot) == ["2-ferries.txt"]
        await type_in(pilot, "ctrl+u", "=is:unread")
        assert shown_documents(pilot) == ["2-ferries.txt"]
        await type_in(pilot, "enter", "J")
        assert shown_documents(pilot) == ["2-ferries.txt"]


async def test_a_note_brings_its_document_into_the_list(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "shift+tab", "/", "=verdict:wrong", "enter")
        assert shown_documents(pilot) == []
        assert "No document has that." in screen_text(pilot.app)
        await type_in(pilot, "tab", "right_square_bracket", "-")
        assert shown_documents(pilot) == ["1-harbour.txt"]


async def test_what_is_not_understood_is_said(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "tab", "/", "=kind:colour")
        assert "kind:colour is none of" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+u")
        assert "kind:colour is none of" not in screen_text(pilot.app)


async def test_a_document_without_figures_yet_shows_none(open_desk, type_in, tmp_path):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "tab", "/", "=kind:percent", "enter")
        desk.panel.list.show([], None)
        await settle(pilot)
        assert "No figures here." in screen_text(pilot.app)


async def test_the_line_opened_again_is_of_the_pane_in_focus(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "slash", "=cranes", "enter", "tab", "slash")
        field = pilot.app.desk.query_one(Field)
        assert (field.value, field.has_focus) == ("", True)
        assert "kind:money" in field.placeholder
        await type_in(pilot, "=grain", "enter", "shift+tab", "slash")
        assert field.value == "cranes"
        await type_in(pilot, "escape")
        assert not field.display
        assert pilot.app.desk.focused is pilot.app.desk.reader


async def test_a_late_answer_does_not_filter_a_list_that_was_cleared(open_desk, monkeypatch):
    monkeypatch.setattr(filters, "FEW_FIGURES", 0)
    async with open_desk() as pilot:
        desk, waiting = pilot.app.desk, []
        monkeypatch.setattr(desk.background, "run", waiting.append)
        desk.view.filters.put(2, ">1m")
        desk.view.filters.put(2, "")
        for work in waiting:
            work()
        await settle(pilot)
        assert waiting
        assert desk.panel.list.length == desk.panel.list.total


async def test_the_answer_for_a_document_that_was_left_is_dropped(
    open_desk, type_in, monkeypatch, folder
):
    monkeypatch.setattr(filters, "FEW_FIGURES", 0)
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "tab", "slash", "=kind:percent", "enter")
        answers = []
        monkeypatch.setattr(
            desk.background, "ask", lambda work, then: answers.append((work(), then))
        )
        desk.view.filters.filter_figures()
        monkeypatch.setattr(Background, "find_at_once", lambda self, document: False)
        desk.session.replace_document(Document.from_text("No figures yet", "2-ferries.txt"), None)
        desk.view.open("2-ferries.txt")
        for kept, then in answers:
            then(kept)
        await settle(pilot)
        assert "Being found" in screen_text(pilot.app)
