"""The command line. A first argument that is not a verb is a path to open.

stdout is for data, stderr for messages. Exit status: 0 success, 1 nothing found, 2 wrong use or bad
input, 130 interrupted. Everything is imported where it is used: `typing`, `pathlib` and
`contextlib` alone would double the time of `--version`.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from types import SimpleNamespace

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run factdesk with these arguments (default: those of the process); returns the exit
    status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = words[: words.index("--")] if "--" in words else words
    debug = "--debug" in options
    if debug:
        words.remove("--debug")
    _stand_in_for_closed_streams()
    try:
        return _run(words, debug)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _print_no_more()  # a closed pipe is not an error (`factdesk figures . | head`)
        return 0
    except Exception as error:
        if debug:
            raise
        _complain(error)
        return 2


def _stand_in_for_closed_streams() -> None:
    """If stdout is closed, let writing to it fail, as in other programs; if stderr is, let nothing
    be said. Otherwise the next file that is opened would take their place, and Python prints on
    stdout what is meant for a closed stderr."""
    if sys.stdout is None:
        # Open for reading only: nothing can be written to it.
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def _run(words: list[str], debug: bool) -> int:
    if hasattr(sys.stdout, "reconfigure"):
        # Characters that the locale's encoding lacks are written as \u2248.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _version() if words in (["--version"], ["-V"]) else _do(words, debug)
    finally:
        sys.stdout.flush()


def _version() -> int:
    from tui.installed import versions

    print(versions())
    return 0


def _do(words: list[str], debug: bool) -> int:
    from tui.cli.commands import options_for_paths

    options = options_for_paths(words)
    if options is None:
        from tui.cli.parser import parse_arguments

        options = parse_arguments(words)
    if options.verb == "open" and options.version:
        return _version()
    options.debug = debug
    _follow(options)
    from importlib import import_module

    verb = import_module(f"tui.cli.verb_{options.verb}")
    with _pager(options.verb):
        return int(verb.run(options))


def _follow(options: SimpleNamespace) -> None:
    """Apply the flags that override settings."""
    from pathlib import Path

    from tui import config

    flags = {flag: getattr(options, flag.removeprefix("--"), None) for flag in config.FLAGS}
    given = {flag: value for flag, value in flags.items() if value not in (None, False)}
    if given or options.config is not None:
        config.follow(config.Line(options.config and Path(options.config), given))


def _pager(verb: str) -> AbstractContextManager[None]:
    """The pager, for verbs that print much to a terminal, if `$PAGER` is set."""
    from tui.cli.commands import PAGED

    if verb not in PAGED or not os.environ.get("PAGER", "").strip() or not sys.stdout.isatty():
        from contextlib import nullcontext

        return nullcontext()
    from tui.cli.pager import paged

    return paged()


def _print_no_more() -> None:
    """Discard what is left in the buffer of stdout, so that Python exits without an error."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def _complain(error: Exception) -> None:
    """Print an error in one line on stderr."""
    from tui.errors import FactdeskError, reason
    from tui.text import safe

    words = str(error)
    if isinstance(error, OSError) and error.filename is None:
        _print_no_more()  # nothing but the output is written without a name
        words = f"the output cannot be written ({reason(error)})"
    elif not isinstance(error, FactdeskError):
        _print_no_more()
        words = f"factdesk has failed ({type(error).__name__}: {error}); "
        words += "run it again with --debug to see where"
    try:
        print("factdesk: " + " ".join(map(safe, words.split())), file=sys.stderr)
    except OSError:
        return  # the status says it, too
