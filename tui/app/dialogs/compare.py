"""The comparison dialog: a figure, its rivals in other documents, and both sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from tui.app import keys
from tui.app.dialog import wide_from
from tui.app.dialogs.fact_dialog import FactDialog
from tui.app.dialogs.fact_filter import FactFilter
from tui.app.dialogs.rivals import WIDE, RivalList
from tui.app.dialogs.sides import Sides
from tui.app.widgets.header import Header, Heading
from tui.app.widgets.rows import Rows
from tui.facts import Fact, Rival
from tui.session import Session, Sheet, comparison_subject, rival_sheet, tally
from tui.text import cells
from tui.wording import counted

if TYPE_CHECKING:
    from tui.app.actions.notes import NoteActions
    from tui.app.background.background import Background
    from tui.app.paint import Ink

#: Seconds between checks while a thread of an earlier comparison is still running.
_AGAIN = 0.1
#: The interval for adding new figures: at least this many seconds, and a multiple of the time it
#: took last.
_PAUSE, _TIMES = 0.3, 3.0
#: Cells around what a heading says.
_AROUND = 8


class CompareScreen(FactDialog):
    """Returns the rival that was opened, or None."""

    BINDINGS = keys.bindings("compare", "judge")
    AUTO_FOCUS = ""
    PLACE, NAME = "compare", "Compare"
    NO_FACT = "No rival here; {compare.side} turns to the figure that is compared."
    # From this width on both sentences are side by side.
    HORIZONTAL_BREAKPOINTS = wide_from(WIDE)

    @dataclass
    class Ready(Message):
        """A thread has added new figures, which took `seconds`."""

        took: float

    @dataclass
    class Answered(Message):
        """The rivals of a fact; outdated answers are ignored."""

        fact: Fact
        rivals: list[Rival]

    #: The fact that is compared, once the dialog is open; and the rival to begin with.
    fact: Fact
    first: Fact | None = None
    #: Whether the next figure was asked for last (1), or the one before (-1).
    _direction = 1

    def __init__(
        self, session: Session, ink: Ink, background: Background, note_actions: NoteActions
    ) -> None:
        super().__init__(session, ink, background, note_actions)
        self._finder = session.rival_finder
        self._sides = Sides(ink, session)
        self._over_list, self._list = Header(ink), RivalList(ink, session.titles)
        #: The fact whose rivals are listed; None while they are computed. All of its rivals.
        self._answered: Fact | None = None
        self._rivals: list[Rival] = []
        #: What was compared last: another figure is compared without the filter of this one.
        self._compared: Fact | None = None
        self._fact_filter = FactFilter(session, background)
        self._is_waiting = False

    def compose(self) -> ComposeResult:
        with Vertical(id="compare"):
            yield self._sides
            yield self._over_list
            yield self._field
            yield self._list
            yield self._status

    @property
    def judges_asked(self) -> bool:
        """Whether verdicts are for the figure that is compared, and not for its rival."""
        return self._sides.judges_asked

    @judges_asked.setter
    def judges_asked(self, judges_asked: bool) -> None:
        self._sides.judges_asked = judges_asked

    def begin(self) -> None:
        self.set_focus(self._list)
        if self.fact != self._compared:
            self._field.put("")
        self.figures_found()
        self._compare(self.fact)

    def _compare(self, fact: Fact) -> None:
        """Compare this fact, with the filter as it is."""
        self._status.clear_message()
        self.fact = self._compared = fact
        self._answered, self._rivals = None, []
        if self._finder.is_busy or not self._finder.is_quick or self._field.value:
            # No key may act on the rivals of another figure until those of this one are there.
            self._list.show(fact, [], ("",))
            self._look()
        self._ask()

    # Asking -----------------------------------------------------------------------------------

    def figures_found(self) -> None:
        """Include the figures of these documents."""
        if self._is_waiting:
            return
        if self._finder.is_busy:
            self._wait(_AGAIN)
        elif self._finder.is_behind(self._session.library):
            self._catch_up()

    def _catch_up(self) -> None:
        finder, documents = self._finder, list(self._session.library)
        finder.is_busy = True

        def work() -> None:
            began = monotonic()
            finder.catch_up(documents)
            self.post_message(self.Ready(monotonic() - began))

        self._background.run(work)

    def on_compare_screen_ready(self, event: Ready) -> None:
        self._ask()
        # Neither extraction nor keys should wait for the comparison.
        self._wait(max(_PAUSE, _TIMES * event.took))

    def _wait(self, seconds: float) -> None:
        """Check later whether there are new figures to compare with."""
        self._is_waiting = True
        self.set_timer(seconds, self._look_again)

    def _look_again(self) -> None:
        self._is_waiting = False
        if self._answered is not self.fact:
            self._ask()
        self.figures_found()

    def _ask(self) -> None:
        """Find the rivals: directly if that is fast, else in a thread."""
        fact, finder = self.fact, self._finder
        if finder.is_busy:
            self._tell(None)  # it is asked when the thread is ready
        elif finder.is_quick:
            self.on_compare_screen_answered(self.Answered(fact, finder.rivals(fact)))
            self.follow(self._prepare_next)
        else:
            self._tell(None)

            def work() -> None:
                self.post_message(self.Answered(fact, finder.rivals(fact)))

            self._background.run(work)

    def _prepare_next(self) -> None:
        """Find the rivals of the figure that the same key would ask for: 5 to 8 ms less for it."""
        if fact := self.fact.next_comparable(self._direction):
            self._finder.prepare(fact)

    def on_compare_screen_answered(self, event: Answered) -> None:
        if event.fact == self.fact:
            self._answered, self._rivals = self.fact, event.rivals
            self._narrow()

    # Filtering --------------------------------------------------------------------------------

    def filter(self, typed: str) -> None:
        self._status.clear_message()
        self._narrow()

    def _narrow(self) -> None:
        """Show the rivals that match the filter."""
        if self._answered is not self.fact:
            self._fact_filter.cancel()
            return  # its rivals are still computed
        rivals, typed = self._rivals, self._field.value

        def found(kept: Sequence[int]) -> None:
            self._applied = typed
            self._show([rivals[number] for number in kept])

        self._fact_filter.apply(typed, [rival.fact for rival in rivals], found)
        self.say_problem(self._fact_filter.query)

    def _show(self, rivals: list[Rival]) -> None:
        known, empty = len(self._session.library) - self._unknown, self.no_such
        if not self._rivals:
            empty = (
                f"No other figure in {counted(known, 'document')} may be the same.",
                comparison_subject(self.fact.figure),
                "{compare.next} asks for the next figure, {compare.close} goes back",
            )
        self._list.show(self.fact, rivals, empty, self.first)
        self.first = None
        self._tell(len(rivals))
        self._look()

    @property
    def _unknown(self) -> int:
        """The number of documents whose figures are not extracted yet."""
        return sum(not document.is_extracted for document in self._session.library)

    # Showing ----------------------------------------------------------------------------------

    def _tell(self, count: int | None) -> None:
        """Show the number of rivals, how they relate, and how far the document is checked."""
        said = self._count_words(count) if count is not None else ("Comparing …",)
        relations = tally(self.fact, self._list.rivals).signs if count is not None else ""
        missing = f"figures of {counted(self._unknown, 'document')} still to be found"
        first = missing if self._unknown else relations
        ends = [end for end in (first, self.checked_words(self.fact.document)) if end]
        title, end = _heading(said, ends, self.app.size.width - _AROUND)
        self._over_list.show([Heading(0, title, end, has_focus=True)])

    def _count_words(self, count: int) -> tuple[str, ...]:
        """How many rivals are shown, of how many: in full, and shorter."""
        total, likely = len(self._rivals), sum(rival.is_likely for rival in self._list.rivals)
        if total == 0:
            return ("No rival",)
        shown = ("" if count == total else f"{count:,} of ") + counted(total, "figure")
        some = likely or "none"
        if likely == count:
            return f"{shown} that may be the same", shown
        if count == 1:
            return f"{shown} that may be the same, not likely", f"{shown}, not likely"
        return f"{shown} that may be the same, {some} of them likely", f"{shown}, {some} likely"

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._status.clear_message()
        self._look()

    def _look(self) -> None:
        """Show both sentences with their shared words, and the verdict on the judged figure."""
        rival, fact = self._list.here, self.fact_here
        self._sides.show(self.fact, fact, rival.words if rival else frozenset(), self._why_none)
        judged = self.fact if self._sides.judges_asked else fact
        self._status.tell(self._sides.verdict(judged) if judged else "Compare")

    @property
    def _why_none(self) -> str:
        """What stands in the place of a rival if none is listed."""
        if self._answered is not self.fact:
            return "Not compared yet"
        return "The filter hides all of them" if self._rivals else "Nothing to compare it with"

    # Keys -------------------------------------------------------------------------------------

    @property
    def fact_here(self) -> Fact | None:
        return self._list.here.fact if self._list.here else None

    @property
    def fact_list(self) -> Rows:
        return self._list

    @on(Rows.Opened)
    def _open(self) -> None:
        fact = self.chosen_fact()
        if fact is not None:
            self.dismiss(fact)

    def action_compare_filter(self) -> None:
        self.type_filter()

    def action_compare_next(self) -> None:
        self._step(1, "No figure after this one can be compared.")

    def action_compare_previous(self) -> None:
        self._step(-1, "No figure before this one can be compared.")

    def action_compare_unchecked(self) -> None:
        verdict_on = self._session.marks(self.fact.document).verdict_on
        fact = self.fact.next_comparable(1)
        while fact is not None and verdict_on(fact.figure):
            fact = fact.next_comparable(1)
        self._go(fact, "All figures after this one that can be compared are checked.")

    def _step(self, by: int, else_say: str) -> None:
        self._direction = by
        self._go(self.fact.next_comparable(by), else_say)

    def _go(self, fact: Fact | None, else_say: str) -> None:
        if fact is None:
            self._status.say(else_say)
        else:
            self._compare(fact)

    def sheet(self) -> Sheet | None:
        rivals, fact = self._list.rivals, self.fact
        documents = [each.document for each in (fact, *(rival.fact for rival in rivals))]
        note_on = self._fact_filter.notes_of(documents)
        return rival_sheet(fact, rivals, note_on, self._session.verdicts) if rivals else None

    def action_compare_export(self) -> None:
        self.write_file()

    def action_compare_side(self) -> None:
        self._sides.judges_asked = not self._sides.judges_asked
        self._look()

    def judged_fact(self) -> Fact | None:
        return self.fact if self._sides.judges_asked else self.chosen_fact()

    def action_compare_note(self) -> None:
        self.edit_note()

    def notes_changed(self) -> None:
        if self._fact_filter.asks_for_notes:
            self._narrow()
        else:
            self._look()
            self._tell(len(self._list.rivals) if self._answered is self.fact else None)

    def action_compare_close(self) -> None:
        self.step_out()


def _heading(titles: Sequence[str], ends: Sequence[str], width: int) -> tuple[str, str]:
    """The title and the end of a heading: the first title with which all ends fit into `width`
    cells, or else the last one, with as many of them as fit.

    >>> _heading(("9 figures that may be the same", "9 figures"), ("≠ 2", "3 of 7 checked"), 40)
    ('9 figures', '≠ 2 · 3 of 7 checked')
    """
    joined = [" · ".join(ends[:count]) for count in range(len(ends), -1, -1)]
    fitting = [
        (title, end) for end in joined for title in titles if cells(title) + cells(end) <= width
    ]
    return fitting[0] if fitting else (titles[-1], "")
