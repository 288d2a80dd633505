"""The search dialog."""

from looking import screen_text


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
        preview = pilot.app.screen._preview
        assert preview.document.name == "2-ferries.txt"
        assert preview._found is not None
        assert len(preview._found.spans)


async def test_nothing_found_is_said_and_nothing_opens(open_desk, type_in):
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
        assert pilot.app.screen._hits.hits


async def test_notes_are_found(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=dubious", "ctrl+s", "s", "=dubious")
        assert [hit.kind for hit in pilot.app.screen._hits.hits] == ["note"]
