"""Facts: the figures of all documents, each with its passage, and which of them may be the same.

The face of the folder; importing it costs next to nothing.
"""

from typing import TYPE_CHECKING

from tui.faces import late
from tui.facts.fact import Fact, facts

if TYPE_CHECKING:
    from tui.facts.grouping import Group, groups
    from tui.facts.likeness import Likeness, Rival
    from tui.facts.relating import RELATIONS, Relation, relation

__all__ = [
    "RELATIONS",
    "Fact",
    "Group",
    "Likeness",
    "Relation",
    "Rival",
    "facts",
    "groups",
    "relation",
]

_LATER = {
    "RELATIONS": "relating",
    "Group": "grouping",
    "Likeness": "likeness",
    "Relation": "relating",
    "Rival": "likeness",
    "groups": "grouping",
    "relation": "relating",
}

__getattr__ = late(__name__, _LATER)
