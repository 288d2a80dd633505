"""The verbs of the command line: each runs with its options and returns the exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tui import config, files
from tui.cli.output import (
    documents_of,
    nothing,
    print_json,
    print_line,
    say,
    say_problems,
    session_on,
)
from tui.documents import Document, Intake, Library
from tui.errors import FactdeskError, Problem
from tui.text import safe, spell
from tui.toml import nearest

if TYPE_CHECKING:
    from types import SimpleNamespace

    from tui.figures import Figure
    from tui.session import Memory


def run_open(options: SimpleNamespace) -> int:
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


def run_figures(options: SimpleNamespace) -> int:
    """Print all figures, those of one kind, or those that match a query."""
    from tui.figures import KINDS
    from tui.session import summary

    if options.kind is not None and options.kind not in KINDS:
        raise FactdeskError(
            f"unknown kind of figure {options.kind!r}", remedy=nearest(options.kind, KINDS)
        )
    if options.why:
        if options.kind is not None or options.where is not None:
            raise FactdeskError("--why is about every number: it takes no --kind and no --where")
        return _why(options.paths, options.json)
    found = 0
    for document, figure in _wanted(options.paths, options.where):
        if options.kind in (None, figure.kind):
            found += 1
            if options.json:
                print_json(figure._asdict() | {"document": document.name})
            else:
                print_line(document, figure.start, f"{figure.kind}: {spell(summary(figure))}")
    return (
        0
        if found
        else nothing("no such figures" if options.kind or options.where else "no figures")
    )


def _wanted(paths: Iterable[str], where: str | None) -> Iterator[tuple[Document, Figure]]:
    """The figures that match a query; all figures without one."""
    if where is None:
        for document in documents_of(paths):
            yield from ((document, figure) for figure in document.figures)
        return
    from tui.session import matching_figures

    session = session_on(paths)
    query = session.parse(where)
    if query.problem:
        say(query.problem)
    for document in session.library:
        kept = matching_figures(query, document.figures, document, session.marks(document))
        yield from ((document, document.figures[number]) for number in kept)
        say_problems([document])


def _why(paths: Iterable[str], as_json: bool) -> int:
    """Print for every number in the text which rule decided about it."""
    from tui.figures import explain

    count = 0
    for document in documents_of(paths):
        for decision in explain(document.text, dated=document.dated):
            count += 1
            if as_json:
                print_json(decision._asdict() | {"document": document.name})
                continue
            words = f"{' '.join(decision.text.split())}  {decision.rule}: {decision.reason}"
            print_line(document, decision.start, words)
    return 0 if count else nothing("no numbers")


def run_compare(options: SimpleNamespace) -> int:
    """Print groups of figures that may be the same fact."""
    from tui.cli import verb_compare

    return verb_compare.run(options)


def run_read(options: SimpleNamespace) -> int:
    """Print the text with its figures and notes in words."""
    from tui.cli import verb_read

    return verb_read.run(options)


def run_search(options: SimpleNamespace) -> int:
    """Print the hits of a query, best first."""
    from tui.search import open_index
    from tui.session import note_texts

    if options.n < 1:
        raise FactdeskError(f"-n takes a number of at least 1, not {options.n}")
    session = session_on(options.paths)
    documents = session.library.documents
    index = open_index(documents, note_texts(documents, session.notes))
    say_problems(documents)
    answer = index.query(session.parse(options.query), limit=options.n)
    if answer.problem:
        say(answer.problem)
    for hit in answer.hits:
        text, start, end = session.words_of(hit)
        words = " ".join(text[start:end].split())
        document = session.library.get(hit.document)
        if options.json:
            print_json(hit._asdict() | {"text": words})
        elif document is not None:
            print_line(document, hit.start, words)
    return 0 if answer.hits else nothing(f"nothing found for {options.query}")


def run_index(options: SimpleNamespace) -> int:
    """Build or update the index on disk, with progress on stderr; print what is there."""
    from tui.documents import find
    from tui.search import IndexFolder, disk_index_info, refresh

    settings, problems = config.load()
    for problem in problems:
        say(str(problem))
    found = list(find([Path(path) for path in options.paths], *settings.documents))
    if not options.status:
        shown = sys.stderr.isatty()
        for words in refresh(IndexFolder.for_sources(found), found, settings.search.on_disk):
            if isinstance(words, Problem):
                say(str(words))
            elif shown:
                print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    there = disk_index_info(found)
    if there is None:
        print(f"{len(found):,} documents: no index on disk; few passages are indexed in memory")
        return 1 if options.status else 0
    print(
        f"{there.documents:,} of {len(found):,} documents, {there.units:,} passages and titles, "
        f"{there.size / 1e6:,.1f} MB in {safe(str(there.folder))}"
    )
    return 0


def run_config(options: SimpleNamespace) -> int:
    """Print where the settings are, what they are, or what is wrong with them."""
    from tui.cli import verb_config

    return verb_config.run(options)


def run_themes(options: SimpleNamespace) -> int:
    """List the themes."""
    from tui.cli import verb_config

    return verb_config.list_themes(options)


def run_notes(options: SimpleNamespace) -> int:
    """List, check, export or import notes."""
    from tui.cli import verb_notes

    return verb_notes.run(options)
