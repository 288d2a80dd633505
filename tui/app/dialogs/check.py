"""The check of a document: its figures with what all others say of them, what differs first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.app import keys
from tui.app.dialog import wide_from
from tui.app.dialogs.check_list import CheckList, CheckSummary
from tui.app.dialogs.check_rounds import CheckRounds
from tui.app.dialogs.fact_dialog import FactDialog
from tui.app.dialogs.fact_filter import FactFilter
from tui.app.dialogs.rivals import WIDE
from tui.app.dialogs.sides import Sides
from tui.app.widgets.header import Header, Heading
from tui.app.widgets.rows import Rows
from tui.facts import Fact
from tui.session import (
    Session,
    Sheet,
    Standing,
    check_sheet,
    comparison_subject,
    nothing_differs,
    state_words,
)
from tui.wording import counted

if TYPE_CHECKING:
    from tui.app.actions.notes import NoteActions
    from tui.app.background.background import Background
    from tui.app.paint import Ink

_ORDERS = {"standing": "what differs first", "place": "in the order of the text"}
_NONE_SO = ("No figure stands so any more: {check.only} shows the others.",)
_NO_RIVAL = "No other figure here; {check.side} turns to the one in the list."
_ALONE = "No other document is open that could say otherwise."


class CheckScreen(FactDialog):
    """Returns the fact to go to, or None."""

    BINDINGS = keys.bindings("check", "judge")
    AUTO_FOCUS = ""
    PLACE, NAME = "check", "Check"
    NO_FACT = "No figure here."
    HORIZONTAL_BREAKPOINTS = wide_from(WIDE)

    def __init__(
        self,
        session: Session,
        ink: Ink,
        background: Background,
        note_actions: NoteActions,
        compare: Callable[[Fact, Fact | None, Callable[[Fact | None, Fact], None]], None],
    ) -> None:
        """`compare` opens the comparison of a fact with others, beginning with one of them."""
        super().__init__(session, ink, background, note_actions)
        self._compare = compare
        self._check = session.draft_check
        self._heading, self._summary = Header(ink), CheckSummary(ink)
        self._list, self._sides = CheckList(ink, session), Sides(ink, session)
        self._fact_filter = FactFilter(session, background)
        #: The numbers of the figures that match the filter.
        self._kept: Sequence[int] = ()
        self._rounds = CheckRounds(session, background, self, self._advance)
        #: Whether nothing is compared, since a comparison is open above.
        self._is_paused = False

    def compose(self) -> ComposeResult:
        with Vertical(id="check"):
            yield self._heading
            yield self._summary
            yield self._field
            yield self._list
            yield self._sides
            yield self._status

    def begin(self) -> None:
        self.set_focus(self._list)
        self._status.clear_message()
        self._sides.judges_asked = True
        document = self._session.document
        assert document is not None
        if self._check.turn_to(document):
            self._field.put("")
            self._list.cursor = 0
        self._list.set_marks(self._session.marks(document))
        self._narrow()
        self._rounds.begin()

    def end(self) -> None:
        self._rounds.stop()
        self._is_paused = False
        self._fact_filter.cancel()

    def figures_found(self) -> None:
        """Compare with the figures of more documents; from the start if those of this one are
        others now, since a note has set its date."""
        document = self._check.document
        if document is not None and document.is_extracted and self._check.turn_to(document):
            self._rounds.stop()
            self._kept = ()  # a filter of many figures is answered later, by a thread
            self._show()
            self._narrow()
        if not self._is_paused:
            self._rounds.begin()

    # Listing ----------------------------------------------------------------------------------

    def filter(self, typed: str) -> None:
        self._status.clear_message()
        self._narrow()

    def _narrow(self) -> None:
        """List the figures that match the filter."""
        typed, check = self._field.value, self._check

        def found(kept: Sequence[int]) -> None:
            self._applied, self._kept = typed, kept
            self._show()

        self._fact_filter.apply(typed, check.facts, found)
        self.say_problem(self._fact_filter.query)

    def _show(self) -> None:
        """Show the figures in their order, the cursor on the same one, once it was moved."""
        check = self._check
        empty = _NONE_SO if check.only and not self._applied else self.no_such
        self._list.show(check.listed(self._kept), empty, check.here)
        if check.here is not None:
            check.here = self._list.here
        self._tell()
        self._look()

    def _advance(self, has_news: bool) -> None:
        """Show what a round has found, or how far it is."""
        if has_news:
            self._show()
        else:
            self._tell()

    def _list_otherwise(self) -> None:
        """Show the figures in another order, or others, from the first on."""
        self._status.clear_message()
        self._check.here, self._list.cursor = None, 0
        self._show()

    def _tell(self) -> None:
        """Show how many figures stand how, how many are checked, and what is still to be done."""
        check, total = self._check, len(self._check)
        assert check.document is not None
        order = f"only: {state_words(check.only)}" if check.only else _ORDERS[check.order]
        coming = ""
        if unknown := self._rounds.unknown:
            coming = f"figures of {counted(unknown, 'document')} still to be found"
        elif left := self._rounds.left:
            coming = f"comparing: {(total - left) / total:.0%}"
        end = " · ".join(filter(None, (coming, self.checked_words(check.document))))
        title = f"Check · {order} · {self._session.titles.label(check.document).text}"
        self._heading.show([Heading(0, title, end, has_focus=True)])
        counts = check.counts()
        self._summary.show(counts, self._sentence(counts))
        some = f"{self._list.length:,} of " if self._list.length != total else ""
        self._status.tell(some + counted(total, "figure"))

    def _sentence(self, counts: Mapping[str, int]) -> str:
        """What is said if no other document contradicts this one."""
        may_differ = counts.get("differ") or counts.get("period open")
        if may_differ or not self._rounds.is_complete:
            return ""
        if len(self._session.library) == 1 and not counts.get("differ here"):
            return _ALONE
        assert self._check.document is not None
        return nothing_differs(counts, self._check.document.name.rpartition("/")[2])

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._status.clear_message()
        self._check.here = self._list.here
        self._look()

    def _look(self) -> None:
        """Show the sentence of the figure under the cursor, and that of the one that decides."""
        rival = self._standing_here.rival if self._standing_here else None
        words = rival.words if rival else frozenset()
        self._sides.show(self.fact_here, self._rival_here, words, self._why_none)

    @property
    def _standing_here(self) -> Standing | None:
        number = self._list.here
        return None if number is None else self._check.standing(number)

    @property
    def _rival_here(self) -> Fact | None:
        stands = self._standing_here
        return stands.rival.fact if stands and stands.rival else None

    @property
    def _why_none(self) -> str:
        """What stands in the place of another figure if there is none."""
        fact, stands = self.fact_here, self._standing_here
        if fact is None or stands is None:
            return "Not compared yet" if fact else ""
        if stands.state == "not compared":
            return comparison_subject(fact.figure)
        return "No other document states this"

    # Keys -------------------------------------------------------------------------------------

    @property
    def fact_here(self) -> Fact | None:
        number = self._list.here
        return None if number is None else self._check.facts[number]

    @property
    def fact_list(self) -> Rows:
        return self._list

    @on(Rows.Opened)
    def action_check_compare(self) -> None:
        fact = self.chosen_fact()
        if fact is not None:
            # The comparison needs the processor for itself.
            self._rounds.stop()
            self._is_paused = True
            self._compare(fact, self._rival_here, self._compared)

    def _compared(self, rival: Fact | None, last: Fact) -> None:
        if rival is not None:
            self.dismiss(rival)
            return
        self._check.here, self._is_paused = last.number, False
        self._show()
        self._rounds.begin()

    def action_check_side(self) -> None:
        self._sides.judges_asked = not self._sides.judges_asked
        self._look()

    def judged_fact(self) -> Fact | None:
        fact = self.chosen_fact()
        if fact is None or self._sides.judges_asked:
            return fact
        if self._rival_here is None:
            self._status.say(keys.said(self, _NO_RIVAL))
        return self._rival_here

    def action_check_text(self) -> None:
        fact = self.judged_fact()
        if fact is not None:
            self.dismiss(fact)

    def action_check_unchecked(self) -> None:
        fact, numbers, at = self.fact_here, self._list.numbers, self._list.cursor
        if fact is None:
            self._status.say(self.NO_FACT)
            return
        verdict_on = self._session.marks(fact.document).verdict_on
        for place in (*range(at + 1, len(numbers)), *range(at + 1)):
            if not verdict_on(self._check.facts[numbers[place]].figure):
                self._list.point(place)
                self._moved()
                return
        self._status.say("All figures that are listed here are checked.")

    def action_check_filter(self) -> None:
        self.type_filter()

    def action_check_sort(self) -> None:
        self._check.next_order()
        self._list_otherwise()

    def action_check_only(self) -> None:
        self._check.next_only()
        self._list_otherwise()

    def sheet(self) -> Sheet | None:
        check, numbers = self._check, self._list.numbers
        listed = [(check.facts[number], check.standing(number)) for number in numbers]
        if not listed or check.document is None:
            return None
        note_on = self._fact_filter.notes_of([check.document])
        return check_sheet(listed, note_on, self._session.verdicts)

    def action_check_export(self) -> None:
        self.write_file()

    def action_check_note(self) -> None:
        self.edit_note()

    def notes_changed(self) -> None:
        self._list.set_marks(self._session.marks(self._check.document))
        if self._fact_filter.asks_for_notes:
            self._narrow()
        else:
            self._tell()
            self._look()

    def action_check_close(self) -> None:
        self.step_out()
