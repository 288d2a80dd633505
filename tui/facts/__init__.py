"""Facts: the figures of all documents, each with its passage.

They can be laid out as a table, and it is said which of them may be the same. The face of the
folder; importing it costs next to nothing.
"""

from typing import TYPE_CHECKING

from tui.faces import late
from tui.facts.fact import Fact, facts

if TYPE_CHECKING:
    from tui.facts.groups import GROUPINGS, Group, grouped
    from tui.facts.heads import is_comparable
    from tui.facts.likeness import Likeness, Rival
    from tui.facts.relating import RELATIONS, Relation, relation
    from tui.facts.rivalry import Rivalry, rivalries
    from tui.facts.scale import Scale, Spread, extent
    from tui.facts.table import ORDERS, Table, unit_key
    from tui.facts.words import shared_spans

__all__ = [
    "GROUPINGS",
    "ORDERS",
    "RELATIONS",
    "Fact",
    "Group",
    "Likeness",
    "Relation",
    "Rival",
    "Rivalry",
    "Scale",
    "Spread",
    "Table",
    "extent",
    "facts",
    "grouped",
    "is_comparable",
    "relation",
    "rivalries",
    "shared_spans",
    "unit_key",
]

_LATER = {
    "GROUPINGS": "groups",
    "Group": "groups",
    "grouped": "groups",
    "is_comparable": "heads",
    "Likeness": "likeness",
    "Rival": "likeness",
    "RELATIONS": "relating",
    "Relation": "relating",
    "relation": "relating",
    "Rivalry": "rivalry",
    "rivalries": "rivalry",
    "Scale": "scale",
    "Spread": "scale",
    "extent": "scale",
    "ORDERS": "table",
    "Table": "table",
    "unit_key": "table",
    "shared_spans": "words",
}

__getattr__ = late(__name__, _LATER)
