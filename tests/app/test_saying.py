"""Messages for empty, unreadable and unfinished content."""

from looking import screen_text, settle, until


async def test_an_empty_folder_explains_which_files_are_read(open_desk, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    async with open_desk(empty) as pilot:
        text = screen_text(pilot.app)
        assert "no document here that factdesk can read" in text
        assert "p opens others." in text


async def test_every_key_is_harmless_without_a_document(open_desk, type_in, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    keys = ["j", "k", "space", "b", "g", "G", "slash", "n", "N", "J", "K", "H", "L", "a", "e", "d"]
    keys += [
        "right_square_bracket",
        "left_square_bracket",
        "right_curly_bracket",
        "enter",
        "t",
        "escape",
    ]
    async with open_desk(empty) as pilot:
        for _ in range(3):
            await type_in(pilot, *keys, "tab")
        assert pilot.app.screen is pilot.app.desk


async def test_an_empty_document_says_so(open_desk, tmp_path):
    (tmp_path / "nothing.txt").write_bytes(b"")
    async with open_desk(tmp_path / "nothing.txt") as pilot:
        assert "This document is empty." in screen_text(pilot.app)
        assert "No figures here." in screen_text(pilot.app)


async def test_a_document_without_figures_says_so(open_desk, type_in, tmp_path):
    (tmp_path / "words.txt").write_text("Only words stand in it.", encoding="utf-8")
    async with open_desk(tmp_path / "words.txt") as pilot:
        assert "No figures here." in screen_text(pilot.app)
        await type_in(pilot, "right_square_bracket")
        assert "There are no figures in this document." in screen_text(pilot.app)


async def test_a_file_without_permission_is_listed_with_the_reason(open_desk, folder, forbid):
    (folder / "3-secret.txt").write_text("x", encoding="utf-8")
    forbid(folder / "3-secret.txt")
    async with open_desk() as pilot:
        assert "no permission" in screen_text(pilot.app)


async def test_a_binary_file_is_listed_with_the_reason(open_desk, type_in, folder):
    (folder / "3-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    async with open_desk() as pilot:
        assert "3-picture.txt" in screen_text(pilot.app)
        assert len(pilot.app.session.library.unreadable) == 1
        await type_in(pilot, "h", "G", "enter")
        await type_in(pilot, "l")  # where no row of the list is said in full
        said = "".join(screen_text(pilot.app).split())
        assert said.endswith("".join(str(pilot.app.session.library.unreadable[0]).split()))
        assert pilot.app.session.document.name == "1-harbour.txt"
        await type_in(pilot, "h")
        # It stands in the list, but is no document.
        await type_in(pilot, "slash", "=ferr", "enter")
        assert "1 of 2 /ferr" in screen_text(pilot.app)


async def test_a_file_that_vanishes_while_open_stays_readable(open_desk, type_in, folder):
    async with open_desk() as pilot:
        for path in folder.glob("*.txt"):
            path.unlink()
        await type_in(pilot, "J", "K", "right_square_bracket", "a", "=kept", "ctrl+s")
        assert "Ships brought" in screen_text(pilot.app)
        assert [note.body for note in pilot.app.session.notes.all()] == ["kept"]


async def test_many_documents_arrive_and_all_are_listed(open_desk, folder):
    for number in range(300):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\nIt has {number} pages.")
    async with open_desk() as pilot:
        await settle(pilot)
        assert len(pilot.app.session.library) == 302
        assert "Documents 302" in screen_text(pilot.app)
        assert pilot.app.session.index is not None


async def test_figures_being_extracted_are_not_reported_as_none(open_desk, type_in, monkeypatch):
    from tui.app.background import background

    monkeypatch.setattr(background.Background, "find_figures", lambda self, documents: None)
    monkeypatch.setattr(background, "AT_ONCE", 100)
    async with open_desk() as pilot:
        assert "Being found" in screen_text(pilot.app)
        assert "No figures here." not in screen_text(pilot.app)
        for key in ("right_square_bracket", "left_square_bracket", "full_stop", "c"):
            pilot.app.desk.status.clear_message()
            await type_in(pilot, key)
            assert "still being found" in screen_text(pilot.app), key


async def test_progress_leaves_room_for_hints_and_messages(open_desk, type_in, monkeypatch):
    # What its threads say of themselves would come between.
    monkeypatch.setattr("tui.app.background.background.Background._tell", lambda self, words: None)
    async with open_desk(size=(80, 24)) as pilot:
        desk = pilot.app.desk
        desk.status.say("Note saved.")
        going_on = "Finding figures: 3 of 9 documents …"
        desk.on_background_progressed(desk.background.Progressed(going_on))
        await settle(pilot)
        assert screen_text(pilot.app).rsplit("\n", 1)[1].strip() == "Note saved."
        await type_in(pilot, "escape")
        last = screen_text(pilot.app).rsplit("\n", 1)[1]
        assert "/ find" in last
        assert last.rstrip().endswith(going_on)
        desk.on_background_progressed(desk.background.Progressed(""))
        await settle(pilot)
        assert going_on not in screen_text(pilot.app)


async def test_a_large_document_does_not_delay_others(open_desk, type_in, folder, monkeypatch):
    monkeypatch.setattr("tui.documents.document._LARGE", 120)
    async with open_desk() as pilot:
        desk = pilot.app.desk
        documents = list(pilot.app.session.library)
        assert [len(one.text) > 120 for one in documents] == [True, False]
        monkeypatch.setattr(desk.background, "run", lambda work: None)
        desk.background.find_figures(documents)
        assert list(desk.background._wanted) == documents[::-1]


async def test_the_next_start_shows_where_the_reader_left_off(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "J", "j", "j")
        offset = pilot.app.session.offset
        await type_in(pilot, "q")
    pilot.app.session.memory.save()
    async with open_desk() as pilot:
        said = "You left off in “Ferries lose passengers · 2-ferries”: ^o goes back there."
        assert said in screen_text(pilot.app)
        await type_in(pilot, "ctrl+o")
        session = pilot.app.session
        assert (session.document.name, session.offset) == ("2-ferries.txt", offset)
    # Where the desk begins anyhow, nothing is said.
    pilot.app.session.memory.remember(session.library.documents[0], 0)
    pilot.app.session.memory.save()
    async with open_desk() as pilot:
        assert "left off" not in screen_text(pilot.app)


async def test_documents_with_one_title_are_told_apart_by_their_files(open_desk, type_in, folder):
    for day in ("monday", "tuesday"):
        title = "Daily report of the harbour master on grain and ships"
        (folder / f"{day}.txt").write_text(f"{title}\n\nIt rained.\n", encoding="utf-8")
    async with open_desk() as pilot:
        pilot.app.session.open("tuesday.txt")
        pilot.app.session.leave()
        pilot.app.session.memory.save()
    async with open_desk(size=(80, 24)) as pilot:
        said = screen_text(pilot.app).split("\n")[-1]
        assert "tuesday”: ^o goes back there." in said


async def test_going_to_a_note_does_not_wait_for_figures(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        await type_in(pilot, "J", *["right_square_bracket"] * 3, "plus", "K")
    monkeypatch.setattr("tui.app.background.background.Background.find_figures", lambda *_: None)
    async with open_desk() as pilot:
        desk = pilot.app.desk
        await type_in(pilot, "A", "enter")
        document = desk.session.document
        assert (document.name, document.is_extracted) == ("2-ferries.txt", False)
        assert desk.session.figure is None
        assert document.figures[2].start == desk.session.offset
        desk.on_background_extracted(desk.background.Extracted({document.name}, complete=True))
        await settle(pilot)
        assert desk.session.figure == 2


async def test_each_message_disappears_after_its_own_time(open_desk, type_in, monkeypatch):
    async with open_desk() as pilot:
        status = pilot.app.desk.status
        monkeypatch.setattr("tui.app.widgets.status.STAY", 0.2)
        status.say("Said first.")
        monkeypatch.setattr("tui.app.widgets.status.STAY", 60)
        status.say("Said later.")
        await pilot.pause(0.4)
        assert "Said later." in screen_text(pilot.app)
        monkeypatch.setattr("tui.app.widgets.status.STAY", 0.01)
        status.say("Said at last.")
        await until(pilot, lambda: not status.has_message)
        await settle(pilot)
        assert screen_text(pilot.app).split("\n")[-1].startswith(" / find")
