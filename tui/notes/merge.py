"""Three-way merge of a change to a note with what others changed in its file meanwhile.

An edit wins over a removal, so that nothing is lost. Two edits are merged key by key; two different
bodies are both kept, the second as a separate note tagged "conflict".
"""

from tui.notes.file.blocks import edit_block, new_block, read_block
from tui.notes.file.record import from_table, to_table
from tui.notes.file.values import Value
from tui.notes.ids import new_id
from tui.notes.note import Change, Note

#: The tag of a note that keeps the second of two conflicting bodies.
CONFLICT = "conflict"


def note_of(block: str, document: str) -> Note:
    """Parses a block; raises `ValueError`."""
    return from_table(read_block(block), document)


def edited(block: str, old: Note, new: Note) -> str:
    """The block of `old` changed to that of `new`; comments, unknown keys and order stay."""
    before, after = to_table(old), to_table(new)
    changes: dict[str, Value | None] = {
        key: after.get(key)
        for key in [*before, *(key for key in after if key not in before)]
        if before.get(key) != after.get(key) or (key in before) != (key in after)
    }
    try:
        return edit_block(block, changes)
    except ValueError:
        # Written by hand so that it cannot be edited line by line: the old lines become comments.
        return "".join(f"# {line}\n" for line in block.split("\n") if line) + new_block(after)


def merge_change(change: Change, theirs: str | None) -> tuple[str | None, str | None]:
    """Applies `change` to the block `theirs`: the merged block (None: removed), and a second block
    to keep, if any."""
    before, after = change.before, change.after
    if theirs is not None and after is not None and theirs.strip("\n") == after.strip("\n"):
        return theirs, None
    if theirs == before:
        return after, None
    if after is None:
        gone = theirs is None or (before is not None and is_same_note(before, theirs))
        return (None if gone else theirs), None
    if theirs is None:
        return after, None
    ours, other = note_of(after, ""), note_of(theirs, "")
    if before is None:
        return (after if ours.modified > other.modified else theirs), None
    base = note_of(before, "")
    changed = {
        field: getattr(ours, field)
        for field in Note._fields
        if getattr(ours, field) != getattr(base, field)
    }
    extra = None
    if "body" in changed and other.body not in (base.body, ours.body):
        tags = (*(tag for tag in other.tags if tag != CONFLICT), CONFLICT)
        extra = new_block(to_table(other._replace(id=new_id(), tags=tags)))
    return edited(theirs, other, other._replace(**changed)), extra


def is_same_note(one: str, other: str) -> bool:
    """Whether two blocks contain the same note, however they are formatted."""
    return note_of(one, "") == note_of(other, "")
