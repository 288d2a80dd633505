"""Random notes files with comments: an edit changes only its own value."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.errors import FactdeskError
from tui.notes import Note
from tui.notes.file.blocks import edit_block, new_block, read_block, split_blocks
from tui.notes.file.notesfile import NotesFile
from tui.notes.file.parsing import parse
from tui.notes.file.record import from_table, to_table
from tui.notes.file.values import read_plain, read_toml, to_toml
from tui.notes.ids import now
from tui.notes.note import About

# What a person may type behind a key, in many spellings, with a comment or without.
UNKNOWN = [
    "1",
    "-1_000",
    "0x1F",
    "1.50",
    "-inf",
    "nan",
    "true",
    "1979-05-27",
    "07:32:00",
    "1979-05-27T00:32:00-07:00",
    '"[[note]] # no comment"',
    "'C:\\[[note]]'",
    '"""\n[[note]]\n# not a comment\n"""',
    "'''\n[[note]]\nid = 'x'\n# end of notes\n'''",
    '"""a \\\n   b"""',
    '""""quoted""""',
    "''''''",
    "[]",
    "[\n  1, # one\n\n  2,\n]",
    '[ "a]", \'b[\', """\nc]""" ]',
    '{ a = 1, b = "}" }',
    '[{ x = "[[note]]" }, {}]',
]
COMMENTS = ["# plain", '# "quote', "# '''", '# """', "# [[note]]", "#", "# é 😀"]
TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from('"\\\n\r\t[]#= \x00\x1b\x7f\u0085\u2028\u202e'),
    ),
    max_size=40,
)
LINES = st.lists(st.sampled_from(["\n", *(f"{comment}\n" for comment in COMMENTS)]), max_size=3)


@st.composite
def blocks(draw, ident):
    """The text of one note as a person might have left it."""
    known = [
        f'id = "{ident}"',
        'kind = "passage"',
        f"body = {to_toml(draw(TEXT), lines=draw(st.booleans()))}",
        'exact = "words"',
        draw(st.sampled_from(["start = 3", "start=3", "  start\t=  3", '"start" = 3'])),
        "end = 8",
        "created = 2026-01-12T09:40:00Z",
    ]
    known += draw(
        st.lists(
            st.sampled_from(['verdict = "wrong"', 'tags = [ # 1\n "a",\n # 2\n "b"]']), unique=True
        )
    )
    values = draw(st.lists(st.sampled_from(UNKNOWN), max_size=3))
    known += [f"mine{n} = {value}" for n, value in enumerate(values)]
    lines = []
    for line in draw(st.permutations(known)):
        lines += draw(LINES)
        lines.append(line + draw(st.sampled_from(["", "", " ", "  # behind"])) + "\n")
    table = draw(st.sampled_from(["", "", "[note.own]\na = 1\n", "[[note.list]]\nb = '''x\n'''\n"]))
    lead = "".join(draw(LINES))
    return f"{lead}[[note]]\n{''.join(lines)}{table}{''.join(draw(LINES))}"


@st.composite
def files(draw):
    count = draw(st.integers(1, 4))
    notes = [draw(blocks(f"N{n}")) for n in range(count)]
    head = draw(st.sampled_from(["", "schema = 1\n", 'schema = 1\n[document]\npath = "a" # b\n\n']))
    head += "".join(draw(LINES))
    end = draw(st.sampled_from(["# end of notes\n", "", "# end of notes"]))
    text = head + "".join(notes) + end
    return draw(st.sampled_from([text, text, text.replace("\r", "").replace("\n", "\r\n")]))


def plain(value):
    """Data that compares equal when it is equal: NaN, dates and key order included."""
    return repr(sorted(value.items()) if isinstance(value, dict) else value)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(files(), st.data())
