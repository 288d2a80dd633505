"""The store of notes: adding, changing, removing, and where the files are."""

import os
import stat
import time
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from noted import on

from tui.errors import FactdeskError
from tui.notes import Note, NoteStore, date_set_by
from tui.notes.home import Home, file_name


def test_every_field_of_a_note_is_stored(paper):
    folder = paper.path.parent
    note = on(
        paper,
        "373,000",
        kind="figure",
        body='Too high?\r\n\n"""\\ \x00\x1b[31m é 😀\n[[note]]\n# end of notes',
        tags=("typo", 'a "quoted" tag'),
        verdict="needs context",
        value=Decimal("372.50"),
        proof="200 + 172.50 = 372.50",
    )
    kept = NoteStore(folder).add(note)
    assert kept == note
    assert NoteStore(folder).for_document(paper) == [note]
    assert NoteStore(folder).all() == [note]
    assert note.paragraph == paper.text.split("\n\n")[1]
    assert (note.created.tzinfo, note.created.microsecond) == (UTC, 0)
    assert note.anchor
    assert (note.anchor.line, note.anchor.nth, note.anchor.of) == (3, 1, 1)


def test_notes_are_in_text_order_after_those_on_the_document(paper):
    store = NoteStore(paper.path.parent)
    for words in ("37 raids", "262,000", "116.4%"):
        store.add(on(paper, words))
    store.add(Note.about(paper, dated="2021-10-26", body="The year is on page 1."))
    found = [note.anchor and note.anchor.exact for note in store.for_document(paper)]
    assert found == [None, "262,000", "116.4%", "37 raids"]


