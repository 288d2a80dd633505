"""`factdesk figures`: prints figures, or which rule decided about each number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.cli.output import (
    documents_of,
    nothing,
    print_json,
    print_line,
    say,
    say_problems,
    session_on,
)
from tui.documents import Document
from tui.errors import FactdeskError
from tui.text import spell
from tui.toml import nearest

if TYPE_CHECKING:
    from types import SimpleNamespace

    from tui.figures import Figure


def run(options: SimpleNamespace) -> int:
    """Print all figures, those of one kind, or those that match a query."""
    from tui.figures import KINDS
    from tui.wording import summary

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
