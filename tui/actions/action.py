"""The data of an action, and which actions' keys are active at the same time."""

from collections.abc import Iterator
from typing import NamedTuple


class Action(NamedTuple):
    """Something that a key does, in one place."""

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    where: str
    group: str
    footer: bool = False


#: The places whose keys are active at the same time, innermost first: a key triggers the action of
#: the innermost. Two actions of one place cannot share a key.
LAYERS: dict[str, tuple[str, ...]] = {
    "desk": ("pane", "desk", "judge", "app"),
    "find": ("find", "app"),
    "search": ("search", "app"),
    "name": ("name", "app"),
    "note": ("note", "app"),
    "notes": ("pane", "notes", "app"),
    "sheet": ("sheet", "app"),
    "facts": ("pane", "facts", "judge", "app"),
    "compare": ("pane", "compare", "judge", "app"),
    "check": ("pane", "check", "judge", "app"),
    "themes": ("pane", "themes", "app"),
    "problems": ("pane", "problems", "app"),
    "palette": ("palette", "app"),
    "path": ("path", "app"),
    "help": ("pane", "help", "app"),
    "manual": ("pane", "manual", "app"),
    "ask": ("ask",),
}

#: An action as a row of a table.
Row = tuple[str, str, str, str] | tuple[str, str, str, str, bool]
#: Marks an action that is shown in the footer.
SHOWN = True


def actions(where: str, group: str, *rows: Row) -> Iterator[Action]:
    """The actions of a place; each row has id, keys separated by spaces, title, help, and maybe
    `SHOWN`."""
    for row in rows:
        yield Action(row[0], tuple(row[1].split()), row[2], row[3], where, group, len(row) > 4)
