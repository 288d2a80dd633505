"""Changed files: reported at once, read again only on request."""

import os

from looking import screen_text, settle

from tui.app.background import file_watch
from tui.app.dialogs.hits import HitList


def write(path, words):
    path.write_text(words, encoding="utf-8")
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))


async def check(pilot):
    """What the desk does every other second."""
    pilot.app.desk.file_watch.check()
    await settle(pilot)


async def test_a_change_is_only_reported(open_desk, folder):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        before = desk.reader.document
        write(folder / "1-harbour.txt", before.text.replace("340", "341"))
        await check(pilot)
        shown = screen_text(pilot.app)
        assert "changed on disk · 1 of 2" in shown
        assert "↻ changed on disk" in shown
        assert "This file was changed on disk: R reads it again." in shown
        assert desk.reader.document is before
        assert "Some 340 dockers" in shown
        write(folder / "1-harbour.txt", before.text)
        await check(pilot)
        assert "changed on disk" not in screen_text(pilot.app).split("\n")[0]


async def test_a_key_reads_it_again_with_its_notes_and_figures(open_desk, type_in, folder):
    async with open_desk() as pilot:
        session, desk = pilot.app.session, pilot.app.desk
        text = session.document.text
        await type_in(pilot, "]", "]", "]", "]", "+", "[", "+")
        focused = session.document.figures[session.figure].text
        write(folder / "1-harbour.txt", "A correction.\n\n" + text.replace("340", "341"))
        await type_in(pilot, "R")
        await settle(pilot)
        assert session.document.text.startswith("A correction.")
        assert session.document.figures[session.figure].text == focused
        assert "341 dockers" in screen_text(pilot.app)
        assert desk.panel.list.checked == 1
        assert "Read again: 1 document; 1 of 2 notes waits for your decision (A)." in screen_text(
            pilot.app
        )
        await type_in(pilot, "s", "=341")
        assert pilot.app.screen.query_one(HitList).hits
        await type_in(pilot, "ctrl+u", "='340'")
        assert not [hit for hit in pilot.app.screen.query_one(HitList).hits if hit.kind != "note"]


async def test_a_changed_document_is_reported_when_it_is_opened(open_desk, type_in, folder):
    async with open_desk() as pilot:
        write(folder / "2-ferries.txt", "No ferry came.")
        await check(pilot)
        assert "2-ferries.txt was changed on disk: R reads it again." in screen_text(pilot.app)
        await type_in(pilot, "J")
        assert "This file was changed on disk: R reads it again." in screen_text(pilot.app)
        assert "23,000 people" in screen_text(pilot.app)
        await type_in(pilot, "K")
        assert "was changed on disk" not in screen_text(pilot.app)
        await type_in(pilot, "J", "R")
        await settle(pilot)
        assert "No ferry came." in screen_text(pilot.app)
        assert "No figures here." in screen_text(pilot.app)


async def test_a_file_that_is_gone_stays_readable(open_desk, type_in, folder):
    async with open_desk() as pilot:
        (folder / "1-harbour.txt").unlink()
        await check(pilot)
        assert "gone from the disk; what was read of it stays" in screen_text(pilot.app)
        await type_in(pilot, "]", "+", "R")
        await settle(pilot)
        assert "Gone from the disk: 1-harbour.txt." in screen_text(pilot.app)
        assert pilot.app.desk.panel.list.checked == 1


async def test_new_files_are_read_with_the_same_key(open_desk, type_in, folder):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "R")
        await settle(pilot)
        assert "No document was changed on disk." in screen_text(pilot.app)
        write(folder / "3-airships.txt", "Two airships came, with 90 people.")
        (folder / "4-broken.txt").write_bytes(b"\x00\xff\x01" * 50)
        for _ in range(2):
            await type_in(pilot, "R")
            await settle(pilot)
        assert [document.name[0] for document in session.library] == ["1", "2", "3"]
        assert len(session.library.unreadable) == 1
        await type_in(pilot, "s", "=airships")
        assert pilot.app.screen.query_one(HitList).hits


async def test_an_unreadable_file_keeps_its_old_text(open_desk, type_in, folder):
    async with open_desk() as pilot:
        (folder / "1-harbour.txt").write_bytes(b"\x00\xff\x01" * 50)
        await type_in(pilot, "R")
        await settle(pilot)
        assert "not text" in screen_text(pilot.app)
        assert "Ships brought" in screen_text(pilot.app)


async def test_a_note_being_written_survives_reading_again(open_desk, type_in, folder):
    async with open_desk() as pilot:
        session = pilot.app.session
        text = session.document.text
        await type_in(pilot, "]", "]", "]", "a", "=half a thought")
        write(folder / "1-harbour.txt", "A correction.\n\n" + text)
        pilot.app.desk.file_watch.read_again()
        await settle(pilot)
        await type_in(pilot, "ctrl+s")
        (mark,) = session.marks()
        assert mark.state == "moved"
        assert mark.note.body == "half a thought"
        assert session.document.text[slice(*mark.span)] == mark.note.anchor.exact


async def test_new_files_are_reported_before_they_are_read(open_desk, type_in, folder):
    async with open_desk() as pilot:
        desk = pilot.app.desk
        write(folder / "3-airships.txt", "Two airships came, with 90 people.")
        for _ in range(file_watch.OFTEN):
            await check(pilot)
        assert "3-airships.txt is new in the folders that are open: R opens" in screen_text(
            pilot.app
        )
        assert "Documents 2 +1" in screen_text(pilot.app)
        assert len(desk.session.library) == 2
        await type_in(pilot, "R")
        await settle(pilot)
        assert "Documents 3 ─" in screen_text(pilot.app)


async def test_a_file_deleted_just_before_reading_again_is_shown_as_gone(
    open_desk, type_in, folder
):
    async with open_desk() as pilot:
        (folder / "2-ferries.txt").unlink()
        await type_in(pilot, "R")
        await settle(pilot)
        assert "Gone from the disk: 2-ferries.txt." in screen_text(pilot.app)
        rows = screen_text(pilot.app).split("\n")
        at = next(n for n, row in enumerate(rows) if "Ferries" in row)
        assert "gone from disk" in rows[at + 1]
