"""What an action is, and the places in which keys are heard."""

from collections.abc import Iterator
from typing import NamedTuple


class Action(NamedTuple):
    """One thing that a key can do, in one place."""

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    where: str
    group: str
    footer: bool = False


#: Which places listen at the same time, nearest first: a key means the action of the nearest.
#: Two actions of one place cannot share a key.
LAYERS: dict[str, tuple[str, ...]] = {
    "desk": ("pane", "desk", "judge", "app"),
    "find": ("find", "app"),
    "search": ("search", "app"),
    "name": ("name", "app"),
    "note": ("note", "app"),
    "notes": ("pane", "notes", "app"),
    "facts": ("pane", "facts", "judge", "app"),
    "compare": ("pane", "compare", "judge", "app"),
    "themes": ("pane", "themes", "app"),
    "problems": ("pane", "problems", "app"),
    "palette": ("palette", "app"),
    "path": ("path", "app"),
    "help": ("pane", "help", "app"),
    "manual": ("pane", "manual", "app"),
    "ask": ("ask",),
}

#: An action as a table writes it.
Row = tuple[str, str, str, str] | tuple[str, str, str, str, bool]
#: Of an action that the last row of its place shows.
SHOWN = True


def actions(where: str, group: str, *rows: Row) -> Iterator[Action]:
    """The actions of a place: id, keys with blanks between, title, help, and maybe `SHOWN`."""
    for row in rows:
        yield Action(row[0], tuple(row[1].split()), row[2], row[3], where, group, len(row) > 4)
