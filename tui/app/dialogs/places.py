"""What the help and the manual say of each place: a row for every pane, dialog and set of keys."""

from typing import NamedTuple


class PlaceWords(NamedTuple):
    """The words for a place: where it is, what it is for, and its section of the manual."""

    where: str
    #: With `{row.open}` for the key of an action.
    about: str = ""
    #: The title of a section; "" for the beginning.
    section: str = ""


#: The panes of the desk, by the id of their widget.
PANES = {
    "documents": PlaceWords(
        "on the desk",
        "The open documents with title, date, number of figures and publisher. {row.open} "
        "opens the one under the cursor, {list.sort} sorts, {documents.open} opens others. • is "
        "not opened yet, ↻ has changed on disk ({documents.reload} reloads it), ✗ could not be "
        "read.",
        section="Documents",
    ),
    "reader": PlaceWords(
        "on the desk",
        "The text as it is, with its figures underlined. {figure.next} goes from figure to "
        "figure, {find.open} finds words, {note.write} writes a note.",
        section="Reader",
    ),
    "figures": PlaceWords(
        "on the desk",
        "Every figure of the document in the order of the text. Below the list, the figure "
        "under the cursor in full. {row.open} goes to its place in the text, {list.sort} sorts by "
        "value, {figures.kind} shows one kind.",
        section="Figures",
    ),
}

#: All other places, by their name in the table of actions, in the order of the help.
PLACES = {
    "pane": PlaceWords("in every pane and list"),
    "desk": PlaceWords("on the desk"),
    "judge": PlaceWords("on a figure"),
    "app": PlaceWords("everywhere"),
    "find": PlaceWords(
        "while finding",
        "Finds words in the text as you type; in a list, filters it by a query. {find.accept} "
        "keeps the match or the filter, {find.cancel} goes back to where you were.",
        section="Finding",
    ),
    "search": PlaceWords(
        "in the search",
        "Words in any order, typing mistakes allowed; figures by value, however they are written. "
        'Try 634k, >1bn yuan, >=10%, 2023-07, "exact words", !not, title:words; {app.manual} opens '
        "the manual, which lists them all.",
        section="Searching",
    ),
    "name": PlaceWords("while naming a query"),
    "note": PlaceWords(
        "while writing a note",
        "What you type is kept as a draft. {note.save} saves the note, {note.leave} closes.",
        section="Notes",
    ),
    "notes": PlaceWords(
        "in the list of notes",
        "All notes in the order of the documents. {notes.filter} filters the list, {row.open} "
        "goes to the words of a note.",
        section="Notes",
    ),
    "sheet": PlaceWords(
        "while naming a file",
        "What the list shows, written to a file; its ending says the format. .html is a page "
        "for a browser, .csv a table, .md text; .json is for programs, and .jsonld, for notes.",
        section="Notes",
    ),
    "compare": PlaceWords(
        "in the comparison",
        "Figures that may be the same fact, those of other documents first: = agree, "
        "≈ within the hedge, ◷ other period, ? differ while a period is open, ≠ differ. Whether "
        "they are the same is for you to say. Verdicts and notes are for the one with the bold "
        "heading: {compare.side} changes sides. {compare.filter} filters them by a query such as "
        "doc:2022/ or >1bn arrested, {compare.export} writes them to a file; {row.open} opens one "
        "in its document.",
        section="Comparing",
    ),
    "check": PlaceWords(
        "in the check of a document",
        "Every figure of the document with what others say of it, as far as they are likely the "
        "same fact: ≠ differ, ? differ while a period is open, ◷ other period, ≈ within the hedge, "
        "= agree, and how many; “here” counts those of the same document. {check.compare} compares "
        "a figure, and comes back; {check.unchecked} goes to the next one without a verdict, "
        "{check.only} shows only what differs, {check.export} writes the list to a file. Verdicts "
        "and notes are for the one with the bold heading: {check.side} changes sides.",
        section="Checking a draft",
    ),
    "facts": PlaceWords(
        "in the table of facts",
        "The figures of all documents. {facts.filter} filters them by a query such as "
        "unit:CNY >1bn arrested; {facts.sort} sorts, {facts.group} groups, {facts.plot} draws the "
        "values of one unit, {facts.export} writes the figures to a file. {row.open} goes to the "
        "text, or opens a group.",
        section="Facts",
    ),
    "themes": PlaceWords(
        "in the list of themes",
        "The desk shows the theme under the cursor. {row.open} keeps it, {themes.close} goes "
        "back to the previous one.",
        section="Themes",
    ),
    "palette": PlaceWords(
        "in the palette",
        "Commands, documents, themes and queries by name; misspelt words are forgiven. "
        "{palette.run} runs or opens the one under the cursor.",
    ),
    "path": PlaceWords(
        "while naming a path",
        "A file, or a folder for everything in it; ~ is your own folder. {path.complete} "
        "completes a name, {path.down} steps through those that fit.",
        section="Opening",
    ),
    "problems": PlaceWords(
        "in the list of what is wrong",
        "What is wrong with settings, themes and notes, where it is, and what to do. "
        "Everything else in those files still counts.",
        section="When something goes wrong",
    ),
    "help": PlaceWords("in the help"),
    "manual": PlaceWords("in the manual"),
}


def words_for(place: str, pane: str = "") -> PlaceWords:
    """The words for a place; on the desk, for the focused pane."""
    on_pane = PANES.get(pane) if place == "desk" else None
    return on_pane or PLACES.get(place, PlaceWords("here"))
