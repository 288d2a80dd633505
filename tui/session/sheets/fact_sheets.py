"""Figures of several documents as a sheet: each with its reading, note, sentence and place."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tui.session.facts.relations import relation_label
from tui.session.notes.note_fields import correction_words
from tui.session.sheets.sheet import Sheet
from tui.text import markdown, spreadsheet_cell
from tui.wording import amount, counted, date_words, plain_number, signs, summary

if TYPE_CHECKING:
    from tui.facts import Fact, Rival
    from tui.notes import Note
    from tui.session.facts.standings import Standing
    from tui.session.notes.verdicts import Verdicts

#: How the figure that others are compared with is called among them.
ASKED = "compared"

_BLANKS = re.compile(r"\s+")

NoteOn = Callable[["Fact"], "Note | None"]
Record = dict[str, object]


class _Line(NamedTuple):
    """A figure as people read it; `relation` is empty outside a comparison and a check, `elsewhere`
    outside a check."""

    relation: str
    figure: str
    subject: str
    period: str
    verdict: str
    sign: str
    said: str
    title: str
    place: str
    before: str
    exact: str
    after: str
    elsewhere: str


class _Compared(NamedTuple):
    """A fact and, in a comparison, how it relates to the one that is compared; in a check, how it
    stands among all others."""

    fact: Fact
    relation: str = ""
    is_likely: bool = True
    standing: Standing | None = None


def fact_sheet(facts: Sequence[Fact], note_on: NoteOn, verdicts: Verdicts) -> Sheet:
    """Facts as a sheet, in this order; `note_on` returns the note on a fact."""
    return _sheet([_Compared(fact) for fact in facts], "figures.csv", note_on, verdicts)


def rival_sheet(asked: Fact, rivals: Sequence[Rival], note_on: NoteOn, verdicts: Verdicts) -> Sheet:
    """A fact and its rivals as a sheet, each with its relation to the first."""
    from tui.facts import relation

    compared = [
        _Compared(rival.fact, relation_label(relation(asked, rival.fact)).words, rival.is_likely)
        for rival in rivals
    ]
    return _sheet([_Compared(asked, ASKED), *compared], "comparison.html", note_on, verdicts)


def check_sheet(
    checked: Iterable[tuple[Fact, Standing | None]], note_on: NoteOn, verdicts: Verdicts
) -> Sheet:
    """The figures of a document as a sheet, each with how it stands, and the figure that decides;
    without a standing it was not compared yet."""
    from tui.session.facts.standings import Standing, standing_words

    known = ((fact, stands or Standing("not compared yet")) for fact, stands in checked)
    compared = [_Compared(fact, standing_words(stands), standing=stands) for fact, stands in known]
    return _sheet(compared, "check.html", note_on, verdicts)


def _sheet(compared: Sequence[_Compared], name: str, note_on: NoteOn, verdicts: Verdicts) -> Sheet:
    def text(form: str) -> str:
        noted = [(each, note_on(each.fact)) for each in compared]
        if form in _OF_RECORDS:
            return _OF_RECORDS[form]([_record(each, note) for each, note in noted])
        return _OF_LINES[form]([_line(each, note, verdicts) for each, note in noted])

    return Sheet(counted(len(compared), "figure"), name, _FORMATS, text)


def _record(each: _Compared, note: Note | None) -> Record:
    """A figure as plain data: the fields of `Figure`, of its note and of its document."""
    (document, _, figure), relation, is_likely, standing = each
    fields = figure._asdict()
    for inner in ("start", "end", "text", "sentence", "links"):
        del fields[inner]
    compared: Record = {}
    if standing is not None:
        compared = {"standing": standing.state, "relation": relation, **_elsewhere(standing)}
    elif relation:
        compared = {"relation": relation, "likely": is_likely}
    return {
        **compared,
        "quote": figure.text,
        **fields,
        "verdict": (note.verdict or "") if note else "",
        "note": note.body if note else "",
        "tags": ", ".join(note.tags) if note else "",
        "correction": correction_words(note, figure) if note else "",
        "sentence": " ".join(each.fact.passage.split()),
        "title": document.title,
        "publisher": document.publisher or "",
        "dated": document.dated or "",
        "file": document.name,
        "line": document.line_of(figure.start),
        "start": figure.start,
        "end": figure.end,
        "sha256": document.sha256,
    }


def _elsewhere(standing: Standing) -> Record:
    """The figure that decides how another one stands, with its place."""
    if standing.rival is None:
        return dict.fromkeys(f"elsewhere{field}" for field in ("", "_file", "_line", "_sentence"))
    document, _, figure = fact = standing.rival.fact
    return {
        "elsewhere": summary(figure),
        "elsewhere_file": document.name,
        "elsewhere_line": document.line_of(figure.start),
        "elsewhere_sentence": _words(fact.passage),
    }


def _line(each: _Compared, note: Note | None, verdicts: Verdicts) -> _Line:
    document, _, figure = each.fact
    start, end = figure.sentence
    text = document.text
    said = (
        [note.body, correction_words(note, figure), *(f"#{tag}" for tag in note.tags)]
        if note
        else []
    )
    return _Line(
        relation=each.relation if each.is_likely else f"{each.relation}; not likely the same",
        figure=f"{signs(figure)} {amount(figure)}".strip(),
        subject=figure.subject or "",
        period=date_words(figure.period) if figure.period else "",
        verdict=(note.verdict or "") if note else "",
        sign=verdicts.symbol(note.verdict).sign if note else "",
        said=" · ".join(" ".join(words.split()) for words in said if words),
        title=document.title,
        place=f"{document.name}, line {document.line_of(figure.start)}",
        before=_words(text[start : figure.start]),
        exact=_words(figure.text),
        after=_words(text[figure.end : max(end, figure.end)]),
        elsewhere=_elsewhere_words(each.standing),
    )


def _elsewhere_words(standing: Standing | None) -> str:
    """The same in one line."""
    there = _elsewhere(standing) if standing else {}
    if not there.get("elsewhere"):
        return ""
    place = f"{there['elsewhere_file']}, line {there['elsewhere_line']}"
    return f"{there['elsewhere']} ({place}): “{there['elsewhere_sentence']}”"


def _words(text: str) -> str:
    """The text in one line, with one blank for any white space."""
    return _BLANKS.sub(" ", text)


# Formats ----------------------------------------------------------------------------------


def _csv(records: Sequence[Record]) -> str:
    """RFC 4180 with a header; values are plain numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(records[0])
    writer.writerows(map(_cell, record.values()) for record in records)
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return spreadsheet_cell("" if value is None else str(value))


