"""What the terminal sends becomes keys, also when it arrives together or cut into pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from looking import screen_text, settle
from textual import events
from textual._xterm_parser import XTermParser

from tui.app.key_parser import AltOrEscape, KeyParser


def keys_of(*reads: str, waits: bool = True) -> list[str]:
    """The names of the keys, `alt?x` for either alt+x or escape and x; of pastes the text."""
    parser, messages = KeyParser(), []
    for data in reads:
        messages += parser.feed(data)
        messages += parser.tick()
    if waits:
        parser._deadline = 0.0
        messages += parser.tick()
    return [named(message) for message in messages]


def named(message) -> str:
    if isinstance(message, AltOrEscape):
        return f"alt?{message.then.key}"
    if isinstance(message, events.Paste):
        return message.text
    return getattr(message, "key", type(message).__name__)


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b", ["escape"]),
        ("\x1bj", ["alt?j"]),
        ("\x1bG", ["alt?G"]),
        ("\x1b5j", ["alt?5", "j"]),
        ("\x1b/abc", ["alt?slash", "a", "b", "c"]),
        ("\x1b]", ["alt?right_square_bracket"]),
        ("\x1b]]", ["alt?right_square_bracket", "right_square_bracket"]),
        ("\x1b[", ["escape", "left_square_bracket"]),
        ("\x1b[j", ["alt?left_square_bracket", "j"]),
        ("\x1bO", ["escape", "O"]),
        ("\x1bOz", ["alt?O", "z"]),
        ("\x1b果", ["alt?果"]),
        ("\x1b\r", ["alt?enter"]),
        ("\x1b\x13", ["alt?ctrl+s"]),
        ("\x1b\x1b", ["escape", "escape"]),
        ("\x1bj\x1bk", ["alt?j", "alt?k"]),
        ("\x1b\x1b[A", ["escape", "up"]),
        ("\x1b" + "j" * 40, ["alt?j", *"j" * 39]),
        ("\x1b[A", ["up"]),
        ("\x1bOA", ["up"]),
        ("\x1b[1;3A", ["alt+up"]),
        ("\x1b[120;3u", ["alt+x"]),
        ("\x1b[27u", ["escape"]),
        ("\x1b[15~j", ["f5", "j"]),
        ("\x1b[[A", ["f1"]),
        ("\x1bOP", ["f1"]),
        ("\x1b[3$", ["shift+delete"]),
        ("\x1b[<0;1;1M", ["MouseDown"]),
        ("\x1b[<32;-1;-5Mj", ["j"]),  # dragged out of the window: Textual takes no notice
        ("\x1b[M !!j", ["j"]),  # the old form of the mouse, neither
        ("\x1b[I", ["AppFocus"]),
        ("\x1b[?2026;2$y", ["TerminalSupportsSynchronizedOutput"]),
        ("\x1b[?62;22cj", ["j"]),  # answers that an editor has asked for, and left too early
        ("\x1b[>41;330;0cj", ["j"]),
        ("\x1b]11;rgb:0000/0000/0000\x07\x1b]10;rgb:ffff/ffff/ffff\x1b\\j", ["j"]),
        ("\x1bP>|tmux 3.4\x1b\\j", ["j"]),
        ("\x1b[?64;1;2;6;9;15;16;17;18;21;22;28;29cj", ["j"]),
        ("\x1b[200~\x1bj\x1b[201~\x1bk", ["\x1bj", "alt?k"]),
        ("jk", ["j", "k"]),
    ],
)
def test_keys_in_one_read(sent, keys):
    assert keys_of(sent) == keys


@pytest.mark.parametrize(
    "sent", ["\x1b[1;3A", "\x1b[<0;10;10M", "\x1bOP", "\x1b[200~some text\x1b[201~j"]
)
def test_a_sequence_cut_into_reads_is_put_together(sent):
    whole = keys_of(sent, waits=False)
    assert keys_of(*sent, waits=False) == whole
    assert len(whole) == 1 + sent.endswith("~j")


def test_an_escape_waits_for_what_may_belong_to_it_and_then_counts_alone():
    assert keys_of("\x1b", waits=False) == []
    assert keys_of("\x1b", "[A", waits=False) == ["up"]
    assert keys_of("\x1b", "j", waits=False) == ["alt?j"]


def test_alt_and_a_letter_has_the_names_that_terminals_have_for_it():
    (key,) = KeyParser().feed("\x1bf")
    assert key.names == ("alt+f", "ctrl+right")
    (key,) = KeyParser().feed("\x1b1")
    assert key.names == ("alt+1",)


@given(st.text(st.characters(exclude_characters="\x1b"), min_size=1))
def test_without_escape_it_is_the_parser_of_textual(sent):
    its = [named(message) for message in XTermParser().feed(sent)]
    assert keys_of(sent) == its


@given(st.lists(st.text(st.sampled_from("\x1bj]5果"), min_size=1)))
def test_however_it_is_cut_no_key_is_lost(reads):
    got = keys_of(*reads)
    assert len(got) == len("".join(reads)) - sum(key.startswith("alt?") for key in got)


@given(st.lists(st.text(st.sampled_from("\x1b[O?200~201~;$Aj<M"), min_size=1)))
def test_whatever_is_sent_it_can_be_parsed(reads):
    assert keys_of(*reads, "\x1b[201~", "j")[-1] == "j"


async def send(pilot, *reads: str) -> None:
    """Send what a terminal sends, each as one read."""
    parser = KeyParser()
    for data in reads:
        for message in parser.feed(data):
            pilot.app.post_message(message)
    await pilot.pause()
    for _ in range(8):
        await settle(pilot)


@pytest.mark.parametrize(
    "opening", ["s", "A", "f", "a", "t", "p", "question_mark", "ctrl+p", "slash", "f1"]
)
async def test_escape_and_a_letter_in_one_read_close_a_dialog_and_act_on_the_desk(
    open_desk, type_in, opening
):
    async with open_desk() as pilot:
        await type_in(pilot, opening)
        await send(pilot, "\x1b]")
        assert pilot.app.place == "desk"
        assert pilot.app.session.figure == 0


async def test_what_follows_escape_goes_where_the_key_leads(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "A")
        await send(pilot, "\x1bs340")
        assert pilot.app.place == "search"
        assert "340 dockers" in screen_text(pilot.app)


async def test_letters_typed_before_escape_stay_in_their_field(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=abc")
        await send(pilot, "x\x1b[D\x1b[Dy")
        assert pilot.app.screen.typed.body == "abycx"


async def test_a_key_with_alt_that_is_bound_stays_one_key(open_desk, type_in):
    async with open_desk() as pilot:
        pilot.app.set_keymap({"figure.next": "alt+x"})
        await send(pilot, "\x1bx")
        assert pilot.app.session.figure == 0
        await type_in(pilot, "s")
        await send(pilot, "\x1bx")
        assert pilot.app.place == "desk"


async def test_in_a_field_alt_and_an_arrow_of_macos_move_by_words(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "s", "=one two")
        await send(pilot, "\x1bb", "x")
        assert pilot.app.place == "search"
        assert "one xtwo" in screen_text(pilot.app)
