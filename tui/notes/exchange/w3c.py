"""Exports notes as Web Annotations (W3C, JSON-LD); imports these and the JSON of Hypothesis."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit

from tui.errors import FactdeskError, Problem
from tui.notes.anchoring.anchor import AnchorFinder
from tui.notes.file.record import is_date, value_of
from tui.notes.ids import now
from tui.notes.note import SURE, Anchor, Note, without_surrogates
from tui.text import safe

if TYPE_CHECKING:
    from tui.notes.exchange.export import DescribedDocument, ExportRow

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NOTE = "urn:factdesk:note:"
# Keys that the model lacks; the context declares them as ours.
_OURS = {"factdesk": "urn:factdesk:terms:"}
_OWN_KEYS = ("kind", "sha256", "line", "proof", "dated", "paragraph")


class Imported(NamedTuple):
    """Imported notes, not in any store yet, and what could not be read."""

    notes: list[Note]
    problems: list[Problem]


def page(listed: "list[ExportRow]") -> dict[str, Any]:
    """An AnnotationPage of the rows."""
    ids = "\n".join(row.id for row in listed)
    return {
        "@context": [_CONTEXT, _OURS],
        "id": f"urn:factdesk:page:{sha256(ids.encode()).hexdigest()[:16]}",
        "type": "AnnotationPage",
        "items": [_annotation(row) for row in listed],
    }


def import_annotations(text: str, documents: "Iterable[DescribedDocument]") -> Imported:
    """The notes of a W3C JSON-LD file or of Hypothesis' JSON export.

    Each is put on the open document that its source names, else on the one that contains its quote.
    An annotation always gets the same id, so that it is not imported twice. Raises `FactdeskError`
    if the file is neither.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FactdeskError(f"not JSON ({error})", remedy="export it again") from error
    finders = [(document, AnchorFinder.of(document)) for document in documents]
    found = Imported([], [])
    count = 0
    for number, item in enumerate(_annotations(data), 1):
        count += 1
        try:
            found.notes.append(_note(item, finders))
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError) as error:
            found.problems.append(Problem(f"annotation {number}: {safe(str(error))}"))
    if not count:
        raise FactdeskError(
            "no annotations found", remedy="import W3C JSON-LD or Hypothesis' JSON export"
        )
    return found


def _annotation(row: "ExportRow") -> dict[str, Any]:
    bodies = [_body("commenting", row.note)] if row.note else []
    bodies += [_body("tagging", tag) for tag in row.tags]
    bodies += [_body("assessing", row.verdict)] if row.verdict else []
    bodies += [_body("editing", row.value)] if row.value else []
    target: dict[str, Any] = {"source": quote(row.file, safe="/", errors="surrogateescape")}
    if row.quote and row.start is not None:
        exact = {"type": "TextQuoteSelector", "exact": row.quote}
        exact |= {"prefix": row.before, "suffix": row.after}
        position = {"type": "TextPositionSelector", "start": row.start, "end": row.end}
        target["selector"] = [exact, position]
    annotation: dict[str, Any] = {
        "id": _NOTE + row.id,
        "type": "Annotation",
        "motivation": "assessing" if row.verdict else "commenting",
        "created": row.created,
        "modified": row.modified,
        "target": target,
    }
    if bodies:
        annotation["body"] = bodies
    own = {key: getattr(row, key) for key in _OWN_KEYS}
    return annotation | {f"factdesk:{key}": value for key, value in own.items() if value}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _annotations(data: Any) -> Iterator[dict[str, Any]]:
    """The annotations in any of the structures that contain them."""
    if isinstance(data, list):
        for item in data:
            if isinstance(item, dict):
                yield item
        return
    if not isinstance(data, dict):
        return
    for key in ("items", "annotations", "rows"):
        if isinstance(data.get(key), list):
            yield from _annotations(data[key])
            return
    if isinstance(data.get("first"), dict):
        yield from _annotations(data["first"])
    elif "target" in data:
        yield data