def _json(records: Sequence[Record]) -> str:
    return json.dumps(records, indent=1, default=plain_number) + "\n"


def _columns(lines: Sequence[_Line]) -> list[str]:
    """The headings; a comparison has one more, a check two."""
    compared = ["relation"] if lines[0].relation else []
    there = ["elsewhere"] if any(line.elsewhere for line in lines) else []
    fields = ["figure", "of", "period", "verdict and note", "document", "sentence"]
    return [*compared, *fields, *there]


def _markdown(lines: Sequence[_Line]) -> str:
    """A table, each row in one line."""
    columns = _columns(lines)
    rows = [_row(columns), _row("---" for _ in columns)]
    for line in lines:
        verdict = f"**{_marked(line.sign)} {_marked(line.verdict)}**" if line.verdict else ""
        said = " · ".join(filter(None, (verdict, _marked(line.said))))
        inner, end = (markdown(part, is_begin=False) for part in (line.exact, line.after))
        sentence = f"{markdown(line.before)}**{inner}**{end}".replace("|", "\\|")
        cells = [_marked(line.relation)] if line.relation else []
        cells += map(_marked, (line.figure, line.subject, line.period))
        cells += [said, f"{_marked(line.title)} ({_marked(line.place)})", sentence]
        rows.append(_row([*cells, _marked(line.elsewhere)][: len(columns)]))
    return "\n".join(rows) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(words: str) -> str:
    return markdown(words).replace("|", "\\|")


def _html(lines: Sequence[_Line]) -> str:
    """A page with a table; rows have the colours of their verdicts."""
    from tui.notes import html_page, html_text, verdict_colours

    colours = verdict_colours(line.verdict for line in lines)
    columns = _columns(lines)
    head = "".join(f"<th>{name}</th>" for name in columns)
    rows = [f"<tr>{head}</tr>"]
    for line in lines:
        text = _Line(*map(html_text, line))
        verdict = f"<b>{text.sign} {text.verdict}</b>" if line.verdict else ""
        cells = [text.relation] if line.relation else []
        cells += [text.figure, text.subject, text.period]
        cells.append(" · ".join(filter(None, (verdict, text.said))))
        cells.append(f"{text.title}<small>{text.place}</small>")
        cells.append(f"{text.before}<mark>{text.exact}</mark>{text.after}")
        cells = [*cells, text.elsewhere][: len(columns)]
        row = "".join(f"<td>{cell}</td>" for cell in cells)
        rows.append(f'<tr class="v{colours[line.verdict]}">{row}</tr>')
    return html_page("Figures", "<table>\n" + "\n".join(rows) + "\n</table>\n")


#: The format of each file extension, and the functions that write them.
_FORMATS = {".html": "html", ".md": "md", ".csv": "csv", ".json": "json"}
_OF_RECORDS = {"csv": _csv, "json": _json}
_OF_LINES = {"html": _html, "md": _markdown}
