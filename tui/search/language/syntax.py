"""The query parser. Incomplete input is never an error: operators without an operand are
skipped."""

import re
from collections.abc import Callable

from tui.search.language import nodes
from tui.search.language.clauses import (
    amounts_between,
    amounts_compared,
    dates_compared,
    terms_of,
)
from tui.search.language.fields import NAMES, FieldValueError, closest_field, field, unknown_verdict
from tui.search.language.tree import MAX_NODES, MAX_WORDS, TreeBuilder
from tui.search.numbers import amount
from tui.search.query_context import QueryContext
from tui.text import days

MAX_LENGTH = 1000

_FIELD = re.compile(rf"({'|'.join(NAMES)}):", re.IGNORECASE)
_LIKE_FIELD = re.compile(r"([a-z]{1,12}):[^\s/]", re.IGNORECASE)
_DATE = r"\d{4}-(?:\d\d(?:-\d\d)?|[Qq][1-4])"
_DATE_RANGE = re.compile(rf"(?P<first>{_DATE}|\d{{4}})?\.\.(?P<last>{_DATE}|\d{{4}})?(?![\d.])")
_ONE_DATE = re.compile(rf"{_DATE}(?![\w-])")
_COMPARE = re.compile(r"(>=|<=|=>|=<|[><=~≥≤≈])\s?")
_NEAR = re.compile(r"~(\d{1,3})?")
_END = re.compile(r'[\s|()"]')


