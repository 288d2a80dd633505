"""Facts: the figures of all documents, each with its passage, and which of them may be the same.

The face of the folder; importing it costs next to nothing.
"""

from typing import TYPE_CHECKING

from tui.faces import late
from tui.facts.fact import Fact, facts

if TYPE_CHECKING:
    from tui.facts.heads import is_comparable
    from tui.facts.likeness import Likeness, Rival
    from tui.facts.relating import RELATIONS, Relation, relation
    from tui.facts.rivalry import Rivalry, rivalries
    from tui.facts.words import shared_spans

__all__ = [
    "RELATIONS",
    "Fact",
    "Likeness",
    "Relation",
    "Rival",
    "Rivalry",
    "facts",
    "is_comparable",
    "relation",
    "rivalries",
    "shared_spans",
]

_LATER = {
    "RELATIONS": "relating",
    "Rivalry": "rivalry",
    "is_comparable": "heads",
    "shared_spans": "words",
    "Likeness": "likeness",
    "Relation": "relating",
    "Rival": "likeness",
    "rivalries": "rivalry",
    "relation": "relating",
}

__getattr__ = late(__name__, _LATER)