def test_the_note_modified_last_sets_the_date(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    assert store.dated(paper) is None
    store.add(on(paper, "37 raids", body="dated? no"))
    assert NoteStore(folder).dated(paper) is None
    first = store.add(Note.about(paper, dated="2021-10-26", proof="The year is on page 1."))
    second = store.add(Note.about(paper, dated="2020"))
    store.update(first._replace(modified=second.modified.replace(year=2199)))
    assert store.dated(paper) == "2021-10-26"
    assert NoteStore(folder).dated(paper) == "2021-10-26"
    store.remove(first.id)
    assert NoteStore(folder).dated(paper) == "2020"


def test_of_two_notes_of_one_moment_the_newer_sets_the_date_in_any_order(paper):
    one = Note.about(paper, dated="2020")
    other = one._replace(id=one.id + "1", dated="2021")
    noise = on(paper, "37 raids"), one._replace(id="z", dated="")
    assert date_set_by([one, other, *noise]) == date_set_by([*noise, other, one]) == "2021"


def test_a_renamed_document_keeps_its_date(paper):
    store = NoteStore(paper.path.parent)
    store.register([paper])
    store.add(Note.about(paper, dated="2021"))
    moved = paper.path.rename(paper.path.with_name("moved.txt"))
    paper = paper._replace(name="moved.txt", path=moved)
    assert NoteStore(paper.path.parent).dated(paper) == "2021"


@pytest.mark.parametrize("value", [Decimal(32016), Decimal("28.5"), "1.2 bn CNY"])
def test_a_corrected_value_is_a_number_or_words(paper, value):
    note = NoteStore(paper.path.parent).add(on(paper, "37", value=value, proof="= 30 + 7"))
    (kept,) = NoteStore(paper.path.parent).all()
    assert (kept.value, kept.proof) == (note.value, "= 30 + 7") == (value, "= 30 + 7")


def test_nothing_is_written_before_the_first_note(paper):
    folder = paper.path.parent
    store = NoteStore.open([paper.path])
    assert store.for_document(paper) == store.all() == store.problems == []
    assert [path.name for path in folder.iterdir()] == ["police.txt"]
    store.add(on(paper, "37"))
    file = next((folder / ".factdesk" / "notes").iterdir())
    assert file.name.startswith("police.txt--")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text().endswith("# end of notes\n")


def test_update_keeps_the_place_and_remove_gives_the_note_back(paper):
    store = NoteStore(paper.path.parent)
    first, second = (store.add(on(paper, words)) for words in ("262,000", "373,000"))
    changed = store.update(first._replace(body="Checked.", verdict="supported"))
    assert changed.body == "Checked."
    assert changed.modified >= first.modified
    assert store.remove(second.id) == second
    assert NoteStore(paper.path.parent).for_document("police.txt") == [changed]
    with pytest.raises(FactdeskError, match="no note"):
        store.remove(second.id)
    with pytest.raises(FactdeskError, match="already"):
        store.add(changed)


def test_lone_surrogates_are_refused_and_the_file_is_unchanged(paper):
    store = NoteStore(paper.path.parent)
    kept = store.add(on(paper, "37"))
    with pytest.raises(FactdeskError, match="half a character"):
        store.update(kept._replace(body="broken \ud83d"))
    assert store.for_document(paper) == NoteStore(paper.path.parent).all() == [kept]
    assert store.unsaved == []


def test_notes_are_counted_without_reading_them(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    for words in ("37", "262,000"):
        store.add(on(paper, words, body="[[note]]\n[[note]]\n"))
    assert NoteStore(folder).counts() == store.counts() == {"police.txt": 2}


def test_every_change_increases_the_revision(paper):
    store = NoteStore(paper.path.parent)
    before = store.revision
    note = store.add(on(paper, "37"))
    after = store.revision
    assert after > before
    assert not store.refresh()
    assert store.revision == after
    NoteStore(paper.path.parent).update(note._replace(body="from another program"))
    assert store.refresh()
    assert store.revision > after
    assert [note.body for note in store.for_document(paper)] == ["from another program"]


def test_a_folder_above_that_holds_notes_wins(paper):
    above = paper.path.parent.parent
    kept = NoteStore(above).add(on(paper, "37")._replace(document="reports/police.txt"))
    part = NoteStore.open([paper.path.parent])
    assert part.for_document(paper) == [kept._replace(document="police.txt")]
    part.add(on(paper, "262,000"))
    assert not (paper.path.parent / ".factdesk").exists()
    assert len(NoteStore.open([paper.path]).all()) == 2


def test_notes_on_a_read_only_folder_are_in_the_users_data_folder(paper, own_data_folder):
    folder = paper.path.parent
    shared = NoteStore(folder).add(on(paper, "37", body="a colleague's"))
    for path in (folder, folder / ".factdesk", folder / ".factdesk" / "notes"):
        path.chmod(0o555)
    store = NoteStore.open([folder])
    mine = store.add(on(paper, "262,000"))
    edited = store.update(shared._replace(body="seen"))
    assert store.unsaved == []
    assert NoteStore.open([folder]).for_document(paper) == [mine, edited]
    assert len(list((folder / ".factdesk" / "notes").iterdir())) == 1
    assert list(own_data_folder.rglob("police.txt--*.toml"))
    with pytest.raises(FactdeskError, match="cannot be written"):
        store.remove(shared.id)
    for path in (folder, folder / ".factdesk", folder / ".factdesk" / "notes"):
        path.chmod(0o755)


def test_notes_on_the_shipped_seeds_are_in_the_users_data_folder(
    paper, own_data_folder, monkeypatch
):
    monkeypatch.setattr("tui.notes.home.shipped", lambda name: paper.path.parent)
    NoteStore.open([paper.path.parent]).add(on(paper, "37"))
    assert list((own_data_folder / "notes" / "seeds" / "notes").iterdir())
    assert not (paper.path.parent / ".factdesk").exists()


def test_the_document_table_is_updated_only_if_the_document_is_open(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    store.register([paper])
    note = store.add(on(paper, "37"))
    file = next((folder / ".factdesk" / "notes").iterdir())
    head = file.read_text().partition("[[note]]")[0]
    assert f'sha256 = "{paper.sha256}"\ntitle = "A title"\n' in head
    changed = paper._replace(text="New.\n\n" + paper.text, title='Another "title"')
    NoteStore(folder).update(note._replace(body="from elsewhere"))
    assert file.read_text().partition("[[note]]")[0] == head
    store = NoteStore(folder)
    store.for_document(changed)
    store.update(note._replace(body="here"))
    text = file.read_text()
    assert f'sha256 = "{changed.sha256}"\ntitle = "Another \\"title\\""\n' in text
    # The note's own offsets belong to the text that they were made for.
    assert text.count(paper.sha256) == 1
    assert store.get(note.id).anchor == note.anchor


def test_times_typed_by_hand_are_taken_as_utc(paper):
    folder = paper.path.parent
    kept = NoteStore(folder).add(on(paper, "37"))
    file = next((folder / ".factdesk" / "notes").iterdir())
    created = kept.created.isoformat().replace("+00:00", "Z")
    file.write_text(file.read_text().replace(created, "2026-01-12 09:40:00"))
    assert NoteStore(folder).all()[0].created == datetime(2026, 1, 12, 9, 40, tzinfo=UTC)


#: Names of files as a system may have them, with bytes that are no UTF-8.
NAMES = st.text(
    st.characters(codec="utf-8") | st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF)
)


@given(st.lists(NAMES.map(lambda name: name[:1] * 300) | NAMES, min_size=1, max_size=3))
@example([".", "..", "a/../b", "a\nb", "\u202e", "é" * 300, "CON", "a\udcff"])
def test_any_document_has_a_notes_file_of_its_own_that_can_be_written(keys):
    names = {file_name(key) for key in keys}
    assert len(names) == len(set(keys))
    for name in names:
        assert set(name).isdisjoint({*map(chr, range(32)), *'\x7f/\\:*"<>|'})
        assert len(os.fsencode(name)) < 220
        assert name[0] != "."
        assert name.endswith(".toml")


def test_a_notes_file_created_within_one_clock_tick_is_found(tmp_path):
    home = Home(tmp_path, tmp_path / ".factdesk")
    home.notes.mkdir(parents=True)
    tick = time.time_ns()
    for number, name in enumerate(["a.toml", "b.toml", ".c.toml", "d.txt"]):
        (home.notes / name).touch()
        os.utime(home.notes, ns=(tick, tick))
        assert len(home.names()) == min(number + 1, 2)
    assert home.names() is home.names()
