"""Exports notes as Markdown, CSV, JSON, Web Annotations, HTML, or with the reader's own template.

Every note has its quote, file, line, offsets and the checksum of the text. Text from documents and
notes is escaped, whatever characters it contains.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from string import Template
from typing import NamedTuple, Protocol

from tui.errors import FactdeskError
from tui.notes.anchoring.anchor import AnchorFinder
from tui.notes.exchange.quoting import Quoted, quoted
from tui.notes.file.record import value_of
from tui.notes.note import SURE, Match, Note, NotedDocument
from tui.text import displayable, markdown, markdown_code, safe, spreadsheet_cell


class DescribedDocument(NotedDocument, Protocol):
    """What an export needs to know of a document; `tui.documents.Document` is one."""

    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def dated(self) -> str | None: ...
    def line_of(self, offset: int) -> int: ...


class ExportRow(NamedTuple):
    """A note as plain data. Offsets, line and checksum are of the document as it is now if the
    quote was found in it (`state` anchored or moved), else as they were noted. `sentence` is the
    sentence the quote was noted in; `figure` says in few words how a figure was parsed."""

    id: str
    kind: str
    quote: str
    sentence: str
    figure: str
    note: str
    tags: tuple[str, ...]
    verdict: str
    sign: str
    value: str
    proof: str
    dated: str
    title: str
    publisher: str
    date: str
    file: str
    line: int | None
    start: int | None
    end: int | None
    sha256: str
    state: str
    before: str
    after: str
    paragraph: str
    created: str
    modified: str

    @property
    def quoted(self) -> Quoted:
        """The quote in its sentence."""
        return quoted(self.sentence, self.quote, self.before, self.after)

    @property
    def reading(self) -> str:
        """How a figure was parsed, if that says more than the quote."""
        return "" if self.figure == self.quote else self.figure

    @property
    def correction(self) -> str:
        """The corrected value of the figure, or the date of the document, in words."""
        if self.dated:
            return f"dated {self.dated}"
        value = value_of(self.value)
        words = f"{value:,}" if isinstance(value, Decimal) else value
        return f"should be {words}" if words else ""


def locate_notes(document: DescribedDocument, notes: Iterable[Note]) -> list[tuple[Note, Match]]:
    """The notes with their places in the document as it is now; one on the whole is always
    anchored."""
    finder = AnchorFinder(document.text, sha256=document.sha256)
    on_document = Match("anchored", None, None)
    return [(note, finder.find(note.anchor) if note.anchor else on_document) for note in notes]


def export_rows(
    notes: Iterable[Note],
    documents: Iterable[DescribedDocument],
    sign_of: Callable[[str | None], str] = lambda verdict: "",
    figure_of: Callable[[str, int, int], str] = lambda name, start, end: "",
) -> list[ExportRow]:
    """The notes as rows, in order; `documents` provide titles and current places.

    `sign_of` returns the sign of a verdict or of None; `figure_of` describes the figure at `start`
    to `end` in the document with that name.
    """
    known = {document.name: document for document in documents}
    listed = list(notes)
    matches: dict[str, Match] = {}
    for name, document in known.items():
        for note, match in locate_notes(document, (one for one in listed if one.document == name)):
            matches[note.id] = match
    made = []
    for note in listed:
        row = _row(note, known.get(note.document), matches.get(note.id), sign_of(note.verdict))
        if row.kind == "figure" and row.state in SURE and row.end is not None:
            row = row._replace(figure=figure_of(row.file, row.start or 0, row.end))
        made.append(row)
    return made


def export_as(form: str, listed: list[ExportRow]) -> str:
    """The rows in one of `FORMATS`; raises `FactdeskError` for any other."""
    if form not in FORMATS:
        raise FactdeskError(
            f"unknown export format {safe(form)!r}", remedy=f"use one of {', '.join(FORMATS)}"
        )
    return FORMATS[form](listed)


def fill_template(template: str, listed: Iterable[ExportRow]) -> str:
    """The reader's own template, filled in for each row: `$quote ($title, line $line)`.

    The names are the fields of `ExportRow`; `$$` is a dollar. Raises `FactdeskError` for another
    name.
    """
    pieces = []
    for row in listed:
        values = {key: displayable(_words(value)) for key, value in row._asdict().items()}
        try:
            pieces.append(Template(template).substitute(values))
        except KeyError as error:
            raise FactdeskError(
                f"the template has an unknown name ${error.args[0]}",
                remedy=f"use {', '.join('$' + key for key in ExportRow._fields)}",
            ) from error
        except ValueError as error:
            raise FactdeskError(f"the template cannot be read: {error}") from error
    return "".join(pieces)


def to_markdown(listed: list[ExportRow]) -> str:
    """A section for each document, with quotes as block quotes. Only the notes themselves are
    Markdown, as they were typed."""
    lines: list[str] = []
    last = None
    for row in listed:
        if row.file != last:
            about = ", ".join(filter(None, (row.publisher, row.date, row.file)))
            about += f", sha256 {row.sha256}" if row.sha256 else ""
            lines += [f"# {markdown(row.title or row.file)}", "", markdown(about), ""]
            last = row.file
        lines += [*_block_quote(row.quoted), ""] if row.quote else []
        lines += [markdown(row.reading), ""] if row.reading else []
        facts = [row.verdict and f"**{markdown(f'{row.sign} {row.verdict}'.strip())}**"]
        facts += [markdown(row.correction), markdown(row.proof)]
        facts += [markdown_code(tag) for tag in row.tags]
        facts += [_line(row), "" if row.state in _SURE_OR_ALONE else f"words {row.state}"]
        lines += [" · ".join(filter(None, facts)), ""]
        lines += [displayable(row.note), ""] if row.note else []
        lines += ["---", ""]
    return "\n".join(lines)


def to_csv(listed: list[ExportRow]) -> str:
    """RFC 4180 with a header; cells that a spreadsheet would run as a formula start with an
    apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(ExportRow._fields)
    for row in listed:
        writer.writerow([_cell(key, value) for key, value in row._asdict().items()])
    return out.getvalue()


