"""The one table of what can be done: bindings, footer, help, palette and `[keys]` all read it.

An action's `id` is what `config.toml` names in `[keys]`; its method in the app is the id with the
dot as an underscore (`figure.next` is `action_figure_next`). Keys are spelt as Textual spells
them, which a test holds, so that checking a configuration needs no Textual.
"""

from typing import NamedTuple


class Action(NamedTuple):
    """One thing that a key can do, in one place."""

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    where: str
    group: str
    footer: bool = False


#: Which places listen at the same time, nearest first: a key means the action of the nearest.
#: Two actions of one place cannot share a key.
LAYERS: dict[str, tuple[str, ...]] = {
    "desk": ("pane", "desk", "app"),
    "find": ("find", "app"),
    "search": ("search", "app"),
    "name": ("name", "app"),
    "note": ("note", "app"),
    "notes": ("pane", "notes", "app"),
    "themes": ("pane", "themes", "app"),
    "palette": ("palette", "app"),
    "help": ("pane", "help", "app"),
    "manual": ("pane", "manual", "app"),
    "ask": ("ask",),
}

_JUDGE = "Judge the focused figure, or else the passage: {} (the same key takes it back)"
_FURTHER = "The {} verdict, if the settings name so many"

#: The keys of the verdicts and what they do, in the order of the settings.
_VERDICTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("+",), _JUDGE.format("supported")),
    (("~",), _JUDGE.format("disputed")),
    ((":",), _JUDGE.format("needs context")),
    (("-",), _JUDGE.format("wrong")),
    (("!",), _JUDGE.format("unverifiable")),
    ((), _FURTHER.format("sixth")),
    ((), _FURTHER.format("seventh")),
    ((), _FURTHER.format("eighth")),
    ((), _FURTHER.format("ninth")),
)

