"""The comparison: the rivals of the next figure are found while those of one are read."""

from floods import to_figure
from looking import until

from tui.facts import Similarity


async def test_the_rivals_of_the_next_figure_are_found_before_it_is_asked_for(
    open_desk, type_in, floods, monkeypatch
):
    asked = []
    find = Similarity.rivals
    monkeypatch.setattr(
        Similarity, "rivals", lambda self, fact: asked.append(fact) or find(self, fact)
    )
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        screen = pilot.app.screen
        for key, by in (("]", 1), ("]", 1), ("[", -1)):
            coming = screen.fact.next_comparable(by)
            assert coming is not None
            if screen._direction == by:
                await until(pilot, lambda coming=coming: coming in asked)
            await type_in(pilot, key)
            assert (screen.fact, screen._direction) == (coming, by)
            if key == "]":
                assert asked.count(coming) == 1
