"""`p` opens further files and folders while the desk is open."""

from itertools import count
from time import sleep

import pytest
from looking import screen_text, settle, until
from textual import events

from tui.app.dialogs.hits import HitList
from tui.app.dialogs.path import EntryList, PathScreen
from tui.app.widgets.field import Field
from tui.errors import FactdeskError
from tui.figures import extraction
from tui.files import read_bytes
from tui.notes import NoteStore

MILLS = "Mills close\n\nIn all, 40 mills closed and 7,000 weavers left the valley.\n"


@pytest.fixture
def other(tmp_path):
    """A folder beside the one that is opened, with a name that is there as well."""
    other = tmp_path / "other reports"
    other.mkdir()
    (other / "1-harbour.txt").write_text(MILLS, encoding="utf-8")
    (other / "9-mills.md").write_text(MILLS, encoding="utf-8")
    return other


async def name(pilot, type_in, path, *keys):
    """Put a path into the dialog: its end is typed, the rest pasted, since a letter costs 10 ms."""
    await type_in(pilot, "p")
    pilot.app.screen.query_one(Field).post_message(events.Paste(str(path)[:-3]))
    await settle(pilot)
    await type_in(pilot, f"={str(path)[-3:]}", *keys)


def listed(pilot):
    return [entry.shown for entry in pilot.app.screen.query_one(EntryList).entries]


async def test_figures_of_another_language_are_marked_as_doubtful(open_desk, type_in, tmp_path):
    german = "Nach dem Brand wurden 2.011 Säcke nicht mehr verkauft und sind verdorben, für immer."
    (tmp_path / "a.txt").write_text("The fire took 2,011 sacks of rye.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(german, encoding="utf-8")
    async with open_desk(tmp_path / "a.txt", tmp_path / "b.txt") as pilot:
        assert "not English" not in screen_text(pilot.app)
        await type_in(pilot, "J")
        assert "not English" in screen_text(pilot.app).split("\n")[0]


async def test_documents_of_a_folder_join_the_library(open_desk, type_in, other):
    async with open_desk() as pilot:
        session = pilot.app.session
        await name(pilot, type_in, other, "enter")
        assert pilot.app.screen is pilot.app.desk
        assert [document.name for document in session.library] == [
            "1-harbour.txt",
            "2-ferries.txt",
            "other reports/1-harbour.txt",
            "9-mills.md",
        ]
        assert session.document.name == "other reports/1-harbour.txt"
        assert pilot.app.desk.panel.list.total == 2
        assert f"Opened 2 documents from {other}." in screen_text(pilot.app)
        await type_in(pilot, "ctrl+o")
        assert session.document.name == "1-harbour.txt"
        await type_in(pilot, "s", "=weavers")
        assert {hit.document for hit in pilot.app.screen.query_one(HitList).hits} >= {"9-mills.md"}


async def test_two_paths_at_once_are_counted_each(open_desk, other, tmp_path):
    last = tmp_path / "last"
    last.mkdir()
    (last / "looms.txt").write_text("Looms\n\nOf 300 looms 12 are left.\n", encoding="utf-8")
    async with open_desk() as pilot:
        desk, said = pilot.app.desk, []
        desk.status.say = lambda words, **_: said.append(words)
        with desk.background.reading:
            desk.path_opener.open_path(other)
            desk.path_opener.open_path(last)
        await settle(pilot)
        assert {f"Opened 2 documents from {other}.", f"Opened 1 document from {last}."} <= set(said)
        assert pilot.app.session.document.name in ("looms.txt", "other reports/1-harbour.txt")


async def test_its_notes_are_read_and_written_in_its_own_folder(open_desk, type_in, other, folder):
    async with open_desk(other) as pilot:
        await type_in(pilot, "]", "+")
    async with open_desk() as pilot:
        session = pilot.app.session
        await name(pilot, type_in, other / "1-harbour.txt", "enter")
        assert session.all_marks.counts["other reports/1-harbour.txt"] == 1
        assert pilot.app.desk.panel.list.checked == 1
        await type_in(pilot, "]", "]", "-", "s", "=verdict:supported")
        assert pilot.app.screen.query_one(HitList).hits
    assert not (folder / ".factdesk").exists()
    assert len(NoteStore.open([other]).all()) == 2


async def test_nothing_is_opened_twice(open_desk, type_in, folder):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "J")
        await name(pilot, type_in, folder, "enter")
        assert len(session.library) == 2
        assert session.document.name == "1-harbour.txt"
        assert "Nothing new in" in screen_text(pilot.app)
        (folder / "3-new.txt").write_text("12 gulls")
        await name(pilot, type_in, folder, "enter")
        assert session.document.name == "3-new.txt"
        assert f"Opened 1 document from {folder}." in screen_text(pilot.app)


