"""The one table of what can be done: bindings, footer, help, palette and `[keys]` all read it.

An action's `id` is what `config.toml` names in `[keys]`; its method in the app is the id with the
dot as an underscore (`figure.next` is `action_figure_next`). Keys are spelt as Textual spells
them, which a test holds, so that checking a configuration needs no Textual.
"""

from tui.action import LAYERS, SHOWN, Action, Row
from tui.action import actions as _actions

__all__ = ["ACTIONS", "LAYERS", "Action"]

_JUDGE = "Judge the focused figure, or else the passage: {} (the same key takes it back)"
_FURTHER = "The {} verdict, if the settings name so many"

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

ACTIONS: tuple[Action, ...] = (
    # What every pane and list understands.
    *_actions(
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
    *_actions(
        "desk",
        "Finding",
        (
            "find.open",
            "/",
            "find",
            "Find words in this document; in a list: show only what a query keeps",
            SHOWN,
        ),
        ("find.next", "n", "Next find", "The next place that was found"),
        ("find.previous", "N", "Previous find", "The previous place that was found"),
        ("search.open", "s", "search", "Search all documents", SHOWN),
        (
            "compare.open",
            "c",
            "compare",
            "Compare this figure with those that may be the same fact",
            SHOWN,
        ),
        ("facts.open", "f", "facts", "List the figures of all documents in one table", SHOWN),
    ),
    *_actions(
        "desk",
        "Reading",
        ("figure.next", "]", "figure", "The next figure of this document", SHOWN),
        ("figure.previous", "[", "Previous figure", "The previous figure of this document"),
        ("document.next", "J", "Next document", "The next document, as they are listed"),
        ("document.previous", "K", "Previous document", "The previous document"),
        ("documents.open", "p", "Open", "Open further files or folders, by their path"),
        ("documents.reload", "R", "Read again", "Read again what has changed on disk, or is new"),
        ("list.sort", "o", "Sort", "List the documents, or the figures, in another order"),
        ("list.reverse", "O", "Reverse", "List them in the opposite order"),
        (
            "figures.kind",
            "F",
            "Kind",
            "List only figures of the next kind; after the last, all",
        ),
        ("trail.back", "ctrl+o H", "Back", "Back to where you were"),
        ("trail.forward", "L", "Forward", "Forward again"),
    ),
    *_actions(
        "desk",
        "Noting",
        (
            "note.write",
            "a",
            "note",
            "Write a note on the selection, the focused figure or the passage; opens one there is",
            SHOWN,
        ),
        (
            "select.start",
            "v",
            "Select",
            "Select words, from the cursor or the focused figure; again: begin here",
        ),
        ("select.more", "right", "More", "Select a word more"),
        ("select.less", "left", "Less", "Select a word less"),
        ("note.whole", "w", "Note on all", "Write a note on the whole document"),
        ("note.edit", "e", "Edit note", "Edit the note at the cursor"),
        ("note.delete", "d", "Delete note", "Delete the note here"),
        ("note.next", "}", "Next note", "The next note of this document"),
        ("note.previous", "{", "Previous note", "The previous note of this document"),
        (
            "note.undo",
            "u",
            "Undo",
            "Take back your last change of a note, also from an earlier day",
        ),
        ("note.redo", "U", "Redo", "Make again what was taken back"),
        ("notes.open", "A", "all notes", "List all notes", SHOWN),
    ),
    *_actions(
        "desk",
        "Checking",
        ("figure.unchecked", ".", "unchecked", "To the next figure without a verdict"),
    ),
    *_actions(
        "desk",
        "The desk",
        ("pane.next", "tab l", "pane", "To the next pane", SHOWN),
        ("pane.previous", "shift+tab h", "Pane before", "To the previous pane"),
        (
            "desk.escape",
            "escape",
            "Reader",
            "Shows all of a filtered list, then to the reader; takes away marks of what was found",
        ),
        ("problems.open", "P", "Problems", "List what is wrong with settings, themes and notes"),
        ("themes.open", "t", "Themes", "Choose a theme"),
        ("desk.help", "?", "help", "What can be done here, with its keys", SHOWN),
        (
            "desk.palette",
            "ctrl+p",
            "Commands",
            "Every command by its words, and documents, themes and queries",
        ),
        ("desk.quit", "q", "quit", "Leave factdesk"),
    ),
    # What is said of a figure on the desk, in the table of facts and in the comparison.
    *_actions("judge", "Checking", *_VERDICTS),
    *_actions(
        "app",
        "The desk",
        ("app.manual", "f1", "manual", "The manual, where it speaks of this"),
        ("app.help", "f2", "help", "What can be done here, from anywhere", SHOWN),
        ("app.leave", "ctrl+q", "Quit", "Leave factdesk, from anywhere"),
    ),
    # The line that finds within the document.
    *_actions(
        "find",
        "Finding",
        ("find.accept", "enter", "keep", "Go on from here", SHOWN),
        ("find.down", "down", "next", "The next place", SHOWN),
        ("find.up", "up", "previous", "The place before", SHOWN),
        ("find.cancel", "escape ctrl+c", "back", "Back to where you were", SHOWN),
    ),
    # The search dialog.
    *_actions(
        "search",
        "Searching",
        ("hit.open", "enter", "open", "Open the hit in its document", SHOWN),
        ("hit.down", "down ctrl+n", "Next hit", "The next hit"),
        ("hit.up", "up", "Previous hit", "The hit before"),
        ("hit.page_down", "pagedown", "Page down", "A page of hits down"),
        ("hit.page_up", "pageup", "Page up", "A page of hits up"),
        ("query.older", "alt+up", "earlier", "An earlier query", SHOWN),
        ("query.newer", "alt+down", "Later", "A later query"),
        ("query.save", "ctrl+s", "save", "Save it under a name", SHOWN),
        ("query.forget", "ctrl+r", "Forget", "Forget the saved or earlier query under the cursor"),
        ("search.close", "escape ctrl+c", "close", "Back to the desk", SHOWN),
    ),
    # The name of a query.
    *_actions(
        "name",
        "Searching",
        ("name.keep", "enter", "save", "Save it under this name", SHOWN),
        ("name.leave", "escape ctrl+c", "back", "Save nothing", SHOWN),
    ),
    # The note editor.
    *_actions(
        "note",
        "Noting",
        ("note.save", "ctrl+s", "save", "Save the note and close", SHOWN),
        (
            "note.leave",
            "escape ctrl+c",
            "leave",
            "Leave; asks if something typed would be lost",
            SHOWN,
        ),
        ("note.verdict", "ctrl+t", "verdict", "The next verdict of the list, or none", SHOWN),
        (
            "note.outside",
            "ctrl+g",
            "$EDITOR",
            "Write in the editor that $VISUAL or $EDITOR names",
            SHOWN,
        ),
    ),
    # The list of all notes.
    *_actions(
        "notes",
        "Noting",
        ("notes.filter", "/", "filter", "Type what to list", SHOWN),
        ("notes.sort", "o", "sort", "List the notes in another order"),
        ("notes.edit", "e", "edit", "Edit this note", SHOWN),
        ("notes.delete", "d", "delete", "Delete this note", SHOWN),
        (
            "notes.accept",
            "y",
            "accept",
            "Let a note whose words were changed stand on the new ones",
        ),
        (
            "notes.attach",
            "p",
            "attach",
            "Put a note whose words were lost on the focused figure, or else the passage",
        ),
        ("notes.restore", "r", "restore", "Bring a deleted note back"),
        ("notes.close", "escape q A", "close", "Back to the desk", SHOWN),
    ),
    *_actions(
        "notes",
        "The desk",
        ("notes.help", "?", "Help", "What can be done here, with its keys"),
    ),
    # The comparison.
    *_actions(
        "compare",
        "Comparing",
        ("compare.next", "]", "next", "Compare the next figure of the document", SHOWN),
        ("compare.previous", "[", "previous", "Compare the figure before", SHOWN),
        ("compare.note", "a", "note", "Write a note on this rival; opens one there is", SHOWN),
        ("compare.close", "escape q c", "close", "Back to the desk", SHOWN),
        ("compare.help", "?", "help", "What can be done here, with its keys", SHOWN),
    ),
    # The table of facts.
    *_actions(
        "facts",
        "Finding",
        ("facts.filter", "/", "filter", "Type which figures to list", SHOWN),
        ("facts.sort", "o", "sort", "List them in another order", SHOWN),
        ("facts.reverse", "O", "Reverse", "List them the other way round"),
        ("facts.group", "u", "group", "Group them by unit, by subject, or not", SHOWN),
        ("facts.compare", "c", "compare", "Compare this figure with its rivals", SHOWN),
        ("facts.plot", "p", "plot", "Draw a bar for each value of the same unit, or none", SHOWN),
    ),
    *_actions(
        "facts",
        "Noting",
        ("facts.note", "a", "note", "Write a note on this figure; opens one there is", SHOWN),
    ),
    *_actions(
        "facts",
        "The desk",
        ("facts.close", "escape q f", "close", "Back to the desk", SHOWN),
        ("facts.help", "?", "help", "What can be done here, with its keys", SHOWN),
    ),
    # The list of what is wrong.
    *_actions(
        "problems",
        "The desk",
        ("problems.close", "escape q P", "close", "Back to the desk", SHOWN),
    ),
    # The list of themes.
    *_actions(
        "themes",
        "The desk",
        ("themes.next", "t", "Next theme", "The next theme"),
        (
            "themes.close",
            "escape q",
            "as it was",
            "Back to the desk, with the theme of before",
            SHOWN,
        ),
    ),
    # The palette.
    *_actions(
        "palette",
        "The desk",
        ("palette.run", "enter", "do it", "Do or open this", SHOWN),
        ("palette.down", "down ctrl+n", "Next", "The next row"),
        ("palette.up", "up", "Previous", "The row before"),
        ("palette.page_down", "pagedown", "Page down", "A page down"),
        ("palette.page_up", "pageup", "Page up", "A page up"),
        ("palette.close", "escape ctrl+c", "close", "Back to the desk", SHOWN),
    ),
    # A path.
    *_actions(
        "path",
        "The desk",
        ("path.open", "enter", "open", "Open the file, or what is in the folder", SHOWN),
        ("path.complete", "tab", "complete", "Complete the name", SHOWN),
        ("path.down", "down ctrl+n", "Next name", "The next name of the list"),
        ("path.up", "up", "Name before", "The name before"),
        ("path.close", "escape ctrl+c", "close", "Back to the desk", SHOWN),
    ),
    # The help and the manual.
    *_actions(
        "help",
        "The desk",
        ("help.filter", "/", "filter", "Type what to look for", SHOWN),
        ("help.close", "escape q ?", "close", "Back to where you were", SHOWN),
    ),
    *_actions(
        "manual",
        "Finding",
        ("manual.find", "/", "find", "Find words in the manual", SHOWN),
        ("manual.next", "n", "next", "The next row with them", SHOWN),
        ("manual.previous", "N", "Previous", "The row before"),
    ),
    *_actions(
        "manual",
        "Reading",
        ("section.next", "]", "section", "The next section", SHOWN),
        ("section.previous", "[", "Previous", "The section before"),
    ),
    *_actions(
        "manual",
        "The desk",
        ("manual.close", "escape q", "close", "Back to where you were", SHOWN),
    ),
    # A question.
    *_actions(
        "ask",
        "Questions",
        ("ask.yes", "y enter", "yes", "Do it", SHOWN),
        ("ask.no", "n escape q", "no", "Leave it", SHOWN),
    ),
)