def _note(item: dict[str, Any], finders: "list[tuple[DescribedDocument, AnchorFinder]]") -> Note:
    target = _first(item.get("target")) or {}
    if isinstance(target, str):
        target = {"source": target}
    source = str(target.get("source") or item.get("uri") or "")
    body, tags, verdict, value = _bodies(item)
    anchor, kind = _anchor(target), str(item.get("factdesk:kind", "passage"))
    document, name, match = _document(source, anchor, finders)
    created, dated = _time(item.get("created")), str(item.get("factdesk:dated", ""))
    note = Note(
        id=_id(item),
        document=name,
        kind="document" if anchor is None else "figure" if kind == "figure" else "passage",
        body=body,
        tags=tags,
        verdict=verdict,
        created=created,
        modified=_time(item.get("modified") or item.get("updated"), created),
        anchor=anchor,
        value=value,
        proof=without_surrogates(str(item.get("factdesk:proof", ""))),
        dated=dated if is_date(dated) else "",
        paragraph=without_surrogates(str(item.get("factdesk:paragraph", ""))),
    )
    return note if document is None or match is None else note.anchored_at(document, *match)


def _bodies(item: dict[str, Any]) -> tuple[str, tuple[str, ...], str | None, Decimal | str | None]:
    texts = [str(item["text"])] if isinstance(item.get("text"), str) else []
    tags = [str(tag) for tag in item.get("tags") or ()]
    verdict: str | None = None
    value: Decimal | str | None = None
    bodies = item.get("body") or []
    for body in bodies if isinstance(bodies, list) else [bodies]:
        words = body if isinstance(body, str) else str(body.get("value", ""))
        purpose = "commenting" if isinstance(body, str) else body.get("purpose")
        if purpose == "tagging":
            tags.append(words)
        elif purpose == "assessing":
            verdict = without_surrogates(words) or None
        elif purpose == "editing":
            value = value_of(without_surrogates(words))
        else:
            texts.append(words)
    return (
        without_surrogates("\n\n".join(filter(None, texts))),
        tuple(map(without_surrogates, tags)),
        verdict,
        value,
    )


def _anchor(target: dict[str, Any]) -> Anchor | None:
    selectors = target.get("selector") or []
    quoted: dict[str, Any] = {}
    position: dict[str, Any] = {}
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        if selector.get("type") == "TextQuoteSelector":
            quoted = selector
        elif selector.get("type") == "TextPositionSelector":
            position = selector
    if not quoted.get("exact"):
        return None
    return Anchor(
        exact=without_surrogates(str(quoted["exact"])),
        before=without_surrogates(str(quoted.get("prefix") or "")),
        after=without_surrogates(str(quoted.get("suffix") or "")),
        start=max(0, int(position.get("start") or 0)),
        end=max(0, int(position.get("end") or 0)),
        line=1,
        nth=1,
        of=1,
        sha256="",
    )


def _document(
    source: str, anchor: Anchor | None, finders: "list[tuple[DescribedDocument, AnchorFinder]]"
) -> "tuple[DescribedDocument | None, str, tuple[int, int] | None]":
    """The document of the annotation, its name, and the span of the quote in it."""
    path = unquote(urlsplit(source).path or source, errors="surrogateescape")
    named = [pair for pair in finders if pair[0].name == path]
    named = named or [pair for pair in finders if _last(pair[0].name) == _last(path)]
    for document, finder in named or finders:
        if anchor is None:
            if named:
                return document, document.name, None
            continue
        match = finder.find(anchor)
        sure = match.state in SURE
        if sure and match.start is not None and match.end is not None:
            return document, document.name, (match.start, match.end)
    if named and anchor is not None:
        return None, named[0][0].name, None
    raise ValueError(f"no open document is {source!r:.80} or contains its quote")


def _id(item: dict[str, Any]) -> str:
    said = str(item.get("id") or "")
    own = said.removeprefix(_NOTE)
    if own != said and own.isalnum() and own.isascii() and len(own) <= 64:
        return own
    return sha256((said or json.dumps(item, sort_keys=True)).encode()).hexdigest()[:16].upper()


def _time(said: Any, default: datetime | None = None) -> datetime:
    try:
        when = datetime.fromisoformat(str(said))
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return when.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return default or now()


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]
