"""`factdesk notes`: lists, checks, exports and imports notes."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tui import config
from tui.cli.output import nothing, print_json, print_line, say, session_on
from tui.errors import FactdeskError
from tui.files import read_bytes
from tui.session import (
    NOTE_VALUES,
    UNCERTAIN,
    UNDECIDED,
    Mark,
    NoteListing,
    Verdicts,
    every_mark,
    filter_problem,
    sheet_rows,
)
from tui.wording import counted

if TYPE_CHECKING:
    from types import SimpleNamespace

    from tui.session import Session


def run(options: SimpleNamespace) -> int:
    """Run the subcommand of `factdesk notes`; returns the exit status."""
    if options.part == "export" and options.template is None:
        from tui.notes import export_as

        # Report an unknown format before anything is read.
        export_as(options.format, [])
    session = session_on(options.paths)
    status: int = _PARTS[options.part](session, options)
    for problem in session.notes.problems:
        say(str(problem))
    return status


def _list(session: Session, options: SimpleNamespace) -> int:
    marks = _wanted(session, options.where)
    for mark in marks:
        note = mark.note
        if options.json:
            print_json(_record(mark))
        else:
            words = f"“{note.anchor.exact}” " if note.anchor else ""
            verdict = f"[{note.verdict}] " if note.verdict else ""
            _print(session, mark, f"{words}{verdict}{note.body}")
    return 0 if marks else _none(options)


def _check(session: Session, options: SimpleNamespace) -> int:
    marks, elsewhere = _marks(session)
    for mark in marks:
        new = _new_words(session, mark)
        if options.json:
            print_json(_record(mark) | {"now": new})
        elif mark.state in ("moved", *UNDECIDED):
            words = f"{mark.state}: “{mark.note.anchor.exact if mark.note.anchor else ''}”"
            if mark.state in UNCERTAIN:
                words += f" → “{new}”"
            _print(session, mark, words)
    counts = Counter("anchored" if mark.state == "document" else mark.state for mark in marks)
    summary = ", ".join(f"{count:,} {state}" for state, count in counts.most_common())
    say(counted(len(marks), "note") + (f": {summary}" if summary else ""))
    if elsewhere:
        say(f"{elsewhere:,} more on documents that are missing or were not named")
    if session.notes.problems:
        return 2
    return 1 if any(counts[state] for state in UNDECIDED) else 0


def _export(session: Session, options: SimpleNamespace) -> int:
    from tui.notes import export_as, fill_template

    marks = _wanted(session, options.where)
    verdicts = Verdicts(config.load()[0].notes.verdicts)
    listed = sheet_rows([mark.note for mark in marks], session.library, verdicts)
    if options.template is not None:
        sys.stdout.write(fill_template(_text(options.template), listed))
    else:
        sys.stdout.write(export_as(options.format, listed))
    return 0 if listed else _none(options)


def _import(session: Session, options: SimpleNamespace) -> int:
    from tui.notes import import_annotations

    found = import_annotations(_text(options.file), session.library)
    for problem in found.problems:
        say(str(problem))
    new = [note for note in found.notes if session.notes.get(note.id) is None]
    session.notes.register(session.library)
    for note in new:
        if session.notes.get(note.id) is None:
            session.notes.add(note)
    known = len(found.notes) - len(new)
    were = f", {known:,} {'was' if known == 1 else 'were'} there already" if known else ""
    say(f"{counted(len(new), 'note')} imported{were}")
    if unsaved := session.notes.unsaved:
        raise FactdeskError(f"{len(unsaved):,} of them are NOT SAVED: {unsaved[0].problem}")
    return 0 if found.notes else 1


_PARTS = {"list": _list, "check": _check, "export": _export, "import": _import}


def _wanted(session: Session, where: str | None) -> list[Mark]:
    """The notes on the given documents that match a query; all of them without one."""
    if where is None:
        return _marks(session)[0]
    query = session.parse(where, NOTE_VALUES)
    if problem := filter_problem(query):
        say(problem)
    listed = NoteListing(session.library, session.notes).having(query)
    return [one.mark for one in listed if session.library.get(one.note.document)]


def _none(options: SimpleNamespace) -> int:
    return nothing("no such notes" if options.where else "no notes")


def _marks(session: Session) -> tuple[list[Mark], int]:
    """The notes on the given documents, and the number of notes on others."""
    marks = every_mark(session.library, session.notes)
    here = [mark for mark in marks if session.library.get(mark.note.document)]
    return here, len(marks) - len(here)


def _record(mark: Mark) -> dict[str, object]:
    """A note as plain data."""
    record = mark.note._asdict() | {"state": mark.state}
    anchor = record.pop("anchor")
    return record | (anchor._asdict() if anchor else {})


def _new_words(session: Session, mark: Mark) -> str | None:
    document = session.library.get(mark.note.document)
    if document is None or mark.start is None or mark.end is None:
        return None
    return document.text[mark.start : mark.end]


def _print(session: Session, mark: Mark, words: str) -> None:
    document = session.library.get(mark.note.document)
    assert document is not None
    where = mark.start
    if where is None:
        where = mark.note.anchor.start if mark.note.anchor else 0
    print_line(document, min(where, len(document.text)), " ".join(words.split()))


def _text(path: str) -> str:
    try:
        return read_bytes(Path(path)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactdeskError("not UTF-8", where=path, remedy="save it as UTF-8") from error
