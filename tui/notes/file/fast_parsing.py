"""A fast parser for notes files in the canonical format, as this program writes them.

Nearly all files are in that format. One regular expression parses such a block in 10 us, where
parsing it key by key takes 50. A file that differs in any way (edited by hand, a comment, an
additional key) is left to the full TOML parser. Both give the same result for a canonical block.
"""

import json
import re
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from tui.notes.file.record import is_date, value_of
from tui.notes.note import Anchor, Note
from tui.patterns import pattern

_TEXT = r'"((?:[^"\\\x00-\x1f\x7f]++|\\["\\nrt])*+)"'
_LINES = r'"""\n((?:[^"\\\x00-\x09\x0b-\x1f\x7f]++|\\["\\nrt])*+)"""'
_COUNT = r"(0|[1-9][0-9]{0,15})"
_TIME = r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)"
_NUMBER = r"(0|-?[1-9][0-9]{0,17}|-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,30})"
_JUDGED = rf'(?:verdict = {_TEXT}\n)?(?:tags = \["([^\\\x00-\x1f\x7f\]]*)"\]\n)?'
_CORRECTED = (
    rf"(?:value = (?:{_TEXT}|{_NUMBER})\n)?"
    rf"(?:proof = (?:{_TEXT}|{_LINES})\n)?"
    rf"(?:dated = {_TEXT}\n)?"
)
_COMMENTS = r"(?:(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?\n)*"
_CANONICAL = pattern(
    rf"{_COMMENTS}\[\[note\]\]\n"
    r'id = "([0-9A-Za-z]{1,64})"\n'
    r'kind = "(figure|passage|document)"\n'
    rf"{_JUDGED}"
    rf"body = (?:{_TEXT}|{_LINES})\n"
    rf"created = {_TIME}\n"
    rf"modified = {_TIME}\n"
    rf"(?:sha256 = {_TEXT}\nexact = {_TEXT}\nbefore = {_TEXT}\nafter = {_TEXT}\n"
    rf"start = {_COUNT}\nend = {_COUNT}\nline = {_COUNT}\nnth = {_COUNT}\nof = {_COUNT}\n)?"
    rf"{_CORRECTED}"
    rf"(?:paragraph = {_TEXT}\n)?"
    # Keys that were added to a note later come last.
    rf"{_JUDGED}{_CORRECTED}{_COMMENTS}"
)
_HEAD = pattern(r"^\[\[note\]\]\n", re.MULTILINE)
# The groups of the pattern for keys that may be in either of two places.
_JUDGED_GROUPS, _CORRECTED_GROUPS, _PARAGRAPH, _LATE_GROUPS = (
    slice(2, 4),
    slice(17, 22),
    22,
    slice(23, 30),
)


class Canonical(NamedTuple):
    """A file split into the blocks of its notes, and the notes."""

    head: str
    blocks: list[str]
    notes: list[Note]


def read_canonical(text: str, document: str) -> Canonical | None:
    """The notes about `document` in the text of a file up to its end marker.

    None if it is not in the canonical format. A block that the pattern matches in full closes every
    string that it opens, so the next `[[note]]` must be the header of the next note.
    """
    # A comment may belong to the note below it; splitting that takes the full parser.
    starts = [] if "\n#" in text else [match.start() for match in _HEAD.finditer(text)]
    if not starts:
        return None
    head = text[: starts[0]]
    # The head may contain a string that is not closed there.
    if any(sign in head for sign in ('"""', "'''", "[[", "#")):
        return None
    blocks = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    notes = []
    for block in blocks:
        note = read_block(block, document)
        if note is None:
            return None
        notes.append(note)
    return Canonical(head, blocks, notes)


def read_block(block: str, document: str) -> Note | None:
    """The note of one block; None if it is not in the canonical format."""
    found = _CANONICAL.fullmatch(block)
    if found is None:
        return None
    groups = found.groups()
    said, later = groups[_JUDGED_GROUPS] + groups[_CORRECTED_GROUPS], groups[_LATE_GROUPS]
    if any(part is not None for part in later):
        if any(None not in pair for pair in zip(said, later, strict=True)):
            return None
        said = tuple(one if two is None else two for one, two in zip(said, later, strict=True))
    verdict, tags, value, number, proof, proof_lines, dated = said
    ident, kind, _, _, body, body_lines, created, modified = groups[:8]
    if (groups[8] is None) != (kind == "document") or (dated and not is_date(dated)):
        return None
    if (value is not None and number is not None) or (tags is not None and _is_odd(tags)):
        return None
    try:
        made = datetime.fromisoformat(created)
        changed = made if modified == created else datetime.fromisoformat(modified)
    except ValueError:
        return None
    return Note(
        ident,
        document,
        kind,
        _text(body if body_lines is None else body_lines),
        () if tags is None else tuple(tags.split('", "')),
        _text(verdict) or None,
        made,
        changed,
        _anchor(*groups[8:17]) if kind != "document" else None,
        _value(value, number),
        _text(proof if proof_lines is None else proof_lines),
        dated or "",
        _text(groups[_PARAGRAPH]),
    )


def _text(text: str | None) -> str:
    if text is None:
        return ""
    # JSON and TOML have the same escapes for these characters.
    return str(json.loads(f'"{text}"', strict=False)) if "\\" in text else text


def _value(text: str | None, number: str | None) -> Decimal | str | None:
    if number is not None:
        return Decimal(number)
    if text is None:
        return None
    return value_of(_text(text))


def _is_odd(tags: str) -> bool:
    """Whether the tags are separated by anything but quotes and a comma."""
    return tags.count('"') != 2 * tags.count('", "')


def _anchor(
    sha256: str,
    exact: str,
    before: str,
    after: str,
    start: str,
    end: str,
    line: str,
    nth: str,
    of: str,
) -> Anchor:
    texts = _text(exact), _text(before), _text(after)
    counts = int(start), int(end), int(line), max(1, int(nth)), max(1, int(of))
    return Anchor(*texts, *counts, _text(sha256))
