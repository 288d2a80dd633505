"""Merging concurrent changes of one note."""

from datetime import UTC, datetime

import pytest
from noted import bodies, on

from tui.notes import Note, NoteStore
from tui.notes.file.blocks import new_block
from tui.notes.file.record import to_table
from tui.notes.merge import CONFLICT, merge_change, note_of
from tui.notes.note import Change

MADE = datetime(2026, 3, 1, 9, tzinfo=UTC)
LATER = datetime(2026, 3, 1, 10, tzinfo=UTC)
BASE = Note("A1", "", "document", "old", ("tag",), None, MADE, MADE)


def block(**changes):
    return new_block(to_table(BASE._replace(**changes)))


OLD = block()
MINE = block(body="mine", modified=LATER)
YOURS = block(body="yours", modified=MADE)
JUDGED = block(verdict="wrong", tags=("tag", CONFLICT))
NEW_LAYOUT = "# by hand\n" + OLD.replace(" = ", "=")

# What one hand began with and made of it, what the other made of it, and what stands at the end.
MET = {
    "nothing else changed": (OLD, MINE, OLD, MINE),
    "the same, but for blank lines": (OLD, MINE, f"\n{MINE}\n\n", f"\n{MINE}\n\n"),
    "an edit of what is gone": (OLD, MINE, None, MINE),
    "a removal of what is gone": (OLD, None, None, None),
    "a removal of what was edited": (OLD, None, YOURS, YOURS),
    "a removal of what was laid out anew": (OLD, None, NEW_LAYOUT, None),
    "a removal of what was never read": (None, None, YOURS, YOURS),
    "two new ones, the other later": (None, YOURS, MINE, MINE),
    "two new ones, the other earlier": (None, MINE, YOURS, MINE),
}


@pytest.mark.parametrize("case", MET)
def test_merging_a_change_with_another(case):
    before, after, theirs, expected = MET[case]
    assert merge_change(Change("A1", before, after), theirs) == (expected, None)


# One hand's block, the other's: the fields of the note at the end, and the bodies kept aside.
JOINED = {
    "body and verdict": (MINE, JUDGED, ("mine", "wrong", ("tag", CONFLICT)), []),
    "verdict and body": (JUDGED, MINE, ("mine", "wrong", ("tag", CONFLICT)), []),
    "one body": (MINE, block(body="mine", verdict="wrong"), ("mine", "wrong", ("tag",)), []),
    "two bodies": (MINE, YOURS, ("mine", None, ("tag",)), [("yours", ("tag", CONFLICT))]),
    "two bodies, not for the first time": (
        MINE,
        block(body="yours", tags=(CONFLICT, "tag")),
        ("mine", None, (CONFLICT, "tag")),
        [("yours", ("tag", CONFLICT))],
    ),
}


@pytest.mark.parametrize("case", JOINED)
def test_two_edits_are_merged_and_no_body_is_lost(case):
    ours, theirs, expected, kept = JOINED[case]
    joined, aside = merge_change(Change("A1", OLD, ours), theirs)
    note = note_of(joined, "")
    assert note.id == "A1"
    assert (note.body, note.verdict, note.tags) == expected
    others = [note_of(aside, "")] if aside else []
    assert [(other.body, other.tags) for other in others] == kept
    assert "A1" not in [other.id for other in others]


def test_concurrent_edits_are_merged_and_both_bodies_kept(paper):
    folder = paper.path.parent
    one = NoteStore(folder)
    note = one.add(on(paper, "37", body="old"))
    two = NoteStore(folder)
    assert two.for_document("police.txt") == [note]
    two.update(note._replace(verdict="wrong"))
    one.update(note._replace(tags=("abroad",)))
    (joined,) = NoteStore(folder).all()
    assert (joined.body, joined.verdict, joined.tags) == ("old", "wrong", ("abroad",))
    one.update(joined._replace(body="mine"))
    two.update(joined._replace(body="yours"))
    found = NoteStore(folder).all()
    assert sorted(note.body for note in found) == ["mine", "yours"]
    assert [note.tags for note in found if note.id != joined.id] == [("abroad", "conflict")]


def test_an_edit_beats_a_removal_elsewhere(paper):
    folder = paper.path.parent
    one = NoteStore(folder)
    note = one.add(on(paper, "37", body="old"))
    two = NoteStore(folder)
    two.for_document("police.txt")
    one.update(note._replace(body="new"))
    two.remove(note.id)
    assert bodies(folder) == ["new"]


def test_a_note_removed_by_another_program_stays_removed(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    note = store.add(Note.about(paper, body="short-lived"))
    NoteStore(folder).remove(note.id)
    assert store.refresh()
    assert store.all() == []
    assert bodies(folder) == []
