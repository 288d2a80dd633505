"""The command line: a first argument that is no verb is what to open.

stdout is data, stderr is words. Exit status: 0 done, 1 nothing found, 2 wrong use or bad input,
130 interrupted. Everything is imported where it is used: `typing`, `pathlib` and `contextlib` alone
would make of `--version` twice what Python needs to start.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from contextlib import AbstractContextManager


def main(arguments: Sequence[str] | None = None) -> int:
    """Run factdesk with these arguments (those of the process by default); the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    try:
        return _run([word for word in words if word != "--debug"], debug)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _print_no_more()  # a closed pipe is no error (`factdesk figures . | head`)
        return 0
    except Exception as error:
        if debug:
            raise
        _complain(error)
        return 2


def _run(words: list[str], debug: bool) -> int:
    if hasattr(sys.stdout, "reconfigure"):
        # What the encoding of the locale does not have is written as \u2248, not refused.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _version() if words in (["--version"], ["-V"]) else _do(words, debug)
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _version() -> int:
    from tui.installed import versions

    print(versions())
    return 0


def _do(words: list[str], debug: bool) -> int:
    from tui.parser import understood

    options = understood(words)
    if options.verb == "open" and options.version:
        return _version()
    options.debug = debug
    _follow(options)
    from tui import verbs

    with _pager(options.verb):
        return int(getattr(verbs, f"run_{options.verb}")(options))


def _follow(options: Namespace) -> None:
    """Let the settings follow the command line."""
    from pathlib import Path

    from tui import config

    flags = {flag: getattr(options, flag.removeprefix("--"), None) for flag in config.FLAGS}
    said = {flag: value for flag, value in flags.items() if value not in (None, False)}
    if said or options.config is not None:
        config.follow(config.Line(options.config and Path(options.config), said))


def _pager(verb: str) -> AbstractContextManager[None]:
    """The reader's pager, for verbs that print much, in a terminal, if one is named."""
    from tui.commands import PAGED

    if verb not in PAGED or not os.environ.get("PAGER", "").strip() or not sys.stdout.isatty():
        from contextlib import nullcontext

        return nullcontext()
    from tui.pager import paged

    return paged()


def _print_no_more() -> None:
    """What is still in the buffer of stdout goes nowhere, and Python's end does not stumble."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def _complain(error: Exception) -> None:
    """Say what went wrong in one line, on stderr."""
    from tui.errors import FactdeskError
    from tui.text import safe

    words = str(error)
    if not isinstance(error, FactdeskError):
        _print_no_more()
        words = f"factdesk has failed ({type(error).__name__}: {error}); "
        words += "run it again with --debug to see where"
    print("factdesk: " + " ".join(map(safe, words.split())), file=sys.stderr)
