"""The actions of the dialogs."""

from tui.actions.action import SHOWN, Action, actions

DIALOGS: tuple[Action, ...] = (
    # The search dialog.
    *actions(
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
    *actions(
        "name",
        "Searching",
        ("name.keep", "enter", "save", "Save the query under this name", SHOWN),
        ("name.leave", "escape ctrl+c", "back", "Close without saving the query", SHOWN),
    ),
    # The note editor.
    *actions(
        "note",
        "Noting",
        ("note.save", "ctrl+s", "save", "Save the note and close the editor", SHOWN),
        ("note.leave", "escape ctrl+c", "leave", "Close; asks before losing what you typed", SHOWN),
        ("note.verdict", "ctrl+t", "verdict", "Switch to the next verdict, or to none", SHOWN),
        ("note.outside", "ctrl+g", "$EDITOR", "Edit the note in $VISUAL or $EDITOR", SHOWN),
    ),
    # The list of all notes.
    *actions(
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
    *actions(
        "notes",
        "The desk",
        ("notes.help", "?", "Help", "Show what you can do here, with its keys"),
    ),
    # The file that notes or figures are written to.
    *actions(
        "sheet",
        "Writing",
        ("sheet.write", "enter", "write", "Write what is listed to this file", SHOWN),
        ("sheet.close", "escape ctrl+c", "close", "Close without writing", SHOWN),
    ),
    # The comparison.
    *actions(
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
    *actions(
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
    *actions(
        "facts",
        "Finding",
        ("facts.filter", "/", "filter", "Filter the figures by a query", SHOWN),
        ("facts.sort", "o", "sort", "Sort the table another way", SHOWN),
        ("facts.reverse", "O", "Reverse", "Reverse the order of the table"),
        ("facts.group", "u", "group", "Group by unit, then by subject, then not at all", SHOWN),
        ("facts.compare", "c", "compare", "Compare with figures that may be the same fact", SHOWN),
        ("facts.plot", "p", "plot", "Show or hide bars for the values of one unit", SHOWN),
    ),
    *actions(
        "facts",
        "Noting",
        ("facts.export", "x", "export", "Write the figures listed here to a file", SHOWN),
        ("facts.note", "a", "note", "Write a note on this figure, or open the one there", SHOWN),
    ),
    *actions(
        "facts",
        "The desk",
        ("facts.close", "escape q f ctrl+c", "close", "Close the table", SHOWN),
        ("facts.help", "?", "help", "Show what you can do here, with its keys", SHOWN),
    ),
    # The list of what is wrong.
    *actions(
        "problems",
        "The desk",
        ("problems.close", "escape q P ctrl+c", "close", "Close the list", SHOWN),
    ),
    # The list of themes.
    *actions(
        "themes",
        "The desk",
        ("themes.next", "t", "Next theme", "Try the next theme"),
        ("themes.close", "escape q ctrl+c", "cancel", "Close; the theme before comes back", SHOWN),
    ),
    # The palette.
    *actions(
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
    *actions(
        "path",
        "The desk",
        ("path.open", "enter", "open", "Open the file, or everything in the folder", SHOWN),
        ("path.complete", "tab", "complete", "Complete the name", SHOWN),
        ("path.down", "down ctrl+n", "Next name", "Go to the next name"),
        ("path.up", "up", "Previous name", "Go to the previous name"),
        ("path.close", "escape ctrl+c", "close", "Close without opening anything", SHOWN),
    ),
    # The help and the manual.
    *actions(
        "help",
        "The desk",
        ("help.filter", "/", "filter", "Filter the list of keys", SHOWN),
        ("help.close", "escape q ? ctrl+c", "close", "Close the help", SHOWN),
    ),
    *actions(
        "manual",
        "Finding",
        ("manual.find", "/", "find", "Find words in the manual", SHOWN),
        ("manual.next", "n", "next", "Go to the next match", SHOWN),
        ("manual.previous", "N", "Previous", "Go to the previous match"),
    ),
    *actions(
        "manual",
        "Reading",
        ("section.next", "]", "section", "Go to the next section", SHOWN),
        ("section.previous", "[", "Previous", "Go to the previous section"),
    ),
    *actions(
        "manual",
        "The desk",
        ("manual.close", "escape q ctrl+c", "close", "Close the manual", SHOWN),
    ),
    # A question.
    *actions(
        "ask",
        "Questions",
        ("ask.yes", "y enter", "yes", "Yes, do it", SHOWN),
        ("ask.no", "n escape q ctrl+c", "no", "No, leave it", SHOWN),
    ),
)
