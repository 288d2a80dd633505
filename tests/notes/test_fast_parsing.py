"""What is read fast is read the same as by the reader that knows all of TOML."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.notes import Anchor, Note
from tui.notes import blocks as all_of_toml
from tui.notes.blocks import END, new_block
from tui.notes.fast_parsing import read_block, read_written
from tui.notes.merge import edited
from tui.notes.record import from_table, to_table

WHEN = datetime(2026, 1, 12, 9, 40, tzinfo=UTC)
PLAIN = Note("01KC8Q9P0T7B", "a.txt", "document", "One.", (), None, WHEN, WHEN)
ANCHOR = Anchor("3,2016", "with \n", ' "there"', 5, 11, 2, 1, 3, "ab" * 32)
texts = st.text(
    st.sampled_from("ab \n\t\r\"'\\[]#é😀\x00\x1b") | st.characters(codec="utf-8"), max_size=12
)
notes = st.builds(
    Note,
    st.sampled_from(["01KC8Q9P0T7B", "1", "x y"]),
    st.just("a.txt"),
    st.sampled_from(["figure", "passage"]),
    texts,
    st.lists(texts.filter(bool), max_size=2).map(tuple),
    st.none() | texts.filter(bool),
    st.just(WHEN),
    st.just(WHEN),
    st.builds(
        Anchor, texts, texts, texts, *[st.integers(0, 9)] * 3, *[st.integers(1, 9)] * 2, texts
    ),
    st.none() | st.sampled_from([Decimal(32016), Decimal("-0.50"), Decimal(0), "1.2 bn CNY"]),
    texts,
    st.sampled_from(["", "2022-05-27", "XXXX"]),
    texts,
)


def slowly(block: str) -> Note:
    return from_table(all_of_toml.read_block(block), "a.txt")


@given(notes, notes)
def test_a_note_is_read_as_all_of_toml_reads_it(note, later):
    block = new_block(to_table(note))
    changed = edited(block, note, later._replace(id=note.id, kind=note.kind))
    for written in (block, changed):
        found = read_block(written, "a.txt")
        assert found is None or (found, str(found.value)) == (
            slow := slowly(written),
            str(slow.value),
        )


@pytest.mark.parametrize(
    "note",
    [
        PLAIN,
        PLAIN._replace(body='Said "so"\nand\tso', tags=("typo", "check, later"), verdict="wrong"),
        PLAIN._replace(body="Two\nlines.", dated="2022", proof="page\n1"),
        PLAIN._replace(kind="figure", anchor=ANCHOR, value=Decimal("28.5"), proof="a + b"),
        PLAIN._replace(kind="passage", anchor=ANCHOR, value="1.2 bn CNY", paragraph="In all."),
    ],
)
def test_what_this_program_writes_is_read_fast(note):
    block = new_block(to_table(note))
    assert read_block(block, "a.txt") == note
    judged = note._replace(verdict="disputed", tags=("later",), modified=WHEN.replace(hour=10))
    assert read_block(edited(block, note, judged), "a.txt") == judged


def test_strings_that_look_like_heads_mislead_nobody():
    first = new_block(to_table(PLAIN))
    second = new_block(to_table(PLAIN._replace(id="2", body="x")))
    text = f'schema = 1\n[document]\npath = "a.txt"\n\n{first}{second}'
    written = read_written(text, "a.txt")
    assert written is not None
    assert [note.id for note in written.notes] == [PLAIN.id, "2"]
    assert written.head + "".join(written.blocks) == text
    hidden = first.replace('body = "One."', f"body = '''\n{second}'''")
    assert read_written(f"schema = 1\n\n{hidden}", "a.txt") is None
    assert read_written(f"schema = '''\n\n{first}'''\n", "a.txt") is None


@given(st.data())
def test_a_file_changed_by_hand_is_read_alike_or_not_at_all(data):
    first = new_block(to_table(PLAIN._replace(kind="figure", anchor=ANCHOR, tags=("a", "b"))))
    second = new_block(to_table(PLAIN._replace(id="2", body="Two\nlines.", dated="2022")))
    text = f"schema = 1\n\n{first}{second}"
    at = data.draw(st.integers(0, len(text)))
    until = data.draw(st.integers(at, min(len(text), at + 12)))
    put = data.draw(
        st.sampled_from(
            ["", '"', '"""', "\n", "[[note]]\n", "# x\n", "\\", "0", "9", "x", ", ", END]
        )
    )
    text = text[:at] + put + text[until:]
    cut = all_of_toml.cut(text)
    for block in cut.notes:
        fast = read_block(block, "a.txt")
        assert fast is None or fast == slowly(block)
    written = read_written(text, "a.txt")
    if written is not None:
        assert (written.head, written.blocks) == (cut.head, cut.notes)
        assert written.notes == [slowly(block) for block in cut.notes]
        try:
            all_of_toml.read_toml(written.head)
        except ValueError:
            # A head that is no TOML closes the file, however its notes were read.
            return
        all_of_toml.read_toml(text)
