"""The Textual app. The only package that imports Textual."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.config import Settings
    from tui.documents import Document
    from tui.errors import Problem
    from tui.session import Session

__all__ = ["run"]


def run(
    session: "Session",
    source: "Iterator[Document | Problem]",
    settings: "Settings",
    problems: "list[Problem]",
    *,
    welcome: str = "",
    debug: bool = False,
) -> int:
    """Run the desk until the reader leaves; returns the exit status.

    `source` yields the documents to open. `welcome` is what a new reader is shown: `tour`, which
    uses the shipped documents, or `word`. After an unexpected error the terminal is restored, and a
    `FactdeskError` raised that says what became of what was typed; with `debug`, Textual prints the
    error with its full context.
    """
    import gc

    # Garbage collection takes a tenth of the start; the app enables it after the first frame.
    gc.disable()
    from tui.app.app import Factdesk

    app = Factdesk(session, source, settings, problems, welcome=welcome, debug=debug)
    app.run(mouse=settings.reading.mouse)
    if app.failure is not None and not debug:
        raise app.failure
    return app.return_code or 0
