"""Writing, editing, deleting and listing notes."""

import pytest
from looking import screen_text, screen_words

from tui.notes import NoteStore


async def test_a_note_on_a_figure_is_saved_and_shown(open_desk, type_in, folder):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "a", "=Checked.", "ctrl+s")
        figure = session.document.figures[0]
        (mark,) = session.marks().standing
        assert (mark.start, mark.end, mark.note.body) == (figure.start, figure.end, "Checked.")
        text = screen_text(pilot.app)
        assert "Note saved." in text
        assert text.count("✎") >= 3  # in the gutter, beside the figure, in the list of documents
    assert len(list((folder / ".factdesk" / "notes").glob("*.toml"))) == 1
    async with open_desk() as pilot:
        assert [mark.note.body for mark in pilot.app.session.marks().standing] == ["Checked."]
        assert "Checked." in screen_text(pilot.app)


async def test_the_editor_shows_how_a_value_is_understood(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "right_square_bracket", "a", "tab", "tab")
        await type_in(pilot, "=1.3 m")
        assert "= 1.3 m" in screen_text(pilot.app)
        await type_in(pilot, "enter", "=page 4", "ctrl+s")
        (note,) = pilot.app.session.notes.all()
        assert (note.value, note.proof) == (1_300_000, "page 4")
        assert "should be 1.3 m" in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_year_of_a_document_is_set_and_cleared(open_desk, type_in, folder, size):
    (folder / "1-harbour.txt").write_text(
        "Harbour trade\n\nUpdated: 3 March\n\nSome 340 dockers were hired in February.\n"
    )
    async with open_desk(size=size) as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "right_square_bracket")
        assert session.document.figures[session.figure].period == "XXXX-02"
        await type_in(pilot, "w", "tab", "tab", "=soon", "ctrl+s")
        assert "“soon” is not a date" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+u", "=2024")
        assert "= 3 Mar 2024" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+s")
        assert session.document.figures[session.figure].period == "2024-02"
        await type_in(pilot, "h")
        assert "✎3 Mar 2024" in screen_text(pilot.app)
        await type_in(pilot, "u")
        assert "3 Mar, year?" in screen_text(pilot.app)
        assert session.document.figures[session.figure].period == "XXXX-02"
        await type_in(pilot, "U")
    async with open_desk(size=size) as pilot:
        assert "2024-02" in [figure.period for figure in pilot.app.session.document.figures]


async def test_without_a_figure_in_focus_the_note_is_on_the_passage(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, *"jjjj", "a", "=Who says so?", "ctrl+s")
        (mark,) = session.marks().standing
        assert mark.note.kind == "passage"
        assert (mark.start, mark.end) in session.document.passages


