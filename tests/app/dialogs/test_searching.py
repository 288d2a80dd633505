"""The search dialog."""

from looking import screen_text, settle, until

from tui.app.background.background import Background
from tui.app.dialogs import search
from tui.app.dialogs.hits import HitList
from tui.app.widgets.field import Field
from tui.app.widgets.reader import Reader
from tui.search import Index


def drawn(pane):
    """What a pane draws, row by row."""
    return ["".join(part.text for part in pane.draw(y, 70)) for y in range(pane.rows)]


async def test_hits_come_while_typing_and_enter_goes_there(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "s", "=pasengers lose")
        text = screen_text(pilot.app)
        assert "Ferries lose passengers" in text
        assert "pasengers → passengers" in text
        await type_in(pilot, "enter")
        assert pilot.app.screen is pilot.app.desk
        assert session.document.name == "2-ferries.txt"
        await type_in(pilot, "ctrl+o")
        assert session.document.name == "1-harbour.txt"


async def test_a_figure_is_found_by_its_value(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "s", "=1,200,000", "enter")
        assert session.document.name == "1-harbour.txt"
        assert session.document.text[session.offset :].startswith("1.2 million")


async def test_the_preview_shows_the_hit(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=crossed in May")
        preview = pilot.app.screen.query_one(Reader)
        assert preview.document.name == "2-ferries.txt"
        assert preview._matches is not None
        assert len(preview._matches.spans)


async def test_tabs_in_a_hit_are_shown_as_spaces(open_desk, type_in, folder):
    (folder / "3-tabs.txt").write_text("Tabs\n\nThe tariff\twas raised again.\n", encoding="utf-8")
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=tariff")
        assert any(
            "The tariff was raised" in row for row in drawn(pilot.app.screen.query_one(HitList))
        )


async def test_a_query_typed_before_the_index_is_ready_waits(open_desk, type_in, monkeypatch):
    monkeypatch.setattr(Background, "index", lambda *arguments: None)
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=cranes")
        text = screen_text(pilot.app)
        assert "Reading the documents" in text
        assert "Earlier queries" not in text


async def test_no_hits_are_reported_and_nothing_opens(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=qqqqxzzz")
        assert "Nothing in these documents matches" in screen_text(pilot.app)
        await type_in(pilot, "enter")
        assert pilot.app.screen is not pilot.app.desk
        await type_in(pilot, "escape")
        assert pilot.app.screen is pilot.app.desk


async def test_the_query_is_there_again(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=cranes", "escape", "s")
        assert "cranes" in screen_text(pilot.app)
        assert pilot.app.screen.query_one(HitList).hits


async def test_notes_are_found(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=dubious", "ctrl+s", "s", "=dubious")
        assert [hit.kind for hit in pilot.app.screen.query_one(HitList).hits] == ["note"]


async def test_approximate_hits_are_below_a_divider(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=were in ")
        hits = pilot.app.screen.query_one(HitList)
        exact = [hit.exact for hit in hits.hits]
        assert exact == sorted(exact, reverse=True)
        assert exact[0]
        assert not exact[-1]
        assert hits.rows == len(exact) * hits.per_item + 1
        (row,) = [y for y, row in enumerate(drawn(hits)) if "close matches" in row]
        assert row == hits.per_item * exact.index(False)
        before = hits.cursor
        await pilot.click("#hits", offset=(5, row))
        assert hits.cursor == before
        assert pilot.app.screen is not pilot.app.desk


async def test_only_approximate_hits_show_the_divider_and_corrections_first(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=pasengers lose")
        hits = pilot.app.screen.query_one(HitList)
        assert "only close matches · pasengers → passengers" in drawn(hits)[0]
        await type_in(pilot, "down", "up")
        assert hits.scroll_offset.y == 0


async def test_a_query_that_was_opened_comes_back(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "s", "=cranes", "enter", "s")
        field = pilot.app.screen.query_one(Field)
        field.value = ""
        await type_in(pilot, "=dockers", "enter", "s")
        assert session.recent.all() == ["dockers", "cranes"]
        field = pilot.app.screen.query_one(Field)
        await type_in(pilot, "alt+up")
        assert field.value == "cranes"
        assert pilot.app.screen.query_one(HitList).hits
        await type_in(pilot, "alt+up", "alt+down")
        assert field.value == "dockers"


async def test_queries_typed_in_passing_are_not_remembered(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=cra", "escape")
        assert pilot.app.session.recent.all() == []
        monkeypatch.setattr(search, "PAUSE", 0.0)
        await type_in(pilot, "s", "escape")
        assert pilot.app.session.recent.all() == ["cra"]


async def test_a_query_is_saved_under_a_name_and_chosen_from_the_list(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "s", "=>1m", "ctrl+s")
        await type_in(pilot, "ctrl+u", "=Big ones", "enter")
        assert session.saved.all() == {"big-ones": ">1m"}
        screen = pilot.app.screen
        assert screen.focused is screen.query_one(Field)
        assert "@big-ones" in screen_text(pilot.app)
        expected = [hit[:3] for hit in screen.query_one(HitList).hits]
        assert expected
        await type_in(pilot, "ctrl+u")
        assert [query.name for query in screen.query_one(HitList).queries] == ["big-ones"]
        assert "@big-ones  >1m" in screen_text(pilot.app)
        await type_in(pilot, "enter")
        assert screen.query_one(Field).value == ">1m"
        await type_in(pilot, "ctrl+u", "=@big-ones")
        assert [hit[:3] for hit in screen.query_one(HitList).hits] == expected


async def test_a_name_may_be_given_up(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=cranes", "ctrl+s", "escape")
        assert pilot.app.session.saved.all() == {}
        screen = pilot.app.screen
        assert screen is not pilot.app.desk
        assert screen.focused is screen.query_one(Field)
        await type_in(pilot, "ctrl+s", "ctrl+u", "=?", "enter")
        assert "a name needs a letter" in screen_text(pilot.app)
        assert pilot.app.session.saved.all() == {}


async def test_earlier_queries_are_forgotten(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        session.saved.save("big", ">1m")
        session.recent.remember("cranes")
        await type_in(pilot, "s", "ctrl+r")
        assert session.saved.all() == {}
        await type_in(pilot, "ctrl+r")
        assert session.recent.all() == []
        assert "Type some words" in screen_text(pilot.app)


async def test_only_in_unread_documents(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=is:unread in")
        hits = pilot.app.screen.query_one(HitList).hits
        assert {hit.document for hit in hits} == {"2-ferries.txt"}
        await type_in(pilot, "enter", "s")
        assert pilot.app.screen.query_one(HitList).hits == []


async def test_an_operator_alone_asks_for_more(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=>")
        assert "go on typing" in screen_text(pilot.app)


async def test_a_hit_in_a_title_says_which_file_it_is(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=harbour grows")
        rows = [row.strip("▎ ") for row in drawn(pilot.app.screen.query_one("#hits"))]
        assert rows[:2] == ["T Harbour trade grows", "1-harbour.txt"]


async def test_the_preview_marks_the_other_hits_around(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=were ")
        screen = pilot.app.screen
        assert len(screen.query_one(HitList).hits) == 2
        text, found = screen.query_one(Reader).document.text, screen.query_one(Reader)._matches
        assert [text[slice(*span)] for span in found.spans.items] == ["were", "were"]
        assert screen.query_one(Reader)._match_at == 0
        await type_in(pilot, "down")
        assert screen.query_one(Reader)._match_at == 1


async def test_keys_go_through_the_hits_and_stop_at_both_ends(open_desk, type_in, folder):
    words = "\n\n".join(f"In year {year} some gulls came." for year in range(40))
    (folder / "3-gulls.txt").write_text(words, encoding="utf-8")
    async with open_desk(size=(100, 24)) as pilot:
        await type_in(pilot, "s", "=gulls came")
        hits = pilot.app.screen.query_one(HitList)
        last = len(hits.hits) - 1
        assert last > 20
        for key, expected in (("up", 0), ("down", 1), ("down", 2), ("up", 1), ("pageup", 0)):
            await type_in(pilot, key)
            assert hits.cursor == expected
        await type_in(pilot, "pagedown")
        assert 1 < hits.cursor < last
        await type_in(pilot, *["pagedown"] * 20, "down")
        assert hits.cursor == last
        await type_in(pilot, "up")
        assert hits.cursor == last - 1
        expected = hits.hits[last - 1]
        await type_in(pilot, "enter")
        session = pilot.app.session
        assert (session.document.name, session.offset) == (expected.document, expected.start)


async def test_only_what_was_typed_can_be_saved(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "= ", "ctrl+s")
        assert "Type a query first" in screen_text(pilot.app)
        assert pilot.app.session.saved.all() == {}


async def test_the_index_is_heard_of_below_another_dialog(open_desk, type_in):
    async with open_desk() as pilot:
        desk, session = pilot.app.desk, pilot.app.session
        index, session.index = session.index, None
        await type_in(pilot, "s", "=cranes", "f2")
        desk.post_message(Background.Indexed(index))
        await settle(pilot)
        await type_in(pilot, "escape")
        hits = pilot.app.screen.query_one(HitList)
        await until(pilot, lambda: hits.hits)


async def test_a_note_is_found_that_was_written_while_the_index_was_built(open_desk, type_in):
    async with open_desk() as pilot:
        desk, session = pilot.app.desk, pilot.app.session
        being_built = Index.build(list(session.library))
        desk.background.is_indexed = False
        await type_in(pilot, "]", "a", "=quokka", "ctrl+s", "s", "=quokka")
        hits = pilot.app.screen.query_one(HitList)
        await until(pilot, lambda: [hit.kind for hit in hits.hits] == ["note"])
        desk.post_message(Background.Indexed(being_built))
        await until(pilot, lambda: being_built.search("quokka"))
        await until(pilot, lambda: [hit.kind for hit in hits.hits] == ["note"])


async def test_an_index_that_was_replaced_does_not_come_back(open_desk, type_in):
    async with open_desk() as pilot:
        desk, session = pilot.app.desk, pilot.app.session
        await type_in(pilot, "]", "a", "=quokka", "ctrl+s")
        desk.sync.index_notes()
        session.index = replacement = Index.build(list(session.library))
        desk.background.wait()
        await settle(pilot)
        assert session.index is replacement


async def test_a_hit_that_is_cut_says_so_and_begins_before_its_match(open_desk, type_in, folder):
    long = "Ships brought 12 boats of grain to the town in the north and 30 others to the south."
    (folder / "3-long.txt").write_text(f"Grain\n\n{long}\n", encoding="utf-8")
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "s", "=boats")
        assert f"{long[:70]}" in screen_text(pilot.app)
        (row,) = [row for row in screen_text(pilot.app).split("\n") if "# Ships brought" in row]
        assert row.rstrip().endswith("…")
    async with open_desk(size=(50, 24)) as pilot:
        await type_in(pilot, "s", "=others")
        (row, *_) = [row for row in screen_text(pilot.app).split("\n") if "others to" in row]
        assert row[1:].lstrip("#¶ ").startswith("…")
        assert "Ships brought" not in row