class QueryParser:
    """A single pass over a query. `root` is the parsed tree; `problem` says why part of it was not
    understood, or is None."""

    def __init__(self, text: str, context: QueryContext) -> None:
        self._context = context
        self._tree = TreeBuilder()
        if len(text) > MAX_LENGTH:
            self._tree.complain(f"only the first {MAX_LENGTH} letters are searched")
            text = text[:MAX_LENGTH]
        self.text = text
        self.at = 0
        self._plain: list[str] = []
        self._plain_end = 0
        while self.at < len(text) and not self._tree.is_full:
            self._step()
        if self.at < len(text):
            self._tree.complain(
                f"the query is too long: only its first {MAX_NODES} parts are searched"
            )
        self._flush()
        self.root = self._tree.finished()
        self.problem = self._tree.problem

    def _step(self) -> None:
        sign = self.text[self.at]
        if sign.isspace():
            self.at += 1
        elif handler := _SIGNS.get(sign):
            handler(self, sign)
        elif match := _FIELD.match(self.text, self.at):
            self.at = match.end()
            self._field(match[1].lower())
        elif not self._range():
            if match := _LIKE_FIELD.match(self.text, self.at):
                self._hint(match[1].lower())
            self._word_run()

    # One method for each operator

    def _bar(self, _: str) -> None:
        self._flush()
        self.at += 1
        self._tree.either()

    def _open(self, _: str) -> None:
        self._flush()
        self.at += 1
        self._tree.open()

    def _close(self, _: str) -> None:
        self._flush()
        self.at += 1
        self._tree.close()

    def _not(self, sign: str) -> None:
        following = self.text[self.at + 1 : self.at + 2]
        if sign == "-" and following.isdigit():
            self._word_run()
            return
        self._flush()
        self.at += 1
        self._tree.negated = bool(following.strip()) and not self._tree.negated

    def _quote(self, _: str) -> None:
        self._flush()
        end = self.text.find('"', self.at + 1)
        inner = self.text[self.at + 1 : end if end >= 0 else len(self.text)]
        self.at = end + 1 if end >= 0 else len(self.text)
        within = None
        if end >= 0 and (near := _NEAR.match(self.text, self.at)):
            self.at = near.end()
            within = int(near[1]) if near[1] else None
        words = terms_of(inner)[:MAX_WORDS]
        if len(words) > 1:
            self._tree.add(nodes.Phrase(words, within, half_typed=end < 0))
        elif words:
            self._tree.add(nodes.Exact(words[0], "word" if end >= 0 else "part"))

    def _apostrophe(self, _: str) -> None:
        self._flush()
        self.at += 1
        chunk = self._chunk()
        whole = len(chunk) > 1 and chunk.endswith("'")
        self._tree.add_exact(chunk.strip("'"), "word" if whole else "part")

    def _caret(self, _: str) -> None:
        self._flush()
        self.at += 1
        self._tree.add_exact(self._chunk(), "start")

    def _compare(self, _: str) -> None:
        match = _COMPARE.match(self.text, self.at)
        assert match is not None
        sign, start = match[1], match.end()
        self._flush()
        if date := _ONE_DATE.match(self.text, start):
            covered = days(date[0].upper())
            if covered:
                self.at = date.end()
                self._tree.add(dates_compared(sign, covered))
                return
        found = amount(self.text, start)
        if found is None:
            self.at = start
            rest = self.text[start : start + 1]
            if rest.strip() and rest not in "().|":
                self._tree.complain(f"{sign} needs a number or a date after it, as in {sign}1bn")
            return
        self.at = found.end
        self._tree.add(amounts_compared(sign, found))

    def _range(self) -> bool:
        """Parses 100k..1m, 1m.., ..2bn, 2023-07..2024-05 or ..2024-05 here; False if there is
        none."""
        text, at = self.text, self.at
        if match := _DATE_RANGE.match(text, at):
            ends = [(match[name] or "").upper() for name in ("first", "last")]
            first, last = map(days, ends)
            year_only = max(map(len, ends)) <= 4
            if not year_only and bool(first) == bool(ends[0]) and bool(last) == bool(ends[1]):
                self._flush()
                self.at = match.end()
                begin, end = first.first if first else None, last.last if last else None
                self._tree.add(nodes.Dates(begin, end))
                return True
        low = amount(text, at)
        middle = low.end if low else at
        if text[middle : middle + 2] != "..":
            return False
        high = amount(text, middle + 2)
        if low is None and high is None:
            return False
        self._flush()
        self.at = high.end if high else middle + 2
        self._tree.add(amounts_between(low, high))
        return True

    def _field(self, name: str) -> None:
        self._flush()
        if self.text[self.at : self.at + 1] == '"':
            end = self.text.find('"', self.at + 1)
            value = self.text[self.at + 1 : end if end >= 0 else len(self.text)]
            self.at = end + 1 if end >= 0 else len(self.text)
        else:
            value = self._chunk()
        if not value:
            return
        if name in ("note", "fact"):
            self._in_kind(name, value)
            return
        try:
            node = field(name, value, self._context)
        except FieldValueError as error:
            self._tree.complain(f"{error}; searched as plain words")
            self._read_plainly(f"{name} {value}")
            return
        if name == "verdict" and (problem := unknown_verdict(value, self._context)):
            self._tree.complain(problem)
        if node is not None:
            self._tree.add(node)

    def _in_kind(self, kind: str, words: str) -> None:
        """Add words that only hits of one kind may have; negated, none that has them."""
        negated = self._tree.negated
        if negated:
            self._tree.open()
        self._tree.add(nodes.Kinds(frozenset({kind}), frozenset()))
        self._read_plainly(words)
        if negated:
            self._tree.close()

    def _hint(self, word: str) -> None:
        """Report which field was probably meant by an unknown word before a colon."""
        name = closest_field(word)
        if name:
            self._tree.complain(
                f"{word}: is no field (did you mean {name}:?); searched as plain words"
            )

    def _named(self, _: str) -> None:
        """A saved query by its name; it counts as if it stood in brackets."""
        self._flush()
        self.at += 1
        name = self._chunk()
        text = self._context.saved.get(name.lower())
        if text is None:
            if name:
                self._tree.complain(f"no query is saved as @{name}; searched as plain words")
                self._read_plainly(name)
            return
        inner = QueryParser(text, self._context._replace(saved={}))
        self._tree.add_tree(inner._tree, inner.root)
        if inner.problem:
            self._tree.complain(f"@{name}: {inner.problem}")

    def _read_plainly(self, words: str) -> None:
        self._plain.append(words)
        self._plain_end = self.at
        self._flush()

    # Plain words

    def _chunk(self) -> str:
        r"""The text up to a space or an operator that ends a word; `\\` escapes the next
        character."""
        kept = []
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign == "\\":
                kept.append(self.text[self.at + 1 : self.at + 2])
                self.at += 2
                continue
            if _END.match(sign):
                break
            kept.append(sign)
            self.at += 1
        return "".join(kept)

    def _word_run(self) -> None:
        begin = self.at
        if date := _ONE_DATE.match(self.text, begin):
            self._flush()
            self.at = date.end()
            if days(date[0].upper()):
                self._tree.add(nodes.Word("@" + date[0].upper(), half_typed=True))
                return
            self.at = begin
        chunk = self._chunk()
        escaped = "\\" in self.text[begin : self.at]
        if self.at == begin:
            self.at += 1
        elif chunk == "$" and not escaped:
            return
        elif len(chunk) > 1 and chunk.endswith("$") and not escaped and chunk[-2].isalpha():
            self._flush()
            self._tree.add_exact(chunk[:-1], "end")
        else:
            self._plain.append(chunk)
            self._plain_end = self.at
            if self._tree.negated:
                self._flush()

    def _flush(self) -> None:
        """Add the plain words collected so far."""
        if self._plain:
            run, self._plain = " ".join(self._plain), []
            self._tree.add_words(run, half_typed=self._plain_end >= len(self.text))


_SIGNS: dict[str, Callable[[QueryParser, str], None]] = {
    "|": QueryParser._bar,
    "(": QueryParser._open,
    ")": QueryParser._close,
    "!": QueryParser._not,
    "-": QueryParser._not,
    '"': QueryParser._quote,
    "'": QueryParser._apostrophe,
    "^": QueryParser._caret,
    "@": QueryParser._named,
    **dict.fromkeys("><=~≥≤≈", QueryParser._compare),
}
