"""Edits text in the reader's own editor, while the app is suspended."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.app.signals import kept_first
from tui.errors import FactdeskError
from tui.files import read_bytes

if TYPE_CHECKING:
    from tui.app.app import Factdesk

#: The editors to try if neither variable is set.
_EDITORS = ("nano", "vi")

#: Seconds between looks for a signal while an editor is open.
BEAT = 0.5


def edited(app: Factdesk, text: str, keep: Callable[[str], None]) -> str:
    """`text` after editing in `$VISUAL` or `$EDITOR`.

    It is written to a file that only its owner can read, in a private folder; both are deleted,
    unless the terminal closes, as the editor may still be using them. Then, and on SIGTERM, `keep`
    is called with what was saved. The variable is split like a shell command, but no shell runs.
    Raises `FactdeskError` if there is no editor, or it fails; then the text is unchanged.
    """
    command = _editor()
    name = Path(command[0]).name
    with TemporaryDirectory(prefix="factdesk-") as folder:
        path = Path(folder).resolve() / "note.md"
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "w", encoding="utf-8", errors="replace", newline="") as out:
            out.write(text)

        def keep_saved() -> None:
            with suppress(FactdeskError):
                keep(_read(path, text))

        try:
            with app.suspend(), kept_first(app, keep_saved):
                status = _run([*command, str(path)])
        except SuspendNotSupported as error:
            raise FactdeskError("no other program can take this screen") from error
        except OSError as error:
            raise FactdeskError(
                f"the editor cannot be started ({error.strerror})", where=name
            ) from error
        if status:
            raise FactdeskError(
                f"the editor ended with status {status}, so the note is as it was",
                where=name,
            )
        try:
            return _read(path, text)
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


def _read(path: Path, before: str) -> str:
    """What was saved, without the line break that editors add at the end."""
    new = read_bytes(path).decode("utf-8", "replace").removeprefix("\ufeff")
    return new if before.endswith("\n") else new.removesuffix("\n").removesuffix("\r")


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
