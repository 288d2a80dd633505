"""Marks updated for one changed note equal marks located from scratch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents import Document
from tui.notes import Note
from tui.session import Marks, Verdicts

TEXT = (
    "Of 37 raids 12 failed.\n\nIn May 12 more were made; 37 % of them failed, so 37 was no limit.\n"
)
DOCUMENT = Document.from_text(TEXT, "a.txt")
SPANS = [(3, 5), (12, 14), (0, 22), (31, 33), (3, 14)]
VERDICTS = Verdicts(["supported", "wrong"])


def look(marks: Marks) -> tuple[object, ...]:
    """All that can be seen of marks."""
    spans = set(SPANS)
    on = [marks.on(*span) for span in SPANS]
    at = [marks.at(offset) for offset in range(len(TEXT))]
    looks = [marks.symbol(*span) for span in SPANS]
    return (*marks, on, at, looks, marks.spans.items, marks.checked(spans), marks.dated)


def note(span: tuple[int, int] | None, verdict: str | None) -> Note:
    if span is None:
        return Note.about(DOCUMENT, verdict=verdict, dated="2022")
    return Note.on(DOCUMENT, *span, verdict=verdict)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.sampled_from([*SPANS, None]),
            st.sampled_from([None, "wrong", "supported"]),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_updated_marks_equal_newly_located_ones(steps) -> None:
    marks, notes = Marks(DOCUMENT, [], VERDICTS), {}
    for number, span, verdict, stays in steps:
        ident = str(number)
        if stays:
            before = notes.get(ident)
            new = note(span, verdict)._replace(id=ident)
            # Most changes leave a note on its words.
            notes[ident] = new if before is None or number % 2 else before._replace(verdict=verdict)
        else:
            notes.pop(ident, None)
        former, marks = marks, marks.changed(ident, notes.get(ident))
        anew = Marks(DOCUMENT, notes.values(), VERDICTS)
        assert {mark.note.id: mark for mark in marks} == {mark.note.id: mark for mark in anew}
        assert look(marks)[-6:] == look(anew)[-6:]
        assert set(marks.changed_since(former)) >= set(anew.changed_since(former))


@pytest.mark.parametrize("span", SPANS)
def test_differences_are_found_without_a_common_history(span) -> None:
    one = Marks(DOCUMENT, [], VERDICTS)
    assert Marks(DOCUMENT, [note(span, "wrong")], VERDICTS).changed_since(one) == [span]
