"""Notes on disk: unsaved changes, drafts, and changes of other programs."""

from pathlib import Path

import pytest
from looking import screen_text, settle, until

from tui.app.dialogs.ask import Ask
from tui.notes import Note, NoteStore


@pytest.fixture
def full_disk(monkeypatch):
    """From the call on, no notes file can be written; another call makes room."""
    from tui.errors import FactdeskError
    from tui.notes import document_notes

    is_full = []
    save = document_notes.DocumentNotes.save

    def saving(self):
        if is_full:
            raise FactdeskError("the disk is full", where="notes")
        save(self)

    monkeypatch.setattr(document_notes.DocumentNotes, "save", saving)
    return lambda full=True: is_full.append(1) if full else is_full.clear()


async def check(pilot):
    # One that the clock has begun would be all there is.
    await settle(pilot)
    pilot.app.desk.sync.check()
    await settle(pilot)


def notes_file(folder: Path) -> Path:
    (path,) = (folder / ".factdesk" / "notes").glob("1-harbour*.toml")
    return path


async def test_not_saved_stays_on_the_screen_until_saved(open_desk, type_in, full_disk):
    async with open_desk() as pilot:
        full_disk()
        await type_in(pilot, "a", "=precious", "ctrl+s", "j", "right_square_bracket")
        await check(pilot)
        text = screen_text(pilot.app)
        assert "NOT SAVED: a note on 1-harbour.txt, for " in text
        assert "the disk is full" in text
        assert "Note saved" not in text
        await type_in(pilot, "P")
        assert "Nothing is wrong" not in screen_text(pilot.app)
        assert "✗ the disk is full" in screen_text(pilot.app)
        await type_in(pilot, "escape")
        full_disk(False)
        pilot.app.desk.sync._checks = 0
        await check(pilot)
        assert "NOT SAVED" not in screen_text(pilot.app)
        assert "Everything is saved now." in screen_text(pilot.app)


@pytest.mark.parametrize("key", ["s", "A", "a", "question_mark"])
@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_not_saved_is_shown_on_dialogs(open_desk, type_in, full_disk, key, size):
    async with open_desk(size=size) as pilot:
        full_disk()
        await type_in(pilot, "a", "=precious", "ctrl+s", key)
        assert pilot.app.screen is not pilot.app.desk
        assert "NOT SAVED: a note on" in screen_text(pilot.app)
        full_disk(False)
        pilot.app.desk.sync._checks = 0
        await check(pilot)
        assert "NOT SAVED" not in screen_text(pilot.app)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_asks_while_something_is_not_saved(open_desk, type_in, full_disk, key):
    async with open_desk() as pilot:
        full_disk()
        await type_in(pilot, "right_square_bracket", "plus", key)
        assert "Leave all the same?" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+q")
        assert pilot.app.is_running
        await type_in(pilot, "n")
        assert pilot.app.is_running
        await type_in(pilot, "A", "ctrl+q")
        assert "Leave all the same?" in screen_text(pilot.app)
        await type_in(pilot, "y")
        assert not pilot.app.is_running


async def test_leaving_saves_what_can_be_saved_again(open_desk, type_in, full_disk):
    async with open_desk() as pilot:
        full_disk()
        await type_in(pilot, "right_square_bracket", "plus")
        full_disk(False)
        await type_in(pilot, "q")
        assert not pilot.app.is_running
        assert pilot.app.session.notes.unsaved == []


async def test_what_others_change_is_shown(open_desk, type_in, folder):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "a", "=mine", "ctrl+s")
        path = notes_file(folder)
        path.write_text(path.read_text("utf-8").replace("mine", "theirs"), encoding="utf-8")
        await check(pilot)
        assert session.note_here().note.body == "theirs"
        assert "theirs" in screen_text(pilot.app)
        await type_in(pilot, "s")
        assert [hit.kind for hit in session.index.search("theirs")] == ["note"]


