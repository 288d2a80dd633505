"""The screen. The only part of factdesk that imports Textual."""

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
    """Run the desk on a session and a source of documents until the reader leaves; the exit status.

    `welcome` is what a new reader is shown: `tour`, which uses the shipped documents, or `word`.
    An error in the program is raised once the terminal is restored; with `debug`, Textual shows it
    with its full context.
    """
    import gc

    # The collector takes a tenth of a start; the app turns it on again after its first frame.
    gc.disable()
    from tui.app.app import Factdesk

    app = Factdesk(session, source, settings, problems, welcome=welcome, debug=debug)
    app.run(mouse=settings.reading.mouse)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
