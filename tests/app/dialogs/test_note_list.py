"""The list of all notes: filtering, and resolving changed, lost and deleted notes."""

import pytest
from looking import screen_text, screen_words, settle

from tui.app.dialogs.note_list import NoteList
from tui.app.widgets.field import Field
from tui.session import NoteListing, Successor
from tui.session.notes.marks import SURE


def bodies(pilot):
    return [listed.note.body for listed in pilot.app.screen.query_one(NoteList).notes]


async def write(pilot, type_in, figure, body, tags="", verdict=""):
    """A note on the figure of that number."""
    await type_in(pilot, "g", *["right_square_bracket"] * figure, *([verdict] if verdict else []))
    await type_in(pilot, "a", f"={body}", *(["tab", f"={tags}"] if tags else []), "ctrl+s")


async def test_documents_of_one_title_are_told_apart(open_desk, type_in, folder):
    text = (folder / "1-harbour.txt").read_text()
    (folder / "3-again.txt").write_text(text)
    async with open_desk() as pilot:
        for _ in range(2):
            await type_in(pilot, "right_square_bracket", "plus", "J", "J")
        await type_in(pilot, "A")
        assert "1-harbour.txt:3 " in screen_text(pilot.app)
        assert "3-again.txt:3 " in screen_text(pilot.app)


LONG_NAME = "weekly-report-of-the-ministry-of-public-works.txt"


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("Dockers", f"Dockers {LONG_NAME}:3"),
        # Of two long names each has half.
        ("Weekly report on dockers and crane drivers", "Weekly report on dockers and crane… …"),
    ],
)
async def test_a_narrow_list_cuts_only_what_it_must(open_desk, type_in, tmp_path, title, row):
    path = tmp_path / LONG_NAME
    path.write_text(f"{title}\n\nSome 340 dockers were hired.\n", encoding="utf-8")
    async with open_desk(path, size=(80, 24)) as pilot:
        await type_in(pilot, "right_square_bracket", "plus", "A")
        assert row in screen_words(pilot.app)


async def test_the_list_is_filtered_while_typing(open_desk, type_in):
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "grain looks high", "typo", "minus")
        await write(pilot, type_in, 3, "hired by whom")
        await type_in(pilot, "A", "slash", "=gra")
        assert bodies(pilot) == ["grain looks high"]
        await type_in(pilot, *["backspace"] * 3, "=!grain")
        assert bodies(pilot) == ["hired by whom"]
        for typed, count in (("tag:ty", 1), ("verdict:wrong", 1), ("is:unch", 1), ("doc:harb", 2)):
            pilot.app.screen.query_one(Field).value = typed
            await settle(pilot)
            assert len(bodies(pilot)) == count, typed
        for typed, said in (
            (">1m", "notes have no > unit:"),
            ("is:odd", "is:odd is none of"),
        ):
            pilot.app.screen.query_one(Field).value = typed
            await settle(pilot)
            assert said in screen_text(pilot.app)
        pilot.app.screen.query_one(Field).value = "nothing like this"
        await settle(pilot)
        assert "No note has all that." in screen_text(pilot.app)
        pilot.app.screen.query_one(Field).value = "hired"
        await type_in(pilot, "enter", "enter")
        assert pilot.app.screen is pilot.app.desk
        assert pilot.app.session.note_here().note.body == "hired by whom"


async def test_escape_leaves_the_filter_first(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "A", "slash", "=q", "escape")
        assert pilot.app.screen is not pilot.app.desk
        await type_in(pilot, "escape")
        assert pilot.app.screen is pilot.app.desk


