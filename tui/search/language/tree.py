"""Builds the tree of a query while it is parsed: brackets, negation, and limits on its size."""

from itertools import islice

from tui.search.language import nodes
from tui.search.language.clauses import terms_of, words_of
from tui.search.language.nodes import All, Either, Node
from tui.search.words import TOKEN

#: Limits of a query: nodes, words, `'parts` of words, and the depth of brackets.
MAX_NODES = 64
MAX_WORDS = 32
MAX_PARTS = 12
MAX_DEPTH = 12


class Bracket:
    """The nodes inside one pair of brackets. `|` binds its neighbours more tightly than a space
    does."""

    def __init__(self, negated: bool) -> None:
        """`negated`: a match must not contain what is in the brackets."""
        self.negated = negated
        self.either = False
        self._locks: list[Node] = []

    def add(self, node: Node) -> None:
        """Adds a node; after a `|`, as an alternative to the node before."""
        if self.either and self._locks:
            before = self._locks.pop()
            options = before.nodes if isinstance(before, Either) else (before,)
            node = Either((*options, node))
        self.either = False
        self._locks.append(node)

    def node(self) -> All:
        """All nodes between the brackets, as one."""
        return All(tuple(self._locks))


class TreeBuilder:
    """Takes the parts of a query in order; `problem` says what was left out, or is None."""

    def __init__(self) -> None:
        self.problem: str | None = None
        #: Whether the next node is negated.
        self.negated = False
        self._brackets = [Bracket(negated=False)]
        #: How many of the open brackets are nested too deeply, and ignored.
        self._skipped = 0
        self._count = self._words = self._parts = 0

    @property
    def is_full(self) -> bool:
        """Whether the limit of nodes is reached."""
        return self._count >= MAX_NODES

    def complain(self, problem: str) -> None:
        """Record why something is left out; the first reason is kept."""
        self.problem = self.problem or problem

    def either(self) -> None:
        """Make the next node an alternative to the one before."""
        self._brackets[-1].either = True

    def open(self) -> None:
        """Open a bracket."""
        if len(self._brackets) >= MAX_DEPTH:
            self._skipped += 1
            self.complain(
                f"brackets are nested deeper than {MAX_DEPTH - 1}: the inner ones are left out"
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
        """The whole query; closes the brackets that are still open."""
        while len(self._brackets) > 1:
            self._close()
        return self._brackets[0].node()

    def add(self, node: Node) -> None:
        """Add a node, negated if `negated` is set."""
        self._count += 1
        if self.negated:
            node = nodes.Not(
                nodes.Exact(node.text, "word") if isinstance(node, nodes.Word) else node
            )
            self.negated = False
        self._brackets[-1].add(node)

    def add_tree(self, inner: "TreeBuilder", root: All) -> None:
        """Add all of another query; its nodes and words count towards the limits."""
        self._count += inner._count
        self._words += inner._words
        if root.nodes:
            self.add(root)

    def add_words(self, run: str, *, half_typed: bool) -> None:
        """Tokenize and add plain words; the last one may be `half_typed`."""
        words: list[Node] = []
        for token in islice(TOKEN.finditer(run), MAX_WORDS + 1):
            words += words_of(token[0], half_typed and token.end() == len(run))
        if self._words + len(words) > MAX_WORDS:
            self.complain(f"only the first {MAX_WORDS} words are searched")
            words = words[: max(0, MAX_WORDS - self._words)]
        self._words += len(words)
        if self.negated and len(words) > 1:
            self.add(nodes.Phrase(tuple(w.text for w in words if isinstance(w, nodes.Word))))
        else:
            for word in words:
                self.add(word)

    def add_exact(self, text: str, where: str) -> None:
        """Add words to match literally; `where` is "word", "part", "start" or "end" (see
        `Exact`)."""
        words = terms_of(text)
        if where == "part" and len(text) == 1 and text.isascii():
            # Nearly every word holds it: scanning those of a million passages takes 55 ms.
            self.complain("a part of a word needs two letters")
            where = "word"
        if where == "part":
            left = MAX_PARTS - self._parts
            if len(words) > left:
                self.complain(f"only the first {MAX_PARTS} parts of words are searched")
                words = words[:left]
            self._parts += len(words)
        for number, word in enumerate(words):
            at_edge = number == (len(words) - 1 if where == "end" else 0)
            self.add(nodes.Exact(word, where if at_edge or where == "part" else "word"))
