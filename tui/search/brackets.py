"""What stands between two brackets of a query, while it is read."""

from tui.search.nodes import All, Either, Node


class Bracket:
    """Nodes between two brackets; a bar binds its two neighbours tighter than a space does."""

    def __init__(self, negated: bool) -> None:
        """`negated`: what stands in the brackets must not be there."""
        self.negated = negated
        self.either = False
        self._held: list[Node] = []

    def add(self, node: Node) -> None:
        """Adds a node; behind a bar, as another choice beside the one before."""
        if self.either and self._held:
            before = self._held.pop()
            options = before.nodes if isinstance(before, Either) else (before,)
            node = Either((*options, node))
        self.either = False
        self._held.append(node)

    def node(self) -> All:
        """Everything that stands at this level."""
        return All(tuple(self._held))
