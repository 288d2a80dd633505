"""Copying to the clipboard of the terminal, also over SSH: an escape sequence, OSC 52."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.paint import fit
from tui.session import citation

if TYPE_CHECKING:
    from textual.app import App

    from tui.app.widgets.status import Status
    from tui.session import Target

#: The maximum width of the words in a message, which then has one row in 80 columns.
_SAID_WORDS = 48


def copy(app: App[None], target: Target, status: Status) -> None:
    """Copy the words of a target with where they stand, and say so."""
    words = citation(target)
    app.copy_to_clipboard(words)
    status.say(f"Copied, with file and line: {fit(words, _SAID_WORDS)}")
