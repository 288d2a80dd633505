"""Base class of dialogs on facts: their filter, and notes and verdicts on the fact under the
cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from tui.app import keys
from tui.app.copying import copy
from tui.app.dialog import Dialog
from tui.app.widgets.field import Field
from tui.app.widgets.status import Status
from tui.facts import Fact
from tui.session import Session, Target

if TYPE_CHECKING:
    from tui.app.actions.notes import NoteActions
    from tui.app.background.background import Background
    from tui.app.paint import Ink
    from tui.app.widgets.rows import Rows
    from tui.documents import Document
    from tui.figures import Figure
    from tui.search import Query
    from tui.session import Sheet, Span

#: What can be typed, in a list of facts without matches.
_FILTERS = (
    "Words of the sentence, >1bn, 10%..20%, 2023-07..2024-05,",
    "unit:CNY kind:percent subject:cases doc:2022/ verdict:unchecked",
)


#: Shown for a key that would act on a row which the filter may be about to take away.
_STILL_FILTERING = "Still filtering: press it again once the list is new."


class FactDialog(Dialog[Fact | None]):
    """Returns the fact that was opened, or None."""

    HAS_FILTER = True
    #: Its place in the table of actions, and its name.
    PLACE: str
    NAME: str
    #: Shown if there is no fact under the cursor.
    NO_FACT: str
    #: The problem with the filter, if any.
    _problem: str | None = None
    #: The filter of what is listed; a new one is applied in a thread if there is much to filter.
    _applied = ""

    def __init__(
        self, session: Session, ink: Ink, background: Background, note_actions: NoteActions
    ) -> None:
        super().__init__()
        self._session, self._background, self._note_actions = session, background, note_actions
        # The figures that were counted last, and their spans.
        self._checked_of: list[Figure] = []
        self._spans: frozenset[Span] = frozenset()
        self._status = Status(ink, self.PLACE, self.NAME)
        wanted = f"{{{self.PLACE}.filter}} filters: words, >1bn, unit: kind: subject: doc:"
        self._field = Field(placeholder=wanted, id=f"{self.PLACE}-filter")

    def on_mount(self) -> None:
        self._field.on_change(self, self.filter)

    @property
    def fact_here(self) -> Fact | None:
        """The fact under the cursor."""
        raise NotImplementedError

    @property
    def fact_list(self) -> Rows:
        """The list of facts, which the filter narrows."""
        raise NotImplementedError

    def filter(self, typed: str) -> None:
        """Show the facts that match what was typed."""
        raise NotImplementedError

    @property
    def no_such(self) -> tuple[str, ...]:
        """The text of a list without matches."""
        return f"No figure has all that: {{{self.PLACE}.filter}} changes the filter.", *_FILTERS

    def checked_words(self, document: Document) -> str:
        """How many figures of a document have a verdict, as the panel of figures says it; "" while
        they are found again."""
        if not document.is_extracted:
            return ""
        figures = document.figures
        if self._checked_of is not figures:
            self._checked_of = figures
            self._spans = frozenset((figure.start, figure.end) for figure in figures)
        checked = self._session.marks(document).checked(self._spans)
        return f"{checked:,} of {len(figures):,} checked"

    # The filter -------------------------------------------------------------------------------

    def say_problem(self, query: Query | None) -> None:
        """Show what was not understood of the filter, until it is."""
        problem = query.problem if query else None
        if problem or self._problem:
            self._status.say(problem or "", error=True)
        self._problem = problem

    def type_filter(self) -> None:
        """Let a filter be typed."""
        # Directly, since the next letter may be queued already.
        self.set_focus(self._field)

    def step_out(self) -> None:
        """Go from the filter to the list, and from there to where the dialog was opened."""
        if self._field.has_focus:
            self.set_focus(self.fact_list)
        else:
            self.dismiss(None)

    @on(Field.Submitted)
    def _to_list(self) -> None:
        self.set_focus(self.fact_list)

    def on_key(self, event: events.Key) -> None:
        if event.key == "down" and self._field.has_focus:
            self.set_focus(self.fact_list)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a filter is typed, letters are never commands, not even if they arrive early."""
        is_own = action in ("verdict", "figure_copy") or action.startswith(f"{self.PLACE}_")
        return not (is_own and self._field.has_focus) or action == f"{self.PLACE}_close"

    # Exporting --------------------------------------------------------------------------------

    def sheet(self) -> Sheet | None:
        """The listed facts as they are written to a file; None if there are none."""
        raise NotImplementedError

    def write_file(self) -> None:
        """Write what is listed to a file that the reader names."""
        from tui.app.dialogs.sheet import export

        sheet = self.sheet()
        if sheet is None:
            self._status.say("No figures to write: the list is empty.")
        else:
            export(sheet, self._session.library, self._background, self._status)

    # Notes and verdicts -----------------------------------------------------------------------

    def edit_note(self) -> None:
        """Write a note on the judged fact, or open its note."""
        target = self._target()
        if target is not None:
            self._note_actions.edit(target)

    def action_verdict(self, number: int) -> None:
        """Set the verdict with this number (from 1) on the judged fact."""
        target = self._target()
        if target is not None:
            self._note_actions.judge(target, number, self._status)

    def action_figure_copy(self) -> None:
        """Copy the sentence of the judged fact."""
        target = self._target()
        if target is not None:
            copy(self.app, target, self._status)

    def chosen_fact(self) -> Fact | None:
        """The fact under the cursor, for a key that acts on it; if there is none, say why."""
        fact = self.fact_here
        if fact is None:
            self._status.say(keys.said(self, self.NO_FACT))
        elif self._field.value != self._applied:
            # Typed ahead, it was meant for the first row of the new list.
            self._status.say(_STILL_FILTERING)
            return None
        return fact

    def judged_fact(self) -> Fact | None:
        """The fact that a verdict or a note is for; if there is none, say why."""
        return self.chosen_fact()

    def _target(self) -> Target | None:
        fact = self.judged_fact()
        if fact is None:
            return None
        return self._session.figure_target(fact.document, fact.figure)
