"""The filter of the comparison."""

from floods import listed, to_figure
from looking import screen_text

from tui.app.dialogs.rivals import RivalList


async def test_the_rivals_are_filtered_as_you_type(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "slash", "=doc:after")
        assert {name for _, name in listed(pilot)} == {"2-after.txt"}
        assert "2 of 3 figures that may be the same" in screen_text(pilot.app)
        await type_in(pilot, "=  1954", "enter")
        assert [words for words, _ in listed(pilot)] == ["61"]
        assert "A flood took 61 homes in Norwall in 1954." in screen_text(pilot.app)
        await type_in(pilot, "right_square_bracket")
        assert "/ filters" not in screen_text(pilot.app)
        await type_in(pilot, "escape")
        assert pilot.app.screen is pilot.app.desk


async def test_a_filter_without_matches_and_one_not_understood_say_so(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "slash", "=zeppelin")
        assert listed(pilot) == []
        text = screen_text(pilot.app)
        assert "No figure has all that: / changes the filter." in text
        assert "0 of 3 figures" in text
        assert "The filter hides all of them" in text
        await type_in(pilot, "ctrl+u", "=kind:colour")
        assert "kind:colour is none of" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+u")
        assert "kind:colour is none of" not in screen_text(pilot.app)
        assert len(listed(pilot)) == 3


async def test_letters_of_the_filter_are_no_commands_and_escape_leaves_it_first(
    open_desk, type_in, floods
):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "slash", "=ac+")
        assert not pilot.app.session.notes.all()
        compared = pilot.app.screen
        assert compared is not pilot.app.desk
        await type_in(pilot, "escape")
        assert pilot.app.screen is compared
        assert compared.focused is compared.query_one(RivalList)
        await type_in(pilot, "escape")
        assert pilot.app.screen is pilot.app.desk


async def test_the_filter_is_kept_for_the_same_figure_only(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "slash", "=1954", "enter", "escape", "c")
        assert [words for words, _ in listed(pilot)] == ["61"]
        await type_in(pilot, "escape", "right_square_bracket", "c")
        assert "/ filters" in screen_text(pilot.app)
        assert listed(pilot)[0] == ("50", "2-after.txt")


async def test_a_verdict_takes_a_rival_out_of_the_unchecked(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "slash", "=verdict:unchecked", "enter")
        assert len(listed(pilot)) == 3
        await type_in(pilot, "plus")
        assert [words for words, _ in listed(pilot)] == ["61", "340"]
        await type_in(pilot, "slash", "ctrl+u", "=verdict:supported")
        assert [words for words, _ in listed(pilot)] == ["355"]


async def test_many_rivals_are_filtered_in_a_thread(open_desk, type_in, floods, monkeypatch):
    monkeypatch.setattr("tui.app.dialogs.fact_filter.FEW_FIGURES", 0)
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c", "slash", "=1954")
        assert [words for words, _ in listed(pilot)] == ["61"]


async def test_the_hint_in_an_empty_field_is_as_readable_as_other_hints(open_desk, type_in, floods):
    async with open_desk(floods) as pilot:
        await to_figure(pilot, "340")
        await type_in(pilot, "c")
        field = pilot.app.screen.query_one("#compare-filter")
        style = field.get_component_rich_style("input--placeholder")
        assert style.color == pilot.app.desk.view.ink.muted.color
