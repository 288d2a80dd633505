"""Converts a note to the flat keys of its file, and back."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from tui.errors import FactdeskError
from tui.notes.file.values import Value
from tui.notes.note import KINDS, Anchor, Note, without_surrogates
from tui.patterns import pattern

#: The version of the file format that this program writes.
SCHEMA = 1
_MAX_ID_LENGTH = 64
_MAX_DIGITS = 400
# A date with X for unknown digits.
_DATE = pattern(r"[\dX]{4}(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?")


def to_table(note: Note) -> dict[str, Value]:
    """The note's keys in the order of the file; empty values are left out.

    Raises `FactdeskError` for text with lone surrogates, which cannot be encoded.
    """
    table: dict[str, Value] = {"id": note.id, "kind": note.kind}
    if note.verdict is not None:
        table["verdict"] = note.verdict
    if note.tags:
        table["tags"] = tuple(note.tags)
    table |= {"body": note.body, "created": note.created, "modified": note.modified}
    if note.anchor is not None:
        where = note.anchor
        table |= {"sha256": where.sha256, "exact": where.exact, "before": where.before}
        table |= {"after": where.after, "start": where.start, "end": where.end}
        table |= {"line": where.line, "nth": where.nth, "of": where.of}
    if note.value is not None:
        table["value"] = note.value
    for key in ("proof", "dated", "paragraph"):
        if getattr(note, key):
            table[key] = getattr(note, key)
    for key, value in table.items():
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and without_surrogates(text) != text:
                raise FactdeskError(
                    f"the note's {key} has half a character, which cannot be saved",
                    remedy="delete it and type it again",
                )
    return table


def is_date(text: str) -> bool:
    """Whether this can be the date of a document: ISO 8601, with X for unknown parts."""
    return _DATE.fullmatch(text) is not None


def value_of(value: int | Decimal | str) -> Decimal | str | None:
    """A corrected value: a number, even one stored as text because it is too long for TOML, or
    words."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return str(value) or None
    # Written out, 1e999999999 would take a gigabyte.
    is_sane = number.is_finite() and abs(number.adjusted()) <= _MAX_DIGITS
    return number if is_sane else str(value)


def from_table(table: Mapping[str, Any], document: str) -> Note:
    """The note with these keys; raises `ValueError` naming the key that is missing or wrong."""
    ident = _need(table, "id", _text)
    if not 0 < len(ident) <= _MAX_ID_LENGTH:
        raise ValueError("id: must have 1 to 64 characters")
    kind = _take(table, "kind", _text, "passage")
    if kind not in KINDS:
        raise ValueError(f"kind: {kind!r} is none of {', '.join(KINDS)}")
    created = _take(table, "created", _time, datetime(1970, 1, 1, tzinfo=UTC))
    anchor = None
    if kind != "document":
        anchor = Anchor(
            exact=_need(table, "exact", _text),
            before=_take(table, "before", _text, ""),
            after=_take(table, "after", _text, ""),
            start=_take(table, "start", _count, 0),
            end=_take(table, "end", _count, 0),
            line=_take(table, "line", _count, 1),
            nth=max(1, _take(table, "nth", _count, 1)),
            of=max(1, _take(table, "of", _count, 1)),
            sha256=_take(table, "sha256", _text, ""),
        )
    return Note(
        id=ident,
        document=document,
        kind=kind,
        body=_take(table, "body", _text, ""),
        tags=_take(table, "tags", _texts, ()),
        verdict=_take(table, "verdict", _text, None) or None,
        created=created,
        modified=_take(table, "modified", _time, created),
        anchor=anchor,
        value=_take(table, "value", _value, None),
        proof=_take(table, "proof", _text, ""),
        dated=_take(table, "dated", _date, ""),
        paragraph=_take(table, "paragraph", _text, ""),
    )


def _need(table: Mapping[str, Any], key: str, read: Callable[[Any], Any]) -> Any:
    if key not in table:
        raise ValueError(f"{key}: is missing")
    return _take(table, key, read, None)


def _take(table: Mapping[str, Any], key: str, read: Callable[[Any], Any], default: Any) -> Any:
    if key not in table:
        return default
    try:
        return read(table[key])
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"must be text in quotes, not {value!r:.40}")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f'must be a list of texts such as ["typo"], not {value!r:.40}')
    return tuple(value)


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"must be a whole number, not {value!r:.40}")
    return value


def _value(value: Any) -> Decimal | str | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise ValueError(f"must be a number or text in quotes, not {value!r:.40}")
    return value_of(value)


def _date(value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str) or (value and not is_date(value)):
        raise ValueError(f'must be a date such as "2022-05-27" or "2022", not {value!r:.40}')
    return value


def _time(value: Any) -> datetime:
    if not isinstance(value, datetime):
        raise ValueError(f"must be a time such as 2026-01-12T09:40:00Z, not {value!r:.40}")
    # A time without a zone was typed by hand; it is taken as UTC.
    try:
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    except OverflowError as error:
        raise ValueError("must be in the years 1 to 9999 in UTC") from error
