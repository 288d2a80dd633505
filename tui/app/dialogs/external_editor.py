"""Edits text in the reader's own editor, while the app is suspended."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import App, SuspendNotSupported

from tui.errors import FactdeskError
from tui.files import read_bytes

#: The editors to try if neither variable is set.
_EDITORS = ("nano", "vi")


def edited(app: App[None], text: str) -> str:
    """`text` after editing in `$VISUAL` or `$EDITOR`.

    It is written to a file that only its owner can read, in a private folder; both are deleted. The
    variable is split like a shell command, but no shell runs. Raises `FactdeskError` if there is no
    editor, or it fails; then the text is unchanged.
    """
    command = _editor()
    name = Path(command[0]).name
    with TemporaryDirectory(prefix="factdesk-") as folder:
        path = Path(folder).resolve() / "note.md"
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "w", encoding="utf-8", errors="replace", newline="") as out:
            out.write(text)
        try:
            with app.suspend():
                status = subprocess.run([*command, str(path)], check=False).returncode
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
            new = read_bytes(path).decode("utf-8", "replace").removeprefix("\ufeff")
        except FactdeskError as error:
            raise FactdeskError(
                "the editor left nothing to read, so the note is as it was", where=name
            ) from error
    # Editors add a line break at the end.
    return new if text.endswith("\n") else new.removesuffix("\n").removesuffix("\r")


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
