from hypothesis import given
from hypothesis import strategies as st

from tui.session.spans import Spans

spans_of_a_text = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))),
    max_size=30,
)


@given(spans_of_a_text, st.integers(0, 80), st.integers(0, 20))
def test_touching_agrees_with_a_scan(items, start, length):
    spans = Spans(items)
    end = start + length
    expected = [span for span in spans.items if span[0] < end and span[1] > start]
    assert [span for _, span in spans.touching(start, end)] == expected


@given(spans_of_a_text, st.integers(0, 80))
def test_after_and_before_are_the_nearest_starts(items, offset):
    spans = Spans(items)
    starts = [start for start, _ in spans.items]
    after, before = spans.after(offset), spans.before(offset)
    assert (None if after is None else starts[after]) == min(
        (start for start in starts if start > offset), default=None
    )
    assert (None if before is None else starts[before]) == max(
        (start for start in starts if start < offset), default=None
    )


@given(spans_of_a_text, st.integers(0, 80))
def test_at_is_a_span_that_holds_the_offset(items, offset):
    number = Spans(items).at(offset)
    holding = [span for span in items if span[0] <= offset < span[1]]
    if number is None:
        assert not holding
    else:
        assert Spans(items).items[number] in holding
