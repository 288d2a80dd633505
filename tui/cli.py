"""The command line: a first argument that is no verb is what to open.

stdout is data, stderr is words. Exit status: 0 done, 1 nothing found, 2 wrong use or bad input,
130 interrupted. What a verb needs is imported by the verb, so that `--version` costs nothing.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tui.errors import FactdeskError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tui.commands import Command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run factdesk with these arguments (those of the process by default); the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
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
        _print_no_more()  # a closed pipe is no error (`factdesk figures . | head`)
        return 0
    except Exception as error:
        if debug:
            raise
        _print_no_more()
        _complain(
            f"factdesk has failed ({type(error).__name__}: {error}); "
            "run it again with --debug to see where"
        )
        return 2


def _run(words: list[str], debug: bool) -> int:
    if hasattr(sys.stdout, "reconfigure"):
        # What the encoding of the locale does not have is written as \u2248, not refused.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        options = None if words in (["--version"], ["-V"]) else understood(words)
        if options is None or (options.verb == "open" and options.version):
            from tui.installed import versions

            print(versions())
            return 0
        options.debug = debug
        _follow(options)
        from tui import verbs

        run = getattr(verbs, f"run_{options.verb}")
        with _pager(options.verb):
            return int(run(options))
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _follow(options: Namespace) -> None:
    """Let the settings follow the command line."""
    from tui import config

    flags = {flag: getattr(options, flag.removeprefix("--"), None) for flag in config.FLAGS}
    said = {flag: value for flag, value in flags.items() if value not in (None, False)}
    if said or options.config is not None:
        config.follow(config.Line(options.config and Path(options.config), said))


def _pager(verb: str) -> contextlib.AbstractContextManager[None]:
    """The reader's pager, for verbs that print much, in a terminal, if one is named."""
    from tui.commands import PAGED

    if verb not in PAGED or not os.environ.get("PAGER", "").strip() or not sys.stdout.isatty():
        return contextlib.nullcontext()
    from tui.paging import paged

    return paged()


def understood(words: Sequence[str]) -> Namespace:
    """What the words of a command ask for; raises `FactdeskError` if they cannot be meant."""
    from tui.commands import VERBS

    opens = not words or words[0] not in VERBS
    options, unknown = parser().parse_known_args(["open", *words] if opens else words)
    if unknown:
        command = _command(words)
        flags = [option.flag for option in command.options]
        wrong = unknown[0].partition("=")[0]
        raise FactdeskError(
            f"{command.name} knows no {wrong!r}",
            remedy=_meant(wrong, flags) or f"see `{command.name} --help`",
        )
    if opens and options.paths and not os.path.lexists(options.paths[0]):
        meant = _meant(options.paths[0], VERBS)
        if meant:
            raise FactdeskError("no such file, and no verb", where=options.paths[0], remedy=meant)
    return options


def _command(words: Sequence[str]) -> Command:
    """The command that these words begin with; the desk if none does."""
    from tui.commands import COMMANDS

    named = (command for command in reversed(COMMANDS) if command.words)
    return next((c for c in named if tuple(words[: len(c.words)]) == c.words), COMMANDS[0])


def _meant(word: str, words: Sequence[str] | dict[str, str]) -> str:
    """The remedy for a misspelt word; nothing if none is near."""
    from tui.toml import nearest

    remedy = nearest(word, words)
    return remedy if remedy.startswith("did you mean") else ""


def parser() -> ArgumentParser:
    """The parser of every command; `open`, which nobody writes, is the desk's."""
    import argparse

    from tui.commands import COMMANDS, GROUPS, VERBS

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            raise FactdeskError(message, remedy=f"see `{self.prog} --help`")

    whole = Parser(prog="factdesk")
    verbs = whole.add_subparsers(dest="verb", required=True)
    places = {"": verbs}
    for word, help_ in GROUPS.items():
        group = verbs.add_parser(word, description=_sentence(help_))
        parts = ",".join(command.words[1] for command in COMMANDS if command.words[:1] == (word,))
        places[word] = group.add_subparsers(dest="part", required=True, metavar=f"{{{parts}}}")
    for command in COMMANDS:
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


def _fill(one: ArgumentParser, command: Command) -> None:
    """Give a parser the words and options of its command."""
    from tui.commands import EVERYWHERE, NUMBER, TAKES

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
    import textwrap

    return textwrap.fill(words.strip(), 79)


def _listed(verbs: dict[str, str]) -> str:
    """The verbs, one a line, for the help of the whole."""
    lines = [f"  {verb:<10}{help_}" for verb, help_ in verbs.items()]
    return "\n".join(["verbs:", *lines, "", "`factdesk VERB --help` says what a verb takes."])


def _print_no_more() -> None:
    """What is still in the buffer of stdout goes nowhere, and Python's end does not stumble."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(words: str) -> None:
    from tui.text import safe

    print("factdesk: " + " ".join(map(safe, words.split())), file=sys.stderr)
