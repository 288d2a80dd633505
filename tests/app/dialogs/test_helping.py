"""Help and manual: available everywhere, with the effective keys."""

import pytest
from looking import screen_text, settle

from tui import config
from tui.actions import ACTIONS
from tui.app.dialogs import places
from tui.app.dialogs.help import HelpScreen
from tui.app.dialogs.manual import ManualScreen
from tui.app.widgets.prose import Prose
from tui.errors import Problem
from tui.manual import manual

#: How each place is reached from the desk, what its help is called, and an action that it has.
PLACES = [
    ([], "on the desk", "Search all documents"),
    (["slash"], "while finding", "Go to the previous match"),
    (["s"], "in the search", "Open the hit in its document"),
    (["right_square_bracket", "a"], "while writing a note", "Save the note and close"),
    (["A"], "in the list of notes", "Restore this deleted note"),
    (["C"], "in the check of a document", "Judge the figure that decides"),
]


@pytest.mark.parametrize(("way", "name", "does"), PLACES, ids=[name for _, name, _ in PLACES])
async def test_help_shows_the_actions_of_the_current_place(open_desk, type_in, way, name, does):
    async with open_desk(size=(120, 60)) as pilot:
        await type_in(pilot, *way)
        before = pilot.app.screen
        await type_in(pilot, "f2")
        text = screen_text(pilot.app)
        assert f"What you can do {name}" in text
        assert text.index(does) < (text + "Elsewhere").index("Elsewhere")
        await type_in(pilot, "escape")
        assert pilot.app.screen is before


def test_every_place_but_a_question_has_a_name():
    assert {action.where for action in ACTIONS} - {"ask"} == set(places.PLACES)
    sections = {block.lines[0].text for block in manual() if block.kind == "heading"}
    every = (*places.PLACES.values(), *places.PANES.values())
    assert {words.section for words in every} - {""} <= sections


async def test_help_shows_problems_then_a_description_of_the_pane(open_desk, type_in):
    problem = Problem("unknown setting 'reading.widht'", "config.toml:3", "did you mean 'width'?")
    async with open_desk(size=(120, 280), problems=[problem]) as pilot:
        await type_in(pilot, "tab", "question_mark")
        text = screen_text(pilot.app)
        assert str(problem) in text
        assert "Every figure of the document in the order of the text" in text
        for action in ACTIONS:
            if action.where != "ask":
                assert action.help.split(";")[0][:60] in text, action.id


def prose_rows(prose):
    """The rows of a page as they are drawn, also those that are out of view."""
    drawn = (prose.draw(y, prose.columns) for y in range(prose.rows))
    return ["".join(segment.text for segment in row) for row in drawn]


async def test_help_shows_the_keys_in_force(open_desk, type_in, away_from_home):
    folder = away_from_home / "config_folder"
    folder.mkdir()
    (folder / "config.toml").write_text('[keys]\nfigure.next = "f7"\nfind.open = []\n')
    assert config.load()[1] == []
    async with open_desk(size=(120, 60)) as pilot:
        await type_in(pilot, "question_mark")
        text = screen_text(pilot.app)
        assert "f7 goes from figure to figure" in text
        said = " ".join(prose_rows(pilot.app.screen.query_one(Prose)))
        assert "^p “find” finds words" in " ".join(said.split())
        assert "   f7            Go to the next figure in this document" in text
        assert "   no key        Find words in this document" in text


async def test_help_opened_again_shows_what_has_changed_meanwhile(open_desk, type_in):
    async with open_desk(size=(120, 60)) as pilot:
        await type_in(pilot, "question_mark")
        assert "   ]             Go to the next figure" in screen_text(pilot.app)
        await type_in(pilot, "escape")
        view = pilot.app.desk.view
        view.settings = view.settings._replace(keys={"figure.next": ("f7",)})
        pilot.app.problems.with_settings = (Problem("a colour is missing", "dusk.toml"),)
        await type_in(pilot, "question_mark")
        text = screen_text(pilot.app)
        assert "   f7            Go to the next figure" in text
        assert "dusk.toml: a colour is missing" in text


