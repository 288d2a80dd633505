"""`enter` in the search opens the first hit of what was typed, however late its answer is."""

from looking import settle


async def test_enter_before_the_answer_opens_its_first_hit(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=grain", "enter", "s", "backspace")
        screen, asked = pilot.app.screen, []
        screen._field.put("")
        monkeypatch.setattr(screen, "_took", 1.0)
        monkeypatch.setattr(screen, "_search", lambda *those: asked.append(those))
        await type_in(pilot, "=ferries", "enter")
        assert screen._field.value == "ferries"  # and not the earlier query that was listed
        screen.on_search_screen_answered(screen._answer(*asked[-1]))
        await settle(pilot)
        assert pilot.app.place == "desk"
        assert pilot.app.session.document.name == "2-ferries.txt"


async def test_enter_is_not_lost_if_another_index_comes_before_the_answer(
    open_desk, type_in, monkeypatch
):
    async with open_desk() as pilot:
        await type_in(pilot, "s")
        screen, asked = pilot.app.screen, []
        monkeypatch.setattr(screen, "_search", lambda *those: asked.append(those))
        monkeypatch.setattr(screen, "_took", 1.0)
        await type_in(pilot, "=ferries", "enter")
        pilot.app.desk.results.search_again()  # as when the index holds more
        for those in asked:
            screen.on_search_screen_answered(screen._answer(*those))
        await settle(pilot)
        assert pilot.app.place == "desk"
        assert pilot.app.session.document.name == "2-ferries.txt"


async def test_enter_before_there_is_an_index_opens_the_first_hit(open_desk, type_in):
    async with open_desk() as pilot:
        session, index = pilot.app.session, pilot.app.session.index
        session.index = None
        await type_in(pilot, "s", "=ferries", "enter")
        assert pilot.app.place == "search"
        session.index = index
        pilot.app.desk.results.search_again()
        await settle(pilot)
        assert pilot.app.place == "desk"
        assert session.document.name == "2-ferries.txt"


async def test_enter_and_then_another_letter_opens_nothing(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "s")
        screen, asked = pilot.app.screen, []
        monkeypatch.setattr(screen, "_search", lambda *those: asked.append(those))
        monkeypatch.setattr(screen, "_took", 1.0)
        await type_in(pilot, "=ferrie", "enter", "=s")
        for those in asked:
            screen.on_search_screen_answered(screen._answer(*those))
        await settle(pilot)
        assert pilot.app.place == "search"
