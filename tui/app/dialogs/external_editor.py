"""Edits text in the reader's own editor, while the app is suspended."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.app.signals import kept_first
from tui.errors import FactdeskError, reason

if TYPE_CHECKING:
    from tui.app.app import Factdesk
    from tui.notes import LentText

#: The editors to try if neither variable is set.
_EDITORS = ("nano", "vi")

#: Seconds between looks for a signal while an editor is open.
BEAT = 0.5


def edited(app: Factdesk, lend: Callable[[], LentText]) -> str:
    """The text that `lend` writes to a file, after editing in `$VISUAL` or `$EDITOR`.

    The file is deleted afterwards, unless a signal ends this program: the editor may still be using
    it, and what it saves is the draft of the next start. The variable is split like a shell
    command, but no shell runs. Raises `FactdeskError` if there is no editor, or it fails.
    """
    command = _editor()
    name = Path(command[0]).name
    with lend() as lent:
        try:
            with app.suspend(), kept_first(app, lent.keep):
                status = _run([*command, str(lent.path)])
        except SuspendNotSupported as error:
            raise FactdeskError("no other program can take this screen") from error
        except OSError as error:
            raise FactdeskError(
                f"the editor cannot be started ({reason(error)})", where=name
            ) from error
        if status > 0:  # an editor that was killed may have saved something before
            raise FactdeskError(
                f"the editor ended with status {status}, so the note is as it was",
                where=name,
            )
        try:
            return lent.text()
        except FactdeskError as error:
            raise FactdeskError(
                "the editor left nothing to read, so the note is as it was", where=name
            ) from error


def _run(command: list[str]) -> int:
    """The exit status of a program. A signal that the system gives to another thread does not
    interrupt waiting, so its handler runs at the next beat."""
    with subprocess.Popen(command) as process:
        while True:
            with suppress(subprocess.TimeoutExpired):
                return process.wait(BEAT)


def _editor() -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        said = os.environ.get(name, "").strip()
        if not said:
            continue
        try:
            return shlex.split(said)
        except ValueError as error:
            raise FactdeskError(f"${name} cannot be read ({error})", where=said) from error
    found = next(filter(shutil.which, _EDITORS), None)
    if found is None:
        raise FactdeskError("no editor is named", remedy="set EDITOR")
    return [found]
