"""Reading a notes file that anybody may have edited, and saying exactly what is wrong with it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.errors import FactdeskError, Problem
from tui.files import read_bytes
from tui.notes import blocks
from tui.notes.fast_parsing import read_block, read_written
from tui.notes.note import About, Note
from tui.notes.record import SCHEMA, from_table
from tui.notes.saving import read_start
from tui.notes.values import read_toml
from tui.toml import MOST_DOTS, too_many_dots

#: Larger files are refused: 10,000 notes with long bodies are 20 MB.
MAX_BYTES = 64 * 1024 * 1024
# A library is looked through by the heads of its files alone.
_HEAD_BYTES = 8192
BOM = "\ufeff"
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_LEAVE = "repair it by hand; it is left as it is, and new notes go to a file beside it"


class Parsed(NamedTuple):
    """A notes file in parts; `head + "".join(chunks) + tail` is its text.

    `at` says in which chunk a note stands. `closed` is why the file must not be written.
    """

    about: About
    head: str
    chunks: list[str]
    tail: str
    notes: dict[str, Note]
    at: dict[str, int]
    problems: list[Problem]
    closed: Problem | None


def read_text(path: Path) -> str:
    """The text of a notes file; raises `FactdeskError` if it cannot be read."""
    data = read_bytes(path, limit=MAX_BYTES)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FactdeskError(
            f"not UTF-8 (byte {data[error.start]:#04x})", where=f"{path}:{line}", remedy=_LEAVE
        ) from error


def read_about(path: Path) -> About | None:
    """What a notes file is about; None when it does not say so."""
    start = read_start(path, _HEAD_BYTES).decode("utf-8", "replace")
    head = start.partition("[[note]]")[0].removeprefix(BOM)
    try:
        said = None if too_many_dots(head) else read_toml(head).get("document")
    except (ValueError, OverflowError):
        return None
    if not isinstance(said, dict):
        return None
    texts = (said.get(key) for key in About._fields)
    return About(*(text if isinstance(text, str) else "" for text in texts))


def count_notes(path: Path) -> int:
    """How many notes a file holds, by its lines `[[note]]`; 0 when it cannot be read."""
    data = _bytes(path)
    return data.count(b"\n[[note]]") + data.startswith(b"[[note]]")


def says_date(path: Path) -> bool:
    """Whether a note in the file may set the date of the document; costs no parsing."""
    return b"dated" in _bytes(path)


def _bytes(path: Path) -> bytes:
    try:
        return read_bytes(path, limit=MAX_BYTES)
    except FactdeskError:
        return b""


def parse(text: str, path: Path, about: About) -> Parsed:
    """The parts of a notes file. Never raises: what is wrong stands in `problems` and `closed`.

    `about` is taken where the file itself does not say what it is about.
    """
    line = too_many_dots(text)
    if line is not None:
        what = f"a key with more than {MOST_DOTS} dots"
        return _empty(about, text, _problem(path, line, what, text))
    found, doubtful = _as_written(text, about), False
    if found is None:
        head, chunks, tail = blocks.cut(text)
        found = Parsed(about, head, chunks, tail, {}, {}, [], None)
        # The parts may be right and the whole wrong, when tables stand between the notes.
        doubtful = _take_notes(found, path)
    try:
        tables = read_toml(found.head.removeprefix(BOM))
        if doubtful:
            read_toml(text.removeprefix(BOM))
    except (ValueError, OverflowError):
        return found._replace(closed=_syntax_problem(path, text))
    return _with_head(found, path, tables)


def _as_written(text: str, about: About) -> Parsed | None:
    """The parts of a file that looks as this program wrote it; None for any other."""
    end = blocks.end_of_notes(text)
    written = read_written(text[:end], about.path)
    if written is None:
        return None
    notes = {note.id: note for note in written.notes}
    if len(notes) < len(written.notes):
        return None
    at = {ident: number for number, ident in enumerate(notes)}
    return Parsed(about, written.head, written.blocks, text[end:], notes, at, [], None)


def _take_notes(found: Parsed, path: Path) -> bool:
    doubtful = False
    line = 1 + found.head.count("\n")
    for number, block in enumerate(found.chunks):
        note = read_block(block, found.about.path)
        if note is not None and note.id not in found.notes:
            found.notes[note.id], found.at[note.id] = note, number
            line += block.count("\n")
            continue
        if not blocks.is_note(block):
            doubtful = True
            line += block.count("\n")
            continue
        try:
            table = blocks.read_block(block)
        except (ValueError, KeyError, TypeError, OverflowError):
            doubtful = True
        else:
            try:
                note = from_table(table, found.about.path)
                if note.id in found.notes:
                    raise ValueError(f"id: {note.id} stands twice in this file")
                found.notes[note.id] = note
                found.at[note.id] = number
            except ValueError as error:
                found.problems.append(_key_problem(path, line, block, str(error)))
        line += block.count("\n")
    return doubtful


def _with_head(found: Parsed, path: Path, tables: dict[str, object]) -> Parsed:
    schema = tables.get("schema", SCHEMA)
    closed = None
    if not isinstance(schema, int) or schema > SCHEMA:
        closed = Problem(
            f"written by a newer version of factdesk (schema {schema!r:.20})",
            where=str(path),
            remedy="it is only read; new notes go to a file beside it",
        )
    elif tables and not found.chunks and not tables.keys() & {"schema", "document", "note"}:
        closed = _problem(
            path, 1, "no notes file: it has neither schema nor [document]", found.head
        )
    elif "note" in tables:
        closed = _problem(path, 1, "its notes are not written as [[note]]", found.head)
    said = tables.get("document")
    if isinstance(said, dict):
        texts = {key: value for key, value in said.items() if isinstance(value, str)}
        about = About(*(texts.get(key, getattr(found.about, key)) for key in About._fields))
        found = found._replace(about=about)
    elif "document" in tables:
        closed = _problem(path, 1, "[document] is no table", found.head)
    return found._replace(closed=closed)


def _empty(about: About, text: str, closed: Problem) -> Parsed:
    return Parsed(about, text, [], "", {}, {}, [], closed)


def _syntax_problem(path: Path, text: str) -> Problem:
    try:
        read_toml(text.removeprefix(BOM))
    except (ValueError, OverflowError) as error:
        said = str(error)
        match = _PLACE.search(said)
        line = int(match[1]) if match and match[1] else text.rstrip().count("\n") + 1
        return _problem(path, line, _PLACE.sub("", said).lower(), text)
    return _problem(path, 1, "its tables stand in an order that cannot be kept", text)


def _key_problem(path: Path, line: int, block: str, said: str) -> Problem:
    key = said.partition(":")[0]
    starts = [one.start for one in blocks.assignments(block) if one.key == key]
    heads = _heads(block)
    at = starts[0] if starts else next(heads, 0)
    line += block.count("\n", 0, at)
    shown = block[at:].partition("\n")[0].strip()[:60]
    return Problem(
        f"{said} ({shown})", where=f"{path}:{line}", remedy="this note is left as it is; repair it"
    )


def _heads(block: str) -> Iterator[int]:
    at = 0
    for line in block.split("\n"):
        if line.lstrip().startswith("[["):
            yield at
        at += len(line) + 1


def _problem(path: Path, line: int, what: str, text: str) -> Problem:
    lines = text.split("\n")
    shown = lines[line - 1].strip()[:60] if line <= len(lines) else ""
    return Problem(what + (f" ({shown})" if shown else ""), where=f"{path}:{line}", remedy=_LEAVE)
