"""The fast parser of notes files agrees with the full TOML parser."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.notes import Anchor, Note
from tui.notes.file import blocks as all_of_toml
from tui.notes.file.blocks import END, new_block
from tui.notes.file.fast_parsing import read_block, read_canonical
from tui.notes.file.record import from_table, to_table
from tui.notes.merge import edited

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
def test_the_fast_parser_agrees_with_the_full_one(note, later):
    block = new_block(to_table(note))
    changed = edited(block, note, later._replace(id=note.id, kind=note.kind))
    for canonical in (block, changed):
        found = read_block(canonical, "a.txt")
        assert found is None or (found, str(found.value)) == (
            slow := slowly(canonical),
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
def test_what_this_program_writes_is_canonical(note):
    block = new_block(to_table(note))
    assert read_block(block, "a.txt") == note
    judged = note._replace(verdict="disputed", tags=("later",), modified=WHEN.replace(hour=10))
    assert read_block(edited(block, note, judged), "a.txt") == judged


def test_strings_that_look_like_table_headers():
    first = new_block(to_table(PLAIN))
    second = new_block(to_table(PLAIN._replace(id="2", body="x")))
    text = f'schema = 1\n[document]\npath = "a.txt"\n\n{first}{second}'
    canonical = read_canonical(text, "a.txt")
    assert canonical is not None
    assert [note.id for note in canonical.notes] == [PLAIN.id, "2"]
    assert canonical.head + "".join(canonical.blocks) == text
    hidden = first.replace('body = "One."', f"body = '''\n{second}'''")
    assert read_canonical(f"schema = 1\n\n{hidden}", "a.txt") is None
    assert read_canonical(f"schema = '''\n\n{first}'''\n", "a.txt") is None


@given(st.data())
def test_an_edited_file_is_parsed_the_same_or_refused(data):
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
    split = all_of_toml.split_blocks(text)
    for block in split.notes:
        fast = read_block(block, "a.txt")
        assert fast is None or fast == slowly(block)
    canonical = read_canonical(text, "a.txt")
    if canonical is not None:
        assert (canonical.head, canonical.blocks) == (split.head, split.notes)
        assert canonical.notes == [slowly(block) for block in split.notes]
        try:
            all_of_toml.read_toml(canonical.head)
        except ValueError:
            # A head that is no TOML closes the file, however its notes were read.
            return
        all_of_toml.read_toml(text)
