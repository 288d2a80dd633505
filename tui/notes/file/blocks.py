"""Splits a notes file into blocks of text, so that an edit leaves all other bytes unchanged.

A file is split at its `[[note]]` lines: the head before the first, a block for each note with the
comments above it, and the tail, which begins at the end marker. Changing a note rewrites only the
lines of the keys that changed; comments, unknown keys and order stay. Every result is parsed with
tomllib and compared before it is used.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tui.notes.file.values import Value, is_identical, read_plain, read_toml, to_toml
from tui.patterns import pattern
from tui.toml import STRINGS, STRINGS_AND_COMMENTS

END = "# end of notes"
# Keys written as multi-line strings, for people who read the file; quotes stay on one line.
_MULTILINE_KEYS = frozenset({"body", "proof"})

_STRINGS_AND_COMMENTS = pattern(STRINGS_AND_COMMENTS)
_HEADS = pattern(rf"(?s:{STRINGS})|#[^\n]*|^[ \t]*(?P<head>\[[^\n]*)", re.MULTILINE)
_PLAIN_HEAD = pattern(r"^\[\[note\]\][ \t]*\r?$", re.MULTILINE)
_UNPLAIN_HEAD = pattern(r"^\[(?!\[note\]\][ \t]*\r?$)|^[ \t]+\[", re.MULTILINE)
_NOTE_HEAD = pattern(r"\[\[\s*(?:note|\"note\"|'note')\s*\]\]")
_INSIDE_NOTE = pattern(r"\[\[?\s*(?:note|\"note\"|'note')\s*\.")
_STATEMENT = pattern(rf"(?s:{STRINGS})|#[^\n]*|[\[\]{{}}]|\n")
_KEY = pattern(r"""[ \t]*(["']?)([A-Za-z0-9_-]+)\1[ \t]*=[ \t]*""")
# A key of a plain block, with a value on its line or as a multi-line string.
_PLAIN_LINE = pattern(r'([a-z0-9_]+) = (?:(?!""")(.+)|"""\n((?:[^"\\]|\\.)*)""")\n')
_PLAIN_START = pattern(r"(?:#[^\x00-\x1f\x7f]*\n|\n)*\[\[note\]\]\n")


class Blocks(NamedTuple):
    """`head + "".join(notes) + tail` is the file, character for character."""

    head: str
    notes: list[str]
    tail: str


class Assignment(NamedTuple):
    """A key of a block: `block[start:end]` are its lines, `block[value:stop]` is its value."""

    key: str
    start: int
    value: int
    stop: int
    end: int


def split_blocks(text: str) -> Blocks:
    """The blocks of a notes file. Invalid TOML is split anywhere, and fails when it is parsed.

    Other tables between the notes are blocks, too; `is_note` tells them apart.
    """
    tail_at = end_of_notes(text)
    starts: list[int] = []
    if not _is_plain(text):
        comments: set[int] = set()
        for match in _HEADS.finditer(text):
            if match.group("head") is not None:
                at = match.start("head")
                note = _NOTE_HEAD.match(text, at)
                if note or (starts and not _INSIDE_NOTE.match(text, at)):
                    starts.append(_with_comments(text, at, comments))
            elif match.group()[0] == "#":
                comments.add(match.start())
    else:
        starts = [_with_comments(text, match.start()) for match in _PLAIN_HEAD.finditer(text)]
    starts = [at for at in starts if at < tail_at]
    if not starts:
        return Blocks(text[:tail_at], [], text[tail_at:])
    ends = [*starts[1:], tail_at]
    notes = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return Blocks(text[: starts[0]], notes, text[tail_at:])


def end_of_notes(text: str) -> int:
    """The offset of the end marker after the last note, else the end of the text."""
    mark = text.rfind(END)
    marked = mark >= 0 and text[:mark].endswith(("\n", "\ufeff"))
    return mark if marked and not text[mark + len(END) :].strip() else len(text)


def _is_plain(text: str) -> bool:
    """Whether every line `[[note]]` is a table header, and no other headers follow the first."""
    first = text.find("[[note]]")
    return not (
        first < 0
        or '"""' in text
        or "'''" in text
        or _NOTE_HEAD.search(text, 0, first)
        or _UNPLAIN_HEAD.search(text, first)
    )


def is_note(block: str) -> bool:
    """Whether the block is a note, not another table between the notes."""
    head = next((m for m in _HEADS.finditer(block) if m.group("head") is not None), None)
    return head is not None and _NOTE_HEAD.match(block, head.start("head")) is not None


def read_block(block: str) -> dict[str, Any]:
    """The keys of a note's block; raises `ValueError`."""
    table: dict[str, Any] = {}
    at = block.find("[[note]]\n") + 9
    match = _PLAIN_LINE.match(block, at)
    try:
        while match is not None:
            key, line, lines = match.groups()
            if key in table:
                break
            table[key] = read_plain(line if lines is None else f'"{lines}"')
            at = match.end()
            match = _PLAIN_LINE.match(block, at)
    except (ValueError, RecursionError):
        at = 0
    if at > 9 and not block[at:].strip("\n") and _PLAIN_START.match(block):
        return table
    return dict(read_toml(block)["note"][0])


def new_block(values: Mapping[str, Value]) -> str:
    """A note as a block, with the empty line that separates it from the next."""
    return "[[note]]\n" + "".join(map(_line, values, values.values())) + "\n"


def edit_block(
    block: str,
    changes: Mapping[str, Value | None],
    read: Callable[[str], dict[str, Any]] = read_block,
) -> str:
    """The block with keys set, or removed if the value is None; everything else is unchanged.

    A value keeps the comment on its line. `read` parses the block's table. Raises `ValueError` if
    the result does not have the requested values.
    """
    before = read(block)
    newline = "\r\n" if "\r\n" in block else "\n"
    found = {one.key: one for one in assignments(block)}
    pieces: list[tuple[int, int, str]] = []
    at = max((one.end for one in found.values()), default=None)
    if at is None:
        at = _after_head(block)
    added = ""
    for key, value in changes.items():
        line = "" if value is None else _line(key, value).replace("\n", newline)
        if key not in found:
            added += line
            continue
        old = found[key]
        # Comments inside a replaced value, and after a removed one, move to their own line.
        inside = _comments(block, old.value, old.end if value is None else old.stop, newline)
        if value is None:
            pieces.append((old.start, old.end, inside))
        else:
            line = line[len(f"{key} = ") :].removesuffix(newline)
            pieces += [(old.value, old.stop, line), (old.end, old.end, inside)]
    if added and not block[:at].endswith("\n"):
        added = newline + added.removesuffix(newline)
    pieces.append((at, at, added))
    for start, end, text in sorted(pieces, reverse=True):
        block = block[:start] + text + block[end:]
    expected = {**before, **{key: _as_read(value) for key, value in changes.items()}}
    expected = {key: value for key, value in expected.items() if value is not None}
    after = read(block)
    if not is_identical(sorted(expected.items()), sorted(after.items())):
        raise ValueError("the note's block cannot be edited in place")
    return block


def assignments(block: str) -> list[Assignment]:
    """The simple keys of the block's own table, in order; those of nested tables are left out."""
    found: list[Assignment] = []
    at = _after_head(block)
    while at < len(block):
        key = _KEY.match(block, at)
        depth = 0
        stop = end = len(block)
        for token in _STATEMENT.finditer(block, key.end() if key else at):
            sign = token.group()
            if sign in "[{":
                depth += 1
            elif sign in "]}":
                depth -= 1
            elif sign[0] == "#" and depth == 0:
                stop = min(stop, token.start())
            elif sign == "\n" and depth <= 0:
                stop, end = min(stop, token.start()), token.end()
                break
        if key:
            value = block[key.end() : stop]
            found.append(Assignment(key[2], at, key.end(), key.end() + len(value.rstrip()), end))
        elif block[at:end].lstrip().startswith("["):
            break
        at = end
    return found


def _line(key: str, value: Value) -> str:
    return f"{key} = {to_toml(value, lines=key in _MULTILINE_KEYS)}\n"


def _comments(block: str, start: int, end: int, newline: str) -> str:
    found = (match.group() for match in _STRINGS_AND_COMMENTS.finditer(block, start, end))
    return "".join(text.rstrip() + newline for text in found if text.startswith("#"))


def _as_read(value: Value | None) -> Any:
    return None if value is None else read_toml(f"v = {to_toml(value)}")["v"]


def _after_head(block: str) -> int:
    for match in _HEADS.finditer(block):
        if match.group("head") is not None:
            return block.find("\n", match.start()) + 1 or len(block)
    return len(block)


def _with_comments(text: str, start: int, comments: set[int] | None = None) -> int:
    """The start of the block whose header is at `start`, including the comments right above it."""
    start = text.rfind("\n", 0, start) + 1
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text.startswith("#", above) or (comments is not None and above not in comments):
            break
        start = above
    return start
