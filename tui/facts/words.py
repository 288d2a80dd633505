"""Extracts the context words of a figure: the words around it that say what it counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from tui.facts.fact import Fact
from tui.facts.synonyms import OUTCOMES, meaning
from tui.figures import Figure
from tui.patterns import pattern

#: Where a context word stands: in the rest of the sentence, in the figure's own clause, or in its
#: unit or subject.
REST, CLAUSE, NOUN = range(3)

_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[\u3040-\u30ff\u3400-\u9fff]")
_CUT = pattern(
    r"[,;:()—\[\]]|\b(?:and|but|while|whereas|as well as|along with|of which|which|who|that)\b"
)
#: Words that count as evidence, since lists are repeated in their order, but say nothing to a
#: reader. As stop words they would cost 6 of 100 right groups in five reports about one subject.
UNMARKED = frozenset({"respectively"})
#: Stop words.
_EMPTY = frozenset(
    """
    a an the this that these those its his her their our your my it he she they we you i who whom
    which what when where why how than then there here of in on at by for from to with without
    within into onto over under about around between among through during before after since until
    against across along as and or but nor so if not no nor yet is are was were be been being am
    has have had having do does did done doing will would shall should can could may might must
    said says say according told reported report reports announced total number some more most
    many much few less least nearly almost only also just very too all any each every both other
    such own same still them him us me so far now another up out down off again further once year
    years month months week weeks day days
    quarter first second last next past previous early late today yesterday tomorrow
    per cent percent million billion trillion thousand hundred dozen
    january february march april june july august september october november december
    """.split()  # noqa: SIM905 - a table
)


#: Characters at the start of a text that count as its lead.
_LEAD_LENGTH = 2000


class ContextWords(NamedTuple):
    """The context words of one figure, as keys, and where each stands (`REST`, `CLAUSE`,
    `NOUN`)."""

    words: dict[str, int]
    #: What happened to those who are counted ("kill"), by the nearest word for it; or "".
    outcome: str = ""


def lead_words(text: str) -> Iterator[str]:
    """The words of the beginning of a text, which says what it is about."""
    for _, word in _words_of(text, 0, _LEAD_LENGTH):
        yield word


def context_of_document(text: str, figures: Sequence[Figure]) -> Iterator[ContextWords]:
    """The context words of every figure of a text, in order. A change includes those of the figure
    that changed.

    >>> from tui.figures import extract
    >>> text = "Police solved 394,000 cases. The number is up 28.5% and a record."
    >>> [len(each.words) for each in context_of_document(text, extract(text))]
    [4, 4]
    """
    own: list[ContextWords] = []
    for _, group in groupby(figures, key=lambda figure: figure.sentence):
        own += context_of_sentence(text, list(group))
    starts = [figure.start for figure in figures]
    for number, figure in enumerate(figures):
        words = own[number]
        for relation, start in figure.links:
            at = bisect_left(starts, start)
            if relation == "change" and starts[at : at + 1] == [start]:
                words = _merged(words, own[at])
        yield words


def _merged(first: ContextWords, second: ContextWords) -> ContextWords:
    words = dict(first.words)
    for word, where in second.words.items():
        words[word] = max(words.get(word, REST), where)
    return ContextWords(words, first.outcome or second.outcome)


def context_of_sentence(text: str, figures: Sequence[Figure]) -> Iterator[ContextWords]:
    """The context words of all figures of one sentence, in order.

    A log without full stops is one long sentence of many figures, so its words are looked up once.

    >>> from tui.figures import extract
    >>> text = "Police solved 262,000 cases of fraud and arrested 373,000 suspects."
    >>> both = list(context_of_sentence(text, extract(text)))
    >>> [each.words for each in both]
    ... # doctest: +NORMALIZE_WHITESPACE
    [{'polic': 1, 'solv': 1, 'cas': 2, 'fraud': 2, 'arrest': 0, 'suspect': 0},
     {'polic': 0, 'solv': 0, 'cas': 0, 'fraud': 0, 'arrest': 1, 'suspect': 2}]
    >>> [each.outcome for each in both]
    ['cas', 'arrest']
    """
    start, _ = figures[0].sentence
    words = _words_between(text, figures)
    places = [at for at, _ in words]
    outcomes = [(at, word) for at, word in words if word in OUTCOMES]
    far: dict[str, int] = {}
    for at, word in words:
        is_name = at > start and text[at].isupper()
        far[word] = max(far.get(word, REST), CLAUSE if is_name else REST)
    for figure in figures:
        first, last = clause(text, figure, figures)
        near = far.copy()
        for _, word in words[bisect_left(places, first) : bisect_left(places, last)]:
            near[word] = CLAUSE
        found = [
            (CLAUSE - (first <= at < last), _distance(figure, at, word), word)
            for at, word in outcomes
        ]
        for phrase in (figure.unit if figure.kind in ("count", "ratio") else "", figure.subject):
            for _, word in _words_of(phrase or "", 0, len(phrase or "")):
                near[word] = NOUN
                if word in OUTCOMES:
                    found.append((-NOUN, 0, word))
        yield ContextWords(near, _nearest_outcome(found))


def _words_between(text: str, figures: Sequence[Figure]) -> list[tuple[int, str]]:
    """The words of the sentence of these figures, but for those of the figures themselves."""
    start, end = figures[0].sentence
    words: list[tuple[int, str]] = []
    spans = iter((figure.start, figure.end) for figure in figures)
    begin, stop = next(spans)
    for at, word in _words_of(text, start, end):
        while at >= stop and stop < end:
            begin, stop = next(spans, (end, end))
        if not begin <= at < stop:
            words.append((at, word))
    return words


def _distance(figure: Figure, at: int, word: str) -> int:
    """The characters between a figure and a word."""
    return at - figure.end if at > figure.start else figure.start - at - len(word)


def _nearest_outcome(outcomes: list[tuple[int, int, str]]) -> str:
    """The nearest outcome; one outside the clause counts only if it is the only one."""
    place, _, outcome = min(outcomes, default=(0, 0, ""))
    return "" if place > 0 and len({word for _, _, word in outcomes}) > 1 else outcome


def clause(text: str, figure: Figure, others: Sequence[Figure]) -> tuple[int, int]:
    """The span around a figure up to the next clause boundary or figure."""
    start, end = figure.sentence
    number = bisect_left(others, figure.start, key=lambda other: other.start)
    if number > 0:
        start = max(start, others[number - 1].end)
    if number + 1 < len(others):
        end = min(end, others[number + 1].start)
    for cut in _CUT.finditer(text, start, figure.start):
        start = cut.end()
    cut_after = _CUT.search(text, figure.end, end)
    return start, cut_after.start() if cut_after else end


def shared_spans(fact: Fact, words: frozenset[str]) -> list[tuple[int, int]]:
    """Where the passage of a fact has the words that it shares with a rival."""
    return [
        found.span()
        for found in _WORD.finditer(fact.document.text, *fact.figure.sentence)
        if _stemmed(found.group()) in words and found.group().lower() not in UNMARKED
    ]


def spelling(fact: Fact, word: str) -> str | None:
    """A word as the passage of a fact writes it; None if it is not there."""
    start, end = fact.figure.sentence
    places = (at for at, found in _words_of(fact.document.text, start, end) if found == word)
    found = next((_WORD.match(fact.document.text, at) for at in places), None)
    return found.group() if found else None


def _words_of(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for found in _WORD.finditer(text, start, end):
        word = _stemmed(found.group())
        if word:
            yield found.start(), word


@lru_cache(maxsize=1 << 16)
def _stemmed(word: str) -> str:
    """The key of a word; "" for a stop word."""
    low = word.lower()
    if low in _EMPTY or (len(low) < 2 and low.isascii()):
        return ""
    return meaning(low)