async def test_changed_words_are_accepted_with_a_key(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await write(pilot, type_in, 4, "how many")
    path = folder / "1-harbour.txt"
    path.write_text(path.read_text("utf-8").replace("340 dockers", "640 dockers"), "utf-8")
    async with open_desk() as pilot:
        session = pilot.app.session
        assert session.marks().standing == []
        await type_in(pilot, "A")
        text = screen_text(pilot.app)
        assert "“640” was" in text
        assert "words changed" in text
        await type_in(pilot, "y")
        assert "Accepted" in screen_text(pilot.app)
        (mark,) = session.marks().standing
        assert (mark.state, mark.note.anchor.exact) == ("anchored", "640")
        await type_in(pilot, "y", "escape", "u")
        assert session.marks().elsewhere[0].note.anchor.exact == "340"


async def test_lost_words_are_attached_to_the_focused_figure(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await write(pilot, type_in, 4, "how many")
    path = folder / "1-harbour.txt"
    text = path.read_text("utf-8")
    path.write_text(text.replace(" Some 340 dockers were hired.", ""), "utf-8")
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "A")
        assert "words lost" in screen_text(pilot.app)
        await type_in(pilot, "slash", "=is:lost", "enter")
        assert bodies(pilot) == ["how many"]
        await type_in(pilot, "escape", "J", "A", "p")
        assert "Go to the words in its document first" in screen_text(pilot.app)
        await type_in(pilot, "escape", "K", "g", "right_square_bracket", "A", "p")
        assert "Attached to" in screen_text(pilot.app)
        (mark,) = session.marks().standing
        figure = session.document.figures[0]
        assert (mark.start, mark.end) == (figure.start, figure.end)
        assert bodies(pilot) == []
        await type_in(pilot, "slash", "ctrl+u", "enter", "p")
        assert "stands on its words already" in screen_text(pilot.app)


async def test_deleted_notes_can_be_restored(open_desk, type_in):
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "precious")
        await type_in(pilot, "d", "y")
    async with open_desk() as pilot:
        await type_in(pilot, "A", "r")
        assert "No notes yet." in screen_text(pilot.app)
        await type_in(pilot, "slash", "=is:deleted", "enter", "e")
        assert "It is deleted" in screen_text(pilot.app)
        await type_in(pilot, "r")
        assert [note.body for note in pilot.app.session.notes.all()] == ["precious"]
        assert bodies(pilot) == []
        assert all(mark.state in SURE for mark in pilot.app.session.marks().standing)


async def test_the_list_follows_what_is_edited_in_it(open_desk, type_in):
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "one")
        await write(pilot, type_in, 3, "two")
        await type_in(pilot, "A", "j", "e", "=!", "ctrl+s")
        assert bodies(pilot) == ["one", "two!"]
        await type_in(pilot, "d", "y")
        assert bodies(pilot) == ["one"]


@pytest.mark.parametrize("key", ["enter", "e"])
async def test_a_note_on_a_document_that_is_not_open_says_which(open_desk, type_in, folder, key):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "plus")
    async with open_desk(folder / "2-ferries.txt") as pilot:
        await type_in(pilot, "A", key)
        assert "1-harbour.txt is not open here" in screen_text(pilot.app)


async def test_the_list_shows_the_sentence_of_a_figure(open_desk, type_in):
    async with open_desk() as pilot:
        await write(pilot, type_in, 4, "how many")
        await type_in(pilot, "w", "=as a whole", "ctrl+s", "A")
        text = screen_text(pilot.app)
        assert "“340” dockers" in text
        assert "on the whole document" in text


async def test_the_list_opens_as_it_was_left(open_desk, type_in):
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "grain")
        await write(pilot, type_in, 2, "growth", verdict="minus")
        await write(pilot, type_in, 3, "hired")
        await type_in(pilot, "A", "o", "o", "slash", "=note:gr", "enter", "j", "enter")
        assert pilot.app.session.note_here().note.body == "grain"
        await type_in(pilot, "A")
        assert bodies(pilot) == ["growth", "grain"]
        assert pilot.app.screen.query_one(NoteList).here.note.body == "grain"
        assert "2 of 3 notes · by verdict" in screen_text(pilot.app)


async def test_another_order_starts_at_the_top_and_is_shown(open_desk, type_in):
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "grain")
        await write(pilot, type_in, 3, "hired", verdict="minus")
        await type_in(pilot, "A", "o", "y")
        assert "Nothing to accept" in screen_text(pilot.app)
        await type_in(pilot, "o")
        assert pilot.app.screen.query_one(NoteList).here.note.body == "hired"
        assert "2 notes · by verdict" in screen_text(pilot.app)


