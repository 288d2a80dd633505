"""The command line: a first argument that is no verb is what to open.

stdout is data, stderr is words. Exit status: 0 done, 1 nothing found, 2 wrong use or bad input,
130 interrupted. What a verb needs is imported by the verb, so that `--version` costs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from tui import __version__
from tui.errors import FactdeskError

if TYPE_CHECKING:
    import argparse

VERBS = ("figures", "search", "notes", "index")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run factdesk with these arguments (those of the process by default); the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--version"], ["-V"]):
        print(f"factdesk {__version__}")
        return 0
    debug = "--debug" in words
    try:
        return _run([word for word in words if word != "--debug"], debug)
    except FactdeskError as error:
        if debug:
            raise
        _complain(str(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # A closed pipe is no error (`factdesk figures . | head`); what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if debug:
            raise
        _complain(
            f"factdesk has failed ({type(error).__name__}: {error}); "
            "run it again with --debug to see where"
        )
        return 2


def _run(words: list[str], debug: bool) -> int:
    from tui import verbs

    options = _parser().parse_args(words if words[:1] and words[0] in VERBS else ["open", *words])
    options.debug = debug
    status = getattr(verbs, f"run_{options.verb}")(options)
    sys.stdout.flush()
    return int(status)


def _parser() -> argparse.ArgumentParser:
    import argparse

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            raise FactdeskError(message, remedy=f"see `{self.prog} --help`")

    parser = Parser(prog="factdesk")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="")
    opening = verbs.add_parser(
        "open",
        prog="factdesk",
        usage="factdesk [--version] [--help] [--debug] [PATH ...]\n"
        "       factdesk {figures,search,notes,index} ...",
        description="Opens the desk on files and folders; without a path, on five shipped "
        "documents. In a folder the .txt and .md files are read, its folders too.",
        epilog="verbs: `factdesk figures PATH` prints the figures of documents, `factdesk search "
        "QUERY PATH` searches them, `factdesk notes` lists, checks, exports and imports notes; "
        "each has --help, most have --json. `factdesk index PATH` prepares large folders for "
        "searching. A path that is called like a verb is written ./figures. On the desk, ? shows "
        "the keys.",
    )
    opening.add_argument("paths", nargs="*", metavar="PATH", help="a file or a folder")
    opening.add_argument("--version", "-V", action="version", version=f"factdesk {__version__}")
    opening.add_argument("--debug", action="store_true", help="show where an error comes from")

    figures = verbs.add_parser("figures", help="print the figures of documents")
    figures.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    figures.add_argument("--kind", help="only this kind: count, money, percent, date, …")
    figures.add_argument("--where", metavar="QUERY", help="only those, such as '>1bn unit:CNY'")
    figures.add_argument("--why", action="store_true", help="the rule that decided on each number")
    _as_json(figures, "one object a line, the fields of a figure and its document")

    search = verbs.add_parser("search", help="search documents, best hits first")
    search.add_argument("query", metavar="QUERY", help="words, figures, or a comparison like >1bn")
    search.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    search.add_argument("-n", type=int, default=20, metavar="N", help="at most N hits (20)")
    _as_json(search, "one object a line, the fields of a hit and its text")

    index = verbs.add_parser("index", help="build or refresh the index of large folders on disk")
    index.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")
    index.add_argument("--status", action="store_true", help="only say what is there")

    _notes(verbs.add_parser("notes", help="list, check, export or import notes"))
    return parser


def _notes(parser: argparse.ArgumentParser) -> None:
    parts = parser.add_subparsers(dest="part", required=True, metavar="{list,check,export,import}")
    listing = parts.add_parser("list", help="print every note with the words it stands on")
    _paths(listing)
    _as_json(listing, "one object a line, the fields of a note")

    check = parts.add_parser(
        "check",
        help="say which notes no longer stand where they were written",
        description="Prints every note whose words were moved, changed, are unsure or lost; exits "
        "1 if any is changed, unsure or lost.",
    )
    _paths(check)
    _as_json(check, "one object a line: every note, with its state, its words and the new ones")

    export = parts.add_parser(
        "export",
        help="print the notes for others",
        description="Prints the notes as Markdown, CSV, JSON, Web Annotations (W3C, JSON-LD) or "
        "HTML, or each by a template of your own, in which $quote, $note, $verdict, $title, "
        "$line and the other fields of --format json are filled in.",
    )
    _paths(export)
    export.add_argument(
        "--format",
        default="md",
        metavar="FORMAT",
        help="md (if none is named), csv, json, w3c, html",
    )
    export.add_argument("--template", metavar="FILE", help="a template of your own instead")

    importing = parts.add_parser(
        "import",
        help="take in notes of another program",
        description="Takes in Web Annotations (W3C, JSON-LD) or Hypothesis' JSON export: each on "
        "the document that it names or that has its quote. What is there already stays as it is.",
    )
    importing.add_argument("file", metavar="FILE", help="a file of annotations")
    _paths(importing)


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file or a folder")


def _as_json(parser: argparse.ArgumentParser, help_: str) -> None:
    parser.add_argument("--json", action="store_true", help=help_)


def _complain(words: str) -> None:
    from tui.text import safe

    print("factdesk: " + " ".join(map(safe, words.split())), file=sys.stderr)