async def test_a_missing_path_is_reported_in_the_dialog(open_desk, type_in, tmp_path):
    async with open_desk() as pilot:
        await name(pilot, type_in, tmp_path / "nothing", "enter")
        assert isinstance(pilot.app.screen, PathScreen)
        assert "there is no 'nothing' in this folder" in pilot.app.screen._status._message
        await type_in(pilot, "ctrl+u", "enter")
        assert "Type the path of a file or a folder." in screen_text(pilot.app)
        await type_in(pilot, "=~nobody-of-this-name/")
        assert "no such home folder" in screen_text(pilot.app)
        await type_in(pilot, "escape")
        assert pilot.app.screen is pilot.app.desk


async def test_an_unreadable_file_is_reported_and_tried_again(open_desk, type_in, tmp_path):
    broken = tmp_path / "broken.dat"
    broken.write_bytes(b"\x00\xff\x01" * 50)
    async with open_desk() as pilot:
        session = pilot.app.session
        for _ in range(2):
            await name(pilot, type_in, broken, "enter")
            assert "not text" in screen_text(pilot.app)
            assert len(session.library.unreadable) == 1
        broken.write_text("12 gulls")
        await name(pilot, type_in, broken, "enter")
        assert session.document.name == "broken.dat"
        assert session.library.unreadable == []


async def test_a_folder_without_documents(open_desk, type_in, tmp_path):
    (tmp_path / "empty").mkdir()
    async with open_desk() as pilot:
        await name(pilot, type_in, tmp_path / "empty", "enter")
        assert "No documents in" in screen_text(pilot.app)
        assert pilot.app.session.document.name == "1-harbour.txt"


async def test_an_empty_desk_is_filled(open_desk, type_in, other, tmp_path):
    (tmp_path / "empty").mkdir()
    async with open_desk(tmp_path / "empty") as pilot:
        assert "p opens others." in screen_text(pilot.app)
        await name(pilot, type_in, other / "9-mills.md", "enter")
        assert pilot.app.session.document.title == "Mills close"
        assert "40 mills closed" in screen_text(pilot.app)
        assert "p opens others." not in screen_text(pilot.app)


async def test_tab_completes_names_and_goes_into_folders(open_desk, type_in, other, tmp_path):
    async with open_desk() as pilot:
        await name(pilot, type_in, f"{tmp_path}/OTH", "tab")
        assert pilot.app.screen.query_one(Field).value == f"{other}/"
        assert listed(pilot) == ["1-harbour.txt", "9-mills.md"]
        await type_in(pilot, "tab")
        assert "2 names begin so" in screen_text(pilot.app)
        await type_in(pilot, "=9", "tab", "enter")
        await settle(pilot)
        assert pilot.app.session.document.name == "9-mills.md"


async def test_arrows_put_names_into_the_line(open_desk, type_in, other, tmp_path):
    async with open_desk() as pilot:
        await name(pilot, type_in, f"{tmp_path}/", "down", "down")
        field = pilot.app.screen.query_one(Field)
        assert field.value == f"{tmp_path}/{listed(pilot)[1]}"
        await type_in(pilot, "up", "up")
        assert field.value == f"{other}/"
        assert listed(pilot) == ["other reports/", "reports/"]
        await type_in(pilot, "tab")
        assert listed(pilot) == ["1-harbour.txt", "9-mills.md"]
        await type_in(pilot, "down", "down", "enter")
        await settle(pilot)
        assert pilot.app.session.document.name == "9-mills.md"


async def test_a_name_that_no_line_can_show_is_opened_from_the_list(open_desk, type_in, tmp_path):
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "a\x1bb.txt").write_text("12 gulls")
    async with open_desk() as pilot:
        await name(pilot, type_in, f"{tmp_path}/odd/", "down", "enter")
        assert pilot.app.session.document.text == "12 gulls"


async def test_a_click_opens_a_folder_in_the_list(open_desk, type_in, other, tmp_path):
    async with open_desk() as pilot:
        await name(pilot, type_in, f"{tmp_path}/")
        await pilot.click(EntryList, offset=(3, 0))
        await settle(pilot)
        assert listed(pilot) == ["1-harbour.txt", "9-mills.md"]


async def test_two_folders_named_at_once_come_one_after_the_other(open_desk, type_in, tmp_path):
    for name_ in ("north", "south"):
        (tmp_path / name_).mkdir()
        for number in range(30):
            (tmp_path / name_ / f"{number}.txt").write_text(f"{number} gulls")
    async with open_desk() as pilot:
        desk = pilot.app.desk
        desk.path_opener.open_path(tmp_path / "north")
        desk.path_opener.open_path(tmp_path / "south")
        await settle(pilot)
        names = [document.name for document in pilot.app.session.library]
        assert len(names) == len(set(names)) == 62
        assert all(document.is_extracted for document in pilot.app.session.library)