async def test_notes_of_a_renamed_and_edited_document_are_moved_after_confirmation(
    open_desk, type_in, folder
):
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "grain")
        await write(pilot, type_in, 4, "hired")
    path = folder / "1-harbour.txt"
    text = path.read_text("utf-8").replace("cranes were", "cranes are")
    path.unlink()
    (folder / "0-port.txt").write_text(text, "utf-8")
    async with open_desk() as pilot:
        await type_in(pilot, "A", "slash", "=is:gone", "enter")
        assert screen_text(pilot.app).count("document gone: p finds it") == 2
        await type_in(pilot, "p")
        asked = screen_words(pilot.app)
        assert "has the words of 2 of its 2 notes" in asked
        await type_in(pilot, "n")
        assert len(bodies(pilot)) == 2
        await type_in(pilot, "p", "y")
        assert "Carried over to 0-port.txt: 2 notes." in screen_text(pilot.app)
        assert bodies(pilot) == []
        await type_in(pilot, "slash", "ctrl+u", "enter", "enter")
        assert pilot.app.session.document.name == "0-port.txt"
        standing = pilot.app.session.marks().standing
        assert [mark.state for mark in standing] == ["anchored", "anchored"]


async def test_notes_whose_quotes_are_in_no_document_stay(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "grain")
    (folder / "1-harbour.txt").unlink()
    async with open_desk() as pilot:
        await type_in(pilot, "A", "p")
        assert "1-harbour.txt is gone, and no open document has" in screen_text(pilot.app)
        assert bodies(pilot) == ["grain"]


async def test_a_corrected_value_is_shown_after_the_text_or_alone(open_desk, type_in):
    async with open_desk() as pilot:
        for body in ("=high", None):
            await type_in(pilot, "right_square_bracket", "right_square_bracket", "a")
            await type_in(pilot, *([body] if body else []), "tab", "tab", "=1.3 m", "ctrl+s")
        await type_in(pilot, "A")
        rows = [row.split("│")[-2].rstrip() for row in screen_text(pilot.app).split("\n")[1:9]]
        assert [row for row in rows if "should be" in row] == [
            "▎✎ high  should be 1.3 m",
            " ✎ should be 1.3 m",
        ]


async def test_the_notes_are_read_again_only_once_they_have_changed(
    open_desk, type_in, monkeypatch
):
    made = []

    class Counted(NoteListing):
        def __init__(self, documents, notes, before):
            super().__init__(documents, notes, before)
            made.append(len(self.all))

    monkeypatch.setattr("tui.app.dialogs.notes.NoteListing", Counted)
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "grain looks high")
        await type_in(pilot, "A", "escape", "A", "escape")
        assert made == [1]
        await write(pilot, type_in, 3, "hired by whom")
        await type_in(pilot, "A")
        assert made == [1, 2]
        assert bodies(pilot) == ["grain looks high", "hired by whom"]


async def test_many_notes_are_filtered_in_a_thread(open_desk, type_in, monkeypatch):
    monkeypatch.setattr("tui.app.dialogs.notes.FEW", 1)
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "grain looks high")
        await write(pilot, type_in, 3, "hired by whom")
        waiting = []
        background = pilot.app.desk.background
        monkeypatch.setattr(background, "ask", lambda work, then: waiting.append((work, then)))
        await type_in(pilot, "A", "slash", "=grain", "ctrl+u", "=hir")
        assert len(bodies(pilot)) == 2
        for work, then in reversed(waiting):
            then(work())
        assert bodies(pilot) == ["hired by whom"]


@pytest.mark.parametrize("leave", ["enter", "down", "escape"])
async def test_what_was_typed_is_applied_before_the_list_takes_a_key(
    leave, open_desk, type_in, monkeypatch
):
    monkeypatch.setattr("tui.app.dialogs.notes.FEW", 1)
    async with open_desk() as pilot:
        await write(pilot, type_in, 1, "grain looks high")
        await write(pilot, type_in, 3, "hired by whom")
        monkeypatch.setattr(pilot.app.desk.background, "ask", lambda work, then: None)
        await type_in(pilot, "A", "slash", "=hired", leave, "d", "y")
        (left,) = pilot.app.session.notes.all()
        assert left.body == "grain looks high"


async def test_a_successor_found_too_late_asks_nothing(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "A")
        notes = pilot.app.screen
        await type_in(pilot, "escape")
        document = pilot.app.session.document
        notes.post_message(notes.Sought("gone.txt", 2, Successor(document, 2)))
        await settle(pilot)
        assert pilot.app.screen is pilot.app.desk