def to_json(listed: list[ExportRow]) -> str:
    """A list of objects with the fields of `ExportRow`."""
    return json.dumps([row._asdict() for row in listed], indent=1) + "\n"


def to_html(listed: list[ExportRow]) -> str:
    """A self-contained page."""
    from tui.notes.exchange.webpage import page

    return page(listed)


def to_w3c(listed: list[ExportRow]) -> str:
    """A page of Web Annotations (JSON-LD)."""
    from tui.notes.exchange.w3c import page

    return json.dumps(page(listed), indent=1) + "\n"


#: The export formats.
FORMATS: Mapping[str, Callable[[list[ExportRow]], str]] = {
    "md": to_markdown,
    "csv": to_csv,
    "json": to_json,
    "w3c": to_w3c,
    "html": to_html,
}
#: The same, or no document was given.
_SURE_OR_ALONE = (*SURE, "")


def _row(
    note: Note, document: DescribedDocument | None, match: Match | None, sign: str
) -> ExportRow:
    where = note.anchor
    line, start, end, sha256 = None, None, None, ""
    if where is not None:
        line, start, end, sha256 = where.line, where.start, where.end, where.sha256
        if document is not None and match is not None and match.state in SURE:
            start, end, sha256 = match.start, match.end, document.sha256
            line = document.line_of(start or 0)
    return ExportRow(
        id=note.id,
        kind=note.kind,
        quote=where.exact if where else "",
        sentence="".join(note.quoted),
        figure="",
        note=note.body,
        tags=note.tags,
        verdict=note.verdict or "",
        sign=sign,
        value="" if note.value is None else str(note.value),
        proof=note.proof,
        dated=note.dated,
        title=document.title if document else "",
        publisher=(document.publisher or "") if document else "",
        date=(note.dated or document.dated or "") if document else note.dated,
        file=note.document,
        line=line,
        start=start,
        end=end,
        sha256=sha256,
        state=match.state if match else "",
        before=where.before if where else "",
        after=where.after if where else "",
        paragraph=note.paragraph,
        created=_time(note.created),
        modified=_time(note.modified),
    )


def _block_quote(words: Quoted) -> list[str]:
    """The quote, in bold within its sentence if that says more."""
    before, quote, after = words
    if before or after:
        inner, end = (markdown(part, is_begin=False) for part in (quote, after))
        return [f"> {markdown(before)}**{inner}**{end}"]
    return [f"> {markdown(part.rstrip())}" for part in quote.split("\n")]


def _time(when: datetime) -> str:
    return when.isoformat().replace("+00:00", "Z")


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)


def _cell(key: str, value: object) -> str:
    words = _words(value)
    is_number = key == "value" and isinstance(value_of(words), Decimal)
    return displayable(words) if is_number else spreadsheet_cell(words)


def _line(row: ExportRow) -> str:
    return f"line {row.line}, {row.start}–{row.end}" if row.line else ""
