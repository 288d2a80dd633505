"""Untrusted text: nothing from a document, name, note or setting acts on the terminal."""

import pytest
from looking import screen_text

from tui.errors import Problem

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07 \x9b31m \x00 \x7f \u202e000,373\u202c \u200b [red]not red[/red] [/ x"
)
FORBIDDEN = [chr(code) for code in (*range(32), *range(0x7F, 0xA0))] + list(
    "\u202e\u202c\u200b\ud800"
)


def assert_harmless(text):
    assert not [sign for sign in FORBIDDEN if sign in text.replace("\n", "")]
    assert len(text.split()) > 20


@pytest.mark.parametrize("columns", [60, 120])
async def test_a_hostile_document_is_shown_with_signs(open_desk, type_in, tmp_path, columns):
    path = tmp_path / "a[bold]\x1b[1m.txt"
    path.write_text(f"{HOSTILE}\n\nIt cost 12 {HOSTILE} in 2020.\n" * 3, encoding="utf-8")
    async with open_desk(path, size=(columns, 30)) as pilot:
        text = screen_text(pilot.app)
        assert_harmless(text)
        assert "␛" in text
        assert "[red]not red[/red]" in text.replace("\n", "") or columns == 60
        for keys in (
            ["tab"],
            ["tab"],
            ["escape"],
            ["right_square_bracket"],
            ["A"],
            ["escape"],
            ["c"],
            ["j"],
            ["escape"],
        ):
            await type_in(pilot, *keys)
            assert_harmless(screen_text(pilot.app))
        for keys in (["f"], ["o", "j"], ["u", "enter"], ["p"], ["escape"]):
            await type_in(pilot, *keys)
            assert_harmless(screen_text(pilot.app))
        await type_in(pilot, "s", "=red")
        assert_harmless(screen_text(pilot.app))


async def test_a_hostile_note_is_shown_with_signs_and_stored_unchanged(open_desk, type_in, folder):
    from tui.notes import Note

    async with open_desk() as pilot:
        session = pilot.app.session
        figure = session.document.figures[0]
        body = HOSTILE.replace("\x00", "")
        session.notes.add(
            Note.on(
                session.document,
                figure.start,
                figure.end,
                kind="figure",
                body=body,
                tags=[body],
                verdict=body,
            )
        )
        session.all_marks.forget_all()
        await type_in(pilot, "J", "K", "right_square_bracket", "left_square_bracket")
        assert_harmless(screen_text(pilot.app))
        await type_in(pilot, "A")
        assert_harmless(screen_text(pilot.app))
        await type_in(pilot, "e")
        assert_harmless(screen_text(pilot.app))
        await type_in(pilot, "=!", "ctrl+s")
        (note,) = session.notes.all()
        assert (note.body, note.tags, note.verdict) == (body + "!", (body,), body)
        assert_harmless(screen_text(pilot.app))
        for keys in (["escape"], ["d"], ["n"], ["u"], ["right_square_bracket", "a", "tab", "=o"]):
            await type_in(pilot, *keys)
            assert_harmless(screen_text(pilot.app))


async def test_a_hostile_problem_is_shown_with_signs(open_desk, type_in):
    async with open_desk(problems=[Problem(HOSTILE, HOSTILE, HOSTILE)]) as pilot:
        assert_harmless(screen_text(pilot.app))
        await type_in(pilot, "question_mark")
        assert_harmless(screen_text(pilot.app))


async def test_what_is_pasted_is_made_safe(open_desk, type_in):
    from textual import events

    async with open_desk() as pilot:
        await type_in(pilot, "s")
        pilot.app.screen.query_one("#query").post_message(events.Paste(HOSTILE))
        await type_in(pilot)
        assert_harmless(screen_text(pilot.app))
