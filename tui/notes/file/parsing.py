"""Parses a notes file that may have been edited by hand, and reports precisely what is wrong with
it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.errors import FactdeskError, Problem
from tui.files import read_bytes
from tui.notes.file import blocks
from tui.notes.file.fast_parsing import read_block, read_canonical
from tui.notes.file.record import SCHEMA, from_table
from tui.notes.file.saving import read_start
from tui.notes.file.values import read_toml
from tui.notes.note import About, Note
from tui.patterns import pattern
from tui.toml import MAX_DOTS, too_many_dots

#: Larger files are refused: 10,000 notes with long bodies are 20 MB.
MAX_BYTES = 64 * 1024 * 1024
# To find the notes of a library only the heads of its files are read.
_HEAD_BYTES = 8192
BOM = "\ufeff"
#: What git writes where two versions of a file cannot be merged.
_MERGE = pattern(r"^<{7} ", re.MULTILINE)
_PLACE = pattern(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_LEAVE = "repair it by hand; it is not changed, and new notes go to a file beside it"


class Parsed(NamedTuple):
    """A parsed notes file; `head + "".join(chunks) + tail` is its text.

    `at` maps the id of a note to the index of its chunk. `unwritable` is the reason why the file
    must not be written, or None.
    """

    about: About
    head: str
    chunks: list[str]
    tail: str
    notes: dict[str, Note]
    at: dict[str, int]
    problems: list[Problem]
    unwritable: Problem | None


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
    """The `[document]` table of a notes file; None if it has none."""
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
    """The number of notes in a file, counted by its `[[note]]` lines; 0 if it cannot be read."""
    data = _bytes(path)
    return data.count(b"\n[[note]]") + data.startswith(b"[[note]]")


def may_set_date(path: Path) -> bool:
    """Whether a note in the file may set the date of the document; the file is not parsed."""
    return b"dated" in _bytes(path)


def _bytes(path: Path) -> bytes:
    try:
        return read_bytes(path, limit=MAX_BYTES)
    except FactdeskError:
        return b""


def parse(text: str, path: Path, about: About) -> Parsed:
    """Parses a notes file. Never raises: errors are in `problems` and `unwritable`.

    `about` is the default for what the file's own `[document]` table lacks.
    """
    line = too_many_dots(text)
    if line is not None:
        what = f"a key with more than {MAX_DOTS} dots"
        return _empty(about, text, _problem(path, line, what, text))
    found, doubtful = _parse_canonical(text, about), False
    if found is None:
        head, chunks, tail = blocks.split_blocks(text)
        found = Parsed(about, head, chunks, tail, {}, {}, [], None)
        # Each part may be valid but not the whole, if there are other tables between the notes.
        doubtful = _take_notes(found, path)
    try:
        tables = read_toml(found.head.removeprefix(BOM))
        if doubtful:
            read_toml(text.removeprefix(BOM))
    except (ValueError, OverflowError):
        return found._replace(unwritable=_syntax_problem(path, text))
    return _with_head(found, path, tables)


def _parse_canonical(text: str, about: About) -> Parsed | None:
    """Parses a file that is formatted as this program writes it; None for any other."""
    end = blocks.end_of_notes(text)
    canonical = read_canonical(text[:end], about.path)
    if canonical is None:
        return None
    notes = {note.id: note for note in canonical.notes}
    if len(notes) < len(canonical.notes):
        return None
    at = {ident: number for number, ident in enumerate(notes)}
    return Parsed(about, canonical.head, canonical.blocks, text[end:], notes, at, [], None)


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
                    raise ValueError(f"id: {note.id} occurs twice in this file")
                found.notes[note.id] = note
                found.at[note.id] = number
            except ValueError as error:
                found.problems.append(_key_problem(path, line, block, str(error)))
        line += block.count("\n")
    return doubtful


def _with_head(found: Parsed, path: Path, tables: dict[str, object]) -> Parsed:
    schema = tables.get("schema", SCHEMA)
    unwritable = None
    if not isinstance(schema, int) or schema > SCHEMA:
        unwritable = Problem(
            f"written by a newer version of factdesk (schema {schema!r:.20})",
            where=str(path),
            remedy="it is not changed; new notes go to a file beside it",
        )
    elif tables and not found.chunks and not tables.keys() & {"schema", "document", "note"}:
        unwritable = _problem(
            path, 1, "not a notes file: it has neither schema nor [document]", found.head
        )
    elif "note" in tables:
        unwritable = _problem(path, 1, "its notes are not written as [[note]]", found.head)
    said = tables.get("document")
    if isinstance(said, dict):
        texts = {key: value for key, value in said.items() if isinstance(value, str)}
        about = About(*(texts.get(key, getattr(found.about, key)) for key in About._fields))
        found = found._replace(about=about)
    elif "document" in tables:
        unwritable = _problem(path, 1, "[document] is not a table", found.head)
    return found._replace(unwritable=unwritable)


def _empty(about: About, text: str, unwritable: Problem) -> Parsed:
    return Parsed(about, text, [], "", {}, {}, [], unwritable)


def _syntax_problem(path: Path, text: str) -> Problem:
    if "\n=======" in text and (merge := _MERGE.search(text)):
        line = 1 + text.count("\n", 0, merge.start())
        return Problem(
            "a merge has left two versions here",
            where=f"{path}:{line}",
            remedy="keep one and delete the lines with <<<<<<<, ======= and >>>>>>>; new notes go "
            "to a file beside it",
        )
    try:
        read_toml(text.removeprefix(BOM))
    except (ValueError, OverflowError) as error:
        said = str(error)
        match = _PLACE.search(said)
        line = int(match[1]) if match and match[1] else text.rstrip().count("\n") + 1
        return _problem(path, line, _PLACE.sub("", said).lower(), text)
    return _problem(path, 1, "its tables are in an order that cannot be written", text)


def _key_problem(path: Path, line: int, block: str, said: str) -> Problem:
    key = said.partition(":")[0]
    starts = [one.start for one in blocks.assignments(block) if one.key == key]
    heads = _heads(block)
    at = starts[0] if starts else next(heads, 0)
    line += block.count("\n", 0, at)
    shown = block[at:].partition("\n")[0].strip()[:60]
    return Problem(
        f"{said} ({shown})", where=f"{path}:{line}", remedy="repair it; this note is not changed"
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
