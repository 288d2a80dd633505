"""`o` and `O` sort the lists of the desk; `J` and `K` follow the sorted order; `F` filters by
kind."""

import pytest
from looking import screen_text

from tui.app.desk import sorter


@pytest.fixture
def three(folder):
    """A third report, newer than the two of the folder."""
    text = "Airships return\n\nPublished: 9 May 2025\n\nTwo airships flew 700 km for 90 people."
    (folder / "3-airships.txt").write_text(text, encoding="utf-8")
    return folder


def heading(pilot):
    return screen_text(pilot.app).split("\n")[0]


def listed(pilot):
    """The names of the documents as they are listed."""
    pane = pilot.app.desk.documents
    return [pane.documents[pane.item(place)].name[0] for place in range(pane.length)]


def figures(pilot):
    pane = pilot.app.desk.panel.list
    return [pane.figures[pane.item(place)].text for place in range(pane.length)]


@pytest.mark.parametrize("few", [30, 0])
async def test_documents_are_sorted_and_steps_go_as_they_are_listed(
    three, open_desk, type_in, monkeypatch, few
):
    monkeypatch.setattr(sorter, "FEW_DOCUMENTS", few)
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "h", "o")
        assert listed(pilot) == ["3", "1", "2"]
        assert "3, newest first" in heading(pilot)
        assert "2 of 3" in heading(pilot)
        assert pilot.app.desk.documents.cursor == 1
        await type_in(pilot, "J")
        assert session.document.name == "2-ferries.txt"
        await type_in(pilot, "J")
        assert "This is the last document." in screen_text(pilot.app)
        await type_in(pilot, "2", "K")
        assert session.document.name == "3-airships.txt"
        await type_in(pilot, "O")
        assert "Documents: oldest first." in screen_text(pilot.app)
        assert listed(pilot) == ["1", "3", "2"]


async def test_the_order_is_kept_for_the_next_desk(three, open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "h", "o", "o", "O", "l", "l", "o")
        first = figures(pilot)
        assert listed(pilot) == ["1", "2", "3"]
    async with open_desk() as pilot:
        assert "3, Z to A" in heading(pilot)
        assert listed(pilot) == ["1", "2", "3"]
        assert "largest first" in heading(pilot)
        assert figures(pilot) == first


async def test_steps_go_through_what_a_filter_leaves(three, open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "h", "/", "=airships", "enter", "J")
        assert session.document.name == "3-airships.txt"
        await type_in(pilot, "J")
        assert "This is the last document of those listed." in screen_text(pilot.app)
        await type_in(pilot, "/", "ctrl+u", "=ferries", "enter", "K")
        assert session.document.name == "2-ferries.txt"
        await type_in(pilot, "K")
        assert "This is the first document of those listed." in screen_text(pilot.app)


async def test_a_filter_leaves_the_order(three, open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "h", "o", "/", "=is:unread", "enter")
        assert listed(pilot) == ["3", "2"]
        await type_in(pilot, "escape", "o")
        assert listed(pilot) == ["3", "2", "1"]


@pytest.mark.parametrize("few", [1_000, 0])
async def test_figures_by_value_keep_the_focused_one_and_follow_the_reader(
    open_desk, type_in, monkeypatch, few
):
    monkeypatch.setattr(sorter, "FEW_FIGURES", few)
    async with open_desk() as pilot:
        session, pane = pilot.app.session, pilot.app.desk.panel.list
        await type_in(pilot, "]", "]", "]", "tab")
        focused, before = session.figure, figures(pilot)
        await type_in(pilot, "o")
        assert figures(pilot) != before
        assert session.figure == focused
        assert pane.item(pane.cursor) == focused
        await type_in(pilot, "]")
        assert session.figure == focused + 1
        assert pane.item(pane.cursor) == focused + 1
        await type_in(pilot, "g")
        assert session.figure == pane.order[0]
        await type_in(pilot, "J")
        assert pane.order is not None
        await type_in(pilot, "o")
        assert pane.order is None


async def test_sorting_in_the_reader_explains_where_it_works(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "o")
        assert "o sorts the documents or the figures: tab goes there." in screen_text(pilot.app)
        assert pilot.app.session.memory.orders == {}


async def test_a_key_goes_through_the_kinds_of_figures(open_desk, type_in):
    async with open_desk() as pilot:
        filters, pane = pilot.app.desk.view.filters, pilot.app.desk.panel.list
        total, seen = pane.length, []
        await type_in(pilot, "F")
        while filters.typed(2):
            seen.append(filters.typed(2))
            assert 0 < pane.length < total
            await type_in(pilot, "F")
        assert seen[0] == "kind:count"
        assert {"kind:money", "kind:percent"} <= set(seen)
        assert "All kinds:" in screen_text(pilot.app)
        await type_in(pilot, "tab", "/", "=>1m", "enter", "F")
        assert filters.typed(2) == "kind:count >1m"


async def test_another_document_is_sorted_again(open_desk, type_in, monkeypatch):
    monkeypatch.setattr(sorter, "FEW_FIGURES", 0)
    async with open_desk() as pilot:
        pane = pilot.app.desk.panel.list
        await type_in(pilot, "tab", "O", "J")
        assert figures(pilot) == ["14%", "May", "23,000"]
        await type_in(pilot, "K")
        assert len(figures(pilot)) == len(pane.order) > 3
