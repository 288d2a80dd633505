"""Keys that arrive in one read of the terminal are handled one by one."""

from threading import Event
from time import sleep

import pytest
from looking import screen_text, settle, until
from textual import events
from textual.message_pump import MessagePump

from tui.session import NoteListing


async def at_once(pilot, *keys: str) -> None:
    """Sends keys as a slow line does: all arrive before the first is handled."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await pilot.pause()
    for _ in keys:
        await settle(pilot)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("s", *"634k"), "634k"),
        (("slash", *"fraud"), "fraud"),
        (("f", "slash", *"suspects"), "suspects"),
        (("A", "slash", *"deed"), "deed"),
        (("ctrl+p", *"themes"), "themes"),
        (("a", *"Twelve"), "Twelve"),
        (("s", *"grain", "ctrl+s", *"corn"), "corn"),
    ],
)
async def test_letters_after_a_key_that_opens_a_field_go_into_it(open_desk, keys, shown):
    async with open_desk() as pilot:
        await at_once(pilot, *keys)
        assert shown in screen_text(pilot.app)


async def test_keys_after_one_that_closes_a_dialog_go_to_the_desk(open_desk):
    async with open_desk() as pilot:
        await at_once(pilot, "A", "escape", "right_square_bracket", "right_square_bracket")
        assert pilot.app.place == "desk"
        assert pilot.app.session.figure == 1


@pytest.fixture
def handled(monkeypatch):
    """The classes of the messages that were handled, with who handled them."""
    seen = []
    dispatch = MessagePump._dispatch_message

    async def listen(self, message):
        seen.append((type(self).__name__, type(message).__name__))
        await dispatch(self, message)

    monkeypatch.setattr(MessagePump, "_dispatch_message", listen)
    return seen


async def test_a_key_of_a_pane_passes_through_nothing_else(open_desk, handled):
    async with open_desk() as pilot:
        await settle(pilot)
        handled.clear()
        await pilot.press("J")
        await settle(pilot)
        assert pilot.app.session.document.name == "2-ferries.txt"
        assert [who for who, what in handled if what == "Key"] == ["Factdesk"]
        # The screen is not told of each widget that is drawn, either.
        assert "Update" not in {what for _, what in handled}


@pytest.mark.parametrize(("opened_by", "words"), [("s", "cran"), ("slash", "cran")])
async def test_a_letter_of_a_field_passes_through_nothing_else(
    open_desk, type_in, handled, opened_by, words
):
    async with open_desk() as pilot:
        await type_in(pilot, opened_by, "=crane")
        handled.clear()
        await pilot.press("s", "backspace", "backspace")
        await settle(pilot)
        assert pilot.app.screen.focused.value == words
        assert [who for who, what in handled if what == "Key"] == ["Factdesk"] * 3


async def test_selected_letters_are_replaced_by_the_one_that_is_typed(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=cranes", "shift+home", "d", "=ock")
        assert pilot.app.session.query == "dock"


async def test_what_a_pane_says_goes_to_the_screen_only(open_desk, handled):
    async with open_desk() as pilot:
        await pilot.press("tab")
        await settle(pilot)
        handled.clear()
        await pilot.press("j")
        await settle(pilot)
        assert pilot.app.session.figure == 1
        assert [who for who, what in handled if what == "Moved"] == ["Desk"]


async def test_a_digit_is_a_count_whatever_is_bound_to_it(open_desk, away_from_home):
    settings = away_from_home / "config_folder" / "config.toml"
    settings.parent.mkdir()
    settings.write_text('[keys]\n"document.next" = ["2"]\n', encoding="utf-8")
    async with open_desk() as pilot:
        assert pilot.app.chosen_keys["document.next"] == ("2",)
        await at_once(pilot, "2", "right_square_bracket")
        assert pilot.app.session.figure == 1
        assert pilot.app.session.document.name == "1-harbour.txt"


async def test_keys_after_opening_the_notes_wait_until_they_are_read(
    open_desk, type_in, monkeypatch
):
    monkeypatch.setattr("tui.app.dialogs.notes.PATIENCE", 30)
    monkeypatch.setattr("tui.app.key_queue.PATIENCE", 30)
    async with open_desk() as pilot:
        for body in ("=First.", "=Second."):
            await type_in(pilot, "right_square_bracket", "a", body, "ctrl+s")
        monkeypatch.setattr(
            "tui.app.dialogs.notes.NoteListing", lambda *of: sleep(0.03) or NoteListing(*of)
        )
        await at_once(pilot, "A", "j", "e", *"Then")
        assert "Then" in screen_text(pilot.app)
        assert pilot.app.screen.query_one("#body").text == "Second.Then"


async def test_keys_do_not_wait_long_for_notes(open_desk, monkeypatch):
    monkeypatch.setattr("tui.app.dialogs.notes.PATIENCE", 0.01)
    monkeypatch.setattr("tui.app.key_queue.PATIENCE", 30)
    enough = Event()
    async with open_desk() as pilot:
        monkeypatch.setattr(
            "tui.app.dialogs.notes.NoteListing", lambda *of: enough.wait(10) and NoteListing(*of)
        )
        for key in ("A", "escape", "J"):
            pilot.app.post_message(events.Key(key, key))
        await until(pilot, lambda: pilot.app.session.document.name == "2-ferries.txt")
        enough.set()


async def test_text_pasted_after_a_key_goes_where_the_key_leads(open_desk):
    async with open_desk() as pilot:
        pilot.app.post_message(events.Key("s", "s"))
        pilot.app.post_message(events.Paste("dockers"))
        await settle(pilot)
        await settle(pilot)
        assert "dockers" in " ".join(screen_text(pilot.app).split("\n")[:3])


async def test_a_lost_marker_does_not_block_keys(open_desk, monkeypatch):
    monkeypatch.setattr("tui.app.key_queue.PATIENCE", 0.01)
    monkeypatch.setattr("tui.app.key_queue.KeyQueue.on_key_handled", lambda _app, _message: None)
    async with open_desk() as pilot:
        await at_once(pilot, "J", "right_square_bracket")
        await until(pilot, lambda: pilot.app.session.figure == 0)
        assert pilot.app.session.document.name == "2-ferries.txt"
        assert pilot.app.session.figure == 0


async def test_a_key_that_waits_when_the_program_ends_is_dropped(open_desk):
    async with open_desk() as pilot:
        app = pilot.app
    assert not app.screen_stack
    app._waiting.append(events.Key("J", "J"))
    await app._dispatch_next(app.dispatched_keys)
    assert app._waiting
