"""`factdesk search`: prints the hits of a query, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.output import nothing, print_json, print_line, say, session_on
from tui.errors import FactdeskError

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Print the hits of a query, best first."""
    from tui.search import open_index
    from tui.session import note_texts

    if options.n < 1:
        raise FactdeskError(f"-n takes a number of at least 1, not {options.n}")
    session = session_on(options.paths)
    documents = session.library.documents
    session.index = index = open_index(documents, note_texts(documents, session.notes))
    for problem in session.problems():
        say(str(problem))
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
