"""The search dialog: one line, the hits while it is typed, and the text around the one chosen."""

from collections import OrderedDict
from dataclasses import dataclass
from time import thread_time
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.app import keys
from tui.app.background import Background
from tui.app.field import Field
from tui.app.header import Header, Heading
from tui.app.paint import CURSOR_BAR, NOTE_SIGN, Ink, Part, line, runs
from tui.app.reader import Reader
from tui.app.rows import Rows
from tui.app.status import Status
from tui.session import Found, Session, Spans
from tui.text import cells, safe

if TYPE_CHECKING:
    from tui.search import Answer, Hit, Index

#: Hits asked for: more than anybody reads through, few enough to rank while typing.
MOST = 200
#: Seconds of CPU up to which a query is answered between the key and its frame. One that takes
#: longer goes on beside the keys, and costs a second frame when its answer comes.
AT_ONCE = 0.004
_SIGNS = {"title": "T", "fact": "#", "note": NOTE_SIGN, "passage": "¶"}
_PLURALS = {"title": "titles", "fact": "facts", "note": "notes", "passage": "passages"}


class HitList(Rows):
    """Two rows a hit: its words with what matched, and where they stand."""

    PER_ITEM = 2

    def __init__(self, ink: Ink, session: Session) -> None:
        super().__init__(ink, id="hits")
        self._session = session
        self._query = ""
        self.hits: list[Hit] = []
        self.empty: tuple[str, ...] = ()
        self._shown: OrderedDict[int, tuple[str, list[tuple[int, int]]]] = OrderedDict()

    @property
    def EMPTY(self) -> tuple[str, ...]:  # type: ignore[override]  # noqa: N802
        return self.empty

    @property
    def length(self) -> int:
        return len(self.hits)

    @property
    def ground(self) -> Style:
        return self.ink.surface

    def show(self, query: str, hits: list["Hit"], empty: tuple[str, ...]) -> None:
        """Show the hits of a query, or words of why there are none."""
        self._query, self.hits, self.empty = query, hits, empty
        self._shown.clear()
        self.reset()

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        hit = self.hits[number]
        ground = self.ground + self.ink.cursor if here else self.ground
        bar: Part = (CURSOR_BAR if here else " ", self.ink.bar)
        if part == 1:
            document = self._session.library.get(hit.document)
            where = document.title if document else hit.document
            close = "" if hit.exact else "≈ "
            return line(
                [bar, ("  " + close, self.ink.accent), (where, self.ink.muted)], width, ground
            )
        words, spans = self._words(number, width - 3)
        sign = line([bar, (_SIGNS[hit.kind] + " ", self.ink.muted)], 3, ground)
        marked = runs(words, ground + self.ink.text, [(a, b, self.ink.match) for a, b in spans])
        room = width - 3 - cells(safe(words))
        if room < 0:
            return list(Strip([*sign, *marked]).crop(0, width))
        return [*sign, *marked, Segment(" " * room, ground)]

    def _words(self, number: int, width: int) -> tuple[str, list[tuple[int, int]]]:
        """The words of a hit that fit, from a little before the first match, and the matches."""
        if number not in self._shown:
            index = self._session.index
            assert index is not None
            hit = self.hits[number]
            text, start, end = self._session.words_of(hit)
            spans = index.spans(self._query, hit)
            first = min((a for a, _ in spans), default=start)
            begin = start
            if first - start > width * 2 // 3:
                begin = max(start, text.rfind(" ", start, max(start, first - width // 4)) + 1)
            self._shown[number] = (
                text[begin : min(end, begin + width)].replace("\n", " "),
                [(a - begin, b - begin) for a, b in spans],
            )
        return self._shown[number]


class SearchScreen(ModalScreen["Hit | None"]):
    """Gives the hit that was opened, or None."""

    BINDINGS = keys.bindings("search")
    AUTO_FOCUS = ""
    # Below this the preview goes under the hits.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual's own

    @dataclass
    class Answered(Message):
        """A query was searched; late answers are passed over."""

        query: str
        answer: "Answer"
        #: Seconds of CPU that it took.
        took: float

    def __init__(self, session: Session, ink: Ink, chosen: keys.Keys) -> None:
        super().__init__()
        self._session = session
        self._field = Field(session.query, placeholder="words, figures, >1bn …", id="query")
        self._hits = HitList(ink, session)
        self._preview = Reader(ink, 76)
        self._over_hits, self._over_preview = Header(ink), Header(ink)
        self._status = Status(ink, keys.footer("search", chosen), "Search")
        #: Seconds of CPU that the last query took.
        self._took = 1.0

    def compose(self) -> ComposeResult:
        with Vertical(id="search"):
            yield self._field
            with Horizontal(id="found"):
                with Vertical(classes="half"):
                    yield self._over_hits
                    yield self._hits
                with Vertical(classes="half"):
                    yield self._over_preview
                    yield self._preview
            yield self._status

    def on_mount(self) -> None:
        self._preview.can_focus = False
        self._hits.can_focus = False
        self._field.focus()
        # Not by its message, which comes one frame later.
        self.watch(self._field, "value", self._ask)

    def on_background_indexed(self, _event: Background.Indexed) -> None:
        """The index is ready: what was typed meanwhile is searched now."""
        self._ask(self._field.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_hit_open()

    def _ask(self, query: str) -> None:
        self._session.query = query
        if self._session.index is None:
            self._hits.show("", [], ("Reading the documents …",))
        elif query.strip() and self._took < AT_ONCE:
            self.workers.cancel_group(self, "search")
            self.on_search_screen_answered(self._answer(self._session.index, query))
        elif query.strip():
            self._search(self._session.index, query)
        else:
            self.workers.cancel_group(self, "search")
            self._show(query, [], "", ("Type some words, a figure, or a comparison like >1bn.",))

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, index: "Index", query: str) -> None:
        answered = self._answer(index, query)
        if not get_current_worker().is_cancelled:
            self.post_message(answered)

    def _answer(self, index: "Index", query: str) -> Answered:
        began = thread_time()
        answer = index.query(query, limit=MOST)
        return self.Answered(query, answer, thread_time() - began)

    def on_search_screen_answered(self, event: Answered) -> None:
        self._took = event.took
        if event.query != self._field.value:
            return
        answer = event.answer
        counts = " · ".join(
            f"{count:,}{'+' if answer.more else ''} {_PLURALS[kind] if count != 1 else kind}"
            for kind, count in answer.counts.items()
            if count
        )
        taken = ", ".join(f"{typed} → {word}" for typed, word in answer.corrections)
        words = "   ".join(filter(None, (taken, counts)))
        if answer.problem:
            self._status.say(answer.problem, error=True)
        else:
            self._status.hush()
        nothing = (
            "Nothing in these documents matches that.",
            "Try fewer words, or another spelling.",
        )
        self._show(event.query, answer.hits, words, nothing)

    def _show(self, query: str, hits: list["Hit"], words: str, empty: tuple[str, ...]) -> None:
        self._hits.show(query, hits, empty)
        count = f"{len(hits):,}{'+' if len(hits) == MOST else ''}" if hits else ""
        self._over_hits.show([Heading(0, "Hits", count, has_focus=True)])
        self._status.tell(words or "Search")
        self._look()

    @on(Rows.Moved)
    def _look(self) -> None:
        """Show the text around the hit under the cursor, every match of its passage marked."""
        if not self._hits.hits:
            self._preview.say("")
            self._over_preview.show([Heading(0, "Document", "", has_focus=False)])
            return
        hit = self._hits.hits[self._hits.cursor]
        document = self._session.library.get(hit.document)
        index = self._session.index
        if document is None or index is None:
            return
        if document is not self._preview.document:
            self._preview.show(document, hit.start, None)
            if document.is_extracted:
                self._preview.know_figures()
        spans = (
            [(hit.start, hit.end)]
            if hit.kind in ("note", "title")
            else index.spans(self._field.value, hit)
        )
        self._over_preview.show([Heading(0, document.title, "", has_focus=False)])
        self._preview.know_found(Found("", Spans(spans), False))
        self._preview.place(hit.start, centre=True)

    @on(Rows.Opened)
    def action_hit_open(self) -> None:
        if self._hits.hits:
            self.dismiss(self._hits.hits[self._hits.cursor])

    def action_search_close(self) -> None:
        self.dismiss(None)

    def action_hit_down(self) -> None:
        self._hits.step(1)

    def action_hit_up(self) -> None:
        self._hits.step(-1)

    def action_hit_page_down(self) -> None:
        self._hits.leap(self._hits.page)

    def action_hit_page_up(self) -> None:
        self._hits.leap(-self._hits.page)
