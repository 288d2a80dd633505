"""Facts: the figures of all documents, each with its passage.

This package lists them as a table and finds those that may state the same thing. Importing it is
cheap.
"""

from typing import TYPE_CHECKING

from tui.facts.fact import Fact, facts
from tui.lazy import lazy_names

if TYPE_CHECKING:
    from tui.facts.clusters import RivalGroup, rival_groups
    from tui.facts.comparable import is_comparable
    from tui.facts.groups import GROUPINGS, Group, grouped
    from tui.facts.relations import RELATIONS, Relation, relation, relation_names
    from tui.facts.scale import Scale, extent
    from tui.facts.similarity import Rival, Similarity
    from tui.facts.table import ORDERS, Table, unit_key
    from tui.facts.words import shared_spans

__all__ = [
    "GROUPINGS",
    "ORDERS",
    "RELATIONS",
    "Fact",
    "Group",
    "Relation",
    "Rival",
    "RivalGroup",
    "Scale",
    "Similarity",
    "Table",
    "extent",
    "facts",
    "grouped",
    "is_comparable",
    "relation",
    "relation_names",
    "rival_groups",
    "shared_spans",
    "unit_key",
]

#: The names that are imported on first use, by module.
_LATER = {
    "clusters": "RivalGroup rival_groups",
    "comparable": "is_comparable",
    "groups": "GROUPINGS Group grouped",
    "relations": "RELATIONS Relation relation relation_names",
    "scale": "Scale extent",
    "similarity": "Rival Similarity",
    "table": "ORDERS Table unit_key",
    "words": "shared_spans",
}

if not TYPE_CHECKING:  # else any name would be one of this package
    __getattr__ = lazy_names(__name__, _LATER)
