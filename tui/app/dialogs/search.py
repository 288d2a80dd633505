"""The search dialog: an input line, the hits, and a preview of the text around the selected one."""

from dataclasses import dataclass
from time import monotonic, thread_time
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.app import keys
from tui.app.dialog import Dialog, wide_from
from tui.app.dialogs.hits import HitList
from tui.app.dialogs.queries import NameLine, earlier_queries
from tui.app.paint import Ink
from tui.app.widgets.field import Field
from tui.app.widgets.header import Header, Heading
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import Rows
from tui.app.widgets.status import Status
from tui.errors import FactdeskError
from tui.session import Matches, Recall, Session, Spans, as_name
from tui.text import spell

if TYPE_CHECKING:
    from tui.search import Answer, Hit, Index, Query

#: CPU seconds up to which a query is answered directly. A slower one runs in a thread, and needs a
#: second frame for its answer.
AT_ONCE = 0.004
#: Seconds that a query must be unchanged when the dialog is closed, to be remembered.
PAUSE = 2.0
#: The range in characters, and the number, of other hits highlighted in the preview: each takes 0.1
#: ms.
IN_VIEW, MAX_MARKED = 4_000, 16
#: Shown while nothing is typed.
SIGNS = (
    "telecom frad: in any order, mistakes forgiven",
    "\"eight months\": together, 'word': just so",
    "1.1tn: a number, however it is written",
    ">1bn yuan, 10%..20%: figures by value",
    "2023-07..2024-05: figures by date",
    "kind:money unit:CNY subject:cases",
    "title:crackdown doc:2022/ is:unread",
    "note:yearbook tag:check verdict:wrong",
    "!not, a | b, (a b) | c",
)
NOTHING = (
    "Nothing in these documents matches that.",
    "Try fewer words, or another spelling;",
    "{app.manual} says what can be typed.",
)
NO_DOCUMENTS = ("No documents are open.",)
GO_ON = ("A sign alone asks for nothing yet: go on typing.",)
NOTHING_YET = ("No title and no passage matches that.", "The figures are still being found …")
_PLURALS = {"title": "titles", "fact": "facts", "note": "notes", "passage": "passages"}


