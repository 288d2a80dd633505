"""The one table of the command line: the parser, completions and the manual page all read it.

A verb has a function `run_VERB` in `tui/verbs.py`. What a word in capitals stands for is said once
for all verbs, in `TAKES`.
"""

from typing import NamedTuple


class Option(NamedTuple):
    """A word with a dash; `takes` names what must follow it, nothing for a switch."""

    flag: str
    help: str
    takes: str = ""
    default: str | int | None = None


class Command(NamedTuple):
    """What `factdesk WORDS...` does; `takes` in the order of its words, `PATH...` one or more."""

    words: tuple[str, ...]
    help: str
    takes: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    more: str = ""

    @property
    def name(self) -> str:
        """`factdesk notes list`; `factdesk` alone for the desk."""
        return " ".join(("factdesk", *self.words))


#: What the words in capitals stand for.
TAKES = {
    "PATH": "a file or a folder",
    "QUERY": "words, figures, or a comparison like >1bn",
    "FILE": "a file",
    "KIND": "a kind of figure: count, money, percent, date, …",
    "FORMAT": "md, csv, json, w3c or html",
    "N": "a number",
    "NAME": "the name of a theme",
}
#: Of them, what is a number.
NUMBER = "N"

#: The verbs that take another word.
GROUPS = {
    "notes": "list, check, export or import notes",
    "config": "say where the settings lie, what is in force, or what is wrong with them",
}

#: The verbs that can print more than a screen: in a terminal through `$PAGER`.
PAGED = ("figures", "compare", "read", "search", "notes")

#: What is understood behind every verb.
EVERYWHERE = (
    Option("--help", "say what a verb does and what it takes"),
    Option("--config", "settings that lie over your own", "FILE"),
    Option("--debug", "show where in the program an error comes from"),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        (),
        "open the desk on files and folders; without a path, on five shipped documents",
        ("[PATH...]",),
        (
            Option("--theme", "the theme to wear", "NAME"),
            Option("--width", "the widest a line of text gets, in columns", "N"),
            Option("--ascii", "draw lines and signs with ASCII alone"),
            Option("--tour", "take the tour of one minute, on the shipped documents"),
            Option("--version", "print the version of factdesk and of what it runs on"),
        ),
        "In a folder the .txt and .md files are read, those of its folders too. A path that is "
        "called like a verb is written ./figures. On the desk, ? shows the keys and F1 the manual.",
    ),
    Command(
        ("figures",),
        "print the figures of documents",
        ("PATH...",),
        (
            Option("--kind", "only those of one kind", "KIND"),
            Option("--where", "only those, such as '>1bn unit:CNY'", "QUERY"),
            Option("--why", "the rule that decided on each number"),
            Option("--json", "one object a line, the fields of a figure and its document"),
        ),
        "A line is file, line, kind and figure, what it is of, and its period.",
    ),
    Command(
        ("read",),
        "print the text with its figures and notes in words, for a screen reader or a pipe",
        ("PATH...",),
        (),
        "Every line of the text comes whole and in order; after it, indented, its figures and "
        "notes, without signs.",
    ),
    Command(
        ("search",),
        "search documents, the best hits first",
        ("QUERY", "PATH..."),
        (
            Option("-n", "at most N hits (20)", "N", 20),
            Option("--json", "one object a line, the fields of a hit and its text"),
        ),
        "Words match in any order and with mistakes, numbers by value. A line is file, line and "
        "words.",
    ),
    Command(
        ("compare",),
        "print figures that may be the same fact, in groups, and whether they agree",
        ("PATH...",),
        (Option("--json", "one object a group: unit, subject, relation and its figures"),),
        "Groups whose figures differ come first. A line is file, line and figure, how it stands to "
        "the first of its group, its period and its sentence; whether they are the same fact is "
        "yours to say. Exits 1 if there is no group.",
    ),
    Command(
        ("notes", "list"),
        "print every note with the words it stands on",
        ("PATH...",),
        (Option("--json", "one object a line, the fields of a note"),),
    ),
    Command(
        ("notes", "check"),
        "say which notes no longer stand where they were written",
        ("PATH...",),
        (Option("--json", "one object a line: every note, its state, its words and the new ones"),),
        "Prints every note whose words were moved, changed, are unsure or lost; exits 1 if any is "
        "changed, unsure or lost.",
    ),
    Command(
        ("notes", "export"),
        "print the notes for others",
        ("PATH...",),
        (
            Option("--format", "md (if none is named), csv, json, w3c, html", "FORMAT", "md"),
            Option("--template", "a template of your own instead", "FILE"),
        ),
        "Prints the notes as Markdown, CSV, JSON, Web Annotations (W3C, JSON-LD) or HTML, or each "
        "by a template of your own, in which $quote, $note, $verdict, $title, $line and the other "
        "fields of --format json are filled in.",
    ),
    Command(
        ("notes", "import"),
        "take in notes of another program",
        ("FILE", "PATH..."),
        (),
        "Takes in Web Annotations (W3C, JSON-LD) or Hypothesis' JSON export: each on the document "
        "that it names or that has its quote. What is there already stays as it is.",
    ),
    Command(
        ("config", "path"),
        "print the files in which settings are looked for, the later over the earlier",
    ),
    Command(
        ("config", "show"),
        "print the settings in force",
    ),
    Command(
        ("config", "check"),
        "print everything that is wrong with your settings, one a line",
        (),
        (),
        "Names file, line, key and the nearest spelling of each mistake, in the settings and in "
        "the theme that they name; exits 1 if there is any.",
    ),
    Command(
        ("themes",),
        "list the themes, the one of the settings with a star",
        (),
        (Option("--json", "one object a line, with every colour"),),
        "What is wrong with a theme of your own is said; exits 1 then.",
    ),
    Command(
        ("index",),
        "build or refresh the index of large folders on disk",
        ("PATH...",),
        (Option("--status", "only say what is there"),),
        "Folders of more than about 50,000 sentences are indexed on disk; the desk does it by "
        "itself, this beforehand.",
    ),
)

#: Every verb with what it does, in the order of the table.
VERBS: dict[str, str] = {
    command.words[0]: GROUPS.get(command.words[0], command.help)
    for command in COMMANDS
    if command.words
}