async def test_help_is_narrowed_by_what_is_typed(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "question_mark", "slash", "=verdict wrong")
        text = screen_text(pilot.app)
        assert "passage, as wrong" in text
        assert "Search all documents" not in text
        await type_in(pilot, "=zebra")
        assert "Nothing here is called that" in screen_text(pilot.app)
        await type_in(pilot, "escape")
        assert "Search all documents" in screen_text(pilot.app)
        await type_in(pilot, "q")
        assert pilot.app.screen is pilot.app.desk


@pytest.mark.parametrize(
    ("way", "section"),
    [
        ([], "Reader"),
        (["tab"], "Figures"),
        (["h"], "Documents"),
        (["s"], "Searching"),
        (["A"], "Notes"),
        (["right_square_bracket", "a"], "Notes"),
        (["question_mark"], "Manual"),
    ],
)
async def test_the_manual_opens_at_the_section_of_the_pane(open_desk, type_in, way, section):
    async with open_desk() as pilot:
        await type_in(pilot, *way)
        before = pilot.app.screen
        await type_in(pilot, "f1")
        assert isinstance(pilot.app.screen, ManualScreen)
        text = pilot.app.screen.query_one(Prose)
        assert text.draw(text.scroll_offset.y, 40)[1].text.strip() == section
        await type_in(pilot, "f1", "f2", "q")
        assert pilot.app.screen is before


async def test_words_are_found_in_the_manual(open_desk, type_in):
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "f1", "g", "slash", "=config.toml", "enter")
        screen = pilot.app.screen
        count = len(screen.query_one(Prose)._matches)
        assert count > 2
        assert f"1 of {count}" in screen_text(pilot.app)
        seen = set()
        for number in range(2, count + 1):
            await type_in(pilot, "n")
            assert f"{number} of {count}" in screen_text(pilot.app)
            assert "config.toml" in screen_text(pilot.app)
            seen.add(screen.query_one(Prose).scroll_offset.y)
        assert len(seen) > 1
        await type_in(pilot, "n")
        assert f"1 of {count}" in screen_text(pilot.app)
        await type_in(pilot, "N")
        assert f"{count} of {count}" in screen_text(pilot.app)
        await type_in(pilot, "slash", "=zebra")
        assert "not found" in screen_text(pilot.app)
        await type_in(pilot, "escape", "escape")
        assert pilot.app.screen is pilot.app.desk


@pytest.mark.parametrize("columns", [50, 80, 120])
async def test_words_are_found_across_the_ends_of_rows(open_desk, type_in, columns):
    async with open_desk(size=(columns, 24)) as pilot:
        await type_in(
            pilot, "f1", "g", "slash", "=Menus,  buttons and other page furniture from the web"
        )
        text = pilot.app.screen.query_one(Prose)
        assert len(text._matches) == 1
        marked = [
            prose_rows(text)[y][start:end]
            for y, spans in sorted(text._marks.items())
            for start, end in spans
        ]
        said = " ".join(" ".join(marked).split())
        assert said == "Menus, buttons and other page furniture from the web"


async def test_sections_are_stepped_through_and_survive_another_width(open_desk, type_in):
    async with open_desk(size=(80, 24)) as pilot:
        await type_in(pilot, "f1", "g")
        text = pilot.app.screen.query_one(Prose)
        tops = [text.scroll_offset.y]
        for _ in range(3):
            await type_in(pilot, "right_square_bracket")
            tops.append(text.scroll_offset.y)
        assert tops == list(text.sections.values())[:4]
        await type_in(pilot, "left_square_bracket")
        assert text.scroll_offset.y == tops[2]
        await pilot.resize_terminal(50, 20)
        await settle(pilot)
        assert text.rows > 0
        assert all(len(text.draw(y, text.columns)) for y in range(text.rows))


async def test_a_missing_manual_is_reported_and_the_desk_continues(
    open_desk, type_in, monkeypatch, tmp_path
):
    async with open_desk() as pilot:
        monkeypatch.setattr("tui.files.shipped", lambda name: tmp_path / name)
        await type_in(pilot, "f1")
        assert pilot.app.screen is pilot.app.desk
        assert "no such file or folder" in screen_text(pilot.app)


async def test_a_question_is_answered_first(open_desk, type_in):
    async with open_desk() as pilot:
        await type_in(pilot, "right_square_bracket", "plus", "d")
        question = pilot.app.screen
        await type_in(pilot, "f1", "f2")
        assert pilot.app.screen is question
        assert not isinstance(question, HelpScreen)