class SearchScreen(Dialog["Hit | None"]):
    """Returns the hit that was opened, or None."""

    BINDINGS = keys.bindings("search")
    AUTO_FOCUS = ""
    BLANK = True  # Its widgets cover it but for two empty rows.
    # Below this width the preview is under the hits.
    HORIZONTAL_BREAKPOINTS = wide_from(100)

    @dataclass
    class Answered(Message):
        """The answer to a query; outdated answers are ignored."""

        query: "Query"
        answer: "Answer"
        #: CPU seconds that the query took.
        took: float

    def __init__(self, session: Session, ink: Ink, most: int) -> None:
        super().__init__()
        self._session = session
        #: The maximum number of hits.
        self._most = most
        self._field = Field(placeholder=spell("words, figures, >1bn …"), id="query")
        self._hits = HitList(ink, session)
        self._preview = Reader(ink, 76)
        self._over_hits, self._over_preview = Header(ink), Header(ink)
        self._status = Status(ink, "search", "Search")
        #: CPU seconds that the last query took.
        self._took = 1.0
        self._asked: Query | None = None
        #: The typed text whose hits are shown; and the one whose first hit is opened when they are,
        #: since `enter` was faster.
        self._answered: str | None = None
        self._opens: str | None = None
        self._recall = Recall([])
        self._naming: NameLine | None = None
        self._typed_at = monotonic()

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
        for pane in (self._hits, self._preview):
            pane.can_focus = False
        self._field.on_change(self, self._ask)

    def begin(self) -> None:
        self._unname()
        self._opens = None
        self._status.clear_message()
        self._recall = Recall(self._session.recent.all())
        self.set_focus(self._field)
        self._preview.say()
        self._field.put(self._session.query)

    def indexed(self) -> None:
        self._ask(self._field.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_hit_open()

    def _ask(self, typed: str) -> None:
        if typed != self._session.query:
            self._session.query, self._typed_at = typed, monotonic()
            self._opens = None
        if not typed.strip():
            self.workers.cancel_group(self, "search")
            self._asked = None
            self._show_earlier()
        elif self._session.index is None:
            self._answered = None
            self._show(None, [], "", ("Reading the documents …",))
        else:
            self._asked = self._session.parse(typed)
            if self._took < AT_ONCE:
                self.workers.cancel_group(self, "search")
                self.on_search_screen_answered(self._answer(self._session.index, self._asked))
            else:
                self._search(self._session.index, self._asked)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, index: "Index", query: "Query") -> None:
        answered = self._answer(index, query)
        if not get_current_worker().is_cancelled:
            self.post_message(answered)

    def _answer(self, index: "Index", query: "Query") -> Answered:
        began = thread_time()
        answer = index.query(query, limit=self._most)
        return self.Answered(query, answer, thread_time() - began)

    def on_search_screen_answered(self, event: Answered) -> None:
        self._took = event.took
        if event.query is not self._asked:
            return
        self._answered = self._field.value
        answer = event.answer
        counts = " · ".join(
            f"{count:,}{'+' if answer.more else ''} {_PLURALS[kind] if count != 1 else kind}"
            for kind, count in answer.counts.items()
            if count
        )
        taken = ", ".join(f"{typed} → {word}" for typed, word in answer.corrections)
        if answer.problem:
            self._status.say(answer.problem, error=True)
        else:
            self._status.clear_message()
        empty = self._nothing if event.query else GO_ON
        self._show(event.query, answer.hits, taken, empty, counts)
        if self._opens == self._answered:
            self.action_hit_open()

    @property
    def _nothing(self) -> tuple[str, ...]:
        """Why a query may have no hits, and what to do."""
        if not self._session.library:
            return NO_DOCUMENTS
        return NOTHING if self._session.is_all_indexed else NOTHING_YET

    def _show(
        self,
        query: "Query | None",
        hits: list["Hit"],
        taken: str,
        empty: tuple[str, ...],
        counts: str = "",
    ) -> None:
        self._hits.show(query, hits, empty, taken)
        count = f"{len(hits):,}{'+' if len(hits) == self._most else ''}" if hits else ""
        self._over_hits.show([Heading(0, "Hits", count, has_focus=True)])
        self._status.tell(counts or "Search")
        # The preview follows when typing pauses; the hits come first, in a frame of their own.
        self.follow(self._look)

    def _show_earlier(self, cursor: int = 0) -> None:
        """Show earlier queries and the syntax, while nothing is typed."""
        self._answered = None
        self._hits.show_queries(earlier_queries(self._session), cursor)
        self._over_hits.show([Heading(0, "Earlier queries", "", has_focus=True)])
        self._status.tell("Search")
        self._preview.say(*SIGNS)
        self._over_preview.show([Heading(0, "What can be typed", "", has_focus=False)])

    @on(Rows.Moved, "#hits")
    def _look(self) -> None:
        """Show the text around the hit under the cursor, with all matches highlighted."""
        if self._hits.queries is not None:
            return
        if not self._hits.hits:
            self._preview.say()
            self._over_preview.show([Heading(0, "Document", "", has_focus=False)])
            return
        hit = self._hits.hits[self._hits.cursor]
        document = self._session.library.get(hit.document)
        index = self._session.index
        if document is None or index is None or self._asked is None:
            return
        if document is not self._preview.document:
            self._preview.show(document, hit.start, None)
            if document.is_extracted:
                self._preview.set_figures()
        spans = Spans({span for each in self._around(hit) for span in self._marked(index, each)})
        own = self._marked(index, hit)
        at = spans.items.index(own[0]) if own else None
        title = self._session.titles.label(document).text
        self._over_preview.show([Heading(0, title, "", has_focus=False)])
        self._preview.set_matches(Matches("", spans, False), at)
        self._preview.place(hit.start, centre=True)

    def _around(self, hit: "Hit") -> list["Hit"]:
        """This hit, and others of the same document that may be visible in the preview."""
        near = [
            each
            for each in self._hits.hits
            if each.document == hit.document and abs(each.start - hit.start) < IN_VIEW
        ]
        return sorted(near, key=lambda each: abs(each.start - hit.start))[:MAX_MARKED]

    def _marked(self, index: "Index", hit: "Hit") -> list[tuple[int, int]]:
        assert self._asked is not None
        if hit.kind in ("note", "title"):
            return [(hit.start, hit.end)]
        return index.spans(self._asked, hit)

    @on(Rows.Opened)
    def action_hit_open(self) -> None:
        typed = self._field.value
        if typed.strip() and self._answered != typed:
            self._opens = typed  # what is shown is of an earlier text
        elif self._hits.queries is not None:
            if self._hits.queries:
                self._field.put(self._hits.queries[self._hits.cursor].text)
        elif self._hits.hits:
            self._session.recent.remember(typed)
            self.dismiss(self._hits.hits[self._hits.cursor])

    def action_search_close(self) -> None:
        if monotonic() - self._typed_at > PAUSE:
            self._session.recent.remember(self._field.value)
        self.dismiss(None)

    def action_hit_down(self) -> None:
        self._hits.step(1)

    def action_hit_up(self) -> None:
        self._hits.step(-1)

    def action_hit_page_down(self) -> None:
        self._hits.leap(self._hits.page)

    def action_hit_page_up(self) -> None:
        self._hits.leap(-self._hits.page)

    # Earlier queries -------------------------------------------------------------------------

    def action_query_older(self) -> None:
        self._field.put(self._recall.step(1, self._field.value))

    def action_query_newer(self) -> None:
        self._field.put(self._recall.step(-1, self._field.value))

    def action_query_forget(self) -> None:
        if not self._hits.queries:
            self._status.say("Empty the line to see earlier queries; one of them can be forgotten.")
            return
        query = self._hits.queries[self._hits.cursor]
        try:
            if query.name:
                self._session.saved.drop(query.name)
            else:
                self._session.recent.forget(query.text)
        except FactdeskError as error:
            self._status.say(str(error), error=True)
            return
        self._status.say(f"Forgotten: {query.text}")
        self._show_earlier(self._hits.cursor)

    async def action_query_save(self) -> None:
        if not self._field.value.strip():
            self._status.say("Type a query first; then it can be saved under a name.")
        elif self._naming is None:
            self._naming = NameLine(as_name(self._field.value))
            self._status.clear_message()
            self._status.hint_at("name")
            await self.query_one("#search").mount(self._naming, before=self._status)

    def on_name_line_closed(self, event: NameLine.Closed) -> None:
        if self._naming is None:
            return
        if event.name is not None:
            query = self._field.value
            try:
                name = self._session.saved.save(event.name, query)
            except FactdeskError as error:
                self._status.say(str(error), error=True)
                return
            self._session.recent.remember(query)
            self._status.say(f"Saved: @{name} stands for it, alone or among other words.")
        self._unname()
        self._field.focus()

    def _unname(self) -> None:
        """Close the input for the name of a query."""
        if self._naming is not None:
            self._naming.remove()
            self._naming = None
            self._status.hint_at("search")
