"""The actions of the desk and its panes, those available everywhere, and those of its find line."""

from tui.actions.action import SHOWN, Action, Row, actions

_JUDGE = "Mark the focused figure, or else the passage, as {}; again: take it back"
_FURTHER = "The {} verdict, if the settings name that many"

#: The verdicts in the order of the settings.
_VERDICTS: tuple[Row, ...] = (
    ("verdict.1", "+", "Verdict 1", _JUDGE.format("supported")),
    ("verdict.2", "~", "Verdict 2", _JUDGE.format("disputed")),
    ("verdict.3", ":", "Verdict 3", _JUDGE.format("needs context")),
    ("verdict.4", "-", "Verdict 4", _JUDGE.format("wrong")),
    ("verdict.5", "!", "Verdict 5", _JUDGE.format("unverifiable")),
    ("verdict.6", "", "Verdict 6", _FURTHER.format("sixth")),
    ("verdict.7", "", "Verdict 7", _FURTHER.format("seventh")),
    ("verdict.8", "", "Verdict 8", _FURTHER.format("eighth")),
    ("verdict.9", "", "Verdict 9", _FURTHER.format("ninth")),
)

DESK: tuple[Action, ...] = (
    # What every pane and list understands.
    *actions(
        "pane",
        "Moving",
        ("cursor.down", "j down", "Down", "One row down"),
        ("cursor.up", "k up", "Up", "One row up"),
        ("half.down", "ctrl+d", "Half down", "Half a page down"),
        ("half.up", "ctrl+u", "Half up", "Half a page up"),
        ("page.down", "space pagedown", "Page down", "A page down"),
        ("page.up", "b pageup", "Page up", "A page up"),
        ("go.top", "g home", "Top", "To the first row"),
        ("go.end", "G end", "End", "To the last row"),
        ("row.open", "enter", "Open", "Open what the cursor is on"),
    ),
    # The desk.
    *actions(
        "desk",
        "Finding",
        ("find.open", "/", "find", "Find words in this document; in a list, filter it", SHOWN),
        ("find.next", "n", "Next find", "Go to the next match"),
        ("find.previous", "N", "Previous find", "Go to the previous match"),
        ("search.open", "s", "search", "Search all documents", SHOWN),
        ("compare.open", "c", "compare", "Compare with figures that may be the same fact", SHOWN),
        (
            "check.open",
            "C",
            "check",
            "Check this document: list its figures with what all others say of them",
            SHOWN,
        ),
        (
            "facts.open",
            "f",
            "facts",
            "List the figures of all documents: sort, group, export",
            SHOWN,
        ),
    ),
    *actions(
        "desk",
        "Reading",
        ("figure.next", "]", "figure", "Go to the next figure in this document", SHOWN),
        ("figure.previous", "[", "Previous figure", "Go to the previous figure in this document"),
        ("document.next", "J", "Next document", "Open the next document in the list"),
        ("document.previous", "K", "Previous document", "Open the previous document in the list"),
        ("documents.open", "p", "Open", "Open more files or folders by path"),
        ("documents.reload", "R", "Read again", "Reload what changed on disk, and open new files"),
        ("list.sort", "o", "Sort", "Sort the documents, or the figures, another way"),
        ("list.reverse", "O", "Reverse", "Reverse the order of the list"),
        ("figures.kind", "F", "Kind", "Show figures of the next kind only; after the last, all"),
        ("trail.back", "ctrl+o H", "Back", "Go back to where you were"),
        ("trail.forward", "L", "Forward", "Go forward again"),
    ),
    *actions(
        "desk",
        "Noting",
        ("note.write", "a", "note", "Write or open a note on a figure, passage or words", SHOWN),
        ("select.start", "v", "Select", "Select words from the cursor or figure on"),
        ("select.more", "right", "More words", "Extend the selection by a word"),
        ("select.less", "left", "Fewer words", "Shrink the selection by a word"),
        ("note.whole", "w", "Note on all", "Write a note on the whole document"),
        ("note.edit", "e", "Edit note", "Edit the note at the cursor"),
        ("note.delete", "d", "Delete note", "Delete the note at the cursor"),
        ("note.next", "}", "Next note", "Go to the next note in this document"),
        ("note.previous", "{", "Previous note", "Go to the previous note in this document"),
        ("note.undo", "u", "Undo", "Undo your last change to a note, even from an earlier day"),
        ("note.redo", "U", "Redo", "Redo what was undone"),
        ("notes.open", "A", "all notes", "List all notes: filter, decide, export", SHOWN),
    ),
    *actions(
        "desk",
        "Checking",
        ("figure.unchecked", ".", "unchecked", "Go to the next figure without a verdict"),
    ),
    *actions(
        "desk",
        "The desk",
        ("pane.next", "tab l", "pane", "Go to the next pane", SHOWN),
        ("pane.previous", "shift+tab h", "Previous pane", "Go to the previous pane"),
        ("desk.escape", "escape", "Reader", "Clear filter, selection, matches; go to the reader"),
        ("problems.open", "P", "Problems", "List what is wrong with settings, themes and notes"),
        ("themes.open", "t", "Themes", "Choose a theme"),
        ("desk.help", "?", "help", "Show what you can do here, with its keys", SHOWN),
        ("desk.palette", "ctrl+p", "Commands", "Find a command, document, theme or query by name"),
        ("desk.quit", "q", "quit", "Quit factdesk"),
    ),
    # What is said of a figure on the desk, in the table of facts and in the comparison.
    *actions("judge", "Checking", *_VERDICTS),
    *actions(
        "judge",
        "Noting",
        ("figure.copy", "y", "Copy", "Copy the sentence, or the selection, with file and line"),
    ),
    *actions(
        "app",
        "The desk",
        ("app.manual", "f1", "manual", "Open the manual at the section about this place"),
        ("app.help", "f2", "help", "Show what you can do here, from anywhere", SHOWN),
        ("app.suspend", "ctrl+z", "Suspend", "Suspend factdesk; `fg` in the shell brings it back"),
        ("app.leave", "ctrl+q", "Quit", "Quit factdesk, from anywhere"),
    ),
    # The line that finds within the document.
    *actions(
        "find",
        "Finding",
        ("find.accept", "enter", "keep", "Keep this match or this filter", SHOWN),
        ("find.down", "down", "next", "Go to the next match", SHOWN),
        ("find.up", "up", "previous", "Go to the previous match", SHOWN),
        ("find.cancel", "escape ctrl+c", "back", "Cancel and go back to where you were", SHOWN),
    ),
)
