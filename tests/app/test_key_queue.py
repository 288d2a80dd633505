"""Keys that arrive in one read of the terminal are handled one by one."""

from threading import Event
from time import sleep

import pytest
from looking import screen_text, settle, until
from textual import events

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
