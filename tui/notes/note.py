"""The data of a note: its text, verdict, tags and anchor."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from decimal import Decimal

    from tui.notes.exchange.quoting import Quoted

#: The default verdicts, which the settings can replace; None is "unchecked".
VERDICTS = ("supported", "disputed", "needs context", "wrong", "unverifiable")
#: What a note can be about.
KINDS = ("figure", "passage", "document")
#: The results of `find_anchor`, from best to worst.
STATES = ("anchored", "moved", "changed", "unsure", "lost")
#: Those of an anchor whose words were found with certainty.
SURE = ("anchored", "moved")

# A note stores its paragraph, but at most this many characters on each side of the quote.
_PARAGRAPH_CONTEXT = 500


class NotedDocument(Protocol):
    """What a note needs to know of a document."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def sha256(self) -> str: ...


class Anchor(NamedTuple):
    """The quote a note is about, and enough context to find it again in a changed text.

    `start` and `end` are offsets in the text whose UTF-8 has this `sha256`; `line` counts from 1.
    The quote is the `nth` of `of` occurrences (from 1), ignoring case and white space.
    """

    exact: str
    before: str
    after: str
    start: int
    end: int
    line: int
    nth: int
    of: int
    sha256: str


class Match(NamedTuple):
    """Where an anchor is in a text; `state` is one of `STATES`.

    anchored: at the same place. moved: the same words elsewhere. changed: other words between the
    old neighbours; shown, but only the reader can accept them. unsure: a possible place; ask. lost:
    `start` and `end` are None.
    """

    state: str
    start: int | None
    end: int | None


class Note(NamedTuple):
    """One note, immutable; `note._replace(verdict="wrong")` is what the store's `update` takes.

    `kind` is one of `KINDS`; a note on the whole document has no anchor. `verdict` is None if
    unchecked. `created` and `modified` are aware, in UTC, to the second. `value` is the corrected
    value of a figure: a number in the figure's own unit, or words. `dated` is the document's own
    date as the reader sets it (ISO 8601, unknown parts as X), `proof` the reason for it or for the
    value. `paragraph` is the text around the quote when it was noted, so that evidence outlives its
    source.
    """

    id: str
    document: str
    kind: str
    body: str
    tags: tuple[str, ...]
    verdict: str | None
    created: "datetime"
    modified: "datetime"
    anchor: Anchor | None = None
    value: "Decimal | str | None" = None
    proof: str = ""
    dated: str = ""
    paragraph: str = ""

    @classmethod
    def on(
        cls,
        document: NotedDocument,
        start: int,
        end: int,
        *,
        kind: str = "passage",
        body: str = "",
        tags: "Sequence[str]" = (),
        verdict: str | None = None,
        value: "Decimal | str | None" = None,
        proof: str = "",
    ) -> "Note":
        """A new note on `document.text[start:end]`, with a new id; not yet in any store."""
        from tui.notes.anchoring.anchor import make_anchor

        text = document.text
        return cls._blank(document, kind)._replace(
            body=body,
            tags=tuple(tags),
            verdict=verdict,
            anchor=make_anchor(text, start, end, sha256=document.sha256),
            value=value,
            proof=proof,
            paragraph=paragraph_around(text, start, end),
        )

    @classmethod
    def about(
        cls,
        document: NotedDocument,
        *,
        body: str = "",
        tags: "Sequence[str]" = (),
        verdict: str | None = None,
        dated: str = "",
        proof: str = "",
    ) -> "Note":
        """A new note on the whole document."""
        return cls._blank(document, "document")._replace(
            body=body, tags=tuple(tags), verdict=verdict, dated=dated, proof=proof
        )

    @classmethod
    def _blank(cls, document: NotedDocument, kind: str) -> "Note":
        """A new note that says nothing yet."""
        from tui.notes.ids import new_id, now

        made = now()
        return cls(new_id(), document.name, kind, "", (), None, created=made, modified=made)

    @property
    def quoted(self) -> "Quoted":
        """The quote with the rest of its sentence; empty for a note on the whole document."""
        from tui.notes.exchange.quoting import quoted

        where = self.anchor
        if where is None:
            return quoted("", "")
        return quoted(self.paragraph, where.exact, where.before, where.after)

    def anchored_at(self, document: NotedDocument, start: int, end: int) -> "Note":
        """The note with its anchor on other words: accepts a changed anchor, or attaches a lost
        one."""
        from tui.notes.anchoring.anchor import make_anchor

        return self._replace(
            anchor=make_anchor(document.text, start, end, sha256=document.sha256),
            paragraph=paragraph_around(document.text, start, end),
        )


class About(NamedTuple):
    """The document of a notes file: its `[document]` table."""

    path: str
    sha256: str = ""
    title: str = ""


class Change(NamedTuple):
    """A change of one note: the text of its block before and after; None if it did not or does not
    exist."""

    id: str
    before: str | None
    after: str | None


def date_set_by(notes: "Iterable[Note]") -> str | None:
    """The date of a document that notes on the whole of it set; of several the one modified
    last."""
    dated = [note for note in notes if note.dated and note.kind == "document"]
    return max(dated, key=lambda note: (note.modified, note.id)).dated if dated else None


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which UTF-8 cannot encode, replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    return text


def paragraph_around(text: str, start: int, end: int) -> str:
    r"""The paragraph that contains `text[start:end]`, without outer white space.

    >>> paragraph_around("One.\n\nTwo, three.\n\nFour.", 6, 9)
    'Two, three.'
    """
    first, last = max(0, start - _PARAGRAPH_CONTEXT), min(len(text), end + _PARAGRAPH_CONTEXT)
    for gap in ("\n\n", "\r\n\r\n"):
        above, below = text.rfind(gap, first, start), text.find(gap, end, last)
        first = above if above >= 0 else first
        last = below if below >= 0 else last
    return without_surrogates(text[first:last].strip())
