"""Where the clauses of a sentence begin."""

from tui.figures.grammar.acting_verbs import has_verb
from tui.figures.grammar.noun_words import is_plural
from tui.figures.grammar.phrase_words import DETERMINERS
from tui.figures.tables import words

# A clause begins after the last of these; rfind is ten times as fast as one pattern for all. Those
# that begin with a word are looked for only where it is one of the words of the sentence.
BOUNDARIES = ("，", ", ", "; ", ": ", "— ", "(", ")) ")
WORDS_BETWEEN = {
    phrase.split()[0]: f" {phrase} "
    for phrase in (
        "that", "while", "but", "because", "although", "said", "says", "say", "reported",
        "announced", "warned", "warns", "noted", "notes", "claimed", "claims", "estimates",
        "believe", "believes", "concluded", "found", "suggests", "showed", "shows", "show", "means",
        "indicated", "indicates", "suggested", "revealed", "reveals", "stated",
        "as the", "after the", "since the", "when", "where", "if",
    )
}  # fmt: skip
OPENING = ("as", "after")  # a clause, or a noun alone
BEFORE_REPORTED = (" in", " of", " the", " from", " were", " was", " been", " all")


def clause_starts(text: str, low: str, floor: int, figure: int, words: list[str]) -> list[int]:
    """The starts of the clauses before a figure, the last one first.

    `words`: those from `floor` to the figure.

    >>> text = "the mill said, when it rained, that 5"
    >>> clause_starts(text, text, 0, 36, text.split(" "))
    [36, 31, 20, 0]
    """
    left = low[floor:figure]
    cuts = {floor}
    between = WORDS_BETWEEN.keys() & words
    marks = filter(left.__contains__, BOUNDARIES)
    for mark in (*marks, *map(WORDS_BETWEEN.__getitem__, between)):
        at = left.rfind(mark)
        if at < 0 or (mark == "(" and left.find(")", at) > 0):
            continue
        if mark == " reported " and left[:at].endswith(BEFORE_REPORTED):
            continue  # "people hurt in reported accidents"
        if mark != " that " or not relative_clause(text, low, floor, at, left):
            cuts.add(floor + at + len(mark))
    for word in () if between.isdisjoint(OPENING) else OPENING:
        mark = f" {word} "
        at = left.rfind(mark)
        known_as = word == "as" and left[:at].endswith(("ed", " such"))
        if at >= 0 and not known_as and has_verb(left[at + len(mark) :]):
            cuts.add(floor + at + len(mark))
    return sorted(cuts, reverse=True)


def relative_clause(text: str, low: str, floor: int, at: int, left: str) -> bool:
    """Whether " that " at `at` starts a relative clause that ends before the figure.

    "Payments that the group made possible came to 54 million": of two verbs the last is the main
    one.
    """
    clause = left[at + 6 :].split()
    verbs = sum(word in words()["verb"] for word in clause)
    if verbs < 2 or clause[0] not in DETERMINERS:
        return False
    before = text[floor : floor + at].rsplit(None, 1)[-1:]
    return bool(before) and is_plural(before[0].lower())
