"""What the reader wrote: the note, and the words it stands on."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from decimal import Decimal

    from tui.notes.quoting import Quoted

#: What a verdict can be unless the reader's config says otherwise; None is "unchecked".
VERDICTS = ("supported", "disputed", "needs context", "wrong", "unverifiable")
#: What a note can stand on.
KINDS = ("figure", "passage", "document")
#: What `find_anchor` can answer, from best to worst.
STATES = ("anchored", "moved", "changed", "unsure", "lost")

# The noted paragraph is kept with the note; of a longer one so many characters each side.
_AROUND = 500


class Noted(Protocol):
    """What a note needs to know about a document."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def sha256(self) -> str: ...


class Anchor(NamedTuple):
    """The words a note stands on, and enough around them to find them in a changed text.

    `start`, `end` are code points of the text whose UTF-8 has this `sha256`; `line` counts from
    1; the quote is the `nth` of `of` occurrences (from 1), compared without case and spacing.
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
    """Where an anchor stands now; `state` is one of `STATES`.

    anchored: the same place. moved: the same words elsewhere. changed: other words stand between
    the old neighbours; shown, never taken over without the reader's word. unsure: perhaps here,
    ask. lost: `start` and `end` are None.
    """

    state: str
    start: int | None
    end: int | None


class Note(NamedTuple):
    """One note; plain immutable data. Change it with `edited` and hand it to the store.

    `kind` is one of `KINDS`; a note on the whole document has no anchor. `verdict` None means
    unchecked. `created` and `modified` are aware, in UTC, to the second. `value` is the corrected
    value of a figure, a number in the figure's own unit or else words; `dated` the document's own
    date as the reader sets it (ISO 8601, unknown parts as X); `proof` says why. `paragraph` is
    what stood around the words when they were noted: evidence outlives its source.
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
        document: Noted,
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
        """A new note on `document.text[start:end]`, with a fresh id; not yet in any store."""
        from tui.notes.anchor import make_anchor

        text = document.text
        return cls._new(
            document.name,
            kind,
            body,
            tags,
            verdict,
            anchor=make_anchor(text, start, end, sha256=document.sha256),
            value=value,
            proof=proof,
            paragraph=paragraph_around(text, start, end),
        )

    @classmethod
    def about(
        cls,
        document: Noted,
        *,
        body: str = "",
        tags: "Sequence[str]" = (),
        verdict: str | None = None,
        dated: str = "",
        proof: str = "",
    ) -> "Note":
        """A new note on the document as a whole."""
        return cls._new(document.name, "document", body, tags, verdict, dated=dated, proof=proof)

    @classmethod
    def _new(
        cls,
        document: str,
        kind: str,
        body: str,
        tags: "Sequence[str]",
        verdict: str | None,
        *,
        anchor: Anchor | None = None,
        value: "Decimal | str | None" = None,
        proof: str = "",
        dated: str = "",
        paragraph: str = "",
    ) -> "Note":
        from tui.notes.ids import new_id, now

        made = now()
        return cls(
            id=new_id(),
            document=document,
            kind=kind,
            body=body,
            tags=tuple(tags),
            verdict=verdict,
            created=made,
            modified=made,
            anchor=anchor,
            value=value,
            proof=proof,
            dated=dated,
            paragraph=paragraph,
        )

    @property
    def quoted(self) -> "Quoted":
        """The words in the sentence that they were noted in; empty on a whole document."""
        from tui.notes.quoting import quoted

        where = self.anchor
        if where is None:
            return quoted("", "")
        return quoted(self.paragraph, where.exact, where.before, where.after)

    def edited(self, **changes: object) -> "Note":
        """The note with some fields replaced: `note.edited(body="...", verdict="wrong")`."""
        return self._replace(**changes)  # type: ignore[arg-type]

    def anchored_at(self, document: Noted, start: int, end: int) -> "Note":
        """The note standing on other words: a changed anchor accepted, a lost one attached."""
        from tui.notes.anchor import make_anchor

        return self._replace(
            anchor=make_anchor(document.text, start, end, sha256=document.sha256),
            paragraph=paragraph_around(document.text, start, end),
        )


class About(NamedTuple):
    """What the notes of a file are about: its `[document]` table."""

    path: str
    sha256: str = ""
    title: str = ""


class Change(NamedTuple):
    """What happened to one note, as the text of its block; None where there was or is none."""

    id: str
    before: str | None
    after: str | None


def whole(text: str) -> str:
    """The text with half characters (lone surrogates), which no file keeps, as U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    return text


def paragraph_around(text: str, start: int, end: int) -> str:
    r"""The paragraph that holds `text[start:end]`, without its outer white space.

    >>> paragraph_around("One.\n\nTwo, three.\n\nFour.", 6, 9)
    'Two, three.'
    """
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    for gap in ("\n\n", "\r\n\r\n"):
        above, below = text.rfind(gap, first, start), text.find(gap, end, last)
        first = above if above >= 0 else first
        last = below if below >= 0 else last
    return whole(text[first:last].strip())
