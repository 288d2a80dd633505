"""`factdesk PATH...`: opens the desk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tui import config, files
from tui.documents import Intake, Library
from tui.errors import FactdeskError

if TYPE_CHECKING:
    from types import SimpleNamespace

    from tui.session import Memory


def run(options: SimpleNamespace) -> int:
    """Open the desk. Unreadable files are listed there; a missing path is an error."""
    from tui import app
    from tui.notes import NoteStore
    from tui.session import Memory, Session, Verdicts

    settings, problems = config.load()
    named = [] if options.tour else options.paths
    paths = [Path(path) for path in named] or [files.shipped("seeds")]
    intake = Intake(*settings.documents, settings.figures.leave_out)
    source = intake.load(paths)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise FactdeskError(
            "the desk needs a terminal", remedy="`factdesk figures PATH` prints without one"
        )
    memory = Memory()
    session = Session(
        Library(),
        NoteStore.open(paths, settings.notes.folder),
        memory,
        Verdicts(settings.notes.verdicts),
        history=settings.search.history,
        intake=intake,
    )
    welcome = "tour" if options.tour else _welcome(memory, paths)
    return app.run(session, source, settings, problems, welcome=welcome, debug=options.debug)


def _welcome(memory: Memory, paths: list[Path]) -> Literal["tour", "word", ""]:
    """How to welcome a new reader: the tour is only about the shipped documents."""
    if memory.is_welcomed:
        return ""
    seeds = files.shipped("seeds").resolve()
    return "tour" if [path.resolve() for path in paths] == [seeds] else "word"