async def test_drafts_in_a_folder_opened_later_are_offered(open_desk, type_in, other, folder):
    left = NoteStore.open([other])
    start = MILLS.index("7,000")
    left.drafts.keep("9-mills.md", f"figure {start} {start + 5}", "half a thought")
    async with open_desk() as pilot:
        await name(pilot, type_in, other / "9-mills.md", "enter")
        assert "Typed but not saved last time: “half a thought” on 9-mills.md" in screen_text(
            pilot.app
        )
        await type_in(pilot, "]", "]", "a")
        assert "half a thought" in screen_text(pilot.app)
        await type_in(pilot, "= ends", "ctrl+s")
        assert [note.body for note in NoteStore.open([other]).all()] == ["half a thought ends"]
        assert NoteStore.open([other]).drafts.recoverable() == []
    assert not (folder / ".factdesk").exists()


@pytest.mark.parametrize("name", ["n" * 5_000, "n/" * 5_000, "n\0n"])
async def test_an_invalid_path_is_refused(open_desk, type_in, name):
    async with open_desk() as pilot:
        await type_in(pilot, "p")
        pilot.app.screen.query_one("#filter").value = name
        await type_in(pilot, "enter")
        await settle(pilot)
        assert pilot.app.is_running
        assert "path (" in screen_text(pilot.app)


async def test_reading_a_large_file_shows_progress_and_can_be_stopped(
    open_desk, type_in, other, monkeypatch
):
    def slow(path, progress=None):
        if path.name == "1-harbour.txt":
            for done in count():
                progress(done * 1_000_000, 50_000_000)
                sleep(0.01)
        return read_bytes(path, progress=progress)

    monkeypatch.setattr("tui.app.background.reading.PATIENCE", 0)
    async with open_desk() as pilot:
        monkeypatch.setattr("tui.documents.library.read_bytes", slow)
        desk, session = pilot.app.desk, pilot.app.session
        desk.path_opener.open_path(other)
        shown = "MB … esc stops"
        await until(pilot, lambda: shown in screen_text(pilot.app))
        assert "Reading: 1-harbour.txt, " in screen_text(pilot.app)
        await type_in(pilot, "escape")
        assert shown not in screen_text(pilot.app)
        assert "reading was stopped; reload to read it" in desk.status._message
        assert [problem.what for problem in session.library.unreadable] == ["reading was stopped"]
        assert len(session.library) == 2
        monkeypatch.setattr("tui.documents.library.read_bytes", read_bytes)
        await type_in(pilot, "R")
        assert [document.name for document in session.library][2:] == [
            "other reports/1-harbour.txt",
            "9-mills.md",
        ]
        assert not session.library.unreadable


async def test_finding_the_figures_of_a_large_text_can_be_stopped(
    open_desk, type_in, tmp_path, monkeypatch
):
    def slowly(text, *rest):
        sleep(0.01 if "whales" in text else 0)
        return decide(text, *rest)

    decide = extraction.decide
    monkeypatch.setattr("tui.figures.extraction.decide", slowly)
    monkeypatch.setattr("tui.documents.document._LARGE", 5_000)
    (tmp_path / "whales.txt").write_text("There were 12 whales.\n\n" * 2_000, encoding="utf-8")
    async with open_desk() as pilot:
        desk, library = pilot.app.desk, pilot.app.session.library
        desk.path_opener.open_path(tmp_path / "whales.txt")
        await until(pilot, lambda: "characters … esc stops" in screen_text(pilot.app))
        await type_in(pilot, "escape")
        assert "finding its figures was stopped; reload to find them" in desk.status._message
        assert [len(document.figures) for document in library] == [7, 3, 0]
        await type_in(pilot, "s", "=whales")
        assert "There were 12 whales." in screen_text(pilot.app)
        monkeypatch.setattr("tui.figures.extraction.decide", decide)
        await type_in(pilot, "escape", "escape", "R")
        await settle(pilot)
        assert [len(document.figures) for document in library] == [7, 3, 2_000]
        await type_in(pilot, "P")
        assert "Nothing is wrong" in screen_text(pilot.app)


async def test_a_document_read_again_is_opened_if_none_is(open_desk, type_in, folder, monkeypatch):
    def refuse(path, progress=None):
        raise FactdeskError("reading was stopped", where=str(path))

    with monkeypatch.context() as now:
        now.setattr("tui.documents.library.read_bytes", refuse)
        async with open_desk() as pilot:
            assert "There is no document here" in screen_text(pilot.app)
            now.undo()
            await type_in(pilot, "R")
            assert pilot.app.session.document.name == "1-harbour.txt"
            assert "Ships brought 1.2 million" in screen_text(pilot.app)


async def test_what_opening_says_is_not_replaced_by_what_the_list_says(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "p", "=nowhere/at-all", "enter")
        said = screen_text(pilot.app)
        dialog = pilot.app.screen
        dialog.post_message(dialog.Looked("nowhere/", [], "the folder cannot be read"))
        await settle(pilot)
        assert screen_text(pilot.app) == said
