"""Verdicts by one key, the next unchecked figure, undo, tags, notes on the document."""

from looking import screen_text

from tui.session import Verdicts


async def test_one_key_judges_the_focused_figure_without_a_body(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        await type_in(pilot, "right_square_bracket", "plus")
        (mark,) = session.marks().standing
        assert (mark.note.kind, mark.note.verdict, mark.note.body) == ("figure", "supported", "")
        text = screen_text(pilot.app)
        assert f"1 of {len(session.document.figures)} checked" in text
        assert text.count("✓") >= 3  # in the gutter, in the list of figures, below it
        await type_in(pilot, "minus")
        assert session.note_here().note.verdict == "wrong"
        assert "✗ wrong: 3 March 2024" in screen_text(pilot.app)
        await type_in(pilot, "minus")
        assert session.notes.all() == []
        assert "Unchecked again (was wrong): 3 March 2024" in screen_text(pilot.app)


async def test_every_shipped_verdict_has_its_key_and_its_sign(open_desk, type_in):
    async with open_desk() as pilot:
        session, signs = pilot.app.session, set()
        keys = ("plus", "tilde", "colon", "minus", "exclamation_mark")
        await type_in(pilot, "right_square_bracket")
        for key, word in zip(keys, session.verdicts.words, strict=True):
            await type_in(pilot, key)
            assert session.note_here().note.verdict == word
            signs.add(session.marks().symbol(session.offset, session.offset + 1).sign)
        assert len(signs) == len(keys)


async def test_clearing_a_verdict_keeps_a_note_with_text(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a", "=why", "ctrl+s", "plus", "plus")
        (note,) = pilot.app.session.notes.all()
        assert (note.body, note.verdict) == ("why", None)


async def test_the_passage_is_judged_where_no_figure_is_in_focus(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, *"jjjj", "tilde")
        (note,) = pilot.app.session.notes.all()
        assert (note.kind, note.verdict) == ("passage", "disputed")


async def test_the_full_stop_goes_to_the_next_unchecked_figure(open_desk, type_in):
    async with open_desk() as pilot:
        session = pilot.app.session
        figures = session.document.figures
        for _ in figures:
            await type_in(pilot, "full_stop", "plus")
        assert session.marks().checked({(one.start, one.end) for one in figures}) == len(figures)
        await type_in(pilot, "full_stop")
        assert f"All {len(figures)} figures here are checked." in screen_text(pilot.app)
        await type_in(pilot, "g", "right_square_bracket", "plus", "G", "full_stop")
        assert session.figure == 0


async def test_undo_and_redo_go_back_over_judging_writing_and_deleting(open_desk, type_in):
    async with open_desk() as pilot:
        notes = pilot.app.session.notes
        await type_in(pilot, "u")
        assert "Nothing to undo." in screen_text(pilot.app)
        await type_in(pilot, "right_square_bracket", "plus", "a", "=why", "ctrl+s", "d", "y")
        assert notes.all() == []
        await type_in(pilot, "u")
        assert [(note.body, note.verdict) for note in notes.all()] == [("why", "supported")]
        assert "✓" in screen_text(pilot.app)
        await type_in(pilot, "u")
        assert [note.body for note in notes.all()] == [""]
        await type_in(pilot, "u", "U", "U")
        assert [note.body for note in notes.all()] == ["why"]
    async with open_desk() as pilot:
        await type_in(pilot, "u")
        assert [note.body for note in pilot.app.session.notes.all()] == [""]


async def test_a_note_on_the_whole_document(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "w", "=Trust it", "ctrl+s", "w")
        assert "Note on the document" in screen_text(pilot.app)
        await type_in(pilot, "=.", "ctrl+s")
        (note,) = pilot.app.session.notes.all()
        assert (note.kind, note.anchor, note.body) == ("document", None, "Trust it.")


async def test_tags_are_completed_from_those_of_other_notes(open_desk, type_in):
    async with open_desk() as pilot:
        notes = pilot.app.session.notes
        await type_in(pilot, "right_square_bracket", "a", "tab", "=check later, typo", "ctrl+s")
        assert [note.tags for note in notes.all()] == [("check later", "typo")]
        await type_in(pilot, "right_square_bracket", "a", "=x", "tab", "=ch")
        await type_in(pilot, "right", "ctrl+s")
        assert [note.tags for note in notes.all()][1] == ("check later",)


async def test_the_editor_shows_and_changes_the_verdict(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "a")
        assert "unchecked" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+t", "ctrl+t")
        assert "≠ disputed" in screen_text(pilot.app)
        await type_in(pilot, "ctrl+s")
        assert [note.verdict for note in pilot.app.session.notes.all()] == ["disputed"]


async def test_custom_verdicts_have_signs(open_desk, type_in):
    async with open_desk() as pilot:
        pilot.app.session.all_marks.set_verdicts(Verdicts(["ok", "[/] no"]))
        await type_in(pilot, "right_square_bracket", "tilde")
        assert "② [/] no" in screen_text(pilot.app)
        await type_in(pilot, "exclamation_mark")
        assert "The settings name 2 verdicts." in screen_text(pilot.app)


async def test_other_verdicts_in_the_settings_keep_existing_ones(open_desk, type_in):
    async with open_desk() as pilot:
        desk, session = pilot.app.desk, pilot.app.session
        await type_in(pilot, "right_square_bracket", "plus", "right_square_bracket", "minus")
        settings = pilot.app.desk.view.settings
        desk.view.apply_settings(
            settings._replace(notes=settings.notes._replace(verdicts=("so", "wrong")))
        )
        await pilot.pause()
        said = [mark.note.verdict for mark in session.marks().standing]
        assert said == ["supported", "wrong"]
        text = screen_text(pilot.app)
        assert "✓" in text
        assert "✗" in text
        await type_in(pilot, "right_square_bracket", "plus")
        assert session.marks().standing[-1].note.verdict == "so"
        assert "①" in screen_text(pilot.app)
