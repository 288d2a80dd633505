"""An unexpected error on the desk: keeps what was typed, and says in one line what is where."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from traceback import format_exception
from typing import TYPE_CHECKING

from tui import files
from tui.app.signals import keep_all
from tui.errors import FactdeskError
from tui.installed import versions
from tui.session import unsaved_drafts

if TYPE_CHECKING:
    from tui.app.app import Factdesk


def failure(error: Exception, app: Factdesk) -> FactdeskError:
    """The error to end with; what is typed is kept before, and a report written of `error`."""
    said = [f"factdesk has failed ({type(error).__name__}: {error})"]
    # Whatever has failed may fail here again.
    with suppress(Exception):
        keep_all(app)
        if unsaved_drafts(app.session.notes):
            said.append("what you typed is kept and will be offered at the next start")
    with suppress(OSError):
        said.append(f"{_report(error)} says where")
    return FactdeskError(said[0], remedy="; ".join(said[1:]))


def _report(error: Exception) -> str:
    """Write where the error came from to a file; returns its path."""
    path = files.state_folder() / "failure.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    words = (
        f"{datetime.now():%Y-%m-%d %H:%M:%S}\n{versions()}\n\n{''.join(format_exception(error))}"
    )
    files.write_atomically(path, words.encode("utf-8", "backslashreplace"))
    return str(path)
