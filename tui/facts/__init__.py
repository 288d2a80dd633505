"""Facts: the figures of all documents, each with its passage.

The face of the folder; importing it costs next to nothing.
"""

from tui.facts.fact import Fact, facts

__all__ = ["Fact", "facts"]