ACTIONS: tuple[Action, ...] = (
    # What every pane and list understands.
    Action("cursor.down", ("j", "down"), "Down", "One row down", "pane", "Moving"),
    Action("cursor.up", ("k", "up"), "Up", "One row up", "pane", "Moving"),
    Action("half.down", ("ctrl+d",), "Half down", "Half a page down", "pane", "Moving"),
    Action("half.up", ("ctrl+u",), "Half up", "Half a page up", "pane", "Moving"),
    Action("page.down", ("space", "pagedown"), "Page down", "A page down", "pane", "Moving"),
    Action("page.up", ("b", "pageup"), "Page up", "A page up", "pane", "Moving"),
    Action("go.top", ("g", "home"), "Top", "To the first row", "pane", "Moving"),
    Action("go.end", ("G", "end"), "End", "To the last row", "pane", "Moving"),
    Action("row.open", ("enter",), "Open", "Open what the cursor is on", "pane", "Moving"),
    # The desk.
    Action(
        "find.open",
        ("/",),
        "find",
        "Find words in this document; in a list: show only what a query keeps",
        "desk",
        "Finding",
        True,
    ),
    Action("find.next", ("n",), "Next find", "The next place that was found", "desk", "Finding"),
    Action(
        "find.previous",
        ("N",),
        "Previous find",
        "The previous place that was found",
        "desk",
        "Finding",
    ),
    Action("search.open", ("s",), "search", "Search all documents", "desk", "Finding", True),
    Action(
        "figure.next", ("]",), "figure", "The next figure of this document", "desk", "Reading", True
    ),
    Action(
        "figure.previous",
        ("[",),
        "Previous figure",
        "The previous figure of this document",
        "desk",
        "Reading",
    ),
    Action("document.next", ("J",), "Next document", "The next document", "desk", "Reading"),
    Action(
        "document.previous", ("K",), "Previous document", "The previous document", "desk", "Reading"
    ),
    Action("trail.back", ("ctrl+o", "H"), "Back", "Back to where you were", "desk", "Reading"),
    Action("trail.forward", ("L",), "Forward", "Forward again", "desk", "Reading"),
    Action(
        "note.write",
        ("a",),
        "note",
        "Write a note on the selection, the focused figure or the passage; opens one there is",
        "desk",
        "Noting",
        True,
    ),
    Action(
        "select.start",
        ("v",),
        "Select",
        "Select words, from the cursor or the focused figure; again: begin here",
        "desk",
        "Noting",
    ),
    Action("select.more", ("right",), "More", "Select a word more", "desk", "Noting"),
    Action("select.less", ("left",), "Less", "Select a word less", "desk", "Noting"),
    Action(
        "note.whole",
        ("w",),
        "Note on all",
        "Write a note on the whole document",
        "desk",
        "Noting",
    ),
    Action("note.edit", ("e",), "Edit note", "Edit the note at the cursor", "desk", "Noting"),
    Action("note.delete", ("d",), "Delete note", "Delete the note here", "desk", "Noting"),
    Action("note.next", ("}",), "Next note", "The next note of this document", "desk", "Noting"),
    Action(
        "note.previous",
        ("{",),
        "Previous note",
        "The previous note of this document",
        "desk",
        "Noting",
    ),
    Action(
        "note.undo",
        ("u",),
        "Undo",
        "Take back your last change of a note, also from an earlier day",
        "desk",
        "Noting",
    ),
    Action("note.redo", ("U",), "Redo", "Make again what was taken back", "desk", "Noting"),
    Action("notes.open", ("A",), "all notes", "List all notes", "desk", "Noting", True),
    *(
        Action(f"verdict.{number}", keys, f"Verdict {number}", help_, "desk", "Checking")
        for number, (keys, help_) in enumerate(_VERDICTS, start=1)
    ),
    Action(
        "figure.unchecked",
        (".",),
        "unchecked",
        "To the next figure without a verdict",
        "desk",
        "Checking",
    ),
    Action("pane.next", ("tab", "l"), "pane", "To the next pane", "desk", "The desk", True),
    Action(
        "pane.previous",
        ("shift+tab", "h"),
        "Pane before",
        "To the previous pane",
        "desk",
        "The desk",
    ),
    Action(
        "desk.escape",
        ("escape",),
        "Reader",
        "Shows all of a filtered list, then to the reader; takes away the marks of what was found",
        "desk",
        "The desk",
    ),
    Action("themes.open", ("t",), "Themes", "Choose a theme", "desk", "The desk"),
    Action(
        "desk.help",
        ("?",),
        "help",
        "What can be done here, with its keys",
        "desk",
        "The desk",
        True,
    ),
    Action(
        "desk.palette",
        ("ctrl+p",),
        "Commands",
        "Every command by its words, and documents, themes and queries",
        "desk",
        "The desk",
    ),
    Action("desk.quit", ("q",), "quit", "Leave factdesk", "desk", "The desk"),
    Action(
        "app.manual", ("f1",), "manual", "The manual, where it speaks of this", "app", "The desk"
    ),
    Action(
        "app.help", ("f2",), "help", "What can be done here, from anywhere", "app", "The desk", True
    ),
    Action("app.leave", ("ctrl+q",), "Quit", "Leave factdesk, from anywhere", "app", "The desk"),
    # The line that finds within the document.
    Action("find.accept", ("enter",), "keep", "Go on from here", "find", "Finding", True),
    Action("find.down", ("down",), "next", "The next place", "find", "Finding", True),
    Action("find.up", ("up",), "previous", "The place before", "find", "Finding", True),
    Action(
        "find.cancel",
        ("escape", "ctrl+c"),
        "back",
        "Back to where you were",
        "find",
        "Finding",
        True,
    ),
    # The search dialog.
    Action(
        "hit.open", ("enter",), "open", "Open the hit in its document", "search", "Searching", True
    ),
    Action("hit.down", ("down", "ctrl+n"), "Next hit", "The next hit", "search", "Searching"),
    Action("hit.up", ("up",), "Previous hit", "The hit before", "search", "Searching"),
    Action(
        "hit.page_down", ("pagedown",), "Page down", "A page of hits down", "search", "Searching"
    ),
    Action("hit.page_up", ("pageup",), "Page up", "A page of hits up", "search", "Searching"),
    Action("query.older", ("alt+up",), "earlier", "An earlier query", "search", "Searching", True),
    Action("query.newer", ("alt+down",), "Later", "A later query", "search", "Searching"),
    Action(
        "query.save",
        ("ctrl+s",),
        "save",
        "Save it under a name",
        "search",
        "Searching",
        True,
    ),
    Action(
        "query.forget",
        ("ctrl+r",),
        "Forget",
        "Forget the saved or earlier query under the cursor",
        "search",
        "Searching",
    ),
    Action(
        "search.close",
        ("escape", "ctrl+c"),
        "close",
        "Back to the desk",
        "search",
        "Searching",
        True,
    ),
    # The name of a query.
    Action("name.keep", ("enter",), "save", "Save it under this name", "name", "Searching", True),
    Action("name.leave", ("escape", "ctrl+c"), "back", "Save nothing", "name", "Searching", True),
    # The note editor.
    Action("note.save", ("ctrl+s",), "save", "Save the note and close", "note", "Noting", True),
    Action(
        "note.leave",
        ("escape", "ctrl+x"),
        "leave",
        "Leave; asks if something typed would be lost",
        "note",
        "Noting",
        True,
    ),
    Action(
        "note.verdict",
        ("ctrl+t",),
        "verdict",
        "The next verdict of the list, or none",
        "note",
        "Noting",
        True,
    ),
    Action(
        "note.outside",
        ("ctrl+g",),
        "$EDITOR",
        "Write in the editor that $VISUAL or $EDITOR names",
        "note",
        "Noting",
        True,
    ),
    # The list of all notes.
    Action("notes.filter", ("/",), "filter", "Type what to list", "notes", "Noting", True),
    Action("notes.edit", ("e",), "edit", "Edit this note", "notes", "Noting", True),
    Action("notes.delete", ("d",), "delete", "Delete this note", "notes", "Noting", True),
    Action(
        "notes.accept",
        ("y",),
        "accept",
        "Let a note whose words were changed stand on the new ones",
        "notes",
        "Noting",
    ),
    Action(
        "notes.attach",
        ("p",),
        "attach",
        "Put a note whose words were lost on the focused figure, or else the passage",
        "notes",
        "Noting",
    ),
    Action("notes.restore", ("r",), "restore", "Bring a deleted note back", "notes", "Noting"),
    Action(
        "notes.close", ("escape", "q", "A"), "close", "Back to the desk", "notes", "Noting", True
    ),
    # The list of themes.
    Action("themes.next", ("t",), "Next theme", "The next theme", "themes", "The desk"),
    Action(
        "themes.close",
        ("escape", "q"),
        "as it was",
        "Back to the desk, with the theme of before",
        "themes",
        "The desk",
        True,
    ),
    Action(
        "notes.help", ("?",), "Help", "What can be done here, with its keys", "notes", "The desk"
    ),
    # The palette.
    Action("palette.run", ("enter",), "do it", "Do or open this", "palette", "The desk", True),
    Action("palette.down", ("down", "ctrl+n"), "Next", "The next row", "palette", "The desk"),
    Action("palette.up", ("up",), "Previous", "The row before", "palette", "The desk"),
    Action("palette.page_down", ("pagedown",), "Page down", "A page down", "palette", "The desk"),
    Action("palette.page_up", ("pageup",), "Page up", "A page up", "palette", "The desk"),
    Action(
        "palette.close",
        ("escape", "ctrl+c"),
        "close",
        "Back to the desk",
        "palette",
        "The desk",
        True,
    ),
    # The help and the manual.
    Action("help.filter", ("/",), "filter", "Type what to look for", "help", "The desk", True),
    Action(
        "help.close",
        ("escape", "q", "?"),
        "close",
        "Back to where you were",
        "help",
        "The desk",
        True,
    ),
    Action("manual.find", ("/",), "find", "Find words in the manual", "manual", "Finding", True),
    Action("manual.next", ("n",), "next", "The next row with them", "manual", "Finding", True),
    Action("manual.previous", ("N",), "Previous", "The row before", "manual", "Finding"),
    Action("section.next", ("]",), "section", "The next section", "manual", "Reading", True),
    Action("section.previous", ("[",), "Previous", "The section before", "manual", "Reading"),
    Action(
        "manual.close",
        ("escape", "q"),
        "close",
        "Back to where you were",
        "manual",
        "The desk",
        True,
    ),
    # A question.
    Action("ask.yes", ("y", "enter"), "yes", "Do it", "ask", "Questions", True),
    Action("ask.no", ("n", "escape", "q"), "no", "Leave it", "ask", "Questions", True),
)
