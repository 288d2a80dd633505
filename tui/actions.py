"""The one table of what can be done: bindings, footer, help, palette and `[keys]` all read it.

An action's `id` is what `config.toml` names in `[keys]`; its method in a dialog is the id with the
dot as an underscore (`hit.open` is `action_hit_open`). Those of the desk stand in a table by their
ids (`tui/app/desk/desk.py`). Keys are spelt as Textual spells them, which a test holds, so that
checking a configuration needs no Textual.
"""

from tui.action import LAYERS, SHOWN, Action, Row
from tui.action import actions as _actions

__all__ = ["ACTIONS", "LAYERS", "Action"]

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
    *_actions(
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
    *_actions(
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
    *_actions(
        "desk",
        "Checking",
        ("figure.unchecked", ".", "unchecked", "Go to the next figure without a verdict"),
    ),
    *_actions(
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
    *_actions("judge", "Checking", *_VERDICTS),
    *_actions(
        "judge",
        "Noting",
        ("figure.copy", "y", "Copy", "Copy the sentence, or the selection, with file and line"),
    ),
    *_actions(
        "app",
        "The desk",
        ("app.manual", "f1", "manual", "Open the manual at the section about this place"),
        ("app.help", "f2", "help", "Show what you can do here, from anywhere", SHOWN),
        ("app.suspend", "ctrl+z", "Suspend", "Suspend factdesk; `fg` in the shell brings it back"),
        ("app.leave", "ctrl+q", "Quit", "Quit factdesk, from anywhere"),
    ),
    # The line that finds within the document.
    *_actions(
        "find",
        "Finding",
        ("find.accept", "enter", "keep", "Keep this match or this filter", SHOWN),
        ("find.down", "down", "next", "Go to the next match", SHOWN),
        ("find.up", "up", "previous", "Go to the previous match", SHOWN),
        ("find.cancel", "escape ctrl+c", "back", "Cancel and go back to where you were", SHOWN),
    ),
    # The search dialog.
    *_actions(
        "search",
        "Searching",
        ("hit.open", "enter", "open", "Open the hit in its document", SHOWN),
        ("hit.down", "down ctrl+n", "Next hit", "Go to the next hit"),
        ("hit.up", "up", "Previous hit", "Go to the previous hit"),
        ("hit.page_down", "pagedown", "Page down", "Go a page of hits down"),
        ("hit.page_up", "pageup", "Page up", "Go a page of hits up"),
        ("query.older", "alt+up", "earlier", "Recall an earlier query", SHOWN),
        ("query.newer", "alt+down", "Later", "Recall a later query"),
        ("query.save", "ctrl+s", "save", "Save the query under a name", SHOWN),
        ("query.forget", "ctrl+r", "Forget", "Forget the saved or earlier query under the cursor"),
        ("search.close", "escape ctrl+c", "close", "Close the search", SHOWN),
    ),
    # The name of a query.
    *_actions(
        "name",
        "Searching",
        ("name.keep", "enter", "save", "Save the query under this name", SHOWN),
        ("name.leave", "escape ctrl+c", "back", "Close without saving the query", SHOWN),
    ),
    # The note editor.
    *_actions(
        "note",
        "Noting",
        ("note.save", "ctrl+s", "save", "Save the note and close the editor", SHOWN),
        ("note.leave", "escape ctrl+c", "leave", "Close; asks before losing what you typed", SHOWN),
        ("note.verdict", "ctrl+t", "verdict", "Switch to the next verdict, or to none", SHOWN),
        ("note.outside", "ctrl+g", "$EDITOR", "Edit the note in $VISUAL or $EDITOR", SHOWN),
    ),
    # The list of all notes.
    *_actions(
        "notes",
        "Noting",
        ("notes.filter", "/", "filter", "Filter the notes by a query", SHOWN),
        ("notes.sort", "o", "sort", "Sort the notes another way"),
        ("notes.edit", "e", "edit", "Edit this note", SHOWN),
        ("notes.delete", "d", "delete", "Delete this note", SHOWN),
        ("notes.accept", "y", "accept", "Accept the changed words for this note"),
        ("notes.attach", "p", "attach", "Attach a lost note to the focused figure or passage"),
        ("notes.restore", "r", "restore", "Restore this deleted note"),
        ("notes.export", "x", "export", "Write the notes listed here to a file", SHOWN),
        ("notes.close", "escape q A ctrl+c", "close", "Close the list", SHOWN),
    ),
    *_actions(
        "notes",
        "The desk",
        ("notes.help", "?", "Help", "Show what you can do here, with its keys"),
    ),
    # The file that notes or figures are written to.
    *_actions(
        "sheet",
        "Writing",
        ("sheet.write", "enter", "write", "Write what is listed to this file", SHOWN),
        ("sheet.close", "escape ctrl+c", "close", "Close without writing", SHOWN),
    ),
    # The comparison.
    *_actions(
        "compare",
        "Comparing",
        # The row of the filter names its key.
        ("compare.filter", "/", "Filter", "Filter the figures by a query"),
        ("compare.next", "]", "next", "Compare the next figure in the document", SHOWN),
        ("compare.previous", "[", "Previous", "Compare the previous figure in the document"),
        (
            "compare.unchecked",
            ".",
            "unchecked",
            "Compare the next figure in the document that has no verdict",
            SHOWN,
        ),
        (
            "compare.side",
            "tab shift+tab",
            "side",
            "Judge the figure that is compared, or again the one in the list",
            SHOWN,
        ),
        ("compare.export", "x", "export", "Write the figures listed here to a file", SHOWN),
        ("compare.note", "a", "note", "Write a note on this figure, or open the one there", SHOWN),
        ("compare.close", "escape q c ctrl+c", "close", "Close the comparison", SHOWN),
        ("compare.help", "?", "help", "Show what you can do here, with its keys", SHOWN),
    ),
    # The check of a document.
    *_actions(
        "check",
        "Checking",
        (
            "check.compare",
            "c",
            "compare",
            "Compare this figure with those that may be the same fact",
            SHOWN,
        ),
        ("check.unchecked", ".", "unchecked", "Go to the next figure without a verdict", SHOWN),
        (
            "check.side",
            "tab shift+tab",
            "side",
            "Judge the figure that decides, or again the one in the list",
            SHOWN,
        ),
        ("check.note", "a", "note", "Write a note on this figure, or open the one there", SHOWN),
        (
            "check.only",
            "F",
            "only",
            "Show only what differs, and so on; after the last, all",
            SHOWN,
        ),
        ("check.sort", "o", "sort", "Sort by how the figures stand, or as in the text", SHOWN),
        ("check.filter", "/", "Filter", "Filter the figures by a query"),
        ("check.text", "t", "text", "Go to this figure in its text", SHOWN),
        ("check.export", "x", "export", "Write the figures listed here to a file", SHOWN),
        ("check.close", "escape q C ctrl+c", "close", "Close the list", SHOWN),
        ("check.help", "?", "help", "Show what you can do here, with its keys", SHOWN),
    ),
    # The table of facts.
    *_actions(
        "facts",
        "Finding",
        ("facts.filter", "/", "filter", "Filter the figures by a query", SHOWN),
        ("facts.sort", "o", "sort", "Sort the table another way", SHOWN),
        ("facts.reverse", "O", "Reverse", "Reverse the order of the table"),
        ("facts.group", "u", "group", "Group by unit, then by subject, then not at all", SHOWN),
        ("facts.compare", "c", "compare", "Compare with figures that may be the same fact", SHOWN),
        ("facts.plot", "p", "plot", "Show or hide bars for the values of one unit", SHOWN),
    ),
    *_actions(
        "facts",
        "Noting",
        ("facts.export", "x", "export", "Write the figures listed here to a file", SHOWN),
        ("facts.note", "a", "note", "Write a note on this figure, or open the one there", SHOWN),
    ),
    *_actions(
        "facts",
        "The desk",
        ("facts.close", "escape q f ctrl+c", "close", "Close the table", SHOWN),
        ("facts.help", "?", "help", "Show what you can do here, with its keys", SHOWN),
    ),
    # The list of what is wrong.
    *_actions(
        "problems",
        "The desk",
        ("problems.close", "escape q P ctrl+c", "close", "Close the list", SHOWN),
    ),
    # The list of themes.
    *_actions(
        "themes",
        "The desk",
        ("themes.next", "t", "Next theme", "Try the next theme"),
        ("themes.close", "escape q ctrl+c", "cancel", "Close; the theme before comes back", SHOWN),
    ),
    # The palette.
    *_actions(
        "palette",
        "The desk",
        ("palette.run", "enter", "run", "Run or open what is under the cursor", SHOWN),
        ("palette.down", "down ctrl+n", "Next", "Go to the next row"),
        ("palette.up", "up", "Previous", "Go to the previous row"),
        ("palette.page_down", "pagedown", "Page down", "Go a page down"),
        ("palette.page_up", "pageup", "Page up", "Go a page up"),
        ("palette.close", "escape ctrl+c", "close", "Close the palette", SHOWN),
    ),
    # A path.
    *_actions(
        "path",
        "The desk",
        ("path.open", "enter", "open", "Open the file, or everything in the folder", SHOWN),
        ("path.complete", "tab", "complete", "Complete the name", SHOWN),
        ("path.down", "down ctrl+n", "Next name", "Go to the next name"),
        ("path.up", "up", "Previous name", "Go to the previous name"),
        ("path.close", "escape ctrl+c", "close", "Close without opening anything", SHOWN),
    ),
    # The help and the manual.
    *_actions(
        "help",
        "The desk",
        ("help.filter", "/", "filter", "Filter the list of keys", SHOWN),
        ("help.close", "escape q ? ctrl+c", "close", "Close the help", SHOWN),
    ),
    *_actions(
        "manual",
        "Finding",
        ("manual.find", "/", "find", "Find words in the manual", SHOWN),
        ("manual.next", "n", "next", "Go to the next match", SHOWN),
        ("manual.previous", "N", "Previous", "Go to the previous match"),
    ),
    *_actions(
        "manual",
        "Reading",
        ("section.next", "]", "section", "Go to the next section", SHOWN),
        ("section.previous", "[", "Previous", "Go to the previous section"),
    ),
    *_actions(
        "manual",
        "The desk",
        ("manual.close", "escape q ctrl+c", "close", "Close the manual", SHOWN),
    ),
    # A question.
    *_actions(
        "ask",
        "Questions",
        ("ask.yes", "y enter", "yes", "Yes, do it", SHOWN),
        ("ask.no", "n escape q ctrl+c", "no", "No, leave it", SHOWN),
    ),
)
