"""Random configurations that nobody would write."""

import random

from tui.actions import ACTIONS
from tui.config import CHECKS, Settings

#: Lines that begin something: every group, and some that are none.
HEADS = [
    *(f"[{group}]" for group in Settings._fields),
    *("[[theme]]", "[reading.width]", "[redaing]", "width = 40", "width = inf", "figure = 1"),
]
#: Every setting and action, and some that are none.
KEYS = [
    *(name.partition(".")[2] for name in CHECKS),
    *(action.id for action in ACTIONS),
    *("a.b", '"x y"', "'='", "figure", "notes.folder", "theme.name"),
]
VALUES = [
    *("1", "100", "-1", "1e400", "-nan", "true", "''", "'j'", "'nord'", "'~'", "'/'"),
    *("'ctrl+x'", "['s', 'q', 'f5']", "[]", "[',', 'comma']", "['.txt']", "['date']", "[[]]"),
    *("'[/b]\\u202e'", "[1,\n2]", "'''a\n'''", '"""\n"""""', "{ a = [ { b = ']' } ] }"),
    "1979-05-27T07:32:00Z",
    f"0x{'f' * 5000}",
]


def configuration(number: int) -> str:
    """A random configuration, the same one for the same number."""
    dice = random.Random(number)
    lines = []
    for _ in range(dice.randrange(4, 40)):
        if dice.random() < 0.25:
            lines.append(dice.choice(HEADS[: len(Settings._fields)]))
        lines.append(f"{dice.choice(KEYS)} = {dice.choice(VALUES)}")
    return "\n".join(dict.fromkeys(lines))
