"""The draft of a note: what is typed is there again until it is saved or given up."""

from pathlib import Path

import pytest

from tui.documents import Document
from tui.notes import NoteStore
from tui.session import NoteDraft, Target, TypedNote, unsaved_drafts


@pytest.fixture
def store(tmp_path: Path) -> NoteStore:
    return NoteStore.open([tmp_path])


def test_a_draft_is_kept_until_it_is_dropped(store: NoteStore) -> None:
    document = Document.from_text("Police caught 373,000 people.", "a-report.txt")
    target = Target(document, 14, 21, "figure", None)
    typing = NoteDraft(store, target)
    assert typing.before() is None
    typing.keep(TypedNote("half a", "tag one"))
    assert unsaved_drafts(store) == [(document.name, 14, "half a")]
    again = NoteDraft(store, target)
    assert again.before() == TypedNote("half a", "tag one")
    assert not again.would_keep(TypedNote("half a", "tag one"))
    again.drop()
    again.keep(TypedNote("too late"))
    assert unsaved_drafts(store) == []


@pytest.mark.parametrize("target", ["", "figure", "figure x y", "note none", "figure " + "9" * 99])
def test_a_draft_with_an_invalid_target_is_ignored(store: NoteStore, target: str) -> None:
    store.drafts.keep("a-report.txt", target, "words")
    assert unsaved_drafts(store) == [("a-report.txt", 0, "words")]