def test_an_edit_changes_only_its_own_value(tmp_path_factory, text, data):
    path = tmp_path_factory.mktemp("notes") / "a.toml"
    path.write_bytes(text.encode())
    before = tomllib.loads(text)
    file = NotesFile(path, About("a"))
    file.load()
    assert (file.unwritable, file.problems) == (None, [])
    assert list(file.notes) == [note["id"] for note in before["note"]]
    for _ in range(data.draw(st.integers(1, 3))):
        ident = data.draw(st.sampled_from(sorted(file.notes)))
        chunks = split_blocks(path.read_bytes().decode()).notes
        changes = {
            "body": data.draw(TEXT),
            "verdict": data.draw(st.sampled_from([None, "wrong", 'needs "context"'])),
            "tags": data.draw(st.lists(TEXT, max_size=2).map(tuple)),
        }
        note = file.notes[ident]._replace(modified=now(), **changes)
        file.put(note)
        file.save()
        after = tomllib.loads(path.read_bytes().decode())
        assert file.notes[ident] == note
        fresh = parse(path.read_bytes().decode(), path, About("a"))
        assert fresh.notes[ident] == note
        changed = split_blocks(path.read_bytes().decode()).notes
        for old, new, table in zip(chunks, changed, after["note"], strict=True):
            if table["id"] != ident:
                # The very last one may get the line break that parts it from the end.
                assert new.rstrip("\r\n") == old.rstrip("\r\n")
                continue
            for line in old.replace("\r", "").split("\n"):
                if line in COMMENTS or line.endswith(("  # behind", "# 1", "# 2")):
                    assert line.rpartition("#")[2] in new
            (was,) = (one for one in before["note"] if one["id"] == ident)
            for key, value in was.items():
                if key not in ("body", "verdict", "tags", "modified"):
                    assert plain(table[key]) == plain(value)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        TEXT,
        st.integers(-(2**63), 2**63 - 1),
        st.decimals(allow_nan=False),
        st.lists(TEXT, max_size=3).map(tuple),
    ),
    st.booleans(),
)
def test_every_value_survives_a_round_trip(value, lines):
    text = to_toml(value, lines=lines)
    back = read_toml(f"a = {text}")["a"]
    if isinstance(value, Decimal):
        assert Decimal(back) == value
    else:
        assert back == (list(value) if isinstance(value, tuple) else value)
    assert lines or "\n" not in text


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from('"\\/u0dDeEbtn[]{},: \n\tTtrue1979-:.Z'), max_size=25))
def test_reading_plain_values_agrees_with_tomllib(text):
    try:
        glance = read_plain(text)
    except ValueError:
        return
    if "\n" in text:
        text = '"""\n' + text[1:-1] + '"""'
    assert plain(glance) == plain(read_toml(f"a = {text}")["a"])


@settings(max_examples=200, deadline=None)
@given(body=st.text(max_size=60), tags=st.lists(st.text(max_size=8), max_size=2))
def test_any_text_is_stored_exactly_or_refused(body, tags):
    when = now()
    note = Note("A1", "a.txt", "document", body, tuple(tags), None, when, when)
    if any("\ud800" <= sign <= "\udfff" for sign in body + "".join(tags)):
        with pytest.raises(FactdeskError, match="half a character"):
            to_table(note)
        return
    block = new_block(to_table(note))
    assert from_table(read_block(block), "a.txt") == note
    assert from_table(read_toml(block)["note"][0], "a.txt") == note


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    files(), st.integers(0, 3000), st.sampled_from(["", '"""', "[[note]]", "\x00", "]", "=", "#"])
)
def test_files_broken_anywhere_are_read_without_a_crash(text, at, junk):
    at %= len(text) + 1
    for broken in (text[:at], text[:at] + junk + text[at:]):
        found = parse(broken, Path("a.toml"), About("a"))
        assert found.head + "".join(found.chunks) + found.tail == broken
        try:
            valid = tomllib.loads(broken)
        except ValueError:
            assert found.unwritable is not None
        else:
            notes = valid.get("note", [])
            if found.unwritable is None and not found.problems:
                assert [note["id"] for note in notes] == list(found.notes)


def test_changing_one_note_changes_one_hunk():
    block = '[[note]]\nid = "A"  # mine\nbody = "old" # why\ntags = [\n "a", # x\n]\nx = 1\n\n'
    edited = edit_block(block, {"body": "new", "verdict": "wrong"})
    assert edited == (
        '[[note]]\nid = "A"  # mine\nbody = "new" # why\ntags = [\n "a", # x\n]\nx = 1\n'
        'verdict = "wrong"\n\n'
    )
    with pytest.raises(ValueError, match="Invalid value"):
        edit_block("[[note]]\nid = \n", {"body": "new"})
