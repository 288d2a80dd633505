"""Ids of notes: unique, and sorted by time."""

import time

from tui.notes.ids import new_id, start_after

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def milliseconds(ident):
    number = 0
    for letter in ident[:10]:
        number = number * 32 + DIGITS.index(letter)
    return number


def test_ids_are_unique_and_sort_by_creation():
    made = [new_id() for _ in range(500)]
    assert sorted(set(made)) == made
    assert all(len(ident) == 16 and set(ident) <= set(DIGITS) for ident in made)
    assert len({ident[10:] for ident in made}) > 490


def test_ids_of_all_programs_sort_by_the_clock():
    before, ident, after = time.time_ns(), new_id(), time.time_ns()
    # Many made at once run ahead of the clock, by a millisecond each.
    assert before // 10**6 <= milliseconds(ident) <= after // 10**6 + 10_000


def test_ids_may_start_after_one_that_is_ahead_of_the_clock(monkeypatch):
    monkeypatch.setattr("tui.notes.ids._last", 0)
    ahead = f"2{new_id()[1:]}"
    start_after(["", "not an id", ahead, "ZZZZZZZZZZ000000", "0" * 16])
    start_after(["0" * 16])
    start_after([])
    assert new_id() > ahead
    assert milliseconds(new_id()) < 1 << 48