async def test_a_search_that_is_open_finds_what_others_write(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=mine", "ctrl+s", "s", "=theirs")
        assert "Nothing in these documents" in screen_text(pilot.app)
        path = notes_file(folder)
        path.write_text(path.read_text("utf-8").replace("mine", "theirs"), encoding="utf-8")
        await check(pilot)
        assert "Nothing in these documents" not in screen_text(pilot.app)


async def test_a_broken_notes_file_is_named_when_it_breaks(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=mine", "ctrl+s")
        notes_file(folder).write_text("schema = 1\n[[note", encoding="utf-8")
        await check(pilot)
        text = screen_text(pilot.app)
        assert "([[note)" in text
        assert "repair it by hand" in text


async def test_notes_whose_words_changed_since_the_last_time_are_reported(
    open_desk, type_in, folder
):
    async with open_desk(folder) as pilot:
        await type_in(pilot, "J", "right_square_bracket", "minus")
        (note,) = pilot.app.session.notes.all()
    path = folder / note.document
    words = note.anchor.exact
    path.write_text(path.read_text("utf-8").replace(words, "77", 1), encoding="utf-8")
    said = "1 note waits for your decision, since the text has changed (A)."
    async with open_desk(folder) as pilot:
        await until(pilot, lambda: said in screen_text(pilot.app))
        await type_in(pilot, "A")
        assert "words changed" in screen_text(pilot.app)


async def test_without_such_notes_nothing_is_reported(open_desk, type_in, folder):
    async with open_desk(folder) as pilot:
        await type_in(pilot, "J", "right_square_bracket", "minus")
    async with open_desk(folder) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert "for your decision" not in screen_text(pilot.app)


async def test_the_list_of_documents_shows_numbers_of_notes(open_desk, type_in, folder):
    store = NoteStore.open([folder])
    async with open_desk() as pilot:
        ferries = pilot.app.session.library.get("2-ferries.txt")
        store.add(Note.on(ferries, 0, 7, body="one"))
    async with open_desk() as pilot:
        assert pilot.app.session.all_marks.counts == {"1-harbour.txt": 0, "2-ferries.txt": 1}
        assert "✎1" in screen_text(pilot.app)


async def test_a_draft_is_stored_and_offered_again(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=half a thou", "tab", "=typo")
        pilot.app.screen.keep_typed()
        await settle(pilot)
        # As after a kill: nothing is closed.
        assert len(list((folder / ".factdesk" / "drafts").iterdir())) == 2
    async with open_desk() as pilot:
        text = screen_text(pilot.app)
        assert "Typed but not saved last time: “half a thou” on 1-harbour.txt, line 3" in text
        await type_in(pilot, "right_square_bracket", "a")
        assert "You typed this before" in screen_text(pilot.app)
        await type_in(pilot, "=ght", "ctrl+s")
        (note,) = pilot.app.session.notes.all()
        assert (note.body, note.tags) == ("half a thought", ("typo",))
        assert list((folder / ".factdesk" / "drafts").iterdir()) == []


async def test_the_offer_of_a_draft_disappears(open_desk, type_in, folder, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=half a thou")
        pilot.app.screen.keep_typed()
        await settle(pilot)
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "escape", "y")
        assert "Typed but not saved" not in screen_text(pilot.app)
    monkeypatch.setattr("tui.app.background.note_sync.STAY_LONGER", 0.2)
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=half a thou")
        pilot.app.screen.keep_typed()
        await settle(pilot)
    async with open_desk() as pilot:
        assert "Typed but not saved" in screen_text(pilot.app)
        await pilot.pause(0.3)
        assert "help" in screen_text(pilot.app)


async def test_drafts_are_stored_by_a_timer(open_desk, type_in, folder, monkeypatch):
    monkeypatch.setattr("tui.app.dialogs.editor.BEAT", 0.01)
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=never lost")
        drafts = pilot.app.session.notes.drafts
        await until(pilot, lambda: [draft.text for draft in drafts.recoverable()] == ["never lost"])
        await type_in(pilot, "ctrl+s")
        assert drafts.recoverable() == []


async def test_a_discarded_draft_is_not_offered_again(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=never mind")
        pilot.app.screen.keep_typed()
        await settle(pilot)
        await type_in(pilot, "escape", "y")
        assert list((folder / ".factdesk" / "drafts").iterdir()) == []


async def test_a_draft_stays_while_its_note_is_not_saved(open_desk, type_in, full_disk):
    async with open_desk() as pilot:
        full_disk()
        await type_in(pilot, "a", "=precious")
        pilot.app.screen.keep_typed()
        await settle(pilot)
        await type_in(pilot, "ctrl+s")
        drafts = pilot.app.session.notes.drafts.recoverable()
        assert [draft.text for draft in drafts] == ["precious"]


async def test_a_draft_is_offered_before_the_last_place(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "a", "=half a thou")
        pilot.app.screen.keep_typed()
        await settle(pilot)
        session.memory.remember(session.library.documents[1], 0)
        session.memory.save()
    async with open_desk() as pilot:
        desk = pilot.app.desk
        assert "Typed but not saved last time" in screen_text(pilot.app)
        desk.status.clear_message()
        desk.view.greet("You left off")
        desk.view.greet("elsewhere")
        await settle(pilot)
        assert "You left off" in screen_text(pilot.app)


async def test_a_repaired_notes_file_is_no_problem_any_more(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=one", "ctrl+s")
        path = notes_file(folder)
        whole = path.read_text()
        path.write_text(whole + "broken = [")
        await check(pilot)
        await type_in(pilot, "P")
        assert "✗ " in screen_text(pilot.app)
        await type_in(pilot, "escape")
        path.write_text(whole)
        await check(pilot)
        assert "All notes can be read again." in screen_text(pilot.app)
        await type_in(pilot, "P")
        assert "Nothing is wrong" in screen_text(pilot.app)


async def test_what_others_write_is_listed_below_another_dialog(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "A", "f2")
        document = pilot.app.session.document
        NoteStore.open([folder]).add(Note.on(document, 0, 7, body="theirs"))
        await check(pilot)
        await type_in(pilot, "escape")
        assert "theirs" in screen_text(pilot.app)


async def test_leaving_over_the_editor_asks_about_what_is_typed_in_it(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=typed", "f2", "ctrl+q")
        assert "Leave without saving what you typed?" in screen_text(pilot.app)
        await type_in(pilot, "y")
        assert not pilot.app.is_running


async def test_a_draft_is_kept_on_if_the_reader_stays_after_all(open_desk, type_in, full_disk):
    async with open_desk() as pilot:
        full_disk()
        await type_in(pilot, "right_square_bracket", "plus", "a", "=typed", "ctrl+q")
        while isinstance(pilot.app.screen, Ask):
            stays = "Leave all the same?" in screen_text(pilot.app)
            await type_in(pilot, "n" if stays else "y")
        pilot.app.screen.keep_now()
        assert [draft.text for draft in pilot.app.session.notes.drafts.recoverable()] == ["typed"]
