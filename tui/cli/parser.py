"""Parses the command line, with argument parsers built from the table of commands."""

from __future__ import annotations

import argparse
import os
import re
import textwrap
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any, NoReturn

from tui.cli.commands import COMMANDS, EVERYWHERE, GROUPS, NUMBER, TAKES, VERBS, Command
from tui.errors import FactdeskError
from tui.toml import nearest


def parse_arguments(words: Sequence[str]) -> SimpleNamespace:
    """The parsed command line; raises `FactdeskError` if it is invalid."""
    opens = not words or words[0] not in VERBS
    if words[1:] and words[0] in GROUPS and not words[1].startswith("-"):
        _check_part(words[0], words[1])
    _check_flags(words)
    parser = _parser("" if opens else words[0])
    options, unknown = parser.parse_known_args(
        ["open", *words] if opens else words, SimpleNamespace()
    )
    if unknown:
        raise _unknown(_command(words), unknown[0])
    if "" in (getattr(options, "paths", None) or ()):
        # Python takes "" for the current folder; in a script it is most likely an unset variable.
        raise FactdeskError("a path is empty", remedy="write . for this folder")
    if opens and options.paths and not os.path.lexists(options.paths[0]):
        if options.paths[0] in VERBS:
            raise FactdeskError(f"the verb comes first: factdesk {options.paths[0]} …")
        meant = _meant(options.paths[0], [*VERBS, "--help", "--version"])
        if meant:
            raise FactdeskError("no such file or verb", where=options.paths[0], remedy=meant)
    return options


def _check_flags(words: Sequence[str]) -> None:
    """Raises `FactdeskError` for a misspelt long option: argparse would report a missing path
    first."""
    command = _command(words)
    for word in words[: words.index("--") if "--" in words else None]:
        start = word.partition("=")[0]
        if start.startswith("--") and not any(flag.startswith(start) for flag in _flags(command)):
            raise _unknown(command, word)


def _unknown(command: Command, word: str) -> FactdeskError:
    """The error for an option that a command does not have."""
    wrong = word.partition("=")[0]
    return FactdeskError(
        f"{command.name} has no option {wrong!r}",
        remedy=_meant(wrong, _flags(command)) or f"see `{command.name} --help`",
    )


def _flags(command: Command) -> list[str]:
    return [option.flag for option in (*command.options, *EVERYWHERE)]


def _check_part(group: str, word: str) -> None:
    """Raises `FactdeskError` if a word is not a subcommand of a verb."""
    parts = [command.words[1] for command in COMMANDS if command.words[:1] == (group,)]
    if word not in parts:
        raise FactdeskError(f"factdesk {group} has no verb {word!r}", remedy=nearest(word, parts))


def _command(words: Sequence[str]) -> Command:
    """The command that these words start with; the desk if there is none."""
    named = (command for command in reversed(COMMANDS) if command.words)
    return next((c for c in named if tuple(words[: len(c.words)]) == c.words), COMMANDS[0])


def _meant(word: str, words: Iterable[str]) -> str:
    """The remedy for a misspelt word; "" if no word is similar."""
    remedy = nearest(word, words)
    return remedy if remedy.startswith("did you mean") else ""


#: The messages of argparse, and ours; `{0}` is the command, `{1}` and on are the groups.
_MESSAGES = (
    (r"the following arguments are required: \{(.+)\}", "{0} needs one of {1}"),
    (r"the following arguments are required: (.+)", "{0} needs {1}"),
    (r"argument (\S+): expected one argument", "{1} needs a value"),
    (r"argument (\S+): invalid int value: (.+)", "{1} takes a number, not {2}"),
    (r"argument (\S+): ignored explicit argument (.+)", "{1} takes no value"),
    (r"ambiguous option: (\S+) could match (.+)", "{1} is ambiguous: {2}"),
)


class _Parser(argparse.ArgumentParser):
    """Raises errors as `FactdeskError`, in one line, and none is lost that writing the help has."""

    def print_help(self, file: Any = None) -> None:
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        for pattern, words in _MESSAGES:
            if found := re.fullmatch(pattern, message):
                listed = (group.replace(",", ", ").replace("  ", " ") for group in found.groups())
                message = words.format(self.prog, *listed)
                break
        raise FactdeskError(message, remedy=f"see `{self.prog} --help`")


def _parser(verb: str) -> argparse.ArgumentParser:
    """The parser for the commands of a verb; for the desk, without one. Building all of them takes
    8 ms. `open`, which nobody types, is the name of the desk's."""
    whole = _Parser(prog="factdesk")
    verbs = whole.add_subparsers(dest="verb", required=True)
    places = {"": verbs}
    wanted = [command for command in COMMANDS if "".join(command.words[:1]) == verb]
    if verb in GROUPS:
        group = verbs.add_parser(verb, description=_sentence(GROUPS[verb]))
        parts = ",".join(command.words[1] for command in wanted)
        places[verb] = group.add_subparsers(dest="part", required=True, metavar=f"{{{parts}}}")
    for command in wanted:
        *above, name = command.words or ("open",)
        _fill(
            places["".join(above)].add_parser(
                name,
                prog=command.name,
                help=command.help,
                description=_filled(f"{_sentence(command.help)} {command.more}"),
                epilog="" if command.words else _listed(VERBS),
                formatter_class=argparse.RawDescriptionHelpFormatter,
                add_help=False,
            ),
            command,
        )
    return whole


def _fill(one: argparse.ArgumentParser, command: Command) -> None:
    """Adds the arguments and options of a command to its parser."""
    for takes in command.takes:
        name = takes.strip("[].")
        many = None if takes == name else "*" if takes[0] == "[" else "+"
        dest = name.lower() + "s" * bool(many)
        one.add_argument(dest, nargs=many, metavar=name, help=TAKES[name])
    for option in (*command.options, *EVERYWHERE):
        if option.flag == "--help":
            one.add_argument("-h", option.flag, action="help", help=option.help)
        elif not option.takes:
            one.add_argument(option.flag, action="store_true", help=option.help)
        else:
            one.add_argument(
                option.flag,
                metavar=option.takes,
                type=int if option.takes == NUMBER else str,
                default=option.default,
                help=option.help,
            )


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _filled(words: str) -> str:
    return textwrap.fill(words.strip(), 79)


def _listed(verbs: dict[str, str]) -> str:
    """The verbs, one a line, for the general help."""
    lines = [f"  {verb:<10}{help_}" for verb, help_ in verbs.items()]
    return "\n".join(["verbs:", *lines, "", "`factdesk VERB --help` says what a verb takes."])
