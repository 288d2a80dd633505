"""The fields of a note as they are typed, and their parsing.

Corrected values and dates are parsed by the same grammar as documents, and shown as they were
understood. A value that is not a figure is stored as words.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FactdeskError
from tui.patterns import pattern
from tui.text import safe
from tui.wording import amount, date_words, number, signs

if TYPE_CHECKING:
    from tui.figures import Figure
    from tui.notes import Note

_ISO = pattern(r"(?:\d{4}|\d{3}X|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
#: A sign at the head of a value; with a blank after it, it would quote a line of Markdown.
_BOUND = pattern(r"\A([<>]) ")
#: Kinds that are more than a number with a unit, so that a number alone cannot correct them.
_WORDED = ("date", "time", "ordinal", "ratio", "score")


class TypedNote(NamedTuple):
    """The fields of a note as typed.

    `value` is a figure's corrected value or, for a whole document, its date; `proof` is the reason.
    """

    body: str = ""
    tags: str = ""
    value: str = ""
    proof: str = ""


class NoteContent(NamedTuple):
    """The content of a note; see `tui.notes.Note` for the fields."""

    body: str = ""
    tags: tuple[str, ...] = ()
    verdict: str | None = None
    value: Decimal | str | None = None
    proof: str = ""
    dated: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether all fields are empty."""
        return not (self.body.strip() or any(self[1:]))

    @property
    def typed(self) -> TypedNote:
        """The content as text fields."""
        value = self.dated or ("" if self.value is None else str(self.value))
        if isinstance(self.value, Decimal):
            value = f"{self.value:,f}"
        # Single-line fields show line breaks as spaces and control characters as signs.
        fields = (", ".join(self.tags), value, self.proof)
        return TypedNote(self.body, *(safe(" ".join(field.split())) for field in fields))

    def retyped(self, before: TypedNote, now: TypedNote) -> NoteContent:
        """The content with the fields that were changed; `value` and `dated` stay."""
        new = self._replace(body=now.body)
        if now.tags != before.tags:
            new = new._replace(tags=split_tags(now.tags))
        if now.proof != before.proof:
            new = new._replace(proof=now.proof.strip())
        return new


def split_tags(typed: str) -> tuple[str, ...]:
    """Tags separated by commas, without duplicates.

    >>> split_tags(" typo, check later,typo,, ")
    ('typo', 'check later')
    """
    tags = (" ".join(tag.split()) for tag in typed.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def read_value(typed: str, noted: Figure | None = None) -> Decimal | str | None:
    """A corrected value: a number in the unit of the figure `noted`, else the words as typed.

    >>> read_value("32,016"), read_value("1.2 bn CNY"), read_value("who knows"), read_value(" ")
    (Decimal('32016'), '1.2 bn CNY', 'who knows', None)
    """
    words = " ".join(typed.split())
    if not words:
        return None
    figure = _figure_of(words, noted)
    unit = noted.unit if noted else None
    if figure is None or figure.value is None or figure.bound:
        return words
    if figure.unit in (None, unit):
        return _in_digits(figure.value)
    return words


def value_words(value: Decimal | str, noted: Figure | None = None) -> str | None:
    """How a corrected value was understood; None for words that are no figure.

    >>> value_words("1.2 bn CNY"), value_words(Decimal(32016)), value_words("who knows")
    ('CNY 1.2 bn', '32,016', None)
    >>> value_words("> 63"), value_words(">63")
    ('> 63', '> 63')
    """
    if isinstance(value, Decimal):
        if noted is None or noted.kind in _WORDED:
            return number(value)
        return amount(noted._replace(value=value, low=value, high=value))
    figure = _figure_of(value, noted)
    return None if figure is None else f"{signs(figure)} {amount(figure)}".strip()


def correction_words(note: Note, noted: Figure | None = None) -> str:
    """The corrected value or the date that a note sets, with the proof, in one line."""
    said = ""
    if note.value is not None:
        said = f"should be {value_words(note.value, noted) or note.value}"
    if note.dated:
        said = f"dated {date_words(note.dated)}"
    proof = f"({note.proof})" if note.proof else ""
    return " ".join(f"{said} {proof}".split())


def note_words(note: Note, noted: Figure | None = None) -> str:
    """A note in one line: verdict, correction, body, tags."""
    words = (note.verdict, correction_words(note, noted), note.body, ", ".join(note.tags))
    return " · ".join(" ".join(part.split()) for part in words if part)


def read_date(typed: str, said: str | None) -> str:
    """A document's date in ISO 8601, with X for unknown parts; "" if none is typed.

    A year alone completes the date stated in the document. Raises `FactdeskError` for an invalid
    date.

    >>> read_date("27 May 2022", None), read_date("2022", "XXXX-05-27"), read_date("2022-05", "")
    ('2022-05-27', '2022-05-27', '2022-05')
    """
    words = " ".join(typed.split())
    if not words:
        return ""
    iso = words.upper() if _is_iso(words.upper()) else _date_of(words)
    if iso is None:
        raise FactdeskError(
            f"“{words[:40]}” is not a date",
            remedy="type it as 27 May 2022, May 2022, 2022 or 2022-05-27",
        )
    if len(iso) == 4 and said and said.startswith("XXXX-"):
        complete = iso + said[4:]
        return complete if _is_iso(complete) else iso
    return iso


def _figure_of(words: str, noted: Figure | None) -> Figure | None:
    """The figure that the words consist of, or None."""
    from tui.figures import extract

    words = _BOUND.sub(r"\1", words)
    if noted is None or noted.kind != "date":
        # After a currency sign, 2019 is not a year and 1.2 m not a length.
        found = extract("$" + words)
        if len(found) == 1 and found[0].kind == "money" and found[0].text == "$" + words:
            return found[0]._replace(kind="count", unit=None, text=words)
    found = extract(words)
    if len(found) != 1 or found[0].kind == "malformed":
        return None
    figure = found[0]
    left = (words[: figure.start] + words[figure.end :]).split()
    return figure if set(left) <= set(f"{figure.unit} {figure.hedge}".split()) else None


def _in_digits(value: Decimal) -> Decimal:
    """1.1E+12 as plain digits."""
    whole = value == value.to_integral_value() and abs(value) < 10**30
    return Decimal(int(value)) if whole else value


def _date_of(words: str) -> str | None:
    from tui.figures import extract

    found = extract(words)
    if len(found) == 1 and found[0].kind == "date" and found[0].text == words and found[0].date:
        return found[0].date if _is_iso(found[0].date) else None
    return None


def _is_iso(words: str) -> bool:
    match = _ISO.fullmatch(words)
    if match is None:
        return False
    try:
        # If the year is unknown, 29 February is possible.
        year = int(words[:4]) if words[:4].isdigit() else 2000
        date(year, int(match[1] or 1), int(match[2] or 1))
    except ValueError:
        return False
    return True