async def test_a_opens_the_note_that_is_there(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=one", "ctrl+s", "a", "=two", "ctrl+s")
        assert [note.body for note in pilot.app.session.notes.all()] == ["onetwo"]
        await type_in(pilot, "e", "=three", "ctrl+s")
        assert [note.body for note in pilot.app.session.notes.all()] == ["onetwothree"]


async def test_leaving_asks_only_if_something_was_typed(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "escape")
        assert pilot.app.screen is pilot.app.desk
        await type_in(pilot, "a", "=x", "escape")
        assert "Leave without saving" in screen_text(pilot.app)
        await type_in(pilot, "n", "=y", "ctrl+s")
        assert [note.body for note in pilot.app.session.notes.all()] == ["xy"]


async def test_leaving_the_program_asks_too(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "=x", "ctrl+q")
        assert pilot.app.is_running
        await type_in(pilot, "escape")
        assert "New note" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+q", "y")
        assert not pilot.app.is_running


async def test_an_empty_note_is_not_saved(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "a", "ctrl+s")
        assert "Nothing is written yet" in screen_text(pilot.app)
        assert pilot.app.session.notes.all() == []


async def test_deleting_asks_first(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "a", "=x", "ctrl+s", "d", "n")
        assert len(session.notes.all()) == 1
        await type_in(pilot, "d", "y")
        assert session.notes.all() == []
        assert "✎" not in screen_text(pilot.app)
        await type_in(pilot, "d")
        assert pilot.app.screen is pilot.app.desk


async def test_curly_brackets_step_through_the_notes(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "a", "=x", "ctrl+s")
        await type_in(pilot, "3", "right_square_bracket", "a", "=y", "ctrl+s", "g")
        await type_in(pilot, "right_curly_bracket")
        assert session.note_here().note.body == "x"
        assert session.figure == 0
        await type_in(pilot, "right_curly_bracket")
        assert session.note_here().note.body == "y"
        await type_in(pilot, "left_curly_bracket")
        assert session.note_here().note.body == "x"


async def test_all_notes_are_listed_and_opened(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "A")
        assert "No notes yet" in screen_text(pilot.app)
        await type_in(pilot, "escape", "right_square_bracket", "a", "=first", "ctrl+s")
        await type_in(pilot, "J", "right_square_bracket", "a", "=second", "ctrl+s", "K", "A")
        text = screen_text(pilot.app)
        assert "first" in text
        assert "second" in text
        await type_in(pilot, "G", "enter")
        assert pilot.app.screen is pilot.app.desk
        assert session.document.name == "2-ferries.txt"
        assert session.note_here().note.body == "second"
        await type_in(pilot, "A", "d", "y")
        assert [note.body for note in session.notes.all()] == ["first"]


async def test_a_note_that_cannot_be_saved_stays_on_the_screen(open_desk, type_in, monkeypatch):
    from tui.errors import FactdeskError

    async with open_desk() as pilot:
        notes = pilot.app.session.notes

        def full(_note):
            raise FactdeskError("no space left on device", where="notes")

        monkeypatch.setattr(notes, "add", full)
        await type_in(pilot, "a", "=precious", "ctrl+s")
        text = screen_text(pilot.app)
        assert "NOT SAVED" in text
        assert "precious" in text


def by_another(pilot, **changes):
    """Change the only note in its file, as another program would."""
    store = NoteStore.open([pilot.app.session.notes.homes[0].folder])
    (note,) = store.all()
    store.update(note._replace(**changes))


async def test_changes_of_another_program_are_not_overwritten_without_warning(
    open_desk, type_in, folder
):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=one", "ctrl+s", "a", "=, mine")
        by_another(pilot, body="one, theirs", verdict="wrong")
        await type_in(pilot, "ctrl+s")
        assert "Changed elsewhere meanwhile: “one, theirs”" in screen_text(pilot.app)
        (note,) = NoteStore.open([folder]).all()
        assert note.body == "one, theirs"
        await type_in(pilot, "ctrl+s")
        assert pilot.app.screen is pilot.app.desk
        (note,) = NoteStore.open([folder]).all()
        assert (note.body, note.verdict) == ("one, mine", "wrong")


async def test_other_fields_changed_by_another_program_stay(open_desk, type_in, folder):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=one", "ctrl+s", "a", "tab", "=tag")
        by_another(pilot, body="one, theirs")
        await type_in(pilot, "ctrl+s", "minus")
        (note,) = NoteStore.open([folder]).all()
        assert (note.body, note.tags, note.verdict) == ("one, theirs", ("tag",), "wrong")
        by_another(pilot, body="two, theirs")
        await type_in(pilot, "plus")
        (note,) = NoteStore.open([folder]).all()
        assert (note.body, note.verdict) == ("two, theirs", "supported")


async def test_a_note_that_another_program_removed_is_kept_when_it_is_saved(
    open_desk, type_in, folder
):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=one", "ctrl+s", "a", "=, mine")
        other = NoteStore.open([folder])
        other.remove(other.all()[0].id)
        await type_in(pilot, "ctrl+s")
        assert "Note saved." in screen_text(pilot.app)
        assert [note.body for note in NoteStore.open([folder]).all()] == ["one, mine"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [(("a", "=one", "ctrl+s"), "Note saved."), (("plus",), "supported: 3 March 2024.")],
)
async def test_the_place_of_notes_on_a_read_only_folder_is_shown_once(
    open_desk, type_in, folder, monkeypatch, keys, said
):
    monkeypatch.setattr(
        "tui.notes.home.may_write", lambda path: folder not in (path, *path.parents)
    )
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", *keys)
        text = screen_words(pilot.app)
        assert f"{said} This folder cannot be written, so notes are saved in" in text
        await type_in(pilot, "colon")
        assert "cannot be written" not in screen_text(pilot.app)
    assert not (folder / ".factdesk").exists()


async def test_the_usual_place_of_notes_is_not_shown(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=one", "ctrl+s")
        assert "Note saved." in screen_text(pilot.app)
        assert "cannot be written" not in screen_text(pilot.app)
