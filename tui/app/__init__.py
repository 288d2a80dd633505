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
) -> int:
    """Open the desk on a session and a source of documents; returns the exit status."""
    from tui.app.app import Factdesk

    app = Factdesk(session, source, settings, problems)
    app.run()
    return app.return_code or 0
