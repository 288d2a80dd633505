"""The tree of a query as it is read: brackets, negation, and how much of it is searched."""

from itertools import islice

from tui.search import nodes
from tui.search.clauses import terms_of, words_of
from tui.search.nodes import All, Either, Node
from tui.search.words import TOKEN

#: What is searched of a query at the most.
MOST_NODES = 64
MOST_WORDS = 32
MOST_PARTS = 12
DEEPEST = 12


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
        """Everything that stands between the brackets."""
        return All(tuple(self._held))


class Tree:
    """Takes the parts of a query in their order; `problem` says what of them is left out."""

    def __init__(self) -> None:
        self.problem: str | None = None
        #: Whether the next node is one that must not be there.
        self.negated = False
        self._brackets = [Bracket(negated=False)]
        #: Brackets that were opened too deep.
        self._skipped = 0
        self._count = self._words = self._parts = 0

    @property
    def is_full(self) -> bool:
        """Whether it takes no more nodes."""
        return self._count >= MOST_NODES

    def complain(self, problem: str) -> None:
        """Say why something is left out; the first reason stays."""
        self.problem = self.problem or problem

    def either(self) -> None:
        """The next node is another choice beside the one before."""
        self._brackets[-1].either = True

    def open(self) -> None:
        """Open a bracket."""
        if len(self._brackets) >= DEEPEST:
            self._skipped += 1
            self.complain(
                f"brackets are nested deeper than {DEEPEST - 1}: the inner ones are left out"
            )
            return
        self._brackets.append(Bracket(self.negated))
        self.negated = False

    def close(self) -> None:
        """Close the bracket that was opened last, if one is open."""
        if self._skipped:
            self._skipped -= 1
        elif len(self._brackets) > 1:
            self._close()

    def _close(self) -> None:
        bracket = self._brackets.pop()
        node = bracket.node()
        if node.nodes:
            only = node.nodes[0] if len(node.nodes) == 1 else node
            self._brackets[-1].add(nodes.Not(only) if bracket.negated else only)

    def finished(self) -> All:
        """The whole query; brackets that are still open are closed."""
        while len(self._brackets) > 1:
            self._close()
        return self._brackets[0].node()

    def add(self, node: Node) -> None:
        """Add a node, or its opposite."""
        self._count += 1
        if self.negated:
            node = nodes.Not(
                nodes.Exact(node.text, "word") if isinstance(node, nodes.Word) else node
            )
            self.negated = False
        self._brackets[-1].add(node)

    def add_tree(self, inner: "Tree", root: All) -> None:
        """Add the whole of another query, which counts as much as if it stood here."""
        self._count += inner._count
        self._words += inner._words
        if root.nodes:
            self.add(root)

    def add_words(self, run: str, *, half_typed: bool) -> None:
        """Add plain words, cut as the documents are; the last one may be `half_typed`."""
        words: list[Node] = []
        for token in islice(TOKEN.finditer(run), MOST_WORDS + 1):
            words += words_of(token[0], half_typed and token.end() == len(run))
        if self._words + len(words) > MOST_WORDS:
            self.complain(f"only the first {MOST_WORDS} words are searched")
            words = words[: max(0, MOST_WORDS - self._words)]
        self._words += len(words)
        if self.negated and len(words) > 1:
            self.add(nodes.Phrase(tuple(w.text for w in words if isinstance(w, nodes.Word))))
        else:
            for word in words:
                self.add(word)

    def add_exact(self, text: str, where: str) -> None:
        """Add words that must stand as typed: as a `word` or a `part`, at the `start` or `end`."""
        words = terms_of(text)
        if where == "part" and len(text) == 1 and text.isascii():
            # It stands in nearly every word: 55 ms to go through those of a million passages.
            self.complain("a part of a word needs two letters")
            where = "word"
        if where == "part":
            left = MOST_PARTS - self._parts
            if len(words) > left:
                self.complain(f"only the first {MOST_PARTS} parts of words are searched")
                words = words[:left]
            self._parts += len(words)
        for number, word in enumerate(words):
            at_edge = number == (len(words) - 1 if where == "end" else 0)
            self.add(nodes.Exact(word, where if at_edge or where == "part" else "word"))
