"""The table of commands, from which the parser, the shell completions and the manual page are
built.

A verb has a module `verb_VERB.py` beside this one, with a function `run` that takes the options and
returns the exit status. What the words in capitals stand for is the same for all verbs, in `TAKES`.
"""

import os
from collections.abc import Sequence
from types import SimpleNamespace
from typing import NamedTuple


class Option(NamedTuple):
    """An option; `takes` names its value, "" for a switch."""

    flag: str
    help: str
    takes: str = ""
    default: str | int | None = None


class Command(NamedTuple):
    """A command `factdesk WORDS...`; `takes` are its arguments in order, `PATH...` one or more."""

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
STDIN = "The path - stands for the standard input."
#: The one that is a number.
NUMBER = "N"

#: The verbs with subcommands.
GROUPS = {
    "notes": "list, check, export or import notes",
    "config": "show where settings are read from, which are in force, what is wrong with them",
}

#: The verbs that may print more than a screen, and use `$PAGER` in a terminal.
PAGED = ("figures", "compare", "read", "search", "notes")

_WHERE_NOTES = Option("--where", "only those that match, such as 'verdict:wrong is:open'", "QUERY")

#: The options of every verb.
EVERYWHERE = (
    Option("--help", "show what a verb does and what it takes"),
    Option("--config", "a file of settings that overrides your own", "FILE"),
    Option("--debug", "show where in the program an error comes from"),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        (),
        "open the desk on files and folders; without a path, on five sample documents",
        ("[PATH...]",),
        (
            Option("--theme", "the theme to use", "NAME"),
            Option("--width", "the longest line of text, in columns", "N"),
            Option("--ascii", "draw lines and signs with ASCII characters only"),
            Option("--tour", "take a tour of one minute, on the sample documents"),
            Option("--version", "print the versions of factdesk and its libraries"),
        ),
        "Folders are searched for .txt and .md files at any depth. Write ./figures for a path that "
        "has the name of a verb. On the desk, ? shows the keys and F1 the manual.",
    ),
    Command(
        ("figures",),
        "print the figures in documents",
        ("PATH...",),
        (
            Option("--kind", "only those of one kind", "KIND"),
            Option("--where", "only those that match, such as '>1bn unit:CNY'", "QUERY"),
            Option("--why", "the rule that decided on each number"),
            Option("--json", "one object a line, the fields of a figure and its document"),
        ),
        f"Each line gives file, line, kind and figure, what it measures, and its period. {STDIN}",
    ),
    Command(
        ("read",),
        "print the text with its figures and notes in words, for a screen reader or a pipe",
        ("PATH...",),
        (),
        "Prints each line of the text as it is, followed by its figures and notes, indented and "
        f"without signs. {STDIN}",
    ),
    Command(
        ("search",),
        "search documents, the best hits first",
        ("QUERY", "PATH..."),
        (
            Option("-n", "at most N hits (20)", "N", 20),
            Option("--json", "one object a line, the fields of a hit and its text"),
        ),
        "Words match in any order and with typing mistakes, numbers by value. Each line gives "
        f"file, line and words. {STDIN}",
    ),
    Command(
        ("compare",),
        "print figures that may be the same fact, in groups, and whether they agree",
        ("PATH...",),
        (
            Option("--draft", "check the figures of a draft against those of PATH", "FILE"),
            Option("--json", "one object a group: unit, subject, relation and its figures"),
        ),
        "Groups whose figures differ come first. Each line gives file, line and figure, how it "
        "compares with the first of its group, its period and its sentence. With --draft each line "
        "is a figure of the draft, what others contradict first: how they relate to it, and the "
        "one that decides. Whether they are the same fact is for you to say. Exits 1 if there is "
        f"nothing to print. {STDIN}",
    ),
    Command(
        ("notes", "list"),
        "print every note with the words it stands on",
        ("PATH...",),
        (_WHERE_NOTES, Option("--json", "one object a line, the fields of a note")),
    ),
    Command(
        ("notes", "check"),
        "report the notes that no longer stand where they were written",
        ("PATH...",),
        (Option("--json", "one object a line: each note, its state, its words and the new ones"),),
        "Prints every note whose words are moved, changed, unsure or lost; exits 1 if any are "
        "changed, unsure or lost.",
    ),
    Command(
        ("notes", "export"),
        "print the notes in another format",
        ("PATH...",),
        (
            Option("--format", "md (the default), csv, json, w3c, html", "FORMAT", "md"),
            Option("--template", "use a template of your own instead", "FILE"),
            _WHERE_NOTES,
        ),
        "Prints the notes as Markdown, CSV, JSON, Web Annotations (W3C, JSON-LD) or HTML, or with "
        "a template of your own, which may use $quote, $note, $verdict, $title, $line and the "
        "other fields of --format json.",
    ),
    Command(
        ("notes", "import"),
        "import notes from another program",
        ("FILE", "PATH..."),
        (),
        "Imports Web Annotations (W3C, JSON-LD) or Hypothesis' JSON export. Each goes to the "
        "document that it names or that contains its quote. Notes that exist already stay "
        "as they are.",
    ),
    Command(
        ("config", "path"),
        "print the files that settings are read from; later ones override earlier ones",
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
        "Gives file, line, key and the nearest spelling for each mistake in the settings and in "
        "the theme that they name; exits 1 if there is one.",
    ),
    Command(
        ("themes",),
        "list the themes; a star marks the one in the settings",
        (),
        (Option("--json", "one object a line, with every colour"),),
        "Reports mistakes in your own themes, and exits 1 then.",
    ),
    Command(
        ("index",),
        "build or refresh the index of large folders on disk",
        ("PATH...",),
        (Option("--status", "only report what is there"),),
        "Folders of more than about 50,000 sentences are indexed on disk. The desk does this by "
        "itself; this verb does it in advance.",
    ),
)

#: Every verb with what it does, in the order of the table.
VERBS: dict[str, str] = {
    command.words[0]: GROUPS.get(command.words[0], command.help)
    for command in COMMANDS
    if command.words
}


def options_for_paths(words: Sequence[str]) -> SimpleNamespace | None:
    """What the parser makes of a command line without words or of paths alone; None of another.

    Most starts have no more, and the parser would take 7 of their 270 ms.
    """
    if any(not word or word[0] == "-" for word in words):
        return None
    if words and (words[0] in VERBS or not os.path.lexists(words[0])):
        return None
    options = (*COMMANDS[0].options, *EVERYWHERE)
    values = {option.flag.removeprefix("--"): option.default for option in options if option.takes}
    switches = {option.flag.removeprefix("--"): False for option in options if not option.takes}
    del switches["help"]
    return SimpleNamespace(verb="open", paths=list(words), **values, **switches)
